package theme

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// allMeanings lists the ten.
func allMeanings() []Style {
	return []Style{Body, Muted, Strong, Kappa, Epsilon, Phi, Alert, Added, Removed, Chosen}
}

func TestPaintKeepsTheTextAndEndsPlain(t *testing.T) {
	for _, look := range Looks() {
		for _, m := range allMeanings() {
			for _, extra := range []Style{0, Bold, Underline | Reverse, Bold | Strike} {
				got := For(look, true).Paint(m|extra, "shall")
				if ansi.Strip(got) != "shall" {
					t.Errorf("%s: Paint(%d) changes the text to %q", look, m|extra, ansi.Strip(got))
				}
				if got != "shall" && !strings.HasSuffix(got, "\x1b[m") {
					t.Errorf("%s: Paint(%d) leaves its style on: %q", look, m|extra, got)
				}
			}
		}
	}
}

func TestEmptyTextStaysEmpty(t *testing.T) {
	if got := For(Dark, true).Paint(Alert|Bold, ""); got != "" {
		t.Errorf("Paint of nothing gives %q", got)
	}
}

func TestBodyIsTheTerminalsOwnForeground(t *testing.T) {
	for _, look := range Looks() {
		if got := For(look, false).Paint(Body, "shall"); got != "shall" {
			t.Errorf("%s paints the body: %q", look, got)
		}
	}
}

func TestNoBackgroundIsPainted(t *testing.T) {
	for _, look := range Looks() {
		for _, m := range allMeanings() {
			for _, p := range strings.Split(For(look, true).parameters(m), ";") {
				if strings.HasPrefix(p, "48") || len(p) == 2 && p[0] == '4' && p != "4" {
					t.Errorf("%s paints a background for %d: %s", look, m, p)
				}
			}
		}
	}
}

func TestLooksWithoutColour(t *testing.T) {
	for _, look := range []Look{Mono, Contrast} {
		for _, m := range allMeanings() {
			if got := For(look, true).parameters(m); strings.Contains(got, "38;") {
				t.Errorf("%s uses colour for %d: %s", look, m, got)
			}
		}
	}
}

func TestASCIIGlyphsAreASCII(t *testing.T) {
	g := For(ASCII, true).Glyphs
	for _, s := range []string{g.Across, g.Down, g.Pointer, g.Done, g.Waiting, g.Dot, g.Private} {
		if len(s) != 1 || s[0] > unicode.MaxASCII {
			t.Errorf("%q is not one ASCII character", s)
		}
	}
	for letter, want := range map[string]string{"κ": "K", "ε": "E", "φ": "P"} {
		if got := For(ASCII, true).Letter(letter); got != want {
			t.Errorf("Letter(%s) is %s, not %s", letter, got, want)
		}
	}
}

func TestThemesAreShared(t *testing.T) {
	for _, look := range Looks() {
		if one, other := For(look, true), For(look, true); one != other {
			t.Errorf("two seats with the look %s do not share a theme", look)
		}
	}
	if For(Auto, true) == For(Auto, false) {
		t.Error("auto does not follow the background")
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name string
		want Look
		ok   bool
	}{{"", Auto, true}, {"mono", Mono, true}, {"ascii", ASCII, true}, {"pink", Auto, false}} {
		if got, ok := Parse(c.name); got != c.want || ok != c.ok {
			t.Errorf("Parse(%q) = %s, %v", c.name, got, ok)
		}
	}
}
