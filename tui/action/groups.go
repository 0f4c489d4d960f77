package action

import (
	"slices"

	"kefi/exercise"
)

// Group is the actions of those who sit at one kind of seat, for the manual.
type Group struct {
	Title   string // "Delegates"
	Says    string // one sentence on whom they are for
	Actions []Action
}

// Groups lists all actions, each in one group: those of one role, and those of
// several with the first that has them.
func Groups() []Group {
	groups := []Group{
		{Title: "Everyone", Says: "At any seat, unless an entry says otherwise."},
		{Title: "Delegates", Says: "Seats of a delegation."},
		{Title: "Chair", Says: "Inside the fiction: the agenda, the floor, what is decided."},
		{Title: "Control", Says: "Outside the fiction: phases, clocks, incidents, seats, the world."},
		{Title: "Recorder", Says: "Those who keep the minutes."},
		{Title: "Evaluators", Says: "Those who judge whether the objectives were met."},
	}
	for _, a := range registry {
		i := a.group()
		groups[i].Actions = append(groups[i].Actions, a)
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Actions) == 0 })
}

// group is the index of an action's group.
func (a Action) group() int {
	has := func(roles ...exercise.Role) bool {
		return slices.ContainsFunc(roles, func(r exercise.Role) bool { return slices.Contains(a.Who, r) })
	}
	switch {
	case len(a.Who) == 0 || len(a.Who) > 3: // the verbs of all who take part
		return 0
	case has(exercise.Delegate):
		return 1
	case has(exercise.Chair):
		return 2
	case has(exercise.Control, exercise.SimCell):
		return 3
	case has(exercise.Recorder):
		return 4
	}
	return 5
}

// Examples are whole lines, one for each form of the verb.
func (a Action) Examples() []string { return append([]string{a.Example}, a.Also...) }

// When says in one sentence for whom an action is and in which phases; empty
// where it is for everyone at any time.
func (a Action) When() string {
	who := roles(a.Who).String()
	if len(a.Who) == len(players) {
		who = "all who take part"
	}
	switch {
	case len(a.Who) > 0 && len(a.Phases) > 0:
		return "For " + who + ", in " + phases(a.Phases).String() + "."
	case len(a.Who) > 0:
		return "For " + who + "."
	case len(a.Phases) > 0:
		return "In " + phases(a.Phases).String() + "."
	}
	return ""
}
