package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/tui/theme"
)

// A language is chosen by verb or on the first page, by number or by name, and
// holds at once; it is kept with the seat.
func TestALanguageIsChosen(t *testing.T) {
	for _, row := range []struct{ name, keys, code, see string }{
		{"by verb", "/language fr<enter>", "fr", "EXERCICE"},
		{"by another name of it", "/langue Español<enter>", "es", "EJERCICIO"},
		{"by number in the line", "2<enter>", "fr", "Avant de prendre place"},
		{"by name in the line", "español<enter>", "es", "Antes de tomar asiento"},
		{"by number on the page", "<tab>3", "es", "Antes de tomar asiento"},
	} {
		t.Run(row.name, func(t *testing.T) {
			sh := seated(firstContactView("arcadia"), theme.Mono, 80, 24)
			acts := press(sh, row.keys, fixtureNow+later)
			if !slices.Contains(acts, Act(Remember{Name: "language", Value: row.code})) {
				t.Errorf("it led to %+v", acts)
			}
			frame := ansi.Strip(strings.Join(sh.Frame(fixtureNow).Lines, "\n"))
			if !strings.Contains(frame, row.see) || sh.line().text.Text() != "" {
				t.Errorf("it shows\n%s", frame)
			}
		})
	}
}

// What is being written survives the choice.
func TestALanguageChosenLeavesTheLine(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Mono, 80, 24)
	press(sh, "Forty-eight", fixtureNow+later)
	sh.do([]Act{Type{"/language fr"}})
	if got := sh.line().text.Text(); got != "Forty-eight" {
		t.Errorf("the line holds %q", got)
	}
	if got := sh.speech().Prompt; got == "Speak to the table" {
		t.Errorf("the line still asks %q", got)
	}
}
