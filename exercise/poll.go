package exercise

import (
	"slices"
	"strings"
)

// A straw poll is counted per team and has no effect.

type (
	// Poll asks all teams a question with two to eight answers.
	Poll struct {
		Question Text   `json:"question"`
		Options  []Text `json:"options"`
	}
	// AnswerPoll gives one of the answers, by its words or its number. The last
	// answer of a team counts.
	AnswerPoll struct {
		Answer Text `json:"answer"`
	}
	// ClosePoll closes the poll.
	ClosePoll struct{}

	// PollOpened by the chair.
	PollOpened struct {
		N        int      `json:"n"`
		Question WordID   `json:"question"`
		Options  []WordID `json:"options"`
	}
	// PollAnswered replaces the team's last answer.
	PollAnswered struct {
		N      int    `json:"n"`
		Team   TeamID `json:"team"`
		Option int    `json:"option"` // from 1
	}
	// PollClosed ends it.
	PollClosed struct {
		N int `json:"n"`
	}
)

// PollView is a straw poll: counted per team, without effect.
type PollView struct {
	N        int          `json:"n"`
	Question string       `json:"question"`
	Options  []OptionView `json:"options"`
	Silent   []TeamID     `json:"silent,omitempty"`
	Open     bool         `json:"open,omitempty"`
}

// OptionView is one answer of a poll and who gave it.
type OptionView struct {
	N     int      `json:"n"`
	Text  string   `json:"text"`
	Teams []TeamID `json:"teams,omitempty"`
}

type poll struct {
	PollOpened
	answers map[TeamID]int
	closed  bool
}

// mostOptions of one poll.
const mostOptions = 8

// openPoll is the poll that waits for answers.
func (s State) openPoll() (poll, bool) {
	if n := len(s.polls); n > 0 && !s.polls[n-1].closed {
		return s.polls[n-1], true
	}
	return poll{}, false
}

func (c Poll) decide(d *decider) error {
	if err := d.need("take a straw poll", Chair); err != nil {
		return err
	}
	if err := d.play("take a straw poll", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Question, "A poll"); err != nil {
		return err
	}
	if _, open := d.s.openPoll(); open {
		return refuse(ErrNotNow, "A poll stands already; `poll close` closes it.")
	}
	if len(c.Options) < 2 || len(c.Options) > mostOptions {
		return refuse(ErrText, "A poll has two to eight answers: `poll \"48 hours?\" yes|no`.")
	}
	e := PollOpened{N: len(d.s.polls) + 1, Question: c.Question.ID}
	for i, o := range c.Options {
		if err := said(o, "An answer"); err != nil {
			return err
		}
		if slices.ContainsFunc(c.Options[:i], func(x Text) bool { return equalFold(x.Value, o.Value) }) {
			return refuse(ErrText, "Two answers read %q; make them differ.", o.Value)
		}
		e.Options = append(e.Options, o.ID)
	}
	d.emit(e)
	return nil
}

func (c AnswerPoll) decide(d *decider) error {
	team, err := d.team("answer a poll")
	if err != nil {
		return err
	}
	if err := d.play("answer a poll", Table, Closing); err != nil {
		return err
	}
	x, open := d.s.openPoll()
	switch {
	case !open:
		return refuse(ErrNotNow, "No poll stands now.")
	case d.s.tableOf(team) != TableRoom:
		return refuse(ErrRole, "The poll is of the teams at the table.")
	}
	var answers []string
	for i, o := range x.Options {
		if equalFold(c.Answer.Value, d.s.text(o)) || c.Answer.Value == itoa(i+1) {
			d.emit(PollAnswered{N: x.N, Team: team, Option: i + 1})
			return nil
		}
		answers = append(answers, itoa(i+1)+" "+d.s.text(o))
	}
	return refuse(ErrUnknown, "The answers are %s.", listed(answers))
}

func (c ClosePoll) decide(d *decider) error {
	if err := d.need("close a poll", Chair); err != nil {
		return err
	}
	x, open := d.s.openPoll()
	if !open {
		return refuse(ErrNotNow, "No poll stands now.")
	}
	d.emit(PollClosed{N: x.N})
	return nil
}

func (e PollOpened) apply(s *State, a Act) {
	s.polls = append(slices.Clip(s.polls), poll{PollOpened: e})
	words := append([]WordID{e.Question}, e.Options...)
	s.post(a, e, Line{
		Kind: "poll", Seat: a.Seat, Ref: itoa(e.N), words: words,
		Phrase: say("asks for a show of hands, which decides nothing: %s %s", s.text(e.Question), s.pollAnswers(e)),
	})
}

// pollAnswers lists what can be answered: "(1) yes (2) no".
func (s State) pollAnswers(e PollOpened) string {
	answers := make([]string, len(e.Options))
	for i, o := range e.Options {
		answers[i] = "(" + itoa(i+1) + ") " + s.text(o)
	}
	return strings.Join(answers, " ")
}

func (e PollAnswered) apply(s *State, a Act) {
	s.polls = withAt(s.polls, e.N-1, func(x *poll) {
		x.answers = with(x.answers, e.Team, func(n *int) { *n = e.Option })
	})
	option := s.polls[e.N-1].Options[e.Option-1]
	s.post(a, e, Line{Kind: "poll", Team: e.Team, Ref: itoa(e.N), Phrase: say("answers the poll: %s", ended(s.text(option))), cites: []WordID{option}})
}

func (e PollClosed) apply(s *State, a Act) {
	s.polls = withAt(s.polls, e.N-1, func(x *poll) { x.closed = true })
	x := s.polls[e.N-1]
	v := s.pollView(x)
	var counts []string
	for _, o := range v.Options {
		counts = append(counts, o.Text+" "+itoa(len(o.Teams)))
	}
	text := say("closes the poll: %s. It decides nothing.", listed(counts))
	if len(v.Silent) > 0 {
		text = say("closes the poll: %s; %s said nothing. It decides nothing.", listed(counts), s.teamNames(v.Silent))
	}
	s.post(a, e, Line{Kind: "poll", Seat: a.Seat, Ref: itoa(e.N), Phrase: text, cites: x.Options})
}

func (s State) pollView(x poll) PollView {
	v := PollView{N: x.N, Question: s.text(x.Question), Open: !x.closed}
	for i, o := range x.Options {
		option := OptionView{N: i + 1, Text: s.text(o)}
		for _, t := range s.plan.Teams {
			if x.answers[t.ID] == option.N {
				option.Teams = append(option.Teams, t.ID)
			}
		}
		v.Options = append(v.Options, option)
	}
	for _, t := range s.plan.Teams {
		if x.answers[t.ID] == 0 && s.tableOf(t.ID) == TableRoom {
			v.Silent = append(v.Silent, t.ID)
		}
	}
	return v
}

func (s State) pollViews() []PollView {
	var views []PollView
	for _, x := range s.polls {
		views = append(views, s.pollView(x))
	}
	return views
}
