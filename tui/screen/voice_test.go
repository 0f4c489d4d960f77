package screen

import (
	"testing"

	"kefi/tui/theme"
	"kefi/tui/words"
)

func TestRunsStandWhereTheLanguagePutsThem(t *testing.T) {
	french, _ := words.In("fr")
	team := runs{{theme.Phi, "Lantern"}}
	s := &Sight{Lang: french, Theme: theme.For(theme.Mono, true)}
	got := s.in(theme.Muted).Say("%s has the floor", team)
	want := runs{{theme.Phi, "Lantern"}, {theme.Muted, " a la parole"}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("it says %v", got)
	}
}

func TestOthersTextIsNoPlace(t *testing.T) {
	s := &Sight{Theme: theme.For(theme.Mono, true)}
	odd := string(firstPlace + 1)
	if got := s.in(theme.Body).Say("%s: %s", runs{{theme.Phi, "Lantern"}}, odd).words(); got != "Lantern: "+odd {
		t.Errorf("it says %q", got)
	}
}
