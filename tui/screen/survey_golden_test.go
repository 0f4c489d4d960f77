package screen

import "kefi/exercise"

// surveyShots are the survey as it is asked, and as it is counted.
var surveyShots = []shot{
	{"survey", surveyView, "hydra", "/survey<enter>2"},
	{"survey-counts", surveyCountsView, "evaluator", "/survey<enter>"},
}

func surveyView(seat exercise.SeatID) *exercise.View {
	v := lobbyView(seat)
	own := *v.Own
	own.Survey = &exercise.SurveyView{Questions: []exercise.SurveyQuestion{
		{N: 1, Ask: "Who should decide a text like this one?", Low: "governments alone", High: "all three tracks alike"},
		{N: 2, Ask: "How likely is it that six such delegations agree on something that works?", Low: "very unlikely", High: "very likely", Answer: 4},
		{N: 3, Ask: "Which matters more when such a meeting decides?", Low: "that it decides soon", High: "that nobody is overruled"},
	}}
	v.Own = &own
	return v
}

func surveyCountsView(seat exercise.SeatID) *exercise.View {
	v := hotWashCollectingView(seat)
	own := *v.Own
	own.SurveyCounts = []exercise.SurveyCount{
		{
			N: 1, Ask: "Who should decide a text like this one?", Low: "governments alone", High: "all three tracks alike",
			Before: exercise.SurveyTally{Answers: 6, Counts: []int{2, 1, 1, 0, 2}},
		},
		{
			N: 2, Ask: "Which matters more when such a meeting decides?", Low: "that it decides soon", High: "that nobody is overruled",
			Before: exercise.SurveyTally{Answers: 2},
		},
	}
	v.Own = &own
	return v
}
