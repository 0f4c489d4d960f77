package exercise

import (
	"slices"
	"testing"
)

// A stance to the chair makes an alternative ready on the chair's page, and
// nowhere else; nor does it hold up anything that the table sees.
func TestAConfessionalCountsForTheChairAlone(t *testing.T) {
	p := atTable(t)
	x := AltID{"3.1b", 2}
	p.do("arcadia", TakeStance{Alt: x, Stance: Prefer})
	p.do("lantern", TakeStance{Alt: x, Stance: CanLive})
	ready := func() (room, chair bool) {
		v, _ := p.s.para("3.1")
		_, alt := findAlt(v, x)
		chair = slices.ContainsFunc(p.s.Own("chair").Chair.Ready, func(r ReadyView) bool { return r.X == Subject(x.String()) })
		for _, c := range p.room().Clauses[2].Paras[0].Nodes {
			if c.Point != nil && c.Point.ID == x.Point {
				room = c.Point.Alts[alt.N-1].Ready
			}
		}
		return room, chair
	}
	for _, row := range []struct {
		seat        SeatID
		c           TakeStance
		room, chair bool
	}{
		{"hydra", TakeStance{Alt: x, Stance: CanLive, ToChair: true}, false, true},
		{"forge", TakeStance{Alt: x, Stance: Cannot, Why: T("too late"), ToChair: true}, false, false},
		{"hydra", TakeStance{Alt: x, Stance: CanLive}, true, false},
	} {
		p.do(row.seat, row.c)
		if room, chair := ready(); room != row.room || chair != row.chair {
			t.Errorf("after %s %s: ready for the room %v, for the chair %v", row.seat, row.c.Stance, room, chair)
		}
	}
	p.done()

	p = atTable(t)
	p.do("hydra", TakeStance{Alt: x, Stance: CanLive, ToChair: true})
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	p.pass(minute)
	if d := p.room().Decisions[0]; d.Outcome != Carried {
		t.Errorf("a confessional shows at the table: %s", d.Sentence)
	}
	p.do("arcadia", LeaveCaucus{})
	p.done()
}
