package plain

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// survey reads the questions with one's own answers, or what was counted.
func (r *reply) survey(v *exercise.View) {
	p, own := &r.text, v.Own
	r.data = map[string]any{"survey": own.Survey, "counts": own.SurveyCounts}
	if own.Survey != nil {
		p.say(surveyTime(own.Survey.After))
		for _, q := range own.Survey.Questions {
			p.say("Question %d: %s 1 is %s, 5 is %s. %s", q.N, q.Ask, q.Low, q.High, ownAnswer(q))
		}
		p.say("Type answer-survey, the number of the question and 1 to 5. Nobody sees who answered what")
	}
	for _, q := range own.SurveyCounts {
		p.say("Question %d: %s 1 is %s, 5 is %s.", q.N, q.Ask, q.Low, q.High)
		p.say("Before the table: %s", counted(q.Before))
		p.say("After the table: %s", counted(q.After))
	}
}

func surveyTime(after bool) string {
	if after {
		return words.Mark("The survey, after the table")
	}
	return words.Mark("The survey, before the table")
}

func ownAnswer(q exercise.SurveyQuestion) exercise.Phrase {
	if q.Answer == 0 {
		return words.Phrase("You have not answered.")
	}
	return words.Phrase("Your answer is %d.", q.Answer)
}

// counted says how often each answer was given.
func counted(t exercise.SurveyTally) exercise.Phrase {
	switch {
	case t.Answers == 0:
		return words.Phrase("no answers to count")
	case t.Counts == nil:
		return words.Counted(t.Answers, "%d answer, not counted out", "%d answers, not counted out")
	}
	c := t.Counts
	return words.Phrase("%d for 1, %d for 2, %d for 3, %d for 4, %d for 5", c[0], c[1], c[2], c[3], c[4])
}
