package exercise

import "slices"

// procedureView tells the room how things are decided, a sentence each.
func (s State) procedureView() ProcedureView {
	p := s.procedure()
	v := ProcedureView{Name: p.Name, Arm: s.plan.Arm, Hall: p.Hall}
	for _, t := range Tracks() {
		if p.Input && !p.decides(t) && !slices.Contains(p.Hall, t) {
			v.Observe = append(v.Observe, t)
		}
	}
	for _, r := range p.Rules {
		v.Lines = append(v.Lines, say("%s: %s", r.Track.named(), r.Rule.sentence()))
	}
	if p.Overall != nil {
		v.Lines = append(v.Lines, say("All teams together: %s", p.Overall.sentence()))
	}
	if p.Quorum != (Ratio{}) {
		v.Lines = append(v.Lines, say("Quorum: %s of the teams with a say must have answered.", p.Quorum.String()))
	}
	if p.ByBearer {
		v.Lines = append(v.Lines, say("A clause that names its bearers is decided by their tracks; the others have voice. All decide the terms and adoption."))
	}
	if len(p.Hall) > 0 {
		v.Lines = append(v.Lines, say("%s sit in the hall and read what the chair publishes.", trackNames(p.Hall)))
	}
	if len(p.NonPaper) > 0 {
		v.Lines = append(v.Lines, say("The hall's non-paper is delivered to the table when these items open: %s.", listed(p.NonPaper)))
	}
	if p.Input {
		v.Lines = append(v.Lines, say("What tracks without a say lodge is written input; it becomes text once a team with a say sponsors it."))
	}
	return v
}

// sentence says what a rule asks for.
func (r DecisionRule) sentence() Phrase {
	switch r.Kind {
	case NoObjection:
		return say("no-objection; nobody objects or awaits instructions.")
	case Concurrence:
		return say("concurrence; nobody objects or awaits instructions, and at least one accepts.")
	case Unanimity:
		return say("unanimity; every team present accepts.")
	case Majority:
		return r.named().Ended()
	case Voice:
		return say("voice; heard, not counted.")
	}
	return say("not counted.")
}
