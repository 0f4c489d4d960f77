package conduct

import (
	"context"
	"errors"
	"time"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// submit decides everything due, then the command. The act is stored before
// anyone sees it.
func (t *Table) submit(ctx context.Context, seat exercise.SeatID, c exercise.Command) (exercise.Act, error) {
	t.turn.Lock()
	defer t.turn.Unlock()
	now := t.now()
	if err := t.settle(ctx, now); err != nil {
		return exercise.Act{}, err
	}
	return t.commit(ctx, seat, now, c, t.state.Name())
}

// leave notes that a seat's last session has gone, unless it is taken again.
func (t *Table) leave(ctx context.Context, seat exercise.SeatID) error {
	t.turn.Lock()
	defer t.turn.Unlock()
	t.mu.Lock()
	back := t.sitting[seat] > 0
	t.mu.Unlock()
	if back {
		return nil
	}
	now := t.now()
	if err := t.settle(ctx, now); err != nil {
		return err
	}
	_, err := t.commit(ctx, seat, now, exercise.Leave{}, t.state.Name())
	return err
}

// now is UTC ms. Where the machine's clock was set back it goes on from the
// last act by the time that has really passed, so that no deadline freezes.
func (t *Table) now() int64 {
	return max(time.Now().UnixMilli(), t.state.Wall()+time.Since(t.acted).Milliseconds())
}

// settle decides what is due at or before now, each at its own time.
func (t *Table) settle(ctx context.Context, now int64) error {
	for {
		due, ok := t.state.Due()
		if !ok || due.At > now {
			return nil
		}
		var c exercise.Command = exercise.Tick{}
		if due.Reveal {
			answers, err := t.roster.Pending(ctx, t.state.Name())
			if err != nil {
				return err
			}
			c = exercise.Reveal{Answers: exercise.SortAnswers(answers)}
		}
		if _, err := t.commit(ctx, "", due.At, c, t.state.Name()); err != nil {
			return err
		}
		if due.Reveal {
			if err := t.roster.ClearPending(ctx, t.state.Name()); err != nil {
				return err
			}
		}
	}
}

// commit decides one command and stores its act; turn is held.
func (t *Table) commit(ctx context.Context, seat exercise.SeatID, now int64, c exercise.Command, name string) (exercise.Act, error) {
	if t.broken != nil {
		return exercise.Act{}, t.broken
	}
	act, err := exercise.Decide(t.state, seat, now, c)
	if err != nil {
		return exercise.Act{}, err
	}
	ctx = context.WithoutCancel(ctx) // whoever hangs up now has still said it
	if err := t.store(ctx, act, name); err != nil {
		t.opts.Trouble(err)
		return exercise.Act{}, errors.Join(ErrStorage, err)
	}
	t.publish(exercise.Evolve(t.state, act), act)
	t.acted = time.Now()
	// What cannot be forgotten now is forgotten at the next start; the act stands.
	_ = t.forget(ctx, act, name)
	return act, nil
}

// store seals and appends. The words' keys are stored first: an act is not
// durable without them.
func (t *Table) store(ctx context.Context, act exercise.Act, name string) error {
	parts, err := exercise.Encode(act)
	if err != nil {
		return err
	}
	entry, keys, err := journal.Seal(t.head.Hash, parts, t.opts.Random)
	if err != nil {
		return err
	}
	if len(keys) > 0 {
		words := make(roster.WordKeys, len(keys))
		for i, k := range keys {
			words[exercise.WordID{Seq: act.Seq, N: i + 1}] = k
		}
		if err := t.roster.PutWordKeys(ctx, name, words); err != nil {
			return err
		}
	}
	err = t.journal.Append(ctx, t.head.Seq, entry)
	if errors.Is(err, journal.ErrUnknownOutcome) {
		err = t.reconcile(ctx, entry, err)
	}
	if err == nil {
		t.head = journal.Head{Seq: entry.Seq, Hash: entry.Hash}
	}
	return err
}

// reconcile opens the journal again and looks whether the act is there.
func (t *Table) reconcile(ctx context.Context, entry journal.Entry, cause error) error {
	if t.opts.Reopen == nil {
		t.broken = ErrStorage
		return cause
	}
	_ = t.journal.Close() // it takes no more in any case
	again, err := t.opts.Reopen()
	if err != nil {
		t.broken = ErrStorage
		return errors.Join(cause, err)
	}
	t.journal = again
	head, err := again.Head(ctx)
	switch {
	case err != nil:
		t.broken = ErrStorage
		return errors.Join(cause, err)
	case head.Seq == entry.Seq && head.Hash == entry.Hash:
		return nil // it is there after all
	case head == t.head:
		return cause // it is not; the command may be given again
	}
	t.broken = ErrStorage
	return cause
}

// forget removes the keys of expunged words, and unsent drafts at ENDEX.
func (t *Table) forget(ctx context.Context, act exercise.Act, name string) error {
	if words := expunged(act); len(words) > 0 {
		if err := t.roster.ForgetWordKeys(ctx, name, words...); err != nil {
			return err
		}
	}
	for _, e := range act.Events {
		if p, ok := e.(exercise.PhaseEntered); ok && p.Announce == "ENDEX" {
			t.forgetOpened()
			return t.roster.ForgetTraces(ctx, name)
		}
	}
	return nil
}

// publish makes an act visible and wakes those who may see it.
func (t *Table) publish(next exercise.State, act exercise.Act) {
	rooms := next.Audience(act)
	views := roomViews(next, t.views, rooms)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.state, t.views = next, views
	if closes(act) {
		t.closed = t.head
	}
	for _, r := range rooms {
		t.changed[r] = act.Seq
	}
	t.wake(rooms, false)
	select {
	case t.stir <- struct{}{}:
	default:
	}
}

// roomViews builds anew the views of the tables among the rooms given; the
// others stay as they are.
func roomViews(s exercise.State, prev map[exercise.RoomID]*exercise.RoomView, changed []exercise.RoomID) map[exercise.RoomID]*exercise.RoomView {
	views := map[exercise.RoomID]*exercise.RoomView{}
	for _, r := range s.Tables() {
		views[r] = prev[r]
		if views[r] == nil || contains(changed, r) {
			views[r] = s.Room(r, prev[r])
		}
	}
	return views
}

func contains(rooms []exercise.RoomID, want exercise.RoomID) bool {
	for _, r := range rooms {
		if r == want {
			return true
		}
	}
	return false
}

// run keeps the clock: it submits a tick when something falls due.
func (t *Table) run() {
	go func() {
		defer close(t.done)
		for {
			due, ok := t.State().Due()
			wait := time.Hour
			if ok {
				wait = time.Duration(due.At-t.clock()) * time.Millisecond
			}
			timer := time.NewTimer(max(wait, 0))
			select {
			case <-t.open.Done():
				timer.Stop()
				return
			case <-t.stir:
				timer.Stop()
			case <-timer.C:
				t.tick()
			}
		}
	}()
}

// clock is now for the clock's own goroutine.
func (t *Table) clock() int64 {
	t.turn.Lock()
	defer t.turn.Unlock()
	return t.now()
}

// tick decides what is due now. Where the journal cannot be written it tries
// again a second later rather than at once.
func (t *Table) tick() {
	t.turn.Lock()
	err := t.settle(context.Background(), t.now())
	t.turn.Unlock()
	if err != nil {
		pause := time.NewTimer(time.Second)
		defer pause.Stop()
		select {
		case <-pause.C:
		case <-t.open.Done():
		}
	}
}
