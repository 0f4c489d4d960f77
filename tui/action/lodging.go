package action

import "kefi/exercise"

// What changes the draft or says how a team stands to it.
var lodging = []Action{
	{
		Name: "amend", Synopsis: `amend 3.1 put "X" for "Y" [at N] [and …] [in A16] [because "…"]`,
		Example: `amend 3.1 put "48" for "24" because "midway"`,
		Also: []string{
			`amend 3.1 strike "water" at 2`,
			`amend 3.1 add "and port" after "water" and strike "promptly"`,
			`amend 3.1 put "36" for "48" in A16`,
			`amend 3.1 delete because "3.2 says it"`,
			`amend 3 new "A notice names a point of contact."`,
			`amend 3 delete`,
			`amend new "Exercises": "The Parties hold an exercise each year."`,
		},
		Help: "Lodges an amendment, in writing and at any time; its last forms add or delete a paragraph or a clause.",
		Who:  delegates, Phases: negotiating, command: readAmend,
	},
	{
		Name: "friendly", Synopsis: "friendly A17", Example: "friendly A17",
		Help: "Takes into your amendment another that was lodged in it; yours says so when all its sponsors have.",
		Who:  speakers, Phases: negotiating,
		command: func(l *line) exercise.Command { return exercise.Friendly{Amendment: l.amendment()} },
	},
	{
		Name: "cosponsor", Synopsis: "cosponsor A1", Example: "cosponsor A1", Also: []string{"cosponsor N2", "cosponsor P1"},
		Help: "Joins the sponsors of an amendment or a package, or makes written input such as N2 an amendment of yours.",
		Who:  delegates, Phases: negotiating,
		command: func(l *line) exercise.Command { return exercise.Cosponsor{Amendment: l.proposal()} },
	},
	{
		Name: "withdraw", Synopsis: "withdraw A1", Example: "withdraw A1", Also: []string{"withdraw N2", "withdraw P1"},
		Help: "Leaves the sponsors of an amendment or a package; when the last goes it leaves the draft, not the record. The chair withdraws the chair's text.",
		Who:  speakers, Phases: negotiating,
		command: func(l *line) exercise.Command { return exercise.Withdraw{Amendment: l.proposal()} },
	},
	stance(exercise.Prefer, "States that your team prefers an alternative, one at most on a point."),
	stance(exercise.CanLive, "States that your team can live with an alternative."),
	stance(exercise.Cannot, "States that your team cannot accept an alternative, and why."),
	{
		Name: "clear", Synopsis: "clear 3.1a", Example: "clear 3.1a",
		Help: "Takes back your team's stances on a point.",
		Who:  delegates, Phases: negotiating,
		command: func(l *line) exercise.Command { return exercise.ClearStance{Point: l.point()} },
	},
	{
		Name: "request put", Synopsis: "request put X", Example: "request put A16",
		Help: "Asks the chair to put an amendment, an alternative, a clause, a package or the text.",
		Who:  delegates, Phases: negotiating,
		command: func(l *line) exercise.Command { return exercise.RequestPut{X: l.subject()} },
	},
	{
		Name: "request reopen", Synopsis: "request reopen X", Example: "request reopen 3", Also: []string{"request reopen text"},
		Help: "Asks the chair to reopen a clause, a decision or the adopted text; back from a declared absence it is your right for five minutes.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.RequestReopen{X: l.subject()} },
	},
}

func stance(s exercise.Stance, help string) Action {
	verb, why := string(s), `["why"]`
	if s == exercise.Cannot {
		why = `"why"`
	}
	return Action{
		Name: verb, Synopsis: verb + " 3.1a/2 " + why + " [to chair]", Example: verb + ` 3.1a/2 "Our insurers ask it."`,
		Also: []string{verb + ` 3.1a/2 "Our insurers ask it." to chair`},
		Help: help + ` With "to chair" only the chair reads it.`,
		Who:  delegates, Phases: negotiating,
		command: func(l *line) exercise.Command {
			toChair := l.cutToChair()
			alt := l.alternative()
			toChair = l.accept("to", "chair") || toChair
			return exercise.TakeStance{Alt: alt, Stance: s, Why: l.optional("the reason"), ToChair: toChair}
		},
	}
}
