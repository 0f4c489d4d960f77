package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// answer is one thing a team can say to a decision.
type answer struct {
	words string
	short string // the footer's word for it on a sheet
	needs string // what the reason has to say, "" where it is optional
	kind  exercise.PositionKind
	adRef bool
	// begins is a line for the person to finish, %s being what is decided: it
	// says more than a row of answers can.
	begins string
}

// defaultAdRef is how long an acceptance ad referendum waits, in table ms.
const defaultAdRef = 10 * 60 * 1000

var (
	toPut = []answer{
		{words: "Accept", short: "accept", kind: exercise.Accept},
		{words: "Accept, if my capital or board agrees", short: "ad ref", kind: exercise.Accept, adRef: true},
		{words: "Not yet: I need something", short: "not yet", needs: "what you need", kind: exercise.NotYet},
		{words: "Object", short: "object", needs: "why", kind: exercise.Objects},
		{words: "Stand aside", short: "aside", kind: exercise.StandAside},
		{words: "Accept on a condition, sealed", short: "if", kind: exercise.Accept, begins: "/position %s accept if "},
	}
	toMotion = []answer{
		{words: "Accept: for it", short: "for it", kind: exercise.Accept},
		{words: "Object: against it", short: "against it", needs: "why", kind: exercise.Objects},
		{words: "Stand aside", short: "aside", kind: exercise.StandAside},
	}
	toGavel = []answer{
		{words: "Nothing: I do not object", short: "nothing", kind: exercise.NoPosition},
		{words: "Object", short: "object", needs: "why", kind: exercise.Objects},
		{words: "Ask to wait a minute", short: "wait", kind: exercise.PositionWait},
	}
	toSilence = []answer{
		{words: "Nothing: let the silence stand", short: "nothing", kind: exercise.NoPosition},
		{words: "Break the silence", short: "break it", needs: "why", kind: exercise.BreakTheHush},
	}
	toProposal = []answer{
		{words: "Nothing: it may be placed under silence", short: "nothing", kind: exercise.NoPosition},
		{words: "Not under silence: discuss it", short: "no silence", kind: exercise.RefuseSilence},
	}
)

// answers is what can be said to a decision.
func answers(d *exercise.DecisionView) []answer {
	switch {
	case d.Form == "put" && strings.HasPrefix(string(d.X), "M"):
		return toMotion
	case d.Form == "put":
		return toPut
	case d.Form == exercise.FormSilence && d.Proposed:
		return toProposal
	case d.Form == exercise.FormSilence:
		return toSilence
	}
	return toGavel
}

// takesWhy says that words may stand beside an answer.
func (a answer) takesWhy() bool {
	return !slices.Contains([]exercise.PositionKind{exercise.NoPosition, exercise.PositionWait, exercise.RefuseSilence}, a.kind) && a.begins == ""
}

// command is an answer as it is submitted; why may be empty.
func (a answer) command(x *exercise.DecisionView, why string) exercise.Command {
	text := exercise.Text{}
	if why != "" {
		text = exercise.T(why)
	}
	switch {
	case a.kind == exercise.PositionWait:
		return exercise.Wait{X: x.X}
	case a.kind == exercise.RefuseSilence:
		return exercise.NoSilence{X: x.X}
	case a.kind == exercise.BreakTheHush:
		return exercise.BreakSilence{X: x.X, Why: text}
	case x.Form != "put":
		return exercise.Object{X: x.X, Why: text}
	case a.adRef:
		return exercise.TakePosition{X: x.X, Position: a.kind, AdRef: defaultAdRef, Words: text}
	}
	return exercise.TakePosition{X: x.X, Position: a.kind, Words: text}
}

// lineFor begins the line of an answer that has to say something.
func (a answer) lineFor(x *exercise.DecisionView) string {
	switch {
	case a.kind == exercise.BreakTheHush:
		return "/break " + string(x.X) + ` "`
	case x.Form != "put":
		return "/object " + string(x.X) + ` "`
	}
	return "/position " + string(x.X) + " " + string(a.kind) + ` "`
}
