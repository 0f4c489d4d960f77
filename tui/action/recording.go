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
		Name: "confirm expunge", Synopsis: "confirm expunge #N", Example: "confirm expunge #148",
		Help: "Confirms that control removes the words of an entry.",
		Who:  recorders, when: unless("Control has not asked to remove anything.", expungeWaits),
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
