package theme

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

// Palette indices of the 256 colours, chosen for contrast: the dark ones are
// at least 5.6:1 on black, #1e1e1e and #002b36, the light ones at least 4.9:1
// on white, #fdf6e3 and #eee.
var (
	dark = [10]string{
		Muted: "38;5;247", Strong: "1",
		Kappa: "38;5;111", Epsilon: "38;5;215", Phi: "38;5;115",
		Alert: "1;38;5;210", Added: "4;38;5;115", Removed: "9;38;5;210", Chosen: "1",
	}
	light = [10]string{
		Muted: "38;5;240", Strong: "1",
		Kappa: "38;5;25", Epsilon: "38;5;94", Phi: "38;5;23",
		Alert: "1;38;5;124", Added: "4;38;5;23", Removed: "9;38;5;124", Chosen: "1",
	}
	contrast = [10]string{
		Strong: "1", Kappa: "1", Epsilon: "1", Phi: "1",
		Alert: "1;7", Added: "1;4", Removed: "9", Chosen: "1;7",
	}
	mono = [10]string{
		Strong: "1", Kappa: "4", Epsilon: "4:2", Phi: "4:4",
		Alert: "1", Added: "4", Removed: "9", Chosen: "1",
	}
)

// One shared value a look; every seat points at the same.
var (
	darkTheme     = &Theme{Look: Dark, Glyphs: lines, sgr: dark}
	lightTheme    = &Theme{Look: Light, Glyphs: lines, sgr: light}
	contrastTheme = &Theme{Look: Contrast, Glyphs: lines, sgr: contrast}
	monoTheme     = &Theme{Look: Mono, Glyphs: lines, sgr: mono}
	asciiDark     = &Theme{Look: ASCII, Glyphs: typewriter, sgr: dark}
	asciiLight    = &Theme{Look: ASCII, Glyphs: typewriter, sgr: light}
	largeDark     = &Theme{Look: Large, Glyphs: lines, Large: true, sgr: dark}
	largeLight    = &Theme{Look: Large, Glyphs: lines, Large: true, sgr: light}
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
