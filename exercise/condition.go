package exercise

import (
	"slices"
	"strings"
)

// Condition is what an acceptance depends on: one thing carried or agreed, or
// all or any of several. There is no "not". Exactly one field is used; X with Is.
type Condition struct {
	X   Subject     `json:"x,omitempty"`
	Is  string      `json:"is,omitempty"` // carried, agreed
	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`
}

// Bounds of a condition: what people can still follow.
const (
	mostAtoms   = 16
	mostNesting = 8
)

// atoms lists the things that a condition names.
func (c Condition) atoms() []Condition {
	if c.X != "" {
		return []Condition{c}
	}
	var all []Condition
	for _, part := range slices.Concat(c.All, c.Any) {
		all = append(all, part.atoms()...)
	}
	return all
}

func (c Condition) nesting() int {
	deepest := 0
	for _, part := range slices.Concat(c.All, c.Any) {
		deepest = max(deepest, part.nesting())
	}
	return deepest + 1
}

func (c Condition) none() bool { return c.X == "" && len(c.All) == 0 && len(c.Any) == 0 }

// holds tells whether a condition is met where so tells it of each thing.
func (c Condition) holds(so func(Subject) bool) bool {
	switch {
	case c.X != "":
		return so(c.X)
	case len(c.All) > 0:
		return !slices.ContainsFunc(c.All, func(part Condition) bool { return !part.holds(so) })
	}
	return slices.ContainsFunc(c.Any, func(part Condition) bool { return part.holds(so) })
}

// rest is what a condition that holds rests on: the things in it that are so.
// One that also holds by what is given rests on nothing.
func (c Condition) rest(so, given func(Subject) bool) []Condition {
	if c.holds(given) || !c.holds(so) {
		return nil
	}
	if c.X != "" {
		return []Condition{c}
	}
	var all []Condition
	for _, part := range slices.Concat(c.All, c.Any) {
		all = append(all, part.rest(so, given)...)
	}
	return all
}

// String is a condition as typed: "A15 carried and 5 agreed".
func (c Condition) String() string { return c.write(false) }

func (c Condition) write(inside bool) string {
	if c.X != "" {
		return string(c.X) + " " + c.Is
	}
	parts, word := c.All, " and "
	if len(c.Any) > 0 {
		parts, word = c.Any, " or "
	}
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = part.write(true)
	}
	text := strings.Join(texts, word)
	if inside && len(parts) > 1 {
		return "(" + text + ")"
	}
	return text
}

// said is a condition in a sentence: "A15 is carried and 5 is agreed".
func (c Condition) said(inside bool) Phrase {
	switch {
	case c.X != "" && c.Is == "agreed":
		return say("%s is agreed", c.X)
	case c.X != "":
		return say("%s is carried", c.X)
	}
	var text Phrase
	for i, part := range slices.Concat(c.All, c.Any) {
		switch {
		case i == 0:
			text = part.said(true)
		case len(c.Any) > 0:
			text = say("%s or %s", text, part.said(true))
		default:
			text = say("%s and %s", text, part.said(true))
		}
	}
	if inside && len(c.All)+len(c.Any) > 1 {
		return say("(%s)", text)
	}
	return text
}

// isSo: it has been carried or agreed, or adopted.
func (s State) isSo(x Subject) bool {
	if x == WholeText {
		return s.closing.adopted
	}
	if p, ok := s.pack(PackageID(x)); ok {
		return p.state == PackageCarried
	}
	state, _ := s.partState(x)
	return state == partMet
}

// checkCondition refuses what can never be looked at, and gives the condition
// with its names as stored.
func (s State) checkCondition(c Condition, on subject) (Condition, error) {
	if n := len(c.atoms()); n > mostAtoms || c.nesting() > mostNesting {
		return c, refuse(ErrText, "A condition names at most sixteen things.")
	}
	return s.checkPart(c, on)
}

func (s State) checkPart(c Condition, on subject) (Condition, error) {
	if forms := bit(c.X != "") + bit(len(c.All) > 0) + bit(len(c.Any) > 0); forms != 1 {
		return c, refuse(ErrText, "A condition is such as `A15 carried and 5 agreed`.")
	}
	if c.X != "" {
		return s.checkAtom(c, on)
	}
	for _, parts := range []*[]Condition{&c.All, &c.Any} {
		*parts = slices.Clone(*parts)
		for i := range *parts {
			part, err := s.checkPart((*parts)[i], on)
			if err != nil {
				return c, err
			}
			(*parts)[i] = part
		}
	}
	return c, nil
}

func (s State) checkAtom(c Condition, on subject) (Condition, error) {
	x, known := s.known(c.X)
	if !known {
		return c, refuse(ErrUnknown, "There is nothing called %q here to depend on. Name an alternative such as 3.1a/2, an amendment such as A1, a clause such as 3, or a package such as P1.", c.X)
	}
	c.X, c.Is = x, "carried"
	if _, clause := s.clause(ClauseID(x)); clause {
		c.Is = "agreed"
	}
	if c.X == on.x {
		return c, refuse(ErrText, "A position on %s cannot depend on %s itself.", on.x, on.x)
	}
	if s.lost(c.X) {
		return c, refuse(ErrNotNow, "%s can no longer be %s.", c.X, say(c.Is))
	}
	return c, nil
}

// known gives the stored name of something, decided or not.
func (s State) known(x Subject) (Subject, bool) {
	if a, ok := s.amendment(AmendmentID(x)); ok {
		return Subject(a.ID), true
	}
	if p, ok := s.pack(PackageID(x)); ok {
		return Subject(p.ID), true
	}
	if c, ok := s.clause(ClauseID(x)); ok {
		return Subject(c.ID), true
	}
	if lower := Subject(strings.ToLower(string(x))); isAlternative(lower) {
		state, _ := s.partState(lower)
		return lower, state != partLost
	}
	return "", false
}

// lost: it can no longer be carried or agreed.
func (s State) lost(x Subject) bool {
	if p, ok := s.pack(PackageID(x)); ok {
		return p.state == PackageFallen || p.state == PackageWithdrawn
	}
	state, _ := s.partState(x)
	return state == partLost
}

// understanding is what a decision says of the conditions it rested on.
func understanding(rests []Condition) Phrase {
	var said []string
	var parts []Phrase
	for _, c := range rests {
		if text := c.String(); !slices.Contains(said, text) {
			said, parts = append(said, text), append(parts, c.said(false))
		}
	}
	if len(parts) == 0 {
		return Phrase{}
	}
	return say("on the understanding that %s", listed(parts))
}
