package rehearse

import (
	"errors"
	"fmt"
	"slices"

	"kefi/exercise"
	"kefi/exercise/bot"
)

const (
	// pace is how often the desk looks up, in ms of the table's time; a
	// delegation does every other time, in turn: people read before they act.
	pace  = 15_000
	turns = 2
	// longest is how long a rehearsal may take, in ms of its own time.
	longest = 6 * 60 * 60_000
	// start is when rehearsals begin; any time would do.
	start = 1_700_000_000_000
)

// Read understands a line that the chair is advised to type.
type Read func(line string) (exercise.Command, error)

// Play rehearses a scenario that has been drawn for the seed.
func Play(sc exercise.Scenario, seed uint64, read Read) (Run, error) {
	p := &play{now: start, views: map[exercise.RoomID]*exercise.RoomView{}, built: map[exercise.RoomID]int64{}, changed: map[exercise.RoomID]int64{}, state: exercise.New()}
	p.run.Seed = seed
	if err := p.submit("", exercise.Begin{Name: "rehearsal", Scenario: sc, Seed: seed, Version: "rehearsal"}); err != nil {
		return Run{}, err
	}
	for i, seat := range sc.Seats {
		player := playerFor(sc, seat, seed<<8+uint64(i), read)
		if player == nil {
			continue
		}
		if err := p.submit(seat.ID, exercise.Sit{Via: "script"}); err != nil {
			return Run{}, err
		}
		p.seats = append(p.seats, &seatAt{id: seat.ID, player: player})
	}
	for !p.over() {
		if err := p.step(); err != nil {
			return Run{}, err
		}
	}
	p.run.State, p.run.room = p.state, p.state.Room(exercise.TableRoom, nil)
	return p.run, nil
}

// playerFor seats a player where somebody must act: in teams, chair and control.
func playerFor(sc exercise.Scenario, seat exercise.Seat, seed uint64, read Read) bot.Player {
	switch {
	case seat.Team != "":
		return newMover(sc, seed)
	case seat.Has(exercise.Chair, exercise.Control):
		return newDesk(seed, read)
	}
	return nil
}

// play is a rehearsal under way.
type play struct {
	state   exercise.State
	now     int64
	steps   int
	seats   []*seatAt
	views   map[exercise.RoomID]*exercise.RoomView
	built   map[exercise.RoomID]int64 // the last act in a view
	changed map[exercise.RoomID]int64 // the last act seen in a room
	run     Run
}

type seatAt struct {
	id     exercise.SeatID
	player bot.Player
	view   *exercise.View
	seen   int64 // the last act in its view
}

func (p *play) over() bool {
	phase := p.state.Phase()
	return phase == exercise.Debrief || phase == exercise.Closed || p.now > start+longest
}

// step lets time pass until the next look, and each seat do one thing.
func (p *play) step() error {
	p.now += pace
	if err := p.settle(); err != nil {
		return err
	}
	p.steps++
	looking := p.looking()
	for _, s := range looking { // all see the same moment, as people do
		p.look(s)
	}
	for _, s := range looking {
		if err := p.act(s); err != nil {
			return err
		}
	}
	return nil
}

// looking are the seats whose turn it is to look up.
func (p *play) looking() (list []*seatAt) {
	for i, s := range p.seats {
		if _, desk := s.player.(*desk); desk || (p.steps+i)%turns == 0 {
			list = append(list, s)
		}
	}
	return list
}

// act does what a seat's player wants, if anything.
func (p *play) act(s *seatAt) error {
	c := s.player.Act(s.view, p.now)
	if c == nil {
		return nil
	}
	err := p.submit(s.id, c)
	s.player.Told(c, err)
	var refusal *exercise.Refusal
	if errors.As(err, &refusal) {
		p.run.refused(s.id, c, refusal)
		return nil
	}
	return err
}

// settle decides what has fallen due, each at its own time.
func (p *play) settle() error {
	for {
		due, ok := p.state.Due()
		if !ok || due.At > p.now {
			return nil
		}
		var c exercise.Command = exercise.Tick{}
		if due.Reveal {
			c = exercise.Reveal{}
		}
		if err := p.submitAt("", due.At, c); err != nil {
			return fmt.Errorf("what fell due could not be decided: %w", err)
		}
	}
}

func (p *play) submit(seat exercise.SeatID, c exercise.Command) error {
	return p.submitAt(seat, p.now, c)
}

func (p *play) submitAt(seat exercise.SeatID, at int64, c exercise.Command) error {
	act, err := exercise.Decide(p.state, seat, at, c)
	if err != nil {
		return err
	}
	p.state = exercise.Evolve(p.state, act)
	p.run.happened(act)
	for _, r := range p.state.Audience(act) {
		p.changed[r] = act.Seq
	}
	return nil
}

// room is what everybody in a room sees; it is built anew only where
// something changed.
func (p *play) room(r exercise.RoomID) *exercise.RoomView {
	if p.views[r] == nil || p.changed[r] > p.built[r] {
		p.views[r], p.built[r] = p.state.Room(r, p.views[r]), p.state.Seq()
	}
	return p.views[r]
}

// look shows a seat what it sees now.
func (p *play) look(s *seatAt) {
	seat, _ := p.state.Seat(s.id)
	rooms := p.state.Rooms(seat)
	if s.view == nil || slices.ContainsFunc(rooms, func(r exercise.RoomID) bool { return p.changed[r] > s.seen }) {
		var last *exercise.OwnView
		if s.view != nil {
			last = s.view.Own
		}
		s.view = &exercise.View{Schema: exercise.ViewSchema, Room: p.room(rooms[0]), Own: p.state.OwnAfter(s.id, last)}
		s.seen = p.state.Seq()
	}
}
