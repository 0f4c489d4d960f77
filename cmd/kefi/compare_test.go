package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	p, q := agreedRuns(t, "spring", "autumn"), agreedRuns(t, "spring")
	demo := playDemo(t)
	sc, err := loadScenario("copycat")
	if err != nil {
		t.Fatal(err)
	}
	if err := demo.h.create(t.Context(), "other", sc, 1, 1); err != nil {
		t.Fatal(err)
	}
	demo.close()
	elsewhere := filepath.Join(q.data, "spring"+journalSuffix)
	for _, row := range []struct {
		what  string
		args  []string
		says  string
		fails int
	}{
		{"two names", []string{"spring", "autumn"}, "{--15--}", 0},
		{"a name and a file", []string{"spring", elsewhere}, "/spring |", 0},
		{"a page", []string{"spring", "autumn", "--html"}, "<h2>Where they parted</h2>", 0},
		{"one", []string{"spring"}, "two runs or more", 2},
		{"one twice", []string{"spring", "spring"}, "named twice", 1},
		{"another scenario", []string{"spring", filepath.Join(demo.data, "other"+journalSuffix)}, "different scenarios", 1},
		{"one that is not there", []string{"spring", "winter"}, "winter", 1},
	} {
		a := kefi(t, append([]string{"compare", "--data", p.data}, row.args...)...)
		if a.status != row.fails || !strings.Contains(strings.ReplaceAll(a.out+a.errw, "\n", " "), row.says) {
			t.Errorf("%s: %s", row.what, a)
		}
	}
	file := filepath.Join(t.TempDir(), "compared.html")
	if a := kefi(t, "compare", "spring", "autumn", "--data", p.data, "--html", "-o", file); a.status != 0 {
		t.Fatal(a)
	}
	if b, err := os.ReadFile(file); err != nil || !strings.Contains(string(b), "two stories") {
		t.Errorf("%.200s, %v", b, err)
	}
}
