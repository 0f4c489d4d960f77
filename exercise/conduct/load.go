package conduct

import (
	"context"
	"fmt"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// Replayed is what a journal was found to hold.
type Replayed struct {
	Name string // of the exercise, by act 0; "" in an empty journal
	// Head is that of the last act, Closed that of the act that closed the
	// exercise; journal.Start where nothing has.
	Head, Closed journal.Head
	// Removed counts the texts that were removed.
	Removed int
	// Lost are words that cannot be read though nobody removed them.
	Lost []exercise.WordID
}

// Replay reads a whole journal act by act and verifies its chain. keys gives
// those of the exercise that act 0 names; a word without one is nil in its act.
func Replay(ctx context.Context, j journal.Journal, keys func(name string) (roster.WordKeys, error), each func(exercise.Act, journal.Head) error) (Replayed, error) {
	r := Replayed{Head: journal.Start(), Closed: journal.Start()}
	var known roster.WordKeys
	find := func(w exercise.WordID) (journal.Key, bool) { k, ok := known[w]; return k, ok }
	var unread unread
	for e, err := range j.Read(ctx, -1) {
		if err == nil && e.Seq == 0 {
			r.Name, known, err = keysOf(e, keys)
		}
		if err != nil {
			return r, err
		}
		at := journal.Head{Seq: e.Seq, Hash: e.Hash}
		act, err := unsealed(e, find)
		if err == nil {
			err = each(act, at)
		}
		if err != nil {
			return r, err
		}
		r.Head = at
		if closes(act) {
			r.Closed = r.Head
		}
		unread.note(act)
	}
	r.Removed, r.Lost = unread.removed, unread.words
	return r, nil
}

// keysOf reads in act 0 whose words the journal holds.
func keysOf(e journal.Entry, keys func(name string) (roster.WordKeys, error)) (string, roster.WordKeys, error) {
	act, err := unsealed(e, func(exercise.WordID) (journal.Key, bool) { return journal.Key{}, false })
	if err != nil {
		return "", nil, err
	}
	begin, ok := act.Command.(exercise.Begin)
	if !ok {
		return "", nil, &journal.DamageError{Seq: 0, Problem: "it does not begin an exercise"}
	}
	known, err := keys(begin.Name)
	return begin.Name, known, err
}

func unsealed(e journal.Entry, find func(exercise.WordID) (journal.Key, bool)) (exercise.Act, error) {
	parts, err := e.Unseal(find)
	if err != nil {
		return exercise.Act{}, err
	}
	return exercise.Decode(parts)
}

// closes says whether an act closed the exercise.
func closes(a exercise.Act) bool {
	for _, e := range a.Events {
		if p, ok := e.(exercise.PhaseEntered); ok && p.Phase == exercise.Closed {
			return true
		}
	}
	return false
}

// unread keeps the words that could not be read, in order, until an act tells
// that they were removed.
type unread struct {
	words   []exercise.WordID
	removed int
}

func (u *unread) note(a exercise.Act) {
	for i, text := range a.Words {
		if text == nil {
			u.words = append(u.words, exercise.WordID{Seq: a.Seq, N: i + 1})
		}
	}
	gone := expunged(a)
	if len(gone) == 0 {
		return
	}
	u.removed += len(gone)
	was := map[exercise.WordID]bool{}
	for _, w := range gone {
		was[w] = true
	}
	kept := u.words[:0]
	for _, w := range u.words {
		if !was[w] {
			kept = append(kept, w)
		}
	}
	u.words = kept
}

// Acts reads a whole journal with its words, each of which must be readable
// unless it was removed.
func Acts(ctx context.Context, j journal.Journal, r roster.Words, name string) ([]exercise.Act, journal.Head, error) {
	acts, found, err := readActs(ctx, j, r, name)
	return acts, found.Head, err
}

func readActs(ctx context.Context, j journal.Journal, r roster.Words, name string) ([]exercise.Act, Replayed, error) {
	var acts []exercise.Act
	found, err := Replay(ctx, j, func(string) (roster.WordKeys, error) { return r.WordKeys(ctx, name) },
		func(a exercise.Act, _ journal.Head) error { acts = append(acts, a); return nil })
	if err != nil {
		return nil, found, err
	}
	return acts, found, found.legible(name)
}

// legible refuses a record whose words cannot be read though nobody removed
// them. Play that went on over it would take a lost roster for a removal.
func (r Replayed) legible(name string) error {
	if r.Name != name && r.Name != "" {
		return fmt.Errorf("its file holds the exercise %s; give the file that name again", r.Name)
	}
	if len(r.Lost) > 0 {
		return fmt.Errorf("the roster holds no key for %d of its words, the first in act %d; put back the roster.db that belongs to it", len(r.Lost), r.Lost[0].Seq)
	}
	return nil
}

// expunged lists the words that an act says are gone for good.
func expunged(a exercise.Act) []exercise.WordID {
	var words []exercise.WordID
	for _, e := range a.Events {
		switch e := e.(type) {
		case exercise.Expunged:
			words = append(words, e.Words...)
		case exercise.Forgotten:
			words = append(words, e.Words...)
		}
	}
	return words
}
