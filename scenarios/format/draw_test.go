package format_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// What a seed draws may never change: recorded exercises rest on it.
func TestASeedDrawsTheSameForEver(t *testing.T) {
	s := exercise.Scenario{
		Draws: []exercise.Draw{
			{Name: "maker", Options: options("Arcadia", "Meridia")},
			{Name: "victim", Options: options("Vale", "Upford", "Low Ferry")},
		},
		Situation: exercise.T("{maker} {victim}"),
	}
	for seed, want := range map[uint64]string{
		0: "Meridia Vale", 1: "Arcadia Upford", 2: "Arcadia Upford", 3: "Meridia Vale", 4: "Meridia Vale",
		42: "Arcadia Low Ferry", 1<<64 - 1: "Arcadia Low Ferry",
	} {
		if got := format.Draw(s, seed).Situation.Value; got != want {
			t.Errorf("seed %d draws %q, want %q", seed, got, want)
		}
	}
}

func options(values ...string) (out []map[string]string) {
	for _, v := range values {
		out = append(out, map[string]string{"value": v, "lower": strings.ToLower(v)})
	}
	return out
}

func TestDrawReachesEveryTextAndLeavesItsSource(t *testing.T) {
	v := exercise.T("{maker} and {maker.lower}, {other}")
	page := exercise.Brief{
		Page: v, Wants: []exercise.Text{v}, Trades: []exercise.Text{v}, RedLines: []exercise.Text{v},
		Offers: []exercise.Text{v}, Points: []exercise.BriefPoint{{Point: "1.1a", Why: v}},
	}
	source := func() exercise.Scenario {
		return exercise.Scenario{
			Title: v.Value, Instrument: v.Value, Organiser: v.Value, Situation: v,
			Draws:      []exercise.Draw{{Name: "maker", Options: options("Arcadia")}},
			Teams:      []exercise.Team{{ID: "norland", Brief: page}},
			Clauses:    []exercise.ClauseSpec{{ID: "1", Title: v, Paras: []exercise.Text{v}}},
			Injects:    []exercise.Inject{{ID: "I1", From: v.Value, Title: v, Body: v, Asks: v, Expected: v}},
			Objectives: []exercise.Objective{{ID: "o", Text: v}},
			Questions:  []exercise.Text{v},
		}
	}
	before := source()
	drawn := format.Draw(before, 7)
	if !reflect.DeepEqual(before, source()) {
		t.Error("Draw changed the scenario it was given")
	}
	texts := 0
	walk(reflect.ValueOf(drawn), func(s string) {
		if strings.Contains(s, "{maker") {
			t.Errorf("a text still reads %q", s)
		}
		if s == "Arcadia and arcadia, {other}" {
			texts++
		}
	})
	if texts != 19 {
		t.Errorf("%d texts were drawn, want 19", texts)
	}
}

// walk calls f with every string in a value.
func walk(v reflect.Value, f func(string)) {
	switch v.Kind() {
	case reflect.String:
		f(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), f)
		}
	}
}

func TestADrawDependsOnItsNameAndTheSeedOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		maker := exercise.Draw{Name: "maker", Options: options("Arcadia", "Meridia")}
		other := exercise.Draw{Name: rapid.StringMatching(`[a-z]{1,8}x`).Draw(t, "name"), Options: options("a", "b", "c")}
		alone := exercise.Scenario{Draws: []exercise.Draw{maker}, Situation: exercise.T("{maker}")}
		beside := exercise.Scenario{Draws: []exercise.Draw{other, maker}, Situation: exercise.T("{maker}")}
		if a, b := format.Draw(alone, seed).Situation, format.Draw(beside, seed).Situation; a != b {
			t.Errorf("another draw changed %q to %q", a.Value, b.Value)
		}
	})
}
