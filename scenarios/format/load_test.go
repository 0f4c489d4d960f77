package format_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kefi/exercise"
	"kefi/scenarios/format"
)

var update = flag.Bool("update", false, "write the findings of testdata/broken as they are now")

// small is the folder testdata/small in memory, to be broken.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("testdata")
	err := fs.WalkDir(root, "small", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestASoundScenarioHasNoFindings(t *testing.T) {
	s, findings := format.Load(small(t), "small")
	if len(findings) > 0 {
		t.Fatalf("findings:\n%s", findings)
	}
	if s.Name != "small" || s.Times.Turn != 75_000 || s.Times.Wait != 60_000 || s.Injects[0].At != 300_000 {
		t.Errorf("read %q with turn %d, wait %d and I1 at %d", s.Name, s.Times.Turn, s.Times.Wait, s.Injects[0].At)
	}
	if head := s.Teams[0].Seats; len(head) != 2 || head[0] != "norland" || s.Teams[1].Track != exercise.Epsilon {
		t.Errorf("read teams %+v", s.Teams)
	}
}

// Each file of testdata/broken changes the small scenario: "change NAME"
// puts + lines for - lines, "remove NAME" takes a file away, any other section
// is a file as a whole. Its section "findings" is what an author would read.
func TestFindings(t *testing.T) {
	cases, _ := filepath.Glob("testdata/broken/*.txtar")
	if len(cases) < 40 {
		t.Fatalf("only %d broken scenarios", len(cases))
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files, want := broken(t, archive)
			s, findings := format.Load(files, "small")
			if findings.Err() != nil && len(s.Teams) > 0 {
				t.Error("a scenario with errors was returned")
			}
			got := findings.String()
			if *update {
				writeFindings(t, name, archive, got)
			} else if got != want {
				t.Errorf("findings are\n%s\nwant\n%s", got, want)
			}
			if got == "" {
				t.Error("nothing was found")
			}
			for _, f := range findings {
				if x, ok := format.Explain(string(f.Code)); !ok || x.Level != f.Level {
					t.Errorf("%q is explained as %+v: %s", f.Code, x, f)
				}
			}
		})
	}
}

func broken(t testing.TB, archive *txtar.Archive) (files fstest.MapFS, want string) {
	t.Helper()
	files = small(t)
	for _, section := range archive.Files {
		verb, name, _ := strings.Cut(section.Name, " ")
		switch verb {
		case "findings":
			want = string(section.Data)
		case "remove":
			delete(files, "small/"+name)
		case "change":
			file := files["small/"+name]
			file.Data = []byte(change(t, string(file.Data), string(section.Data)))
		default:
			files["small/"+section.Name] = &fstest.MapFile{Data: section.Data}
		}
	}
	return files, want
}

// change puts the + lines for the - lines, block by block.
func change(t testing.TB, text, edit string) string {
	t.Helper()
	var old, now strings.Builder
	apply := func() {
		if strings.Count(text, old.String()) != 1 {
			t.Fatalf("these lines are not there once:\n%s", old.String())
		}
		text = strings.Replace(text, old.String(), now.String(), 1)
		old.Reset()
		now.Reset()
	}
	for line := range strings.Lines(edit) {
		if line[0] == '-' && now.Len() > 0 {
			apply()
		}
		if line[0] == '-' {
			old.WriteString(line[1:])
		} else {
			now.WriteString(line[1:])
		}
	}
	apply()
	return text
}

func writeFindings(t *testing.T, name string, archive *txtar.Archive, got string) {
	t.Helper()
	kept := archive.Files[:0]
	for _, f := range archive.Files {
		if f.Name != "findings" {
			kept = append(kept, f)
		}
	}
	archive.Files = append(kept, txtar.File{Name: "findings", Data: []byte(got)})
	if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
