package action

import "kefi/exercise"

// What everyone may do.
var belonging = []Action{
	{
		Name: "agree", Synopsis: "agree [research yes|no]", Example: "agree", Also: []string{"agree research no"},
		Help: "Accepts the first page; research use is a second choice that changes nothing in play.",
		command: func(l *line) exercise.Command {
			if !l.accept("research") {
				return exercise.Agree{}
			}
			return exercise.Agree{Research: l.choice("an answer", "yes", "no")}
		},
	},
	{
		Name: "ready", Synopsis: "ready", Example: "ready",
		Help: "Says in the lobby that you are ready.",
		Who:  players, Phases: inLobby,
		command: func(*line) exercise.Command { return exercise.Ready{} },
	},
	{
		Name: "rehearse", Synopsis: "rehearse", Example: "rehearse",
		Help: "Opens a private table with two robots where you try to speak, to ask for the floor and to take a position; nothing of it is recorded.",
		Kind: Serve, Who: delegates, Phases: beforePlay,
		query: func(*line) []string { return nil },
	},
	{
		Name: "replay", Synopsis: "replay", Example: "replay",
		Help: "Shows again what your seat saw, from the start, once the exercise is closed.",
		Kind: Serve, Phases: whenClosed,
		query: func(*line) []string { return nil },
	},
	{
		Name: "undo", Synopsis: "undo", Example: "undo",
		Help: "Takes back your last stance, hand, position, sponsorship or mark, the floor you gave, or a gavel or close within a minute; given again, it takes that back.",
		Who:  players, Phases: talking,
		command: func(*line) exercise.Command { return exercise.Undo{} },
	},
	{
		Name: "reflect", Synopsis: `reflect "…"`, Example: `reflect "Ask the operators first."`,
		Help: "Answers the question of the hot wash; all answers appear together, without names.",
		Kind: Serve, Who: players, Phases: inHotWash, when: unless("No question is open.", questionOpen),
		query: func(l *line) []string { return []string{l.tail("the answer").Value} },
	},
	{
		Name: "vote", Synopsis: "vote N N N", Example: "vote 2 5 7",
		Help: "Gives up to three votes to answers of the hot wash.",
		Who:  players, Phases: inHotWash, command: readVote,
	},
	{
		Name: "timeout", Synopsis: "timeout", Example: "timeout",
		Help:    "Tells control privately that you need a break.",
		Who:     players,
		command: func(*line) exercise.Command { return exercise.Timeout{} },
	},
	{
		Name: "realworld", Aliases: []string{"noduff", "stop"},
		Synopsis: `realworld "…"`, Example: `realworld "Someone is unwell."`,
		Help:    "Stops play for everyone: real world, not exercise.",
		command: func(l *line) exercise.Command { return exercise.RealWorld{Words: l.optional("what has happened")} },
	},
	{
		Name: "page", Synopsis: "page chair|control|table|desk", Example: "page table",
		Also: []string{"page chair", "page control", "page desk"},
		Help: "Turns a screen to another of its pages.",
		Kind: Serve, Who: turners,
		query: func(l *line) []string { return []string{l.choice("a page", "chair", "control", "table", "desk")} },
	},
	{
		Name: "leave", Synopsis: "leave", Example: "leave",
		Help: "Leaves the table; your seat and your drafts wait for you.",
		Key:  "Ctrl+C", Kind: Serve, query: func(*line) []string { return nil },
	},
}

func readVote(l *line) exercise.Command {
	v := exercise.Vote{Answers: []int{l.count("an answer")}}
	for l.err == nil && !l.done() && len(v.Answers) < 3 {
		v.Answers = append(v.Answers, l.count("an answer"))
	}
	return v
}

func questionOpen(v *exercise.View) bool {
	return v.Room.HotWash != nil && v.Room.HotWash.Question != ""
}
