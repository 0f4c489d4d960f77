package action

import "kefi/exercise"

// How a team answers what the chair asks.
var positions = []Action{
	{
		Name: "object", Synopsis: `object [X] "why"`, Example: `object "24 hours cannot be kept."`,
		Also: []string{`object A16 "24 hours cannot be kept."`},
		Help: "Answers a gavel: nothing is decided.",
		Who:  delegates, Phases: untilClosed, when: stands("gavel", "No gavel stands."),
		command: func(l *line) exercise.Command {
			return exercise.Object{X: l.maybeSubject(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "wait", Synopsis: "wait [X]", Example: "wait", Also: []string{"wait A16"},
		Help: "Answers a gavel: a minute more, once a team.",
		Who:  delegates, Phases: untilClosed, when: stands("gavel", "No gavel stands."),
		command: func(l *line) exercise.Command {
			if l.done() {
				return exercise.Wait{}
			}
			return exercise.Wait{X: l.subject()}
		},
	},
	{
		Name: "position", Synopsis: `position X accept [ad-ref 10m | if A15 carried and 5 agreed] | not-yet "…" | object "…" | aside | none`,
		Example: "position A16 accept",
		Also: []string{
			"position 3 accept ad-ref 10m", `position text not-yet "Our board meets at noon."`,
			`position 3.1a/2 object "72 hours is too late."`, "position 3 aside",
			"position 3 accept if A15 carried and (5 agreed or 6 agreed)", "position 3 none",
		},
		Help: "States your team's position on what is put; it may be changed until the close. With if it is sealed, seen by your team alone, and may come first; none takes that back.",
		Who:  delegates, Phases: untilClosed,
		command: readPosition,
	},
	{
		Name: "cleared", Synopsis: "cleared X", Example: "cleared 3",
		Help: "Tells that your acceptance ad referendum was confirmed at home.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command { return exercise.Cleared{X: l.subject()} },
	},
	{
		Name: "not-cleared", Synopsis: `not-cleared X "why"`, Example: `not-cleared 3 "The board wants 72 hours."`,
		Help: "Tells that your acceptance ad referendum was refused at home: the decision is postponed and its clause open again.",
		Who:  delegates, Phases: untilClosed,
		command: func(l *line) exercise.Command {
			return exercise.NotCleared{X: l.subject(), Why: l.tail("the reason")}
		},
	},
	{
		Name: "statement", Synopsis: `statement [X] "…"`, Example: `statement "We read hours as clock hours."`,
		Also: []string{`statement A16 "We read hours as clock hours."`},
		Help: "Explains your position on what was asked last, or on X; it is printed under the decision and changes nothing.",
		Who:  delegates, Phases: untilClosed, command: readStatement,
	},
}

// readStatement reads what it explains only where the words stand in
// quotation marks after it.
func readStatement(l *line) exercise.Command {
	var s exercise.MakeStatement
	if _, rest := cutWord(l.rest); !startsQuoted(l.rest) && startsQuoted(rest) {
		s.X = l.subject()
	}
	s.Words = l.tail("the statement")
	return s
}

func readPosition(l *line) exercise.Command {
	p := exercise.TakePosition{X: l.subject()}
	switch word := l.choice("a position", "accept", "not-yet", "object", "aside", "none"); word {
	case "accept":
		p.Position = exercise.Accept
		if l.accept("ad-ref") || l.accept("ad", "ref") {
			p.AdRef = l.duration("the time your capital or board needs")
		}
		if l.accept("if") {
			p.If = l.condition()
		}
	case "not-yet":
		p.Position, p.Words = exercise.NotYet, l.tail("what you need")
	case "object":
		p.Position, p.Words = exercise.Objects, l.tail("the reason")
	case "aside":
		p.Position = exercise.StandAside
	}
	return p
}
