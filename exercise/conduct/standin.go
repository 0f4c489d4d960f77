package conduct

import (
	"context"

	"kefi/exercise"
)

// standIn is a script that holds a seat until a person comes.
type standIn struct{ rise context.CancelFunc }

// StandIn has a script hold the seat. The context given ends when somebody
// sits down there, when Relieve asks for it, or with ctx; rise, which must be
// called then, leaves the seat to whoever comes next. It is refused while
// somebody sits there.
func (s *Seat) StandIn(ctx context.Context) (playing context.Context, rise func(), err error) {
	t := s.table
	t.seating.Lock()
	defer t.seating.Unlock()
	if t.State().Via(s.seat.ID) != "" || t.standIns[s.seat.ID] != nil {
		return nil, nil, exercise.Refuse(exercise.ErrNotNow, "Somebody sits there.")
	}
	if _, err := t.submit(ctx, s.seat.ID, exercise.Sit{Via: "script"}); err != nil {
		return nil, nil, err
	}
	playing, cancel := context.WithCancel(ctx)
	in := &standIn{rise: cancel}
	t.standIns[s.seat.ID] = in
	return playing, func() { s.retire(in) }, nil
}

// Relieve has a stand-in leave the seat, if there is one: somebody acts for it
// who does not sit down.
func (s *Seat) Relieve() {
	s.table.seating.Lock()
	in := s.table.standIns[s.seat.ID]
	s.table.seating.Unlock()
	if in != nil {
		s.retire(in)
	}
}

// retire leaves the seat, unless a person has taken it over.
func (s *Seat) retire(in *standIn) {
	t := s.table
	t.seating.Lock()
	defer t.seating.Unlock()
	if t.standIns[s.seat.ID] == in {
		t.displace(s.seat.ID)()
	}
}

// displace ends a stand-in's play; seating is held. The function given back
// has the record say that it left, where nobody takes the seat after all.
func (t *Table) displace(id exercise.SeatID) (left func()) {
	in := t.standIns[id]
	if in == nil {
		return func() {}
	}
	in.rise()
	delete(t.standIns, id)
	// Refused where the record knows already that nobody is here.
	return func() { _ = t.leave(context.Background(), id) }
}
