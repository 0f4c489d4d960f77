package exercise

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// staked gives Hydra stakes: one clause, one point with other words, one
// without, and one of clause 1.
func staked(sc *Scenario) {
	other := 25
	sc.Teams[2].Stakes = &Stakes{
		NoAgreement: 41,
		Points: []PointStake{
			{Point: "1.1a", Worth: []int{0, 20}},
			{Point: "3.1a", Worth: []int{30, 5}},
			{Point: "3.1b", Worth: []int{2, 40}, Other: &other},
		},
		Clauses: []ClauseStake{{Clause: "3", Agreed: 10}},
	}
}

// A team's stakes are its own and the evaluators': two plays that differ in
// nothing else look the same to everybody else, whatever is played.
func TestStakesAreATeamsOwn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		stake := func(who string) func(*Scenario) {
			return func(sc *Scenario) {
				staked(sc)
				slices.SortStableFunc(sc.Seats, func(a, b Seat) int { return cmp.Compare(a.ID, b.ID) })
				x := sc.Teams[2].Stakes
				x.NoAgreement = rapid.IntRange(0, 100).Draw(rt, "no agreement "+who)
				x.Points[1].Worth = []int{rapid.IntRange(0, 30).Draw(rt, who), 5}
				if rapid.Bool().Draw(rt, "none "+who) {
					sc.Teams[2].Stakes = nil
				}
			}
		}
		a, b := atTable(t, stake("a"), withModel), atTable(t, stake("b"), withModel)
		for i := range rapid.IntRange(0, 12).Draw(rt, "length") {
			seat := rapid.SampledFrom([]SeatID{"arcadia", "hydra", "chair", "plumb"}).Draw(rt, "seat")
			c := rapid.SampledFrom(publicMoves).Draw(rt, "move")(fmt.Sprint("words ", i))
			for _, p := range []*play{a, b} {
				p.now += 40 * second
				if act, err := Decide(p.s, seat, p.now, c); err == nil {
					p.take(act)
				}
			}
		}
		for _, seat := range a.s.Plan().Seats {
			if seat.ID == "hydra" || seat.Has(Evaluator) {
				continue
			}
			if x, y := viewOf(t, a.s, seat.ID), viewOf(t, b.s, seat.ID); x != y {
				rt.Fatalf("%s can tell Hydra's stakes at %s", seat.ID, firstDifference(x, y))
			}
		}
	})
}

var publicMoves = []func(words string) Command{
	func(w string) Command { return Say{Words: T(w)} },
	func(string) Command { return TakeStance{Alt: AltID{"3.1a", 1}, Stance: Prefer} },
	func(string) Command { return Gavel{X: "3.1a/1"} },
	func(string) Command { return Put{X: []Subject{"3.1b/2"}} },
	func(w string) Command {
		return Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(w)}}}
	},
	func(w string) Command { return AnswerInject{Inject: "I1", Words: T(w)} },
}

func viewOf(t *testing.T, s State, id SeatID) string {
	t.Helper()
	b, err := json.Marshal(View{Room: s.Room(s.HomeRoom(id), nil), Own: s.Own(id)})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Who has stakes reads them with the words they are for; so do evaluators.
func TestStakesAreSeenByTheirTeamAndEvaluators(t *testing.T) {
	p := atTable(t, staked, withModel)
	for _, seat := range p.s.Plan().Seats {
		own := p.s.Own(seat.ID)
		if (own.Stakes != nil) != (seat.ID == "hydra") {
			t.Errorf("%s sees %+v", seat.ID, own.Stakes)
		}
	}
	mine := p.s.Own("hydra").Stakes
	if mine.NoAgreement != 41 || mine.Points[2].Alts[1] != (AltStakeView{"72", 40}) || mine.Points[0].Alts[1].Text != "" {
		t.Errorf("Hydra reads %+v", mine)
	}
	for _, x := range p.s.Own("evaluator").Evaluator.Briefs {
		if (x.Stakes != nil) != (x.Team == "hydra") {
			t.Errorf("the evaluator reads %+v for %s", x.Stakes, x.Team)
		}
	}
	p.done()
}

// What the text would bring narrows as points are settled, and loses what is
// deferred.
func TestTheOutlookOfATeam(t *testing.T) {
	for _, x := range []struct {
		given string
		when  func(p *play)
		then  Outlook
	}{
		{"nothing is settled", func(*play) {}, Outlook{0 + 5 + 2 + 10, 20 + 30 + 40 + 10}},
		{"a point is settled as the team wants it", func(p *play) { p.gavelled("3.1b/2") }, Outlook{0 + 5 + 40 + 10, 20 + 30 + 40 + 10}},
		{"a gavel is taken back", func(p *play) { p.gavelled("3.1b/2"); p.do("chair", Undo{}) }, Outlook{17, 100}},
		{"other words are settled", func(p *play) {
			p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
			p.gavelled("A1")
		}, Outlook{0 + 5 + 25 + 10, 20 + 30 + 25 + 10}},
		{"two points may fall together", func(p *play) {
			p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("shall notify the operators concerned within 24 hours"), New: T("calls")}}})
		}, Outlook{17, 100}},
		{"two points have fallen together", func(p *play) {
			p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("shall notify the operators concerned within 24 hours"), New: T("calls")}}})
			p.gavelled("A1")
		}, Outlook{0 + 5 + 25 + 10, 20 + 30 + 25 + 10}},
		{"the clause is deferred", func(p *play) { p.do("chair", Defer{Clauses: []ClauseID{"3"}}); p.pass(31 * second) }, Outlook{0, 20}},
	} {
		t.Run(x.given, func(t *testing.T) {
			p := atTable(t, staked)
			x.when(p)
			if got := p.s.Own("hydra").Stakes.Outlook(p.room()); got != x.then {
				t.Errorf("it brings %+v, want %+v; 3.1 reads %s", got, x.then, p.read("3.1"))
			}
			p.done()
		})
	}
}
