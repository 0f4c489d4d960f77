package exercise

import "slices"

// CopycatJudged: the rule of a copycat return has been looked at, at its time.
// It comes, or is averted; Gone says that what it copies never went out.
type CopycatJudged struct {
	Inject  InjectID `json:"inject"`
	Averted bool     `json:"averted,omitempty"`
	Gone    bool     `json:"gone,omitempty"`
}

// dueCopycats: each rule is looked at once, at its scenario time.
func (s State) dueCopycats(yield func(dueItem)) {
	if !s.phase.running() || s.phase == HotWash {
		return
	}
	for i := range s.injects {
		if !s.injects[i].unjudged() {
			continue
		}
		if at, ok := s.wallOfScenario(s.injects[i].Copycat.By); ok {
			yield(dueItem{at: at, decide: func(d *decider) { d.judge(d.s.injects[i], nil) }})
		}
	}
}

// unjudged: its rule has not been looked at, and it is still to come.
func (x injectState) unjudged() bool {
	return x.Copycat.Of != "" && !x.judged && x.state == InjectPlanned
}

// judge looks at the rule of a return. What it copies must have gone out, or
// be among those on the way.
func (d *decider) judge(x injectState, onTheWay []injectState) {
	e := CopycatJudged{Inject: x.ID, Averted: len(d.s.lackingAgainst(x.Copycat)) == 0}
	comes := slices.ContainsFunc(onTheWay, func(o injectState) bool { return o.ID == x.Copycat.Of })
	if i := d.s.injectIndex(x.Copycat.Of); !comes && (i < 0 || d.s.injects[i].out == nil) {
		e.Averted, e.Gone = true, true
	}
	d.emit(e)
}

// lackingAgainst lists the clauses that would have to be agreed yet.
func (s State) lackingAgainst(c Copycat) []ClauseID {
	var list []ClauseID
	for _, id := range c.Unless {
		if clause, _ := s.clause(id); !clause.State.Agreed() {
			list = append(list, id)
		}
	}
	return list
}

func (e CopycatJudged) apply(s *State, a Act) {
	x := s.injects[s.injectIndex(e.Inject)]
	of, by, clauses := x.Copycat.Of, spell(x.Copycat.By), clausesLine(x.Copycat.Unless)
	p := say("%s, the return of %s, comes: not all was agreed by T+%s.", x.ID, of, by)
	var averted Phrase
	switch {
	case e.Gone:
		p, averted = say("%s does not come: %s never went out.", x.ID, of), say("%s never went out", of)
	case e.Averted:
		p, averted = say("%s does not come: %s agreed by T+%s.", x.ID, clauses, by), say("%s agreed by T+%s", clauses, by)
	}
	s.changeInject(e.Inject, func(x *injectState) {
		x.judged, x.averted = true, averted
		if e.Averted {
			x.state = InjectDropped
		}
	})
	s.queueLine(a, e, e.Inject, p)
}
