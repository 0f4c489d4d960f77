package main

import (
	"context"
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

// record is a journal as it was read when the exercise stood at state.
type record struct {
	state   exercise.State
	acts    []exercise.Act
	head    journal.Head
	keys    transcript.Keys
	journal journal.Journal
}

// readRecord reads what was recorded until state, and nothing that came since.
func readRecord(ctx context.Context, j journal.Journal, r roster.Words, name string, state exercise.State) (*record, error) {
	cut := upTo{j, state.Seq()}
	acts, head, err := conduct.Acts(ctx, cut, r, name)
	if err != nil {
		return nil, err
	}
	keys, err := keysOf(ctx, r, name)
	return &record{state, acts, head, keys, cut}, err
}

// source is what a seat's exports are made from.
func (x *record) source(ctx context.Context, seat exercise.SeatID) (*transcript.Source, error) {
	v, err := viewOf(x.state, seat)
	s := &transcript.Source{
		Name: x.state.Name(), View: v, Acts: x.acts, State: x.state, Entries: x.journal.Read(ctx, -1), Keys: x.keys, Replay: castOf,
	}
	if x.state.Phase() == exercise.Closed {
		s.Head = x.head
	}
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
