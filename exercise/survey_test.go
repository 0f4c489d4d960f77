package exercise

import (
	"slices"
	"testing"
)

func withSurvey(sc *Scenario) {
	sc.Survey = []Survey{
		{ID: "who", Ask: T("Who should decide?"), Low: T("one"), High: T("all")},
		{ID: "hope", Ask: T("Will they agree?"), Low: T("no"), High: T("yes")},
	}
}

func (p *play) counts(seat SeatID) SurveyTally { return p.s.Own(seat).SurveyCounts[0].Before }

func TestTheSurveyIsAskedBeforeAndAfter(t *testing.T) {
	p := newPlay(t, withSurvey)
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, Sit{Via: "screen"})
		p.do(seat.ID, Agree{})
	}
	if v := p.s.Own("hydra").Survey; v == nil || v.After || v.Open() != 2 {
		t.Fatalf("Hydra is asked %+v", v)
	}
	if v := p.s.Own("chair").Survey; v != nil {
		t.Error("the chair is asked")
	}
	p.do("hydra", AnswerSurvey{N: 1, Answer: 4})
	p.do("hydra", AnswerSurvey{N: 1, Answer: 5}) // the last one counts
	p.do("forge", AnswerSurvey{N: 1, Answer: 5})
	p.do("plumb", AnswerSurvey{N: 1, Answer: 1})
	p.do("plumb", AnswerSurvey{N: 2, Answer: 3})
	if c := p.counts("evaluator"); c.Answers != 0 || c.Counts != nil {
		t.Errorf("counts are told while answers are taken: %+v", c)
	}
	p.refused("hydra", AnswerSurvey{N: 3, Answer: 1}, ErrUnknown, "1 to 2")
	p.refused("hydra", AnswerSurvey{N: 1, Answer: 6}, ErrText, "1 to 5")
	p.refused("chair", AnswerSurvey{N: 1, Answer: 3}, ErrRole)
	p.do("chair", Start{})
	p.do("chair", EnterPhase{Phase: Table})
	p.refused("hydra", AnswerSurvey{N: 1, Answer: 1}, ErrNotNow, "hot wash")
	if c := p.counts("recorder"); c.Answers != 3 || !slices.Equal(c.Counts, []int{1, 0, 0, 0, 2}) {
		t.Errorf("three answers are counted as %+v", c)
	}
	if c := p.s.Own("recorder").SurveyCounts[1].Before; c.Answers != 1 || c.Counts != nil {
		t.Errorf("one answer is counted out: %+v", c)
	}
	p.do("chair", EnterPhase{Phase: Closing})
	p.do("chair", EnterPhase{Phase: HotWash})
	if v := p.s.Own("hydra").Survey; v == nil || !v.After || v.Open() != 2 {
		t.Errorf("after the table Hydra is asked %+v", v)
	}
	p.do("hydra", AnswerSurvey{N: 1, Answer: 2})
	p.do("chair", End{})
	if c := p.s.Own("evaluator").SurveyCounts[0].After; c.Answers != 1 || c.Counts != nil {
		t.Errorf("after the table: %+v", c)
	}
	p.done()
}

// Nobody else learns that a seat has answered, nor what.
func TestAnAnswerToTheSurveyIsSeenByNobodyElse(t *testing.T) {
	p := newPlay(t, withSurvey)
	p.do("hydra", Sit{Via: "screen"})
	p.do("hydra", Agree{})
	p.unseen("hydra", AnswerSurvey{N: 1, Answer: 4}, "hydra")
}
