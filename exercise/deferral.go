package exercise

import "slices"

// FormDeferral is a gavel that moves a clause to the annex.
const FormDeferral = "deferral"

// Defer moves clauses with their brackets to the annex, by gavel; several are
// one sheet.
type Defer struct {
	Clauses []ClauseID `json:"clauses"`
}

func (c Defer) decide(d *decider) error {
	if err := d.need("defer a clause", Chair); err != nil {
		return err
	}
	if len(c.Clauses) == 0 {
		return refuse(ErrText, "Say which clauses to defer: `defer 4 6`.")
	}
	xs := make([]Subject, len(c.Clauses))
	for i, id := range c.Clauses {
		if _, ok := d.s.clause(id); !ok {
			return refuse(ErrUnknown, "There is no clause %s.", id)
		}
		xs[i] = Subject(id)
	}
	return d.open(FormDeferral, xs, 0, d.s.plan.Times.Gavel)
}

// remaining lists the clauses that are neither agreed, deferred nor deleted.
func (s State) remaining() []ClauseID {
	var ids []ClauseID
	for _, c := range s.draft.clauses {
		if !c.settled() {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// inEndgame: the item in hand is the endgame.
func (s State) inEndgame() bool {
	return s.phase == Table && s.agenda.item >= 0 && s.plan.Agenda[s.agenda.item].Kind == Endgame
}

// offersDeferral lists what the endgame offers to defer on one sheet: all that
// remains and is not before the table already.
func (s State) offersDeferral() []ClauseID {
	if !s.inEndgame() {
		return nil
	}
	ids := slices.DeleteFunc(s.remaining(), func(id ClauseID) bool {
		return slices.ContainsFunc(s.standing(), func(x decision) bool { return s.touches(x, id) })
	})
	return ids[:min(len(ids), max(mostStanding-len(s.standing()), 0))]
}

// annex lists the clauses that are deferred: not agreed.
func (s State) annex() []ClauseID {
	var ids []ClauseID
	for _, c := range s.draft.clauses {
		if c.State == ClauseDeferred {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
