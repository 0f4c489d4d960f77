package conduct

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// A record is read again with the words that were removed missing, and no
// others: a roster that was lost or put back from an old copy is told.
func TestARecordIsLegibleOrRefused(t *testing.T) {
	for _, row := range []struct {
		when string
		lose func(t *testing.T, r *rig) (keys roster.Roster, name string)
		then string
	}{
		{"nothing is lost", func(t *testing.T, r *rig) (roster.Roster, string) { return r.roster, "small" }, ""},
		{"a word was removed", func(t *testing.T, r *rig) (roster.Roster, string) {
			line := r.do("chair", exercise.Say{Words: exercise.T("Unfit.")}).Lines[0]
			r.do("chair", exercise.Expunge{No: line.No, Why: exercise.T("A name.")})
			r.do("recorder", exercise.ConfirmExpunge{No: line.No})
			return r.roster, "small"
		}, ""},
		{"the roster is gone", func(t *testing.T, r *rig) (roster.Roster, string) { return roster.NewMemory(), "small" }, "the roster holds no key"},
		{"one key is gone", func(t *testing.T, r *rig) (roster.Roster, string) {
			r.do("chair", exercise.Say{Words: exercise.T("Kept.")})
			w := exercise.WordID{Seq: r.table.State().Seq(), N: 1}
			if err := r.roster.ForgetWordKeys(t.Context(), "small", w); err != nil {
				t.Fatal(err)
			}
			return r.roster, "small"
		}, "no key for 1 of its words"},
		{"the file was renamed", func(t *testing.T, r *rig) (roster.Roster, string) { return r.roster, "other" }, "holds the exercise small"},
	} {
		t.Run(row.when, func(t *testing.T) {
			j := &journal.Memory{}
			r := newRig(t, j, Options{}).open()
			keys, name := row.lose(t, r)
			if err := r.table.Close(); err != nil {
				t.Fatal(err)
			}
			_, _, err := Acts(t.Context(), j, keys, name)
			if (err == nil) != (row.then == "") || err != nil && !strings.Contains(err.Error(), row.then) {
				t.Errorf("%v, want %q", err, row.then)
			}
		})
	}
}
