package exercise

import (
	"testing"

	"pgregory.net/rapid"
)

// deadlines are all that falls due on the table clock: how each begins, for ten
// minutes, and what is seen when its time is over.
var deadlines = []struct {
	name  string
	begin func(*play)
	over  func(*RoomView) bool
}{
	{
		"turn", func(p *play) { p.do("chair", GiveFloor{Team: "hydra", Time: 10 * minute}) },
		func(v *RoomView) bool { return v.Floor.Speaker != "hydra" },
	},
	{
		"gavel", func(p *play) { p.do("chair", Gavel{X: "3.1a/1", Time: 10 * minute}) },
		func(v *RoomView) bool { return len(v.Decisions) > 0 },
	},
	{
		"put", func(p *play) { p.do("chair", Put{X: []Subject{"3.1a/1", "3.1b/1"}, Time: 10 * minute}) },
		func(v *RoomView) bool { return len(v.Decisions) == 2 },
	},
	{"silence", func(p *play) {
		p.do("chair", Silence{X: "3.1a/1", Time: 10 * minute})
		p.pass(p.s.plan.Times.Gavel)
	}, func(v *RoomView) bool { return len(v.Decisions) > 0 }},
	{"ad referendum", func(p *play) {
		p.do("chair", Put{X: []Subject{"3.1a/1"}})
		p.all(Accept, "arcadia", "lantern")
		p.do("hydra", TakePosition{Position: Accept, AdRef: 10 * minute})
		p.do("chair", Close{X: "3.1a/1"})
	}, func(v *RoomView) bool { return v.Decisions[0].AdRef[0].Lapsed }},
	{
		"suspension", func(p *play) { p.do("chair", Suspend{Time: 10 * minute}) },
		func(v *RoomView) bool { return v.Floor.SuspendedUntil == 0 },
	},
	{
		"point of order", func(p *play) { p.do("plumb", Order{Words: T("Turns.")}) },
		func(v *RoomView) bool { return v.Floor.OrderUntil == 0 },
	},
	{
		"informal sitting", func(p *play) { p.do("chair", Informal{Time: 10 * minute}) },
		func(v *RoomView) bool { return v.Floor.InformalUntil == 0 },
	},
	{"motion", func(p *play) {
		p.do("hydra", Move{Kind: MotionClose})
		p.do("chair", Put{X: []Subject{"M1"}, Time: 10 * minute})
	}, func(v *RoomView) bool { return v.Motions[0].State == "not carried" }},
	{"a speaker after a motion", func(p *play) {
		p.do("chair", GiveFloor{Team: "hydra", Time: 10*minute + 2})
		p.do("forge", Move{Kind: MotionClose})
		p.do("chair", Gavel{X: "M1"})
		p.do("hydra", Object{Why: T("We are speaking.")})
	}, func(v *RoomView) bool { return v.Floor.Speaker != "hydra" }},
}

// TestLawPausesShiftTableDeadlines: any pause pattern of a clock shifts every
// deadline of that clock by exactly its length; speed and the pauses of the
// other clock never move one.
func TestLawPausesShiftTableDeadlines(t *testing.T) {
	quiet := func(sc *Scenario) {
		sc.Times.Order = 10 * minute
		for i := range sc.Injects {
			sc.Injects[i].At = -1
		}
	}
	start := atTable(t, quiet)
	checkLaw(t, func(rt *rapid.T) {
		p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
		due := rapid.SampledFrom(deadlines).Draw(rt, "deadline")
		due.begin(p)
		left := 10 * minute
		step := func(most int64) int64 {
			ms := rapid.Int64Range(0, most).Draw(rt, "ms")
			p.pass(ms)
			return ms
		}
		act := func(seat SeatID, c Command) { // takes 1 ms
			p.do(seat, c)
		}
		for range rapid.IntRange(0, 4).Draw(rt, "pauses") {
			left -= step(minute)
			switch rapid.SampledFrom([]string{"both", "table", "scenario", "speed", "real world", "incident"}).Draw(rt, "how") {
			case "both":
				act("chair", Pause{})
				step(30 * minute)
				act("chair", Resume{})
				left--
			case "table":
				act("chair", Pause{Clock: TableClock})
				step(30 * minute)
				act("chair", Resume{Clock: TableClock})
				left--
			case "scenario":
				act("chair", Pause{Clock: ScenarioClock})
				left -= step(minute)
				act("chair", Resume{Clock: ScenarioClock})
				left -= 2
			case "speed":
				act("chair", Speed{N: rapid.IntRange(1, 600).Draw(rt, "speed")})
				left--
			case "real world":
				act("plumb", RealWorld{Words: T("Fire alarm.")})
				step(30 * minute)
				act("chair", CancelRealWorld{})
				left--
			case "incident":
				act("chair", WriteInject{To: []string{"all"}, Title: T("News"), Body: T("A port is dark.")})
				left -= 1 + takeBackTime
				p.pass(takeBackTime + 45*second)
			}
		}
		p.pass(left - 1)
		if due.over(p.room()) {
			rt.Fatalf("the %s is over a millisecond too early", due.name)
		}
		p.pass(1)
		if !due.over(p.room()) {
			rt.Fatalf("the %s is not over in time", due.name)
		}
	})
}

// A pause of half an hour: what is sent after it goes out at once, and what was
// planned comes half an hour later.
func TestAPauseShiftsThePlan(t *testing.T) {
	p := atTable(t)
	defer p.done()
	planned, _ := p.s.wallOfScenario(10 * minute)
	p.do("chair", Pause{})
	p.pass(30 * minute)
	p.do("chair", Resume{})
	paused := 30*minute + 1
	p.do("chair", SendInject{Inject: "I3", Now: true})
	if x := p.s.injects[2]; x.state != InjectDelivered || x.wall != p.now {
		t.Errorf("I3 is %s", x.state)
	}
	p.pass(planned + paused - 1 - p.now)
	if x := p.s.injects[1]; x.state == InjectDelivered {
		t.Error("I2 is out too early")
	}
	p.pass(1)
	if x := p.s.injects[1]; x.state != InjectDelivered {
		t.Errorf("I2 is %s, half an hour and ten minutes after STARTEX", x.state)
	}
}
