package screen

import "kefi/exercise"

// Observers see the table, the sheet and the pages of each phase as delegates
// do, without what only a team can answer.

// watches says that a seat watches and has no voice: an observer's or a
// projector's.
func (s *Sight) watches() bool {
	own := s.View.Own
	return own.Team == "" && (own.Has(exercise.Observer) || own.Has(exercise.Projector))
}
