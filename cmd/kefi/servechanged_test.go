package main

import (
	"os"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/conduct"
)

// Who serves a scenario again is told where its exercise goes on with an older text.
func TestAnExerciseKeepsTheTextItBeganWith(t *testing.T) {
	data, file := t.TempDir(), bells(t)
	var h *house
	open := func() {
		t.Helper()
		var err error
		if h, err = openHouse(t.Context(), data, "this test", conduct.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	open()
	for _, s := range []serving{{scenario: file, name: "bells"}, {scenario: "copycat", name: "spring", procedure: "track-2", arm: exercise.KappaPhi}} {
		sc, err := s.plan(h)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.create(t.Context(), s.name, sc, 7, 1); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	open() // what is compared has been on the disk
	defer h.close()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		given    string
		s        serving
		old, now string // in the file
		then     string
	}{
		{"the same files", serving{scenario: file, name: "bells"}, "", "", ""},
		{"the same files, played by other rules", serving{scenario: "copycat", name: "spring"}, "", "", ""},
		{"another scenario", serving{scenario: "first-table", name: "spring"}, "", "", "The exercise spring was begun with the scenario copycat and goes on with it. --name spring2 begins a new one."},
		{"an edit", serving{scenario: file, name: "bells"}, "It cracked too.", "It fell.", "The files of bells have changed since this exercise began; it goes on with the text it began with. --name bells2 begins a new one."},
		{"a mistake", serving{scenario: file, name: "bells"}, "title:", "tilte:", "The files of bells have changed since"},
	} {
		if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(text), x.old, x.now)), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := x.s.changed(h); !strings.HasPrefix(got, x.then) || x.then == "" && got != "" {
			t.Errorf("%s: it says %q, want %q", x.given, got, x.then)
		}
	}
}

func TestAnExerciseIsCalledAfterItsScenario(t *testing.T) {
	for scenario, want := range map[string]string{"copycat": "copycat", "my/harbour/": "harbour", "my/harbour/scenario.yaml": "harbour", "my/harbour.yaml": "harbour"} {
		if got := exerciseName(scenario); got != want {
			t.Errorf("%s is called %s, want %s", scenario, got, want)
		}
	}
}
