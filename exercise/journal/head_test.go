package journal_test

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
)

func TestFollowNamesTheActThatIsWrong(t *testing.T) {
	for _, row := range []struct {
		given string
		spoil func(acts []journal.Entry) []journal.Entry
		seq   int64
	}{
		{"the first act gone", func(a []journal.Entry) []journal.Entry { return a[1:] }, 0},
		{"an act gone in the middle", func(a []journal.Entry) []journal.Entry { return slices.Delete(a, 3, 4) }, 3},
		{"the last act gone", func(a []journal.Entry) []journal.Entry { return a[:5] }, 5},
		{"the last three gone", func(a []journal.Entry) []journal.Entry { return a[:3] }, 3},
		{"all acts gone", func(a []journal.Entry) []journal.Entry { return nil }, 0},
		{"an act twice", func(a []journal.Entry) []journal.Entry { return slices.Insert(a, 3, a[2]) }, 2},
		{"an envelope altered", func(a []journal.Entry) []journal.Entry { a[2].Envelope = []byte("{}"); return a }, 2},
		{"a structure altered", func(a []journal.Entry) []journal.Entry { a[4].Structure = []byte("{}"); return a }, 4},
		{"a salt altered", func(a []journal.Entry) []journal.Entry { a[0].StructureSalt[0]++; return a }, 0},
		{"a word's hash altered", func(a []journal.Entry) []journal.Entry { a[1].Words[0].Hash[0]++; return a }, 1},
		{"a word gone", func(a []journal.Entry) []journal.Entry { a[1].Words = a[1].Words[:1]; return a }, 1},
		{"an act resealed without what follows", func(a []journal.Entry) []journal.Entry {
			a[2] = journaltest.Sealed(t, journal.Head{Seq: 1, Hash: a[1].Hash}, "never said")
			return a
		}, 3},
		{"the last act rewritten", func(a []journal.Entry) []journal.Entry {
			a[5] = journaltest.Sealed(t, journal.Head{Seq: 4, Hash: a[4].Hash}, "never said")
			return a
		}, 5},
		{"an act beyond the head", func(a []journal.Entry) []journal.Entry {
			return append(a, journaltest.Sealed(t, journal.Head{Seq: 5, Hash: a[5].Hash}))
		}, 6},
	} {
		t.Run(row.given, func(t *testing.T) {
			acts := journaltest.Fill(t, new(journal.Memory), 6)
			head := journal.Head{Seq: 5, Hash: acts[5].Hash}
			err := last(journal.Follow(journal.Start(), head, each(row.spoil(acts))))
			var damage *journal.DamageError
			if !errors.As(err, &damage) || damage.Seq != row.seq {
				t.Errorf("%v, want damage at act %d", err, row.seq)
			}
		})
	}
}

func TestFollowPassesAWholeChain(t *testing.T) {
	acts := journaltest.Fill(t, new(journal.Memory), 6)
	from, to := journal.Head{Seq: 2, Hash: acts[2].Hash}, journal.Head{Seq: 5, Hash: acts[5].Hash}
	if err := last(journal.Follow(from, to, each(acts[3:]))); err != nil {
		t.Error(err)
	}
}

func TestFollowPassesTheBackEndsErrorOn(t *testing.T) {
	broken := errors.New("the line is dead")
	stored := func(yield func(journal.Entry, error) bool) { yield(journal.Entry{}, broken) }
	if err := last(journal.Follow(journal.Start(), journal.Start(), stored)); err != broken {
		t.Errorf("%v, want the back end's own error", err)
	}
}

func TestDamageIsASentence(t *testing.T) {
	for want, e := range map[string]*journal.DamageError{
		"the journal is damaged at act 50: it is missing":   {Seq: 50, Problem: "it is missing"},
		"the journal is damaged: the header cannot be read": {Seq: -1, Problem: "the header cannot be read"},
	} {
		if e.Error() != want {
			t.Errorf("%q, want %q", e.Error(), want)
		}
	}
}

func each(acts []journal.Entry) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		for _, e := range acts {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func last(stored iter.Seq2[journal.Entry, error]) error {
	for _, err := range stored {
		if err != nil {
			return err
		}
	}
	return nil
}
