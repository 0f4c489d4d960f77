package transcript

import (
	"fmt"
	"time"

	"kefi/exercise"
)

// Provenance is the sentence that every export carries: where the record stood
// when the copy was made, to be compared with the head shown to every seat at
// closing, and where it stands now: it is read, marked and corrected after
// that. A copy made during play has no such place, and says so.
func (s *Source) Provenance() string { return s.stood() + s.forgotten() }

// forgotten says so where private words are gone because their time is over.
func (s *Source) forgotten() string {
	if at := s.State.ForgottenAt(); at != 0 {
		return " Private words, and who took part, were forgotten on " + time.UnixMilli(at).UTC().Format("2 January 2006") + "."
	}
	return ""
}

func (s *Source) stood() string {
	if s.State.Phase() != exercise.Closed {
		return "Made during play: a provisional copy, without the number and hash of the record."
	}
	c, err := s.closing()
	if err != nil || c.Head.Seq == s.Head.Seq {
		return fmt.Sprintf("Record of %s, complete: act %d, %s.", s.Name, s.Head.Seq, s.Head.Hash)
	}
	return fmt.Sprintf("Record of %s, closed with act %d, %s. This copy was made after act %d, %s.",
		s.Name, c.Head.Seq, c.Head.Hash, s.Head.Seq, s.Head.Hash)
}
