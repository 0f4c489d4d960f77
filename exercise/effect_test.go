package exercise

import (
	"strings"
	"testing"
)

func TestWhenTheTextTakesEffect(t *testing.T) {
	cases := map[string]struct {
		effect Effect
		given  map[TeamID]Command
		in     bool
		says   string
	}{
		"one a track, endorsed":        {Effect{}, map[TeamID]Command{"arcadia": Sign{}, "hydra": Endorse{}, "plumb": Sign{}}, true, "one signature or endorsement in each track"},
		"a track has declined":         {Effect{}, map[TeamID]Command{"arcadia": Sign{}, "hydra": Decline{}, "plumb": Sign{}}, false, "ε (business) has given none"},
		"two a track":                  {Effect{PerTrack: 2}, map[TeamID]Command{"arcadia": Sign{}, "meridia": Sign{}, "hydra": Sign{}, "forge": Sign{}, "plumb": Sign{}}, false, "φ (philanthropy) has given 1 of 2"},
		"named teams":                  {Effect{Teams: []TeamID{"hydra", "plumb"}}, map[TeamID]Command{"hydra": Sign{}}, false, "Plumb (φ) has given none"},
		"named teams alone":            {Effect{Teams: []TeamID{"hydra"}}, map[TeamID]Command{"hydra": Sign{}}, true, "the signature or endorsement of Hydra"},
		"an endorsement is too little": {Effect{Signed: true}, map[TeamID]Command{"arcadia": Sign{}, "hydra": Endorse{}, "plumb": Sign{}}, false, "one signature in each track"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t, func(s *Scenario) { s.Effect = c.effect })
			p.agreeAll()
			p.gavelled("text")
			for _, team := range p.s.allTeams() {
				if what := c.given[team]; what != nil {
					p.do(SeatID(team), what)
				}
			}
			v := p.room().Closing
			if v.InEffect != c.in || !strings.Contains(v.Effect.String(), c.says) {
				t.Errorf("in effect %v: %s", v.InEffect, v.Effect)
			}
			if signed := v.Outcome.String() == "Adopted and signed"; signed != c.in {
				t.Errorf("the outcome is %s", v.Outcome)
			}
			p.done()
		})
	}
}

// The outcomes in falling order.
func TestOutcomesInFallingOrder(t *testing.T) {
	everyone := func(p *play) {
		for _, team := range p.s.allTeams() {
			p.do(SeatID(team), Sign{})
		}
	}
	cases := map[string]struct {
		play func(*play)
		want string
	}{
		"adopted and signed": {func(p *play) { p.agreeAll(); p.gavelled("text"); everyone(p) }, "Adopted and signed"},
		"adopted in part": {func(p *play) {
			p.gavelled("3.1a/1", "3.1b/1", "3")
			p.do("chair", Defer{Clauses: []ClauseID{"1", "2"}})
			p.pass(31 * second)
			p.gavelled("text")
			everyone(p)
		}, "Adopted in part and signed; not agreed: clauses 1 and 2"},
		"chair's summary": {func(p *play) { p.do("chair", Summarise{Words: T("Five found support.")}) }, "Chair's summary"},
		"no outcome":      {func(*play) {}, "No outcome"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			c.play(p)
			p.do("chair", End{})
			if got := p.room().Closing.Outcome; got.String() != c.want {
				t.Errorf("the outcome is %q, want %q", got, c.want)
			}
			p.done()
		})
	}
}

// The endgame offers to defer all that remains, on one sheet.
func TestTheEndgameOffersDeferral(t *testing.T) {
	p := atTable(t)
	p.gavelled("3.1a/1", "3.1b/1", "3")
	if offer := p.s.Own("chair").Chair.Defer; offer != nil {
		t.Errorf("before the endgame %v is offered", offer)
	}
	p.do("chair", OpenItem{Name: "endgame"})
	if !strings.Contains(p.last(), "what remains: clauses 1 and 2.") {
		t.Errorf("the table reads %q", p.last())
	}
	offer := p.s.Own("chair").Chair.Defer
	if clausesLine(offer).String() != "clauses 1 and 2" {
		t.Fatalf("the chair is offered %v", offer)
	}
	p.do("chair", Defer{Clauses: offer})
	if list := p.room().Standing; len(list) != 2 || list[0].Until != list[1].Until {
		t.Errorf("they stand as %+v", list)
	}
	p.do("hydra", Object{X: "1", Why: T("We are close.")})
	p.pass(31 * second)
	if p.state("1") == ClauseDeferred || p.state("2") != ClauseDeferred {
		t.Errorf("clauses 1 and 2 are %s and %s", p.state("1"), p.state("2"))
	}
	if offer := p.s.Own("chair").Chair.Defer; clausesLine(offer).String() != "clause 1" {
		t.Errorf("then the chair is offered %v", offer)
	}
	p.done()
}

func TestAStatementNamesWhatItExplains(t *testing.T) {
	p := atTable(t)
	p.refused("hydra", MakeStatement{Words: T("x")}, ErrNotNow, "nothing has been put yet")
	p.gavelled("3.1a/1", "3.1b/1")
	p.do("hydra", MakeStatement{X: "3.1a/1", Words: T("Shall means shall.")})
	p.do("hydra", MakeStatement{Words: T("Clock hours.")})
	p.refused("hydra", MakeStatement{X: "2", Words: T("x")}, ErrNotNow, "nothing has been asked on 2")
	for i, want := range []string{"Shall means shall.", "Clock hours."} {
		if s := p.room().Decisions[i].Statements; len(s) != 1 || s[0].Text != want {
			t.Errorf("under D%d stands %+v", i+1, s)
		}
	}
	p.done()
}
