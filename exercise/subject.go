package exercise

import (
	"slices"
	"strings"
)

// subject is what a decision is about, resolved.
type subject struct {
	x       Subject
	title   Phrase
	clauses []ClauseID // those it would change
	alts    []AltID    // those it would make the text
	whole   bool       // the text: adoption
	clause  bool       // a clause as a whole
	agrees  []ClauseID // the clauses that a package would agree
	pack    PackageID
	para    ParaID     // a paragraph decided by itself
	motion  MotionKind // a motion or an appeal
}

// agreed lists the clauses that it would agree as a whole.
func (a subject) agreed() []ClauseID {
	if a.clause {
		return a.clauses
	}
	return a.agrees
}

// subject resolves X as typed: A16, 3.1a/2, 3, P2 or text.
func (s State) subject(x Subject) (subject, error) {
	if strings.EqualFold(string(x), string(WholeText)) {
		all := make([]ClauseID, len(s.draft.clauses))
		for i, c := range s.draft.clauses {
			all[i] = c.ID
		}
		return subject{x: WholeText, title: say("the text"), clauses: all, whole: true}, nil
	}
	var alt AltID
	if strings.Contains(string(x), "/") && alt.UnmarshalText([]byte(strings.ToLower(string(x)))) == nil {
		return s.altSubject(alt)
	}
	if a, ok := s.amendment(AmendmentID(x)); ok {
		return s.amendmentSubject(a)
	}
	if p, ok := s.pack(PackageID(x)); ok {
		return s.packSubject(p)
	}
	if m, ok := s.motion(x); ok {
		return s.motionSubject(m)
	}
	if p, ok := s.para(ParaID(x)); ok {
		return s.paraSubject(p)
	}
	if c, ok := s.clause(ClauseID(x)); ok {
		return subject{x: Subject(c.ID), title: say("clause %s", c.ID), clauses: []ClauseID{c.ID}, clause: true}, nil
	}
	return subject{}, refuse(ErrUnknown, "There is nothing called %q here. Name an alternative such as 3.1a/2, an amendment such as A1, a clause such as 3, a package such as P1, or `text`.", x)
}

func (s State) altSubject(alt AltID) (subject, error) {
	p, _ := s.para(paraOf(alt.Point))
	point, a := findAlt(p, alt)
	if point == nil || a == nil || a.Withdrawn {
		return subject{}, refuse(ErrUnknown, "%s is not an open alternative.", alt)
	}
	for _, id := range a.Amendments {
		if am, ok := s.amendment(id); ok && am.State == AmendmentLodged && len(am.Alts) > 1 {
			return subject{}, refuse(ErrNotNow, "%s is one part of %s, whose parts stand or fall together; decide %s.", alt, id, id)
		}
	}
	return subject{x: Subject(alt.String()), title: s.altTitle(alt), clauses: []ClauseID{clauseOf(p.ID)}, alts: []AltID{alt}}, nil
}

func (s State) amendmentSubject(a lodged) (subject, error) {
	if a.State != AmendmentLodged {
		return subject{}, refuse(ErrNotNow, "%s is %s.", a.ID, word(a.State))
	}
	return subject{
		x: Subject(a.ID), title: say("%s on %s", a.ID, s.placesOf(a.Amendment)),
		clauses: []ClauseID{a.Clause}, alts: a.Alts,
	}, nil
}

func (s State) placesOf(a Amendment) Phrase {
	var places []ParaID
	for _, alt := range a.Alts {
		places = addOnce(places, paraOf(alt.Point))
	}
	return listed(places)
}

// clash tells of two subjects that cannot stand at once: two alternatives of
// one point, or a clause with a part of it.
func (a subject) clash(b subject) bool {
	if a.whole || b.whole || a.motion != "" || b.motion != "" {
		return true
	}
	if sharesAny(a.agreed(), b.clauses) || sharesAny(b.agreed(), a.clauses) {
		return true
	}
	if a.para != "" || b.para != "" {
		return a.inPara(b.para) || b.inPara(a.para)
	}
	return slices.ContainsFunc(a.alts, func(x AltID) bool {
		return slices.ContainsFunc(b.alts, func(y AltID) bool { return x.Point == y.Point })
	})
}

func sharesAny[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// inPara: is it that paragraph, or something in it?
func (a subject) inPara(id ParaID) bool {
	return id != "" && (a.para == id || slices.ContainsFunc(a.alts, func(x AltID) bool { return paraOf(x.Point) == id }))
}

// touches: would the decision change the clause?
func (s State) touches(x decision, id ClauseID) bool {
	sub, err := s.subject(x.X)
	return err == nil && slices.Contains(sub.clauses, id)
}

// concerns: is the amendment lodged on what the decision is about, or on its clause?
func (s State) concerns(x decision, a Amendment) bool {
	sub, err := s.subject(x.X)
	if err != nil || string(x.X) == string(a.ID) {
		return false
	}
	if sub.whole || slices.Contains(sub.agreed(), a.Clause) {
		return true
	}
	if sub.para != "" {
		return subject{alts: a.Alts}.inPara(sub.para)
	}
	return slices.ContainsFunc(sub.alts, func(p AltID) bool {
		return slices.ContainsFunc(a.Alts, func(q AltID) bool { return p.Point == q.Point || s.spans(q.Point, p.Point) })
	})
}

// spans: does an outer point stand over another?
func (s State) spans(outer, inner PointID) bool {
	p, _ := s.para(paraOf(outer))
	pt := findPoint(p, outer)
	if pt == nil {
		return false
	}
	for _, alt := range pt.Alts {
		if findPoint(Paragraph{Nodes: alt.Nodes}, inner) != nil {
			return true
		}
	}
	return false
}
