package exercise

import (
	"strings"
	"testing"
)

// underSilence is a table where 3.1b/1 lies under silence for ten minutes.
func underSilence(t *testing.T) *play {
	p := atTable(t, func(sc *Scenario) { sc.Injects = nil })
	p.do("chair", Silence{X: "3.1b/1", Time: 10 * minute})
	p.pass(31 * second)
	if x := p.room().Standing; len(x) != 1 || x[0].Proposed {
		t.Fatalf("after the time to refuse it the silence is placed: %+v", x)
	}
	return p
}

func TestASilenceThatNobodyBreaksDecides(t *testing.T) {
	p := underSilence(t)
	p.do("chair", OpenItem{Name: "1"}) // it leaves the table free
	p.pass(9 * minute)
	if len(p.room().Decisions) != 0 {
		t.Fatal("nine minutes are not ten")
	}
	p.pass(minute + second)
	d := p.room().Decisions
	if len(d) != 1 || d[0].Outcome != Carried || d[0].Sentence.String() != "Silence kept: so decided." || d[0].Form != FormSilence {
		t.Errorf("the decision is %+v", d)
	}
	if got := p.read("3.1"); !strings.Contains(got, "within 24 hours") {
		t.Errorf("3.1 reads %s", got)
	}
	p.done()
}

func TestWhoEndsASilence(t *testing.T) {
	for _, row := range []struct {
		name     string
		seat     SeatID
		act      Command
		sentence string
	}{
		{"break", "hydra", BreakSilence{Why: T("too soon")}, "Hydra (ε) breaks the silence; nothing is decided."},
		{"object", "hydra", Object{Why: T("too soon")}, "Hydra (ε) breaks the silence; nothing is decided."},
		{
			"an amendment", "forge",
			Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}},
			"Forge (ε) has lodged A1 on it; nothing is decided.",
		},
		{"the chair", "chair", Close{}, "Postponed: the chair has ended the silence procedure."},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := underSilence(t)
			p.do(row.seat, row.act)
			if d := p.room().Decisions; len(d) != 1 || d[0].Sentence.String() != row.sentence || d[0].Outcome == Carried {
				t.Errorf("the decision is %+v", d)
			}
			if got := p.read("3.1"); !strings.Contains(got, "72") {
				t.Errorf("3.1 reads %s", got)
			}
			p.done()
		})
	}
}

func TestOneTeamIsEnoughToRefuseASilence(t *testing.T) {
	p := atTable(t)
	p.refused("hydra", Silence{X: "3.1b/1", Time: 10 * minute}, ErrRole, "the chair")
	p.refused("chair", Silence{X: "3.1b/1"}, ErrText, "between ten seconds")
	p.refused("hydra", NoSilence{}, ErrNotNow, "proposed")
	p.do("chair", Silence{X: "3.1b/1", Time: 10 * minute})
	p.refused("hydra", BreakSilence{Why: T("no")}, ErrNotNow, "no-silence")
	p.refused("chair", Gavel{X: "3.1b/2"}, ErrNotNow, "same words")
	if x := p.room().Standing[0]; !x.Proposed {
		t.Errorf("it is proposed: %+v", x)
	}
	p.do("plumb", NoSilence{X: "3.1b/1"})
	if d := p.room().Decisions; len(d) != 1 || d[0].Sentence.String() != "Plumb (φ) wants no silence procedure; it is not placed." {
		t.Errorf("the decision is %+v", d)
	}
	p.done()
}

func TestWhatStopsASilence(t *testing.T) {
	for _, row := range []struct {
		name  string
		stops func(*play)
		why   string
		end   int64 // after which it ends, from being placed
	}{
		{"a pause", func(p *play) {
			p.do("chair", Pause{Clock: TableClock})
			p.pass(20 * minute)
			p.do("chair", Resume{Clock: TableClock})
		}, "", 30 * minute},
		{"a jump of speed", func(p *play) { p.do("chair", Speed{N: 600}) }, "", 10 * minute},
		{"a suspension", func(p *play) {
			p.do("chair", Suspend{Time: 7 * minute})
			p.stopped(stoppedSuspended)
			p.pass(7 * minute)
		}, "", 17 * minute},
		{"a team away for two minutes", func(p *play) {
			p.do("plumb", Leave{})
			p.stopped(stoppedAway)
			p.pass(2 * minute)
			p.do("plumb", Sit{Via: "screen"})
		}, "", 12 * minute},
		{"a team away for good", func(p *play) { p.do("plumb", Leave{}) }, "", 15 * minute},
		{"two absences", func(p *play) {
			p.do("plumb", Leave{})
			p.pass(4 * minute)
			p.do("plumb", Sit{Via: "screen"})
			p.do("forge", Leave{})
		}, "", 15 * minute},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := underSilence(t)
			placed := p.now
			row.stops(p)
			p.pass(row.end - (p.now - placed) - 2*second)
			if d := p.room().Decisions; len(d) != 0 {
				t.Fatalf("it ended early: %+v", d)
			}
			p.pass(3 * second)
			if d := p.room().Decisions; len(d) != 1 || d[0].Outcome != Carried {
				t.Errorf("it has not ended: %+v", p.room().Standing)
			}
			p.done()
		})
	}
}

func (p *play) stopped(why string) {
	p.t.Helper()
	if x := p.room().Standing[0]; x.Stopped.String() != why || x.Left == 0 {
		p.t.Errorf("the silence stands still because %q, not %q: %+v", x.Stopped, why, x)
	}
}

func TestATeamKnownByItsVerbsStopsASilenceWhenItFallsSilent(t *testing.T) {
	p := atTable(t)
	p.do("plumb", Leave{})
	p.do("plumb", SpeakRoom{Words: T("by verbs from now on")})
	p.do("chair", Silence{X: "3.1b/1", Time: 12 * minute})
	p.pass(10*minute - second)
	if x := p.room().Standing[0]; !x.Stopped.IsZero() {
		t.Fatalf("Plumb is still here: %+v", x)
	}
	p.pass(2 * second)
	p.stopped(stoppedAway)
	p.done()
}
