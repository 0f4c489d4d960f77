package screen

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

var someKeys = []string{
	"<tab>", "<enter>", "<esc>", "<up>", "<down>", "<pgup>", "<pgdown>", " ", "a", "d", "g", "s", "x", "y", "1", "2", "3",
	"/room<enter>", "/brief<enter>", "/situation<enter>", "/page control<enter>", "word ",
}

func TestEveryPageFitsItsWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seat := rapid.SampledFrom(fixtureSeats()).Draw(t, "seat")
		width, height := rapid.IntRange(36, 210).Draw(t, "width"), rapid.IntRange(0, 55).Draw(t, "height")
		look := rapid.SampledFrom(theme.Looks()).Draw(t, "look")
		lang, _ := words.In(rapid.SampledFrom(words.Codes()).Draw(t, "language"))
		sh := shot{"", rapid.SampledFrom(moments()).Draw(t, "moment").view, seat, ""}.open(look, lang, width, height)
		for i := range rapid.IntRange(0, 12).Draw(t, "steps") {
			now := fixtureNow + int64(i)*1000
			if rapid.Bool().Draw(t, "arrives") {
				sh.See(rapid.SampledFrom(moments()).Draw(t, "moment").view(seat), now)
			} else {
				press(sh, rapid.SampledFrom(someKeys).Draw(t, "keys"), now)
			}
			f := sh.Frame(now)
			if width > 0 && height > 0 && len(f.Lines) != height {
				t.Fatalf("%d lines in a window of %d", len(f.Lines), height)
			}
			for y, line := range f.Lines {
				if w := ansi.StringWidth(line); w > width {
					t.Fatalf("line %d is %d cells wide in a window of %d: %q", y, w, width, ansi.Strip(line))
				}
			}
		}
	})
}

// TestNothingThatArrivesTouchesAPage opens a page, writes in it, and lets any
// views arrive: the page, its choice, the text, the cursor and the focus are
// what they were.
func TestNothingThatArrivesTouchesAPage(t *testing.T) {
	places := []struct {
		seat exercise.SeatID
		view func(exercise.SeatID) *exercise.View
		keys string
	}{
		{"arcadia", turnView, "/room<enter>Take 48<left>"},
		{"arcadia", turnView, "/brief<enter><tab><down>"},
		{"arcadia", closingView, "<tab>r<down><down>Ours only<left><left>"},
		{"arcadia", closingView, "<tab>s"},
		{"chair", turnView, "/page control<enter><tab><down><down>"},
		{"recorder", turnView, "<up><up>A note<left>"},
		{"recorder", turnView, "<tab><up>"},
		{"chair", turnView, "Thank you<left>"},
		{"chair", turnView, "<tab><down>"},
	}
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(places).Draw(t, "place")
		first := p.view(p.seat)
		sh := seated(first, theme.Mono, 80, 24)
		sh.Frame(fixtureNow)
		press(sh, p.keys, fixtureNow+1000)
		sh.Frame(fixtureNow + 1000)
		page, focused, text, at := sh.page(), sh.focused, sh.line().text.Text(), sh.line().text.at
		for i := range rapid.IntRange(1, 8).Draw(t, "arrivals") {
			sh.See(rapid.SampledFrom(moments()[3:]).Draw(t, "moment").view(p.seat), fixtureNow+2000+int64(i))
			sh.Frame(fixtureNow + 2000 + int64(i))
		}
		sh.See(first, fixtureNow+3000)
		if sh.page() != page || sh.line().text.Text() != text || sh.line().text.at != at {
			t.Fatalf("%q: page %T, text %q at %d became %T, %q at %d", p.keys, page, text, at, sh.page(), sh.line().text.Text(), sh.line().text.at)
		}
		if sh.focused && !focused {
			t.Fatalf("%q: the keys were taken from the line", p.keys)
		}
	})
}
