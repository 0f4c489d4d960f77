package exercise

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// away lets teams leave the table.
func (p *play) away(teams ...SeatID) {
	p.t.Helper()
	for _, team := range teams {
		p.do(team, Leave{})
	}
}

func asItIs(*Scenario) {}

func absentTrackDecides(sc *Scenario) { sc.AbsentTrack = true }

func TestTheRulesOfAbsence(t *testing.T) {
	cases := []struct {
		name  string
		plan  func(*Scenario)
		given func(*play)
		when  func(*play) error
		want  error
		words string
	}{
		{
			"nothing is decided while a team has just gone", asItIs,
			func(p *play) { p.away("plumb"); p.pass(2 * minute) },
			func(p *play) error { return p.try("chair", Gavel{X: "3.1a/1"}) }, ErrNotNow, "less than three minutes",
		},
		{
			"after three minutes it is", asItIs,
			func(p *play) { p.away("plumb"); p.pass(3 * minute) },
			func(p *play) error { return p.try("chair", Gavel{X: "3.1a/1"}) }, nil, "",
		},
		{
			"grace is granted six minutes a session", asItIs,
			func(p *play) {
				for range 2 {
					p.away("plumb")
					p.pass(3 * minute)
					p.do("plumb", Sit{Via: "screen"})
				}
				p.away("plumb")
			},
			func(p *play) error { return p.try("chair", Gavel{X: "3.1a/1"}) }, nil, "",
		},
		{
			"a team is declared absent after its grace", asItIs,
			func(p *play) { p.away("plumb"); p.pass(2 * minute) },
			func(p *play) error { return p.try("chair", DeclareAbsent{Team: "plumb"}) }, ErrNotNow, "three minutes",
		},
		{
			"and has no say by a stray verb before it is back", asItIs,
			func(p *play) { p.away("plumb"); p.pass(3 * minute); p.do("chair", DeclareAbsent{Team: "plumb"}) },
			func(p *play) error {
				if slices.Contains(p.s.say(), TeamID("plumb")) {
					return errors.New("plumb has a say")
				}
				p.do("plumb", Sit{Via: "screen"})
				if !slices.Contains(p.s.say(), TeamID("plumb")) {
					return errors.New("plumb is back without a say")
				}
				return nil
			}, nil, "",
		},
		{
			"nothing is decided without a whole track", asItIs,
			func(p *play) { p.away("plumb", "lantern"); p.pass(3 * minute) },
			func(p *play) error { return p.try("chair", Put{X: []Subject{"3.1a/1"}}) }, ErrNotNow, "whole track",
		},
		{
			"but stances are taken", asItIs,
			func(p *play) { p.away("plumb", "lantern"); p.pass(3 * minute) },
			func(p *play) error { return p.try("hydra", TakeStance{Alt: AltID{"3.1a", 1}, Stance: Prefer}) }, nil, "",
		},
		{
			"and motions decided", asItIs,
			func(p *play) {
				p.away("plumb", "lantern")
				p.pass(3 * minute)
				p.do("hydra", Move{Kind: MotionSuspend})
			},
			func(p *play) error { return p.try("chair", Put{X: []Subject{"M1"}}) }, nil, "",
		},
		{
			"a motion on the text is the text's", asItIs,
			func(p *play) {
				p.away("plumb", "lantern")
				p.pass(3 * minute)
				p.do("hydra", Move{Kind: MotionDefer, Clause: "3"})
			},
			func(p *play) error { return p.try("chair", Put{X: []Subject{"M1"}}) }, ErrNotNow, "whole track",
		},
		{
			"a scenario may let the others decide", absentTrackDecides,
			func(p *play) {
				p.away("plumb", "lantern")
				p.pass(3 * minute)
				p.do("chair", Put{X: []Subject{"3.1a/1"}})
				p.all(Accept, "arcadia", "hydra")
				p.do("chair", Close{X: "3.1a/1"})
			},
			func(p *play) error {
				if d := p.room().Decisions[0]; d.Outcome != Carried {
					return errors.New(d.Sentence.String())
				}
				return nil
			}, nil, "",
		},
		{
			"never adopt", absentTrackDecides,
			func(p *play) {
				for _, c := range []ClauseID{"1", "2", "3"} {
					p.do("chair", Defer{Clauses: []ClauseID{c}})
				}
				p.pass(30 * second)
				p.away("plumb", "lantern")
				p.pass(3 * minute)
			},
			func(p *play) error { return p.try("chair", Gavel{X: WholeText}) }, ErrNotNow, "whole track",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := atTable(t, c.plan)
			c.given(p)
			err := c.when(p)
			if (c.want == nil) != (err == nil) || c.want != nil && !errors.Is(err, c.want) || err != nil && !strings.Contains(err.Error(), c.words) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// try says whether a command would be accepted.
func (p *play) try(seat SeatID, c Command) error {
	_, err := Decide(p.s, seat, p.now, c)
	return err
}

func TestAClaimIsKeptToTheEndOfTheItem(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.away("meridia")
	for range 6 {
		p.do("chair", Next{})
	}
	if f := p.room().Floor; !slices.Contains(f.Hands, TeamID("meridia")) || !p.feedHas("is not here; the claim to speak is kept") {
		t.Errorf("the floor is %+v", f)
	}
	p.do("meridia", Sit{Via: "screen"})
	if next := p.room().Floor.Next; len(next) == 0 || next[0] != "meridia" {
		t.Errorf("back again, next are %v", next)
	}
	p.do("chair", OpenItem{Name: "endgame"})
	if f := p.room().Floor; len(f.Hands) != 0 {
		t.Errorf("in the next item the hands are %v", f.Hands)
	}
}

func TestNobodyAtTheTable(t *testing.T) {
	p := atTable(t)
	defer p.done()
	speaker := p.room().Floor.Speaker
	for _, team := range p.s.Plan().Teams {
		p.away(team.Seats[0])
	}
	f, at := p.room().Floor, p.room().Clocks
	if f.Speaker != "" || at.TableRunning || at.TableWhy != PausedEmpty || f.Hands[0] != speaker {
		t.Errorf("the floor is %+v, the clocks are %+v", f, at)
	}
	p.pass(10 * minute)
	p.do("plumb", Sit{Via: "screen"})
	if now := p.room().Clocks; now.Table != at.Table || !now.TableRunning {
		t.Errorf("the clocks are %+v", now)
	}
}

func TestControlAwayForAMinutePausesBothClocks(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.away("chair")
	p.pass(59 * second)
	if c := p.room().Clocks; !c.TableRunning || !c.ScenarioRunning {
		t.Errorf("after 59 s the clocks are %+v", c)
	}
	p.pass(2 * second)
	if c := p.room().Clocks; c.TableRunning || c.ScenarioRunning || !p.feedHas("control is away") {
		t.Errorf("after a minute the clocks are %+v", c)
	}
	p.do("chair", Sit{Via: "screen"})
	if c := p.room().Clocks; !c.TableRunning || !c.ScenarioRunning {
		t.Errorf("back again the clocks are %+v", c)
	}
}
