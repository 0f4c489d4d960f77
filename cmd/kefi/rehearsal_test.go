package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"text/tabwriter"
	"time"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
)

// idleLimit is how long a connected team may have nothing to do.
const idleLimit = 4 * time.Minute

// TestNinetyMinutes plays copycat from the lobby to ENDEX at speed 1 with the
// scripted chair and six scripted delegations, on a clock that waits for
// nobody, and holds that the rules always leave everybody something to do.
func TestNinetyMinutes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		acts, state := playByMachine(t, "copycat", 7)
		r := measure(acts, state)
		t.Logf("copycat, 90 minutes at speed 1\n%s", r)
		if state.Phase() != exercise.Debrief {
			t.Errorf("the exercise ends in the %s", state.Phase())
		}
		for team, x := range r.teams {
			if x.idle > idleLimit {
				t.Errorf("%s had nothing to do for %v", team, x.idle)
			}
		}
		if r.carried == 0 {
			t.Error("nothing was decided")
		}
	})
}

// playByMachine plays a scenario to its end and gives the record.
func playByMachine(t *testing.T, scenario string, seed uint64) ([]exercise.Act, exercise.State) {
	t.Helper()
	sc, err := loadScenario(scenario)
	if err != nil {
		t.Fatal(err)
	}
	j, r := &journal.Memory{}, roster.NewMemory()
	begin := exercise.Begin{Name: "rehearsal", Scenario: sc, Seed: seed, Version: version}
	table, err := conduct.Create(t.Context(), j, r, begin, conduct.Options{ActsPerMinute: 30})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Hour)
	var playing sync.WaitGroup
	for i, seat := range sc.Seats {
		var p bot.Player = bot.NewDelegate(seed + uint64(i))
		if seat.Team == "" {
			if !seat.Has(exercise.Chair) {
				continue
			}
			p = &bot.Chair{Read: readLine}
		}
		s, err := table.Seat(seat.ID)
		if err != nil {
			t.Fatal(err)
		}
		leave, err := s.Sit(ctx, "plain")
		if err != nil {
			t.Fatal(err)
		}
		playing.Go(func() { _ = bot.Run(ctx, s, p, 2*time.Second); leave(true) })
	}
	for table.State().Phase() != exercise.Debrief && ctx.Err() == nil {
		time.Sleep(time.Minute) // of the bubble's clock
	}
	stop()
	playing.Wait()
	state := table.State()
	if err := table.Close(); err != nil {
		t.Fatal(err)
	}
	acts, _, err := conduct.Acts(t.Context(), j, r, "rehearsal")
	if err != nil {
		t.Fatal(err)
	}
	return acts, state
}

// playedOut is what was measured.
type playedOut struct {
	order                       []exercise.TeamID
	teams                       map[exercise.TeamID]*busy
	carried, postponed, refused int
	outcome                     string
}

// busy is how much a team did, and the longest it did nothing between
// STARTEX and the hot wash.
type busy struct {
	acts int
	last int64
	idle time.Duration
}

func measure(acts []exercise.Act, s exercise.State) *playedOut {
	r := &playedOut{teams: map[exercise.TeamID]*busy{}, outcome: s.Room(exercise.TableRoom, nil).Closing.Outcome.String()}
	for _, t := range s.Plan().Teams {
		r.order = append(r.order, t.ID)
		r.teams[t.ID] = &busy{}
	}
	playing := false
	for _, a := range acts {
		for _, e := range a.Events {
			switch e := e.(type) {
			case exercise.PhaseEntered:
				begins := e.Phase == exercise.Table
				for _, x := range r.teams {
					x.pause(a.Wall, playing)
				}
				playing = begins || playing && e.Phase == exercise.Closing
			case exercise.Decided:
				switch e.Outcome {
				case exercise.Carried:
					r.carried++
				case exercise.Postponed:
					r.postponed++
				default:
					r.refused++
				}
			}
		}
		if seat, ok := s.Seat(a.Seat); ok && seat.Team != "" && playing {
			r.teams[seat.Team].acts++
			r.teams[seat.Team].pause(a.Wall, true)
		}
	}
	return r
}

func (b *busy) pause(wall int64, counts bool) {
	if counts {
		b.idle = max(b.idle, time.Duration(wall-b.last)*time.Millisecond)
	}
	b.last = wall
}

func (r *playedOut) String() string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "team\tacts\tlongest idle")
	for _, id := range r.order {
		fmt.Fprintf(w, "%s\t%d\t%v\n", id, r.teams[id].acts, r.teams[id].idle.Round(time.Second))
	}
	_ = w.Flush()
	fmt.Fprintf(&out, "decisions: %d carried, %d postponed, %d not carried or objected to\noutcome: %s", r.carried, r.postponed, r.refused, r.outcome)
	return out.String()
}
