package conduct

import (
	"context"
	"slices"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// Who has opened which inject is kept beside the roster, for control alone. It
// is no act: it stands in no record, and is forgotten at ENDEX.

// MarkRead notes that the seat has opened an inject, by the label it has there.
// The first time counts, and nothing after ENDEX.
func (s *Seat) MarkRead(ctx context.Context, label exercise.InjectID) error {
	t := s.table
	state := t.State()
	inject, ok := state.ShownAs(s.seat.ID, label)
	if ended := state.Phase() == exercise.Debrief || state.Phase() == exercise.Closed; ended || !ok {
		return nil
	}
	x := roster.Reading{Seat: s.seat.ID, Inject: inject, Wall: t.clock()}
	if !t.noteOpened(x) {
		return nil
	}
	return t.roster.MarkRead(ctx, roster.Place{Exercise: state.Name(), Seat: x.Seat}, x.Inject, x.Wall)
}

// noteOpened notes a reading, and wakes control; false where it was known.
func (t *Table) noteOpened(x roster.Reading) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if slices.ContainsFunc(t.opened, func(o roster.Reading) bool { return o.Seat == x.Seat && o.Inject == x.Inject }) {
		return false
	}
	t.opened = append(slices.Clip(t.opened), x)
	t.wake([]exercise.RoomID{exercise.ControlRoom}, true)
	return true
}

func (t *Table) forgetOpened() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.opened = nil
}

// showOpened tells control who has opened what.
func (t *Table) showOpened(v *exercise.ControlView) {
	t.mu.Lock()
	opened := t.opened
	t.mu.Unlock()
	for _, x := range opened {
		i := slices.IndexFunc(v.Timeline, func(r exercise.InjectRow) bool { return r.ID == x.Inject })
		if i >= 0 {
			v.Timeline[i].Opened = append(v.Timeline[i].Opened, x.Seat)
		}
	}
}
