package format_test

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// mselBells is bells.yaml with a timeline that waits for things and a model.
var mselBells = strings.NewReplacer(`
clauses:
  - id: 1`, `
prepared:
  - {id: Q1, from: "The sexton of {town}", about: [Rope, the bell rope], teams: [telvia], answer: It holds., release: ask}
  - {id: Q2, from: "The sexton of {town}", about: crack, answer: It is deep.}
dials:
  - {id: trust, name: Trust, start: 40, means: They believe each other., public: true}
  - {id: harm, name: Harm, start: 0}
gap: {start: 20, pace: 30, weights: {2: 5, 1: 15}}
clauses:
  - id: 1`, `
    at: by hand
`, `
    when: agreed("1") and not answered("I1") or item = "1" and dial("trust") < 30
    release: ask
    effects:
      - {dial: trust, by: -10, when: not agreed("2"), why: Nobody reviews.}
      - {dial: harm, by: +5, why: It is loud.}
    passages:
      - {when: open("1.1a"), text: Nobody need ring.}
    text: It cracked too.
  - {id: I3, title: Bells again, kind: contingency, from: The mayor, method: call, to: [norland], at: T+12m, text: Again., returns: I1, unless: [1, 2], agreed-by: T+10m}
  - {id: I4, title: A letter, kind: contextual, from: The mayor, method: letter, to: [telvia], at: item 1, text: A letter.}
  - {id: I5, title: Calm, kind: contingency, from: The mayor, method: letter, to: [all], at: off timeline, text: All is well.}
  - {id: I6, title: Late, kind: contingency, from: The mayor, method: letter, to: [all], at: T+4m, when: minute != 7, text: Late.}
  - id: I7
    title: Nothing
    kind: contextual
    from: The mayor
    method: letter
    to: [telvia]
    at: by hand
`, "      - {value: the mayor, tower: south}\n", "      - {value: the mayor, tower: south}\n  - {name: other, unlike: ringer, options: [{value: the sexton}, {value: the mayor}]}\n")

func TestTriggersAndTheModelAreRead(t *testing.T) {
	text := mselBells.Replace(bellsText(t))
	s, findings := format.Load(fstest.MapFS{"bells.yaml": {Data: []byte(text)}}, "bells.yaml")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	in := map[exercise.InjectID]exercise.Inject{}
	for _, x := range s.Injects {
		in[x.ID] = x
	}
	i2 := in["I2"]
	if i2.At != -1 || !strings.HasPrefix(i2.When, `agreed("1") and`) || i2.Release != exercise.ReleaseAsk {
		t.Errorf("I2 waits for %q at %d, %s", i2.When, i2.At, i2.Release)
	}
	if w := i2.Shifts; len(w) != 2 || w[0].By != -10 || w[0].When != `not agreed("2")` || w[1].By != 5 || w[1].Dial != "harm" {
		t.Errorf("its effects are %+v", w)
	}
	if p := i2.Passages; len(p) != 1 || p[0].When != `open("1.1a")` || p[0].Text.Value != "Nobody need ring." {
		t.Errorf("its passages are %+v", p)
	}
	if c := in["I3"].Copycat; !reflect.DeepEqual(c, exercise.Copycat{Of: "I1", Unless: []exercise.ClauseID{"1", "2"}, By: 600_000}) {
		t.Errorf("I3 returns %+v", c)
	}
	if in["I4"].Item != "1" || in["I4"].At != -1 || !in["I5"].Reserve || in["I6"].At != 240_000 || in["I6"].When == "" {
		t.Errorf("the others wait for %+v", s.Injects)
	}
	if d := s.Dials; len(d) != 2 || d[0].Start != 40 || !d[0].Public || d[1].Means.Value != "" {
		t.Errorf("the dials are %+v", d)
	}
	if g := s.Gap; g.Name != "Policy gap" || g.Start != 20 || g.Pace != 30 || !reflect.DeepEqual(g.Weights, []exercise.Weight{{Clause: "1", Points: 15}, {Clause: "2", Points: 5}}) {
		t.Errorf("the gap is %+v", g)
	}
	if q := s.Prepared; len(q) != 2 || q[0].About[0] != "rope" || q[0].Teams[0] != "telvia" || q[0].Release != exercise.ReleaseAsk || q[1].Release != "" {
		t.Errorf("the prepared answers are %+v", q)
	}
	drawn := format.Draw(s, 1)
	if drawn.Prepared[0].From != "The sexton of Vale" || drawn.Personas[0].Name != drawn.Prepared[0].From {
		t.Errorf("%q answers, and the persona is %q", drawn.Prepared[0].From, drawn.Personas[0].Name)
	}
	if err := validate(t, schema(t), []byte(text)); err != nil {
		t.Errorf("the schema says %v", err)
	}
}

// A draw that is unlike another never draws the same, and draws by the seed.
func TestADrawUnlikeAnother(t *testing.T) {
	s := bells(t)
	s.Draws = []exercise.Draw{
		{Name: "first", Options: []map[string]string{{"value": "a"}, {"value": "b"}, {"value": "c"}}},
		{Name: "second", Unlike: "first", Options: []map[string]string{{"value": "a"}, {"value": "b"}, {"value": "c"}}},
	}
	s.Situation = exercise.T("{first}{second}")
	seen := map[string]bool{}
	for seed := range uint64(200) {
		got := format.Draw(s, seed).Situation.Value
		if got[0] == got[1] || got != format.Draw(s, seed).Situation.Value {
			t.Fatalf("seed %d draws %s", seed, got)
		}
		seen[got] = true
	}
	if len(seen) != 6 {
		t.Errorf("only %v are drawn", seen)
	}
}

func TestLintLooksIntoConditionsAndEffects(t *testing.T) {
	text := mselBells.Replace(bellsText(t))
	for given, then := range map[string]string{
		`minute != 7`:             "inject I2 is not for all, and everybody would see it move trust",
		`minute >= 0`:             "when in inject I6 is always so",
		`adopted and not adopted`: "when in inject I6 is never so",
	} {
		findings := format.Lint(fstest.MapFS{"bells.yaml": {Data: []byte(strings.Replace(text, "when: minute != 7", "when: "+given, 1))}}, "bells.yaml", kin)
		if !strings.Contains(findings.String(), then) {
			t.Errorf("%s: no finding %q in\n%s", given, then, findings)
		}
	}
}
