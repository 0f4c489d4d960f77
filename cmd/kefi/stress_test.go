package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
)

func TestStress(t *testing.T) {
	t.Parallel()
	p := &played{T: t, data: t.TempDir()}
	p.open()
	alts := []exercise.Subject{"2.1a/2", "2.2a/1"}
	p.agree("demo", func(sc *exercise.Scenario) {
		sc.Stress = []exercise.StressTest{{ID: "S1", Title: exercise.T("The spare pump"), Body: exercise.T("A pump stops."), Probes: []exercise.ClauseID{"2"}}}
	}, alts, "2")
	p.agree("plain", func(sc *exercise.Scenario) { sc.Stress, sc.Injects = nil, nil }, alts, "2")
	sc, err := loadScenario("first-table")
	if err != nil {
		t.Fatal(err)
	}
	if err := p.h.create(t.Context(), "open", sc, 1, 1); err != nil {
		t.Fatal(err)
	}
	p.close()
	for _, row := range []struct {
		what  string
		args  []string
		says  string
		fails int
	}{
		{"the sheet", []string{"demo"}, "The spare pump", 0},
		{"on paper", []string{"demo", "--format", "md"}, "| 2\\. Notice and call (put to the test) |", 0},
		{"a page", []string{"demo", "--format", "html"}, "<title>Text ", 0},
		{"another format", []string{"demo", "--format", "xls"}, "csv, docx, html or md", 2},
		{"during play", []string{"open"}, "once it is closed", 1},
		{"nothing held back", []string{"plain"}, "held no incident back", 1},
	} {
		a := kefi(t, append([]string{"stress", "--data", p.data}, row.args...)...)
		if a.status != row.fails || !strings.Contains(strings.ReplaceAll(a.out+a.errw, "\n", " "), row.says) {
			t.Errorf("%s: %s", row.what, a)
		}
	}
	file := filepath.Join(t.TempDir(), "stress.docx")
	if a := kefi(t, "stress", "demo", "--data", p.data, "--format", "docx", "-o", file); a.status != 0 {
		t.Fatal(a)
	}
	if b, err := os.ReadFile(file); err != nil || !strings.HasPrefix(string(b), "PK") {
		t.Errorf("the document begins %.10q, %v", b, err)
	}
}
