package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFollowup(t *testing.T) {
	t.Parallel()
	p := agreedRuns(t, "demo")
	for _, row := range []struct {
		what  string
		args  []string
		says  []string
		fails int
	}{
		{"before it is begun", nil, []string{"--init writes it"}, 1},
		{"a name that is a path", []string{"../demo"}, []string{"is no name"}, 2},
		{"half a step", []string{"--clause", "2"}, []string{"evidence"}, 1},
		{"begun", []string{"--init"}, []string{"EXERCISE EXERCISE EXERCISE", "recommended", "27", "14 (52 %)", "7 (26 %)"}, 0},
		{"begun twice", []string{"--init"}, []string{"is there already"}, 1},
		{"a step", []string{"--clause", "2", "--state", "implemented", "--evidence", "the radio is bought", "--date", "2031-02-01"}, []string{"the radio is bought", "implemented"}, 0},
		{"no day", []string{"--clause", "2", "--state", "implemented", "--evidence", "x", "--date", "soon"}, []string{"2027-02-01"}, 2},
		{"no clause", []string{"--clause", "77", "--state", "implemented", "--evidence", "x"}, []string{"not in the agreed text"}, 1},
		{"read again", nil, []string{"the radio is bought"}, 0},
	} {
		args := append([]string{"followup", "--data", p.data}, row.args...)
		if len(row.args) == 0 || strings.HasPrefix(row.args[0], "-") {
			args = append(args, "demo")
		}
		a := kefi(t, args...)
		for _, says := range row.says {
			if a.status != row.fails || !strings.Contains(strings.Join(strings.Fields(a.out+a.errw), " "), says) {
				t.Errorf("%s: no %q in %s", row.what, says, a)
			}
		}
	}
	// The file is edited by hand, and what is wrong in it is said.
	path := filepath.Join(p.data, "demo"+followupSuffix)
	alter(t, path, func(text string) string { return strings.Replace(text, "2031-02-01", "1999-01-01", 1) })
	if a := kefi(t, "followup", "demo", "--data", p.data); a.status != 1 || !strings.Contains(a.errw, "before the text was agreed") {
		t.Error(a)
	}
	// It outlives the exercise.
	alter(t, path, func(text string) string { return strings.Replace(text, "1999-01-01", "2031-02-01", 1) })
	for _, gone := range []string{"demo" + journalSuffix, "roster.db"} {
		if err := os.Remove(filepath.Join(p.data, gone)); err != nil {
			t.Fatal(err)
		}
	}
	if a := kefi(t, "followup", "demo", "--data", p.data); a.status != 0 {
		t.Error(a)
	}
}
