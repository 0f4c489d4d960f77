package exercise

// The survey: neutral questions of the scenario, asked of every delegate in
// the same words before the table and after it, answered from 1 to 5. An
// answer is seen by nobody but who gave it. Recorder and evaluators read
// counts, once no more answers are taken, and none of fewer than three.

// leastCounted is how many answers a count needs, so that nobody's is told.
const leastCounted = 3

type (
	// AnswerSurvey answers question N, from 1; the last answer counts.
	AnswerSurvey struct {
		N      int `json:"n"`
		Answer int `json:"answer"` // 1 to 5
	}
	// Surveyed replaces a seat's answer. After tells those after the table.
	Surveyed struct {
		Seat   SeatID `json:"seat"`
		N      int    `json:"n"`
		Answer int    `json:"answer"`
		After  bool   `json:"after,omitempty"`
	}
)

// SurveyView is the survey while it is open for a seat.
type SurveyView struct {
	After     bool             `json:"after,omitempty"` // the table is over
	Questions []SurveyQuestion `json:"questions"`
}

// SurveyQuestion is a question with this seat's answer, 0 where it has none.
type SurveyQuestion struct {
	N      int    `json:"n"`
	Ask    string `json:"ask"`
	Low    string `json:"low"`  // what 1 means
	High   string `json:"high"` // what 5 means
	Answer int    `json:"answer,omitempty"`
}

// SurveyCount is what was answered to a question, without names.
type SurveyCount struct {
	N      int         `json:"n"`
	Ask    string      `json:"ask"`
	Low    string      `json:"low"`
	High   string      `json:"high"`
	Before SurveyTally `json:"before"`
	After  SurveyTally `json:"after"`
}

// SurveyTally counts answers. Counts, for 1 to 5, are nil while answers are
// taken and where there are fewer than three.
type SurveyTally struct {
	Answers int   `json:"answers"`
	Counts  []int `json:"counts,omitempty"`
}

// surveyed is an answer's place.
type surveyed struct {
	seat  SeatID
	n     int
	after bool
}

// surveying says whether the survey is open, and which one.
func (s State) surveying() (after, open bool) {
	switch s.phase {
	case Lobby, Briefing:
		return false, len(s.plan.Survey) > 0
	case HotWash:
		return true, len(s.plan.Survey) > 0
	}
	return false, false
}

func (c AnswerSurvey) decide(d *decider) error {
	if _, err := d.team("answer the survey"); err != nil {
		return err
	}
	after, open := d.s.surveying()
	switch {
	case len(d.s.plan.Survey) == 0:
		return refuse(ErrUnknown, "This scenario has no survey.")
	case !open:
		return refuse(ErrNotNow, "The survey is asked before the table opens, and again in the hot wash.")
	case c.N < 1 || c.N > len(d.s.plan.Survey):
		return refuse(ErrUnknown, "There is no question %d; they are numbered 1 to %d.", c.N, len(d.s.plan.Survey))
	case c.Answer < 1 || c.Answer > 5:
		return refuse(ErrText, "Answer from 1 to 5, such as `answer-survey %d 4`.", c.N)
	}
	d.emit(Surveyed{Seat: d.seat.ID, N: c.N, Answer: c.Answer, After: after})
	return nil
}

// apply keeps answers without a line: who answered what is nobody's business.
func (e Surveyed) apply(s *State, _ Act) {
	s.survey = with(s.survey, surveyed{e.Seat, e.N, e.After}, func(n *int) { *n = e.Answer })
}

// surveyView is nil for a seat that is not asked now.
func (s State) surveyView(seat Seat) *SurveyView {
	after, open := s.surveying()
	if !open || seat.Team == "" {
		return nil
	}
	v := &SurveyView{After: after}
	for i, q := range s.plan.Survey {
		v.Questions = append(v.Questions, SurveyQuestion{
			N: i + 1, Ask: s.text(q.Ask.ID), Low: s.text(q.Low.ID), High: s.text(q.High.ID), Answer: s.survey[surveyed{seat.ID, i + 1, after}],
		})
	}
	return v
}

// surveyCounts are for those who report on the exercise.
func (s State) surveyCounts() []SurveyCount {
	var counts []SurveyCount
	for i, q := range s.plan.Survey {
		counts = append(counts, SurveyCount{
			N: i + 1, Ask: s.text(q.Ask.ID), Low: s.text(q.Low.ID), High: s.text(q.High.ID),
			Before: s.surveyTally(i+1, false), After: s.surveyTally(i+1, true),
		})
	}
	return counts
}

func (s State) surveyTally(n int, after bool) SurveyTally {
	counts := make([]int, 5)
	var t SurveyTally
	if now, open := s.surveying(); s.phase == Lobby || open && now == after {
		return t // answers are being taken: not even how many there are is told
	}
	for at, answer := range s.survey {
		if at.n == n && at.after == after {
			counts[answer-1]++
			t.Answers++
		}
	}
	if t.Answers >= leastCounted {
		t.Counts = counts
	}
	return t
}

// Open counts the questions that have no answer yet.
func (v *SurveyView) Open() (n int) {
	if v == nil {
		return 0
	}
	for _, q := range v.Questions {
		n += bit(q.Answer == 0)
	}
	return n
}

// surveyNotice asks for what has not been answered.
func (v *SurveyView) surveyNotice() []Notice {
	n := v.Open()
	if n == 0 {
		return nil
	}
	return []Notice{{Text: tally(n, "%d question of the survey waits for you.", "%d questions of the survey wait for you."), Verb: "survey"}}
}
