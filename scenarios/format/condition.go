package format

import (
	"fmt"
	"slices"

	"kefi/exercise"
	"kefi/exercise/when"
)

// condition is one that has been read, with where it stands; the names in it
// are looked up when all of them are known.
type condition struct {
	node *node
	expr when.Expr
	what string // "inject I3"
}

// condition reads a field in the language of package when; it may be missing.
func (o object) condition(key string) string {
	n := o.scalar(key)
	if n == nil {
		return ""
	}
	expr, err := when.Parse(n.value)
	if m, ok := err.(*when.Mistake); ok {
		o.atMistake(codeCondition, n, m.At, m.Width, m.Hint, "%s in %s: %s", key, o.what, m.Why)
		return ""
	}
	o.conditions = append(o.conditions, condition{node: n, expr: expr, what: key + " in " + o.what})
	return n.value
}

// atMistake is a finding at bytes of a scalar.
func (r *reader) atMistake(code Code, n *node, at, width int, hint, format string, args ...any) {
	line, col := n.place(at)
	if at >= len(n.value) && n.value != "" { // just past its end
		line, col = n.place(len(n.value) - 1)
		col++
	}
	r.add(code, Error, n.src, line, col, width, fmt.Sprintf(format, args...), hint)
}

// checkConditions looks up every name in a condition.
func (r *reader) checkConditions() {
	for _, c := range r.conditions {
		for _, name := range c.expr.Names() {
			known, plural := r.namesOf(name.Kind)
			if known != nil && !slices.Contains(known, name.Name) {
				r.atMistake(codeUnknown, c.node, name.At, name.Width, suggest(name.Name, plural, known), "unknown %s %q in %s", name.Kind, name.Name, c.what)
			}
		}
	}
}

// namesOf are the names of a kind, nil where they could not all be read.
func (r *reader) namesOf(kind when.Kind) (known []string, plural string) {
	s := r.scenario
	switch kind {
	case when.Clause:
		return r.names.clauses, "Clauses"
	case when.Place:
		if r.names.pointsUnsure {
			return nil, ""
		}
		return slices.Concat(r.names.clauses, r.paragraphNames(), r.names.points), "Places"
	case when.Inject:
		return each(s.Injects, func(x exercise.Inject) string { return string(x.ID) }), "Injects"
	case when.Team:
		if r.names.peopleUnsure {
			return nil, ""
		}
		return r.names.teams, "Teams"
	case when.Dial:
		return each(s.Dials, func(x exercise.Dial) string { return x.ID }), "Dials"
	case when.Phase:
		return []string{string(exercise.Lobby), string(exercise.Briefing), string(exercise.Table), string(exercise.Closing), string(exercise.HotWash), string(exercise.Debrief)}, "Phases"
	case when.Item:
		return r.itemNames(), "Agenda items"
	}
	return nil, ""
}

func (r *reader) paragraphNames() (list []string) {
	for _, c := range r.scenario.Clauses {
		for i := range c.Paras {
			list = append(list, fmt.Sprintf("%s.%d", c.ID, i+1))
		}
	}
	return list
}

func (r *reader) itemNames() []string {
	return each(r.scenario.Agenda, func(x exercise.AgendaItem) string { return x.Name })
}

// each gives the names of a list's members, never nil; one that could not be
// read has none.
func each[T any](list []T, name func(T) string) []string {
	names := []string{}
	for _, x := range list {
		if n := name(x); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// lintConditions finds conditions that say nothing.
func (r *reader) lintConditions() {
	for _, c := range r.conditions {
		switch always, never := c.expr.Certain(); {
		case always:
			r.warn(codeCertain, c.node, "Leave it out, or name what it waits for.", "%s is always so", c.what)
		case never:
			r.warn(codeCertain, c.node, "Nothing will ever make it so.", "%s is never so", c.what)
		}
	}
}
