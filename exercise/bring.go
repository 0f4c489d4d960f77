package exercise

// Bring puts a clause, a paragraph or anything that can be decided before
// everybody at the table; nothing takes it away again.
type Bring struct {
	X Subject `json:"x"`
}

// Brought: this is what the chair has brought to everybody's screen.
type Brought struct {
	X Subject `json:"x"`
}

func (c Bring) decide(d *decider) error {
	if err := d.need("bring something to everybody's screen", Chair); err != nil {
		return err
	}
	if err := d.play("bring something to everybody's screen", Briefing, Table, Closing); err != nil {
		return err
	}
	x, err := d.s.bringable(c.X)
	if err != nil {
		return err
	}
	d.emit(Brought{X: x})
	return nil
}

// bringable finds what can be shown: a paragraph, written input, or whatever
// can be decided.
func (s State) bringable(x Subject) (Subject, error) {
	if p, ok := s.para(ParaID(x)); ok {
		return Subject(p.ID), nil
	}
	if in, ok := s.inputFor("", AmendmentID(x)); ok {
		return Subject(in.ID), nil
	}
	sub, err := s.subject(x)
	return sub.x, err
}

func (e Brought) apply(s *State, a Act) {
	s.focus = e.X
	s.post(a, e, Line{Kind: "chair", Seat: a.Seat, Ref: string(e.X), Phrase: say("brings %s before everybody.", e.X)})
}
