package transcript

import (
	"iter"
	"slices"

	"kefi/exercise"
)

// told gives what the room of the view has seen, event by event, with the act
// that caused it. What went on where not everybody of that room was is not
// among it, nor what is nobody's business.
func (s *Source) told() iter.Seq2[exercise.Act, exercise.Event] {
	return func(yield func(exercise.Act, exercise.Event) bool) {
		state := exercise.New()
		for _, a := range s.Acts {
			state = exercise.Evolve(state, a)
			for _, e := range a.Events {
				seen := state.Audience(exercise.Act{Events: []exercise.Event{e}})
				if !personal(e) && slices.Contains(seen, s.View.Room.ID) && !yield(a, e) {
					return
				}
			}
		}
	}
}

// vocabulary finds texts by their ids, but for those that were removed.
type vocabulary struct {
	acts []exercise.Act
	gone map[exercise.WordID]bool
}

func (s *Source) vocabulary() vocabulary {
	v := vocabulary{acts: s.Acts, gone: map[exercise.WordID]bool{}}
	for _, a := range s.Acts {
		for _, e := range a.Events {
			if x, ok := e.(exercise.Expunged); ok {
				for _, w := range x.Words {
					v.gone[w] = true
				}
			}
		}
	}
	return v
}

// text is empty where the id names none.
func (v vocabulary) text(id exercise.WordID) string {
	if id.Seq < 0 || id.Seq >= int64(len(v.acts)) || id.N < 1 || id.N > len(v.acts[id.Seq].Words) {
		return ""
	}
	if word := v.acts[id.Seq].Words[id.N-1]; word != nil && !v.gone[id] {
		return *word
	}
	return removedLine
}
