package exercise

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func (p *play) suggests(why, verb string) {
	p.t.Helper()
	v := p.s.Own("chair").Chair
	if !strings.Contains(v.Suggest.String(), why) || v.Verb != verb && !(strings.HasSuffix(verb, "…") && strings.HasPrefix(v.Verb, strings.TrimSuffix(verb, "…"))) {
		p.t.Errorf("the next line is %q (%s), want %q (%s)", v.Suggest, v.Verb, why, verb)
	}
}

// everybody states the same stance, but for some.
func (p *play) stances(x Stance, alt AltID, teams ...SeatID) {
	for _, team := range teams {
		p.do(team, TakeStance{Alt: alt, Stance: x, Why: T("so")})
	}
}

func TestTheChairsNextLine(t *testing.T) {
	alt := AltID{"3.1b", 1}
	for _, row := range []struct {
		name      string
		given     func(*play)
		why, verb string
	}{
		{"the floor passes", func(p *play) {}, "Arcadia has the floor", "next"},
		{"a point of order", func(p *play) { p.do("hydra", Order{Words: T("rule 3")}) }, "Hydra has raised", `rule "`},
		{"a gavel stands", func(p *play) { p.do("chair", Gavel{X: "3.1b/1"}) }, "3.1b/1 stands", ""},
		{"a put waits", func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept")
		}, "waits for Plumb", ""},
		{"a sheet is answered", func(p *play) {
			p.do("chair", Put{X: []Subject{"3.1b/1", "2.1a/1"}})
			for _, t := range p.s.Plan().Teams {
				p.do(SeatID(t.ID), TakePosition{X: "3.1b/1", Position: Accept})
				p.do(SeatID(t.ID), TakePosition{X: "2.1a/1", Position: Accept})
			}
		}, "All have answered on sheet S1", "close S1"},
		{"under silence the table is free", func(p *play) {
			p.do("chair", Silence{X: "3.1b/1", Time: 10 * minute})
			p.pass(31 * second)
		}, "has the floor", "next"},
		{"ready", func(p *play) { p.stances(CanLive, alt, "arcadia", "forge", "plumb") }, `3.1b/1 (24) is ready`, "gavel 3.1b/1"},
		{"ready and objected to", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "forge", "plumb")
			p.do("chair", Gavel{X: "3.1b/1"})
			p.do("hydra", Object{X: "3.1b/1", Why: T("too soon")})
			p.pass(31 * second)
		}, "Arcadia has the floor", "next"},
		{"ready once the objector can live with it", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "forge", "plumb")
			p.do("chair", Gavel{X: "3.1b/1"})
			p.do("hydra", Object{X: "3.1b/1", Why: T("too soon")})
			p.pass(31 * second)
			p.stances(CanLive, alt, "hydra")
		}, `3.1b/1 (24) is ready`, "gavel 3.1b/1"},
		{"positions meet", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "forge", "plumb")
			p.do("arcadia", acceptIf("3.1b/2", carriedIf("3.1a/1")))
			p.do("hydra", acceptIf("3.1a/1", carriedIf("3.1b/2")))
			p.do("arcadia", Confirm{X: "3.1b/2"})
			p.do("hydra", Confirm{X: "3.1a/1"})
		}, "P1 stands confirmed by Arcadia (κ) and Hydra (ε)", "gavel P1"},
		{"no point left", func(p *play) {
			for _, x := range []Subject{"3.1a/1", "3.1b/1"} {
				p.do("chair", Gavel{X: x})
				p.pass(31 * second)
			}
		}, "Clause 3 has no open point left", "gavel 3"},
		{"one team away", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "meridia", "hydra", "forge", "lantern")
			p.stances(Cannot, alt, "plumb")
		}, "3.1b/1 is one team away: all but Plumb", `whisper plumb "3.1b/1…`},
		{"the offer is made once", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "meridia", "hydra", "forge", "lantern")
			p.stances(Cannot, alt, "plumb")
			p.do("chair", Whisper{To: "plumb", Words: T("3.1b/1: what would help?")})
		}, "has the floor", "next"},
		{"the offer tells no confessional", func(p *play) {
			p.stances(CanLive, alt, "arcadia", "meridia", "hydra", "forge")
			p.do("lantern", TakeStance{Alt: alt, Stance: CanLive, ToChair: true})
			p.stances(Cannot, alt, "plumb")
		}, "has the floor", "next"},
		{"over time", func(p *play) {
			p.pass(11 * minute)
			p.do("chair", Say{Words: T("time")})
		}, "clause 3 is open at 3.1a and 3.1b", "defer 3"},
		{"all have marked all", func(p *play) {
			p.do("chair", OpenItem{Name: "first-reading"})
			for _, team := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"} {
				for _, point := range []PointID{"1.1a", "2.1a", "3.1a", "3.1b"} {
					p.do(team, TakeStance{Alt: AltID{point, 1 + len(team)%2}, Stance: Cannot, Why: T("so")})
				}
			}
		}, "Every team has marked every point", "item 3"},
		{"a point is left to mark", func(p *play) {
			p.do("chair", OpenItem{Name: "first-reading"})
			p.stances(Cannot, alt, "arcadia", "meridia", "hydra", "forge", "lantern", "plumb")
		}, "the table is at work", ""},
		{"an item is settled", func(p *play) {
			p.do("chair", Defer{Clauses: []ClauseID{"3"}})
			p.pass(31 * second)
			p.do("chair", Say{Words: T("good")})
		}, "settle is settled", "item 1"},
		{"silent", func(p *play) {
			p.pass(8*minute + 30*second)
			for _, team := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern"} {
				p.do("chair", GiveFloor{Team: TeamID(team)})
				p.do(team, Say{Words: T("here")})
			}
		}, "Plumb has said nothing for 8 min", "floor plumb"},
		{"half are in rooms", func(p *play) {
			p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra", "plumb"}})
			p.do("hydra", JoinCaucus{})
			p.do("plumb", JoinCaucus{})
		}, "are in consultations: suspend", "suspend 8m"},
		{"the endgame", func(p *play) {
			p.do("chair", OpenItem{Name: "suspension"})
			p.pass(32 * minute)
			p.do("chair", Say{Words: T("time")})
		}, "time for the endgame", "item endgame"},
		{"everything is settled", func(p *play) {
			for _, c := range []ClauseID{"1", "2", "3"} {
				p.do("chair", Defer{Clauses: []ClauseID{c}})
				p.pass(31 * second)
			}
		}, "Every clause is settled", "gavel text"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t, func(sc *Scenario) { sc.Injects = nil })
			row.given(p)
			p.suggests(row.why, row.verb)
			p.done()
		})
	}
}

// Whatever is played there is one suggestion, a sentence, and none that would
// be refused.
func TestLawNoSuggestionIsRefused(t *testing.T) {
	start := atTable(t)
	rapid.Check(t, func(rt *rapid.T) {
		p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
		for range rapid.IntRange(1, 40).Draw(rt, "length") {
			p.pass(rapid.Int64Range(0, 90).Draw(rt, "seconds") * second)
			if act, err := Decide(p.s, anyone(rt), p.now, anything(rt, p.s)); err == nil {
				p.take(act)
			}
			a := p.s.suggest("chair", p.s.Own("chair").Chair)
			if a.why.IsZero() || !strings.HasSuffix(a.why.String(), ".") {
				rt.Fatalf("%q is no sentence", a.why)
			}
			if a.act == nil {
				continue
			}
			if _, err := Decide(p.s, "chair", p.s.now.wall, a.act); err != nil {
				rt.Fatalf("%s (%s) is refused: %v", a.why, a.verb, err)
			}
		}
	})
}
