package conduct

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"kefi/exercise"
	"kefi/exercise/roster"
)

// Seat is a handle that can act and read for one seat only.
type Seat struct {
	table *Table
	seat  exercise.Seat
}

// Seat gives a handle on a seat. It does not sit down.
func (t *Table) Seat(id exercise.SeatID) (*Seat, error) {
	seat, ok := t.State().Seat(id)
	if !ok {
		return nil, fmt.Errorf("there is no seat %q in this exercise", id)
	}
	return &Seat{table: t, seat: seat}, nil
}

// ID is the seat's id.
func (s *Seat) ID() exercise.SeatID { return s.seat.ID }

// Submit gives a command to the table. The receipt holds the lines it caused,
// as far as this seat may see them. An error is a *exercise.Refusal, or
// ErrStorage; nothing has changed then.
func (s *Seat) Submit(ctx context.Context, c exercise.Command) (exercise.Receipt, error) {
	_, calls := c.(exercise.RealWorld)
	if !calls || s.table.State().Stopped() { // the first call is never too much
		if !s.table.budget(spending{seat: s.seat.ID}).Allow() {
			return exercise.Receipt{}, exercise.Refuse(exercise.ErrNotNow,
				"That was more than %d acts in a minute; wait a moment and try again.", s.table.opts.ActsPerMinute)
		}
	}
	act, err := s.table.submit(ctx, s.seat.ID, c)
	if err != nil {
		return exercise.Receipt{}, err
	}
	state := s.table.State()
	seat, _ := state.Seat(s.seat.ID) // its roles may have changed
	return exercise.Receipt{Lines: state.LinesOf(seat, act.Seq)}, nil
}

// spending is what a seat has a budget for: its acts, and its comings and
// goings beside them.
type spending struct {
	seat     exercise.SeatID
	arriving bool
}

func (t *Table) budget(id spending) *rate.Limiter {
	t.mu.Lock()
	defer t.mu.Unlock()
	l, ok := t.budgets[id]
	if !ok {
		l = rate.NewLimiter(rate.Limit(float64(t.opts.ActsPerMinute)/60), t.opts.ActsPerMinute)
		t.budgets[id] = l
	}
	return l
}

// waiter is one reader that waits for something it may see.
type waiter struct {
	rooms []exercise.RoomID
	woken chan struct{}
	again bool // woken by what is no act: the view is new, the cursor is not
}

func (w *waiter) concerned(rooms []exercise.RoomID) bool {
	for _, r := range rooms {
		if contains(w.rooms, r) {
			return true
		}
	}
	return false
}

// Next waits until something happens that this seat may see and that came
// after the cursor, and gives the seat's view then with the cursor for the
// next call. Next(ctx, 0) gives the present view at once.
func (s *Seat) Next(ctx context.Context, after int64) (*exercise.View, int64, error) {
	for {
		state, room, w := s.table.look(s.seat, after)
		if w == nil {
			return s.view(state, room), state.Seq(), nil
		}
		select {
		case <-w.woken:
			if w.again {
				after = 0
			}
		case <-ctx.Done():
			s.table.unwait(w)
			return nil, after, ctx.Err()
		case <-s.table.open.Done():
			return nil, after, errors.New("The server is closing. Your seat waits; nothing is lost.")
		}
	}
}

// View is the seat's present view.
func (s *Seat) View() *exercise.View {
	state, room, _ := s.table.look(s.seat, 0)
	return s.view(state, room)
}

func (s *Seat) view(state exercise.State, room *exercise.RoomView) *exercise.View {
	own := state.Own(s.seat.ID)
	if own != nil && own.Has(exercise.Control) {
		s.table.showOpened(own.Control)
	}
	s.table.showEnd(own)
	return &exercise.View{Schema: exercise.ViewSchema, Room: room, Own: own}
}

// look gives what there is for a seat to see after the cursor, or a waiter
// for it. Entering a room is told in one the seat was in before.
func (t *Table) look(seat exercise.Seat, after int64) (exercise.State, *exercise.RoomView, *waiter) {
	t.mu.Lock()
	defer t.mu.Unlock()
	seat, _ = t.state.Seat(seat.ID) // its roles may have changed
	rooms := t.state.Rooms(seat)
	room := t.views[rooms[0]]
	for _, r := range rooms {
		if seq, ok := t.changed[r]; after <= 0 || (ok && seq > after) {
			return t.state, room, nil
		}
	}
	w := &waiter{rooms: rooms, woken: make(chan struct{})}
	t.waiting[w] = struct{}{}
	return t.state, room, w
}

// wake lets go those who wait for something in these rooms; mu is held. again:
// what they may see is no act.
func (t *Table) wake(rooms []exercise.RoomID, again bool) {
	for w := range t.waiting {
		if w.concerned(rooms) {
			w.again = again
			close(w.woken)
			delete(t.waiting, w)
		}
	}
}

func (t *Table) unwait(w *waiter) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.waiting, w)
}

// Sit tells the table that an interactive session has the seat; via is
// "screen" or "plain". The function given back ends it: gone is true when the
// person left, false when the line dropped, which counts as left only after a
// grace and unless the seat is taken again.
func (s *Seat) Sit(ctx context.Context, via string) (func(gone bool), error) {
	t := s.table
	t.seating.Lock()
	defer t.seating.Unlock()
	t.mu.Lock()
	t.sitting[s.seat.ID]++
	first := t.sitting[s.seat.ID] == 1
	t.mu.Unlock()
	stand := t.displace(s.seat.ID)
	if first || t.State().Via(s.seat.ID) == "" {
		if !t.budget(spending{seat: s.seat.ID, arriving: true}).Allow() { // or coming and going would fill everyone's feed
			s.rise()
			stand()
			return nil, exercise.Refuse(exercise.ErrNotNow,
				"This seat has been taken and left too often just now; wait a moment and connect again.")
		}
		if _, err := t.submit(ctx, s.seat.ID, exercise.Sit{Via: via}); err != nil {
			s.rise()
			stand()
			return nil, err
		}
	}
	var once sync.Once
	return func(gone bool) { once.Do(func() { s.stand(gone) }) }, nil
}

// rise counts one session less and says whether it was the last.
func (s *Seat) rise() bool {
	s.table.mu.Lock()
	defer s.table.mu.Unlock()
	s.table.sitting[s.seat.ID]--
	return s.table.sitting[s.seat.ID] == 0
}

func (s *Seat) stand(gone bool) {
	if !s.rise() {
		return
	}
	// Refused where the record knows already that nobody is here.
	leave := func() { _ = s.table.leave(context.Background(), s.seat.ID) }
	if gone {
		leave()
		return
	}
	timer := time.AfterFunc(s.table.opts.DropGrace, leave)
	context.AfterFunc(s.table.open, func() { timer.Stop() })
}

// Reflect takes this seat's answer to the open hot-wash question. Nobody sees
// it before all are shown together, without names.
func (s *Seat) Reflect(ctx context.Context, words string) error {
	s.table.turn.Lock() // so that no answer falls between two questions
	defer s.table.turn.Unlock()
	state := s.table.State()
	if state.Stopped() {
		return exercise.Refuse(exercise.ErrNotNow, "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control.")
	}
	if _, open := state.Collecting(); !open {
		return exercise.Refuse(exercise.ErrNotNow, "No question of the hot wash is open.")
	}
	if s.seat.Has(exercise.Observer, exercise.Projector) {
		return exercise.Refuse(exercise.ErrRole, "Only those who played answer the questions.")
	}
	words, err := exercise.Clean(strings.TrimSpace(words))
	if err != nil {
		return err
	}
	if words == "" {
		return exercise.Refuse(exercise.ErrText, "An answer needs words: `reflect \"…\"`.")
	}
	return s.table.roster.AddPending(ctx, roster.Place{Exercise: state.Name(), Seat: s.seat.ID}, words)
}
