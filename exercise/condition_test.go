package exercise

import (
	"encoding/json"
	"strings"
	"testing"
)

func carriedIf(x Subject) Condition { return Condition{X: x, Is: "carried"} }

// acceptIf is a sealed position.
func acceptIf(x Subject, c Condition) Command {
	return TakePosition{X: x, Position: Accept, If: c}
}

func (p *play) conditionals(seat SeatID) []ConditionalView { return p.s.Own(seat).Conditionals }

// everybodyBut is what every other seat can see.
func (p *play) everybodyBut(seats ...SeatID) string {
	var b strings.Builder
seats:
	for _, seat := range p.s.Plan().Seats {
		for _, not := range seats {
			if seat.ID == not {
				continue seats
			}
		}
		body, _ := json.Marshal(View{Room: p.room(), Own: p.s.Own(seat.ID)})
		b.Write(body)
	}
	return b.String()
}

// unseen does something of which nobody but these seats may notice anything:
// no line, no number, no wake-up, and nothing but the clocks moves.
func (p *play) unseen(seat SeatID, c Command, aware ...SeatID) {
	p.t.Helper()
	p.now--
	before := p.everybodyBut(aware...)
	at := p.s.now
	act := p.do(seat, c)
	p.s.now, p.replay.now = at, at
	if after := p.everybodyBut(aware...); after != before {
		p.t.Errorf("%s of %s shows at %s", CommandName(c), seat, firstDifference(before, after))
	}
	for _, other := range p.s.Plan().Seats {
		know := false
		for _, a := range aware {
			know = know || a == other.ID
		}
		if p.s.Sees(other, act) != know {
			p.t.Errorf("%s of %s: %s is told: %v, should be %v", CommandName(c), seat, other.ID, !know, know)
		}
	}
}

func TestACircleOfConditionsMeets(t *testing.T) {
	p := atTable(t)
	p.unseen("arcadia", acceptIf("3.1b/2", carriedIf("3.1a/1")), "arcadia")
	if c := p.conditionals("arcadia"); len(c) != 1 || c[0].If.String() != "3.1a/1 is carried" || c[0].Asked {
		t.Fatalf("Arcadia has %+v", c)
	}
	p.refused("arcadia", Confirm{X: "3.1b/2"}, ErrNotNow, "cannot be met yet")
	p.unseen("hydra", acceptIf("3.1a/1", carriedIf("3.1b/2")), "hydra", "arcadia")
	if !p.conditionals("arcadia")[0].Asked || !p.conditionals("hydra")[0].Asked {
		t.Fatal("the circle meets")
	}
	p.unseen("hydra", Confirm{X: "3.1a/1"}, "hydra")
	p.refused("hydra", Confirm{X: "3.1a/1"}, ErrNotNow, "have confirmed")
	p.refused("forge", Confirm{X: "3.1a/1"}, ErrUnknown)
	p.do("arcadia", Confirm{X: "3.1b/2"})
	x := p.room().Packages
	if len(x) != 1 || len(x[0].Sponsors) != 2 || len(x[0].Parts) != 2 {
		t.Fatalf("confirmed, they stand as a package: %+v", x)
	}
	if len(p.conditionals("arcadia"))+len(p.conditionals("hydra")) != 0 {
		t.Error("they are sealed no longer")
	}
	p.do("chair", Gavel{X: "P1"})
	p.pass(31 * second)
	if got := p.read("3.1"); strings.ContainsAny(got, "[|") || !strings.Contains(got, "shall") || !strings.Contains(got, "72") {
		t.Errorf("3.1 reads %s", got)
	}
	p.done()
}

func TestTheLargestSet(t *testing.T) {
	type one struct {
		seat SeatID
		x    Subject
		cond Condition
	}
	a, b, c := Subject("3.1a/1"), Subject("3.1b/1"), Subject("2.1a/1")
	for _, row := range []struct {
		name  string
		given []one
		asked string // seats
	}{
		{"nothing to depend on", []one{{"arcadia", a, carriedIf(b)}}, ""},
		{"a circle of two", []one{{"arcadia", a, carriedIf(b)}, {"hydra", b, carriedIf(a)}}, "arcadia hydra"},
		{"a circle of three", []one{{"arcadia", a, carriedIf(b)}, {"hydra", b, carriedIf(c)}, {"lantern", c, carriedIf(a)}}, "arcadia hydra lantern"},
		{"a chain with no end", []one{{"arcadia", a, carriedIf(b)}, {"hydra", b, carriedIf(c)}}, ""},
		{
			"one that fails takes who depends on it",
			[]one{{"arcadia", a, carriedIf(b)}, {"hydra", b, Condition{All: []Condition{carriedIf(a), carriedIf("1.1a/1")}}}},
			"",
		},
		{
			"or needs one only",
			[]one{{"arcadia", a, carriedIf(b)}, {"hydra", b, Condition{Any: []Condition{carriedIf(a), carriedIf("1.1a/1")}}}},
			"arcadia hydra",
		},
		{
			"two alternatives of one point: the earlier keeps its place",
			[]one{{"arcadia", a, carriedIf(b)}, {"hydra", b, carriedIf(a)}, {"forge", "3.1b/2", carriedIf(a)}},
			"arcadia hydra",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := atTable(t)
			for _, g := range row.given {
				p.do(g.seat, acceptIf(g.x, g.cond))
			}
			var asked []string
			for _, team := range p.s.Plan().Teams {
				for _, c := range p.conditionals(SeatID(team.ID)) {
					if c.Asked {
						asked = append(asked, string(team.ID))
					}
				}
			}
			if got := strings.Join(asked, " "); got != row.asked {
				t.Errorf("asked are %q, want %q", got, row.asked)
			}
			p.done()
		})
	}
}

func TestIndependentSetsStandByThemselves(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", acceptIf("3.1a/1", carriedIf("3.1b/1")))
	p.do("hydra", acceptIf("3.1b/1", carriedIf("3.1a/1")))
	p.do("forge", acceptIf("2.1a/1", carriedIf("1.1a/1")))
	p.do("plumb", acceptIf("1.1a/1", carriedIf("2.1a/1")))
	p.do("forge", Confirm{X: "2.1a/1"})
	p.do("arcadia", Confirm{X: "3.1a/1"})
	p.do("hydra", Confirm{X: "3.1b/1"})
	if x := p.room().Packages; len(x) != 1 || x[0].Parts[0].X != "3.1a/1" {
		t.Errorf("Forge and Plumb have nothing to do with it: %+v", x)
	}
	p.unseen("forge", TakePosition{X: "2.1a/1"}, "forge", "plumb")
	if c := p.conditionals("plumb"); len(c) != 1 || c[0].Asked {
		t.Errorf("Plumb can no longer be met: %+v", c)
	}
	p.done()
}

func TestAConditionIsLookedAtAsItsDecisionCloses(t *testing.T) {
	for _, met := range []bool{true, false} {
		p := atTable(t)
		p.do("chair", Put{X: []Subject{"3.1b/1"}})
		p.unseen("hydra", acceptIf("3.1b/1", carriedIf("3.1a/1")), "hydra")
		p.answers("arcadia accept, lantern accept")
		if met {
			p.do("chair", Gavel{X: "3.1a/1"})
			p.pass(31 * second)
		}
		p.do("chair", Close{X: "3.1b/1"})
		d := p.room().Decisions[0]
		want := "Not carried: nobody in ε (business) accepted; Hydra and Forge said nothing."
		if met {
			want = "Carried; Meridia, Forge and Plumb said nothing. On the understanding that 3.1a/1 is carried."
		}
		if d.Sentence.String() != want {
			t.Errorf("met %v: %s", met, d.Sentence)
		}
		if met != (d.Understanding.String() == "on the understanding that 3.1a/1 is carried") {
			t.Errorf("met %v: the understanding is %q", met, d.Understanding)
		}
		if !met && strings.Contains(p.everybodyBut("hydra"), "3.1a/1 carried") {
			t.Error("a condition that was not met is shown")
		}
		if len(p.conditionals("hydra")) != 0 {
			t.Error("it is not looked at again")
		}
		p.done()
	}
}

func TestAReopeningIsFlaggedOnWhatRestedOnIt(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "2.1a/1"})
	p.pass(31 * second)
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.do("hydra", acceptIf("3.1b/1", carriedIf("2.1a/1")))
	p.answers("arcadia accept, lantern accept")
	p.do("chair", Close{})
	p.do("chair", Gavel{X: "1.1a/1"})
	p.pass(31 * second)
	at := len(p.s.decided)
	p.s.decided[0].outcome, p.replay.decided[0].outcome = Postponed, Postponed // as a lapse leaves it
	p.do("chair", Say{Words: T("go on")})
	if d := p.room().Decisions[1]; d.Flagged.IsZero() || at != 3 {
		t.Errorf("what it rested on is gone: %+v", d)
	}
}

func TestConditionsThatCannotBe(t *testing.T) {
	p := atTable(t)
	for _, row := range []struct {
		c    Command
		why  error
		says string
	}{
		{acceptIf("3.1b/1", carriedIf("3.1b/1")), ErrText, "itself"},
		{acceptIf("3.1b/1", carriedIf("A7")), ErrUnknown, "A7"},
		{acceptIf("3.1b/9", carriedIf("3.1a/1")), ErrUnknown, "3.1b/9"},
		{acceptIf("text", carriedIf("3.1a/1")), ErrText, "part of it"},
		{TakePosition{X: "3.1b/1", Position: Objects, Words: T("x"), If: carriedIf("3.1a/1")}, ErrText, "plain acceptance"},
		{TakePosition{X: "3.1b/1", Position: Accept, AdRef: minute, If: carriedIf("3.1a/1")}, ErrText, "plain acceptance"},
		{acceptIf("3.1b/1", Condition{All: []Condition{{}}}), ErrText, "such as"},
		{TakePosition{X: "3.1b/1"}, ErrUnknown, "no sealed position"},
	} {
		p.refused("hydra", row.c, row.why, row.says)
	}
	p.done()
}

func TestConditionsAreWrittenAsTheyAreTyped(t *testing.T) {
	c := Condition{Any: []Condition{
		{All: []Condition{{X: "A15", Is: "carried"}, {X: "5", Is: "agreed"}}}, {X: "6", Is: "agreed"},
	}}
	if got := c.String(); got != "(A15 carried and 5 agreed) or 6 agreed" {
		t.Errorf("typed it is %s", got)
	}
	if got := understanding([]Condition{c.Any[0]}); got.String() != "on the understanding that A15 is carried and 5 is agreed" {
		t.Errorf("said it is %s", got)
	}
}
