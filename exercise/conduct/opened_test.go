package conduct

import (
	"reflect"
	"testing"
	"testing/synctest"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Control sees who has opened an inject as soon as somebody does; nobody else
// does, the record does not know, and at ENDEX it is forgotten.
func TestControlSeesWhoHasOpenedAnInject(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		defer r.close()
		r.do("chair", exercise.SendInject{Inject: "I1", Now: true})
		before, cursor, err := r.seat("chair").Next(t.Context(), 0)
		if err != nil || len(before.Own.Control.Timeline[0].Opened) > 0 {
			t.Fatalf("%v, opened by %v", err, before.Own.Control.Timeline[0].Opened)
		}
		seen := make(chan *exercise.View)
		go func() {
			v, again, _ := r.seat("chair").Next(t.Context(), cursor)
			if again != cursor {
				t.Errorf("the cursor moved from %d to %d", cursor, again)
			}
			seen <- v
		}()
		synctest.Wait()
		for _, label := range []exercise.InjectID{"i1", "I1", "L7"} { // the first counts, and what it has not got does not
			if err := r.seat("hydra").MarkRead(t.Context(), label); err != nil {
				t.Fatal(err)
			}
		}
		if got := (<-seen).Own.Control.Timeline[0].Opened; !reflect.DeepEqual(got, []exercise.SeatID{"hydra"}) {
			t.Errorf("opened by %v", got)
		}
		if list, _ := r.roster.Readings(t.Context(), "small"); len(list) != 1 || list[0].Inject != "I1" {
			t.Errorf("the roster keeps %+v", list)
		}
		if head := r.table.Head(); head.Seq != cursor {
			t.Errorf("reading is on the record: %d acts, %d before", head.Seq, cursor)
		}
		r.do("chair", exercise.End{})
		if got := r.seat("chair").View().Own.Control.Timeline[0].Opened; len(got) > 0 {
			t.Errorf("after ENDEX it is still known that %v opened it", got)
		}
		if err := r.seat("hydra").MarkRead(t.Context(), "I1"); err != nil {
			t.Fatal(err)
		}
		if list, _ := r.roster.Readings(t.Context(), "small"); len(list) > 0 {
			t.Errorf("a reading after ENDEX is kept: %+v", list)
		}
	})
}
