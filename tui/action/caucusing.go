package action

import (
	"regexp"
	"slices"
	"strings"

	"kefi/exercise"
)

// Private rooms of several teams, and the chair's contact groups.
var caucusing = []Action{
	{
		Name: "caucus", Synopsis: `caucus TEAM… [5m] | accept | say "…" | draft 3.1 … | sign | lodge | leave | close`,
		Example: "caucus hydra", alone: "caucuses",
		Also: []string{
			"caucus hydra plumb 5m", "caucus accept", `caucus say "Would 48 do?"`, `caucus C2 say "One moment."`,
			`caucus draft 3.1 put "48" for "24" because "both can"`, "caucus sign", "caucus lodge", "caucus leave", "caucus close",
		},
		Help: "Calls teams to a private room, and acts in it: what is said there, a joint draft that all sign and any of them lodges; C2 before it names one of several.",
		Who:  speakers, command: readCaucus,
	},
	{
		Name: "caucuses", Synopsis: "caucuses", Example: "caucuses",
		Help: "Lists the caucuses your team sits in or is invited to; caucus alone does the same.",
		Kind: Read, Who: speakers, query: func(*line) []string { return nil },
	},
	{
		Name: "group", Synopsis: "group 3 TEAM… [10m] | close", Example: "group 3 hydra arcadia 10m", Also: []string{"group 3 close"},
		Help: "Calls teams to a contact group on a clause; nothing on it is put before the first-named team reports.",
		Who:  chairs, Phases: atTable, command: readGroup,
	},
	{
		Name: "report", Synopsis: `report "…"`, Example: `report "48 hours, with help."`,
		Help: "Tells the table what your contact group came to, and ends it.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Report{Words: l.tail("the report")} },
	},
}

var caucusID = regexp.MustCompile(`^c[1-9]\d{0,3}$`)

func readCaucus(l *line) exercise.Command {
	label := ""
	if caucusID.MatchString(l.peek()) {
		label = strings.ToUpper(l.word("a caucus"))
	}
	switch {
	case l.accept("accept"):
		return exercise.JoinCaucus{Caucus: label}
	case l.accept("say"):
		return exercise.SpeakCaucus{Caucus: label, Words: l.tail("what you say in the caucus")}
	case l.accept("draft"):
		amend, _ := readAmend(l).(exercise.Amend)
		return exercise.DraftJoint{Caucus: label, Amend: amend}
	case l.accept("sign"):
		return exercise.SignJoint{Caucus: label}
	case l.accept("lodge"):
		return exercise.LodgeJoint{Caucus: label}
	case l.accept("leave"), l.accept("decline"):
		return exercise.LeaveCaucus{Caucus: label}
	case l.accept("close"):
		return exercise.LeaveCaucus{Caucus: label, Close: true}
	case label != "":
		l.choice("what to do in the caucus", "accept", "say", "draft", "sign", "lodge", "leave", "close")
		return nil
	}
	teams, time := l.teams()
	return exercise.CallCaucus{Teams: teams, Time: time}
}

// teams reads teams and, after them, a time that may be left out.
func (l *line) teams() ([]exercise.TeamID, int64) {
	teams := []exercise.TeamID{l.team()}
	for l.err == nil && !l.done() {
		if _, isTime := milliseconds(l.peek()); isTime {
			return teams, l.duration("the time")
		}
		if t := l.team(); !slices.Contains(teams, t) {
			teams = append(teams, t)
		}
	}
	return teams, 0
}

func readGroup(l *line) exercise.Command {
	id := l.clause()
	if l.accept("close") {
		return exercise.CloseGroup{Clause: id}
	}
	teams, time := l.teams()
	return exercise.FormGroup{Clause: id, Teams: teams, Time: time}
}
