package screen

import (
	"slices"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

// TestAProjectorShowsTheRoomAlone: whatever a seat has for itself, what is
// projected is the same.
func TestAProjectorShowsTheRoomAlone(t *testing.T) {
	for _, m := range moments() {
		draw := func(own exercise.SeatID) []string {
			v := m.view("projector")
			v.Own = m.view(own).Own
			return (&projector{}).Draw(&Sight{View: v, Theme: theme.For(theme.Mono, true), Now: fixtureNow, Width: 100, Height: 26, size: wide}).Lines
		}
		want := draw("projector")
		for _, seat := range []exercise.SeatID{"control", "recorder", "evaluator"} {
			if got := draw(seat); !slices.Equal(got, want) {
				t.Errorf("%s: what %s knows is projected:\n%q", m.name, seat, got)
			}
		}
	}
}

// TestNoKeyHarmsAProjector: somebody leans on the keyboard.
func TestNoKeyHarmsAProjector(t *testing.T) {
	sh := seated(putView("projector"), theme.Mono, 100, 30)
	before := picture(t, sh)
	if acts := press(sh, "hello 123 y<enter><tab>1y<enter><esc><up><backspace>", fixtureNow+later); len(acts) > 0 {
		t.Errorf("keys lead to %v", acts)
	}
	sh.Paste("a long text", fixtureNow+later)
	if after := picture(t, sh); after != before {
		t.Errorf("keys change what is projected:\n%s", after)
	}
}

// TestAProjectorTakesACommand: its look is changed where it stands.
func TestAProjectorTakesACommand(t *testing.T) {
	sh := seated(putView("projector"), theme.Mono, 100, 30)
	press(sh, "/look ascii<enter>", fixtureNow+later)
	if sh.likes.Look != theme.ASCII {
		t.Errorf("the look is %s", sh.likes.Look)
	}
}

// TestAProjectorGoesOnAfterAnIncident: a projector shows an incident while it
// is read, and goes on by itself.
func TestAProjectorGoesOnAfterAnIncident(t *testing.T) {
	sh := seated(turnView("projector"), theme.Mono, 100, 30)
	sh.See(incidentView("projector"), fixtureNow)
	if sh.incident != "" {
		t.Error("the incident lies over the projector until somebody folds it")
	}
}
