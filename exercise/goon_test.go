package exercise

import (
	"slices"
	"strings"
	"testing"
)

// laterHarbour is a later session of the harbour, with a clause of its own.
func laterHarbour(carries ...string) Scenario {
	sc := harbour()
	sc.Name, sc.Title = "harbour-2", "Harbour Accord, reviewed"
	sc.Follows = Follows{Scenario: "harbour", Carries: carries, Later: T("Six months have passed.")}
	sc.Clauses = append(sc.Clauses, ClauseSpec{ID: "4", Title: T("Money"), Paras: []Text{T("It is paid by [all | some].")}})
	sc.Teams[0].Brief.Points = []BriefPoint{{"3.1a", T("a")}, {"3.1b", T("b")}, {"2.1a", T("c")}, {"4.1a", T("d")}}
	sc.Teams[0].Stakes = &Stakes{NoAgreement: 30, Points: []PointStake{
		{Point: "3.1a", Worth: []int{9, 1}}, {Point: "3.1b", Worth: []int{8, 2}}, {Point: "2.1a", Worth: []int{7, 3}}, {Point: "4.1a", Worth: []int{6, 4}},
	}}
	withModel(&sc)
	return sc
}

// endOf ends an exercise as it stands.
func (p *play) endOf() State {
	p.do("chair", EnterPhase{Phase: Closing})
	p.do("chair", EnterPhase{Phase: HotWash})
	p.do("chair", End{})
	return p.s
}

// sequel begins the later session.
func sequel(t *testing.T, from State, sc Scenario) *play {
	t.Helper()
	sc, err := GoOn(sc, from, "00ff00ff00ff00ff00ff")
	if err != nil {
		t.Fatal(err)
	}
	p := &play{t: t, s: New(), replay: New(), now: morning}
	p.do("", Begin{Name: "later", Scenario: sc, Seed: 7, Version: "test"})
	return p
}

func TestALaterSessionGoesOnFromTheText(t *testing.T) {
	p := atTable(t, withModel)
	p.adopt() // 3 is agreed, 1 and 2 are in the annex
	p.do("hydra", Sign{Reservations: []Reservation{{Clause: "3", Words: T("within our means")}}})
	p.do("lantern", Endorse{})
	p.do("plumb", Dissociate{Clause: "3"})
	p.do("chair", SetDial{Dial: "trust", By: -12, Why: T("a cold spring")})
	gap := p.s.model.gap.at(p.s.now.scenario)
	q := sequel(t, p.endOf(), laterHarbour(CarryText, CarryDials))

	room := q.room()
	for id, want := range map[ClauseID]ClauseState{"1": ClauseDraft, "2": ClauseDraft, "3": ClauseAgreed, "4": ClauseDraft} {
		if c, _ := q.s.clause(id); c.State != want {
			t.Errorf("clause %s is %s, not %s", id, c.State, want)
		}
	}
	if c, _ := q.s.clause("3"); display(c.Paras[0], q.s.texting()) != "Each Party shall notify the operators concerned within 24 hours of becoming aware of an incident that may disrupt water services." {
		t.Errorf("3.1 reads %q", display(c.Paras[0], q.s.texting()))
	}
	var facts strings.Builder
	for _, f := range room.Earlier.Facts {
		facts.WriteString(f.String() + "\n")
	}
	for _, want := range []string{
		"Agreed, and standing until reopened: clause 3.", "Put off then, and open again: clauses 1 and 2.", "Hydra has signed.",
		"Hydra has a reservation to clause 3: within our means.", "Lantern has endorsed the text.", "Plumb has dissociated from clause 3.", "Arcadia has not signed.",
	} {
		if !strings.Contains(facts.String(), want) {
			t.Errorf("nothing says %q:\n%s", want, facts.String())
		}
	}
	if room.Earlier.Later != "Six months have passed." || !strings.HasPrefix(room.Earlier.Outcome.String(), "Adopted in part") {
		t.Errorf("the session before is %+v", room.Earlier)
	}
	if l := room.Feed[0]; !strings.Contains(l.Text, "goes on from demo") || !strings.Contains(l.Text, "00ff00ff00ff00ff") {
		t.Errorf("the record begins with %q", l.Text)
	}
	if d := q.s.model.dial("trust").value; d != 38 {
		t.Errorf("trust starts at %d", d)
	}
	if now := q.s.model.gap.at(0); now != gap {
		t.Errorf("the gap starts at %d and ended at %d", now, gap)
	}
	arcadia, _ := q.s.Team("arcadia")
	var cares []PointID
	for _, x := range arcadia.Brief.Points {
		cares = append(cares, x.Point)
	}
	if !slices.Equal(cares, []PointID{"2.1a", "4.1a"}) || len(arcadia.Stakes.Points) != 2 {
		t.Errorf("Arcadia cares for %v, with stakes in %v", cares, arcadia.Stakes.Points)
	}
	q.done()
}

// What stands agreed can be amended once it is reopened, as anything agreed can.
func TestWhatStandsAgreedCanBeReopened(t *testing.T) {
	p := atTable(t)
	p.gavelled("3.1a/1", "3.1b/1", "3")
	q := sequel(t, p.endOf(), laterHarbour(CarryText))
	for _, seat := range q.s.Plan().Seats {
		q.do(seat.ID, Sit{Via: "screen"})
		q.do(seat.ID, Agree{})
	}
	q.do("chair", Start{})
	q.do("chair", EnterPhase{Phase: Table})
	q.do("chair", OpenItem{Name: "3"})
	q.refused("hydra", Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}}, ErrNotNow, "reopen")
	q.do("chair", Reopen{X: "3"})
	q.pass(31 * second)
	q.do("hydra", Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
	q.wantText("3.1", "Each Party shall notify the operators concerned within [24 | 48] hours of becoming aware of an incident that may disrupt water services.")
	q.done()
}

func TestOpenWordsAreCarriedOver(t *testing.T) {
	rows := []struct {
		name  string
		given func(*play)
		want  string // 3.1 up to "of becoming"
		cares []PointID
	}{
		{"nothing was said", func(*play) {}, "Each Party [shall | should] notify the operators concerned within [24 | 72] hours", []PointID{"3.1a", "3.1b"}},
		{"an alternative was added", func(p *play) {
			p.do("hydra", Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48"), At: 1}}})
		}, "Each Party [shall | should] notify the operators concerned within [24 | 72 | 48] hours", []PointID{"3.1a", "3.1b"}},
		{
			"the first point was decided: the other takes its letter", func(p *play) { p.gavelled("3.1a/2") },
			"Each Party should notify the operators concerned within [24 | 72] hours",
			[]PointID{"3.1a"},
		},
		{"one point within another is spelled out", func(p *play) {
			p.do("hydra", Amend{Edits: []Edit{{Para: "3.1", Old: T("shall notify the operators concerned within 24"), New: T("tells all within 9")}}})
		}, "Each Party [shall notify the operators concerned within 24 | shall notify the operators concerned within 72 | " +
			"should notify the operators concerned within 24 | should notify the operators concerned within 72 | tells all within 9] hours", nil},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t)
			row.given(p)
			q := sequel(t, p.endOf(), laterHarbour(CarryText))
			q.wantText("3.1", row.want+" of becoming aware of an incident that may disrupt water services.")
			arcadia, _ := q.s.Team("arcadia")
			var cares []PointID
			for _, x := range arcadia.Stakes.Points {
				if clauseOf(paraOf(x.Point)) == "3" {
					cares = append(cares, x.Point)
				}
			}
			if !slices.Equal(cares, row.cares) {
				t.Errorf("Arcadia has stakes in %v of clause 3", cares)
			}
		})
	}
}

func TestPositionsAreCarriedOver(t *testing.T) {
	p := atTable(t)
	p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer})
	p.do("forge", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Cannot, Why: T("too short"), ToChair: true})
	p.gavelled("3.1a/1")
	q := sequel(t, p.endOf(), laterHarbour(CarryText, CarryPositions))
	if rows := q.s.stancesOf("hydra"); len(rows) != 1 || rows[0].Alt != (AltID{"3.1a", 2}) || rows[0].Stance != Prefer {
		t.Errorf("Hydra stands at %v", rows)
	}
	if rows := q.s.stancesOf("forge"); len(rows) != 0 {
		t.Errorf("what was told to the chair alone is carried over: %v", rows)
	}
}

func TestWhatCannotGoOnIsRefused(t *testing.T) {
	open := atTable(t)
	other := harbour()
	other.Name = "elsewhere"
	rows := []struct {
		name  string
		given Scenario
		from  State
		want  string
	}{
		{"no later session", harbour(), open.s, "no later session"},
		{"another scenario", func() Scenario { sc := laterHarbour(CarryText); sc.Follows.Scenario = "pier"; return sc }(), open.s, "follows the scenario pier"},
		{"not over yet", laterHarbour(CarryText), open.s, "once it has ended"},
	}
	for _, row := range rows {
		if _, err := GoOn(row.given, row.from, ""); err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: the error is %v", row.name, err)
		}
	}
}
