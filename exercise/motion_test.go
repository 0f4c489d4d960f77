package exercise

import (
	"slices"
	"strings"
	"testing"
)

// all answers a put of the teams named.
func (p *play) all(position PositionKind, teams ...SeatID) {
	p.t.Helper()
	for _, team := range teams {
		p.do(team, TakePosition{Position: position, Words: T("so")})
	}
}

func (p *play) motions() string {
	var all []string
	for _, m := range p.room().Motions {
		all = append(all, string(m.ID)+" "+m.Kind+" "+m.State)
	}
	return strings.Join(all, ", ")
}

func TestARulingStandsUnlessAMajorityIsAgainstIt(t *testing.T) {
	cases := []struct {
		against []SeatID
		outcome Outcome
	}{
		{nil, NotCarried},
		{[]SeatID{"arcadia", "hydra", "lantern"}, NotCarried},
		{[]SeatID{"arcadia", "hydra", "lantern", "plumb"}, Carried},
	}
	for _, c := range cases {
		p := atTable(t)
		p.do("chair", GiveFloor{Team: "forge", Time: 60 * second})
		p.refused("hydra", Appeal{}, ErrNotNow, "at once")
		p.do("hydra", Order{Words: T("Turns.")})
		p.do("chair", Rule{Words: T("No.")})
		left := p.room().Floor.Until - p.room().Clocks.Table
		p.do("hydra", Appeal{})
		p.refused("chair", Next{}, ErrNotNow, "the floor waits")
		p.refused("arcadia", TakePosition{Position: NotYet, Words: T("Instructions.")}, ErrText, "on the spot")
		p.all(Accept, c.against...)
		p.pass(2 * minute)
		d := p.room().Decisions[0]
		if d.Outcome != c.outcome {
			t.Errorf("%d teams of six against the ruling: %s (%s)", len(c.against), d.Outcome, d.Sentence)
		}
		if f := p.room().Floor; f.Speaker != "forge" || f.Until-p.room().Clocks.Table < left-second {
			t.Errorf("Forge has %d ms left of %d", f.Until-p.room().Clocks.Table, left)
		}
		p.refused("meridia", Appeal{}, ErrNotNow, "at once")
		p.done()
	}
}

func TestARulingIsAppealedAtOnceOrNotAtAll(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("hydra", Order{Words: T("Turns.")})
	p.do("chair", Rule{Words: T("No.")})
	p.pass(60 * second)
	p.refused("hydra", Appeal{}, ErrNotNow, "within 60 s")
}

func TestAnAppealWaitsForWhatStands(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("hydra", Order{Words: T("Turns.")})
	p.do("chair", Rule{Words: T("No.")})
	p.do("chair", Gavel{X: "3.1a/1"})
	p.do("hydra", Appeal{})
	if p.motions() != "M1 appeal open" {
		t.Errorf("motions: %s", p.motions())
	}
	p.pass(30 * second)
	if p.motions() != "M1 appeal put" {
		t.Errorf("motions: %s", p.motions())
	}
}

func TestMotionsInOrderOfPrecedence(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("plumb", Move{Kind: MotionClose, Why: T("All has been said.")})
	p.do("forge", Move{Kind: MotionDefer, Clause: "3"})
	p.do("hydra", Move{Kind: MotionSuspend})
	p.do("arcadia", Move{Kind: MotionAdjourn})
	if want := "M3 suspend open, M4 adjourn open, M2 defer open, M1 close debate open"; p.motions() != want {
		t.Errorf("motions: %s", p.motions())
	}
	p.refused("lantern", Move{Kind: MotionClose}, ErrNotNow, "already")
	p.refused("chair", Put{X: []Subject{"M1"}}, ErrNotNow, "M3", "goes before")
	p.refused("chair", OpenItem{Name: "1"}, ErrNotNow, "M3")
	p.do("hydra", Withdraw{Amendment: "M3"})
	p.refused("hydra", Withdraw{Amendment: "M4"}, ErrRole, "Arcadia")
	p.do("chair", Put{X: []Subject{"M4"}})
	p.refused("chair", Gavel{X: "3.1a/1"}, ErrNotNow, "M4")
	p.all(Accept, "arcadia", "hydra", "plumb")
	p.do("chair", Close{X: "M4"})
	if d := p.room().Decisions[0]; d.Outcome != NotCarried || !strings.Contains(d.Sentence.String(), "3 of 6") {
		t.Errorf("half of the teams present is no majority: %s", d.Sentence)
	}
	p.do("chair", Gavel{X: "M2"})
	p.do("hydra", Object{Why: T("Not yet.")})
	if want := "M2 defer open, M1 close debate open, M3 suspend withdrawn, M4 adjourn not carried"; p.motions() != want {
		t.Errorf("motions: %s", p.motions())
	}
}

func TestWhatFollowsFromAMotion(t *testing.T) {
	cases := []struct {
		name string
		move Command
		then func(*play) bool
	}{
		{"suspend", Move{Kind: MotionSuspend, Time: 5 * minute}, func(p *play) bool {
			until := p.room().Floor.SuspendedUntil
			p.pass(5 * minute)
			return until > 0 && p.room().Floor.SuspendedUntil == 0
		}},
		{"adjourn", Move{Kind: MotionAdjourn}, func(p *play) bool { return p.room().Agenda[p.room().Item].Name == "1" }},
		{"defer", Move{Kind: MotionDefer, Clause: "3"}, func(p *play) bool { return p.room().Clauses[2].State == ClauseDeferred }},
		{"close", Move{Kind: MotionClose}, func(p *play) bool {
			p.refused("hydra", Say{Words: T("But.")}, ErrFloor, "closed")
			p.refused("chair", GiveFloor{Team: "hydra"}, ErrNotNow, "closed")
			p.refused("hydra", Hand{}, ErrNotNow, "closed")
			p.refused("chair", OpenItem{Name: "3"}, ErrNotNow, "closed")
			p.do("chair", Gavel{X: "3.1a/1"})
			return p.room().Floor.Closed
		}},
		{"divide", Divide{Para: "3.2"}, func(p *play) bool { return slices.Equal(p.room().Clauses[2].Divided, []ParaID{"3.2"}) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, how := range []Command{Gavel{X: "M1"}, Put{X: []Subject{"M1"}}} {
				p := atTable(t)
				p.do("hydra", c.move)
				p.do("chair", how)
				if _, put := how.(Put); put {
					p.all(Accept, "arcadia", "hydra", "lantern", "plumb")
				}
				for p.motions() == "M1 "+p.room().Motions[0].Kind+" put" {
					p.pass(second)
				}
				if m := p.room().Motions[0]; m.State != "carried" {
					t.Fatalf("%s: %s", m.Line, m.State)
				}
				if !c.then(p) {
					t.Errorf("%s by %s: %s has no effect", c.name, CommandName(how), p.room().Motions[0].Line)
				}
				p.done()
			}
		})
	}
}

// What becomes of the text is decided by its own rule, however many are for it.
func TestAMotionOnTheTextNeedsTheRuleOfTheText(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("hydra", Move{Kind: MotionDefer, Clause: "3"})
	p.do("chair", Put{X: []Subject{"M1"}})
	p.all(Accept, "arcadia", "meridia", "hydra", "forge")
	p.do("plumb", TakePosition{Position: Objects, Words: T("We can still agree.")})
	p.do("chair", Close{X: "M1"})
	if p.motions() != "M1 defer not carried" || p.room().Clauses[2].State != ClauseOpen {
		t.Errorf("motions: %s", p.motions())
	}
}

func TestAMotionToReopen(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.refused("hydra", Move{Kind: MotionReopen, Clause: "3"}, ErrNotNow, "nothing to reopen")
	p.do("chair", Defer{Clauses: []ClauseID{"3"}})
	p.pass(30 * second)
	p.do("hydra", Move{Kind: MotionReopen, Clause: "3"})
	p.do("chair", OpenItem{Name: "1"})
	p.do("chair", Gavel{X: "M1"})
	p.pass(30 * second)
	if c := p.room().Clauses[2]; c.State != ClauseReopened || p.motions() != "M1 reopen carried" {
		t.Errorf("clause 3 is %s; motions: %s", c.State, p.motions())
	}
}

func TestADividedParagraphIsDecidedByItself(t *testing.T) {
	p := atTable(t)
	defer p.done()
	gavel := func(x Subject) {
		p.do("chair", Gavel{X: x})
		p.pass(30 * second)
	}
	p.refused("chair", Gavel{X: "3.2"}, ErrNotNow, "divide 3.2")
	p.refused("hydra", Divide{Para: "3.7"}, ErrUnknown, "no paragraph")
	p.refused("hydra", Divide{Para: "2.1"}, ErrNotNow, "draft")
	p.do("hydra", Divide{Para: "3.2"})
	gavel("M1")
	gavel("3.1a/1")
	gavel("3.1b/1")
	p.refused("chair", Gavel{X: "3"}, ErrNotNow, "3.2")
	gavel("3.2")
	c := p.room().Clauses[2]
	if !slices.Equal(c.Agreed, []ParaID{"3.2"}) || c.State != ClauseOpen {
		t.Errorf("clause 3: agreed %v, %s", c.Agreed, c.State)
	}
	p.refused("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}, ErrNotNow, "agreed")
	p.refused("chair", Gavel{X: "3.2"}, ErrNotNow, "agreed already")
	p.do("hydra", Divide{Para: "3.1"})
	gavel("M2")
	gavel("3.1")
	if c := p.room().Clauses[2]; c.State != ClauseAgreed {
		t.Errorf("all paragraphs are agreed and the clause is %s", c.State)
	}
}
