package transcript_test

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/transcript"
)

// TestDebriefInMinutes: nothing before ENDEX, then everything but who recorded it.
func TestDebriefInMinutes(t *testing.T) {
	p := newPlay(t)
	p.negotiate()
	text := exercise.T
	p.do("evaluator", exercise.Observe{Objective: "1", Aspect: exercise.Strength, Words: text("They named *one* clock."), Entries: []string{"3"}})
	p.do("evaluator", exercise.Rate{Objective: "1", Rating: exercise.SomeChallenges, Why: text("Late, by a day")})
	p.do("evaluator", exercise.ProposeAction{Words: text("Name a contact | port"), Owner: text("Harbour CERT"), Due: "2027-03-01"})

	if got := minutes(t, p.view("recorder"), transcript.Options{}); strings.Contains(got, "Debrief") || strings.Contains(got, "one") && strings.Contains(got, "clock.") && strings.Contains(got, "Name a contact") {
		t.Error("the minutes tell before the debrief opens")
	}
	p.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
	p.do("chair", exercise.End{})
	want := `## Debrief

_What the evaluators saw, in their words. Ratings are theirs and are not computed: P performed without challenges, S with some, M with major challenges, U unable to be performed._

### Objective 1. token-objective

**S**, performed with some challenges: Late, by a day.

Strengths:

- They named \*one\* clock. (#3)

### Actions proposed

| | action | owner | by |
|---|---|---|---|
| 1 | Name a contact \| port | Harbour CERT | 2027-03-01 |
`
	for _, seat := range []exercise.SeatID{"recorder", "hydra", "observer"} {
		if got := minutes(t, p.view(seat), transcript.Options{}); !strings.Contains(got, want) {
			_, got, _ = strings.Cut(got, "## Debrief")
			t.Errorf("%s: the section is\n%s", seat, got)
		}
	}
}

// TestMarkingOfACopy is the highest of what is in it, and of nothing else.
func TestMarkingOfACopy(t *testing.T) {
	p := newPlay(t, func(sc *exercise.Scenario) {
		sc.Marking = "TLP:CLEAR"
		sc.Injects[0].Marking, sc.Injects[1].Marking, sc.Injects[2].Marking = "TLP:GREEN", "TLP:AMBER", "TLP:RED"
	})
	p.do("chair", exercise.SendInject{Inject: "I1", Now: true})
	p.do("chair", exercise.SendInject{Inject: "I2", Now: true})
	for seat, want := range map[exercise.SeatID]string{"arcadia": "TLP:GREEN", "hydra": "TLP:AMBER", "recorder": "TLP:AMBER", "chair": "TLP:GREEN"} {
		if got := minutes(t, p.view(seat), transcript.Options{}); strings.Count(got, "Marking: "+want+"\n") < 2 {
			t.Errorf("%s: the copy does not bear %s at head and foot", seat, want)
		}
	}
	if got := p.view("chair").Marking(); got != "TLP:RED" {
		t.Errorf("control sees the whole timeline under %q", got)
	}
}
