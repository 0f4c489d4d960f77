package exercise

import "slices"

// fall: where a majority is counted, an alternative not carried leaves the
// draft; it stays on record as not taken up. The words as they stood and the
// last alternative of a point stay: there must be something to decide.
func (d *decider) fall(e *Decided, x decision) {
	sub, err := d.s.subject(x.X)
	if err != nil || sub.pack != "" || !d.s.counted(sub) {
		return
	}
	scratch, revision := d.s, d.s.draft.revision+1
	for _, id := range sub.alts {
		p, _ := scratch.para(paraOf(id.Point))
		if next, fell := dropAlternative(p, id); fell {
			scratch.putParas([]Paragraph{next}, revision)
			e.Fallen = append(e.Fallen, id)
		}
	}
	if len(e.Fallen) == 0 {
		return
	}
	e.Amendments = scratch.fallWith(e.Fallen, revision)
	for _, id := range sub.clauses {
		c, _ := scratch.clause(id)
		e.Clauses = append(e.Clauses, c)
	}
	e.Revision = revision
	e.add(say("It is not taken up."))
}

// dropAlternative marks an alternative withdrawn from its point.
func dropAlternative(p Paragraph, id AltID) (Paragraph, bool) {
	point, alt := findAlt(p, id)
	if alt == nil || alt.AsItStands || alt.Withdrawn || len(notTaken(point, id.N)) == 0 {
		return p, false
	}
	return mapAlternatives(p, func(x AltID, a *Alternative) {
		if x == id {
			a.Withdrawn = true
		}
	}), true
}

// fallWith tells which amendments fall with their alternatives. Their other
// parts go with them.
func (s *State) fallWith(fallen []AltID, revision int) []Amendment {
	var settled []Amendment
	for _, a := range s.draft.amendments {
		fell := func(alt AltID) bool { return slices.Contains(fallen, alt) }
		if a.State != AmendmentLodged || !slices.ContainsFunc(a.Alts, fell) {
			continue
		}
		x := a.Amendment
		x.State = AmendmentNotTakenUp
		s.withdrawParts(x, nil, revision)
		settled = append(settled, x)
	}
	return settled
}

// exclude closes what an outcome leaves nothing to decide on: it is not put.
func (d *decider) exclude() {
	for _, x := range d.s.standing() {
		if _, err := d.s.askedOn(x.Form, x.X); err != nil {
			d.close(x.ID, "")
			return // which excludes the rest
		}
	}
}
