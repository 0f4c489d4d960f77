// Package rehearsaltest plays a rehearsal without a server, for the tests of
// whatever shows one.
package rehearsaltest

import (
	"testing"

	"kefi/exercise"
	"kefi/tui/rehearsal"
)

// Play is a rehearsal: the rules, the cast and a clock of its own.
type Play struct {
	t     testing.TB
	state exercise.State
	now   int64 // wall ms
	cast  []rehearsal.Part
}

// Open begins one at a wall time; everybody is seated and the host has opened
// the floor.
func Open(t testing.TB, n rehearsal.Newcomer, now int64) *Play {
	p := &Play{t: t, state: exercise.New(), now: now, cast: rehearsal.Cast(n)}
	p.Must("", exercise.Begin{Name: "rehearsal", Scenario: rehearsal.Scenario(n), Version: "test"})
	for _, seat := range rehearsal.Robots() {
		p.Must(seat, exercise.Sit{Via: "script"})
	}
	p.Must(rehearsal.You, exercise.Sit{Via: "screen"})
	for _, o := range rehearsal.Setting() {
		p.Must(o.Seat, o.Command)
	}
	return p
}

// pass lets a second go by, with all that falls due in it.
func (p *Play) pass() {
	p.now += 1000
	for {
		due, ok := p.state.Due()
		if !ok || due.At > p.now {
			return
		}
		act, err := exercise.Decide(p.state, "", due.At, exercise.Tick{})
		if err != nil {
			p.t.Fatal(err)
		}
		p.state = exercise.Evolve(p.state, act)
	}
}

// Do submits a command a second later, and gives the refusal.
func (p *Play) Do(seat exercise.SeatID, c exercise.Command) error {
	p.pass()
	act, err := exercise.Decide(p.state, seat, p.now, c)
	if err == nil {
		p.state = exercise.Evolve(p.state, act)
	}
	return err
}

// Must is Do of what may not be refused.
func (p *Play) Must(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	if err := p.Do(seat, c); err != nil {
		p.t.Fatalf("%s: %T: %v", seat, c, err)
	}
}

// You does something as the newcomer and lets the robots answer.
func (p *Play) You(c exercise.Command) {
	p.t.Helper()
	p.Must(rehearsal.You, c)
	p.Settle()
}

// View is what the newcomer sees.
func (p *Play) View() *exercise.View { return p.of(rehearsal.You) }

func (p *Play) of(seat exercise.SeatID) *exercise.View {
	return &exercise.View{Schema: exercise.ViewSchema, Room: p.state.Room(exercise.TableRoom, nil), Own: p.state.Own(seat)}
}

// Now is the wall time there.
func (p *Play) Now() int64 { return p.now }

// Settle lets the cast act until nobody has had anything to do for five seconds.
func (p *Play) Settle() {
	p.t.Helper()
	acts := 0
	for idle := 0; idle < 5; idle++ {
		p.pass()
		for _, part := range p.cast {
			c := part.Player.Act(p.of(part.Seat), p.now)
			if c == nil {
				continue
			}
			if idle, acts = 0, acts+1; acts > 100 {
				p.t.Fatal("the robots never rest")
			}
			err := p.Do(part.Seat, c)
			if err != nil {
				p.t.Errorf("%s: %T: %v", part.Seat, c, err)
			}
			part.Player.Told(c, err)
		}
	}
}
