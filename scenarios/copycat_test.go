package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

func TestCopycatHasItsClausesAndPoints(t *testing.T) {
	s := load(t, "copycat")
	for _, c := range s.Clauses {
		if len(c.Paras) < 2 {
			t.Errorf("clause %s has fewer than two paragraphs", c.ID)
		}
	}
	if n := len(points(t, s)); len(s.Clauses) != 6 || n != 9 {
		t.Errorf("%d clauses with %d points, want 6 with 9", len(s.Clauses), n)
	}
	const want = "Each Party [shall | should] notify the operators concerned within [24 | 72] hours of becoming aware of an incident that may disrupt water services."
	if got := s.Clauses[2].Paras[0].Value; got != want {
		t.Errorf("3.1 reads\n%s\nwant\n%s", got, want)
	}
}

func TestCopycatTakesNinetyMinutes(t *testing.T) {
	s := load(t, "copycat")
	by, total := map[exercise.ItemKind]int{}, 0
	clauses := map[exercise.ClauseID]int{}
	for _, item := range s.Agenda {
		by[item.Kind] += item.Minutes
		total += item.Minutes
		for _, c := range item.Clauses {
			clauses[c] += item.Minutes
		}
	}
	if first, second := clauses["1"]+clauses["2"]+clauses["3"], clauses["4"]+clauses["5"]+clauses["6"]; first != 18 || second != 14 {
		t.Errorf("clauses 1-3 take %d and 4-6 take %d minutes, want 18 and 14", first, second)
	}
	if by[exercise.FirstReading] != 6 || by[exercise.Suspension] != 16 || by[exercise.Endgame] != 8 {
		t.Errorf("the agenda's parts are %v", by)
	}
	total += int((s.Times.Briefing + s.Times.Closing + s.Times.HotWash) / time.Minute.Milliseconds())
	if total != 90 {
		t.Errorf("the exercise takes %d minutes, want 90", total)
	}
}

// Two makers are drawn, and nothing that all read tells which.
func TestSeedsOfCopycatDrawBothMakers(t *testing.T) {
	s := load(t, "copycat")
	archives := map[string]bool{}
	for seed := range uint64(16) {
		for _, in := range format.Draw(s, seed).Injects {
			if in.ID == "I3" {
				archives[in.Body.Value] = true
			}
		}
	}
	if len(archives) != 2 {
		t.Errorf("16 seeds drew %d makers, want 2", len(archives))
	}
	public := s.Situation.Value
	for _, in := range s.Injects {
		if slices.Contains(in.To, "all") {
			public += in.Title.Value + in.Body.Value + in.Asks.Value
		}
	}
	if strings.Contains(public, "{maker") {
		t.Error("a text for all depends on who made the tool")
	}
}

// The copy comes back at a place that the seed draws, unless the table has
// agreed on what would meet it.
func TestCopycatComesBackAtADrawnPlace(t *testing.T) {
	s := load(t, "copycat")
	places := map[string]bool{}
	for seed := range uint64(32) {
		for _, in := range format.Draw(s, seed).Injects {
			if in.Copycat.Of == "" {
				continue
			}
			places[in.Title.Value] = true
			if in.Copycat.Of != "I5" || !slices.Equal(in.Copycat.Unless, []exercise.ClauseID{"2", "3"}) || in.Copycat.By >= in.At {
				t.Fatalf("%s returns %+v at %d", in.ID, in.Copycat, in.At)
			}
		}
	}
	if len(places) != 3 {
		t.Errorf("the copy comes back at %v, want three places", places)
	}
}

// The ledger of harm is for all, trust for the staff; two incidents wait for
// the text, and the dials move otherwise where it is agreed.
func TestIncidentsOfCopycatMeetTheText(t *testing.T) {
	s := load(t, "copycat")
	public := map[string]bool{}
	for _, d := range s.Dials {
		public[d.ID] = d.Public
	}
	if len(public) != 4 || public["trust"] || !public["individuals"] || !public["organisations"] || !public["corporations"] {
		t.Errorf("the dials are %+v", s.Dials)
	}
	if s.Gap.Pace == 0 || len(s.Gap.Weights) != len(s.Clauses) {
		t.Errorf("the policy gap is %+v", s.Gap)
	}
	waiting := 0
	for _, in := range s.Injects {
		if in.When != "" {
			waiting++
		}
		for _, shift := range in.Shifts {
			if public[shift.Dial] && !slices.Contains(in.To, "all") {
				t.Errorf("%s moves %s for all to see, and is not for all", in.ID, shift.Dial)
			}
		}
	}
	if waiting != 2 || len(s.Prepared) < 5 {
		t.Errorf("%d incidents wait for the text and %d answers are prepared", waiting, len(s.Prepared))
	}
}
