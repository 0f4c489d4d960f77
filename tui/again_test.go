package tui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal/journaltest"
	"kefi/tui/replay"
)

// closed shows the page of an exercise that is over.
func closed(room *exercise.RoomView) { room.Phase = exercise.Closed }

// replays sits at a closed exercise whose record can be seen again.
func replays(t *testing.T, open func(context.Context, replay.Sheet) (*replay.Player, error)) (*terminal, *fakeTable, func() error) {
	x, table := newTerminal(t), newTable()
	table.room = closed
	ended := sits(t.Context(), x, nil, Options{Table: table, Store: &fakeStore{drafts: map[string]string{}}, Replay: open})
	x.await("Closed")
	return x, table, ended
}

func keptPlayer(t *testing.T) func(context.Context, replay.Sheet) (*replay.Player, error) {
	acts := journaltest.Kept(t, "../exercise/testdata/journals/0.1.0-copycat")
	return func(_ context.Context, sheet replay.Sheet) (*replay.Player, error) {
		r, err := replay.Open(acts)
		if err != nil {
			return nil, err
		}
		return replay.NewPlayer(r, "arcadia", sheet, true)
	}
}

func TestAReplayLiesOverTheScreen(t *testing.T) {
	x, table, ended := replays(t, keptPlayer(t))
	x.typed("/replay\r")
	x.await("REPLAY EXERCISE")
	x.await("Before you sit down")
	x.typed("s")
	x.await("as your own seat saw it")
	x.forget()
	x.typed("\x1b[F") // End
	x.await("Closing report")
	x.forget()
	x.typed("q")
	x.await("What you made together")
	x.typed("a draft")
	x.await("a draft")
	_ = x.keys.Close()
	if err := ended(); err != nil {
		t.Errorf("it ends with %v", err)
	}
	if len(table.said) > 0 {
		t.Errorf("the exercise heard %v", table.said)
	}
}

func TestTheRealWorldEndsAReplay(t *testing.T) {
	x, table, ended := replays(t, keptPlayer(t))
	x.typed("/replay\r")
	x.await("REPLAY EXERCISE")
	x.forget()
	table.happen(func() { table.room = func(r *exercise.RoomView) { r.RealWorld = true } })
	x.await("REAL WORLD - NOT EXERCISE")
	if strings.Contains(x.text(), "REPLAY EXERCISE") {
		t.Error("the replay is still in sight")
	}
	_ = x.keys.Close()
	_ = ended()
}

func TestAReplayThatCannotBeHad(t *testing.T) {
	for says, open := range map[string]func(context.Context, replay.Sheet) (*replay.Player, error){
		"There is no replay to be had here.": nil,
		"the record cannot be read": func(context.Context, replay.Sheet) (*replay.Player, error) {
			return nil, errors.New("the record cannot be read")
		},
	} {
		x, _, ended := replays(t, open)
		x.typed("/replay\r")
		x.await(says)
		_ = x.keys.Close()
		_ = ended()
	}
}
