package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/tui/theme"
)

func TestASentenceWithoutRoomSaysThatItGoesOn(t *testing.T) {
	s := seated(turnView("arcadia"), theme.ASCII, 20, 11).sight()
	s.Width = 20
	d := s.Draw()
	d.Text(0, plain("If nothing changes: it is postponed until noon"))
	d.Text(0, plain("Carried."))
	for _, c := range []struct {
		height int
		last   string
	}{
		{0, ""}, {1, "If nothing ~"}, {2, "it is postponed ~"}, {3, "until noon"}, {4, "Carried."},
	} {
		lines := s.broken(d.Lines(), s.Width, c.height)
		if len(lines) != c.height || c.height > 0 && ansi.Strip(lines[c.height-1]) != c.last {
			t.Errorf("%d rows end in %q, want %q", c.height, strings.Join(lines, "/"), c.last)
		}
	}
}

func TestACardHasNoAirAboveItsHeadings(t *testing.T) {
	for _, w := range [][2]int{{60, 18}, {48, 11}} {
		sh := seated(mselView("control"), theme.Mono, w[0], w[1])
		s := sh.sight()
		if blank := s.heading(0, "Timeline", "").lines[0] == ""; blank == s.Card() {
			t.Errorf("%v: a blank line above a heading: %v", w, blank)
		}
	}
}
