package msel

import (
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// Plan is the scenario that injects are taken into: whom they can be addressed
// to, and what they can serve. The zero Plan knows nobody.
type Plan struct {
	Teams      []exercise.Team
	Seats      []exercise.Seat
	Clauses    []exercise.ClauseSpec
	Objectives []exercise.Objective
	// Length is how long play lasts, in scenario ms; 0: not known.
	Length int64
	// Startex is the time of day of STARTEX, such as 14:00, for sheets with
	// times of day; empty: their earliest.
	Startex string
}

// Into is the plan of a scenario.
func Into(s exercise.Scenario) Plan {
	return Plan{Teams: s.Teams, Seats: s.Seats, Clauses: s.Clauses, Objectives: s.Objectives, Length: format.PlayEnds(s)}
}

var between = regexp.MustCompile(`[,;/&\n|]+|\s+and\s+`)

// split takes the names of a cell apart.
func split(cell string) (names []string) {
	for _, x := range between.Split(cell, -1) {
		if x = strings.TrimSpace(x); x != "" {
			names = append(names, x)
		}
	}
	return names
}

var everyone = []string{"all", "everyone", "everybody", "all players", "all teams", "all delegations", "all participants", "players", "participants", "plenary", "tous", "todos"}

// trackWords are how the tracks are called in lists of incidents.
var trackWords = map[exercise.Track][]string{
	exercise.Kappa:   {"κ", "k", "kappa", "government", "governments", "all governments", "states", "state"},
	exercise.Epsilon: {"ε", "e", "epsilon", "business", "businesses", "industry", "private sector", "companies", "firms"},
	exercise.Phi:     {"φ", "p", "phi", "philanthropy", "philanthropies", "civil society", "ngo", "ngos", "charities", "foundations"},
}

// addressee finds whom a name means.
func (p Plan) addressee(name string) (string, bool) {
	n := strings.ToLower(name)
	if slices.Contains(everyone, n) {
		return "all", true
	}
	for _, t := range p.Teams {
		if n == string(t.ID) || n == strings.ToLower(t.Name) {
			return string(t.ID), true
		}
	}
	for _, s := range p.Seats {
		if n == string(s.ID) || n == strings.ToLower(s.Name) {
			return string(s.ID), true
		}
	}
	for _, t := range exercise.Tracks() {
		if slices.Contains(trackWords[t], n) {
			return string(t), true
		}
	}
	return "", false
}

// control is the seat that gets what is addressed to nobody here.
func (p Plan) control() string {
	for _, s := range p.Seats {
		if s.Has(exercise.Control) {
			return string(s.ID)
		}
	}
	return "all"
}

// objective finds an objective by its id or its words.
func (p Plan) objective(text string) (string, bool) {
	for _, o := range p.Objectives {
		if strings.EqualFold(text, o.ID) || strings.EqualFold(text, o.Text.Value) {
			return o.ID, true
		}
	}
	return "", false
}

func (p Plan) clause(name string) (string, bool) {
	name = strings.TrimSpace(strings.TrimPrefix(strings.ToLower(name), "clause"))
	ok := slices.ContainsFunc(p.Clauses, func(c exercise.ClauseSpec) bool { return string(c.ID) == name })
	return name, ok
}

// word finds the first word of a list that a text holds.
func word(text string, known []struct{ part, is string }) (string, bool) {
	text = strings.ToLower(text)
	for _, k := range known {
		if strings.Contains(text, k.part) {
			return k.is, true
		}
	}
	return "", false
}

// methods and kinds are how delivery and type are called in the wild.
var (
	methods = []struct{ part, is string }{
		{"mail", "mail"},
		{"chat", "mail"},
		{"sms", "mail"},
		{"text message", "mail"},
		{"phone", "call"},
		{"call", "call"},
		{"radio", "call"},
		{"voice", "call"},
		{"in person", "call"},
		{"face", "call"},
		{"verbal", "call"},
		{"press", "press"},
		{"news", "press"},
		{"tv", "press"},
		{"media", "press"},
		{"tweet", "press"},
		{"video", "press"},
		{"web", "press"},
		{"broadcast", "press"},
		{"intel", "intelligence"},
		{"report", "intelligence"},
		{"sitrep", "intelligence"},
		{"brief", "intelligence"},
		{"letter", "letter"},
		{"memo", "letter"},
		{"fax", "letter"},
		{"paper", "letter"},
		{"hand", "letter"},
		{"document", "letter"},
		{"note", "letter"},
	}
	kinds = []struct{ part, is string }{
		{"conting", string(exercise.Contingency)},
		{"expected", string(exercise.ExpectedAction)},
		{"context", string(exercise.Contextual)},
		{"inject", string(exercise.Contextual)},
		{"key", string(exercise.Contextual)},
		{"admin", string(exercise.Contextual)},
		{"info", string(exercise.Contextual)},
		{"action", string(exercise.ExpectedAction)},
	}
)
