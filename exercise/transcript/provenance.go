package transcript

import (
	"fmt"

	"kefi/exercise"
)

// Provenance is the sentence that every export carries: where the record stood
// when the copy was made, to be compared with the head shown to every seat at
// closing. A copy made during play has no such place, and says so.
func (s *Source) Provenance() string {
	if s.State.Phase() != exercise.Closed {
		return "Made during play: a provisional copy, without the number and hash of the record."
	}
	return fmt.Sprintf("Record of %s, complete: act %d, %s.", s.Name, s.Head.Seq, s.Head.Hash)
}
