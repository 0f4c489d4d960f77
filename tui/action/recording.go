package action

import "kefi/exercise"

// What the recorder does beside the table.
var recording = []Action{
	{
		Name: "mark", Synopsis: "mark #N KIND", Example: "mark #148 decision",
		Also:    []string{"mark #148 objective 2"},
		Help:    "Marks an entry: decision, quote, reservation, ad-ref, instructions, silence or objective N.",
		Who:     recorders,
		command: func(l *line) exercise.Command { return exercise.Mark{No: l.entry(), Kind: l.markKind()} },
	},
	{
		Name: "note", Synopsis: `note [#N] "…"`, Example: `note #148 "Check the name."`,
		Also: []string{`note "Forge came late."`},
		Help: "Writes a private note, beside an entry or by itself.",
		Who:  recorders,
		command: func(l *line) exercise.Command {
			return exercise.Note{No: l.maybeEntry(), Words: l.tail("the note")}
		},
	},
	{
		Name: "heard", Synopsis: `heard TEAM "…"`, Example: `heard hydra "Could accept 48 hours."`,
		Help: "Puts on record what a team said aloud; the team may correct it.",
		Who:  recorders, Phases: untilClosed,
		command: func(l *line) exercise.Command {
			return exercise.Hear{Team: l.team(), Words: l.tail("what was said")}
		},
	},
	{
		Name: "find", Synopsis: `find "…"`, Example: `find "Tier 1"`, Also: []string{"find tier 1"},
		Help: "Lists the entries that hold these words, or are of the team of that name; on a screen it shows them as the minutes.",
		Kind: Read, Who: recorders,
		query: func(l *line) []string { return []string{l.tail("what to find").Value} },
	},
	{
		Name: "check", Synopsis: "check", Example: "check",
		Help: "Lists what to look at before the minutes are handed over.",
		Kind: Read, Who: recorders,
		query: func(*line) []string { return nil },
	},
	{
		Name: "settle", Synopsis: "settle ID", Example: "settle D4", Also: []string{"settle #148", "settle 3.2", "settle A16"},
		Help: "Says that you have looked at what the list of checks names by that id; given again, it takes that back.",
		Who:  recorders,
		command: func(l *line) exercise.Command {
			return exercise.Settle{Check: l.id(readable, "what is to be settled", "D4 or #148")}
		},
	},
	{
		Name: "names", Synopsis: "names named|roles|tracks", Example: "names roles", Also: []string{"names named", "names tracks"},
		Help: "Chooses whether every copy of the minutes names delegations, tells them apart by role, or tells only their tracks; the table is told.",
		Who:  recorders,
		command: func(l *line) exercise.Command {
			return exercise.SetNaming{Naming: exercise.Naming(l.choice("a way of naming", "named", "roles", "tracks"))}
		},
	},
	{
		Name: "confirm expunge", Synopsis: "confirm expunge #N", Example: "confirm expunge #148",
		Help:  "Confirms that control removes the words of an entry.",
		Binds: true, Who: recorders, when: unless("Control has not asked to remove anything.", expungeWaits),
		command: func(l *line) exercise.Command { return exercise.ConfirmExpunge{No: l.entry()} },
	},
}

func (l *line) markKind() string {
	kind := l.choice("a mark", append(exercise.MarkKinds(), "objective")...)
	if kind == "objective" {
		kind += " " + l.participant("the objective")
	}
	return kind
}

func expungeWaits(v *exercise.View) bool {
	return v.Own.Recorder != nil && len(v.Own.Recorder.Expunge) > 0
}
