package action

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
)

func carried(x exercise.Subject) exercise.Condition {
	return exercise.Condition{X: x, Is: becomes(x)}
}

func all(parts ...exercise.Condition) exercise.Condition { return exercise.Condition{All: parts} }
func anyOf(parts ...exercise.Condition) exercise.Condition {
	return exercise.Condition{Any: parts}
}

func TestParseConditions(tt *testing.T) {
	for _, row := range []struct {
		cond string
		want exercise.Condition
	}{
		{"A15 carried", carried("A15")},
		{"a15 is carried", carried("A15")},
		{"5 agreed", carried("5")},
		{"5 carried", carried("5")}, // clauses are agreed
		{"3.1a/2 agreed", carried("3.1a/2")},
		{"P1 Carried AND 5 agreed", all(carried("P1"), carried("5"))},
		{"A1 carried or A2 carried and 5 agreed", anyOf(carried("A1"), all(carried("A2"), carried("5")))},
		{"(A1 carried or A2 carried) and 5 agreed", all(anyOf(carried("A1"), carried("A2")), carried("5"))},
		{"((5 agreed))", carried("5")},
		{"5 agreed and 6 agreed and 7 agreed", all(carried("5"), carried("6"), carried("7"))},
	} {
		got, err := Parse("position 3 accept if " + row.cond)
		want := exercise.TakePosition{X: "3", Position: exercise.Accept, If: row.want}
		if err != nil || !reflect.DeepEqual(got.Command, want) {
			tt.Errorf("%s:\n got %#v, %v\nwant %#v", row.cond, got.Command, err, want)
		}
	}
}

func TestParseRefusesConditions(tt *testing.T) {
	for _, row := range []struct{ cond, says string }{
		{"", "is missing"},
		{"A15", "carried"},
		{"5", "what it waits for: agreed"},
		{"not A15 carried", `never says "not"`},
		{"A15 carried and not 5 agreed", `never says "not"`},
		{"A15 carried and", "is missing"},
		{"A15 carried, 5 agreed", "what it waits for"},
		{"text agreed", "not something to depend on"},
		{"M1 carried", "not something to depend on"},
		{"3.1 agreed", "not something to depend on"},
		{"(A15 carried", "not closed"},
		{"A15 carried)", `at ")"`},
		{"A15 carried 5 agreed", `at "5"`},
		{strings.Repeat("(", 9) + "5 agreed" + strings.Repeat(")", 9), "too deeply"},
	} {
		_, err := Parse("position 3 accept if " + row.cond)
		var usage *UsageError
		if !errors.As(err, &usage) || !strings.Contains(err.Error(), row.says) {
			tt.Errorf("%s: %v, want %q", row.cond, err, row.says)
		}
	}
	if _, err := Parse("position 3 aside if A15 carried"); err == nil {
		tt.Error("only an acceptance has a condition")
	}
}

func TestParseBargaining(tt *testing.T) {
	for _, row := range []struct {
		line string
		want exercise.Command
	}{
		{"package a1 3.1a/2 and 5", exercise.Package{X: []exercise.Subject{"A1", "3.1a/2", "5"}}},
		{"cosponsor p1", exercise.Cosponsor{Amendment: "P1"}},
		{"withdraw P1", exercise.Withdraw{Amendment: "P1"}},
		{"gavel p2", exercise.Gavel{X: "P2"}},
		{"put P2 5 2m", exercise.Put{X: []exercise.Subject{"P2", "5"}, Time: 120_000}},
		{"request put p2", exercise.RequestPut{X: "P2"}},
		{"silence p2 10m", exercise.Silence{X: "P2", Time: 600_000}},
		{"no-silence", exercise.NoSilence{}},
		{"no-silence 3.1a/2", exercise.NoSilence{X: "3.1a/2"}},
		{`break "too soon"`, exercise.BreakSilence{Why: t("too soon")}},
		{`break P2 too soon`, exercise.BreakSilence{X: "P2", Why: t("too soon")}},
		{"close", exercise.Close{}},
		{"close s2", exercise.Close{X: "S2"}},
		{"position P1 none", exercise.TakePosition{X: "P1"}},
	} {
		got, err := Parse(row.line)
		if err != nil || !reflect.DeepEqual(got.Command, row.want) {
			tt.Errorf("%s:\n got %#v, %v\nwant %#v", row.line, got.Command, err, row.want)
		}
	}
}

func TestWhenASilenceCanBeAnswered(tt *testing.T) {
	proposed := exercise.DecisionView{Form: exercise.FormSilence, Proposed: true}
	placed := exercise.DecisionView{Form: exercise.FormSilence}
	for _, row := range []struct {
		verb   string
		stands []exercise.DecisionView
		now    bool
	}{
		{"no-silence", nil, false},
		{"no-silence", []exercise.DecisionView{placed}, false},
		{"no-silence", []exercise.DecisionView{proposed}, true},
		{"break", []exercise.DecisionView{proposed}, false},
		{"break", []exercise.DecisionView{placed}, true},
	} {
		v := seat(exercise.Delegate)
		v.Room.Standing = row.stands
		a, _ := Find(row.verb)
		if why := a.NotNow(v); why.IsZero() != row.now {
			tt.Errorf("%s with %+v: %q", row.verb, row.stands, why)
		}
	}
}

// Whatever stands after "if": no panic, and a condition that is written as it
// was read, or a sentence.
func FuzzCondition(f *testing.F) {
	for _, s := range []string{"A15 carried and 5 agreed", "(A1 carried or 3.1a/2 carried) and P1 carried", "not 5 agreed", "((", "or and )"} {
		f.Add(s)
	}
	f.Fuzz(func(tt *testing.T, cond string) {
		got, err := Parse("position 3 accept if " + cond)
		if err != nil {
			return
		}
		p := got.Command.(exercise.TakePosition)
		again, err := Parse("position 3 accept if " + p.If.String())
		if err != nil || again.Command.(exercise.TakePosition).If.String() != p.If.String() {
			tt.Errorf("%q is written %q and read again as %#v, %v", cond, p.If, again.Command, err)
		}
	})
}
