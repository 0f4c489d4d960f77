package action

import (
	"regexp"
	"strings"

	"kefi/exercise"
)

// What binds a delegation of several seats.
var binding = []Action{
	{
		Name: "empower", Synopsis: "empower SEAT", Example: "empower arcadia-2",
		Help: "Lets another seat of your delegation bind it like you, the head; again takes that back.",
		Who:  delegates,
		command: func(l *line) exercise.Command {
			return exercise.Empower{Seat: exercise.SeatID(l.participant("a seat"))}
		},
	},
	{
		Name: "confirm", Synopsis: "confirm X | W1 [no]", Example: "confirm W1", Also: []string{"confirm W1 no", "confirm 3"},
		Help: "Carries out what an adviser asked of you (no drops it), or confirms your conditional position on X once you are asked.",
		Who:  delegates, command: readConfirm,
	},
}

var wishID = regexp.MustCompile(`^w[1-9]\d{0,3}$`)

func readConfirm(l *line) exercise.Command {
	if !wishID.MatchString(l.peek()) {
		return exercise.Confirm{X: l.subject()}
	}
	no := strings.ToUpper(l.word("an adviser's act"))
	if l.accept("no") {
		return exercise.DropWish{Wish: no}
	}
	return exercise.Confirm{X: exercise.Subject(no)}
}
