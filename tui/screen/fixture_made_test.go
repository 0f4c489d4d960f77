package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/words"
)

// madeView is the closed exercise with a whole play behind it: 100 minutes in
// which clauses opened one after the other.
func madeView(seat exercise.SeatID) *exercise.View {
	v := closedView(seat)
	start := fixtureNow - 100*minute
	at := func(min int64, l exercise.Line) exercise.Line {
		l.Wall = start + min*minute
		return l
	}
	item := func(min int64, name string) exercise.Line {
		l := told(1, "item", "", "chair", "%s is open.", name)
		l.Ref = name
		return at(min, l)
	}
	feed := []exercise.Line{
		at(0, told(1, "phase", "", "chair", "STARTEX. EXERCISE EXERCISE EXERCISE. The %s is open.", words.Phrase("briefing"))),
		at(3, line(2, "said", "arcadia", "arcadia", "Twenty-four hours, because the second attack comes on the second day.")),
		at(4, line(3, "said", "hydra", "hydra", "Small operators have nobody at night; forty-eight would do.")),
		at(5, line(4, "said", "plumb", "plumb", "Who pays for the night?")),
		item(10, v.Room.Agenda[1].Name), at(32, told(5, "incident", "", "", "An incident.")), at(45, told(6, "caucus", "", "", "A caucus met.")),
		item(62, v.Room.Agenda[3].Name), at(75, told(7, "incident", "", "", "An incident.")),
		at(100, told(8, "phase", "", "chair", "ENDEX. The exercise is over.")),
	}
	v.Room.Feed = feed
	v.Room.Decisions = nil
	for i, id := range []exercise.Subject{"1", "2", "3", "4", "5", "6"} {
		v.Room.Decisions = append(v.Room.Decisions, exercise.DecisionView{ID: exercise.DecisionID("D" + itoa(i+1)), Form: exercise.FormGavel, X: id, Outcome: exercise.Carried, At: start + int64(28+12*i)*minute})
	}
	v.Room.Decisions = append(v.Room.Decisions, exercise.DecisionView{ID: "D7", Form: exercise.FormPut, X: "3.1b/3", Outcome: exercise.Carried, At: start + 45*minute})
	v.Room.Amendments = []exercise.AmendmentView{
		{ID: "A1", Clause: "3", Sponsors: []exercise.TeamID{"arcadia", "hydra"}, State: exercise.AmendmentCarried},
		{ID: "A2", Clause: "4", Sponsors: []exercise.TeamID{"plumb"}, State: exercise.AmendmentNotTakenUp},
	}
	v.Room.Incidents = []exercise.IncidentView{{ID: "I1", Answers: []exercise.AnswerView{{Team: "forge", After: 4*minute + 10*1000}}}, {ID: "I2"}}
	if v.Own.Team != "" {
		v.Own.Share = &exercise.TextShare{Mine: 34, All: 212}
		v.Own.Stances = []exercise.OwnStance{{Alt: exercise.AltID{Point: "3.1b", N: 3}, Stance: exercise.CanLive}}
		v.Own.Brief.Points = []exercise.BriefPointView{
			{Point: "3.1b", Why: "Twenty-four hours: the second attack comes on the second day."},
			{Point: "4.1a", Why: "Help that is asked for must be answered."},
			{Point: "6.1a", Why: "No public attribution."},
		}
	}
	v.Room.Closing.Signatures = slices.Clone(v.Room.Closing.Signatures)
	return v
}
