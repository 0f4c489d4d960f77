package action

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// Kind says who answers an action.
type Kind int

// The kinds of actions.
const (
	Play   Kind = iota // a command, submitted to the table
	Read               // a query, answered from the seat's view
	Serve              // a query that only the server can answer: export, seat, reflect, leave
	Prefer             // a choice about one's own screen, kept with the seat under the verb's name
)

// Action is one thing that people can do.
type Action struct {
	Name     string   // the verb, of one or two words: "amend", "request put"
	Aliases  []string // other verbs for the same
	Synopsis string   // how it is written: `say "…"`
	Example  string   // one whole line that Parse takes
	Also     []string // further examples, one for each other form
	Help     string   // one sentence
	Key      string   // the key that does it on a screen, if there is one: "Enter"
	// Elsewhere is the answer of a preference where there is no screen: a
	// sentence of the catalogue.
	Elsewhere string
	Kind      Kind
	// Binds: it cannot be taken back, so that a screen asks once more before it.
	Binds  bool
	Who    []exercise.Role  // empty: everyone
	Phases []exercise.Phase // empty: any

	alone   string // the query that the verb alone asks, where it needs more
	when    func(*exercise.View) exercise.Phrase
	command func(*line) exercise.Command // of Play
	query   func(*line) []string         // of all others
}

// All lists every action.
func All() []Action { return slices.Clone(registry) }

// For lists the actions that belong to a seat's roles, in the order in which
// a palette shows them. Some may have to wait: NotNow tells.
func For(v *exercise.View) []Action {
	var list []Action
	for _, a := range registry {
		if a.forSeat(v.Own) {
			list = append(list, a)
		}
	}
	return list
}

// Find gives the action with that name or alias, in any case.
func Find(name string) (Action, bool) {
	name = strings.ToLower(strings.Join(strings.Fields(name), " "))
	for _, a := range registry {
		if a.Name == name || slices.Contains(a.Aliases, name) {
			return a, true
		}
	}
	return Action{}, false
}

// Of gives the action that a line begins with, with or without a slash.
func Of(line string) (Action, bool) {
	a, _, err := verb(strings.TrimPrefix(strings.TrimSpace(line), "/"))
	return a, err == nil
}

// NeedsArgument says whether the verb alone is not a whole line, so that a
// palette puts it into the input line instead of running it.
func (a Action) NeedsArgument() bool {
	rest := strings.TrimSpace(strings.TrimPrefix(a.Synopsis, a.Name))
	return rest != "" && !strings.HasPrefix(rest, "[")
}

func (a Action) forSeat(own *exercise.OwnView) bool {
	return len(a.Who) == 0 || slices.ContainsFunc(a.Who, own.Has)
}

// registry is never changed. Its order is the order of palettes and help.
var registry = slices.Concat(
	speaking, moving, lodging, caucusing, positions, bargaining, binding, writing, closing,
	chairing, drafting, deciding, silencing, showing, polling, surveying, precedents,
	directing, injecting, timing, seeing,
	recording, evaluating,
	reading, belonging, preferring,
)
