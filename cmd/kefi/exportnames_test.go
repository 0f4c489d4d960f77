package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A copy can tell less than the minutes do, and not more.
func TestExportNames(t *testing.T) {
	t.Parallel()
	p := agreedRuns(t, "demo")
	for _, row := range []struct {
		args  []string
		says  string
		fails int
	}{
		{[]string{"--format", "events.jsonl", "--names", "tracks"}, `"names":"tracks"`, 0},
		{[]string{"--format", "stances.csv", "--names", "roles"}, "government", 0},
		{[]string{"--format", "akn", "--names", "roles"}, `eId="government"`, 0},
		{[]string{"--format", "jsonl", "--names", "tracks"}, "name", 1},
		{[]string{"--format", "jsonl", "--names", "tracks", "--as", "everything"}, "--as SEAT", 2},
		{[]string{"--format", "md", "--names", "initials"}, "roles or tracks", 2},
	} {
		a := kefi(t, append([]string{"export", "demo", "--data", p.data}, row.args...)...)
		if a.status != row.fails || !strings.Contains(strings.ReplaceAll(a.out+a.errw, "\n", " "), row.says) {
			t.Errorf("%v: %s", row.args, a)
		}
		for _, name := range []string{"norrow", "pellwater", "lampwell"} {
			if at := strings.Index(strings.ToLower(a.out), name); at >= 0 {
				t.Errorf("%v: …%s…", row.args, a.out[max(at-80, 0):min(at+80, len(a.out))])
			}
		}
	}
}

// What cannot be made yet keeps nothing else from being written.
func TestExportAllGoesOn(t *testing.T) {
	t.Parallel()
	p := agreedRuns(t, "demo") // its text was not adopted
	folder := filepath.Join(t.TempDir(), "all")
	a := kefi(t, "export", "demo", "--data", p.data, "--all", "--no-signature", "-o", folder)
	if a.status != 0 || !strings.Contains(a.out, "accord.txt: not written.") {
		t.Error(a)
	}
	if _, err := os.Stat(filepath.Join(folder, "head.txt")); err != nil {
		t.Error(err)
	}
}
