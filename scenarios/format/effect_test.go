package format_test

import (
	"strings"
	"testing"

	"kefi/scenarios/format"
)

func TestAScenarioSaysWhenItsTextTakesEffect(t *testing.T) {
	s, findings := format.Load(withRules(t, "procedure: lateral\neffect: {per-track: 2, teams: [telvia], signed: true}\n"), "small")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	if e := s.Effect; e.PerTrack != 2 || len(e.Teams) != 1 || e.Teams[0] != "telvia" || !e.Signed {
		t.Errorf("read %+v", e)
	}
	for line, want := range map[string]string{
		"effect: {per-track: 40}\n":     "per-track in effect cannot be",
		"effect: {per-track: two}\n":    "per-track in effect cannot be",
		"effect: {teams: [atlantis]}\n": "atlantis",
	} {
		_, findings := format.Load(withRules(t, "procedure: lateral\n"+line), "small")
		if len(findings) != 1 || !strings.Contains(findings[0].Message, want) {
			t.Errorf("%s gave %v", line, findings)
		}
	}
}
