package exercise

import "slices"

// FormReopening is a gavel on opening again what was decided.
const FormReopening = "reopening"

// returnTime is how long after its return a team that had been declared absent
// may have reopened what was decided meanwhile, in ms of wall time.
const returnTime = 5 * minute

// RequestReopen asks the chair to reopen a clause, the text or a decision. A
// team back from an absence has a right to it for what was decided meanwhile.
type RequestReopen struct {
	X Subject `json:"x"`
}

// Reopen asks the table whether there is any objection to reopening.
type Reopen struct {
	X Subject `json:"x"`
}

// ReopenRequested: a delegate asks the chair to reopen X.
type ReopenRequested struct {
	Team TeamID  `json:"team"`
	X    Subject `json:"x"`
}

// Reopened: clauses are open again, as they now are. What was said on them is
// void and stays on record.
type Reopened struct {
	X          Subject      `json:"x"`
	Clauses    []Clause     `json:"clauses"`
	Amendments []Amendment  `json:"amendments,omitempty"` // lodged again with their points
	Voids      []DecisionID `json:"voids,omitempty"`
	Kept       []PointID    `json:"kept,omitempty"` // whose words have changed since: they stay closed
	// Unadopted: the text is no longer adopted, so the signatures are void too.
	Unadopted bool `json:"unadopted,omitempty"`
	Revision  int  `json:"revision"`
}

// reopenable resolves what can be reopened: a closed clause, the adopted text,
// or what a decision made the text.
func (s State) reopenable(x Subject) (subject, error) {
	if sameSubject(x, WholeText) {
		if !s.closing.adopted {
			return subject{}, refuse(ErrNotNow, "The text has not been adopted; name the clause to reopen, such as 3.")
		}
		return subject{x: WholeText, title: say("the adopted text"), whole: true}, nil
	}
	if c, ok := s.clause(ClauseID(x)); ok {
		if !c.settled() {
			return subject{}, refuse(ErrNotNow, "Clause %s is open; it can be amended as it is.", c.ID)
		}
		return subject{x: Subject(c.ID), title: say("clause %s", c.ID), clauses: []ClauseID{c.ID}, clause: true}, nil
	}
	if c, _ := s.clause(clauseOf(ParaID(x))); !c.settled() && slices.Contains(c.Agreed, ParaID(x)) {
		return subject{x: x, title: say("paragraph %s", x), clauses: []ClauseID{c.ID}, para: ParaID(x)}, nil
	}
	for _, d := range slices.Backward(s.decided) {
		if d.standsDecided() && len(d.closed) > 0 && (sameSubject(d.X, x) || sameSubject(Subject(d.ID), x)) {
			sub := subject{x: Subject(d.ID), title: say("%s on %s", d.ID, d.X)}
			for _, c := range d.after {
				sub.clauses = append(sub.clauses, c.ID)
			}
			return sub, nil
		}
		if d.standsDecided() && sameSubject(Subject(d.ID), x) {
			return s.reopenable(d.X) // it agreed a clause or the text
		}
	}
	return subject{}, refuse(ErrUnknown, "Nothing called %q has been decided. Name a clause such as 3, a decision such as D2, or `text`.", x)
}

// standsDecided: it carried and nothing has taken it back since.
func (x decision) standsDecided() bool {
	return x.outcome == Carried && !x.takenBack && !x.voided
}

// reopen opens an agreed, final, deferred or deleted clause again. It voids
// the positions, signatures and reservations on it, which stay on record, and
// returns to the table phase. An open clause stays as it is.
func (d *decider) reopen(clause ClauseID) {
	if sub, err := d.s.reopenable(Subject(clause)); err == nil {
		d.reopenWhat(sub)
	}
}

// reopenWhat opens again what reopenable has found.
func (d *decider) reopenWhat(sub subject) {
	e := Reopened{X: sub.x, Revision: d.s.draft.revision + 1}
	back, touched := d.s, slices.Clone(sub.clauses)
	unmake := func(x decision) {
		clauses, amendments, kept := back.unmade(x)
		back.putClauses(clauses)
		e.Amendments, e.Kept = append(e.Amendments, amendments...), append(e.Kept, kept...)
		for _, c := range clauses {
			touched = append(touched, c.ID)
		}
	}
	if x, _ := d.s.decision(DecisionID(sub.x)); x.ID != "" {
		unmake(x)
		if x.standsDecided() {
			e.Voids = append(e.Voids, x.ID)
		}
	}
	for _, id := range sub.clauses {
		for _, x := range d.s.closers(id, sub.para) {
			if c, _ := d.s.clause(id); c.State == ClauseDeleted && x.ID != DecisionID(sub.x) {
				unmake(x)
			}
			e.Voids = append(e.Voids, x.ID)
		}
	}
	if e.Unadopted = d.s.closing.adopted; e.Unadopted {
		e.Voids = append(e.Voids, d.s.adoptions()...)
	}
	e.Voids = d.s.inOrder(e.Voids)
	e.Clauses = back.openAgain(sub, touched, e)
	d.emit(e)
	if d.s.phase == Closing {
		d.emit(PhaseEntered{Phase: Table})
	}
}

// inOrder lists decisions once each, in order of opening.
func (s State) inOrder(ids []DecisionID) []DecisionID {
	var list []DecisionID
	for _, x := range s.decided {
		if slices.Contains(ids, x.ID) {
			list = append(list, x.ID)
		}
	}
	return list
}

// closers are the decisions that made a clause what it is: agreed, deferred,
// deleted, by paragraphs where it was divided; those on one paragraph alone
// where that is named. Those on single points of it stand.
func (s State) closers(id ClauseID, para ParaID) []decision {
	var list []decision
	for _, x := range s.decided {
		closed := func(c Clause) bool {
			if para != "" {
				return x.X == Subject(para)
			}
			return c.ID == id && (c.settled() || slices.Contains(c.Agreed, ParaID(x.X)))
		}
		if x.standsDecided() && x.X != WholeText && slices.ContainsFunc(x.after, closed) {
			list = append(list, x)
		}
	}
	return list
}

func (s State) adoptions() []DecisionID {
	var ids []DecisionID
	for _, x := range s.decided {
		if x.standsDecided() && x.X == WholeText && x.Form != FormReopening {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// openAgain gives the clauses that a reopening changes: those it opens and
// those it touches. Where the text was adopted, the others are agreed
// provisionally again.
func (s State) openAgain(sub subject, touched []ClauseID, e Reopened) []Clause {
	var changed []Clause
	for _, c := range s.draft.clauses {
		switch {
		case slices.Contains(sub.clauses, c.ID) && sub.para != "":
			c.Agreed = without(c.Agreed, sub.para)
		case slices.Contains(sub.clauses, c.ID) && c.settled():
			c.State, c.Agreed = ClauseReopened, nil
		case e.Unadopted && c.State == ClauseFinal:
			c.State = ClauseAgreed
		case !slices.Contains(touched, c.ID):
			continue
		}
		c.Revision = e.Revision
		changed = append(changed, c)
	}
	return changed
}

func (e Reopened) apply(s *State, a Act) {
	text := s.reopenedLine(e)
	s.putClauses(e.Clauses)
	s.putAmendments(e.Amendments)
	s.draft.revision = e.Revision
	for _, id := range e.Voids {
		s.changeDecision(id, func(x *decision) { x.voided = true })
	}
	if e.Unadopted {
		s.closing.voided = append(slices.Clip(s.closing.voided), s.closing.signatures...)
		s.closing.adopted, s.closing.signatures = false, nil
	}
	s.desk.reopenings = slices.DeleteFunc(slices.Clone(s.desk.reopenings), func(r putRequest) bool { return r.x == e.X })
	s.post(a, e, Line{Kind: "reopened", Ref: string(e.X), Phrase: text})
}

// reopenedLine tells what is open again, what is void and what stays closed.
func (s State) reopenedLine(e Reopened) Phrase {
	text := s.openedAgain(e)
	if len(e.Voids) > 0 {
		text = say("%s %s", text, say("What was decided by %s is void and stays on record.", listed(e.Voids)))
	}
	if e.Unadopted {
		text = say("%s %s", text, say("The text is no longer adopted; signatures and reservations are void."))
	}
	if len(e.Kept) > 0 { // points that cannot come back
		text = say("%s %s", text, tally(len(e.Kept), "%[2]s stays closed: its words have been changed since and stand as they are.",
			"%[2]s stay closed: their words have been changed since and stand as they are.", listed(e.Kept)))
	}
	return text
}

func (s State) openedAgain(e Reopened) Phrase {
	var open []ClauseID
	var points []string
	for _, c := range e.Clauses {
		old, _ := s.clause(c.ID)
		if !c.settled() {
			open = append(open, c.ID)
		}
		for _, p := range pointsOf(c) {
			if !slices.Contains(pointsOf(old), p) {
				points = append(points, p)
			}
		}
	}
	text := say("The text is open again")
	if len(open) > 0 {
		text = tally(len(open), "Clause %[2]s is open again", "Clauses %[2]s are open again", listed(open))
	}
	if p, ok := s.para(ParaID(e.X)); ok {
		text = say("Paragraph %s is open again", p.ID)
	}
	if len(points) > 0 {
		text = say("%s, with %s as before", text, listed(points))
	}
	return text.Ended()
}

func (c RequestReopen) decide(d *decider) error {
	team, err := d.team("ask for something to be reopened")
	if err != nil {
		return err
	}
	if err := d.play("ask for something to be reopened", Table, Closing); err != nil {
		return err
	}
	sub, err := d.s.reopenable(c.X)
	if err != nil {
		return err
	}
	if d.s.decidedWhileAway(team, sub) {
		return d.askReopening(sub, team)
	}
	if slices.Contains(d.s.desk.reopenings, putRequest{team, sub.x}) {
		return refuse(ErrNotNow, "You have asked for that already; the chair sees it.")
	}
	d.emit(ReopenRequested{Team: team, X: sub.x})
	return nil
}

func (c Reopen) decide(d *decider) error {
	if err := d.need("ask whether something is reopened", Chair); err != nil {
		return err
	}
	sub, err := d.s.reopenable(c.X)
	if err != nil {
		return err
	}
	return d.askReopening(sub, "")
}

// askReopening opens a gavel on a reopening. Where it is the right of a team
// back from an absence, only a majority of the teams can refuse it.
func (d *decider) askReopening(sub subject, right TeamID) error {
	if err := d.mayOpen(); err != nil {
		return err
	}
	open := d.s.standing()
	if len(open) >= mostStanding {
		return refuse(ErrNotNow, "Eight decisions stand already; close one first.")
	}
	for _, x := range open {
		if other, err := d.s.subject(x.X); sameSubject(x.X, sub.x) || err == nil && sub.clash(other) {
			return refuse(ErrNotNow, "%s on %s stands and is about the same words; close it first.", x.ID, x.title)
		}
	}
	d.emit(DecisionOpened{
		ID: DecisionID("D" + itoa(len(d.s.decided)+1)), Form: FormReopening, X: sub.x, Right: right,
		Until: d.s.now.table + d.s.plan.Times.Gavel, Opened: d.s.now.table,
	})
	return nil
}

// decidedWhileAway: for five minutes after its return, a team that had been
// declared absent may have reopened what was decided meanwhile.
func (s State) decidedWhileAway(team TeamID, sub subject) bool {
	away := s.teams[team]
	if away.backAt == 0 || s.now.wall-away.backAt > returnTime {
		return false
	}
	return slices.ContainsFunc(s.decided, func(x decision) bool {
		about := sameSubject(Subject(x.ID), sub.x) || x.X == WholeText && sub.whole ||
			slices.ContainsFunc(x.after, func(c Clause) bool { return c.settled() && slices.Contains(sub.clauses, c.ID) && sub.clause })
		return x.standsDecided() && about && x.closedWall >= away.declaredAt && x.closedWall <= away.backAt
	})
}

// judgeReturn: a reopening that is a returned team's right is granted unless a
// majority of the teams with a say objects.
func (s State) judgeReturn(x decision) verdict {
	objects := 0
	for _, p := range x.positions {
		objects += bit(p.kind == Objects)
	}
	teams := len(s.say())
	if 2*objects > teams {
		return verdict{outcome: ObjectedTo, sentence: tally(teams, "Refused: %[2]d of %[1]d team objected, a majority.", "Refused: %[2]d of %[1]d teams objected, a majority.", objects)}
	}
	return verdict{outcome: Carried, sentence: tally(teams, "Granted: %[2]d of %[1]d team objected, a majority would be needed.",
		"Granted: %[2]d of %[1]d teams objected, a majority would be needed.", objects)}
}

func (e ReopenRequested) apply(s *State, a Act) {
	s.desk.reopenings = append(slices.Clip(s.desk.reopenings), putRequest{e.Team, e.X})
	s.post(a, e, Line{Kind: "request", Team: e.Team, Ref: string(e.X), Phrase: say("asks the chair to reopen %s.", e.X)})
}
