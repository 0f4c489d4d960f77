package screen

import (
	"fmt"
	"strconv"

	"kefi/exercise"
	"kefi/tui/theme"
)

// surveyPage asks the scenario's survey, one question at a time and one key an
// answer. Recorder and evaluators read counts on it.
type surveyPage struct {
	menu menu
	read scroll
	at   int // the question in hand, from 0
}

func (*surveyPage) Name(s *Sight) string { return s.Say("Survey") }

func (p *surveyPage) Draw(s *Sight) Area {
	v := s.View.Own.Survey
	if v == nil {
		return p.counts(s)
	}
	q := v.Questions[p.in(v)]
	d := s.Draw()
	when := s.Say("Before the table: question %d of %d", q.N, len(v.Questions))
	if v.After {
		when = s.Say("After the table: question %d of %d", q.N, len(v.Questions))
	}
	if s.Height < roomy {
		return p.small(s, q)
	}
	d.Line(theme.Muted, " "+when)
	d.Gap()
	d.Text(1, runs{{theme.Strong, q.Ask}})
	d.Gap()
	d.Text(1, s.in(theme.Muted).Say("Nobody sees who answered what. Recorder and evaluators read counts."))
	if v.Open() == 0 {
		d.Text(1, s.in(theme.Body).Say("You have answered everything. Thank you; an answer can be changed while the survey is open."))
	}
	return p.menu.under(s, &p.read, d.Lines(), p.items(s, q))
}

// roomy is how many rows the question with its five answers wants.
const roomy = 13

// small is the question where there is little room: what 1 and 5 mean, and
// the keys do the rest.
func (p *surveyPage) small(s *Sight, q exercise.SurveyQuestion) Area {
	d := s.Draw()
	d.Text(1, runs{{theme.Strong, q.Ask}})
	d.Hang(" "+s.Theme.Paint(theme.Strong, "1")+" ", plain(q.Low))
	d.Hang(" "+s.Theme.Paint(theme.Strong, "5")+" ", plain(q.High))
	if q.Answer > 0 {
		d.Text(1, s.in(theme.Muted).Say("Your answer is %d.", q.Answer))
	}
	return Area{Lines: p.read.window(s, d.Lines(), s.Height)}
}

// in is the question in hand, one that there is.
func (p *surveyPage) in(v *exercise.SurveyView) int {
	return min(max(p.at, 0), len(v.Questions)-1)
}

// items are the five answers, what one and five mean and one's own among them.
func (p *surveyPage) items(s *Sight, q exercise.SurveyQuestion) []item {
	items := make([]item, 5)
	for i := range items {
		n := i + 1
		words := ""
		switch n {
		case 1:
			words = q.Low
		case 5:
			words = q.High
		default:
			words = "-"
		}
		beside := ""
		if q.Answer == n {
			beside = s.Say("your answer")
		}
		items[i] = item{key: strconv.Itoa(n), words: words, beside: beside, does: []Act{Type{fmt.Sprintf("/answer-survey %d %d", q.N, n)}}}
	}
	return items
}

func (p *surveyPage) Key(s *Sight, k key) ([]Act, bool) {
	v := s.View.Own.Survey
	if v == nil {
		return nil, p.read.key(k)
	}
	switch k.String() {
	case "left":
		p.at, p.menu.chosen = max(p.in(v)-1, 0), 0
		return nil, true
	case "right":
		p.at, p.menu.chosen = min(p.in(v)+1, len(v.Questions)-1), 0
		return nil, true
	case "enter":
		if !s.Focused {
			return nil, false
		}
	}
	acts, used := p.menu.key(s, k, p.items(s, v.Questions[p.in(v)]))
	if len(acts) > 0 {
		p.next(v)
	}
	return acts, used
}

// next goes to the next question that has no answer, if there is one.
func (p *surveyPage) next(v *exercise.SurveyView) {
	from := p.in(v)
	for i := range len(v.Questions) - 1 {
		if at := (from + 1 + i) % len(v.Questions); v.Questions[at].Answer == 0 {
			p.at, p.menu.chosen = at, 0
			return
		}
	}
}

// counts are what has been answered, without names.
func (p *surveyPage) counts(s *Sight) Area {
	d := s.DrawWide(min(s.Width-1, maxReading))
	counts := s.View.Own.SurveyCounts
	if len(counts) == 0 {
		d.Text(0, s.in(theme.Muted).Say("There is no survey for you now: it is asked before the table opens, and again in the hot wash."))
	} else {
		d.Text(0, s.in(theme.Muted).Say("Counted once no more answers are taken, and from three answers on. Nobody's answer is told."))
	}
	for _, q := range counts {
		d.Gap()
		d.Hang(fmt.Sprintf("%d. ", q.N), runs{{theme.Strong, q.Ask}})
		d.Text(3, s.in(theme.Muted).Say("1: %s. 5: %s.", q.Low, q.High))
		d.Text(3, s.in(theme.Body).Say("before: %s", tallyCells(s, q.Before)))
		d.Text(3, s.in(theme.Body).Say("after: %s", tallyCells(s, q.After)))
	}
	return Area{Lines: p.read.window(s, indented(" ", d.Lines()), s.Height)}
}

// tallyCells says how often each answer was given.
func tallyCells(s *Sight, t exercise.SurveyTally) string {
	if t.Counts == nil {
		return s.Count(t.Answers, "%d answer, not counted out", "%d answers, not counted out")
	}
	c := t.Counts
	return s.Say("%d for 1, %d for 2, %d for 3, %d for 4, %d for 5", c[0], c[1], c[2], c[3], c[4])
}

func (p *surveyPage) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *surveyPage) Hints(s *Sight) []Hint {
	switch {
	case s.View.Own.Survey == nil:
		return []Hint{{"PgDn", s.Say("read on"), ""}}
	case s.Focused:
		return []Hint{{"1-5", s.Say("answer"), "answer-survey"}, {"Left/Right", s.Say("another question"), ""}}
	}
	return []Hint{{"Tab", s.Say("answers"), ""}}
}
