package conduct

import (
	"context"
	"errors"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// faulty answers the next append as told: it may store the act or not.
type faulty struct {
	journal.Journal
	err    error
	stores bool
}

func (f *faulty) Append(ctx context.Context, after int64, e journal.Entry) error {
	if f.err == nil {
		return f.Journal.Append(ctx, after, e)
	}
	err := f.err
	f.err = nil
	if f.stores {
		if real := f.Journal.Append(ctx, after, e); real != nil {
			return real
		}
	}
	return err
}

func TestAnUnknownOutcomeIsLookedUpAndNeverRepeated(t *testing.T) {
	for _, stored := range []bool{true, false} {
		f := &faulty{Journal: &journal.Memory{}}
		r := newRig(t, f, Options{Reopen: func() (journal.Journal, error) { return f, nil }}).open()
		before := len(r.seat("hydra").View().Room.Feed)
		f.err, f.stores = journal.ErrUnknownOutcome, stored
		_, err := r.seat("chair").Submit(t.Context(), exercise.Say{Words: exercise.T("once")})
		if stored != (err == nil) {
			t.Errorf("stored %v: the answer is %v", stored, err)
		}
		if !stored && !errors.Is(err, ErrStorage) {
			t.Errorf("the refusal is %v", err)
		}
		if !stored {
			r.do("chair", exercise.Say{Words: exercise.T("once")})
		}
		if got := len(r.seat("hydra").View().Room.Feed) - before; got != 1 {
			t.Errorf("stored %v: the words stand %d times in the feed", stored, got)
		}
		r.close()
	}
}

func TestWithoutAJournalReadingGoesOn(t *testing.T) {
	f := &faulty{Journal: &journal.Memory{}}
	var told []error
	r := newRig(t, f, Options{Trouble: func(err error) { told = append(told, err) }}).open()
	defer r.close()
	f.err = journal.ErrUnknownOutcome
	if _, err := r.seat("chair").Submit(t.Context(), exercise.Say{Words: exercise.T("lost")}); !errors.Is(err, ErrStorage) {
		t.Fatalf("the answer is %v", err)
	}
	if _, err := r.seat("chair").Submit(t.Context(), exercise.Say{Words: exercise.T("more")}); !errors.Is(err, ErrStorage) {
		t.Errorf("writing goes on after an unknown outcome: %v", err)
	}
	if len(told) != 1 || !errors.Is(told[0], journal.ErrUnknownOutcome) {
		t.Errorf("the operator was told %v", told)
	}
	if v := r.seat("hydra").View(); v.Room == nil || len(v.Room.Feed) == 0 {
		t.Error("reading has stopped")
	}
}

func TestWhoeverHangsUpHasStillSaidIt(t *testing.T) {
	r := newRig(t, &journal.Memory{}, Options{}).open()
	defer r.close()
	gone, hangUp := context.WithCancel(t.Context())
	hangUp()
	if _, err := r.seat("chair").Submit(gone, exercise.Say{Words: exercise.T("last words")}); err != nil {
		t.Errorf("the answer is %v", err)
	}
}
