package transcript

import (
	"io"

	"kefi/exercise"
)

// writeReplay writes the screens that the seat saw. They are drawn by those who
// draw screens: whoever makes the source gives the way to them.
func writeReplay(w io.Writer, s *Source) error {
	if s.Replay == nil {
		return exercise.Refuse(exercise.ErrNotNow, "No screens can be drawn here.")
	}
	return s.Replay(w, s)
}
