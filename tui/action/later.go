package action

import "kefi/exercise"

// What a later version brings. Each verb says so instead of being unknown.
var later = []Action{
	soon("observe", `observe OBJ strength|improve "…" [#N…]`, evaluators),
	soon("rate", `rate OBJ P|S|M|U "why"`, evaluators),
	soon("action", `action "…" owner ORG by DATE`, evaluators),
}

var evaluators = []exercise.Role{exercise.Evaluator}

func soon(name, synopsis string, who []exercise.Role) Action {
	return Action{
		Name: name, Synopsis: synopsis, Example: name, Kind: Later, Who: who,
		Help: "Is not there yet in this version.",
	}
}
