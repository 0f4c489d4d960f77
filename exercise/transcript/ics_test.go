package transcript_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kefi/exercise"
)

func TestTimetable(t *testing.T) {
	golden(t, "timetable.ics", export(t, "ics", newPlay(t).source("observer")))
}

func TestTimetableHoldsTheFormat(t *testing.T) {
	// given a scenario whose names are hostile and long
	p := newPlay(t, func(sc *exercise.Scenario) {
		sc.Title = "Häfen; ein, \\ Abkommen\nEND:VCALENDAR " + strings.Repeat("κεφ ", 40)
		sc.Organiser = "a\r\nBEGIN:VEVENT"
	})
	// when
	text := export(t, "ics", p.source("observer"))
	// then
	for i, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("line %d is %q", i+1, line)
		}
	}
	whole := strings.ReplaceAll(text, "\r\n ", "")
	if n := strings.Count(whole, "\r\nEND:VCALENDAR\r\n"); n != 1 {
		t.Errorf("the calendar ends %d times", n)
	}
	if strings.Count(whole, "\r\nBEGIN:VEVENT\r\n") != strings.Count(whole, "\r\nEND:VEVENT\r\n") {
		t.Error("somebody's words began an event")
	}
	if !strings.Contains(whole, `Häfen\; ein\, \\ Abkommen\nEND:VCALENDAR`) {
		t.Error("the title is not written as it reads")
	}
	if !strings.HasSuffix(whole, "END:VCALENDAR\r\n") || strings.Count(whole, "COMMENT:EXERCISE EXERCISE EXERCISE") < 3 {
		t.Error("an event is not marked")
	}
}

func TestBeforeSTARTEXTheTimetableIsTentative(t *testing.T) {
	p := &play{t: t, s: exercise.New(), now: morning}
	act, err := exercise.Decide(p.s, "", p.now, exercise.Begin{Name: "demo", Scenario: harbour(), Version: "0.1.0"})
	check(t, err)
	p.s, p.acts = exercise.Evolve(p.s, act), []exercise.Act{act}
	early, late := export(t, "ics", p.source("observer")), export(t, "ics", newPlay(t).source("observer"))
	if !strings.Contains(early, "STATUS:TENTATIVE") || strings.Contains(late, "TENTATIVE") {
		t.Error("nobody can tell a plan from a guess")
	}
}
