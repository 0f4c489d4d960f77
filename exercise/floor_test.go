package exercise

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// floorIs checks who has the floor and how long.
func (p *play) floorIs(team TeamID, left int64) {
	p.t.Helper()
	f := p.room().Floor
	if f.Speaker != team || team != "" && f.Until-p.s.clock.at(p.s.now, p.now).table != left {
		p.t.Errorf("%q has the floor for %d ms; should be %q for %d", f.Speaker, f.Until-p.s.clock.at(p.s.now, p.now).table, team, left)
	}
}

func TestAPointOfOrderStopsTheSpeakersTime(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", GiveFloor{Team: "hydra", Time: 60 * second})
	p.pass(20 * second)
	p.do("plumb", Order{Words: T("Turns go κ ε φ.")})
	left := p.room().Floor.Left
	if f := p.room().Floor; f.OrderBy != "plumb" || f.Order != "Turns go κ ε φ." || !f.Halted || left < 39*second {
		t.Errorf("the floor is %+v", f)
	}
	p.refused("hydra", Say{Words: T("But we …")}, ErrFloor, "point of order", "rules first")
	p.refused("chair", Next{}, ErrNotNow, "rule")
	p.pass(61 * second)
	if f := p.room().Floor; f.OrderBy != "plumb" || f.OrderUntil != 0 || !p.feedHas("The time for the point of order of Plumb is over; the chair rules.") {
		t.Errorf("after its time the floor is %+v", f)
	}
	p.do("chair", Rule{Words: T("Plumb is right.")})
	p.floorIs("hydra", left)
	p.pass(left)
	if spoken := p.room().Teams[2].SpokenFor; spoken != 60*second {
		t.Errorf("Hydra held the floor for %d ms", spoken)
	}
}

func TestAnIncidentToAllGivesTheSpeakerTheTimeBack(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", GiveFloor{Team: "hydra", Time: 60 * second})
	p.pass(20 * second)
	p.do("chair", SendInject{Inject: "I1", Now: true})
	left := p.room().Floor.Until - p.room().Clocks.Table
	p.pass(45 * second)
	p.floorIs("hydra", left)
}

func TestTheQueueIsWeighedByTrackAndTeam(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", OpenItem{Name: "endgame"})
	for _, team := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern"} {
		p.do(team, Hand{})
	}
	var order []TeamID
	for range 5 {
		order = append(order, p.room().Floor.Speaker)
		p.do("chair", Next{})
	}
	if want := []TeamID{"arcadia", "hydra", "lantern", "meridia", "forge"}; !slices.Equal(order, want) {
		t.Errorf("the floor passed through %v, should be %v", order, want)
	}
	p.do("meridia", Hand{})
	p.do("chair", GiveFloor{Team: "arcadia"})
	p.do("forge", Hand{})
	p.do("hydra", Hand{})
	p.pass(75 * second)
	if f := p.room().Floor; f.Speaker != "hydra" && f.Speaker != "forge" {
		t.Errorf("%s speaks: no track is heard twice before a waiting track", f.Speaker)
	}
}

func TestTheFloorOfAnItem(t *testing.T) {
	cases := []struct {
		mode string
		may  error // what a delegate's word meets
		hand TeamID
	}{
		{ModeOpen, nil, ""},
		{ModeClosed, ErrFloor, ""},
		{ModeQueue, ErrFloor, "hydra"},
		{ModeRounds, ErrFloor, "arcadia"},
	}
	for _, c := range cases {
		t.Run(c.mode, func(t *testing.T) {
			p := atTable(t, func(sc *Scenario) { sc.Agenda[2].Mode = c.mode })
			defer p.done()
			p.do("chair", OpenItem{Name: "1"})
			if f := p.room().Floor; f.Mode != c.mode {
				t.Fatalf("the floor is %s", f.Mode)
			}
			if c.may != nil {
				p.refused("forge", Say{Words: T("A word.")}, c.may)
			} else {
				p.do("forge", Say{Words: T("A word.")})
			}
			if c.mode != ModeRounds {
				p.do("hydra", Hand{})
				p.floorIs(c.hand, 75*second)
			}
		})
	}
}

func TestTheFloorIsAsItWasAfterASuspension(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", GiveFloor{Team: "hydra", Time: 60 * second})
	p.pass(20 * second)
	p.do("chair", Suspend{Time: minute})
	left := p.room().Floor.Left
	p.refused("hydra", Yield{}, ErrNotNow, "suspended")
	p.refused("chair", Skip{Team: "hydra"}, ErrNotNow, "suspended")
	p.refused("plumb", Order{Words: T("Turns.")}, ErrNotNow, "suspended")
	p.refused("plumb", Move{Kind: MotionClose}, ErrNotNow, "suspended")
	p.do("plumb", Reply{Words: T("They named us.")})
	p.pass(minute)
	p.floorIs("hydra", left-1) // the reply took a millisecond; it waits for the speaker's end
}

func TestARightOfReply(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", GiveFloor{Team: "arcadia"})
	p.do("forge", Reply{Words: T("Arcadia named us.")})
	if next := p.room().Floor.Next; next[0] != "forge" {
		t.Errorf("next are %v", next)
	}
	p.do("arcadia", Yield{})
	if f := p.room().Floor; f.Speaker != "forge" || !f.Replying {
		t.Errorf("the floor is %+v", f)
	}
	p.do("forge", Say{Words: T("We did report.")})
	p.refused("forge", Reply{Words: T("Again.")}, ErrFloor, "You have the floor")
	p.pass(60 * second)
	if f := p.room().Floor; f.Speaker == "forge" || f.Replying {
		t.Errorf("after a minute the floor is %+v", f)
	}
	p.refused("forge", Reply{Words: T("Again.")}, ErrNotNow, "hand")
	p.do("chair", OpenItem{Name: "1"})
	p.do("forge", Reply{Words: T("Arcadia named us again.")})
}

func TestAnInformalSittingStaysOutOfTheMinutes(t *testing.T) {
	p := atTable(t)
	defer p.done()
	p.do("chair", Informal{Time: 5 * minute})
	p.do("chair", Say{Words: T("Between us.")})
	feed := p.room().Feed
	if l := feed[len(feed)-1]; !l.Informal || p.room().Floor.InformalUntil == 0 {
		t.Errorf("the line is %+v", l)
	}
	p.pass(5 * minute)
	p.do("chair", Say{Words: T("On the record.")})
	feed = p.room().Feed
	if l := feed[len(feed)-1]; l.Informal || !p.feedHas("formal again") {
		t.Errorf("the line is %+v", l)
	}
	p.refused("chair", Informal{}, ErrNotNow, "formal already")
	p.refused("hydra", Informal{Time: minute}, ErrRole, "chair")
}

func TestWherePeopleSpeakAloud(t *testing.T) {
	spoken := func(sc *Scenario) { sc.Medium = SpokenWord }
	p := atTable(t, spoken)
	defer p.done()
	p.do("chair", GiveFloor{Team: "hydra"})
	p.refused("hydra", Say{Words: T("Forty-eight.")}, ErrNotNow, "aloud")
	p.refused("hydra", Hear{Team: "hydra", Words: T("48")}, ErrRole, "recorder")
	p.do("recorder", Hear{Team: "hydra", Words: T("Would accept 48 hours.")})
	feed := p.room().Feed
	l := feed[len(feed)-1]
	if l.Kind != "said" || l.Team != "hydra" || !l.Heard || l.Spoken || p.room().Teams[2].Spoken != 1 {
		t.Errorf("the line is %+v", l)
	}
	p.do("hydra", Correct{Words: T("72, with notice in 48.")})
	p.refused("forge", Correct{No: l.No, Words: T("No.")}, ErrRole, "your own")
	if feed := p.room().Feed; !slices.Contains(feed[len(feed)-2].Corrections, "72, with notice in 48.") {
		t.Errorf("the line is %+v", feed[len(feed)-2])
	}

	typed := atTable(t)
	typed.refused("recorder", Hear{Team: "hydra", Words: T("48")}, ErrNotNow, "type")
	mixed := atTable(t, func(sc *Scenario) { sc.Medium = Mixed })
	mixed.do("chair", GiveFloor{Team: "hydra"})
	mixed.do("hydra", Say{Words: T("Forty-eight.")})
	mixed.do("recorder", Hear{Team: "hydra", Words: T("48")})
}

func TestTablingByTurn(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { sc.Tabling = TablingTurn })
	defer p.done()
	amend := Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}
	p.do("chair", GiveFloor{Team: "hydra"})
	p.refused("forge", amend, ErrFloor, "has the floor")
	p.do("hydra", amend)
}

// TestLawNoTrackIsHeardTwiceBeforeAWaitingOne holds over random hands.
func TestLawNoTrackIsHeardTwiceBeforeAWaitingOne(t *testing.T) {
	start := atTable(t)
	start.do("chair", OpenItem{Name: "endgame"})
	teams := start.s.allTeams()
	checkLaw(t, func(rt *rapid.T) {
		p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
		last, since := map[Track]int{}, map[Track]int{} // steps: of the last turn, of the oldest hand
		for i := 1; i <= rapid.IntRange(5, 30).Draw(rt, "steps"); i++ {
			before := p.room().Floor
			var c Command = Next{}
			seat := SeatID("chair")
			if rapid.IntRange(0, 2).Draw(rt, "hand") > 0 {
				c, seat = Hand{}, SeatID(rapid.SampledFrom(teams).Draw(rt, "team"))
			}
			if p.try(seat, c) != nil {
				continue
			}
			p.do(seat, c)
			f := p.room().Floor
			if _, raised := c.(Hand); raised && f.Speaker == before.Speaker {
				if track := p.s.track(TeamID(seat)); since[track] == 0 {
					since[track] = i
				}
				continue
			}
			spoke := p.s.track(f.Speaker)
			for track, waits := range since {
				if track != spoke && waits > 0 && waits < last[spoke] {
					rt.Fatalf("%s is heard again while %s has waited since step %d", spoke, track, waits)
				}
			}
			last[spoke], since[spoke] = i, 0
			for _, team := range f.Hands {
				if p.s.track(team) == spoke && since[spoke] == 0 {
					since[spoke] = i
				}
			}
		}
	})
}
