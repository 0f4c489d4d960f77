package action

import "kefi/exercise"

// What the chair does with the draft.
var drafting = []Action{
	{
		Name: "chair-text", Synopsis: `chair-text 3.1 "…" [because "…"]`, Example: `chair-text 3.1 "Each Party notifies within 36 hours."`,
		Also: []string{`chair-text 3.1 "Each Party notifies within 36 hours." because "both sides named it"`},
		Help: "Lays your own words for a whole paragraph beside what stands, marked =; nobody sponsors them, and withdraw takes them back.",
		Who:  chairs, Phases: negotiating,
		command: func(l *line) exercise.Command {
			return exercise.ChairText{Para: l.paragraph(), Words: l.text("the chair's text"), Because: l.because()}
		},
	},
	{
		Name: "sequence", Synopsis: "sequence 3.1 A2 A1", Example: "sequence 3.1 A2 A1",
		Help: "Changes the order in which a paragraph's amendments are taken; proposed are deletions, replacements, additions.",
		Who:  chairs, Phases: negotiating,
		command: func(l *line) exercise.Command {
			c := exercise.SetSequence{Para: l.paragraph(), Amendments: []exercise.AmendmentID{l.amendment()}}
			for !l.done() {
				c.Amendments = append(c.Amendments, l.amendment())
			}
			return c
		},
	},
}

// paragraph reads the id of a paragraph.
func (l *line) paragraph() exercise.ParaID {
	return exercise.ParaID(l.id(paraID, "a paragraph", "3.1"))
}
