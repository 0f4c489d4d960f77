package action

import "kefi/exercise"

// The scenario's survey, before the table and after it.
var surveying = []Action{
	{
		Name: "survey", Synopsis: "survey", Example: "survey",
		Help: "Shows the questions of the survey with your answers; recorder and evaluators read counts, once no more answers are taken.",
		Kind: Read, when: unless("There is no survey for you now: it is asked before the table opens, and again in the hot wash.", hasSurvey),
		query: func(*line) []string { return nil },
	},
	{
		Name: "answer-survey", Synopsis: "answer-survey N 1-5", Example: "answer-survey 2 4",
		Help: "Answers a question of the survey from 1 to 5; nobody sees who answered what, and the last answer counts.",
		Who:  delegates, when: unless("There is no survey for you now: it is asked before the table opens, and again in the hot wash.", hasSurvey),
		command: func(l *line) exercise.Command {
			return exercise.AnswerSurvey{N: l.count("a question"), Answer: l.count("an answer")}
		},
	},
}

func hasSurvey(v *exercise.View) bool { return v.Own.Survey != nil || len(v.Own.SurveyCounts) > 0 }
