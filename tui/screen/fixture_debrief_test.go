package screen

import "kefi/exercise"

// debriefShots are what evaluators record, and what all see of it after ENDEX.
var debriefShots = []shot{
	{"evaluator-observes", turnView, "evaluator", "<tab>s"},
	{"evaluator-second", turnView, "evaluator", "<tab><down>"},
	{"evaluator-all", turnView, "evaluator", "/debrief<enter>"},
	{"debrief", debriefView, "arcadia", ""},
	{"debrief-nothing", debriefEmptyView, "arcadia", ""},
	{"debrief-recorder", debriefView, "recorder", "/debrief<enter>"},
	{"projector-debrief", debriefView, "projector", ""},
	{"marking-raised", raisedView, "arcadia", ""},
}

// evaluated is what evaluators have recorded so far.
func evaluated() *exercise.DebriefView {
	return &exercise.DebriefView{
		Objectives: []exercise.ObjectiveView{
			{
				ID: "1", Text: "Who starts the clock of a notice?",
				Rating: &exercise.RatingView{
					Rating: exercise.SomeChallenges, Why: "The clock was named, but only after the second incident.",
					Earlier: []exercise.RatingView{{Rating: exercise.MajorChallenges, Why: "Nobody named a clock in the first reading."}},
				},
				Observations: []exercise.ObservationView{
					{Aspect: exercise.Strength, Text: "Hydra asked at once from when the hours would be counted, and Arcadia answered in the same turn.", Entries: []string{"12", "15"}},
					{Aspect: exercise.Improve, Text: "Two delegations spoke of “discovery” and meant different moments."},
				},
			},
			{ID: "2", Text: "Do the charities shape the text?"},
		},
		Actions: []exercise.ActionView{
			{N: 1, Text: "Agree one word for the moment at which an operator knows.", Owner: "Harbour CERT", Due: "2027-03-01"},
		},
	}
}

func debriefView(seat exercise.SeatID) *exercise.View {
	v := hotWashBoardsView(seat)
	v.Room.Phase, v.Room.Debrief = exercise.Debrief, evaluated()
	return v
}

func debriefEmptyView(seat exercise.SeatID) *exercise.View {
	v := debriefView(seat)
	v.Room.Debrief = &exercise.DebriefView{Objectives: []exercise.ObjectiveView{{ID: "1", Text: "Who starts the clock of a notice?"}}}
	return v
}

// raisedView: an incident bears a higher mark than the exercise.
func raisedView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	v.Room.Incidents = append([]exercise.IncidentView(nil), v.Room.Incidents...)
	v.Room.Incidents[0].Marking = "TLP:AMBER+STRICT"
	return v
}
