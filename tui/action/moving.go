package action

import "kefi/exercise"

// Points of order, motions and rights.
var moving = []Action{
	{
		Name: "order", Synopsis: `order "…"`, Example: `order "The chair skipped Plumb."`,
		Help: "Raises a point of order: it names the rule, never the substance.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Order{Words: l.tail("the point of order")} },
	},
	{
		Name: "appeal", Synopsis: "appeal", Example: "appeal",
		Help: "Appeals against the ruling just given: it is put at once, and stands unless a majority of the teams present is against it.",
		Who:  delegates, Phases: atTable, when: unless("No ruling has just been given.", rulingStands),
		command: func(*line) exercise.Command { return exercise.Appeal{} },
	},
	{
		Name: "motion", Synopsis: `motion suspend [8m]|adjourn|defer 4|close|reopen 3 ["why"]`, Example: `motion suspend 8m "We need our capital."`,
		Also: []string{"motion suspend", "motion adjourn", `motion defer 4 "It needs lawyers."`, "motion close", "motion reopen 3"},
		Help: "Moves to suspend the sitting, adjourn the item, defer a clause, close debate or reopen a clause; the chair puts it.",
		Who:  delegates, Phases: atTable,
		command: readMotion,
	},
	{
		Name: "divide", Synopsis: "divide 3.2", Example: "divide 3.2",
		Help: "Moves that a paragraph be decided by itself; the chair grants it by the gavel.",
		Who:  delegates, Phases: atTable,
		command: func(l *line) exercise.Command {
			return exercise.Divide{Para: exercise.ParaID(l.id(paraID, "a paragraph", "3.2"))}
		},
	},
	{
		Name: "reply", Synopsis: `reply "…"`, Example: `reply "Arcadia named our terminal."`,
		Help: "Asks for the right of reply and says to what: once an item, for 60 s, when the speaker ends.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Reply{Words: l.tail("what you reply to")} },
	},
}

func readMotion(l *line) exercise.Command {
	kind := l.choice("a motion", "suspend", "adjourn", "defer", "close", "reopen")
	m := exercise.Move{Kind: exercise.MotionKind(kind)}
	switch m.Kind {
	case exercise.MotionSuspend:
		if _, isTime := milliseconds(l.peek()); isTime {
			m.Time = l.duration("the time")
		}
	case exercise.MotionDefer, exercise.MotionReopen:
		m.Clause = l.clause()
	case "close":
		l.accept("debate")
		m.Kind = exercise.MotionClose
	}
	m.Why = l.optional("the reason")
	return m
}

// rulingStands: a ruling can be appealed now.
func rulingStands(v *exercise.View) bool {
	return v.Room.Floor.AppealUntil > v.Room.Clocks.Table
}
