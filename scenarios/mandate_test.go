package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Two States, an alliance, an international organisation, two firms and two
// foundations have a hundred minutes for six clauses.
func TestMandateHasItsTableAndItsTime(t *testing.T) {
	s := load(t, "mandate")
	by := map[exercise.Track]int{}
	for _, team := range s.Teams {
		by[team.Track]++
	}
	if by[exercise.Kappa] != 4 || by[exercise.Epsilon] != 2 || by[exercise.Phi] != 2 {
		t.Errorf("the tracks have %v teams", by)
	}
	if n := len(points(t, s)); len(s.Clauses) != 6 || n != 11 {
		t.Errorf("%d clauses with %d points, want 6 with 11", len(s.Clauses), n)
	}
	total := s.Times.Briefing + s.Times.Closing + s.Times.HotWash
	for _, item := range s.Agenda {
		total += int64(item.Minutes) * time.Minute.Milliseconds()
	}
	if total != 100*time.Minute.Milliseconds() {
		t.Errorf("the exercise takes %v, want 100 min", time.Duration(total)*time.Millisecond)
	}
}

// Four delegations hold a part of the evidence. Whatever is true, no two read
// the same, and nothing that all read before the hour is over tells which.
func TestSeedsOfMandateDrawBothTruths(t *testing.T) {
	s := load(t, "mandate")
	for what, has := range map[string]bool{
		"Thornlatch's brief": strings.Contains(teamOf(t, s, "thornlatch").Brief.Page.Value, "{machine.trails}"),
		"Plainseal's brief":  strings.Contains(teamOf(t, s, "plainseal").Brief.Page.Value, "{machine.envelope}"),
		"the watch room":     strings.Contains(injectOf(t, s, "I5").Body.Value, "{machine.watch}"),
		"the duty minister":  strings.Contains(injectOf(t, s, "I6").Body.Value, "{machine.drovia-hears}"),
	} {
		if !has {
			t.Errorf("%s holds no part of the evidence", what)
		}
	}
	public := s.Situation.Value
	for _, in := range s.Injects {
		if slices.Contains(in.To, "all") && in.ID != "I11" {
			public += in.Title.Value + in.Body.Value + in.Asks.Value
		}
	}
	if strings.Contains(public, "{machine") {
		t.Error("a text for all tells whether the machine is the source")
	}
	ends := map[string]bool{}
	for seed := range uint64(16) {
		for _, p := range injectOf(t, format.Draw(s, seed), "I11").Passages {
			ends[p.Text.Value] = true
		}
	}
	if len(ends) != 5 {
		t.Errorf("the hour ends in %d ways, want 5: stopped or not, with two truths each, and one on the neighbours", len(ends))
	}
}

// Each gives way where it matters less to it: two States give the mandate
// within the hour, silence goes to the Bureau, three experts read what a
// foundation keeps, the operator is heard, a fund pays. That is worth at least
// ten points more than no agreement to all, and more than what most want at
// each point to most.
func TestTheTradeOfMandate(t *testing.T) {
	s := load(t, "mandate")
	w := worth{points: points(t, s), teams: s.Teams}
	trade := []int{1, 2, 0, 1, 0, 1, 1, 0, 2, 0, 0}
	more, majority := 0, w.majority()
	for i, team := range s.Teams {
		if v := w.value(i, trade); v < team.Stakes.NoAgreement+10 {
			t.Errorf("to %s the trade is worth %d, no agreement %d", team.ID, v, team.Stakes.NoAgreement)
		}
		if w.value(i, trade) > w.value(i, majority) {
			more++
		}
	}
	if more < 6 {
		t.Errorf("the trade is worth more than the majority's text to %d of %d teams, want 6", more, len(s.Teams))
	}
}

// A table of governments alone can do well: some text is worth ten points more
// than none to each of its four, and they can keep the evidence themselves.
func TestGovernmentsAloneCanAgreeOnMandate(t *testing.T) {
	s := load(t, "mandate")
	w := worth{points: points(t, s), teams: s.Teams}
	if !w.texts(func(text []int) bool {
		for i, team := range s.Teams {
			if team.Track == exercise.Kappa && w.value(i, text) < team.Stakes.NoAgreement+10 {
				return false
			}
		}
		return w.points[4].alts[text[4]] == "the Bureau"
	}) {
		t.Error("no text with the Bureau as keeper leaves every government ten points better off")
	}
}

// A firm that could act alone either asks, once it is settled who gives a
// mandate, or does not; never both. What happens depends on what is agreed.
func TestIncidentsOfMandateMeetTheText(t *testing.T) {
	s := load(t, "mandate")
	did, asked := injectOf(t, s, "I8").When, injectOf(t, s, "I9").When
	if !strings.Contains(did, `open("2.1a") and not delivered("I9")`) || !strings.Contains(asked, `not open("2.1a") and not delivered("I8")`) {
		t.Errorf("I8 waits for %q and I9 for %q", did, asked)
	}
	waiting := 0
	for _, in := range s.Injects {
		if in.When != "" || in.Copycat.Of != "" {
			waiting++
		}
		for _, shift := range in.Shifts {
			for _, d := range s.Dials {
				if d.ID == shift.Dial && d.Public && !slices.Contains(in.To, "all") {
					t.Errorf("%s moves %s for all to see, and is not for all", in.ID, d.ID)
				}
			}
		}
	}
	if waiting != 4 || len(s.Prepared) < 5 || s.Gap.Pace == 0 || len(s.Gap.Weights) != len(s.Clauses) {
		t.Errorf("%d incidents wait for the text, %d answers are prepared, the gap is %+v", waiting, len(s.Prepared), s.Gap)
	}
}
