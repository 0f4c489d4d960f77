package scenarios_test

import (
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Small enough for people who have never sat at such a table.
func TestFirstTableIsSmall(t *testing.T) {
	s := load(t, "first-table")
	if teams, points := len(s.Teams), len(points(t, s)); teams != 3 || len(s.Clauses) != 2 || points != 3 {
		t.Errorf("%d teams, %d clauses, %d points; want 3, 2, 3", teams, len(s.Clauses), points)
	}
	if s.Chairing != "auto" {
		t.Errorf("chairing is %q, want auto: nobody has to know how to chair", s.Chairing)
	}
	if s.Times.Briefing != 0 {
		t.Error("briefs are read in the lobby; the table opens at STARTEX")
	}
	total := s.Times.Closing
	for _, item := range s.Agenda {
		total += int64(item.Minutes) * time.Minute.Milliseconds()
	}
	if total != 20*time.Minute.Milliseconds() {
		t.Errorf("from STARTEX to the signatures it takes %v, want 20 min", time.Duration(total)*time.Millisecond)
	}
}

// Each pair of neighbours agrees on one point, and each is alone on another.
func TestNeighboursOfTheFirstTableAgreeInPairs(t *testing.T) {
	s := load(t, "first-table")
	for i, a := range s.Teams {
		for _, b := range s.Teams[i+1:] {
			if agree, differ := compare(a, b); agree != 1 || differ != 2 {
				t.Errorf("%s and %s agree on %d points and differ on %d, want 1 and 2", a.ID, b.ID, agree, differ)
			}
		}
	}
}

// If each gets what matters most to it, all are better off than by a majority
// on each point, and than by a third wording on each.
func TestTheTradeOfTheFirstTable(t *testing.T) {
	s := load(t, "first-table")
	w := worth{points: points(t, s), teams: s.Teams}
	trade, majority := []int{0, 1, 0}, []int{1, 0, 1} // Norrow keeps it, 60, shall; Pellwater keeps it, 15, should
	for i, team := range s.Teams {
		third := w.agreed(i) + w.of(i, 0, 2)
		for _, p := range team.Stakes.Points[1:] {
			third += *p.Other
		}
		if v := w.value(i, trade); v < w.value(i, majority)+10 || v < third+10 {
			t.Errorf("to %s the trade is worth %d, the majority's text %d, third wordings %d", team.ID, v, w.value(i, majority), third)
		}
	}
}

// The library of agreed language names whose theme it took, and claims no more.
func TestPrecedentsOfTheFirstTableNameTheirSource(t *testing.T) {
	s := load(t, "first-table")
	if len(s.Precedents) < 5 {
		t.Errorf("%d precedents, want 5 or more", len(s.Precedents))
	}
	for _, p := range s.Precedents {
		number, _ := strings.CutPrefix(p.ID, "cbm-")
		if want := "theme of CBM " + number + ", OSCE PC.DEC/1202 of 2016; our words"; p.Source != want {
			t.Errorf("%s has the source %q, want %q", p.ID, p.Source, want)
		}
		if strings.Contains(p.Text.Value, "OSCE") {
			t.Errorf("%s speaks for the OSCE", p.ID)
		}
	}
}

// Two alarms, each true or false by the seed: four plays.
func TestSeedsOfTheFirstTableDrawBothAlarms(t *testing.T) {
	s := load(t, "first-table")
	plays := map[string]bool{}
	for seed := range uint64(32) {
		drawn := format.Draw(s, seed)
		plays[teamOf(t, drawn, "pellwater").Brief.Page.Value+drawn.Injects[3].Body.Value] = true
	}
	if len(plays) != 4 {
		t.Errorf("32 seeds make %d plays, want 4", len(plays))
	}
	for _, team := range s.Teams {
		if team.ID == "lampwell" && strings.Contains(team.Brief.Page.Value, "{") {
			t.Error("Lampwell knows nothing of what set off the alarm")
		}
	}
}

// A script chairs, so nothing waits for a hand: incidents come by themselves,
// and everybody outside the room has an answer ready.
func TestNobodyHasToPlayTheWorldOfTheFirstTable(t *testing.T) {
	s := load(t, "first-table")
	for _, in := range s.Injects {
		if in.At < 0 && in.Item == "" && in.When == "" || in.Release == "ask" {
			t.Errorf("%s waits for a hand", in.ID)
		}
	}
	answers := map[string]bool{}
	for _, p := range s.Prepared {
		answers[p.From] = true
		if p.Release == "ask" {
			t.Errorf("%s waits for a hand", p.ID)
		}
	}
	for _, p := range s.Personas {
		if !answers[p.Name] {
			t.Errorf("%s has no answer ready", p.Name)
		}
	}
}

func teamOf(t *testing.T, s exercise.Scenario, id exercise.TeamID) exercise.Team {
	t.Helper()
	for _, team := range s.Teams {
		if team.ID == id {
			return team
		}
	}
	t.Fatalf("there is no team %s", id)
	return exercise.Team{}
}
