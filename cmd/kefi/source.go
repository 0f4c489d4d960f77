package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
	"kefi/exercise/transcript"
	"kefi/tui/replay"
)

// sourceOf gathers what a seat's exports are made from, as the exercise stands
// at state; what was recorded since is not in them.
func sourceOf(ctx context.Context, j journal.Journal, r roster.Words, name string, state exercise.State, seat exercise.SeatID) (*transcript.Source, error) {
	cut := upTo{j, state.Seq()}
	acts, head, err := conduct.Acts(ctx, cut, r, name)
	if err != nil {
		return nil, err
	}
	s := &transcript.Source{Name: name, Acts: acts, State: state, Entries: cut.Read(ctx, -1), Replay: castOf}
	if s.Keys, err = keysOf(ctx, r, name); err != nil {
		return nil, err
	}
	if state.Phase() == exercise.Closed {
		s.Head = head
	}
	s.View, err = viewOf(state, seat)
	return s, err
}

// castOf draws what a seat saw.
func castOf(w io.Writer, s *transcript.Source) error {
	return replay.Cast(w, s.Acts, s.View.Own.Seat, s.Provenance())
}

// viewOf is what the seat sees; its room's part is made anew.
func viewOf(state exercise.State, seat exercise.SeatID) (*exercise.View, error) {
	own := state.Own(seat)
	if own == nil {
		return nil, fmt.Errorf("there is no seat %q in %s; `kefi seats` lists them", seat, state.Name())
	}
	return &exercise.View{Schema: exercise.ViewSchema, Room: state.Room(state.HomeRoom(seat), nil), Own: own}, nil
}

func keysOf(ctx context.Context, r roster.Words, name string) (transcript.Keys, error) {
	keys, err := r.WordKeys(ctx, name)
	return func(id exercise.WordID) (journal.Key, bool) { k, ok := keys[id]; return k, ok }, err
}

// upTo is a journal as it was when it ended with an act.
type upTo struct {
	journal.Journal
	last int64
}

// Read ends with the last act.
func (u upTo) Read(ctx context.Context, after int64) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		for e, err := range u.Journal.Read(ctx, after) {
			if err == nil && e.Seq > u.last || !yield(e, err) {
				return
			}
		}
	}
}

// copies makes exports of live exercises beside the table's own work, a few at
// a time, so that play does not wait for them.
type copies struct {
	house *house
	slots chan struct{}
}

func newCopies(h *house, atOnce int) *copies {
	return &copies{house: h, slots: make(chan struct{}, max(atOnce, 1))}
}

// errGone: the exercise was closed meanwhile.
var errGone = errors.New("that exercise is no longer held here")

// source is what the seat's exports are made from now. Words that are removed
// while the record is read are not in it: it is read again.
func (c *copies) source(ctx context.Context, name string, seat exercise.SeatID) (s *transcript.Source, err error) {
	if err := c.begin(ctx); err != nil {
		return nil, err
	}
	defer c.end()
	for range 3 {
		t := c.house.table(name)
		if t == nil {
			return nil, errGone
		}
		if s, err = sourceOf(ctx, t.Journal(), c.house.roster, name, t.State(), seat); err == nil || ctx.Err() != nil {
			break
		}
	}
	return s, err
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
