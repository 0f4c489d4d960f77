package conduct

import (
	"context"
	"fmt"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// Acts reads a whole journal with its words, each of which must be readable
// unless it was removed.
func Acts(ctx context.Context, j journal.Journal, r roster.Words, name string) ([]exercise.Act, journal.Head, error) {
	keys, err := r.WordKeys(ctx, name)
	if err != nil {
		return nil, journal.Head{}, err
	}
	var acts []exercise.Act
	head := journal.Start()
	for e, err := range j.Read(ctx, -1) {
		if err != nil {
			return nil, head, err
		}
		parts, err := e.Unseal(func(w exercise.WordID) (journal.Key, bool) { k, ok := keys[w]; return k, ok })
		if err != nil {
			return nil, head, err
		}
		act, err := exercise.Decode(parts)
		if err != nil {
			return nil, head, err
		}
		acts = append(acts, act)
		head = journal.Head{Seq: e.Seq, Hash: e.Hash}
	}
	return acts, head, legible(acts, name)
}

// legible refuses a record whose words cannot be read though nobody removed
// them. Play that went on over it would take a lost roster for a removal.
func legible(acts []exercise.Act, name string) error {
	if len(acts) == 0 {
		return nil
	}
	if begin, ok := acts[0].Command.(exercise.Begin); ok && begin.Name != name {
		return fmt.Errorf("its file holds the exercise %s; give the file that name again", begin.Name)
	}
	removed := map[exercise.WordID]bool{}
	for _, a := range acts {
		for _, w := range expunged(a) {
			removed[w] = true
		}
	}
	var lost []exercise.WordID
	for _, a := range acts {
		for i, text := range a.Words {
			if w := (exercise.WordID{Seq: a.Seq, N: i + 1}); text == nil && !removed[w] {
				lost = append(lost, w)
			}
		}
	}
	if len(lost) > 0 {
		return fmt.Errorf("the roster holds no key for %d of its words, the first in act %d; put back the roster.db that belongs to it", len(lost), lost[0].Seq)
	}
	return nil
}

func expunged(a exercise.Act) []exercise.WordID {
	var words []exercise.WordID
	for _, e := range a.Events {
		if x, ok := e.(exercise.Expunged); ok {
			words = append(words, x.Words...)
		}
	}
	return words
}
