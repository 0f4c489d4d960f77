package conduct

import (
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Every seat is shown where the record ended, as soon as it is closed; what is
// done to the record afterwards, and a restart, change nothing about it.
func TestEverySeatIsShownWhereTheRecordEnded(t *testing.T) {
	r := newRig(t, &journal.Memory{}, Options{}).open()
	r.do("chair", exercise.End{})
	if end := r.seat("arcadia").View().Own.Record; end != nil {
		t.Errorf("before it is closed it ends with %+v", end)
	}
	r.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	want := exercise.RecordEnd{Act: r.table.Head().Seq, Hash: r.table.Head().Hash.String()}
	shown := func(when string) {
		t.Helper()
		for _, id := range []exercise.SeatID{"arcadia", "hydra", "plumb", "chair", "recorder"} {
			v := r.seat(id).View()
			if end := v.Own.Record; end == nil || *end != want {
				t.Errorf("%s %s reads %+v, want %+v", when, id, end, want)
			}
			if n := len(v.Own.ForYou); n == 0 || v.Own.ForYou[n-1].Verb != "export head" {
				t.Errorf("%s %s is told %+v", when, id, v.Own.ForYou)
			}
		}
	}
	shown("at once")
	r.do("recorder", exercise.Note{Words: exercise.T("The last one has left.")})
	shown("later")
	r.close()
	again, err := Open(t.Context(), r.journal, r.roster, "small", Options{})
	if err != nil {
		t.Fatal(err)
	}
	r.table = again
	defer r.close()
	shown("after a restart")
}
