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

import (
	"strings"

	"charm.land/lipgloss/v2"
)

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

	// sgr holds the SGR parameters of each meaning with each combination of
	// attributes, "" for none: measured once, painted a thousand times.
	sgr [meanings][combinations]string
}

const (
	meanings     = 10
	combinations = 16
)

// newTheme measures the styles of a palette.
func newTheme(look Look, glyphs Glyphs, large bool, styles palette) *Theme {
	t := &Theme{Look: look, Glyphs: glyphs, Large: large}
	for m := range styles {
		for c := range combinations {
			t.sgr[m][c] = parametersOf(with(styles[m], Style(c)<<4))
		}
	}
	return t
}

// with adds attributes to a style.
func with(s lipgloss.Style, extra Style) lipgloss.Style {
	if extra&Bold != 0 {
		s = s.Bold(true)
	}
	if extra&Underline != 0 {
		s = s.Underline(true)
	}
	if extra&Strike != 0 {
		s = s.Strikethrough(true)
	}
	if extra&Reverse != 0 {
		s = s.Reverse(true)
	}
	return s
}

// parametersOf is what a style writes before a text, without ESC [ and m.
func parametersOf(s lipgloss.Style) string {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	return strings.TrimSuffix(strings.TrimPrefix(before, "\x1b["), "m")
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
func (t *Theme) parameters(style Style) string { return t.sgr[style&meaning][style>>4] }

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
