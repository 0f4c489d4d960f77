package exercise

import "slices"

// undoTime is how long the chair may take back a slipped gavel or close, in
// ms of wall time.
const undoTime = 60 * second

// undoable is the chair's decision that can still be taken back, or why not.
func (s State) undoable() (decision, error) {
	for i := len(s.decided) - 1; i >= 0; i-- {
		x := s.decided[i]
		if x.takenBack || x.outcome == "" {
			continue
		}
		switch {
		case s.now.wall-x.closedWall > undoTime:
			return x, refuse(ErrNotNow, "More than 60 seconds have passed since %s was decided; only a motion to reopen helps now.", x.X)
		case slices.ContainsFunc(x.adRef, func(r adRef) bool { return r.lapsed }):
			return x, refuse(ErrNotNow, "The decision on %s was postponed already.", x.X)
		case x.outcome == ObjectedTo || (x.outcome != Carried && x.closedBy == ""):
			return x, refuse(ErrNotNow, "Nothing was decided on %s; there is nothing to take back.", x.X)
		case s.restsOn(x):
			return x, refuse(ErrNotNow, "The draft has changed since %s was decided, so it cannot be taken back.", x.X)
		}
		return x, nil
	}
	return decision{}, refuse(ErrNotNow, "There is no decision to take back.")
}

// restsOn: a later change to one of its clauses, or a signature, rests on it.
func (s State) restsOn(x decision) bool {
	if x.outcome != Carried {
		return false
	}
	if sub := s.subjectOf(x.ID); sub == WholeText && len(s.closing.signatures) > 0 {
		return true
	}
	return slices.ContainsFunc(x.before, func(old Clause) bool {
		now, _ := s.clause(old.ID)
		return now.Revision != x.revision
	})
}

func (c Undo) decide(d *decider) error {
	if !d.seat.Has(Chair) {
		return refuse(ErrRole, "Only the chair can take back, and only a gavel or a close within 60 seconds. You can `correct` a line, `clear` a stance, or change a position while it stands.")
	}
	if err := d.play("take back a decision", Table, Closing); err != nil {
		return err
	}
	x, err := d.s.undoable()
	if err != nil {
		return err
	}
	if open := d.s.standing(); len(open) > 0 {
		return refuse(ErrNotNow, "%s stands; close it before an earlier decision is taken back.", open[0].X)
	}
	e := TakenBack{ID: x.ID, Clauses: x.before, Amendments: x.beforeAm, Revision: d.s.draft.revision + 1}
	if x.Form == FormPut && x.closedBy != "" {
		e.Reopened, e.Until = true, d.s.now.table+max(x.left, 30*second)
	}
	for i := range e.Clauses {
		e.Clauses = slices.Clone(e.Clauses)
		e.Clauses[i].Revision = e.Revision
	}
	d.emit(e)
	return nil
}

func (e TakenBack) apply(s *State, a Act) {
	if s.subjectOf(e.ID) == WholeText {
		s.closing.adopted = false
	}
	s.putClauses(e.Clauses)
	s.putAmendments(e.Amendments)
	s.draft.revision = e.Revision
	s.changeDecision(e.ID, func(x *decision) {
		x.outcome, x.sentence, x.adRef, x.before, x.after, x.beforeAm, x.closedBy = "", "", nil, nil, nil, nil, ""
		x.takenBack, x.settling, x.settled = !e.Reopened, false, 0
		if e.Reopened {
			x.Until = e.Until
		}
	})
	x, _ := s.decision(e.ID)
	text := "takes back the decision on " + string(x.X) + ": the text is as it was before."
	if e.Reopened {
		text = "takes back the closing of " + string(x.X) + ": positions are open again."
	}
	s.post(a, e, Line{Kind: "undo", Seat: a.Seat, Ref: string(x.X), Text: text})
}
