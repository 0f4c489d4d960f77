package conduct

import (
	"strings"
	"testing"
	"testing/synctest"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// A reader in the hall wakes for what it may see and for nothing else, and
// reads the view of the hall.
func TestTheHallWakesForWhatItMaySee(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sc := scenario()
		sc.Procedure = exercise.Track1
		keys := roster.NewMemory()
		j := &journal.Memory{}
		table, err := Create(t.Context(), j, keys, exercise.Begin{Name: "small", Scenario: sc, Version: "test"}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := (&rig{t, table, j, keys}).open()
		defer r.close()
		hydra := r.seat("hydra")
		_, cursor, err := hydra.Next(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		woken := make(chan *exercise.View, 1)
		go func() {
			if v, _, err := hydra.Next(t.Context(), cursor); err == nil {
				woken <- v
			}
		}()
		r.do("chair", exercise.Say{Words: exercise.T("Behind closed doors.")})
		r.do("arcadia", exercise.Amend{Edits: []exercise.Edit{{Para: "1.1", Old: exercise.T("24"), New: exercise.T("48")}}})
		synctest.Wait()
		select {
		case <-woken:
			t.Fatal("the hall wakes for the table")
		default:
		}
		r.do("plumb", exercise.Say{Words: exercise.T("Do we wait long?")})
		v := <-woken
		last := v.Room.Feed[len(v.Room.Feed)-1]
		if v.Room.ID != exercise.HallRoom || last.Text != "Do we wait long?" {
			t.Errorf("it wakes in the room %s for %q", v.Room.ID, last.Text)
		}
		for _, l := range v.Room.Feed {
			if strings.Contains(l.Text, "closed doors") || strings.Contains(l.Text, "48") {
				t.Errorf("the hall reads %q", l.Text)
			}
		}
		if lines := r.do("chair", exercise.Publish{}).Lines; len(lines) != 1 {
			t.Errorf("the chair is told of a publication in %d lines", len(lines))
		}
	})
}
