package action

import (
	"strings"

	"kefi/exercise"
)

// What the chair shows to others.
var showing = []Action{
	{
		Name: "bring", Aliases: []string{"project", "projector"}, Synopsis: "bring 3.1", Example: "bring 3.1", Also: []string{"bring A16", "bring N2", "bring 3.1a/2"},
		Help: "Brings a clause, a paragraph, an amendment or an alternative to the screens of all at the table.",
		Who:  chairs, Phases: talking, command: readBring,
	},
	{
		Name: "publish", Synopsis: "publish", Example: "publish",
		Help: "Gives the hall the draft as it reads now, without names; until then it has what was published before.",
		Who:  chairs, Phases: talking, when: unless("Everybody is at the table and sees the draft.", hasHall),
		command: func(*line) exercise.Command { return exercise.Publish{} },
	},
}

// readBring reads a paragraph or written input beside what can be decided.
func readBring(l *line) exercise.Command {
	word, _ := cutWord(l.rest)
	switch word = strings.ToLower(word); {
	case paraID.MatchString(word):
		return exercise.Bring{X: exercise.Subject(l.id(paraID, "a paragraph", "3.1"))}
	case inputID.MatchString(word):
		return exercise.Bring{X: exercise.Subject(l.proposal())}
	}
	return exercise.Bring{X: l.subject()}
}

func hasHall(v *exercise.View) bool { return len(v.Room.Rules.Hall) > 0 }
