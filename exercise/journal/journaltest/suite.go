// Package journaltest says in sentences what every journal does, and shows it
// of one back end. A back end's test is five lines:
//
//	func TestJournal(t *testing.T) {
//		journaltest.Run(t, func(t *testing.T) (journal.Journal, func() journal.Journal) {
//			… open a new journal; say how to open the same one again …
//		})
//	}
package journaltest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Open makes a new, empty journal, and a way to open the same one again after
// it was closed. It fails the test itself if it cannot.
type Open func(t *testing.T) (j journal.Journal, reopen func() journal.Journal)

// Run shows that the journals open makes keep the promises of package journal.
func Run(t *testing.T, open Open) {
	for _, row := range []struct {
		sentence string
		show     func(t *testing.T, j journal.Journal, reopen func() journal.Journal)
	}{
		{"an empty journal stands at act -1 with a zero hash", empty},
		{"what was appended is read back in order, byte for byte", readsBack},
		{"reading after an act yields only what follows it", readsAfter},
		{"reading after an act that is not there is an error", readsAfterNothing},
		{"reading stops when the reader has enough", stops},
		{"a reader may append while it reads, and does not meet its own act", appendsWhileReading},
		{"an append after the wrong act is a conflict and changes nothing", conflicts},
		{"an act sealed to follow another one is refused and changes nothing", misfit},
		{"a cancelled append or reading does nothing", cancelled},
		{"of many that append after the same act exactly one succeeds", race},
		{"everything is there when the journal is opened again, and goes on", reopens},
		{"an act without words, or with empty parts, is kept as it is", emptyParts},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			j, reopen := open(t)
			row.show(t, j, reopen)
		})
	}
}

// Fill appends acts 0 to n-1 to an empty journal, some with words, and
// returns them as they were sealed.
func Fill(t testing.TB, j journal.Journal, n int) []journal.Entry {
	t.Helper()
	entries := make([]journal.Entry, 0, n)
	head := journal.Start()
	for range n {
		e := Sealed(t, head, fmt.Sprintf("word of act %d", head.Seq+1), "short")
		check(t, j.Append(t.Context(), head.Seq, e))
		entries = append(entries, e)
		head = journal.Head{Seq: e.Seq, Hash: e.Hash}
	}
	return entries
}

// Sealed makes an act with these words that follows head.
func Sealed(t testing.TB, head journal.Head, words ...string) journal.Entry {
	t.Helper()
	p := exercise.Parts{
		Seq:       head.Seq + 1,
		Envelope:  fmt.Appendf(nil, `{"seq":%d}`, head.Seq+1),
		Structure: []byte(`{"command":{},"events":[]}`),
	}
	for i := range words {
		p.Words = append(p.Words, &words[i])
	}
	e, _, err := journal.Seal(head.Hash, p, rand.Reader)
	check(t, err)
	return e
}

func empty(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	wantHead(t, j, journal.Start())
	want(t, j, -1, nil)
}

func readsBack(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 5)
	want(t, j, -1, entries)
	wantHead(t, j, journal.Head{Seq: 4, Hash: entries[4].Hash})
	check(t, journal.Verify(t.Context(), j))
}

func readsAfter(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 5)
	for after := range 5 {
		want(t, j, int64(after), entries[after+1:])
	}
}

func readsAfterNothing(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	Fill(t, j, 2)
	for _, after := range []int64{-2, 2, 99} {
		if _, err := read(t.Context(), j, after); err == nil {
			t.Errorf("reading after act %d: no error", after)
		}
	}
}

func stops(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	Fill(t, j, 5)
	seen := 0
	for _, err := range j.Read(t.Context(), -1) {
		check(t, err)
		if seen++; seen == 2 {
			break
		}
	}
	if seen != 2 {
		t.Errorf("%d acts seen, want 2", seen)
	}
}

func appendsWhileReading(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 3)
	late := Sealed(t, journal.Head{Seq: 2, Hash: entries[2].Hash}, "late")
	var seen []journal.Entry
	for e, err := range j.Read(t.Context(), -1) {
		check(t, err)
		if e.Seq == 0 {
			check(t, j.Append(t.Context(), 2, late))
		}
		seen = append(seen, e)
	}
	if !reflect.DeepEqual(seen, entries) {
		t.Errorf("seen %d acts, want the 3 there were", len(seen))
	}
	want(t, j, 2, []journal.Entry{late})
}

func conflicts(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 3)
	head := journal.Head{Seq: 2, Hash: entries[2].Hash}
	for _, after := range []int64{-1, 1, 3} {
		if err := j.Append(t.Context(), after, Sealed(t, head)); !errors.Is(err, journal.ErrConflict) {
			t.Errorf("append after act %d: %v, want a conflict", after, err)
		}
	}
	want(t, j, -1, entries)
	check(t, j.Append(t.Context(), 2, Sealed(t, head)))
}

func misfit(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 2)
	for name, e := range map[string]journal.Entry{
		"of another chain": Sealed(t, journal.Head{Seq: 1, Hash: journal.Hash{1}}),
		"numbered too far": Sealed(t, journal.Head{Seq: 2, Hash: entries[1].Hash}),
	} {
		err := j.Append(t.Context(), 1, e)
		if err == nil || errors.Is(err, journal.ErrConflict) || errors.Is(err, journal.ErrUnknownOutcome) {
			t.Errorf("an act %s: %v, want a plain refusal", name, err)
		}
	}
	want(t, j, -1, entries)
}

func cancelled(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := j.Append(ctx, 0, Sealed(t, journal.Head{Seq: 0, Hash: entries[0].Hash}))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("append: %v, want cancelled", err)
	}
	if _, err := read(ctx, j, -1); !errors.Is(err, context.Canceled) {
		t.Errorf("reading: %v, want cancelled", err)
	}
	want(t, j, -1, entries)
}

func race(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	entries := Fill(t, j, 1)
	head := journal.Head{Seq: 0, Hash: entries[0].Hash}
	const rivals = 8
	errs := make([]error, rivals)
	var wg sync.WaitGroup
	for i := range rivals {
		e := Sealed(t, head, fmt.Sprint("rival ", i))
		wg.Go(func() { errs[i] = j.Append(context.Background(), 0, e) })
	}
	wg.Wait()
	stored := 0
	for _, err := range errs {
		if err == nil {
			stored++
		} else if !errors.Is(err, journal.ErrConflict) {
			t.Errorf("a rival met %v, want a conflict", err)
		}
	}
	if stored != 1 {
		t.Errorf("%d rivals stored their act, want 1", stored)
	}
	check(t, journal.Verify(t.Context(), j))
}

func reopens(t *testing.T, j journal.Journal, reopen func() journal.Journal) {
	entries := Fill(t, j, 3)
	check(t, j.Close())
	j = reopen()
	want(t, j, -1, entries)
	next := Sealed(t, journal.Head{Seq: 2, Hash: entries[2].Hash}, "after the break")
	check(t, j.Append(t.Context(), 2, next))
	want(t, j, 2, []journal.Entry{next})
}

func emptyParts(t *testing.T, j journal.Journal, _ func() journal.Journal) {
	word := ""
	bare, _, err := journal.Seal(journal.Hash{}, exercise.Parts{}, rand.Reader)
	check(t, err)
	blank, _, err := journal.Seal(bare.Hash, exercise.Parts{Seq: 1, Words: []*string{&word}}, rand.Reader)
	check(t, err)
	check(t, j.Append(t.Context(), -1, bare))
	check(t, j.Append(t.Context(), 0, blank))
	check(t, journal.Verify(t.Context(), j))
	acts, err := read(t.Context(), j, -1)
	check(t, err)
	if len(acts) != 2 || len(acts[0].Words) != 0 || len(acts[1].Words) != 1 {
		t.Errorf("read %v", acts)
	}
}

func want(t *testing.T, j journal.Journal, after int64, entries []journal.Entry) {
	t.Helper()
	got, err := read(t.Context(), j, after)
	check(t, err)
	if len(got) != len(entries) || len(got) > 0 && !reflect.DeepEqual(got, entries) {
		t.Errorf("after act %d: read %d acts, want these %d", after, len(got), len(entries))
	}
}

func wantHead(t *testing.T, j journal.Journal, head journal.Head) {
	t.Helper()
	got, err := j.Head(t.Context())
	check(t, err)
	if got != head {
		t.Errorf("the head is %v, want %v", got, head)
	}
}

func read(ctx context.Context, j journal.Journal, after int64) ([]journal.Entry, error) {
	var entries []journal.Entry
	for e, err := range j.Read(ctx, after) {
		if err != nil {
			return entries, err
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
