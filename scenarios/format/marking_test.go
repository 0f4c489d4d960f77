package format_test

import (
	"regexp"
	"strings"
	"testing"

	"kefi/scenarios/format"
)

func TestNothingIsMarkedAboveTheCeiling(t *testing.T) {
	const mail = "---\ntitle: News\nkind: contextual\nfrom: The sexton\nmethod: letter\nto: [all]\nat: T+1m\nmarking: \"TLP:RED\"\n---\nNews.\n"
	rows := []struct {
		name, ceiling, marking string
		want                   bool
	}{
		{"below", "TLP:AMBER", "TLP:GREEN", true},
		{"the same", "TLP:GREEN", "tlp: green", true},
		{"above", "TLP:GREEN", "TLP:AMBER", false},
		{"free text has no order", "TLP:GREEN", "EXERCISE - UNCLASSIFIED", true},
		{"no ceiling", "", "TLP:RED", true},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			findings := marked(t, row.ceiling, row.marking, "")
			if ok := !strings.Contains(findings, "above the ceiling"); ok != row.want {
				t.Errorf("findings are %q", findings)
			}
		})
	}
	if findings := marked(t, "TLP:AMBER", "TLP:GREEN", mail); !strings.Contains(findings, "marking \"TLP:RED\" is above the ceiling, \"TLP:AMBER\"") {
		t.Errorf("an incident above it is not found: %q", findings)
	}
}

// marked loads the small scenario with another marking, a ceiling, and another
// first incident where one is given, and gives what was found.
func marked(t *testing.T, ceiling, marking, incident string) string {
	t.Helper()
	files := small(t)
	text := regexp.MustCompile(`(?m)^marking:.*$`).ReplaceAllString(string(files["small/scenario.yaml"].Data), "marking: \""+marking+"\"")
	if ceiling != "" {
		text += "\nceiling: \"" + ceiling + "\"\n"
	}
	files["small/scenario.yaml"].Data = []byte(text)
	if incident != "" {
		files["small/injects/I1.md"].Data = []byte(incident)
	}
	_, findings := format.Load(files, "small")
	if err := findings.Err(); err != nil {
		return err.Error()
	}
	return ""
}
