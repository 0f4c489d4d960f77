package action

import "kefi/exercise"

// How control looks at the exercise with another seat's eyes.
var seeing = []Action{
	{
		Name: "timeline", Synopsis: "timeline", Example: "timeline",
		Help: "Lists the timeline: what each inject waits for, and who has answered; then questions to the world and the author's model.",
		Kind: Read, Who: watchers,
		query: func(*line) []string { return nil },
	},
	{
		Name: "see", Synopsis: "see SEAT", Example: "see hydra",
		Help: "Shows what a seat is shown of the table and which incidents reached it; nothing of its private rooms, and nothing it types.",
		Kind: Read, Who: personas, when: unless("There are no seats to look at yet.", hasPlayers),
		query: func(l *line) []string { return []string{l.participant("a seat")} },
	},
}

// watchers know the timeline.
var watchers = []exercise.Role{exercise.Control, exercise.SimCell, exercise.Evaluator}

func hasPlayers(v *exercise.View) bool {
	return v.Own.Control != nil && len(v.Own.Control.Players) > 0
}
