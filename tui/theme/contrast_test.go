package theme

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// leastContrast is what WCAG 2 asks of text (level AA).
const leastContrast = 4.5

// Backgrounds that terminals have by default: black, a dark grey, Solarized's
// two, white, a light grey.
var (
	darkGrounds  = []string{"#000000", "#1e1e1e", "#002b36"}
	lightGrounds = []string{"#ffffff", "#fdf6e3", "#eeeeee"}
)

func TestContrastOnEveryBackground(t *testing.T) {
	measured := 0
	for _, look := range Looks() {
		for _, c := range []struct {
			dark    bool
			grounds []string
		}{{true, darkGrounds}, {false, lightGrounds}} {
			if look == Dark && !c.dark || look == Light && c.dark {
				continue // chosen by a person who sees the background
			}
			for _, m := range allMeanings() {
				ink, coloured := inkOf(t, For(look, c.dark).parameters(m))
				if !coloured {
					continue // the terminal's own foreground
				}
				measured++
				for _, ground := range c.grounds {
					if got := contrastOf(ink, hex(t, ground)); got < leastContrast {
						t.Errorf("%s: meaning %d on %s: %.2f:1, want at least %.1f:1", look, m, ground, got, leastContrast)
					}
				}
			}
		}
	}
	if measured < 40 {
		t.Errorf("only %d colours were measured", measured)
	}
}

// The formula gives what others publish.
func TestContrastIsComputedAsWCAGDoes(t *testing.T) {
	for _, c := range []struct {
		ink, ground string
		want        float64
	}{{"#000000", "#ffffff", 21}, {"#ffffff", "#ffffff", 1}, {"#777777", "#ffffff", 4.48}, {"#0000ff", "#ffffff", 8.59}, {"#ff0000", "#000000", 5.25}} {
		if got := contrastOf(hex(t, c.ink), hex(t, c.ground)); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s is %.2f:1, want %.2f:1", c.ink, c.ground, got, c.want)
		}
	}
}

// inkOf is the foreground that SGR parameters set, if they set one.
func inkOf(t *testing.T, sgr string) (color.Color, bool) {
	t.Helper()
	_, rest, ok := strings.Cut(sgr, "38;5;")
	if !ok {
		if strings.Contains(sgr, "38;") || strings.HasPrefix(sgr, "3") || strings.Contains(sgr, ";3") || strings.Contains(sgr, ";9") {
			t.Errorf("a colour that is not one of 256: %s", sgr)
		}
		return nil, false
	}
	index, _, _ := strings.Cut(rest, ";")
	n, err := strconv.ParseUint(index, 10, 8)
	if err != nil || n < 16 {
		t.Fatalf("%s: the first 16 colours are each terminal's own", sgr)
	}
	return ansi.IndexedColor(n), true
}

func hex(t *testing.T, s string) color.Color {
	t.Helper()
	n, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xff}
}

// contrastOf is the contrast ratio of WCAG 2, from 1 to 21.
func contrastOf(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is the relative luminance of WCAG 2, from 0 to 1.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
