package action

import "kefi/exercise"

// What a later version brings. Each verb says so instead of being unknown.
var later = []Action{
	soon("jump", `jump 48h ["…"]`, directors),
	soon("hold", "hold I5", directors),
	soon("release", "release I5", directors),
	soon("recall", `recall I4 "…"`, directors),
	soon("slip", "slip 5m", directors),
	soon("establish", "establish #N [not]", directors),
	soon("dial", `dial NAME ±N "why"`, directors),
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
