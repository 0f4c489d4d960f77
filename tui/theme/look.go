package theme

import "charm.land/lipgloss/v2"

// Look is how a person wants the screen to be drawn. It is kept with the seat.
type Look string

// The looks. Auto follows the terminal's background where it tells, and is
// dark until it does.
const (
	Auto     Look = "auto"
	Dark     Look = "dark"
	Light    Look = "light"
	Contrast Look = "contrast" // default colours, bold, nothing dim
	Mono     Look = "mono"     // no colour: bold, underline, reverse
	ASCII    Look = "ascii"    // no glyph beyond ASCII in rules and marks
	Large    Look = "large"    // one column, air between items
)

// Looks lists every look, in the order in which they are offered.
func Looks() []Look { return []Look{Auto, Dark, Light, Contrast, Mono, ASCII, Large} }

// Parse reads a look by name. The empty name is Auto.
func Parse(name string) (Look, bool) {
	if name == "" {
		return Auto, true
	}
	for _, l := range Looks() {
		if string(l) == name {
			return l, true
		}
	}
	return Auto, false
}

// palette gives each meaning its style.
type palette [meanings]lipgloss.Style

// Palette indices of the 256 colours, chosen for contrast: the dark ones are
// at least 5.6:1 on black, #1e1e1e and #002b36, the light ones at least 4.9:1
// on white, #fdf6e3 and #eee.
var (
	dark  = coloured("247", "111", "215", "115", "210")
	light = coloured("240", "25", "94", "23", "124")

	contrast = palette{
		Strong: bold, Kappa: bold, Epsilon: bold, Phi: bold,
		Alert: bold.Reverse(true), Added: bold.Underline(true), Removed: plain.Strikethrough(true), Chosen: bold.Reverse(true),
	}
	mono = palette{
		Strong: bold, Kappa: plain.Underline(true), Epsilon: plain.UnderlineStyle(lipgloss.UnderlineDouble),
		Phi:   plain.UnderlineStyle(lipgloss.UnderlineDotted),
		Alert: bold, Added: plain.Underline(true), Removed: plain.Strikethrough(true), Chosen: bold,
	}
)

var (
	plain = lipgloss.NewStyle()
	bold  = plain.Bold(true)
)

func coloured(muted, kappa, epsilon, phi, alert string) palette {
	ink := func(index string) lipgloss.Style { return plain.Foreground(lipgloss.Color(index)) }
	return palette{
		Muted: ink(muted), Strong: bold, Kappa: ink(kappa), Epsilon: ink(epsilon), Phi: ink(phi),
		Alert: ink(alert).Bold(true), Added: ink(phi).Underline(true), Removed: ink(alert).Strikethrough(true), Chosen: bold,
	}
}

// One shared value a look; every seat points at the same.
var (
	darkTheme     = newTheme(Dark, lines, false, dark)
	lightTheme    = newTheme(Light, lines, false, light)
	contrastTheme = newTheme(Contrast, lines, false, contrast)
	monoTheme     = newTheme(Mono, lines, false, mono)
	asciiDark     = newTheme(ASCII, typewriter, false, dark)
	asciiLight    = newTheme(ASCII, typewriter, false, light)
	largeDark     = newTheme(Large, lines, true, dark)
	largeLight    = newTheme(Large, lines, true, light)
)

// For gives the theme of a look on a dark or light background. The background
// matters to auto, ascii and large only.
func For(look Look, darkBackground bool) *Theme {
	either := func(d, l *Theme) *Theme {
		if darkBackground {
			return d
		}
		return l
	}
	switch look {
	case Dark:
		return darkTheme
	case Light:
		return lightTheme
	case Contrast:
		return contrastTheme
	case Mono:
		return monoTheme
	case ASCII:
		return either(asciiDark, asciiLight)
	case Large:
		return either(largeDark, largeLight)
	default:
		return either(darkTheme, lightTheme)
	}
}
