package exercise

import "slices"

type (
	// ChairText lays the chair's own words for a whole paragraph beside what
	// stands: one alternative, marked =, that nobody sponsors and only the chair
	// withdraws. It is decided like any other.
	ChairText struct {
		Para    ParaID `json:"para"`
		Words   Text   `json:"words"`
		Because Text   `json:"because"`
	}
)

func (c ChairText) decide(d *decider) error {
	if err := d.need("lay the chair's text", Chair); err != nil {
		return err
	}
	if err := d.play("lay the chair's text", Briefing, Table); err != nil {
		return err
	}
	if err := said(c.Words, "The chair's text"); err != nil {
		return err
	}
	p, err := d.amendable(c.Para, false)
	if err != nil {
		return err
	}
	if old, ok := d.s.chairTextOf(p.ID); ok {
		if sameText(d.s.text(old.Edits[0].New.ID), c.Words.Value) {
			return refuse(ErrText, "%s says that already.", old.ID)
		}
		if err := d.withdrawChairText(old); err != nil {
			return err
		}
		p, _ = d.s.para(p.ID) // without the one that this replaces
	}
	e := Lodged{Revision: d.s.draft.revision + 1, Amendment: Amendment{
		ID: d.s.nextAmendment(), Clause: clauseOf(p.ID), By: d.seat.ID, Chair: true, State: AmendmentLodged,
		Edits: []Edit{{Para: p.ID, New: c.Words, Whole: true}}, Because: c.Because,
	}}
	next, alt, err := applyEdit(p, e.Amendment.Edits[0], e.Amendment, d.s.texting())
	if err != nil {
		return err
	}
	e.Amendment.Alts, e.Paras = []AltID{alt}, []Paragraph{next}
	if x := d.s.standingOn(e.Amendment); x != "" {
		return refuse(ErrNotNow, "%s stands on the same words; lay your text when that has closed.", x)
	}
	d.emit(e)
	return nil
}

// chairTextOf is the chair's text that stands on a paragraph: one at most.
func (s State) chairTextOf(id ParaID) (Amendment, bool) {
	for _, a := range s.draft.amendments {
		if a.Chair && a.State == AmendmentLodged && slices.ContainsFunc(a.Alts, func(x AltID) bool { return paraOf(x.Point) == id }) {
			return a.Amendment, true
		}
	}
	return Amendment{}, false
}

// withdrawChairText takes the chair's text out of the draft, not the record.
func (d *decider) withdrawChairText(a Amendment) error {
	if err := d.need("withdraw the chair's text", Chair); err != nil {
		return err
	}
	if err := d.play("withdraw the chair's text", Briefing, Table); err != nil {
		return err
	}
	if _, err := d.lodgedAmendment(a.ID); err != nil {
		return err
	}
	if x := d.s.standingOn(a); x != "" {
		return refuse(ErrNotNow, "%s stands on the same words; withdraw your text when that has closed.", x)
	}
	d.emit(d.s.leaving(a, "", func(AltID) bool { return false }))
	return nil
}

// standingOn is the decision that stands on an amendment, on its words or on
// its clause, if any.
func (s State) standingOn(a Amendment) Subject {
	for _, x := range s.standing() {
		if x.X == Subject(a.ID) || s.concerns(x, a) {
			return x.X
		}
	}
	return ""
}
