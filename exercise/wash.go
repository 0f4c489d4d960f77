package exercise

import (
	"slices"
	"strings"
)

// wash is the hot wash: one question at a time, answered unseen, the answers
// shown together without names.
type wash struct {
	questions []question
	votes     map[SeatID][]int
}

type question struct {
	words   WordID
	until   int64 // wall ms; 0 once revealed
	answers []WordID
}

// Collecting says until when (wall ms) answers to a question are collected.
func (s State) Collecting() (int64, bool) {
	if n := len(s.wash.questions); n > 0 && s.wash.questions[n-1].until > 0 {
		return s.wash.questions[n-1].until, true
	}
	return 0, false
}

// Stopped says whether a real-world stop stands.
func (s State) Stopped() bool { return s.safety.stopped != nil }

// shiftQuestion gives back the time that a stop or a restart took.
func (s *State) shiftQuestion(ms int64) {
	if n := len(s.wash.questions); n > 0 && s.wash.questions[n-1].until > 0 {
		s.wash.questions = withAt(s.wash.questions, n-1, func(q *question) { q.until += ms })
	}
}

func (c Question) decide(d *decider) error {
	if err := d.need("open a question of the hot wash", Control); err != nil {
		return err
	}
	if err := d.play("open a question", HotWash); err != nil {
		return err
	}
	if err := said(c.Words, "A question"); err != nil {
		return err
	}
	if _, open := d.s.Collecting(); open {
		return refuse(ErrNotNow, "Answers to the last question are still being written.")
	}
	d.emit(QuestionOpened{N: len(d.s.wash.questions) + 1, Words: c.Words.ID, Until: d.s.now.wall + d.s.plan.Times.Reflect})
	return nil
}

func (c Reveal) decide(d *decider) error {
	if _, open := d.s.Collecting(); !open {
		return refuse(ErrNotNow, "No question is open.")
	}
	e := Revealed{N: len(d.s.wash.questions), Words: []WordID{}}
	for _, t := range c.Answers {
		e.Words = append(e.Words, t.ID)
	}
	d.emit(e)
	return nil
}

// SortAnswers orders answers by their words, so that their order tells nothing
// of who wrote them or when.
func SortAnswers(answers []string) []Text {
	sorted := slices.Clone(answers)
	slices.SortFunc(sorted, strings.Compare)
	texts := make([]Text, len(sorted))
	for i, a := range sorted {
		texts[i] = T(a)
	}
	return texts
}

func (c Vote) decide(d *decider) error {
	if err := d.play("vote on answers", HotWash); err != nil {
		return err
	}
	if d.seat.Has(Observer, Projector) {
		return refuse(ErrRole, "Only those who played vote.")
	}
	if len(c.Answers) == 0 || len(c.Answers) > 3 {
		return refuse(ErrText, "Give one to three numbers, such as `vote 2 5 7`.")
	}
	most := 0
	for _, q := range d.s.wash.questions {
		most += len(q.answers)
	}
	seen := map[int]bool{}
	for _, n := range c.Answers {
		if n < 1 || n > most || seen[n] {
			return refuse(ErrUnknown, "There is no answer %d to vote for; they are numbered 1 to %d, each once.", n, most)
		}
		seen[n] = true
	}
	d.emit(Voted{Seat: d.seat.ID, Answers: slices.Clone(c.Answers)})
	return nil
}

func (e QuestionOpened) apply(s *State, a Act) {
	s.wash.questions = append(slices.Clip(s.wash.questions), question{words: e.Words, until: e.Until})
	s.post(a, e, Line{Kind: "question", Phrase: say("Question %d: %s", e.N, s.text(e.Words)), words: []WordID{e.Words}})
}

func (e Revealed) apply(s *State, a Act) {
	s.wash.questions = withAt(s.wash.questions, e.N-1, func(q *question) { q.until, q.answers = 0, e.Words })
	s.post(a, e, Line{Kind: "question", Phrase: tally(len(e.Words), "%d answer to question %d, without names.", "%d answers to question %d, without names.", e.N), words: e.Words})
}

// apply keeps votes without a line: who voted for what is nobody's business.
func (e Voted) apply(s *State, _ Act) {
	s.wash.votes = with(s.wash.votes, e.Seat, func(v *[]int) { *v = e.Answers })
}
