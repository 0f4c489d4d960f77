package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bells is a small scenario in one file, as an author hands it around.
func bells(t *testing.T, edits ...string) string {
	t.Helper()
	b, err := os.ReadFile("../../scenarios/format/testdata/bells.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(b), "twin-of: small\n", "", 1)
	for i := 0; i < len(edits); i += 2 {
		if !strings.Contains(text, edits[i]) {
			t.Fatalf("%q is not in bells.yaml", edits[i])
		}
		text = strings.ReplaceAll(text, edits[i], edits[i+1])
	}
	return write(t, "bells.yaml", text)
}

// TestScenarioVerbs: what an author asks for is answered on standard output,
// and the status says whether the scenario can be played.
func TestScenarioVerbs(t *testing.T) {
	sound := bells(t)
	for _, x := range []struct {
		what   string
		args   []string
		status int
		says   []string
	}{
		{"list", []string{"list"}, 0, []string{"copycat", "The Copycat Accord"}},
		{"show", []string{"show", sound}, 0, []string{"The Bell Accord (bells)", "41 minutes, 18 of them at the table", "κ Norland (government), seat norland", "1 Bells, 2 points, borne by κ", "2 injects, 1 persona, 1 precedent, 10 stress incidents held back."}},
		{"show nothing", []string{"show"}, 2, []string{"takes one NAME"}},
		{"lint of a sound file", []string{"lint", sound}, 0, []string{"nothing found"}},
		{"lint of a built-in one", []string{"lint", "copycat"}, 0, []string{"nothing found"}},
		{"lint of a misspelt team", []string{"lint", bells(t, "to: [telvia]", "to: [telva]")}, 3, []string{`bells.yaml:84:10  error  unknown addressee "telva" in inject I1`, "^^^^^", `Did you mean "telvia"?  Addressees here: all κ ε φ norland telvia chair`, "1 finding, 1 error.", "cannot be played yet"}},
		{"lint of two", []string{"lint", sound, bells(t, "zone: UTC", "zone: Mars")}, 3, []string{"nothing found", `unknown zone "Mars"`}},
		{"lint explained", []string{"lint", "--explain", "load", "[circle]"}, 0, []string{"load  warn  incidents that take", "Why it matters\n  People who read", "How to mend it\n  Give one of them a time"}},
		{"lint explained, all", []string{"lint", "--explain"}, 0, []string{"unknown  ", "a name that nothing in the scenario bears", "no-zone  "}},
		{"lint explained, unknown", []string{"lint", "--explain", "weather"}, 2, []string{"no finding is called weather"}},
		{"lint of nothing", []string{"lint"}, 2, []string{"takes the names of scenarios"}},
		{"lint of what is nowhere", []string{"lint", "harbor"}, 2, []string{"there is no scenario harbor"}},
		{"schema", []string{"schema"}, 0, []string{"http://json-schema.org/draft-07/schema#", "no-reservation"}},
		{"rehearse", []string{"rehearse", sound, "--seed", "3", "--plays", "2"}, 0, []string{"The Bell Accord, 2 plays by machine from seed 3", "I1  2 of 2  T+5m", "touched in 2", "No dead inject."}},
		{"rehearse with an inject that never comes", []string{"rehearse", bells(t, "at: T+5m", "at: T+5h")}, 0, []string{"I1  0 of 1  never", `Dead: I1 "A bell cracks" never went out. It comes at T+5h.`}},
		{"rehearse nothing", []string{"rehearse", sound, "--plays", "0"}, 2, []string{"--plays is from 1"}},
		{"preview of a seat", []string{"preview", sound, "--as", "telvia"}, 0, []string{"A bell cracked.", "You sell bells.", "Only you can offer: A clapper", "second reading of clauses 1 and 2, 18 minutes", "[noon | dusk]"}},
		{"preview of a seat without a brief", []string{"preview", sound, "--as", "chair"}, 0, []string{"A bell cracked.", "[noon | dusk]"}},
		{"preview of the timeline", []string{"preview", sound, "--timeline"}, 0, []string{"I1  at T+5m  from The sexton of Vale to telvia, by letter  A bell cracks", "I2  by hand"}},
		{"preview of nobody", []string{"preview", sound, "--as", "telva"}, 2, []string{"the seats are norland, telvia, chair"}},
		{"preview of an incident", []string{"preview", sound, "--inject", "i1"}, 0, []string{"L1, from The sexton of Vale, by letter, to Telvia", "A bell cracks", "It cracked."}},
		{"preview of an incident that a hand sends", []string{"preview", sound, "--inject", "I2", "--as", "norland"}, 0, []string{"by call, to Norland", "It cracked too."}},
		{"preview of an incident for others", []string{"preview", sound, "--inject", "I2", "--as", "telvia"}, 2, []string{"the incident I2 does not reach telvia; it is for norland"}},
		{"preview of no incident", []string{"preview", sound, "--inject", "I9"}, 2, []string{"the incidents are I1, I2"}},
		{"preview of nothing", []string{"preview", sound}, 2, []string{"--as SEAT or --timeline"}},
		{"an unknown verb", []string{"lnit"}, 2, []string{"lint, list"}},
	} {
		t.Run(x.what, func(t *testing.T) {
			t.Parallel()
			a := kefi(t, append([]string{"scenario"}, x.args...)...)
			if a.status != x.status {
				t.Errorf("want status %d: %s", x.status, a)
			}
			for _, words := range x.says {
				if !strings.Contains(a.out+a.errw, words) {
					t.Errorf("it does not say %q: %s", words, a)
				}
			}
		})
	}
}

// A twin lies beside its scenario, on the disk too.
func TestLintFindsATwinBesideIt(t *testing.T) {
	first := bells(t)
	twin := filepath.Join(filepath.Dir(first), "chimes.yaml")
	text, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.NewReplacer("no-agreement: 25", "no-agreement: 30", "title: The Bell Accord", "title: The Chime Accord\ntwin-of: bells").Replace(string(text))
	if err := os.WriteFile(twin, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
	a := kefi(t, "scenario", "lint", twin)
	if want := "a no-agreement value of 30 for team 1 where bells has a no-agreement value of 25 for team 1"; !strings.Contains(a.out, want) {
		t.Errorf("it does not say %q: %s", want, a)
	}
}
