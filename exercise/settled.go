package exercise

// Settled lists the alternatives that became text by what a room has decided.
func (r *RoomView) Settled() (list []AltID) {
	for _, d := range r.Decisions {
		if d.Outcome == Carried && !d.TakenBack && !d.Voided {
			list = append(list, r.Alternatives(d.X)...)
		}
	}
	return list
}

// Alternatives are those that would become text by a decision on x: an
// alternative itself, those of an amendment, or of all parts of a package.
func (r *RoomView) Alternatives(x Subject) (list []AltID) {
	if alt := alternativeOf(x); alt != (AltID{}) {
		return []AltID{alt}
	}
	for _, a := range r.Amendments {
		if Subject(a.ID) == x {
			return a.Alts
		}
	}
	for _, p := range r.Packages {
		if Subject(p.ID) != x {
			continue
		}
		for _, part := range p.Parts {
			list = append(list, r.Alternatives(part.X)...)
		}
	}
	return list
}
