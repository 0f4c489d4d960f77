package main

import (
	"context"
	"errors"
	"io"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/sign"
	"kefi/tui/action"
	"kefi/tui/sshd"
	"kefi/tui/words"
)

// accord is the export that delegations sign.
const accord = "accord"

// piped lets attest read from standard input what its line does not hold.
func piped(q *action.Query, to sshd.Answer) error {
	if q.Name != "attest" || len(q.Args) > 0 || to.In == nil {
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(to.In, action.MaxLine+1))
	switch {
	case err != nil:
		return err
	case len(text) > action.MaxLine:
		return exercise.Refuse(exercise.ErrText, "That is more than 16 KiB, which no signature is: send accord.txt.sig, not accord.txt.")
	}
	q.Args = []string{string(text)}
	return nil
}

// attest checks a signature of the adopted text and puts on record which of the
// seat's own keys made it.
func (g *guests) attest(ctx context.Context, guest sshd.Guest, seat *conduct.Seat, armored string) (exercise.Phrase, error) {
	if strings.TrimSpace(armored) == "" {
		return exercise.Phrase{}, g.howToAttest(guest)
	}
	key, err := g.signerOf(ctx, guest, []byte(armored))
	if err != nil {
		return exercise.Phrase{}, err
	}
	fingerprint := gossh.FingerprintSHA256(key)
	bound, err := g.house.roster.KeyBound(ctx, place(guest.Exercise, guest.Seat), key.Marshal())
	switch {
	case err != nil:
		return exercise.Phrase{}, err
	case !bound:
		return exercise.Phrase{}, exercise.Refuse(exercise.ErrRole, "The signature fits, but its key, %s, is not known at your seat. Sign with the key that you connect with; "+
			"to make this one known, connect with it and your invitation code, and answer yes to “Remember this computer?”", fingerprint)
	}
	g.house.relieve(guest.Exercise, guest.Seat)
	if _, err := seat.Submit(ctx, exercise.Attest{Words: exercise.T(fingerprint)}); err != nil {
		return exercise.Phrase{}, err
	}
	return words.Phrase("Your signature fits the adopted text. It is on record as made with your own SSH key, %s.", fingerprint), nil
}

// signerOf gives the key that signed the text as the seat's own copy has it now.
func (g *guests) signerOf(ctx context.Context, guest sshd.Guest, armored []byte) (gossh.PublicKey, error) {
	e, _ := transcript.Find(accord)
	text, err := g.copyOf(ctx, guest, e)
	if errors.Is(err, transcript.ErrNotAdopted) {
		return nil, exercise.Refuse(exercise.ErrNotNow, "The text has not been adopted yet; there is nothing to sign.")
	}
	if err != nil {
		return nil, err
	}
	key, err := sign.Check(sign.Accord, strings.NewReader(string(text)), sign.Pasted(armored))
	switch line := g.reach.line(guest.Exercise, guest.Seat); {
	case errors.Is(err, sign.ErrNone):
		return nil, exercise.Refuse(exercise.ErrText, "This is no SSH signature. It begins with -----BEGIN SSH SIGNATURE----- and is taken whole: %s attest < accord.txt.sig", line)
	case errors.Is(err, sign.ErrNamespace):
		return nil, exercise.Refuse(exercise.ErrText, "This signature was made for another purpose. Sign once more with -n %s: ssh-keygen -Y sign -n %s -f ~/.ssh/id_ed25519 accord.txt", sign.Accord, sign.Accord)
	case errors.Is(err, sign.ErrChanged):
		return nil, exercise.Refuse(exercise.ErrText, "This signature does not fit the adopted text as it is now. Take the text anew and sign the file without changing it: %s export accord > accord.txt", line)
	}
	return key, err
}

func (g *guests) howToAttest(guest sshd.Guest) error {
	line := g.reach.line(guest.Exercise, guest.Seat)
	return exercise.Refuse(exercise.ErrText, "To sign with your own SSH key, type three lines in another window of your computer. First: %s export accord > accord.txt. "+
		"Second: ssh-keygen -Y sign -n %s -f ~/.ssh/id_ed25519 accord.txt. Third: %s attest < accord.txt.sig", line, sign.Accord, line)
}
