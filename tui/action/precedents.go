package action

import (
	"strings"

	"kefi/exercise"
)

// Agreed language to take over.
var precedents = []Action{
	{
		Name: "precedent", Aliases: []string{"precedents"}, Synopsis: "precedent [ID [X]]", Example: "precedent cbm-8 3",
		Also: []string{"precedent", "precedent cbm-8", "precedent cbm-8 A16"},
		Help: "Lists the agreed language of the scenario with its source, shows one piece of it, or marks how a clause, a paragraph, an " +
			"alternative or an amendment departs from it: {-there alone-} {+here alone+}.",
		Kind: Read, when: unless("This scenario has no agreed language to take over.", hasPrecedents),
		query: readPrecedent,
	},
}

func readPrecedent(l *line) []string {
	var args []string
	if !l.done() {
		args = append(args, strings.ToLower(l.word("a precedent")))
	}
	if !l.done() {
		args = append(args, l.id(readable, "an id", "3, 3.1, 3.1a/2, A16"))
	}
	return args
}

func hasPrecedents(v *exercise.View) bool { return len(v.Room.Precedents) > 0 }
