package journal

import (
	"fmt"
	"iter"
)

// Head is the number and hash of the last act: a journal in forty bytes.
// Written down elsewhere, it shows whether a tail was cut or rewritten.
type Head struct {
	Seq  int64 `json:"seq"`
	Hash Hash  `json:"hash"`
}

// Start is the head of an empty journal: number -1, hash zero.
func Start() Head { return Head{Seq: -1} }

// Admit is the check every back end makes before it stores e after the act
// numbered after. It returns the head that results; ErrConflict when h is not
// at after; another error when e does not continue the chain.
func (h Head) Admit(after int64, e Entry) (Head, error) {
	if after != h.Seq {
		return h, fmt.Errorf("%w: its last act is %d, not %d", ErrConflict, h.Seq, after)
	}
	if e.Seq != h.Seq+1 || e.Hash != e.Sum(h.Hash) {
		return h, fmt.Errorf("act %d was not sealed to follow act %d", e.Seq, h.Seq)
	}
	return Head{Seq: e.Seq, Hash: e.Hash}, nil
}

// step is the head after e, or what is wrong with e at this place.
func (h Head) step(e Entry) (Head, error) {
	switch {
	case e.Seq > h.Seq+1:
		return h, &DamageError{Seq: h.Seq + 1, Problem: "it is missing"}
	case e.Seq <= h.Seq:
		return h, &DamageError{Seq: e.Seq, Problem: fmt.Sprintf("it stands a second time, after act %d", h.Seq)}
	case e.Hash != e.Sum(h.Hash):
		return h, &DamageError{Seq: e.Seq, Problem: "it was altered, or the one before it was"}
	}
	return Head{Seq: e.Seq, Hash: e.Hash}, nil
}

// Follow passes stored acts on while they lead from one head to another, and
// ends with an error where they do not. Back ends wrap what they read in it,
// so the rules of the chain stand in one place.
func Follow(from, to Head, stored iter.Seq2[Entry, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		at := from
		for e, err := range stored {
			if err == nil {
				at, err = at.step(e)
			}
			if err == nil && e.Seq > to.Seq {
				err = &DamageError{Seq: e.Seq, Problem: fmt.Sprintf("it stands beyond the journal's head, which is act %d", to.Seq)}
			}
			if err != nil {
				yield(Entry{}, err)
				return
			}
			if !yield(e, nil) {
				return
			}
		}
		if err := at.reached(to); err != nil {
			yield(Entry{}, err)
		}
	}
}

func (h Head) reached(to Head) error {
	switch {
	case h == to:
		return nil
	case h.Seq < to.Seq:
		return &DamageError{Seq: h.Seq + 1, Problem: fmt.Sprintf("it is missing; the journal's head is act %d", to.Seq)}
	default:
		return &DamageError{Seq: to.Seq, Problem: "it is not the act that the journal's head names"}
	}
}
