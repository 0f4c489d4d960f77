package exercise

import "slices"

// close judges a decision and carries out what was decided.
func (d *decider) close(id DecisionID, by SeatID) {
	if x, _ := d.s.decision(id); x.outcome != "" || x.takenBack {
		return // what closed before it left nothing to decide
	}
	d.applyConditions(id)
	x, _ := d.s.decision(id)
	v := d.s.judge(x)
	if x.Form == FormSilence && by != "" && v.outcome == Carried {
		v = verdict{outcome: Postponed, sentence: say("Postponed: the chair has ended the silence procedure.")}
	}
	e := Decided{ID: id, Outcome: v.outcome, Binding: v.binding, Silent: v.silent, Tallies: v.tallies, Revision: d.s.draft.revision}
	e.say(v.sentence)
	switch {
	case v.outcome == Carried:
		d.carry(&e, x)
	case v.outcome == NotCarried && x.Form == FormPut:
		d.fall(&e, x)
	}
	d.emit(e)
	d.spend(x, e.Outcome)
	if e.Outcome == Carried && x.Form == FormReopening {
		d.reopenWhat(d.s.matter(x))
	}
	d.follow(id)
	d.exclude()
	d.release()
}

// carry fills in what follows from a decision that carried.
func (d *decider) carry(e *Decided, x decision) {
	sub, err := d.s.askedOn(x.Form, x.X)
	if err != nil { // what it was about has gone meanwhile, by another decision
		e.Outcome = NotCarried
		e.say(notDecided(err))
		return
	}
	if x.Form == FormReopening {
		return
	}
	if err := d.mayDecide(x.Form, sub); err != nil { // the draft has moved on since it opened
		e.Outcome = NotCarried
		e.say(notDecided(err))
		return
	}
	e.Revision = d.s.draft.revision + 1
	for _, p := range x.positions {
		if p.adRef > 0 && p.kind == Accept {
			e.AdRef = append(e.AdRef, AdRef{Team: p.team, Until: d.s.now.table + p.adRef})
		}
	}
	switch {
	case sub.motion == MotionDefer:
		e.Clauses = d.s.inState(sub.clauses, ClauseDeferred, e.Revision)
	case sub.motion != "":
		e.Revision = d.s.draft.revision
	case sub.para != "":
		e.Clauses = []Clause{d.s.withAgreed(sub.para, e.Revision)}
	case sub.whole:
		e.Clauses = d.s.adopted(e.Revision)
	case x.Form == FormDeferral:
		e.Clauses = d.s.inState(sub.clauses, ClauseDeferred, e.Revision)
	case sub.clause:
		e.Clauses = d.s.inState(sub.clauses, ClauseAgreed, e.Revision)
	default:
		d.carryAlternatives(e, sub)
	}
	d.understand(e, x, sub)
}

func (s State) inState(ids []ClauseID, state ClauseState, revision int) []Clause {
	var changed []Clause
	for _, id := range ids {
		c, _ := s.clause(id)
		c.State, c.Revision = state, revision
		changed = append(changed, c)
	}
	return changed
}

func (s State) adopted(revision int) []Clause {
	var changed []Clause
	for _, c := range s.draft.clauses {
		if c.State == ClauseAgreed {
			c.State, c.Revision = ClauseFinal, revision
			changed = append(changed, c)
		}
	}
	return changed
}

// carryAlternatives makes the alternatives the text and closes their points.
func (d *decider) carryAlternatives(e *Decided, sub subject) {
	scratch := d.s
	for _, alt := range sub.alts {
		p, _ := scratch.para(paraOf(alt.Point))
		next, closed, err := closePoint(p, alt)
		if err != nil {
			continue // an inner point closed with the outer one just before
		}
		scratch.putParas([]Paragraph{next}, e.Revision)
		e.Closed = append(e.Closed, closed...)
	}
	if len(e.Closed) == 0 && len(sub.agreed()) == 0 {
		e.Outcome, e.Revision = NotCarried, d.s.draft.revision
		e.say(say("Not decided: what it was about is no longer open."))
		return
	}
	e.Amendments = scratch.settleAmendments(e.Closed, sub, e.Revision)
	for _, id := range sub.clauses {
		c, _ := scratch.clause(id)
		switch {
		case len(pointsOf(c)) == 0 && scratch.isEmpty(c):
			c.State = ClauseDeleted
		case slices.Contains(sub.agreed(), id):
			c.State, c.Revision = ClauseAgreed, e.Revision
		}
		e.Clauses = append(e.Clauses, c)
	}
}

func (s State) isEmpty(c Clause) bool {
	for _, p := range c.Paras {
		if plainNodes(p.Nodes, nil, s.texting()) != "" {
			return false
		}
	}
	return true
}

// settleAmendments tells which amendments a closing carried or left aside.
// One whose parts stand or fall together falls whole: its other alternatives
// are withdrawn from the draft.
func (s *State) settleAmendments(closed []ClosedPoint, sub subject, revision int) []Amendment {
	var settled []Amendment
	for _, a := range s.draft.amendments {
		if a.State != AmendmentLodged && a.State != AmendmentTakenIn || !a.touchesClosed(closed) {
			continue
		}
		x := a.Amendment
		x.State = AmendmentCarried
		for _, alt := range x.Alts {
			if !decidedAs(closed, alt) && !slices.Contains(sub.alts, alt) {
				x.State = AmendmentNotTakenUp
			}
		}
		if x.State == AmendmentNotTakenUp {
			s.withdrawParts(x, closed, revision)
		}
		settled = append(settled, x)
	}
	return settled
}

func (a lodged) touchesClosed(closed []ClosedPoint) bool {
	return slices.ContainsFunc(a.Alts, func(alt AltID) bool {
		return slices.ContainsFunc(closed, func(c ClosedPoint) bool { return c.Point == alt.Point })
	})
}

func decidedAs(closed []ClosedPoint, alt AltID) bool {
	return slices.ContainsFunc(closed, func(c ClosedPoint) bool { return c.Point == alt.Point && c.Decided == alt.N })
}

func (s *State) withdrawParts(a Amendment, closed []ClosedPoint, revision int) {
	for _, team := range a.Sponsors {
		for _, p := range s.parasOf(a) {
			next, _ := leaveNodes(p, a.ID, team, leaving{others: s.sponsoredBy(team), preferred: func(AltID) bool { return false }})
			s.putParas([]Paragraph{next}, revision)
		}
	}
}

func (e Decided) apply(s *State, a Act) {
	sub, _ := s.subject(s.subjectOf(e.ID))
	was, _ := s.decision(e.ID)
	s.noteDecided(a, was)
	s.changeDecision(e.ID, func(x *decision) {
		x.outcome, x.sentence, x.tallies = e.Outcome, e.Wording.or(e.Sentence), e.Tallies
		x.closedWall, x.revision = a.Wall, e.Revision
		if _, byHand := a.Command.(Close); byHand && x.Form == FormPut {
			x.closedBy, x.left = a.Seat, max(x.Until-a.Table, 0)
		}
		x.rests = append(slices.Clip(x.rests), e.Rests...)
		x.chose = nil
		for _, p := range e.Closed {
			if p.Decided > 0 {
				x.chose = append(x.chose, AltID{p.Point, p.Decided})
			}
		}
		for _, r := range e.AdRef {
			x.adRef = append(slices.Clip(x.adRef), adRef{AdRef: r})
		}
		for _, c := range e.Clauses {
			old, _ := s.clause(c.ID)
			x.before, x.after = append(slices.Clip(x.before), old), append(slices.Clip(x.after), c)
		}
		for _, m := range e.Amendments {
			old, _ := s.amendment(m.ID)
			x.beforeAm = append(slices.Clip(x.beforeAm), old.Amendment)
		}
		x.closed = e.Closed
	})
	s.putClauses(e.Clauses)
	s.putAmendments(e.Amendments)
	s.draft.revision = e.Revision
	x, _ := s.decision(e.ID)
	if e.Outcome == Carried && sub.whole && x.Form != FormReopening {
		s.closing.adopted = true
	}
	text := say("On %s. %s", x.title, x.sentence)
	if x.Form == FormDeferral {
		text = say("On deferring %s. %s", x.title, x.sentence)
	}
	s.desk.requests = slices.DeleteFunc(slices.Clone(s.desk.requests), func(r putRequest) bool { return r.x == x.X })
	s.post(a, e, Line{Kind: "decided", Ref: string(e.ID), Phrase: text, cites: x.quotes})
}

// say gives a decision its sentence, and add one more.
func (e *Decided) say(sentence Phrase) {
	e.Sentence, e.Wording = sentence.String(), Wording{sentence}
}

func (e *Decided) add(more Phrase) { e.say(say("%s %s", e.Wording.Phrase, more)) }

func (s State) subjectOf(id DecisionID) Subject {
	x, _ := s.decision(id)
	return x.X
}

func (s *State) putClauses(clauses []Clause) {
	for _, c := range clauses {
		s.changeClause(c.ID, func(x *Clause) { *x = c })
	}
}

func (s *State) putAmendments(amendments []Amendment) {
	for _, m := range amendments {
		s.changeAmendment(m.ID, func(x *Amendment) { *x = m })
	}
}
