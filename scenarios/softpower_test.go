package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// The document has the parts that a group of governmental experts gives its
// report, and the table reads confidence before restraint.
func TestSoftPowerHasTheShapeOfAnExpertsReport(t *testing.T) {
	s := load(t, "soft-power")
	var titles []string
	for _, c := range s.Clauses {
		titles = append(titles, c.Title.Value)
	}
	want := []string{"Terms", "Law and sovereignty", "Norms of restraint", "Confidence and exchange of information", "Capacity and review"}
	if !slices.Equal(titles, want) || len(points(t, s)) != 11 {
		t.Errorf("the clauses are %q with %d points", titles, len(points(t, s)))
	}
	order, total := "", s.Times.Briefing+s.Times.Closing+s.Times.HotWash
	for _, item := range s.Agenda {
		total += int64(item.Minutes) * time.Minute.Milliseconds()
		for _, c := range item.Clauses {
			order += string(c)
		}
	}
	if order != "12435" || total != 100*time.Minute.Milliseconds() {
		t.Errorf("clauses are read in the order %s within %v", order, time.Duration(total)*time.Millisecond)
	}
}

// The definition clause is settled by a trade: of the texts that serve all,
// most give one camp the word and the other what it means, and so does the one
// that is worth most to both camps. The majority's text would lose a camp.
func TestTheWordIsTradedForItsScope(t *testing.T) {
	s := load(t, "soft-power")
	w := worth{points: points(t, s), teams: s.Teams}
	serves := func(text []int) bool {
		for i, team := range s.Teams {
			if w.value(i, text) <= team.Stakes.NoAgreement {
				return false
			}
		}
		return true
	}
	camps := func(text []int) int { return w.value(0, text) + w.value(1, text) } // Ulvermark and Ostverne
	var best []int
	all, good, traded := 0, 0, 0
	w.texts(func(text []int) bool {
		all++
		if !serves(text) {
			return false
		}
		good++
		if text[0] != text[1] {
			traded++
		}
		if best == nil || camps(text) > camps(best) {
			best = slices.Clone(text)
		}
		return false
	})
	if 10*good > all {
		t.Errorf("%d of %d texts are better for all than none: there is little to negotiate", good, all)
	}
	if 2*traded < good || best[0] == best[1] {
		t.Errorf("the word is traded for its scope in %d of %d texts, and the camps' best is %v", traded, good, best)
	}
	if majority := w.majority(); serves(majority) {
		t.Errorf("nobody loses by the majority's text %v", majority)
	}
}

// majority is each point's alternative that most teams who care prefer.
func (w worth) majority() []int {
	text := make([]int, len(w.points))
	for at, p := range w.points {
		votes := make([]int, len(p.alts))
		for i := range w.teams {
			if w.span(i, at) > 0 {
				best, _ := w.ends(i, at)
				votes[best]++
			}
		}
		text[at] = slices.Index(votes, slices.Max(votes))
	}
	return text
}

// Governments alone can do well: the exercise does not presume who is needed.
func TestGovernmentsAloneCanAgreeOnSoftPower(t *testing.T) {
	s := load(t, "soft-power")
	w := worth{points: points(t, s), teams: s.Teams}
	if !w.texts(func(text []int) bool {
		for i, team := range s.Teams {
			v := w.value(i, text)
			if team.Track == exercise.Kappa && (v <= team.Stakes.NoAgreement || float64(v) <= w.middle(i)) {
				return false
			}
		}
		return true
	}) {
		t.Error("no text serves all three governments better than the middle of every point")
	}
}

// Either camp's directive comes to light, and in no play was the night the
// work of a State.
func TestSeedsOfSoftPowerDrawEitherCamp(t *testing.T) {
	s := load(t, "soft-power")
	plays := map[string]bool{}
	for seed := range uint64(256) {
		drawn := format.Draw(s, seed)
		plays[injectOf(t, drawn, "I3").Body.Value+injectOf(t, drawn, "I8").Title.Value+injectOf(t, drawn, "I12").Title.Value] = true
		if fact := drawn.Facts[0].Value; !strings.Contains(fact, "belong to no State") && !strings.Contains(fact, "Nobody meant any harm") {
			t.Errorf("in seed %d a State is behind the night: %s", seed, fact)
		}
	}
	if len(plays) != 12 {
		t.Errorf("256 seeds make %d plays, want 2 nights, 2 directives and 3 places", len(plays))
	}
}

// The leak finds clause 2 agreed; Lindrey is asked to have it opened again,
// moves so, and the clause comes back to be mended.
func TestTheLeakReopensAnAgreedClause(t *testing.T) {
	const ask = "Open it again, or tell us why not"
	p := seated(t, "soft-power")
	p.agree("2", "2.1a/1", "2.2a/1")
	if p.got("lindrey", ask) {
		t.Fatal("Lindrey is asked before anything has leaked")
	}
	p.pass(45 * time.Minute)
	if !p.got("lindrey", ask) || p.got("ulvermark", ask) {
		t.Fatal("after the leak Lindrey, and nobody else, is asked to reopen clause 2")
	}
	p.do("lindrey", exercise.Move{Kind: exercise.MotionReopen, Clause: "2", Why: exercise.T("It does not forbid to prepare.")})
	p.do("chair", exercise.Gavel{X: "M1"})
	p.pass(time.Minute)
	if c := p.clause("2"); c.State != exercise.ClauseReopened {
		t.Fatalf("clause 2 is %s", c.State)
	}
	p.do("lindrey", exercise.Amend{Clause: "2", Edits: []exercise.Edit{{
		Para: "2.3", Old: exercise.T("affairs of another State"), New: exercise.T("affairs of another State, or prepare the means to do so"),
	}}})
	p.agree("2", "A1")
	if words := p.words("2.3"); !strings.HasSuffix(words, ", or prepare the means to do so.") {
		t.Errorf("2.3 reads %q", words)
	}
}

// The chair alone is warned, and only where promises come before the means to
// ask whether they are kept.
func TestTheChairIsWarnedOfMeasuresBeforeConfidence(t *testing.T) {
	points := map[exercise.ClauseID][]exercise.Subject{"3": {"3.1a/1", "3.2a/1", "3.3a/1"}, "4": {"4.2a/1", "4.3a/1"}}
	for _, x := range []struct {
		order []exercise.ClauseID
		warns bool
	}{
		{[]exercise.ClauseID{"3", "4"}, true},
		{[]exercise.ClauseID{"4", "3"}, false},
	} {
		p := seated(t, "soft-power")
		for _, c := range x.order {
			p.agree(c, points[c]...)
		}
		const warning = "The roof before the walls"
		if p.got("chair", warning) != x.warns || p.got("lindrey", warning) {
			t.Errorf("in the order %v the chair is warned: %v; Lindrey: %v", x.order, p.got("chair", warning), p.got("lindrey", warning))
		}
	}
}

func injectOf(t *testing.T, s exercise.Scenario, id exercise.InjectID) exercise.Inject {
	t.Helper()
	for _, in := range s.Injects {
		if in.ID == id {
			return in
		}
	}
	t.Fatalf("there is no inject %s", id)
	return exercise.Inject{}
}
