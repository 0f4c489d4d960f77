package transcript_test

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// twoRooms plays track-2 to its end: the hall writes a non-paper, κ takes up a
// part of it, one revision is published and nothing is adopted.
func twoRooms(t *testing.T) *play {
	say := func(text string) exercise.Say { return exercise.Say{Words: exercise.T(text)} }
	put := func(para exercise.ParaID, old, fresh string) exercise.Amend {
		return exercise.Amend{Edits: []exercise.Edit{{Para: para, Old: exercise.T(old), New: exercise.T(fresh)}}}
	}
	p := newPlay(t, func(sc *exercise.Scenario) { sc.Procedure = exercise.Track2 })
	p.do("hydra", say("token-hall We can live with two days."))
	p.do("hydra", put("3.1", "24", "token-input 48"))
	p.do("forge", put("3.2", "nature", "token-second cause"))
	p.do("lantern", exercise.Cosponsor{Amendment: "N1"})
	p.do("arcadia", say("token-table They will ask for 48."))
	p.do("chair", exercise.OpenItem{Name: "endgame"})
	p.do("arcadia", exercise.Cosponsor{Amendment: "N1"})
	p.do("chair", exercise.Publish{})
	p.do("plumb", put("3.2", "incident", "token-late event"))
	p.do("meridia", put("3.1", "72", "token-lodged 36"))
	p.do("recorder", exercise.Mark{No: "h.13", Kind: "quote"})
	p.do("chair", exercise.End{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
	return p
}

// Minutes are in two parts where there are two rooms; who sits in one of them
// has its part, and of the other what was published or delivered.
func TestMinutesOfTwoRooms(t *testing.T) {
	p := twoRooms(t)
	golden(t, "two-rooms-recorder.md", minutes(t, p.view("recorder"), transcript.Options{}))
	golden(t, "two-rooms-hydra.md", minutes(t, p.view("hydra"), transcript.Options{}))
	golden(t, "two-rooms-arcadia.md", minutes(t, p.view("arcadia"), transcript.Options{}))
}

func TestCopiesOfTwoRooms(t *testing.T) {
	p := twoRooms(t)
	for token, seats := range map[string]string{
		"token-hall":   "hydra plumb chair recorder evaluator",
		"token-table":  "arcadia meridia chair recorder evaluator observer",
		"token-input":  "hydra plumb arcadia meridia chair recorder evaluator observer",
		"token-second": "hydra plumb arcadia meridia chair recorder evaluator observer",
		"token-late":   "hydra plumb chair recorder evaluator",
		"token-lodged": "arcadia meridia chair recorder evaluator observer",
	} {
		for _, seat := range []exercise.SeatID{"hydra", "plumb", "arcadia", "meridia", "chair", "recorder", "evaluator", "observer"} {
			may := strings.Contains(seats, string(seat))
			if got := strings.Contains(p.lines(p.copyFor(seat)), token); got != may {
				t.Errorf("%s in %s's copy of the record: %v, may be: %v", token, seat, got, may)
			}
			if got := strings.Contains(minutes(t, p.view(seat), transcript.Options{}), token); got != may {
				t.Errorf("%s in %s's minutes: %v, may be: %v", token, seat, got, may)
			}
		}
	}
}
