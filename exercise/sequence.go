package exercise

import (
	"cmp"
	"slices"
)

// Of several amendments to one span, deletions are taken first, then
// replacements, then additions. Which of two goes furthest is the chair's
// judgement.

type (
	// SetSequence changes the order in which a paragraph's amendments are
	// taken: those named come first.
	SetSequence struct {
		Para       ParaID        `json:"para"`
		Amendments []AmendmentID `json:"amendments"`
	}
	// SequenceSet is the chair's order for a paragraph.
	SequenceSet struct {
		Para       ParaID        `json:"para"`
		Amendments []AmendmentID `json:"amendments"`
	}
)

func (c SetSequence) decide(d *decider) error {
	if err := d.need("change the order of amendments", Chair); err != nil {
		return err
	}
	if err := d.play("change the order of amendments", Briefing, Table); err != nil {
		return err
	}
	p, ok := d.s.para(c.Para)
	if !ok {
		return refuse(ErrUnknown, "There is no paragraph %s.", c.Para)
	}
	e := SequenceSet{Para: p.ID}
	for _, id := range c.Amendments {
		a, err := d.lodgedAmendment(id)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(d.s.parasOf(a.Amendment), func(x Paragraph) bool { return x.ID == p.ID }) {
			return refuse(ErrUnknown, "%s is not to %s but to %s.", a.ID, p.ID, d.s.placesOf(a.Amendment))
		}
		e.Amendments = addOnce(e.Amendments, a.ID)
	}
	if len(e.Amendments) == 0 {
		return refuse(ErrText, "Name the amendments in the order in which they are to be taken: `sequence %s A2 A1`.", p.ID)
	}
	d.emit(e)
	return nil
}

func (e SequenceSet) apply(s *State, a Act) {
	s.draft.sequence = with(s.draft.sequence, e.Para, func(list *[]AmendmentID) { *list = e.Amendments })
	s.post(a, e, Line{Kind: "chair", Seat: a.Seat, Ref: string(e.Para), Phrase: say("takes the amendments to %s in this order: %s.", e.Para, listed(e.Amendments))})
}

// placedAmendment is an amendment with what its place in the sequence depends on.
type placedAmendment struct {
	id     AmendmentID
	point  int // the place of its first point in the clause
	chosen int // its place in the chair's order, or after all that have one
	rank   int
}

// sequences gives the order of the open amendments of every clause.
func (s State) sequences() map[ClauseID][]AmendmentID {
	byClause := map[ClauseID][]Amendment{}
	for _, a := range s.draft.amendments {
		if a.State == AmendmentLodged {
			byClause[a.Clause] = append(byClause[a.Clause], a.Amendment)
		}
	}
	out := map[ClauseID][]AmendmentID{}
	for id, list := range byClause {
		c, _ := s.clause(id)
		out[id] = s.sequenceOf(c, list)
	}
	return out
}

func (s State) sequenceOf(c Clause, list []Amendment) []AmendmentID {
	at := pointOrder(c)
	var placed []placedAmendment
	for _, a := range list {
		x := placedAmendment{id: a.ID, point: len(at), chosen: len(list), rank: rankOf(a)}
		for _, alt := range a.Alts {
			if n, open := at[alt.Point]; open {
				x.point = min(x.point, n)
			}
		}
		for _, p := range s.parasOf(a) {
			if i := slices.Index(s.draft.sequence[p.ID], a.ID); i >= 0 {
				x.chosen = min(x.chosen, i)
			}
		}
		placed = append(placed, x)
	}
	slices.SortStableFunc(placed, func(a, b placedAmendment) int {
		return cmp.Or(cmp.Compare(a.point, b.point), cmp.Compare(a.chosen, b.chosen), cmp.Compare(a.rank, b.rank))
	})
	ids := make([]AmendmentID, len(placed))
	for i, x := range placed {
		ids[i] = x.id
	}
	return ids
}

// pointOrder numbers a clause's open points as they are read.
func pointOrder(c Clause) map[PointID]int {
	at := map[PointID]int{}
	for _, p := range c.Paras {
		for pt := range eachPoint(p.Nodes) {
			if _, known := at[pt.ID]; !known {
				at[pt.ID] = len(at)
			}
		}
	}
	return at
}

// rankOf is 0 for a deletion, 1 for a replacement, 2 for an addition: the
// furthest of an amendment's edits.
func rankOf(a Amendment) int {
	rank := 2
	for _, e := range a.Edits {
		switch {
		case e.New.ID == (WordID{}):
			rank = 0
		case !e.After && !e.Fresh:
			rank = min(rank, 1)
		}
	}
	return rank
}
