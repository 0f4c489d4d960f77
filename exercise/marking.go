package exercise

import (
	"slices"
	"strings"
)

// tlp are the marks of the Traffic Light Protocol 2.0, the lowest first. They
// are the only ones whose order kefi knows.
var tlp = [...]string{"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}

// rank is the place of a mark among those of the protocol, however it is
// spaced and in any case; -1 for free text.
func rank(marking string) int {
	return slices.Index(tlp[:], strings.ToUpper(strings.Join(strings.Fields(marking), "")))
}

// Above says that a mark ranks higher than another. Free text has no rank: it
// is above nothing, and nothing is above it.
func Above(marking, other string) bool {
	a, b := rank(marking), rank(other)
	return a >= 0 && b >= 0 && a > b
}

// Highest is the mark of what holds parts with these marks: the highest of the
// Traffic Light Protocol, and beside it every marking in free text, since
// nobody can say which of those is higher; "" where nothing is marked.
func Highest(markings ...string) string {
	most, free := -1, []string(nil)
	for _, m := range markings {
		if r := rank(m); r >= 0 {
			most = max(most, r)
		} else if m = strings.TrimSpace(m); m != "" {
			free = addOnce(free, m)
		}
	}
	if most >= 0 {
		free = append(free, tlp[most])
	}
	return strings.Join(free, ", ")
}

// Marking is the mark of all that the seat may see: the exercise's own, and
// those of the incidents and of the timeline that it knows.
func (v *View) Marking() string {
	markings := []string{v.Room.Exercise.Marking}
	for _, list := range [][]IncidentView{v.Room.Incidents, v.Own.Incidents} {
		for _, x := range list {
			markings = append(markings, x.Marking)
		}
	}
	for _, x := range v.Timeline() {
		markings = append(markings, x.Marking)
	}
	return Highest(markings...)
}

// Timeline is that of control or of an evaluator; nil for everyone else.
func (v *View) Timeline() []InjectRow {
	switch {
	case v.Own.Control != nil:
		return v.Own.Control.Timeline
	case v.Own.Evaluator != nil:
		return v.Own.Evaluator.Timeline
	}
	return nil
}
