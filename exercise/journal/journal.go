package journal

import (
	"context"
	"errors"
	"fmt"
	"iter"
)

// Journal keeps the acts of one exercise. Its methods may be called at the
// same time from several goroutines.
type Journal interface {
	// Append stores e after the act numbered after (-1 in an empty journal).
	// It returns nil once e is durable. With ErrUnknownOutcome nobody knows
	// whether e is stored; with any other error it is certainly not, and with
	// ErrConflict the journal's last act is not the one named by after.
	Append(ctx context.Context, after int64, e Entry) error

	// Read yields the acts after the one numbered after (-1 for all) up to
	// the last there is when reading starts, verifying the chain. It ends
	// after the first error: a *DamageError, or the back end's own.
	Read(ctx context.Context, after int64) iter.Seq2[Entry, error]

	// Head tells the number and hash of the last act.
	Head(ctx context.Context) (Head, error)

	// Close lets go of the journal; nothing else may be called afterwards.
	Close() error
}

// What an append or an opening can meet.
var (
	// ErrConflict: someone else has appended. Read what is new and decide again.
	ErrConflict = errors.New("the journal has moved on")

	// ErrUnknownOutcome: the act may be stored or not. Append nothing more:
	// close the journal, open it again, read, and see whether the act is there.
	ErrUnknownOutcome = errors.New("it is not known whether the act was stored; the journal must be opened again and read")

	// ErrLocked: another server has the journal open. The error's text names it.
	ErrLocked = errors.New("the journal is in use")
)

// DamageError says that an act is missing, altered or cut off.
type DamageError struct {
	// Seq is the act concerned, or -1 if the damage is not in one act.
	Seq int64
	// Problem completes the sentence: "it is missing".
	Problem string
}

func (e *DamageError) Error() string {
	if e.Seq < 0 {
		return "the journal is damaged: " + e.Problem
	}
	return fmt.Sprintf("the journal is damaged at act %d: %s", e.Seq, e.Problem)
}

// Verify reads the whole journal and returns the first error met. It needs no
// keys: removed words do not disturb the chain.
func Verify(ctx context.Context, j Journal) error {
	for _, err := range j.Read(ctx, Start().Seq) {
		if err != nil {
			return err
		}
	}
	return nil
}
