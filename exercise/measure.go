package exercise

// What figures are taken from, for whoever reads a record act by act and needs
// no view. Nothing here may be changed, and nothing is for a seat: what a seat
// may know is its view.

// Clauses are those of the draft as they stand.
func (s State) Clauses() []Clause { return s.draft.clauses }

// Procedure is the one in force.
func (s State) Procedure() Procedure { return s.procedure() }

// Word is a free text by its id; a removed one reads "[removed]".
func (s State) Word(id WordID) string { return s.text(id) }

// Ready says whether an alternative is ready for the gavel as the room counts,
// by open stances only.
func (s State) Ready(alt AltID) bool {
	p, ok := s.para(paraOf(alt.Point))
	if !ok {
		return false
	}
	_, found := findAlt(p, alt)
	return found != nil && !found.Withdrawn && s.ready(alt, false)
}

// Counted lists the teams whose answers count on what is asked in that form;
// textual is false for a motion or an appeal that changes no text.
func (s State) Counted(form string, x Subject) (teams []TeamID, textual bool) {
	sub, err := s.askedOn(form, x)
	if err != nil {
		return nil, false
	}
	return s.sayOn(sub), !sub.procedural()
}

// Clause is the clause of a point: "3" of "3.1a".
func (p PointID) Clause() ClauseID { return clauseOf(paraOf(p)) }

// Points lists the points of a clause that are open, outer ones before those
// inside them.
func (c Clause) Points() []*Point {
	var list []*Point
	for _, p := range c.Paras {
		list = append(list, openPoints(p)...)
	}
	return list
}

// Decides says whether the teams under a rule are counted.
func (r DecisionRule) Decides() bool { return r.decides() }

// StoppedBy says whether a thing that all teams of a body accept but so many
// of them fails to carry when those object.
func (r DecisionRule) StoppedBy(objecting, all int) bool {
	switch {
	case objecting == 0 || !r.decides():
		return false
	case r.Kind == Majority:
		return all-objecting < max(r.needed(all), 1)
	}
	return true
}

// Of is a track's own rule; false where only the rule over all counts it.
func (p Procedure) Of(t Track) (DecisionRule, bool) { return p.ruleOf(t) }

// Counts says whether a track's teams are counted on anything.
func (p Procedure) Counts(t Track) bool { return p.decides(t) }
