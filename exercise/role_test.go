package exercise

import (
	"slices"
	"testing"
)

func TestRolesPassByControlsActOnly(t *testing.T) {
	p := atTable(t, func(sc *Scenario) {
		sc.Seats = append(sc.Seats, Seat{ID: "deputy", Name: "Deputy", Roles: []Role{SimCell}})
	})
	defer p.done()
	p.refused("deputy", GiveRole{Seat: "deputy", Role: Control}, ErrRole, "Only control")
	for _, seat := range []SeatID{"hydra", "recorder", "evaluator", "observer"} {
		p.refused("chair", GiveRole{Seat: seat, Role: Control}, ErrRole, "only a seat of chair, control or simcell")
	}
	p.refused("chair", GiveRole{Seat: "deputy", Role: Recorder}, ErrUnknown, "chair, control and simcell")
	p.refused("chair", GiveRole{Seat: "chair", Role: Control, Away: true}, ErrNotNow, "give the role to another seat first")
	p.refused("deputy", Pause{}, ErrRole, "control")

	p.do("chair", GiveRole{Seat: "deputy", Role: Control})
	p.do("chair", GiveRole{Seat: "chair", Role: Control, Away: true})
	if seat, _ := p.s.Seat("chair"); slices.Contains(seat.Roles, Control) || p.s.Own("chair").Control == nil {
		t.Errorf("the chair's roles are %v", seat.Roles) // simcell still reads the timeline
	}
	p.refused("chair", Pause{}, ErrRole, "control")
	p.do("deputy", Pause{})
	p.do("deputy", Resume{})
	p.away("chair")
	p.pass(2 * minute)
	if !p.room().Clocks.TableRunning {
		t.Error("control is here, in another seat, and the clocks stand still")
	}
}
