package tui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/rehearsal"
	"kefi/tui/rehearsal/rehearsaltest"
	"kefi/tui/words"
)

// inLobby shows the lobby at a table.
func inLobby(room *exercise.RoomView) { room.Phase = exercise.Lobby }

// rehearses sits in the lobby with rehearsals to be had, and begins one.
func rehearses(t *testing.T) (*terminal, *fakeTable, *fakeStore, func() error) {
	x, table, store := newTerminal(t), newTable(), &fakeStore{drafts: map[string]string{}}
	table.room = inLobby
	ended := sits(t.Context(), x, nil, Options{
		Table: table, Store: store,
		Rehearse: func(context.Context, *words.Language) (Table, error) {
			return rehearsaltest.NewTable(rehearsaltest.Open(t, rehearsal.Newcomer{Name: "Arcadia"}, now())), nil
		},
	})
	x.await("Before we start")
	x.typed("/rehearse\r")
	x.await("1 of 3")
	return x, table, store, ended
}

func TestARehearsalTouchesNothing(t *testing.T) {
	x, table, store, ended := rehearses(t)
	x.await("REHEARSAL")
	x.typed("hello\r")
	x.await("2 of 3")
	x.typed("held, not sent\r")
	x.await("Held.")
	x.forget()
	x.typed("\x1b")
	x.await("Before we start")
	x.typed("a draft")
	x.await("a draft")
	_ = x.keys.Close()
	if err := ended(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if len(table.said) > 0 {
		t.Errorf("the exercise heard %v", table.said)
	}
	delete(store.drafts, "seen") // until when the seat was looked at
	if len(store.drafts) != 1 || store.drafts["line"] != "a draft" {
		t.Errorf("the seat keeps %v", store.drafts)
	}
}

func TestTheExerciseReachesIntoARehearsal(t *testing.T) {
	x, table, _, ended := rehearses(t)
	table.happen(func() { table.room = nil })
	x.await("The exercise has begun.")
	x.forget()
	table.happen(func() { table.room = func(r *exercise.RoomView) { r.RealWorld = true } })
	x.await("REAL WORLD - NOT EXERCISE")
	x.typed("\x03y")
	if strings.Contains(x.text(), "1 of 3") {
		t.Error("the rehearsal is still in sight")
	}
	_ = x.keys.Close()
	_ = ended()
}

func TestTheEndOfTheTableEndsARehearsal(t *testing.T) {
	_, table, _, ended := rehearses(t)
	taken := errors.New("another window has taken this seat")
	table.happen(func() { table.ended = taken })
	if err := ended(); !errors.Is(err, taken) {
		t.Errorf("the session ends with %v", err)
	}
}

func TestARehearsalThatCannotBegin(t *testing.T) {
	x, table := newTerminal(t), newTable()
	table.room = inLobby
	ended := sits(t.Context(), x, nil, Options{
		Table: table, Store: &fakeStore{drafts: map[string]string{}},
		Rehearse: func(context.Context, *words.Language) (Table, error) {
			return nil, errors.New("Many people rehearse just now.")
		},
	})
	x.await("Before we start")
	x.typed("/rehearse\r")
	x.await("Many people rehearse just now.")
	_ = x.keys.Close()
	_ = ended()
}

// A table may be a rehearsal's by itself, for somebody without a seat.
func TestAStrangersRehearsal(t *testing.T) {
	x := newTerminal(t)
	table := rehearsaltest.NewTable(rehearsaltest.Open(t, rehearsal.Newcomer{Name: "Visitor"}, now()))
	ended := sits(t.Context(), x, nil, Options{Table: table, Rehearsing: true})
	x.await("1 of 3")
	x.typed("/look mono\r")
	x.await("drawn mono")
	x.typed("\x1b")
	if err := ended(); err != nil {
		t.Errorf("it ends with %v", err)
	}
}
