package conduct

import "kefi/exercise"

// showEnd shows a seat where the record ended, once the exercise is closed.
func (t *Table) showEnd(own *exercise.OwnView) {
	t.mu.Lock()
	end := t.closed
	t.mu.Unlock()
	if own != nil && end.Seq >= 0 {
		own.Ended(exercise.RecordEnd{Act: end.Seq, Hash: end.Hash.String()})
	}
}
