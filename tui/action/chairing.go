package action

import (
	"strings"

	"kefi/exercise"
)

// How the chair runs the agenda and the floor.
var chairing = []Action{
	{
		Name: "next", Synopsis: "next", Example: "next",
		Help: "Gives the floor to whoever is next.",
		Who:  chairs, Phases: untilClosed,
		command: func(*line) exercise.Command { return exercise.Next{} },
	},
	{
		Name: "floor", Synopsis: "floor TEAM [90s]", Example: "floor hydra", Also: []string{"floor hydra 90s"},
		Help: "Gives the floor to a team, for a turn or for that time.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command {
			return exercise.GiveFloor{Team: l.team(), Time: l.maybeDuration("the time")}
		},
	},
	{
		Name: "extend", Synopsis: "extend 1m", Example: "extend 1m",
		Help: "Lengthens the turn, or the time of the standing decision.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Extend{Time: l.duration("the time")} },
	},
	{
		Name: "skip", Synopsis: `skip TEAM "why"`, Example: `skip plumb "They asked to come later."`,
		Help: "Passes over a team; the room is told and the claim is kept.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command {
			return exercise.Skip{Team: l.team(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "item", Synopsis: "item NAME", Example: "item 3", Also: []string{"item first reading"},
		Help: "Opens an item of the agenda.",
		Who:  chairs, Phases: atTable, command: readItem,
	},
	{
		Name: "suspend", Synopsis: "suspend 8m", Example: "suspend 8m",
		Help: "Closes the floor for a time; rooms stay open.",
		Who:  chairs, Phases: atTable,
		command: func(l *line) exercise.Command { return exercise.Suspend{Time: l.duration("the time")} },
	},
	{
		Name: "informal", Synopsis: "informal 20m", Example: "informal 20m",
		Help: "Makes the sitting informal for a time: what is said stays out of the minutes.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Informal{Time: l.duration("the time")} },
	},
	{
		Name: "formal", Synopsis: "formal", Example: "formal",
		Help: "Ends an informal sitting before its time.",
		Who:  chairs, Phases: untilClosed, when: unless("The sitting is formal.", sittingIsInformal),
		command: func(*line) exercise.Command { return exercise.Informal{} },
	},
	{
		Name: "rule", Synopsis: `rule "…"`, Example: `rule "Plumb speaks after Forge."`,
		Help: "Rules on the point of order; the speaker's time is given back.",
		Who:  chairs, Phases: untilClosed, when: unless("No point of order stands.", orderStands),
		command: func(l *line) exercise.Command { return exercise.Rule{Words: l.tail("the ruling")} },
	},
	{
		Name: "absent", Synopsis: "absent TEAM", Example: "absent plumb",
		Help: "Declares absent a team that has been away for three minutes: it has no say until it is back.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.DeclareAbsent{Team: l.team()} },
	},
	{
		Name: "summary", Synopsis: `summary "…"`, Example: `summary "Five clauses found wide support."`,
		Help: "Writes the chair's summary, which is the chair's own and binds nobody.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Summarise{Words: l.tail("the summary")} },
	},
}

// What the chair asks the table to decide.
var deciding = []Action{
	{
		Name: "gavel", Synopsis: "gavel X [30s]", Example: "gavel 3.1a/2", Also: []string{"gavel A16 30s"},
		Help: "Asks whether there is any objection; if there is none it is so decided.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command {
			return exercise.Gavel{X: l.subject(), Time: l.maybeDuration("the time")}
		},
	},
	{
		Name: "put", Synopsis: "put X… [2m]", Example: "put 3", Also: []string{"put A16 4.1a/1 2m"},
		Help: "Asks every team for its position, on one thing or on a sheet of up to eight with one deadline.",
		Who:  chairs, Phases: untilClosed, command: readPut,
	},
	{
		Name: "close", Synopsis: "close [X | S1]", Example: "close 3", Also: []string{"close", "close S1"},
		Help: "Closes now what is put, or a whole sheet; a gavel only once its time is over. It also ends a silence.",
		Who:  chairs, Phases: untilClosed, command: readClose,
	},
	{
		Name: "defer", Synopsis: "defer 6", Example: "defer 6", Also: []string{"defer 4 6"},
		Help: "Asks by gavel to move clauses with their brackets to the annex of what is not agreed.",
		Who:  chairs, Phases: untilClosed, command: readDefer,
	},
	{
		Name: "reopen", Synopsis: "reopen X", Example: "reopen 3", Also: []string{"reopen text"},
		Help: "Asks by gavel to reopen an agreed clause, a decision or the adopted text; what was said on it is then void.",
		Who:  chairs, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Reopen{X: l.subject()} },
	},
}

func readDefer(l *line) exercise.Command {
	c := exercise.Defer{Clauses: []exercise.ClauseID{l.clause()}}
	for !l.done() {
		c.Clauses = append(c.Clauses, l.clause())
	}
	return c
}

func readItem(l *line) exercise.Command {
	name := l.id(seatName, "an item of the agenda", "3 or endgame")
	if name == "first" && l.accept("reading") {
		name = "first-reading"
	}
	return exercise.OpenItem{Name: name}
}

// readPut reads subjects, and a time after the last.
func readPut(l *line) exercise.Command {
	p := exercise.Put{X: []exercise.Subject{l.subject()}}
	for !l.done() {
		if _, isTime := milliseconds(l.peek()); isTime {
			p.Time = l.duration("the time")
			break
		}
		l.accept("and")
		p.X = append(p.X, l.subject())
	}
	return p
}

// readClose reads a subject, the name of a sheet, or nothing.
func readClose(l *line) exercise.Command {
	if l.done() {
		return exercise.Close{}
	}
	if word := l.peek(); sheetID.MatchString(word) {
		l.word("a sheet")
		return exercise.Close{X: exercise.Subject(strings.ToUpper(word))}
	}
	return exercise.Close{X: l.subject()}
}

func orderStands(v *exercise.View) bool { return v.Room.Floor.OrderBy != "" }

func sittingIsInformal(v *exercise.View) bool { return v.Room.Floor.InformalUntil > 0 }
