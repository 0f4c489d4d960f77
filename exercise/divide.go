package exercise

import "slices"

// Divide moves that a paragraph be decided by itself. The chair grants it by
// the gavel on the motion, or puts it. After that the paragraph is a subject
// of decisions like a clause, and the clause is agreed once all of it is.
type Divide struct {
	Para ParaID `json:"para"`
}

// ClauseDivided: the paragraph is decided by itself from now on.
type ClauseDivided struct {
	Para ParaID `json:"para"`
}

func (c Divide) decide(d *decider) error {
	if err := d.mayDivide(c.Para); err != nil {
		return err
	}
	return d.move(Moved{Kind: MotionDivide, Clause: clauseOf(c.Para), Para: c.Para})
}

func (d *decider) mayDivide(para ParaID) error {
	p, ok := d.s.para(para)
	if !ok {
		return refuse(ErrUnknown, "There is no paragraph %s.", para)
	}
	c, _ := d.s.clause(clauseOf(p.ID))
	switch {
	case c.State != ClauseOpen && c.State != ClauseReopened:
		return refuse(ErrNotNow, "Clause %s is %s; only an open clause is divided.", c.ID, word(c.State))
	case len(c.Paras) == 1:
		return refuse(ErrNotNow, "Clause %s has one paragraph only; it is decided as a whole.", c.ID)
	case slices.Contains(c.Divided, p.ID):
		return refuse(ErrNotNow, "Paragraph %s is decided by itself already.", p.ID)
	}
	return nil
}

// paraSubject is a paragraph as the subject of a decision.
func (s State) paraSubject(p Paragraph) (subject, error) {
	c, _ := s.clause(clauseOf(p.ID))
	if !slices.Contains(c.Divided, p.ID) {
		return subject{}, refuse(ErrNotNow, "Paragraph %s is decided with its clause, unless `divide %s` is granted first.", p.ID, p.ID)
	}
	return subject{x: Subject(p.ID), title: say("paragraph %s", p.ID), clauses: []ClauseID{c.ID}, para: p.ID}, nil
}

// mayAgree refuses a paragraph that has been agreed or has open points, and a
// clause whose divided paragraphs have not all been agreed.
func (d *decider) mayAgree(form string, sub subject) error {
	for _, id := range sub.agreed() {
		c, _ := d.s.clause(id)
		apart := slices.IndexFunc(c.Divided, func(p ParaID) bool { return !slices.Contains(c.Agreed, p) })
		if apart >= 0 && form != FormDeferral {
			return refuse(ErrNotNow, "Paragraph %s is decided by itself; `gavel %s` or `put %s` first.", c.Divided[apart], c.Divided[apart], c.Divided[apart])
		}
	}
	p, ok := d.s.para(sub.para)
	if !ok {
		return nil
	}
	if c, _ := d.s.clause(clauseOf(p.ID)); slices.Contains(c.Agreed, p.ID) {
		return refuse(ErrNotNow, "Paragraph %s is agreed already.", p.ID)
	}
	if points := openPoints(p); len(points) > 0 {
		return refuse(ErrNotNow, "Paragraph %s still has an open point: %s. Close it first.", p.ID, points[0].ID)
	}
	return nil
}

// withAgreed is a clause in which one more paragraph is agreed; the clause is
// once all are.
func (s State) withAgreed(para ParaID, revision int) Clause {
	c, _ := s.clause(clauseOf(para))
	c.Agreed, c.Revision = append(slices.Clip(c.Agreed), para), revision
	if !slices.ContainsFunc(c.Paras, func(p Paragraph) bool { return !slices.Contains(c.Agreed, p.ID) }) {
		c.State = ClauseAgreed
	}
	return c
}

func (e ClauseDivided) apply(s *State, a Act) {
	s.changeClause(clauseOf(e.Para), func(c *Clause) { c.Divided = append(slices.Clip(c.Divided), e.Para) })
	s.post(a, e, Line{Kind: "motion", Ref: string(e.Para), Phrase: say("Paragraph %s is decided by itself.", e.Para)})
}
