package scenarios_test

import (
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/scenarios/format"
)

const firstSummit, secondSummit = "two-summits", "two-summits-2"

// At the first summit governments decide and the others sit in the hall; at
// the second all three tracks decide as equals.
func TestWhoDecidesAtTheTwoSummits(t *testing.T) {
	for _, x := range []struct {
		name       string
		hall, rule []exercise.Track
		nonPaper   bool
	}{
		{firstSummit, []exercise.Track{exercise.Epsilon, exercise.Phi}, []exercise.Track{exercise.Kappa}, true},
		{secondSummit, nil, exercise.Tracks(), false},
	} {
		p, err := exercise.ProcedureOf(load(t, x.name))
		if err != nil {
			t.Fatal(err)
		}
		var deciding []exercise.Track
		for _, r := range p.Rules {
			if r.Rule.Kind == exercise.Concurrence {
				deciding = append(deciding, r.Track)
			}
		}
		if !slices.Equal(p.Hall, x.hall) || !slices.Equal(deciding, x.rule) || (len(p.NonPaper) > 0) != x.nonPaper {
			t.Errorf("%s: the hall is %v, %v decide, the non-paper comes at %v", x.name, p.Hall, deciding, p.NonPaper)
		}
	}
}

// The second session goes on from the first: the same delegations, the same
// clauses word for word, the same dials, and one clause more.
func TestTheSecondSummitFollowsTheFirst(t *testing.T) {
	first, second := load(t, firstSummit), load(t, secondSummit)
	if f := second.Follows; f.Scenario != firstSummit || !slices.Contains(f.Carries, "text") || f.Later.Value == "" {
		t.Errorf("it follows %+v", f)
	}
	if n := len(first.Clauses); len(second.Clauses) != n+1 {
		t.Fatalf("%d clauses become %d, want one more", n, len(second.Clauses))
	}
	for i, c := range first.Clauses {
		if d := second.Clauses[i]; c.ID != d.ID || !slices.Equal(paras(c), paras(d)) || !slices.Equal(c.Bearers, d.Bearers) {
			t.Errorf("clause %s is not the same in both sessions", c.ID)
		}
	}
	for i, x := range first.Teams {
		if y := second.Teams[i]; x.ID != y.ID || x.Track != y.Track || !slices.Equal(x.Seats, y.Seats) {
			t.Errorf("%s has become %s", x.ID, y.ID)
		}
	}
	for i, d := range first.Dials {
		if second.Dials[i].ID != d.ID {
			t.Errorf("the dial %s is not carried over", d.ID)
		}
	}
}

func paras(c exercise.ClauseSpec) (words []string) {
	for _, p := range c.Paras {
		words = append(words, p.Value)
	}
	return words
}

// Governments alone can do well at the first summit: some text is better than
// the middle for each of them, and better than no text for all in the hall.
func TestGovernmentsAloneCanDoWell(t *testing.T) {
	s := load(t, firstSummit)
	w := worth{points: points(t, s), teams: s.Teams}
	well := w.texts(func(text []int) bool {
		for i, team := range w.teams {
			v := w.value(i, text)
			if v <= team.Stakes.NoAgreement || team.Track == exercise.Kappa && float64(v) <= w.middle(i) {
				return false
			}
		}
		return true
	})
	if !well {
		t.Error("whatever is good for the governments is bad for somebody in the hall")
	}
}

// Played alone, the second summit opens on a Rule that each track would change
// for something; and a text exists that is better for every delegation.
func TestTheRuleInForceCanBeBettered(t *testing.T) {
	s := load(t, secondSummit)
	w := worth{points: points(t, s), teams: s.Teams}
	inForce := make([]int, len(w.points))
	if !w.texts(func(text []int) bool {
		for i := range w.teams {
			if w.value(i, text) < w.value(i, inForce)+10 {
				return false
			}
		}
		return true
	}) {
		t.Error("no text is better by ten points for every delegation than the Rule in force")
	}
	for i, team := range w.teams {
		rule := 0
		for at, p := range w.points {
			if p.clause != "6" { // which is new
				rule += w.of(i, at, 0)
			}
		}
		if rule > team.Stakes.NoAgreement {
			t.Errorf("to %s the Rule in force is worth %d, and not to change it %d", team.ID, rule, team.Stakes.NoAgreement)
		}
	}
}

// One seed tells one story: who had known is the same in both sessions.
func TestOneSeedTellsOneStoryOfBothSummits(t *testing.T) {
	first, second := load(t, firstSummit), load(t, secondSummit)
	told := map[string]bool{}
	for seed := range uint64(32) {
		a, b := format.Draw(first, seed), format.Draw(second, seed)
		if knew(t, a) != knew(t, b) {
			t.Errorf("by seed %d the service of %s had known, and later that of %s", seed, knew(t, a), knew(t, b))
		}
		told[knew(t, a)] = true
	}
	if len(told) != 2 {
		t.Errorf("32 seeds know of %d services, want 2", len(told))
	}
}

// knew is the State whose service had known, by the facts of the exercise.
func knew(t *testing.T, s exercise.Scenario) string {
	t.Helper()
	for _, f := range s.Facts {
		for _, team := range s.Teams {
			if strings.HasPrefix(f.Value, "The service of "+team.Name+" had known") {
				return team.Name
			}
		}
	}
	t.Fatal("the facts do not say who had known")
	return ""
}
