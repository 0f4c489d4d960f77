package action

import (
	"slices"

	"kefi/exercise"
)

// What binds several things together, and what silence decides.
var bargaining = []Action{
	{
		Name: "package", Synopsis: "package X X …", Example: "package A1 3.1a/2 5",
		Help: "Binds alternatives, amendments and clauses into one package: all or nothing.",
		Who:  delegates, Phases: atTable, command: readPackage,
	},
	{
		Name: "no-silence", Synopsis: "no-silence [X]", Example: "no-silence", Also: []string{"no-silence 5"},
		Help: "Refuses a silence procedure that is proposed; one team is enough.",
		Who:  delegates, Phases: untilClosed, when: silence(true, "No silence procedure is proposed now."),
		command: func(l *line) exercise.Command {
			if l.done() {
				return exercise.NoSilence{}
			}
			return exercise.NoSilence{X: l.subject()}
		},
	},
	{
		Name: "break", Synopsis: `break [X] "why"`, Example: `break 5 "Our board has not met."`,
		Help: "Breaks a silence, for all: nothing is decided.",
		Who:  delegates, Phases: untilClosed, when: silence(false, "Nothing is under silence now."),
		command: func(l *line) exercise.Command {
			return exercise.BreakSilence{X: l.maybeSubject(), Why: l.tail("the reason")}
		},
	},
}

// Placing something under silence is the chair's.
var silencing = []Action{{
	Name: "silence", Synopsis: "silence X 10m", Example: "silence 5 10m",
	Help: "Proposes to place something under silence: unless a team refuses that or breaks it, it is so decided.",
	Who:  chairs, Phases: untilClosed,
	command: func(l *line) exercise.Command {
		return exercise.Silence{X: l.subject(), Time: l.duration("the time")}
	},
}}

func readPackage(l *line) exercise.Command {
	p := exercise.Package{X: []exercise.Subject{l.subject()}}
	for !l.done() {
		l.accept("and")
		p.X = append(p.X, l.subject())
	}
	return p
}

// silence says that one is proposed, or placed.
func silence(proposed bool, otherwise string) func(*exercise.View) exercise.Phrase {
	return unless(otherwise, func(v *exercise.View) bool {
		return slices.ContainsFunc(v.Room.Standing, func(d exercise.DecisionView) bool {
			return d.Form == exercise.FormSilence && d.Proposed == proposed
		})
	})
}
