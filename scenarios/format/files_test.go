package format_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"kefi/scenarios/format"
)

func TestEditorsMayWriteOtherLineEndsAndAByteOrderMark(t *testing.T) {
	files := small(t)
	for _, f := range files {
		f.Data = []byte("\ufeff" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
	}
	s, findings := format.Load(files, "small")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	if want := "The Parties [shall | should] ring the bells at [noon | dusk]."; s.Clauses[0].Paras[0].Value != want {
		t.Errorf("1.1 reads %q, want %q", s.Clauses[0].Paras[0].Value, want)
	}
}

func TestAFolderOnTheDisk(t *testing.T) {
	for _, name := range []string{"testdata/small", "testdata/small/", "testdata/small/scenario.yaml"} {
		if s, findings := format.LoadFolder(name); len(findings) > 0 || s.Name != "small" {
			t.Errorf("LoadFolder(%q) read %q with findings\n%s", name, s.Name, findings)
		}
	}
	if _, findings := format.LoadFolder("testdata/none"); findings.Err() == nil {
		t.Error("a folder that is not there was read")
	}
}

func TestLinksOutOfTheFolderAreNotFollowed(t *testing.T) {
	folder, outside := filepath.Join(t.TempDir(), "small"), filepath.Join(t.TempDir(), "secret.md")
	if err := os.CopyFS(folder, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(folder, "situation.md")
	if os.WriteFile(outside, []byte("a secret\n"), 0o600) != nil || os.Remove(page) != nil || os.Symlink(outside, page) != nil {
		t.Skip("no links here")
	}
	_, findings := format.LoadFolder(folder)
	if err := findings.Err(); err == nil || strings.Contains(err.Error(), "a secret") {
		t.Errorf("a link out of the folder was followed: %v", err)
	}
}

func TestNamesOfFoldersThatAreNone(t *testing.T) {
	for _, dir := range []string{"../small", "/small", "small/..", ""} {
		if _, findings := format.Load(small(t), dir); findings.Err() == nil {
			t.Errorf("Load read a scenario from %q", dir)
		}
	}
	file := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{file, file + ".none"} {
		for _, f := range format.LintFolder(name, nil) {
			if _, ok := format.Explain(string(f.Code)); !ok {
				t.Errorf("%s: nobody explains the kind %q of %q", name, f.Code, f.Message)
			}
		}
	}
}

// A file of 50 MB is not read to its end, whichever of a scenario's it is.
func TestAHugeFileIsRefused(t *testing.T) {
	for _, name := range []string{"scenario.yaml", "situation.md", "briefs/telvia.md", "injects/I1.md", "stress.yaml"} {
		t.Run(name, func(t *testing.T) {
			folder := filepath.Join(t.TempDir(), "small")
			if err := os.CopyFS(folder, os.DirFS("testdata/small")); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(folder, filepath.FromSlash(name))
			if err := os.WriteFile(file, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(file, 50<<20); err != nil { // no disk is needed for nothing
				t.Fatal(err)
			}
			before := allocated()
			findings := format.LintFolder(folder, nil)
			if want := "small/" + name + "  error  this file is larger than 1 MB"; !strings.Contains(findings.String(), want) {
				t.Errorf("nobody says %q:\n%s", want, findings)
			}
			if used := allocated() - before; used > 20<<20 {
				t.Errorf("refusing it took %d MB", used>>20)
			}
		})
	}
}

// allocated is how many bytes have been allocated so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// Inputs made to keep a parser busy for hours are refused: that this test ends
// at all is half of what it shows.
func TestOversizedInputIsRefused(t *testing.T) {
	const n = 1 << 17
	cases := map[string]string{
		"a file over 1 MB":       strings.Repeat("#", 1<<20+1),
		"brackets in brackets":   "questions: " + strings.Repeat("[", n/2),
		"maps in maps":           "questions: " + strings.Repeat("{a: ", n/5),
		"dashes in a line":       "questions:\n" + strings.Repeat("- ", n/3),
		"lists ever further in":  deeper(400),
		"fields without end":     "title: T\n" + strings.Repeat("k: v\n", n/5),
		"variables without end":  "questions:\n  - " + strings.Repeat("{x}", n/4),
		"hidden without end":     "questions:\n  - " + strings.Repeat("\u200b", n/4),
		"points without end":     "clauses:\n  - {id: 1, title: T, paragraphs: [\"" + strings.Repeat("[a|b]", n/6) + "\"]}",
		"a line without end":     "title: " + strings.Repeat("x", n/2) + "\u200b",
		"nothing but null bytes": strings.Repeat("\x00", n/2),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			files := small(t)
			files["small/scenario.yaml"] = &fstest.MapFile{Data: []byte(text)}
			_, findings := format.Load(files, "small")
			if findings.Err() == nil {
				t.Error("nothing was found")
			}
			if printed := len(findings.String()); printed > 200_000 {
				t.Errorf("the findings are %d bytes long", printed)
			}
		})
	}
}

// deeper is a list in a list in a list, one line each.
func deeper(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "-\n")
	}
	return b.String()
}
