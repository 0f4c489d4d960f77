package main

import (
	"context"
	"slices"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/conduct"
	"kefi/tui/action"
)

// autoChair is what a scenario says, and --chair, where a script is to chair.
const autoChair = "auto"

// How often scripts look at their table: people must be able to follow what
// they do.
const (
	chairPace = 3 * time.Second
	teamPace  = 2 * time.Second
)

// standIn is a seat that a script plays while no person does.
type standIn struct {
	bot.Player
	table  *conduct.Table
	seat   exercise.SeatID
	pace   time.Duration
	wanted func() bool // that it plays now
}

// Act does nothing for nobody: between the leaving of the last person and that
// of the scripts they must not start or decide anything.
func (x standIn) Act(v *exercise.View, now int64) exercise.Command {
	if !x.wanted() {
		return nil
	}
	return x.Player.Act(v, now)
}

// standIns has scripts play wherever an exercise asks for them: in the chair,
// and, where robots play, in each team that nobody has come to. The function
// given back has them leave.
func (h *house) standIns(ctx context.Context) func() {
	ctx, stop := context.WithCancel(ctx)
	var playing sync.WaitGroup
	for _, name := range h.Exercises() {
		for _, x := range standInsAt(h.table(name)) {
			playing.Go(func() { x.play(ctx) })
		}
	}
	return func() {
		stop()
		playing.Wait()
	}
}

func standInsAt(t *conduct.Table) (list []standIn) {
	plan := t.State().Plan()
	for _, seat := range plan.Seats {
		if plan.Chairing == autoChair && seat.Has(exercise.Chair) {
			wanted := func() bool { return !plan.Robots || inCompany(t) }
			list = append(list, standIn{&bot.Chair{Read: readLine}, t, seat.ID, chairPace, wanted})
		}
	}
	if !plan.Robots {
		return list
	}
	for i, team := range plan.Teams {
		var player bot.Player = bot.NewDelegate(uint64(i))
		if team.Stakes != nil {
			player = bot.NewAdvocate(*team.Stakes, uint64(i))
		}
		wanted := func() bool { return inCompany(t) && !attended(t, team) }
		list = append(list, standIn{player, t, team.Seats[0], teamPace, wanted})
	}
	return list
}

// play sits down and leaves again as it is wanted, until ctx ends. In a closed
// exercise there is nothing to play.
func (x standIn) play(ctx context.Context) {
	seat, err := x.table.Seat(x.seat)
	if err != nil {
		return
	}
	for pause(ctx, x.pace) {
		if x.table.State().Phase() == exercise.Closed || !x.wanted() {
			continue
		}
		playing, rise, err := seat.StandIn(ctx)
		if err != nil {
			continue // somebody was quicker
		}
		playing, stop := context.WithCancel(playing)
		go func() {
			for x.wanted() && pause(playing, x.pace) {
			}
			stop()
		}()
		_ = bot.Run(playing, seat, x, x.pace) // ends with the server or the exercise, or with a person
		stop()
		rise()
	}
}

// pause waits, and says whether to go on.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// inCompany: a person sits at the table, at whatever seat.
func inCompany(t *conduct.Table) bool {
	s := t.State()
	return slices.ContainsFunc(s.Seats(), func(x exercise.Seat) bool { return bySomebody(s, x.ID) })
}

// attended: a person plays the team, on a screen or by verbs.
func attended(t *conduct.Table, team exercise.Team) bool {
	s := t.State()
	if slices.ContainsFunc(team.Seats, func(id exercise.SeatID) bool { return bySomebody(s, id) }) {
		return true
	}
	sat := slices.ContainsFunc(team.Seats, func(id exercise.SeatID) bool { return s.Via(id) != "" })
	return !sat && s.Present(team.ID)
}

func bySomebody(s exercise.State, id exercise.SeatID) bool {
	via := s.Via(id)
	return via == "screen" || via == "plain"
}

// relieve has scripts leave a team for which somebody acts by verbs.
func (h *house) relieve(name string, id exercise.SeatID) {
	t := h.table(name)
	acting, ok := t.State().Seat(id)
	if !ok {
		return
	}
	for _, other := range t.State().Seats() {
		if other.ID != id && (other.Team == "" || other.Team != acting.Team) {
			continue
		}
		if seat, err := t.Seat(other.ID); err == nil {
			seat.Relieve()
		}
	}
}

// readLine understands a line as typed.
func readLine(line string) (exercise.Command, error) {
	intent, err := action.Parse(line)
	return intent.Command, err
}
