package main

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// alone is one person at the first table, where scripts play the rest.
type alone struct {
	*testing.T
	house *house
	table *conduct.Table
	seat  *conduct.Seat
	rise  func(gone bool)
	leave func()
}

func aloneAs(t *testing.T, id exercise.SeatID) *alone {
	t.Helper()
	sc, err := loadScenario("first-table")
	if err != nil {
		t.Fatal(err)
	}
	sc.Robots = true
	r := roster.NewMemory()
	table, err := conduct.Create(t.Context(), &journal.Memory{}, r, exercise.Begin{Name: "demo", Scenario: sc, Seed: 1, Version: version}, conduct.Options{})
	if err != nil {
		t.Fatal(err)
	}
	h := &house{roster: r, tables: map[string]*conduct.Table{"demo": table}}
	seat, err := table.Seat(id)
	if err != nil {
		t.Fatal(err)
	}
	return &alone{T: t, house: h, table: table, seat: seat, leave: h.standIns(t.Context())}
}

func (a *alone) close() {
	a.leave()
	if err := a.table.Close(); err != nil {
		a.Error(err)
	}
}

func (a *alone) sit() {
	a.Helper()
	rise, err := a.seat.Sit(a.Context(), "screen")
	if err != nil {
		a.Fatal(err)
	}
	a.rise = rise
}

func (a *alone) do(lines ...string) {
	a.Helper()
	for _, line := range lines {
		c, err := readLine(line)
		if err == nil {
			_, err = a.seat.Submit(context.Background(), c)
		}
		if err != nil {
			a.Fatalf("%s: %v", line, err)
		}
	}
}

func (a *alone) feed() string {
	var b strings.Builder
	for _, l := range a.seat.View().Room.Feed {
		b.WriteString(time.Duration(l.Scenario*int64(time.Millisecond)).Round(time.Second).String() + " " + string(l.Team) + string(l.Seat) + " " + l.Text + "\n")
	}
	return b.String()
}

// outcome is the first line of the minutes.
func (a *alone) outcome() string { return a.seat.View().Room.Closing.Outcome.String() }

func (a *alone) wants(words ...string) {
	a.Helper()
	feed := a.feed()
	for _, w := range words {
		if !strings.Contains(feed, w) {
			a.Errorf("the record does not say %q:\n%s", w, feed)
		}
	}
}

// Somebody alone sees the table move: nothing happens before they are ready,
// and whoever gives what costs little gets what matters most.
func TestSomebodyAloneReachesAText(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := aloneAs(t, "norrow")
		defer a.close()
		time.Sleep(time.Minute)
		if feed := a.feed(); feed != "" {
			t.Errorf("scripts play for nobody:\n%s", feed)
		}
		a.sit()
		time.Sleep(2 * time.Minute)
		if phase := a.table.State().Phase(); phase != exercise.Lobby {
			t.Fatalf("it is the %s before the only person is ready", phase)
		}
		a.rise(true)
		time.Sleep(time.Minute)
		if phase := a.table.State().Phase(); phase != exercise.Lobby {
			t.Fatalf("it is the %s once the only person has left", phase)
		}
		a.sit()
		time.Sleep(10 * time.Second)
		a.do("agree", "ready")
		time.Sleep(20 * time.Second)
		a.wants("pellwater is played by a script.", "lampwell is played by a script.", "chair is played by a script.", "First reading is open")
		a.do("prefer 1.1a/1", "prefer 2.1a/1", "prefer 2.2a/2")
		time.Sleep(time.Minute)
		a.do("can-live 2.1a/2", "can-live 2.2a/1")
		for range 120 {
			if time.Sleep(5 * time.Second); a.table.State().Phase() == exercise.Closing {
				break
			}
		}
		a.do("sign")
		time.Sleep(time.Minute)
		if got := a.outcome(); !strings.Contains(got, "dopted and signed") {
			t.Errorf("the outcome is %q:\n%s", got, a.feed())
		}
		a.wants(`On 1.1a/1 "the Government of Norrow". No objection: so decided.`, "We bring this: the readings of every gauge")
	})
}

// Scripts give way only as far as a text is better for their team than none:
// who gives nothing gets no text, and who says nothing has agreed to nothing.
func TestScriptsDoNotGiveEverything(t *testing.T) {
	for name, stances := range map[string][]string{
		"who gives nothing": {"prefer 1.1a/2", "prefer 2.1a/1", "prefer 2.2a/1"},
		"who says nothing":  nil,
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := aloneAs(t, "lampwell")
				defer a.close()
				a.sit()
				a.do("agree", "ready")
				time.Sleep(20 * time.Second)
				a.do(stances...)
				time.Sleep(25 * time.Minute)
				if got := a.outcome(); strings.Contains(got, "dopted") {
					t.Errorf("the outcome is %q:\n%s", got, a.feed())
				}
			})
		})
	}
}

// Who only watches sees three scripts agree.
func TestWhoWatchesSeesThreeScriptsAgree(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := aloneAs(t, "observer")
		defer a.close()
		a.sit()
		time.Sleep(20 * time.Minute)
		if got := a.outcome(); !strings.Contains(got, "dopted and signed") {
			t.Errorf("the outcome is %q:\n%s", got, a.feed())
		}
	})
}

// Without people nothing moves, and play goes on where it stood.
func TestPlayWaitsForWhoHasLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := aloneAs(t, "norrow")
		defer a.close()
		a.sit()
		a.do("agree", "ready")
		time.Sleep(time.Minute)
		a.rise(true)
		time.Sleep(2 * time.Minute)
		before := a.table.State()
		time.Sleep(time.Hour)
		after := a.table.State()
		if before.Seq() != after.Seq() || before.Via("pellwater") != "" || before.Via("chair") != "" {
			t.Errorf("scripts play on without anybody: %d acts more", after.Seq()-before.Seq())
		}
		a.sit()
		time.Sleep(30 * time.Second)
		clocks := a.seat.View().Room.Clocks
		if !clocks.TableRunning || !clocks.ScenarioRunning || a.table.State().Via("chair") != "script" {
			t.Errorf("play does not go on: %+v", clocks)
		}
	})
}

// A closed exercise is only read: scripts do not come back to it, however long
// somebody stays.
func TestScriptsLeaveAClosedExerciseAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := aloneAs(t, "chair")
		defer a.close()
		a.sit()
		a.do("agree", "start", "phase closing", "phase hot-wash", "end", "phase closed")
		time.Sleep(time.Minute)
		before := a.table.State()
		time.Sleep(10 * time.Minute)
		if after := a.table.State(); before.Phase() != exercise.Closed || after.Seq() != before.Seq() {
			t.Errorf("it is %s, and scripts have %d acts more on record", before.Phase(), after.Seq()-before.Seq())
		}
	})
}

// A person takes a script's seat at any time, on a screen or by verbs.
func TestAPersonTakesAScriptsSeat(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := aloneAs(t, "norrow")
		defer a.close()
		a.sit()
		a.do("agree", "ready")
		time.Sleep(time.Minute)

		pellwater, err := a.table.Seat("pellwater")
		if err != nil {
			t.Fatal(err)
		}
		rise, err := pellwater.Sit(t.Context(), "plain")
		if err != nil {
			t.Fatal(err)
		}
		a.house.relieve("demo", "lampwell") // as a verb does
		lampwell, err := a.table.Seat("lampwell")
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []exercise.Command{exercise.Agree{}, exercise.Hand{}} {
			if _, err := lampwell.Submit(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(5 * time.Minute)
		if s := a.table.State(); s.Via("pellwater") != "plain" || s.Via("lampwell") != "" {
			t.Errorf("pellwater is played by %q, lampwell by %q", s.Via("pellwater"), s.Via("lampwell"))
		}
		rise(true)
		time.Sleep(10 * time.Minute)
		if s := a.table.State(); s.Via("pellwater") != "script" || s.Via("lampwell") != "script" {
			t.Errorf("nobody plays on for who has left: %q, %q", s.Via("pellwater"), s.Via("lampwell"))
		}
	})
}
