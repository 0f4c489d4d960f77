package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
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
		{words: words.Mark("Accept"), short: words.Mark("accept"), kind: exercise.Accept},
		{words: words.Mark("Accept, if my capital or board agrees"), short: words.Mark("ad ref"), kind: exercise.Accept, adRef: true},
		{words: words.Mark("Not yet: I need something"), short: words.Mark("not yet"), needs: words.Mark("what you need"), kind: exercise.NotYet},
		{words: words.Mark("Object"), short: words.Mark("object"), needs: words.Mark("why"), kind: exercise.Objects},
		{words: words.Mark("Stand aside"), short: words.Mark("aside"), kind: exercise.StandAside},
		{words: words.Mark("Accept on a condition, sealed"), short: words.Mark("if"), kind: exercise.Accept, begins: "/position %s accept if "},
	}
	toMotion = []answer{
		{words: words.Mark("Accept: for it"), short: words.Mark("for it"), kind: exercise.Accept},
		{words: words.Mark("Object: against it"), short: words.Mark("against it"), needs: words.Mark("why"), kind: exercise.Objects},
		{words: words.Mark("Stand aside"), short: words.Mark("aside"), kind: exercise.StandAside},
	}
	toGavel = []answer{
		{words: words.Mark("Nothing: I do not object"), short: words.Mark("nothing"), kind: exercise.NoPosition},
		{words: words.Mark("Object"), short: words.Mark("object"), needs: words.Mark("why"), kind: exercise.Objects},
		{words: words.Mark("Ask to wait a minute"), short: words.Mark("wait"), kind: exercise.PositionWait},
	}
	toSilence = []answer{
		{words: words.Mark("Nothing: let the silence stand"), short: words.Mark("nothing"), kind: exercise.NoPosition},
		{words: words.Mark("Break the silence"), short: words.Mark("break it"), needs: words.Mark("why"), kind: exercise.BreakTheHush},
	}
	toProposal = []answer{
		{words: words.Mark("Nothing: it may be placed under silence"), short: words.Mark("nothing"), kind: exercise.NoPosition},
		{words: words.Mark("Not under silence: discuss it"), short: words.Mark("no silence"), kind: exercise.RefuseSilence},
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
