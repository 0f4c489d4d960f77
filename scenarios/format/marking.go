package format

import (
	"slices"
	"strings"
)

// under refuses a marking above the ceiling. Only marks of the Traffic Light
// Protocol have an order that kefi knows.
func (r *reader) under(at *node, marking string) {
	mark, ceiling := tlp(marking), tlp(r.scenario.Ceiling)
	if at != nil && mark >= 0 && ceiling >= 0 && mark > ceiling {
		r.fail(codeValue, at, "Lower the marking, or raise `ceiling` in scenario.yaml.", "marking %q is above the ceiling, %q", marking, r.scenario.Ceiling)
	}
}

// tlp is the place of a TLP 2.0 mark, the lowest first; -1 for free text.
func tlp(marking string) int {
	marks := []string{"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}
	return slices.Index(marks, strings.ToUpper(strings.Join(strings.Fields(marking), "")))
}
