package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// copies makes exports of live exercises beside the table's own work, a few at
// a time, so that play does not wait for them.
type copies struct {
	house *house
	slots chan struct{}

	mu   sync.Mutex
	read map[string]*record // by exercise, as last read; for a while
}

// recordKept is how long a record that was read serves others who copy, as
// long as nothing is added to it: many copy at once when an exercise closes.
const recordKept = time.Minute

func newCopies(h *house, atOnce int) *copies {
	return &copies{house: h, slots: make(chan struct{}, max(atOnce, 1)), read: map[string]*record{}}
}

// errGone: the exercise was closed meanwhile.
var errGone = errors.New("that exercise is no longer held here")

// source is what the seat's exports are made from now.
func (c *copies) source(ctx context.Context, name string, seat exercise.SeatID) (*transcript.Source, error) {
	if err := c.begin(ctx); err != nil {
		return nil, err
	}
	defer c.end()
	x, err := c.record(ctx, name)
	if err != nil {
		return nil, err
	}
	return x.source(ctx, seat)
}

// record reads an exercise. Words that are removed while it is read are not to
// be in it: then it is read again.
func (c *copies) record(ctx context.Context, name string) (x *record, err error) {
	for range 3 {
		t := c.house.table(name)
		if t == nil {
			return nil, errGone
		}
		state := t.State()
		if x := c.kept(name); x != nil && x.state.Seq() == state.Seq() {
			return x, nil
		}
		if x, err = readRecord(ctx, t.Journal(), c.house.roster, name, state); err == nil {
			c.keep(name, x)
			break
		}
	}
	return x, err
}

func (c *copies) kept(name string) *record {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.read[name]
}

func (c *copies) keep(name string, x *record) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read[name] = x
	time.AfterFunc(recordKept, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.read[name] == x {
			delete(c.read, name)
		}
	})
}

// write makes one export. A refusal is a sentence for the seat.
func (c *copies) write(ctx context.Context, e transcript.Export, s *transcript.Source) ([]byte, error) {
	if err := e.NotNow(s.View); err != nil {
		return nil, err
	}
	if err := c.begin(ctx); err != nil {
		return nil, err
	}
	defer c.end()
	return whole(e, s)
}

func (c *copies) begin(ctx context.Context) error {
	select {
	case c.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *copies) end() { <-c.slots }
