// Package theme turns meanings into colours and glyphs.
//
// A screen never names a colour. It says that a text is muted, an alert, the
// track ε, added or removed, and the [Theme] of the seat's look says how that
// is drawn. Body text is always the terminal's own foreground on its own
// background, and no look carries a meaning by colour alone: whatever is
// painted here also has its letter, mark or word.
//
// A Theme is immutable, and two seats with the same look share one value, so
// its address may be part of a cache key.
package theme

import "strings"

// Style is a meaning, with attributes added by |.
type Style uint16

// The ten meanings.
const (
	Body    Style = iota // the terminal's own foreground
	Muted                // rules, times, what is beside the point
	Strong               // titles, the point in hand
	Kappa                // track κ, government
	Epsilon              // track ε, business
	Phi                  // track φ, philanthropy
	Alert                // incidents, refusals, the last seconds
	Added                // words that come in
	Removed              // words that go out
	Chosen               // the selected row or word
)

// Attributes, to be combined with a meaning: Kappa|Bold.
const (
	Bold Style = 1 << (iota + 4)
	Underline
	Strike
	Reverse
)

const meaning Style = 0xf

// Theme draws meanings for one look.
type Theme struct {
	// Look is what was asked for.
	Look Look
	// Glyphs are the marks and rules of this look.
	Glyphs Glyphs
	// Large asks for one column and air between items.
	Large bool

	sgr [10]string // parameters of each meaning, "" for none
}

// Paint draws s with a style. It ends in plain style, and an empty string
// stays empty.
func (t *Theme) Paint(style Style, s string) string {
	if s == "" {
		return ""
	}
	sgr := t.parameters(style)
	if sgr == "" {
		return s
	}
	return "\x1b[" + sgr + "m" + s + "\x1b[m"
}

// parameters lists the SGR parameters of a style.
func (t *Theme) parameters(style Style) string {
	base := t.sgr[style&meaning]
	if style&^meaning == 0 {
		return base
	}
	all := make([]string, 0, 5)
	if base != "" {
		all = append(all, base)
	}
	for _, a := range [...]struct {
		bit Style
		sgr string
	}{{Bold, "1"}, {Underline, "4"}, {Strike, "9"}, {Reverse, "7"}} {
		if style&a.bit != 0 {
			all = append(all, a.sgr)
		}
	}
	return strings.Join(all, ";")
}

// Track is the style of a track, named by its Greek letter; Body for any other.
func (t *Theme) Track(letter string) Style {
	switch letter {
	case "κ":
		return Kappa
	case "ε":
		return Epsilon
	case "φ":
		return Phi
	}
	return Body
}

// Letter is how this look writes a track's letter: κ, or K where the terminal
// may draw Greek two cells wide.
func (t *Theme) Letter(letter string) string {
	if !t.Glyphs.ASCII {
		return letter
	}
	switch letter {
	case "κ":
		return "K"
	case "ε":
		return "E"
	case "φ":
		return "P"
	}
	return letter
}
