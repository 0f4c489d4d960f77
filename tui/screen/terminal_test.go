package screen

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

// TestTroubleIsToldOnce: what is wrong with a terminal is said when its answers
// arrive, before the first view or after it, and not again.
func TestTroubleIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		given string
		seat  exercise.SeatID
		look  theme.Look
		late  bool // the answers come after the view
		want  string
	}{
		{"answers before the view", "arcadia", theme.Auto, false, "two cells wide here, so"},
		{"answers after the view", "arcadia", theme.Auto, true, "two cells wide here, so"},
		{"a look was chosen", "arcadia", theme.Contrast, true, "or type /look ascii"},
		{"plain letters were chosen", "arcadia", theme.ASCII, true, ""},
		{"a projector shows the exercise alone", "projector", theme.Auto, true, ""},
	} {
		sh := NewShell(NewCache(), Preferences{Look: c.look})
		sh.Resize(100, 30)
		if c.late {
			sh.See(turnView(c.seat), fixtureNow)
		}
		for sample, cells := range []int{1, 2, 2} {
			sh.Measured(sample, cells, fixtureNow)
		}
		sh.See(turnView(c.seat), fixtureNow)
		if got := sh.note.text; c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: says %q", c.given, got)
		}
		press(sh, "a", fixtureNow)
		sh.Measured(1, 2, fixtureNow)
		sh.See(turnView(c.seat), fixtureNow)
		if sh.note != (note{}) {
			t.Errorf("%s: says again %q", c.given, sh.note.text)
		}
	}
}
