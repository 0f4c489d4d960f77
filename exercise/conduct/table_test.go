package conduct

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// scenario is a table of three teams with one clause and one point.
func scenario() exercise.Scenario {
	sc := exercise.Scenario{
		Name: "small", Title: "Small Accord", Zone: "UTC", Procedure: exercise.Lateral,
		Clauses: []exercise.ClauseSpec{{ID: "1", Title: exercise.T("Notice"), Paras: []exercise.Text{exercise.T("Notice within [24 | 72] hours.")}}},
		Agenda:  []exercise.AgendaItem{{Name: "endgame", Kind: exercise.Endgame, Minutes: 10}},
		Times: exercise.Times{
			Turn: 60_000, Gavel: 30_000, Wait: 60_000, Put: 120_000, Settle: 15_000, Order: 60_000,
			Reading: 45_000, Reflect: 90_000,
		},
		Injects: []exercise.Inject{{ID: "I1", From: "CERT", To: []string{"all"}, At: 5 * 60_000, Title: exercise.T("Outage"), Body: exercise.T("It is dark.")}},
	}
	for id, track := range map[exercise.TeamID]exercise.Track{"arcadia": exercise.Kappa, "hydra": exercise.Epsilon, "plumb": exercise.Phi} {
		sc.Teams = append(sc.Teams, exercise.Team{ID: id, Name: string(id), Track: track, Seats: []exercise.SeatID{exercise.SeatID(id)}})
		sc.Seats = append(sc.Seats, exercise.Seat{ID: exercise.SeatID(id), Name: string(id), Team: id, Roles: []exercise.Role{exercise.Delegate}})
	}
	sc.Seats = append(sc.Seats,
		exercise.Seat{ID: "chair", Name: "Chair", Roles: []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell}},
		exercise.Seat{ID: "recorder", Name: "Recorder", Roles: []exercise.Role{exercise.Recorder}})
	return sc
}

// rig is a live table with everybody seated and the table open.
type rig struct {
	testing.TB
	table   *Table
	journal journal.Journal
	roster  roster.Roster
}

func newRig(t testing.TB, j journal.Journal, opts Options) *rig {
	t.Helper()
	r := roster.NewMemory()
	table, err := Create(t.Context(), j, r, exercise.Begin{Name: "small", Scenario: scenario(), Version: "test"}, opts)
	if err != nil {
		t.Fatal(err)
	}
	return &rig{t, table, j, r}
}

func (r *rig) seat(id exercise.SeatID) *Seat {
	r.Helper()
	s, err := r.table.Seat(id)
	if err != nil {
		r.Fatal(err)
	}
	return s
}

func (r *rig) do(id exercise.SeatID, c exercise.Command) exercise.Receipt {
	r.Helper()
	receipt, err := r.seat(id).Submit(r.Context(), c)
	if err != nil {
		r.Fatalf("%s: %s: %v", id, exercise.CommandName(c), err)
	}
	return receipt
}

func (r *rig) open() *rig {
	r.Helper()
	for _, id := range []exercise.SeatID{"arcadia", "hydra", "plumb", "chair", "recorder"} {
		if _, err := r.seat(id).Sit(r.Context(), "screen"); err != nil {
			r.Fatal(err)
		}
		r.do(id, exercise.Agree{})
	}
	r.do("chair", exercise.Start{})
	return r
}

func (r *rig) close() {
	if err := r.table.Close(); err != nil {
		r.Error(err)
	}
}

func TestWhatFallsDueHappensByItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		defer r.close()
		r.do("chair", exercise.Gavel{X: "1.1a/1"})
		time.Sleep(29 * time.Second)
		synctest.Wait()
		if got := r.seat("hydra").View().Room; len(got.Standing) != 1 {
			t.Fatalf("after 29 s the gavel stands: %+v", got.Standing)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		room := r.seat("hydra").View().Room
		if len(room.Standing) != 0 || room.Clauses[0].Paras[0].Nodes[0].Text != "Notice within 24 hours." {
			t.Fatalf("after 31 s the text is %+v", room.Clauses[0].Paras[0].Nodes)
		}
		// The inject of minute 5 is out at minute 5, and stops the table clock.
		time.Sleep(5*time.Minute - 31*time.Second + time.Second)
		synctest.Wait()
		room = r.seat("hydra").View().Room
		if len(room.Incidents) != 1 || room.Clocks.TableRunning {
			t.Fatalf("incidents %+v, clocks %+v", room.Incidents, room.Clocks)
		}
		if at := room.Incidents[0].Scenario; at != 5*60_000 {
			t.Errorf("it came at %d ms of story time", at)
		}
		time.Sleep(46 * time.Second)
		synctest.Wait()
		if !r.seat("hydra").View().Room.Clocks.TableRunning {
			t.Error("the table clock goes on after the reading time")
		}
	})
}

func TestReadersSeeEverythingOnceAndInOrder(t *testing.T) {
	r := newRig(t, &journal.Memory{}, Options{ActsPerMinute: 1_000_000}).open()
	defer r.close()
	const writers, each, readers = 3, 60, 24
	var work, read sync.WaitGroup
	total := len(r.seat("recorder").View().Room.Feed) + writers*each
	for i := range readers {
		seat := r.seat([]exercise.SeatID{"arcadia", "hydra", "plumb", "recorder"}[i%4])
		read.Go(func() {
			cursor, last := int64(-1), 0
			for last < total {
				v, next, err := seat.Next(t.Context(), cursor)
				if err != nil {
					t.Error(err)
					return
				}
				for k := last; k < len(v.Room.Feed); k++ {
					if v.Room.Feed[k].No != fmt.Sprint(k+1) {
						t.Errorf("line %d has number %s", k+1, v.Room.Feed[k].No)
					}
				}
				cursor, last = next, len(v.Room.Feed)
			}
		})
	}
	for range writers {
		work.Go(func() {
			for k := range each {
				r.do("chair", exercise.Say{Words: exercise.T(fmt.Sprintf("line %d", k))})
			}
		})
	}
	work.Wait()
	read.Wait()
}

func TestACursorPassesWhatASeatMayNotSee(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		defer r.close()
		_, cursor, err := r.seat("hydra").Next(t.Context(), -1)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		woken := make(chan error, 1)
		go func() { _, _, err := r.seat("hydra").Next(ctx, cursor); woken <- err }()
		r.do("arcadia", exercise.SpeakRoom{Words: exercise.T("between us")})
		if err := <-woken; !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("another team's room woke Hydra: %v", err)
		}
	})
}

func TestARestartGoesOnWithClocksPaused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := &journal.Memory{}
		r := newRig(t, j, Options{}).open()
		r.do("chair", exercise.Say{Words: exercise.T("before")})
		before := r.seat("hydra").View()
		r.close()
		time.Sleep(7 * time.Minute)
		again, err := Open(t.Context(), j, r.roster, "small", Options{})
		if err != nil {
			t.Fatal(err)
		}
		r2 := &rig{t, again, j, r.roster}
		defer r2.close()
		v := r2.seat("hydra").View()
		if v.Room.Clocks.ScenarioRunning || v.Room.Clocks.TableRunning || v.Room.Clocks.Scenario != before.Room.Clocks.Scenario {
			t.Errorf("clocks are %+v, were %+v", v.Room.Clocks, before.Room.Clocks)
		}
		feed := v.Room.Feed
		if n := len(before.Room.Feed); len(feed) != n+3 || feed[n-1].Text != "before" || !strings.Contains(feed[n].Text, "away for 7 min") {
			t.Errorf("the feed ends with %+v", feed[max(0, n-1):])
		}
		r2.do("chair", exercise.Resume{})
		if c := r2.seat("hydra").View().Room.Clocks; !c.ScenarioRunning {
			t.Errorf("after resume the clocks are %+v", c)
		}
	})
}

func TestHotWashAnswersAreUnseenUntilAllAreShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		defer r.close()
		r.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
		r.do("chair", exercise.EnterPhase{Phase: exercise.HotWash})
		r.do("chair", exercise.Question{Words: exercise.T("What to keep?")})
		for id, words := range map[exercise.SeatID]string{"hydra": "the clock", "arcadia": "an equal table"} {
			if err := r.seat(id).Reflect(t.Context(), words); err != nil {
				t.Fatal(err)
			}
		}
		if b := r.seat("plumb").View().Room.HotWash.Boards; len(b) != 0 {
			t.Fatalf("answers are shown early: %+v", b)
		}
		time.Sleep(91 * time.Second)
		synctest.Wait()
		b := r.seat("plumb").View().Room.HotWash.Boards
		if len(b) != 1 || b[0].Answers[0].Text != "an equal table" || b[0].Answers[1].Text != "the clock" {
			t.Errorf("boards are %+v", b)
		}
	})
}

// The server stopped after the answers were on record and before they were
// cleared: the next question begins with none.
func TestAnswersAreNotShownTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		r.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
		r.do("chair", exercise.EnterPhase{Phase: exercise.HotWash})
		r.close()
		hydra := roster.Place{Exercise: "small", Seat: "hydra"}
		if err := r.roster.AddPending(t.Context(), hydra, "left over"); err != nil {
			t.Fatal(err)
		}
		table, err := Open(t.Context(), r.journal, r.roster, "small", Options{})
		if err != nil {
			t.Fatal(err)
		}
		again := &rig{t, table, r.journal, r.roster}
		defer again.close()
		again.do("chair", exercise.Resume{})
		again.do("chair", exercise.Question{Words: exercise.T("What to change?")})
		time.Sleep(91 * time.Second)
		synctest.Wait()
		if b := again.seat("plumb").View().Room.HotWash.Boards; len(b) != 1 || len(b[0].Answers) != 0 {
			t.Errorf("boards are %+v", b)
		}
	})
}

func TestComingAndGoingIsBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{ActsPerMinute: 6})
		defer r.close()
		came := 0
		for range 20 {
			if rise, err := r.seat("plumb").Sit(t.Context(), "plain"); err == nil {
				came++
				rise(true)
			} else if !errors.Is(err, exercise.ErrNotNow) {
				t.Fatal(err)
			}
		}
		if came == 0 || came > 6 {
			t.Errorf("a seat was taken %d times at once, with 6 acts a minute", came)
		}
		time.Sleep(10 * time.Second)
		if _, err := r.seat("plumb").Sit(t.Context(), "plain"); err != nil {
			t.Errorf("a moment later: %v", err)
		}
	})
}

func TestADroppedLineIsLeftAfterItsGrace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := newRig(t, &journal.Memory{}, Options{}).open()
		defer r.close()
		rise, err := r.seat("hydra").Sit(t.Context(), "screen") // a second window
		if err != nil {
			t.Fatal(err)
		}
		rise(false)
		time.Sleep(time.Minute)
		synctest.Wait()
		if via := r.table.State().Via("hydra"); via != "screen" {
			t.Errorf("one window is left open, yet the record says %q", via)
		}
	})
}

func TestWordsThatAreExpungedAreForgotten(t *testing.T) {
	r := newRig(t, &journal.Memory{}, Options{}).open()
	no := r.do("chair", exercise.Say{Words: exercise.T("a real name")}).Lines[0].No
	r.do("chair", exercise.Expunge{No: no, Why: exercise.T("a person")})
	r.do("recorder", exercise.ConfirmExpunge{No: no})
	r.close()
	acts, _, err := Acts(t.Context(), r.journal, r.roster, "small")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range acts {
		for _, w := range a.Words {
			if w != nil && *w == "a real name" {
				t.Errorf("act %d still has the words", a.Seq)
			}
		}
	}
	if err := journal.Verify(t.Context(), r.journal); err != nil {
		t.Errorf("the chain does not hold any more: %v", err)
	}
}
