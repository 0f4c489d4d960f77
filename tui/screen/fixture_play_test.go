package screen

import (
	"math/rand/v2"
	"sync"
	"testing"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/bot/bottest"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/tui/action"
)

// sitting is what two seats see of one play, act by act: a delegate who does
// nothing, and the recorder.
type sitting map[exercise.SeatID][]*exercise.View

// played is copycat, played by machine with much going on, once for all tests.
var played = sync.OnceValues(func() (sitting, error) {
	sc, findings := format.Load(scenarios.FS, "copycat")
	if err := findings.Err(); err != nil {
		return nil, err
	}
	seen := sitting{"arcadia": nil, "recorder": nil}
	players := map[exercise.SeatID]bot.Player{}
	for i, s := range sc.Seats {
		switch {
		case s.Has(exercise.Chair):
			players[s.ID] = &bot.Chair{Read: readTyped}
		case s.Team != "" && s.ID != "arcadia":
			players[s.ID] = &bottest.Busy{Player: bot.NewDelegate(uint64(i)), Read: readTyped, Dice: rand.New(rand.NewPCG(7, uint64(i))), One: 9}
		}
	}
	p, err := bottest.New(sc, 7, fixtureNow, players, func(p *bottest.Play, _ exercise.Act) {
		for seat := range seen {
			seen[seat] = append(seen[seat], p.View(seat))
		}
	})
	if err != nil {
		return nil, err
	}
	if err := p.Do("arcadia", exercise.Ready{}); err != nil {
		return nil, err
	}
	return seen, p.Run(3 * 60 * minute)
})

func readTyped(line string) (exercise.Command, error) {
	intent, err := action.Parse(line)
	return intent.Command, err
}

// playedFor gives what a seat saw.
func playedFor(t testing.TB, seat exercise.SeatID) []*exercise.View {
	t.Helper()
	seen, err := played()
	if err != nil {
		t.Fatal(err)
	}
	return seen[seat]
}

func TestThePlayIsARealOne(t *testing.T) {
	views := playedFor(t, "arcadia")
	last := views[len(views)-1]
	t.Logf("%d acts, %d decisions, %d amendments, %d incidents, %d asks, %d caucuses", len(views), len(last.Room.Decisions), len(last.Room.Amendments), len(last.Room.Incidents)+len(last.Own.Incidents), len(last.Own.Asks), len(last.Own.Caucuses))
	if last.Room.Phase != exercise.Debrief {
		t.Errorf("it ends in the %s", last.Room.Phase)
	}
	if len(last.Room.Decisions) < 5 || len(last.Room.Amendments) < 5 || len(last.Own.Asks) == 0 {
		t.Error("too little happens")
	}
}
