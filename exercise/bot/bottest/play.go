// Package bottest plays exercises by machine and without a server, for the
// tests of whatever shows one: the rules, players, and a clock that waits for
// nobody. The same seed gives the same play.
package bottest

import (
	"fmt"

	"kefi/exercise"
	"kefi/exercise/bot"
)

// pace is how long the clock goes on between two looks of the players, in ms.
const pace = 3000

// Play is an exercise that is being played.
type Play struct {
	state   exercise.State
	now     int64 // wall ms
	seats   []exercise.SeatID
	players map[exercise.SeatID]bot.Player
	each    func(*Play, exercise.Act)
	rooms   map[exercise.RoomID]roomView
}

// roomView is what a room saw at an act.
type roomView struct {
	seq  int64
	view *exercise.RoomView
}

// New begins a scenario at a wall time, with every seat taken and the first
// page accepted. Seats without a player only sit there. Each is called after
// every act.
func New(sc exercise.Scenario, seed uint64, now int64, players map[exercise.SeatID]bot.Player, each func(*Play, exercise.Act)) (*Play, error) {
	p := &Play{state: exercise.New(), now: now, players: players, each: each, rooms: map[exercise.RoomID]roomView{}}
	if err := p.Do("", exercise.Begin{Name: "play", Scenario: sc, Seed: seed, Version: "test"}); err != nil {
		return nil, err
	}
	for _, s := range sc.Seats {
		p.seats = append(p.seats, s.ID)
		via := "script"
		if players[s.ID] == nil {
			via = "screen"
		}
		for _, c := range []exercise.Command{exercise.Sit{Via: via}, exercise.Agree{}} {
			if err := p.Do(s.ID, c); err != nil {
				return nil, fmt.Errorf("%s: %w", s.ID, err)
			}
		}
	}
	return p, nil
}

// Do submits a command. The error is its refusal.
func (p *Play) Do(seat exercise.SeatID, c exercise.Command) error {
	act, err := exercise.Decide(p.state, seat, p.now, c)
	if err != nil {
		return err
	}
	p.state = exercise.Evolve(p.state, act)
	p.each(p, act)
	return nil
}

// State is the exercise as it is now.
func (p *Play) State() exercise.State { return p.state }

// Run plays for a time, in ms, or until the exercise has ended.
func (p *Play) Run(time int64) error {
	for end := p.now + time; p.now < end && p.state.Phase() != exercise.Debrief; {
		if err := p.pass(); err != nil {
			return err
		}
		for _, seat := range p.seats {
			player := p.players[seat]
			if player == nil {
				continue
			}
			if c := player.Act(p.View(seat), p.now); c != nil {
				player.Told(c, p.Do(seat, c))
			}
		}
	}
	return nil
}

// pass lets the clock go on, with all that falls due.
func (p *Play) pass() error {
	end := p.now + pace
	for {
		due, ok := p.state.Due()
		if !ok || due.At > end {
			p.now = end
			return nil
		}
		p.now = max(p.now, due.At)
		var c exercise.Command = exercise.Tick{}
		if due.Reveal {
			c = exercise.Reveal{}
		}
		if err := p.Do("", c); err != nil {
			return err
		}
	}
}

// View is what a seat sees now. The room's part is one for all its seats.
func (p *Play) View(seat exercise.SeatID) *exercise.View {
	id := p.state.HomeRoom(seat)
	room, seq := p.rooms[id], p.state.Seq()
	if room.view == nil || room.seq != seq {
		room = roomView{seq, p.state.Room(id, room.view)}
		p.rooms[id] = room
	}
	return &exercise.View{Schema: exercise.ViewSchema, Room: room.view, Own: p.state.Own(seat)}
}
