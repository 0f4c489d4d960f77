package format_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kefi/scenarios/format"
)

// FuzzLoad feeds the files of a scenario whatever may stand in them.
func FuzzLoad(f *testing.F) {
	add := func(files fstest.MapFS) {
		var texts []string
		for _, name := range []string{"scenario.yaml", "briefs/telvia.md", "injects/I1.md"} {
			if file := files["small/"+name]; file != nil {
				texts = append(texts, string(file.Data))
			}
		}
		if len(texts) == 3 {
			f.Add(texts[0], texts[1], texts[2])
		}
	}
	add(small(f))
	cases, _ := filepath.Glob("testdata/broken/*.txtar")
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		files, _ := broken(f, archive)
		add(files)
	}
	f.Fuzz(func(t *testing.T, scenario, brief, inject string) {
		files := small(t)
		files["small/scenario.yaml"] = &fstest.MapFile{Data: []byte(scenario)}
		files["small/briefs/telvia.md"] = &fstest.MapFile{Data: []byte(brief)}
		files["small/injects/I1.md"] = &fstest.MapFile{Data: []byte(inject)}
		s, findings := format.Load(files, "small")
		if findings.Err() != nil && len(s.Teams) > 0 {
			t.Error("a scenario with errors was returned")
		}
		if findings.Err() == nil {
			if len(s.Teams) == 0 || len(s.Clauses) == 0 || s.Title == "" {
				t.Errorf("an empty scenario has no errors: %+v", s)
			}
			format.Draw(s, 1)
		}
		linted := format.Lint(files, "small", kin)
		if findings.Err() != nil && len(linted) < len(findings) {
			t.Errorf("lint finds less than the loader:\n%s", linted)
		}
		checkFindings(t, linted, nil)
		checkFindings(t, findings, map[string]string{"small/scenario.yaml": scenario, "small/briefs/telvia.md": brief, "small/injects/I1.md": inject})
	})
}

// checkFindings holds what a reader of findings relies on: they are sorted,
// say something, stand inside their file and are safe to print.
func checkFindings(t *testing.T, findings format.Findings, texts map[string]string) {
	for i, f := range findings {
		text, known := texts[f.File]
		if known && f.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+1 {
			t.Errorf("finding beyond the end of its file: %s", f)
		}
		if f.Message == "" || f.File == "" || f.Line < 0 || f.Line > 0 && f.Column < 1 {
			t.Errorf("finding without a place or a message: %+v", f)
		}
		if i > 0 && findings[i-1].File == f.File && findings[i-1].Line > f.Line {
			t.Errorf("findings are not in order: %s", findings)
		}
	}
	if i := strings.IndexFunc(findings.String(), func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f }); i >= 0 {
		t.Errorf("findings hold a control character: %q", findings.String()[max(0, i-40):i+1])
	}
	if !slices.IsSortedFunc(findings, func(a, b format.Finding) int { return strings.Compare(a.File, b.File) }) {
		t.Error("files are not in order")
	}
}
