package transcript

import (
	"iter"
	"slices"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
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

// word is a text by its id as a copy gives it; empty where the id names none.
func (s *Source) word(id exercise.WordID) string {
	text := s.State.Word(id)
	if text == paper.RemovedWord {
		return removedLine
	}
	return text
}
