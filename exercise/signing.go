package exercise

import "slices"

// closing is the end of the negotiation: adoption, signatures, summary.
type closing struct {
	adopted    bool
	summary    WordID
	signatures []signature
	voided     []signature // by reopening; they stay on record
}

type signature struct {
	team         TeamID
	how          string // signed, endorsed, declined
	words        WordID
	reservations []ReservedOn
	dissociated  []ClauseID
	attested     attestation
}

// How a team stands to the adopted text.
const (
	HowSigned   = "signed"
	HowEndorsed = "endorsed"
	HowDeclined = "declined"
)

// maySign: the head, after adoption, before the exercise is over.
func (d *decider) maySign(what string) (TeamID, error) {
	team, err := d.head(what)
	if err != nil {
		return "", err
	}
	if err := d.play(what, Table, Closing); err != nil {
		return "", err
	}
	if !d.s.closing.adopted {
		return "", refuse(ErrNotNow, "The text has not been adopted yet; there is nothing to sign.")
	}
	return team, nil
}

func (c Sign) decide(d *decider) error {
	team, err := d.maySign("sign")
	if err != nil {
		return err
	}
	e := Signed{Team: team}
	for _, r := range c.Reservations {
		clause, ok := d.s.clause(r.Clause)
		switch {
		case !ok:
			return refuse(ErrUnknown, "There is no clause %s.", r.Clause)
		case clause.State != ClauseFinal:
			return refuse(ErrNotNow, "Clause %s is not part of the adopted text.", r.Clause)
		case clause.NoReservation:
			return refuse(ErrRole, "Clause %s admits no reservation.", r.Clause)
		}
		if err := said(r.Words, "A reservation"); err != nil {
			return err
		}
		if slices.ContainsFunc(e.Reservations, func(x ReservedOn) bool { return x.Clause == r.Clause }) {
			return refuse(ErrText, "There are two reservations to clause %s; put them into one.", r.Clause)
		}
		e.Reservations = append(e.Reservations, ReservedOn{Clause: r.Clause, Words: r.Words.ID})
	}
	d.emit(e)
	return nil
}

func (c Endorse) decide(d *decider) error {
	team, err := d.maySign("endorse the text")
	if err != nil {
		return err
	}
	d.emit(Endorsed{Team: team})
	return nil
}

func (c Decline) decide(d *decider) error {
	team, err := d.maySign("decline to sign")
	if err != nil {
		return err
	}
	d.emit(Declined{Team: team, Words: c.Words.ID})
	return nil
}

func (c Dissociate) decide(d *decider) error {
	team, err := d.maySign("dissociate from a clause")
	if err != nil {
		return err
	}
	clause, ok := d.s.clause(c.Clause)
	if !ok || clause.State != ClauseFinal {
		return refuse(ErrUnknown, "Clause %s is not part of the adopted text.", c.Clause)
	}
	if x := d.s.signatureOf(team); slices.Contains(x.dissociated, c.Clause) {
		return refuse(ErrNotNow, "You have dissociated from clause %s already.", c.Clause)
	}
	d.emit(Dissociated{Team: team, Clause: c.Clause})
	return nil
}

func (s State) signatureOf(team TeamID) signature {
	for _, x := range s.closing.signatures {
		if x.team == team {
			return x
		}
	}
	return signature{team: team}
}

func (s *State) sign(team TeamID, change func(*signature)) {
	x := s.signatureOf(team)
	change(&x)
	rest := slices.DeleteFunc(slices.Clone(s.closing.signatures), func(y signature) bool { return y.team == team })
	s.closing.signatures = append(rest, x)
}

// stands replaces how a team stood, and what was proved of that.
func (x *signature) stands(how string, reservations []ReservedOn, words WordID) {
	x.how, x.reservations, x.words, x.attested = how, reservations, words, attestation{}
}

func (e Signed) apply(s *State, a Act) {
	s.sign(e.Team, func(x *signature) { x.stands(HowSigned, e.Reservations, WordID{}) })
	text := say("signs.")
	var words []WordID
	if len(e.Reservations) > 0 {
		var parts []Phrase
		for _, r := range e.Reservations {
			parts = append(parts, say("to clause %s: %s", r.Clause, s.text(r.Words)))
			words = append(words, r.Words)
		}
		text = say("signs, with a reservation %s", listed(parts).Ended())
	}
	s.post(a, e, Line{Kind: "signed", Team: e.Team, Phrase: text, words: words})
}

func (e Endorsed) apply(s *State, a Act) {
	s.sign(e.Team, func(x *signature) { x.stands(HowEndorsed, nil, WordID{}) })
	s.post(a, e, Line{Kind: "signed", Team: e.Team, Phrase: say("endorses the text without being bound by it.")})
}

func (e Declined) apply(s *State, a Act) {
	s.sign(e.Team, func(x *signature) { x.stands(HowDeclined, nil, e.Words) })
	text := say("does not sign.")
	if why := s.text(e.Words); why != "" {
		text = say("does not sign: %s", ended(why))
	}
	s.post(a, e, Line{Kind: "signed", Team: e.Team, Phrase: text, words: []WordID{e.Words}})
}

func (e Dissociated) apply(s *State, a Act) {
	s.sign(e.Team, func(x *signature) { x.dissociated = append(slices.Clone(x.dissociated), e.Clause) })
	s.post(a, e, Line{Kind: "signed", Team: e.Team, Phrase: say("dissociates itself from clause %s.", e.Clause)})
}

func (c Summarise) decide(d *decider) error {
	if err := d.need("write the chair's summary", Chair); err != nil {
		return err
	}
	if err := d.play("write the summary", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "The summary"); err != nil {
		return err
	}
	d.emit(Summarised{Words: c.Words.ID})
	return nil
}

func (e Summarised) apply(s *State, a Act) {
	s.closing.summary = e.Words
	s.post(a, e, Line{Kind: "summary", Seat: a.Seat, Phrase: say("sums up: %s", s.text(e.Words)), words: []WordID{e.Words}})
}

// outcomeLine is the first line of the minutes: adopted and signed, adopted
// in part, chair's summary, or no outcome, in falling order.
func (s State) outcomeLine() Phrase {
	return outcomeOf(s.closing.adopted, s.inEffect(), s.annex(), s.closing.summary != (WordID{}))
}

func outcomeOf(adopted, inEffect bool, annex []ClauseID, summary bool) Phrase {
	switch {
	case adopted && len(annex) == 0 && inEffect:
		return say("Adopted and signed")
	case adopted && len(annex) == 0:
		return say("Adopted but not yet in effect")
	case adopted && inEffect:
		return say("Adopted in part and signed; not agreed: %s", clausesLine(annex))
	case adopted:
		return say("Adopted in part but not yet in effect; not agreed: %s", clausesLine(annex))
	case summary:
		return say("Chair's summary")
	}
	return say("No outcome")
}

// clausesLine names clauses in mid-sentence: "clause 3", "clauses 4 and 6".
func clausesLine(ids []ClauseID) Phrase {
	return tally(len(ids), "clause %[2]s", "clauses %[2]s", listed(ids))
}
