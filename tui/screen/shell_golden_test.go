package screen

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"kefi/exercise"
	"kefi/tui/theme"
)

// windows are the sizes at which every screen is kept.
var windows = [][2]int{{100, 30}, {80, 24}, {60, 18}, {48, 11}}

// seated is a shell that has just been given a view.
func seated(v *exercise.View, look theme.Look, width, height int) *Shell {
	sh := NewShell(NewCache(), look)
	sh.Resize(width, height)
	sh.See(v, fixtureNow)
	return sh
}

// shot is the screen as text, checked to be as large as the window and no
// wider, with the cursor shown by an underscore.
func shot(t *testing.T, sh *Shell, width, height int) string {
	t.Helper()
	sh.Frame(fixtureNow) // the first drawing tells the sizes
	f := sh.Frame(fixtureNow)
	if len(f.Lines) != height {
		t.Errorf("the frame has %d lines in a window of %d", len(f.Lines), height)
	}
	var b strings.Builder
	for y, line := range f.Lines {
		if w := ansi.StringWidth(line); w > width {
			t.Errorf("line %d is %d cells wide in a window of %d: %q", y, w, width, ansi.Strip(line))
		}
		text := ansi.Strip(line)
		if y == f.Cursor.Y && f.Cursor.Visible {
			text += blanks(f.Cursor.X-ansi.StringWidth(text)) + strings.Repeat("_", max(1+f.Cursor.X-max(ansi.StringWidth(text), f.Cursor.X), 0))
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	return b.String()
}

// TestIncidentAtEverySize: the incident arrives while a sentence is being
// written.
func TestIncidentAtEverySize(t *testing.T) {
	for _, w := range windows {
		t.Run(itoa(w[0])+"x"+itoa(w[1]), func(t *testing.T) {
			sh := seated(turnView("arcadia"), theme.Dark, w[0], w[1])
			press(sh, "If the operator itself does not know, who starts the clock?", fixtureNow)
			sh.See(incidentView("arcadia"), fixtureNow)
			golden.RequireEqual(t, []byte(shot(t, sh, w[0], w[1])))
		})
	}
}

func TestScreensAtEverySize(t *testing.T) {
	for _, c := range []struct {
		name string
		view func(exercise.SeatID) *exercise.View
		seat exercise.SeatID
		keys string
	}{
		{"table", turnView, "arcadia", ""},
		{"table-floor", turnView, "hydra", "Would our colleagues accept 24 hours where the operator is listed in Annex B?"},
		{"table-point", turnView, "arcadia", "<tab><down><down><enter>"},
		{"observer", turnView, "observer", ""},
		{"gavel", gavelView, "meridia", ""},
		{"put", putView, "meridia", ""},
		{"realworld", realWorldView, "arcadia", ""},
		{"palette", turnView, "arcadia", "/"},
		{"help", turnView, "arcadia", "?"},
		{"first-reading", firstReadingView, "arcadia", ""},
		{"first-reading-list", firstReadingView, "arcadia", "<tab><down><down>"},
		{"amend", turnView, "arcadia", "/amend 3.1<enter>"},
		{"amend-edit", turnView, "arcadia", "/amend 3.1<enter><end><up><up><up><up><home>Today, "},
		{"amend-review", turnView, "arcadia", "/amend 3.1<enter> Really.<tab>Keeps it short.<tab><tab><enter>"},
		{"decide", putView, "meridia", "/position<enter>"},
		{"decide-gavel", gavelView, "meridia", "/position<enter>2<tab>we need a day"},
		{"agenda", turnView, "arcadia", "/agenda<enter>"},
		{"who", turnView, "arcadia", "/who<enter>"},
		{"read-amendment", turnView, "arcadia", "/read A1<enter>"},
		{"leave", turnView, "arcadia", "<ctrl+c>"},
		{"held", turnView, "arcadia", "We could live with that.<enter>"},
		{"refusal", turnView, "arcadia", "/gravel A1<enter>"},
	} {
		for _, w := range windows {
			name := c.name + "-" + itoa(w[0]) + "x" + itoa(w[1])
			t.Run(name, func(t *testing.T) {
				sh := seated(c.view(c.seat), theme.Dark, w[0], w[1])
				sh.Frame(fixtureNow)
				press(sh, c.keys, fixtureNow+1000)
				golden.RequireEqual(t, []byte(shot(t, sh, w[0], w[1])))
			})
		}
	}
}
