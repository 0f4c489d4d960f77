package exercise

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// The laws of what moves by itself.

// modelMove is an act about the model at a moment of the story.
type modelMove struct {
	at int64 // minutes of story time
	do func(*play)
}

func drawMoves(t *rapid.T) []modelMove {
	var list []modelMove
	at := int64(1)
	agreed := false
	for range rapid.IntRange(0, 4).Draw(t, "moves") {
		at += rapid.Int64Range(1, 9).Draw(t, "minutes")
		switch rapid.IntRange(0, 2).Draw(t, "move") {
		case 0:
			by := rapid.SampledFrom([]int{-60, -3, 4, 70}).Draw(t, "by")
			list = append(list, modelMove{at, func(p *play) { p.attempt("chair", SetDial{Dial: "trust", By: by, Why: T("so it is")}) }})
		case 1:
			list = append(list, modelMove{at, func(p *play) { p.attempt("chair", SendInject{Inject: "I5", Now: true}) }})
		default:
			if !agreed {
				list = append(list, modelMove{at, func(p *play) {
					p.attempt("chair", Resume{}) // from the reading of an incident
					p.agree2()
				}})
			}
			agreed = true
		}
	}
	return list
}

// attempt submits a command that may be refused.
func (p *play) attempt(seat SeatID, c Command) {
	p.t.Helper()
	if act, err := Decide(p.s, seat, p.now, c); err == nil {
		p.take(act)
	}
}

// untilMinute lets story time go to the beginning of a minute.
func (p *play) untilMinute(n int64) {
	if at, ok := p.s.wallOfScenario(n * minute); ok {
		p.pass(max(at-p.now, 0))
	}
}

func (p *play) figures() string {
	scenario := p.s.clock.at(p.s.now, p.now).scenario
	return fmt.Sprint(p.s.model.dial("trust").value, p.s.model.dial("harm").value, p.s.model.gap.at(scenario), p.row("I8").State, p.row("I4").State)
}

// The same acts at the same moments of the story give the same figures,
// however many other acts, pauses, changes of speed and restarts lie between.
func TestLawFiguresFollowTheStoryAlone(t *testing.T) {
	start := atTable(t, withModel)
	checkLaw(t, func(rt *rapid.T) {
		moves := drawMoves(rt)
		quiet, busy := start.copy(t), start.copy(t)
		for _, m := range moves {
			quiet.untilMinute(m.at)
			m.do(quiet)
			for busy.minute() < m.at {
				noise(rt, busy, m.at)
			}
			m.do(busy)
		}
		end := int64(60)
		quiet.untilMinute(end)
		for busy.minute() < end {
			noise(rt, busy, end)
		}
		if a, b := quiet.figures(), busy.figures(); a != b {
			rt.Fatalf("undisturbed the figures are %s, with other acts %s", a, b)
		}
	})
}

func (p *play) copy(t *testing.T) *play {
	return &play{t: t, s: p.s, replay: p.replay, now: p.now}
}

// noise does something that is no part of the model, within the story's minute.
func noise(rt *rapid.T, p *play, until int64) {
	switch rapid.IntRange(0, 9).Draw(rt, "noise") {
	case 0:
		p.attempt("chair", Say{Words: T("Let us go on.")})
	case 1:
		p.attempt("chair", Pause{Clock: ScenarioClock})
		p.pass(rapid.Int64Range(1, 900).Draw(rt, "pause") * second)
		p.attempt("chair", Resume{})
	case 2:
		p.attempt("lantern", TakeStance{Alt: AltID{"3.1a", 1}, Stance: Prefer})
	case 3:
		p.now += 9 * minute
		p.attempt("", Restart{Gap: 9 * minute})
		for _, seat := range p.s.Plan().Seats {
			p.attempt(seat.ID, Sit{Via: "screen"})
		}
		p.attempt("chair", Resume{})
	default:
		p.untilMinute(min(p.minute()+rapid.Int64Range(1, 9).Draw(rt, "on"), until))
	}
}

// The gap is within its bounds, rises by its pace and never ticks.
func TestLawTheGapIsReckoned(t *testing.T) {
	checkLaw(t, func(rt *rapid.T) {
		g := gap{Gap: Gap{Pace: rapid.IntRange(0, 600).Draw(rt, "pace")}, level: rapid.IntRange(0, 6000).Draw(rt, "level"), minute: rapid.Int64Range(0, 500).Draw(rt, "minute")}
		at := g.minute*minute + rapid.Int64Range(0, 40*24*60*minute).Draw(rt, "at")
		now, later := g.at(at), g.at(at+60*minute)
		if now < 0 || later > 100 || later < now || later-now > g.Pace+1 {
			rt.Fatalf("from %d to %d in an hour at a pace of %d", now, later, g.Pace)
		}
		n := rapid.IntRange(0, 100).Draw(rt, "n")
		for _, moment := range g.reaches(n) {
			if moment%minute != 0 || g.at(moment) < n || g.at(moment-minute) > n {
				rt.Fatalf("it reaches %d at %d (%d), %d before", n, moment, g.at(moment), g.at(moment-minute))
			}
		}
	})
}

// A condition comes true at the first minute at which it holds.
func TestLawAConditionComesTrueAtOnce(t *testing.T) {
	start := atTable(t, withModel)
	checkLaw(t, func(rt *rapid.T) {
		n, m := rapid.IntRange(0, 60).Draw(rt, "n"), rapid.IntRange(25, 60).Draw(rt, "m")
		text := rapid.SampledFrom([]string{
			fmt.Sprintf("minute > %d", n), fmt.Sprintf("minute = %d", n), fmt.Sprintf("gap >= %d", m), fmt.Sprintf("gap = %d", m),
			fmt.Sprintf("minute >= %d and gap < %d", n, m), fmt.Sprintf("not (minute < %d or gap < %d)", n, m),
			fmt.Sprintf("minute != %d and minute > 2", n), fmt.Sprintf("gap > %d or minute > %d", m, n),
		}).Draw(rt, "condition")
		x := toCome(Inject{When: text}).when
		at, ok := start.s.comesTrue(x, 0)
		for i := int64(0); i < 120; i++ {
			if holds := x.Holds(facts{&start.s, i * minute}); holds {
				if !ok || at != i*minute {
					rt.Fatalf("%s holds from minute %d, reckoned %d %v", text, i, at/minute, ok)
				}
				return
			}
		}
		if ok && at < 120*minute {
			rt.Fatalf("%s does not hold at minute %d", text, at/minute)
		}
	})
}
