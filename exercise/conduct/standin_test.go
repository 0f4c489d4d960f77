package conduct

import (
	"context"
	"testing"
	"testing/synctest"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// heldByScript has a script hold a seat, which has to succeed.
func heldByScript(t *testing.T, s *Seat) (playing context.Context, rise func()) {
	t.Helper()
	playing, rise, err := s.StandIn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return playing, rise
}

// A stand-in plays until a person takes the seat, and may come back after.
func TestAStandInLeavesTheSeatToAPerson(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{})
		hydra := r.seat("hydra")
		playing, rise := heldByScript(t, hydra)
		if via := r.table.State().Via("hydra"); via != "script" {
			t.Errorf("hydra sits by %q", via)
		}
		if _, _, err := hydra.StandIn(t.Context()); err == nil {
			t.Error("two scripts hold one seat")
		}
		leave, err := hydra.Sit(t.Context(), "screen")
		if err != nil {
			t.Fatal(err)
		}
		if playing.Err() == nil {
			t.Error("the script plays on beside a person")
		}
		if rise(); r.table.State().Via("hydra") != "screen" {
			t.Error("the script took the person's seat away as it left")
		}
		if _, _, err := hydra.StandIn(t.Context()); err == nil {
			t.Error("a script takes a person's seat")
		}
		leave(true)
		_, again := heldByScript(t, hydra)
		if again(); r.table.State().Via("hydra") != "" {
			t.Error("the script has left but sits there still")
		}
		r.close()
	})
}

// Who acts by verbs alone is a person too.
func TestAStandInLeavesWhereSomebodyActsWithoutSitting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{})
		hydra := r.seat("hydra")
		playing, rise := heldByScript(t, hydra)
		hydra.Relieve()
		if playing.Err() == nil || r.table.State().Via("hydra") != "" {
			t.Error("the script plays on")
		}
		rise()
		hydra.Relieve() // nobody is there any more
		r.do("hydra", exercise.Agree{})
		r.close()
	})
}

// A seat that cannot be taken is not left to nobody while the record says that
// a script holds it.
func TestARefusedArrivalLeavesNoGhost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{ActsPerMinute: 1})
		hydra := r.seat("hydra")
		leave, err := hydra.Sit(t.Context(), "screen") // spends what the seat may
		if err != nil {
			t.Fatal(err)
		}
		leave(true)
		_, rise := heldByScript(t, hydra)
		if _, err := hydra.Sit(t.Context(), "screen"); err == nil {
			t.Fatal("the seat was taken twice in a minute")
		}
		rise()
		if via := r.table.State().Via("hydra"); via != "" {
			t.Errorf("hydra sits by %q, but nobody plays it", via)
		}
		r.close()
	})
}
