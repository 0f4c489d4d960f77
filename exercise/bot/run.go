package bot

import (
	"context"
	"errors"
	"time"

	"kefi/exercise"
)

// Player decides what a seat does.
type Player interface {
	// Act gives the next command, or nil. Now is wall time in UTC ms.
	Act(v *exercise.View, now int64) exercise.Command
	// Told says what became of the last command: nil, or why it was refused.
	Told(c exercise.Command, refusal error)
}

// Seat is a handle on one seat of a live table.
type Seat interface {
	Next(ctx context.Context, after int64) (*exercise.View, int64, error)
	Submit(ctx context.Context, c exercise.Command) (exercise.Receipt, error)
}

// Run plays a seat until the context ends, the table closes or the exercise
// is closed. Pace is the time between two looks: nobody acts faster than a
// person could read.
func Run(ctx context.Context, seat Seat, p Player, pace time.Duration) error {
	var cursor int64
	var view *exercise.View
	for ctx.Err() == nil {
		v, at, err := look(ctx, seat, cursor, pace)
		switch {
		case err == nil:
			view, cursor = v, at
		case !errors.Is(err, context.DeadlineExceeded):
			return err
		}
		if view == nil {
			continue
		}
		if view.Room.Phase == exercise.Closed {
			return nil
		}
		if c := p.Act(view, time.Now().UnixMilli()); c != nil {
			_, err := seat.Submit(ctx, c)
			p.Told(c, err)
		}
		rest(ctx, pace)
	}
	return ctx.Err()
}

// look waits for something new, but no longer than the pace: time alone can
// be a reason to act.
func look(ctx context.Context, seat Seat, after int64, pace time.Duration) (*exercise.View, int64, error) {
	brief, stop := context.WithTimeout(ctx, pace)
	defer stop()
	return seat.Next(brief, after)
}

func rest(ctx context.Context, pace time.Duration) {
	timer := time.NewTimer(pace)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
