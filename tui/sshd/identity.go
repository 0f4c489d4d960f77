package sshd

import (
	"context"
	"errors"
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/words"
)

// login is one connection's way in. Its methods are x/crypto's callbacks; they
// run one after the other. Who someone is follows from their arguments alone.
type login struct {
	door   *Door
	ctx    context.Context // the connection's
	visit  *visit
	misses int // wrong codes on this connection, for what the next prompt says
}

var (
	errKnown   = errors.New("this name is a seat")
	errUnbound = errors.New("this key is not bound to the seat")
	errCert    = errors.New("certificates open nothing here")
	errCode    = because(words.Mark("That code does not open this seat. It is four words, as in your invitation."))
)

// none lets strangers in, to their page: whoever has a seat has to prove it.
func (l *login) none(c gossh.ConnMetadata) (*gossh.Permissions, error) {
	if len(l.door.places(c.User())) > 0 {
		return nil, errKnown
	}
	return permitStranger(c.User()), nil
}

// key answers the offer of a key. A bound one opens the seat once it has been
// proved. Any other is worth proving too: *partial success* keeps it, so that
// the code that follows can bind it, and lets the client go on to its next
// key, of which there may be five.
func (l *login) key(c gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
	p, err := l.bound(c, key)
	if errors.Is(err, errUnbound) {
		return nil, &gossh.PartialSuccessError{Next: gossh.ServerAuthCallbacks{
			PublicKeyCallback:           l.bound,
			KeyboardInteractiveCallback: l.code(key),
		}}
	}
	return p, err
}

// bound lets a bound key in and no other.
func (l *login) bound(c gossh.ConnMetadata, key gossh.PublicKey) (*gossh.Permissions, error) {
	if _, isCert := key.(*gossh.Certificate); isCert {
		return nil, errCert
	}
	var open []place
	for _, p := range l.door.places(c.User()) {
		ok, err := l.door.Store.KeyOpens(l.ctx, p.exercise, p.seat, key)
		if err != nil {
			l.door.Log.Error("cannot look a key up", "exercise", p.exercise, "seat", p.seat, "error", err)
		} else if ok {
			open = append(open, p)
		}
	}
	switch len(open) {
	case 0:
		return nil, errUnbound
	case 1:
		return permit(l.guest(c, open[0], ViaKey)), nil
	default: // the key is right, but only the person knows which exercise is meant
		return nil, &gossh.PartialSuccessError{Next: gossh.ServerAuthCallbacks{
			KeyboardInteractiveCallback: l.whichOf(open),
		}}
	}
}

// code asks for the invitation code, then offers to bind the key that was
// proved just before, if there is one.
func (l *login) code(proved gossh.PublicKey) func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	return func(c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
		lang := named(c.User())
		instruction := ""
		if l.misses > 0 {
			instruction = lang.Error(errCode)
		}
		code, err := question(ask, instruction, lang.Say("Invitation code:"))
		if err != nil {
			return nil, err
		}
		open, err := l.door.openedBy(l.ctx, l.visit.from, l.door.places(c.User()), code)
		if err != nil {
			l.misses++
			return nil, err
		}
		p, err := chosen(ask, lang, open)
		if err != nil {
			return nil, err
		}
		if proved != nil {
			if err := l.remember(ask, lang, p, proved); err != nil {
				return nil, err
			}
		}
		return permit(l.guest(c, p, ViaCode)), nil
	}
}

// whichOf asks the owner of a key that opens several exercises for one.
func (l *login) whichOf(open []place) func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
	return func(c gossh.ConnMetadata, ask gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
		p, err := chosen(ask, named(c.User()), open)
		if err != nil {
			return nil, err
		}
		return permit(l.guest(c, p, ViaKey)), nil
	}
}

// remember binds a proved key if the person wants it. A store that cannot bind
// it does not keep anyone out: the code stays good.
func (l *login) remember(ask gossh.KeyboardInteractiveChallenge, lang *words.Language, p place, key gossh.PublicKey) error {
	answer, err := question(ask, "", lang.Say("Remember this computer? yes/no"))
	if err != nil {
		return err
	}
	if !words.Yes(answer) {
		return nil
	}
	if err := l.door.Store.BindKey(l.ctx, p.exercise, p.seat, key); err != nil {
		l.door.Log.Error("cannot bind a key", "exercise", p.exercise, "seat", p.seat, "error", err)
		_, err = ask("", lang.Say("This computer could not be remembered. Your code stays good."), nil, nil)
		return err
	}
	return nil
}

func (l *login) guest(c gossh.ConnMetadata, p place, via Via) Guest {
	name, _ := ParseName(c.User()) // it named p, so it is whole
	return Guest{Exercise: p.exercise, Seat: p.seat, Looks: name.Looks, Via: via}
}

// outcome notes how an attempt ended.
func (l *login) outcome(c gossh.ConnMetadata, method string, err error) {
	switch {
	case errors.Is(err, errCode):
		l.door.Log.Info("wrong invitation code", "name", shown(c.User()), "from", l.visit.from)
	case err == nil && method == "none":
		l.visit.stay(l.door.Limits.StrangerStay + l.door.Limits.Farewell)
	case err == nil:
		l.visit.signIn()
	}
}

// chosen is the only one of some places, or the one that the person names.
func chosen(ask gossh.KeyboardInteractiveChallenge, lang *words.Language, open []place) (place, error) {
	if len(open) == 1 {
		return open[0], nil
	}
	names := make([]string, len(open))
	for i, p := range open {
		names[i] = p.exercise
	}
	answer, err := question(ask, lang.Say("You have this seat in several exercises."), lang.Say("Which one, %s?", strings.Join(names, lang.Say(" or "))))
	if err != nil {
		return place{}, err
	}
	i := slices.Index(names, strings.ToLower(strings.TrimSpace(answer)))
	if i < 0 {
		return place{}, errors.New("no such exercise")
	}
	return open[i], nil
}

// question asks one thing. The answer is shown as it is typed: a code is long,
// and a person types it once.
func question(ask gossh.KeyboardInteractiveChallenge, instruction, prompt string) (string, error) {
	answers, err := ask("", instruction, []string{prompt + " "}, []bool{true})
	if err != nil {
		return "", err
	}
	if len(answers) != 1 {
		return "", errors.New("one answer was asked for")
	}
	return answers[0], nil
}
