package format

import "kefi/exercise"

// under refuses a marking above the ceiling. Only marks of the Traffic Light
// Protocol have an order that kefi knows.
func (r *reader) under(at *node, marking string) {
	if at != nil && exercise.Above(marking, r.scenario.Ceiling) {
		r.fail(codeValue, at, "Lower the marking, or raise `ceiling` in scenario.yaml.", "marking %q is above the ceiling, %q", marking, r.scenario.Ceiling)
	}
}
