package exercise

import "slices"

// NotCleared tells that the capital or board refuses what was accepted ad
// referendum.
type NotCleared struct {
	X   Subject `json:"x,omitempty"` // empty where one acceptance waits
	Why Text    `json:"why"`
}

// AdRefSettled: an acceptance ad referendum is cleared, or it is not: refused,
// with words, or not cleared in time. Then the decision is postponed.
type AdRefSettled struct {
	ID      DecisionID `json:"id"`
	Team    TeamID     `json:"team"`
	Cleared bool       `json:"cleared,omitempty"`
	Words   WordID     `json:"words"`
}

// waiting lists the acceptances ad referendum that are still to be cleared.
func (x decision) waiting() []adRef {
	if len(x.adRef) == 0 || !x.standsDecided() {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(x.adRef), func(r adRef) bool { return r.Cleared || r.lapsed })
}

// pendingAdRef is the first decision that rests on an acceptance not cleared.
func (s State) pendingAdRef() *decision {
	for i, x := range s.decided {
		if len(x.waiting()) > 0 {
			return &s.decided[i]
		}
	}
	return nil
}

// dueAdRefs: an acceptance not cleared in time lapses. While the sitting is
// suspended its time stands still.
func (s State) dueAdRefs(yield func(dueItem)) {
	for i := range s.decided {
		for _, r := range s.decided[i].waiting() {
			team := r.Team
			if at, ok := s.wallOfTable(r.Until); ok {
				yield(dueItem{at: at, decide: func(d *decider) {
					x := d.s.decided[i]
					d.lapse(x, AdRefSettled{ID: x.ID, Team: team})
				}})
			}
		}
	}
}

// shiftAdRefs moves every deadline by the length of a suspension.
func (s *State) shiftAdRefs(by int64) {
	for _, x := range s.decided {
		if len(x.waiting()) == 0 {
			continue
		}
		s.changeDecision(x.ID, func(x *decision) {
			x.adRef = slices.Clone(x.adRef)
			for i := range x.adRef {
				x.adRef[i].Until += by
			}
		})
	}
}

// mine finds the acceptance of the seat's team that waits.
func (d *decider) mine(what string, about Subject) (decision, TeamID, error) {
	team, err := d.head(what)
	if err != nil {
		return decision{}, "", err
	}
	if err := d.play(what, Table, Closing, HotWash); err != nil { // while its time runs
		return decision{}, "", err
	}
	waits := func(x decision) bool {
		return slices.ContainsFunc(x.waiting(), func(r adRef) bool { return r.Team == team })
	}
	for _, x := range d.s.decided {
		if waits(x) && (about == "" || sameSubject(x.X, about) || sameSubject(Subject(x.ID), about)) {
			return x, team, nil
		}
	}
	if about == "" {
		return decision{}, "", refuse(ErrNotNow, "You have accepted nothing ad referendum that waits.")
	}
	return decision{}, "", refuse(ErrNotNow, "You have nothing ad referendum on %s.", about)
}

func (c Cleared) decide(d *decider) error {
	x, team, err := d.mine("clear an acceptance", c.X)
	if err != nil {
		return err
	}
	d.emit(AdRefSettled{ID: x.ID, Team: team, Cleared: true})
	return nil
}

func (c NotCleared) decide(d *decider) error {
	x, team, err := d.mine("take an acceptance back", c.X)
	if err != nil {
		return err
	}
	if err := said(c.Why, "A refusal"); err != nil {
		return err
	}
	d.lapse(x, AdRefSettled{ID: x.ID, Team: team, Words: c.Why.ID})
	return nil
}

// lapse: not cleared in time, or refused, the decision is postponed and its
// clause open again, with the points it closed. A clause that another decision
// has deferred or deleted since stays so.
func (d *decider) lapse(x decision, e AdRefSettled) {
	d.emit(e)
	sub := subject{x: Subject(x.ID), whole: x.X == WholeText}
	for _, made := range x.after {
		now, _ := d.s.clause(made.ID)
		gone := now.State == ClauseDeferred || now.State == ClauseDeleted
		if !sub.whole && (!gone || now.State == made.State) {
			sub.clauses = append(sub.clauses, made.ID)
		}
	}
	d.reopenWhat(sub)
}

func (e AdRefSettled) apply(s *State, a Act) {
	x, _ := s.decision(e.ID)
	why := s.text(e.Words)
	s.changeDecision(e.ID, func(x *decision) {
		x.adRef = slices.Clone(x.adRef)
		for i := range x.adRef {
			if x.adRef[i].Team == e.Team {
				x.adRef[i].Cleared, x.adRef[i].lapsed, x.adRef[i].why = e.Cleared, !e.Cleared, e.Words
			}
		}
		if !e.Cleared {
			x.outcome = Postponed
			x.sentence = say("Postponed: the acceptance of %s was not cleared in time.", s.teamName(e.Team))
			if why != "" {
				x.sentence = say("Postponed: the acceptance of %s was not cleared.", s.teamName(e.Team))
			}
		}
	})
	text := say("clears its acceptance of %s.", x.X)
	switch {
	case why != "":
		text = say("does not clear its acceptance of %s, which is postponed: %s", x.X, ended(why))
	case !e.Cleared:
		text = say("has not cleared its acceptance of %s in time: postponed.", x.X)
	}
	s.post(a, e, Line{Kind: "decided", Team: e.Team, Ref: string(e.ID), Phrase: text, words: []WordID{e.Words}})
}
