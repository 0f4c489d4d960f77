package sshd

import (
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/tui/words"
)

// Look is a manner of showing the exercise, asked for after the user name.
type Look string

// The looks: `arcadia+plain` and so on. They may be combined. The code of a
// language, as in `arcadia+fr`, is one too.
const (
	Plain Look = "plain" // spoken lines, for screen readers and braille
	Mono  Look = "mono"  // no colour
	ASCII Look = "ascii" // no character beyond ASCII
	Large Look = "large" // fewer, larger parts

	Contrast Look = "contrast" // the terminal's own colours, bold, nothing pale
)

// known says whether there is such a look.
func (l Look) known() bool {
	return slices.Contains([]Look{Plain, Mono, ASCII, Large, Contrast}, l) || slices.Contains(words.Codes(), string(l))
}

// Via says what let a guest in.
type Via string

// Ways in.
const (
	ViaKey  Via = "key"
	ViaCode Via = "code"
)

// Guest is someone who may sit in a seat.
type Guest struct {
	Exercise string
	Seat     exercise.SeatID
	Looks    []Look // in the order in which they were asked for
	Via      Via
	// Language is what the guest is spoken to in, as it was when the session
	// began; nil is English.
	Language *words.Language
}

// Wants says whether the guest asked for a look.
func (g Guest) Wants(l Look) bool { return slices.Contains(g.Looks, l) }

func (g Guest) place() place { return place{g.Exercise, g.Seat} }

// What the permissions of a connection carry. Every success carries either a
// seat or the name that a stranger used.
const (
	permExercise = "kefi-exercise"
	permSeat     = "kefi-seat"
	permLooks    = "kefi-looks"
	permVia      = "kefi-via"
	permStranger = "kefi-stranger"
)

func permit(g Guest) *gossh.Permissions {
	looks := make([]string, len(g.Looks))
	for i, l := range g.Looks {
		looks[i] = string(l)
	}
	return &gossh.Permissions{Extensions: map[string]string{
		permExercise: g.Exercise,
		permSeat:     string(g.Seat),
		permLooks:    strings.Join(looks, " "),
		permVia:      string(g.Via),
	}}
}

func permitStranger(name string) *gossh.Permissions {
	return &gossh.Permissions{Extensions: map[string]string{permStranger: shown(name)}}
}

// guestOf reads who someone is from what the handshake ended with. Without a
// seat there it is a stranger.
func guestOf(p *gossh.Permissions) (g Guest, ok bool) {
	if p == nil || p.Extensions[permSeat] == "" {
		return Guest{}, false
	}
	g = Guest{
		Exercise: p.Extensions[permExercise],
		Seat:     exercise.SeatID(p.Extensions[permSeat]),
		Via:      Via(p.Extensions[permVia]),
	}
	for _, l := range strings.Fields(p.Extensions[permLooks]) {
		g.Looks = append(g.Looks, Look(l))
	}
	return g, true
}
