package exercise

import "slices"

// request is a question to the world outside the room.
type request struct {
	n      int
	team   TeamID
	to     string
	words  WordID
	wall   int64
	answer WordID
	by     string
	late   bool // control has been reminded of it
}

func (c Request) decide(d *decider) error {
	team, err := d.team("ask the world")
	if err != nil {
		return err
	}
	if err := said(c.Words, "A request"); err != nil {
		return err
	}
	if _, err := Clean(c.To); err != nil {
		return err
	}
	if !d.s.phase.running() {
		return refuse(ErrNotNow, "You can ask the world between STARTEX and ENDEX.")
	}
	n := len(d.s.rfis) + 1
	d.emit(Requested{N: n, Team: team, To: c.To, Words: c.Words.ID})
	for _, x := range d.s.offers(d.s.rfis[n-1]) {
		if x.Release != ReleaseAsk {
			d.emit(Replied{N: n, Name: x.From, Words: x.Answer.ID})
			return nil
		}
	}
	return nil
}

func (c ReplyAs) decide(d *decider) error {
	if err := d.direct("reply for the world"); err != nil {
		return err
	}
	name, words := c.Name, c.Words.ID
	if x, ok := d.s.preparedAs(c.Name); ok && words == (WordID{}) {
		name, words = x.From, x.Answer.ID
	} else if err := said(c.Words, "A reply"); err != nil {
		return err
	}
	if _, err := Clean(c.Name); err != nil {
		return err
	}
	var open []request
	for _, x := range d.s.rfis {
		if x.answer == (WordID{}) && (c.No == "" || sameNo(c.No, requestNo(x.n))) {
			open = append(open, x)
		}
	}
	switch {
	case len(open) == 0 && c.No != "":
		return refuse(ErrUnknown, "No request to the world waits for an answer under %s.", c.No)
	case len(open) == 0:
		return refuse(ErrUnknown, "No request to the world waits for an answer.")
	case len(open) > 1:
		names := make([]string, len(open))
		for i, x := range open {
			names[i] = "#" + requestNo(x.n) + " (" + d.s.teamName(x.team) + ")"
		}
		return refuse(ErrUnknown, "Several requests wait: %s. Say which: `reply-as NAME #R1 \"…\"`.", listed(names))
	}
	d.emit(Replied{N: open[0].n, Name: name, Words: words})
	return nil
}

func requestNo(n int) string { return "R" + itoa(n) }

func (e Requested) apply(s *State, a Act) {
	s.rfis = append(slices.Clip(s.rfis), request{n: e.N, team: e.Team, to: e.To, words: e.Words, wall: a.Wall})
	text := say("asks the world: %s", s.text(e.Words))
	if e.To != "" {
		text = say("asks %s: %s", e.To, s.text(e.Words))
	}
	s.post(a, e, Line{Kind: "rfi", Team: e.Team, Phrase: text, words: []WordID{e.Words}})
}

func (e Replied) apply(s *State, a Act) {
	s.rfis = withAt(s.rfis, e.N-1, func(x *request) { x.answer, x.by = e.Words, e.Name })
	s.post(a, e, Line{Kind: "rfi", Phrase: say("%s answers %s: %s", e.Name, s.teamName(s.rfis[e.N-1].team), s.text(e.Words)), words: []WordID{e.Words}})
}
