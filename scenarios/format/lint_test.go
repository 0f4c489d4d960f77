package format_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// kin knows testdata/small, and testdata/bells.yaml as first-bells.
func kin(name string) (exercise.Scenario, bool) {
	s, findings := format.LoadFolder(map[string]string{"first-bells": "testdata/bells.yaml", "small": "testdata/small"}[name])
	return s, findings.Err() == nil
}

// lintBells lints bells.yaml with text put for other text.
func lintBells(t *testing.T, edits ...string) format.Findings {
	t.Helper()
	text := bellsText(t)
	for i := 0; i < len(edits); i += 2 {
		if strings.Count(text, edits[i]) == 0 {
			t.Fatalf("%q is not in bells.yaml", edits[i])
		}
		text = strings.ReplaceAll(text, edits[i], edits[i+1])
	}
	return format.Lint(fstest.MapFS{"bells.yaml": {Data: []byte(text)}}, "bells.yaml", kin)
}

func TestLintSaysNothingOfWhatIsSound(t *testing.T) {
	if findings := lintBells(t, "twin-of: small\n", ""); len(findings) > 0 {
		t.Errorf("findings:\n%s", findings)
	}
}

func TestLintWarns(t *testing.T) {
	cases := []struct {
		given string
		edits []string
		then  string // the finding
	}{
		{"an agenda longer than its slot", []string{"slot: 60m", "slot: 30m"}, "briefing, table, closing and hot wash take 41 minutes, and 30 are booked"},
		{"too little time a point", []string{"minutes: 18", "minutes: 17"}, "3 points take 18 minutes at the table, and the agenda has 17"},
		{"a gavel too short to object", []string{"slot: 60m", "slot: 60m, gavel: 5s"}, "a gavel of 5 seconds leaves no time to object"},
		{
			"more to read and answer than there is time",
			[]string{"text: It cracked.\n", "text: " + strings.Repeat("crack ", 600) + "\n    asks: What now?\n"},
			"reading and answering takes Telvia 5 of the table's 18 minutes, 27 %",
		},
		{"a team that nothing is meant for", []string{"to: [norland]", "to: [all]"}, "Norland is the main addressee of no inject"},
		{"a clause without brackets", []string{"The Parties [shall | should] review", "The Parties shall review", ", 2.1a: [10, 0]", "", ", 2.1a: [0, 10]", "", "2.1a: Reviews cost., ", "", "2.1a: Reviews help., ", ""}, "nothing in clause 2 is disputed"},
		{"a clause on which all agree", []string{"2.1a: [0, 10]", "2.1a: [10, 0]"}, "every team is best off with the same words in clause 2"},
		{"stakes that do not make 100", []string{"1.1a: [35, 10]", "1.1a: [30, 10]"}, "the best text is worth 95 to Norland"},
		{"a team that wants no text", []string{"no-agreement: 25", "no-agreement: 100"}, "Norland is never better off with a text than without"},
		{"no text that all could sign", []string{"no-agreement: 25", "no-agreement: 90"}, "no text leaves every team above its no-agreement value"},
		{"a team without stakes", []string{"    stakes: {no-agreement: 40, 1.1a: [0, 45], 1.1b: [10, 45], 2.1a: [0, 10]}\n", ""}, "Telvia has no stakes, and other teams have"},
		{"one offer", []string{"offers: [A rope, A ladder]", "offers: [A rope]"}, "Norland has 1 offer"},
		{"few stress incidents", []string{"  - {id: S10, title: A year on, text: Nobody reviews., probes: [2]}\n", ""}, "the final text is tried by 9 stress incidents"},
		{"a real State", []string{"You like bells.", "You like Norway's bells."}, `"Norway" has a real bearer`},
		{"a name of the author's list", []string{"You like bells.", "You like Acme bells.", "variables:", "names: {avoid: [Acme]}\nvariables:"}, `"Acme" has a real bearer`},
		{"a text that was not translated", []string{"language: en", "language: fr\ntranslation-of: first-bells"}, "this text is the same as in first-bells: not translated"},
		{"a twin with other stakes", nil, "no stakes for team 1"},
		{"a condition that comes after the end", []string{"at: T+5m", "when: minute > 26"}, "inject I1 waits for what cannot be before play ends at T+26m"},
		{"a text that is still to be written", []string{"A bell cracked.", "A bell cracked. Write here when."}, "this is still to be written"},
		{"a comma between brackets", []string{"offers: [A rope, A ladder]", "offers: [A rope, if it holds, A ladder, A cup]"}, "bells.yaml:60:22  warn  the comma before this cuts a text in two: offers in the brief of norland"},
		{"a sender that is almost a persona", []string{"from: The sexton of {town}", "from: The sextn of {town}"}, `Did you mean "The sexton of {town}"?`},
		{"a point without stakes", []string{", 1.1b: [45, 5, other 30]", ""}, "1.1b has no stakes for Norland"},
		{"a condition that contradicts itself", []string{"at: T+5m", `when: 'open("1.1a") and agreed("1")'`}, "when in inject I1 is never so"},
		{"an inject after the end", []string{"at: T+5m", "at: T+50m"}, "inject I1 comes at T+50m, and play ends at T+26m"},
	}
	for _, c := range cases {
		t.Run(c.given, func(t *testing.T) {
			findings := lintBells(t, c.edits...)
			if findings.Err() != nil || !strings.Contains(findings.String(), c.then) {
				t.Errorf("nobody says %q:\n%s", c.then, findings)
			}
			for _, f := range findings {
				if x, ok := format.Explain(string(f.Code)); !ok || x.Level != f.Level {
					t.Errorf("%q is explained as %+v: %s", f.Code, x, f)
				}
			}
		})
	}
}

func TestRealNamesMayBeAllowed(t *testing.T) {
	findings := lintBells(t, "You like bells.", "You like Norway's bells, and Norwayans.", "variables:", "names: {allow: [Norway]}\nvariables:")
	if strings.Contains(findings.String(), "real bearer") {
		t.Errorf("an allowed name is found, or a part of a word:\n%s", findings)
	}
}
