package exercise

// Recalled: a delivered inject counts no more. Its readers are told, and the
// trace stays.
type Recalled struct {
	Inject InjectID `json:"inject"`
	Why    WordID   `json:"why"`
}

func (c RecallInject) decide(d *decider) error {
	if err := d.direct("recall an inject"); err != nil {
		return err
	}
	if i := d.s.injectIndex(c.Inject); i >= 0 && d.s.injects[i].state == InjectQueued {
		return refuse(ErrNotNow, "%s is not out yet; `takeback %s` stops it unseen.", c.Inject, c.Inject)
	}
	x, err := d.planned(c.Inject, InjectDelivered)
	if err != nil {
		return err
	}
	if err := said(c.Why, "A recall"); err != nil {
		return err
	}
	d.emit(Recalled{Inject: x.ID, Why: c.Why.ID})
	return nil
}

func (e Recalled) apply(s *State, a Act) {
	s.changeInject(e.Inject, func(x *injectState) { x.state, x.why = InjectRecalled, e.Why })
	x := s.injects[s.injectIndex(e.Inject)]
	for _, r := range s.audience(e) {
		label := x.nameIn(r)
		s.postIn(r, a, Line{
			Kind: "recall", Ref: label, words: []WordID{e.Why},
			Phrase: say("Incident %s is recalled: %s It counts no more.", label, ended(s.text(e.Why))),
		})
	}
}
