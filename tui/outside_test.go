package tui

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/words"
)

const (
	progress     = "\x1b]9;4;1;"
	progressOver = "\x1b]9;4;0\x1b\\"
	titleBack    = "\x1b[23;2t"
)

// takesTurn seats somebody at a terminal that answers so, gives them the floor,
// waits for what is written of it, and gives all that was written when they
// have left.
func takesTurn(t *testing.T, answer string, awaited ...string) string {
	t.Helper()
	x, table := newTerminal(t), newTable()
	ended := seat(t.Context(), x, table, &fakeStore{drafts: map[string]string{}}, nil)
	x.await("The Copycat Accord")
	x.typed(answer)
	table.happen(func() {
		table.floor = exercise.FloorView{Mode: "rounds", Speaker: "arcadia", Until: now() + 90_000}
	})
	for _, sequence := range awaited {
		x.awaitRaw(sequence)
	}
	x.typed("/leave\r")
	if err := ended(); err != nil {
		t.Error(err)
	}
	return x.raw()
}

// Progress goes to terminals that are known to show it: others may post a
// notification for each change.
func TestTheFloorCountsDownInTheTab(t *testing.T) {
	for _, c := range []struct {
		given, answer string
		want          bool
	}{
		{"a terminal that shows it", "\x1bP>|ghostty 1.2.0\x1b\\", true},
		{"Windows Terminal", "\x1b[>0;10;1c", true},
		{"one that posts a notification", "\x1bP>|iTerm2 3.5.10\x1b\\", false},
		{"one that says nothing", "", false},
	} {
		t.Run(c.given, func(t *testing.T) {
			awaited := []string{"\x1b]2;Your turn · The Copycat Accord · EXERCISE EXERCISE EXERCISE"}
			if c.want {
				awaited = append(awaited, progress)
			}
			raw := takesTurn(t, c.answer, awaited...)
			if strings.Contains(raw, progress) != c.want || strings.Contains(raw, progressOver) != c.want {
				t.Errorf("progress is written: %v, and ended: %v", strings.Contains(raw, progress), strings.Contains(raw, progressOver))
			}
			if !strings.HasSuffix(raw[:strings.LastIndex(raw, titleBack)+len(titleBack)], titleBack) {
				t.Error("the title is not put back")
			}
		})
	}
}

// A terminal that lists its programs is told what waits for the person, and
// nobody else is.
func TestWhatWaitsIsToldToTheListOfPrograms(t *testing.T) {
	const report, blocked, over = "\x1b]7501;state=", "\x1b]7501;state=blocked:id=kefi:kind=question:app=kefi:msg=WW91ciB0dXJu\x1b\\", "\x1b]7501;state=clear:id=kefi\x1b\\"
	for _, c := range []struct {
		given, answer string
		want          bool
	}{
		{"one that lists them", "\x1b]7501;?\x1b\\", true},
		{"one that does not", "", false},
	} {
		t.Run(c.given, func(t *testing.T) {
			awaited := []string{"\x1b]2;Your turn"}
			if c.want {
				awaited = append(awaited, blocked)
			}
			if raw := takesTurn(t, c.answer, awaited...); strings.Contains(raw, report) != c.want || strings.Contains(raw, over) != c.want {
				t.Errorf("a report is written: %v, and cleared: %v", strings.Contains(raw, report), strings.Contains(raw, over))
			}
		})
	}
}

func TestTheBellIsOffUntilItIsTurnedOn(t *testing.T) {
	x, table, store := newTerminal(t), newTable(), &fakeStore{drafts: map[string]string{}}
	ended := seat(t.Context(), x, table, store, nil)
	x.await("The Copycat Accord")
	asks := func(text string) {
		table.happen(func() { table.forYou = append(table.forYou, exercise.Notice{Text: words.Phrase(text)}) })
	}
	asks("Hydra asks: Would 48 hours do?")
	x.awaitRaw("1 thing for you")
	if strings.Contains(x.raw(), "\a") {
		t.Error("it rings though nobody asked for that")
	}
	x.typed("/bell on\r")
	x.await("The bell is on")
	heard := strings.Count(x.raw(), "\a")
	asks("You are next to speak.")
	x.awaitRaw("2 things for you")
	if got := strings.Count(x.raw(), "\a"); got != heard+1 {
		t.Errorf("it rings %d times", got-heard)
	}
	x.typed("/leave\r")
	if err := ended(); err != nil {
		t.Error(err)
	}
	if got := store.likes["bell"]; got != "on" {
		t.Errorf("the seat keeps %q", got)
	}
}
