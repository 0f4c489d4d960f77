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

// If each gives where it costs least, all are better off than by third
// wordings on each point; the majority's words on each cost two their reason
// to sign.
func TestTheTradeOfCopycat(t *testing.T) {
	s := load(t, "copycat")
	w := worth{points: points(t, s), teams: s.Teams}
	// Hostile, by effect, assist, shall, 72, a philanthropic Party, by each track, not named, 60.
	trade, majority := []int{1, 1, 1, 0, 1, 0, 0, 0, 1}, []int{0, 1, 0, 0, 1, 0, 0, 0, 0}
	refuse := 0
	for i, team := range s.Teams {
		if v, third := w.value(i, trade), w.third(i); float64(v) < third+5 || v < team.Stakes.NoAgreement+10 {
			t.Errorf("to %s the trade is worth %d, third wordings %.1f, no agreement %d", team.ID, v, third, team.Stakes.NoAgreement)
		}
		if w.value(i, majority) < team.Stakes.NoAgreement {
			refuse++
		}
	}
	if refuse < 2 {
		t.Errorf("%d teams would rather have no text than the majority's, want two", refuse)
	}
}

// third is what a text of third wordings is worth to a team: at each point the
// wording that the scenario does not hold, or the mean of those it holds.
func (w worth) third(team int) float64 {
	sum := w.middle(team)
	for _, p := range w.teams[team].Stakes.Points {
		if p.Other == nil {
			continue
		}
		total := 0
		for _, worth := range p.Worth {
			total += worth
		}
		sum += float64(*p.Other) - float64(total)/float64(len(p.Worth))
	}
	return sum
}

// Evidence comes in stages: to each State its own, to the two firms what they
// can only read together, then to all. For all it points both ways.
func TestTheEvidenceOfCopycatPointsBothWays(t *testing.T) {
	s := load(t, "copycat")
	at := map[exercise.InjectID]exercise.Inject{}
	for _, in := range s.Injects {
		at[in.ID] = in
	}
	if at["I3"].At != at["I4"].At || at["I4"].At >= at["I12"].At || at["I12"].At >= at["I13"].At {
		t.Errorf("the stages come at %d, %d, %d, %d", at["I3"].At, at["I4"].At, at["I12"].At, at["I13"].At)
	}
	if !slices.Equal(at["I12"].To, []string{"hydra", "forge"}) || !slices.Equal(at["I13"].To, []string{"all"}) {
		t.Errorf("I12 goes to %v and I13 to %v", at["I12"].To, at["I13"].To)
	}
	public := at["I13"].Body.Value
	if a, b := strings.Count(public, "For Arcadia"), strings.Count(public, "For Meridia"); a != 1 || b != 1 {
		t.Errorf("it speaks %d times for Arcadia and %d for Meridia", a, b)
	}
}

// Two services that fear each other can agree on more than water: the library
// holds what others have found to build confidence, in our own words.
func TestPrecedentsOfCopycatBuildConfidence(t *testing.T) {
	s := load(t, "copycat")
	if len(s.Precedents) < 5 {
		t.Errorf("%d precedents, want 5 or more", len(s.Precedents))
	}
	for _, p := range s.Precedents {
		number, _ := strings.CutPrefix(p.ID, "cbm-")
		if want := "theme of CBM " + number + ", OSCE PC.DEC/1202 of 2016; our words"; p.Source != want || strings.Contains(p.Text.Value, "OSCE") {
			t.Errorf("%s has the source %q, want %q", p.ID, p.Source, want)
		}
	}
}
