package main

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"kefi/exercise"
	"kefi/tui/rehearsal"
)

// A rehearsal on a live table: the robots answer in their own time, and when
// the newcomer goes nothing is left of it.
func TestARehearsalIsPlayedAndGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r rehearsals
		ctx, leave := context.WithCancel(t.Context())
		seat, err := r.begin(ctx, rehearsal.Newcomer{Name: "Arcadia", Zone: "Europe/Zurich"}, "screen")
		if err != nil {
			t.Fatal(err)
		}
		begun := time.Now()
		for _, row := range []struct {
			step rehearsal.Step
			does exercise.Command
		}{
			{rehearsal.Speak, exercise.Say{Words: exercise.T("hello")}},
			{rehearsal.Raise, exercise.Hand{}},
			{rehearsal.Decide, exercise.TakePosition{X: "1.1a/2", Position: exercise.Accept}},
			{rehearsal.Ready, exercise.Say{Words: exercise.T("thank you")}},
		} {
			for v := seat.View(); rehearsal.Now(v) != row.step || !rehearsal.Waits(v); v = seat.View() {
				if time.Since(begun) > time.Minute {
					t.Fatalf("step %d has not come; it is %d", row.step, rehearsal.Now(v))
				}
				time.Sleep(time.Second)
			}
			if _, err := seat.Submit(ctx, row.does); err != nil {
				t.Fatalf("step %d: %v", row.step, err)
			}
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("one waits %s for the robots", took)
		}
		leave()
		time.Sleep(time.Second) // in the bubble: all that ends has ended
		if r.open != 0 {
			t.Errorf("%d are still open", r.open)
		}
	})
}

func TestTooManyRehearsals(t *testing.T) {
	r := rehearsals{open: maxRehearsals}
	if _, err := r.begin(t.Context(), rehearsal.Newcomer{Name: "Arcadia"}, "screen"); err == nil {
		t.Error("one too many is opened")
	}
}
