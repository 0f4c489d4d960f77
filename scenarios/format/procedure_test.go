package format_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// withRules is the small scenario with another procedure, and four teams more.
func withRules(t *testing.T, heading string) fstest.MapFS {
	t.Helper()
	files := small(t)
	plan := files["small/scenario.yaml"]
	text := strings.Replace(string(plan.Data), "procedure: lateral\n", heading, 1)
	more := "  - {id: telvia, name: Telvia, track: E, seats: [telvia]}\n"
	for _, team := range []string{"ostmark κ", "suria κ", "hydra ε", "forge ε"} {
		id, track, _ := strings.Cut(team, " ")
		more += "  - {id: " + id + ", name: " + id + ", track: " + track + ", seats: [" + id + "]}\n"
		files["small/briefs/"+id+".md"] = files["small/briefs/telvia.md"]
	}
	plan.Data = []byte(strings.Replace(text, "  - {id: telvia, name: Telvia, track: E, seats: [telvia]}\n", more, 1))
	return files
}

func TestAScenarioNamesAProcedure(t *testing.T) {
	for _, name := range exercise.ProcedureNames() {
		s, findings := format.Load(withRules(t, "procedure: "+name+"\n"), "small")
		if len(findings) > 0 || s.Procedure != name || s.Rules != nil {
			t.Errorf("%s was read as %q, %+v with findings\n%s", name, s.Procedure, s.Rules, findings)
		}
	}
}

func TestAScenarioWritesItsOwnProcedure(t *testing.T) {
	s, findings := format.Load(withRules(t, `procedure: harbour-rule
rules:
  tracks:
    κ: unanimity
    E: majority at-least 2/3 of entitled
    φ: voice
  overall: majority more-than 1/2 of present
  quorum: 3/4
  by-bearer: true
  hall: [φ]
  input: true
  non-paper: ["2"]
medium: mixed
tabling: turn
consultations: counted
chairing: auto
`), "small")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	want := exercise.Procedure{
		Name: "harbour-rule",
		Rules: []exercise.TrackRule{
			{Track: exercise.Kappa, Rule: exercise.DecisionRule{Kind: exercise.Unanimity}},
			{Track: exercise.Epsilon, Rule: exercise.DecisionRule{Kind: exercise.Majority, Share: exercise.Ratio{P: 2, Q: 3}, Base: exercise.OfEntitled}},
			{Track: exercise.Phi, Rule: exercise.DecisionRule{Kind: exercise.Voice}},
		},
		Overall: &exercise.DecisionRule{Kind: exercise.Majority, MoreThan: true, Share: exercise.Ratio{P: 1, Q: 2}, Base: exercise.OfPresent},
		Quorum:  exercise.Ratio{P: 3, Q: 4}, ByBearer: true, Hall: []exercise.Track{exercise.Phi}, Input: true, NonPaper: []string{"2"},
	}
	if got, wanted := asJSON(t, s.Rules), asJSON(t, want); got != wanted {
		t.Errorf("the rules are\n%s\nwant\n%s", got, wanted)
	}
	if s.Medium != "mixed" || s.Tabling != "turn" || s.Consultations != "counted" || s.Chairing != "auto" {
		t.Errorf("read %q, %q, %q and %q", s.Medium, s.Tabling, s.Consultations, s.Chairing)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
