package main

import (
	"context"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/conduct"
	"kefi/tui/action"
)

// autoChair is what a scenario says, and --chair, where a script is to chair.
const autoChair = "auto"

// chairPace is how often a scripted chair looks at its table: people must be
// able to follow what it does.
const chairPace = 3 * time.Second

// scriptedChairs seats the scripted chair wherever a scenario asks for one.
// The function given back has them leave.
func (h *house) scriptedChairs(ctx context.Context) func() {
	ctx, stop := context.WithCancel(ctx)
	var playing sync.WaitGroup
	for _, name := range h.Exercises() {
		t := h.table(name)
		if t.State().Plan().Chairing != autoChair {
			continue
		}
		for _, seat := range t.State().Plan().Seats {
			if seat.Has(exercise.Chair) {
				playing.Go(func() { chairByScript(ctx, t, seat.ID) })
			}
		}
	}
	return func() {
		stop()
		playing.Wait()
	}
}

func chairByScript(ctx context.Context, t *conduct.Table, id exercise.SeatID) {
	seat, err := t.Seat(id)
	if err != nil {
		return
	}
	leave, err := seat.Sit(ctx, "script")
	if err != nil {
		return
	}
	defer leave(true)
	_ = bot.Run(ctx, seat, &bot.Chair{Read: readLine}, chairPace) // ends with the server or the exercise
}

// readLine understands a line as typed.
func readLine(line string) (exercise.Command, error) {
	intent, err := action.Parse(line)
	return intent.Command, err
}
