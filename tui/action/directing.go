package action

import "kefi/exercise"

// How control runs the exercise.
var directing = []Action{
	{
		Name: "start", Synopsis: "start", Example: "start",
		Help:  "Starts the exercise: STARTEX.",
		Binds: true, Who: directors, Phases: inLobby,
		command: func(*line) exercise.Command { return exercise.Start{} },
	},
	{
		Name: "phase", Synopsis: "phase NAME", Example: "phase closing", Also: []string{"phase hot wash"},
		Help:  "Moves to a phase: briefing, table, closing, hot wash, debrief or closed.",
		Binds: true, Who: directors, command: readPhase,
	},
	{
		Name: "pause", Synopsis: "pause [table|scenario]", Example: "pause", Also: []string{"pause table"},
		Help:    "Stops both clocks, or one: PAUSEX.",
		Who:     directors,
		command: func(l *line) exercise.Command { return exercise.Pause{Clock: l.clock()} },
	},
	{
		Name: "resume", Synopsis: "resume [table|scenario]", Example: "resume", Also: []string{"resume scenario"},
		Help:    "Starts the clocks again; it also ends a real-world stop.",
		Who:     directors,
		command: func(l *line) exercise.Command { return exercise.Resume{Clock: l.clock()} },
	},
	{
		Name: "speed", Synopsis: "speed N", Example: "speed 2",
		Help:    "Sets how many seconds of the story pass in a second; the table stays real.",
		Who:     directors,
		command: func(l *line) exercise.Command { return exercise.Speed{N: l.count("the speed")} },
	},
	{
		Name: "question", Synopsis: `question "…"`, Example: `question "What should the real talks borrow?"`,
		Help: "Opens a question of the hot wash; all answer unseen.",
		Who:  directors, Phases: inHotWash,
		command: func(l *line) exercise.Command { return exercise.Question{Words: l.tail("the question")} },
	},
	{
		Name: "expunge", Synopsis: `expunge #N "why"`, Example: `expunge #148 "It names a real firm."`,
		Help: "Asks to remove the words of an entry for good; the recorder confirms.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			return exercise.Expunge{No: l.entry(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "cancel realworld", Synopsis: "cancel realworld", Example: "cancel realworld",
		Help: "Ends a real-world stop that was raised in error.",
		Who:  directors, when: unless("No real-world stop stands.", stopped),
		command: func(*line) exercise.Command { return exercise.CancelRealWorld{} },
	},
	{
		Name: "seat", Synopsis: "seat SEAT code|reset|kick|move [SEAT]", Example: "seat hydra code",
		Also: []string{"seat hydra reset", "seat hydra kick", "seat hydra move hydra-2"},
		Help: "Makes a new code for a seat, forgets its keys too, ends its sessions, or moves them to another seat.",
		Kind: Serve, Who: directors, query: readSeat,
	},
	{
		Name: "end", Synopsis: "end", Example: "end",
		Help:  "Ends the exercise: ENDEX.",
		Binds: true, Who: directors,
		command: func(*line) exercise.Command { return exercise.End{} },
	},
	{
		Name: "role", Synopsis: "role SEAT [not] ROLE", Example: "role deputy control", Also: []string{"role chair not control"},
		Help: "Gives a seat the role of chair, control or simcell, or takes it away.",
		Who:  directors,
		command: func(l *line) exercise.Command {
			r := exercise.GiveRole{Seat: exercise.SeatID(l.participant("a seat")), Away: l.accept("not")}
			r.Role = exercise.Role(l.choice("a role", string(exercise.Chair), string(exercise.Control), string(exercise.SimCell)))
			return r
		},
	},
}

func readPhase(l *line) exercise.Command {
	if l.accept("hot", "wash") || l.accept("hot-wash") {
		return exercise.EnterPhase{Phase: exercise.HotWash}
	}
	return exercise.EnterPhase{Phase: exercise.Phase(l.choice("a phase",
		"lobby", "briefing", "table", "closing", "hot", "debrief", "closed"))}
}

// clock reads table or scenario; nothing means both.
func (l *line) clock() exercise.ClockName {
	if l.done() {
		return ""
	}
	return exercise.ClockName(l.choice("a clock", string(exercise.TableClock), string(exercise.ScenarioClock)))
}

func readSeat(l *line) []string {
	args := []string{l.participant("a seat"), l.choice("what to do with a seat", "code", "reset", "kick", "move")}
	if args[1] == "move" {
		args = append(args, l.participant("the other seat"))
	}
	return args
}

func stopped(v *exercise.View) bool { return v.Room.RealWorld }
