package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/exercise/journal"
)

var headLine = regexp.MustCompile(`spring +act (\d+), ([0-9a-f]{64})`)

// TestABackupGoesOn: what is saved while people play is whole. Restored
// elsewhere it has the same head and the same host key, and goes on from there.
func TestABackupGoesOn(t *testing.T) {
	t.Parallel()
	c := newCast(t)
	c.serve("--scenario", "copycat", "--name", "spring", "--acts-per-minute", "10000")
	saying, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for n := 0; ; n++ {
			select {
			case <-saying:
				return
			default:
				verb(t, c.lines["chair"], fmt.Sprintf("whisper arcadia %q", fmt.Sprintf("word %d", n)))
			}
		}
	}()
	c.waits("arcadia", "a whisper", func(v *exercise.View) bool { return len(v.Own.Lines) > 3 })
	file := filepath.Join(t.TempDir(), "monday.tar.gz")
	a := kefi(t, "backup", "--data", c.server.data, "-o", file)
	close(saying)
	<-done
	saved := headLine.FindStringSubmatch(a.out)
	if a.status != 0 || saved == nil || !strings.Contains(a.out, "keep only the last") {
		t.Fatalf("backup: %s", a)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	host := c.server.host
	c.server.kill()

	if a := kefi(t, "restore", file, "--data", c.server.data); a.status != 1 || !strings.Contains(a.errw, "is not empty") {
		t.Errorf("over a folder that is in use: %s", a)
	}
	elsewhere := filepath.Join(t.TempDir(), "new", "..", "again")
	a = kefi(t, "restore", file, "--data", elsewhere)
	if back := headLine.FindStringSubmatch(a.out); a.status != 0 || back == nil || back[0] != saved[0] {
		t.Fatalf("restore: %s\nit was saved with %s", a, saved[0])
	}
	c.server.data = elsewhere
	c.server.start("--seats", c.seats)
	c.connect() // checks the host key
	if string(c.server.host.Marshal()) != string(host.Marshal()) {
		t.Error("the server has another host key")
	}
	if v := c.view("arcadia"); !strings.Contains(printJSON(v.Own.Lines), "word 0") {
		t.Errorf("Arcadia no longer reads what was whispered: %s", printJSON(v.Own.Lines))
	}
	c.do("chair", `whisper arcadia "going on"`)
	hash := hashOf(c, saved[1])
	if hash != saved[2] {
		t.Errorf("act %s is %s now and was saved as %s", saved[1], hash, saved[2])
	}
}

// hashOf is the hash of an act by its number.
func hashOf(c *cast, seq string) string {
	c.Helper()
	a := c.archive()
	defer a.close()
	for e, err := range a.journal.Read(c.Context(), -1) {
		if err != nil {
			c.Fatal(err)
		}
		if fmt.Sprint(e.Seq) == seq {
			return e.Hash.String()
		}
	}
	return "not there"
}

// A backup that is not whole is refused, and leaves no folder behind.
func TestABackupIsCheckedWhenItIsRestored(t *testing.T) {
	t.Parallel()
	p := playDemo(t)
	p.close()
	whole := filepath.Join(t.TempDir(), "whole.tar.gz")
	m, err := backUp(t.Context(), p.data, whole)
	if err != nil {
		t.Fatal(err)
	}
	staged := t.TempDir()
	if _, err := unpack(whole, staged); err != nil {
		t.Fatal(err)
	}
	repack := func(t *testing.T, change func(m *manifest, folder string)) string {
		folder := t.TempDir()
		if err := os.CopyFS(folder, os.DirFS(staged)); err != nil {
			t.Fatal(err)
		}
		m := manifest{Made: time.Now(), Heads: map[string]journal.Head{"demo": m.Heads["demo"]}, Files: map[string]string{}}
		for name := range mustFiles(t, folder) {
			m.Files[name] = mustSum(t, filepath.Join(folder, name))
		}
		change(&m, folder)
		path := filepath.Join(t.TempDir(), "spoilt.tar.gz")
		err := toFile(path, nil, func(w io.Writer) error { return pack(w, folder, m) })
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, row := range []struct {
		given string
		file  func(t *testing.T) string
		says  string
	}{
		{"something else", func(t *testing.T) string { return write(t, "notes.txt", "Dear all,") }, "not what kefi backup writes"},
		{"half of it", func(t *testing.T) string {
			text, err := os.ReadFile(whole)
			if err != nil {
				t.Fatal(err)
			}
			return write(t, "half.tar.gz", string(text[:len(text)/2]))
		}, "breaks off"},
		{"a file changed", func(t *testing.T) string {
			return repack(t, func(m *manifest, _ string) { m.Files["roster.db"] = m.Files["demo.kefi"] })
		}, "roster.db was changed"},
		{"a file that its list does not name", func(t *testing.T) string {
			return repack(t, func(m *manifest, folder string) {
				m.Files["../"+filepath.Base(folder)+"/roster.db"] = m.Files["roster.db"]
				delete(m.Files, "roster.db")
			})
		}, "does not name"},
		{"an end cut off", func(t *testing.T) string {
			return repack(t, func(m *manifest, folder string) {
				inJournal(t, filepath.Join(folder, "demo.kefi"), `DELETE FROM acts WHERE seq > (SELECT max(seq) - 3 FROM acts);
					UPDATE head SET (seq, hash) = (SELECT seq, hash FROM acts ORDER BY seq DESC LIMIT 1);`)
				m.Files["demo.kefi"] = mustSum(t, filepath.Join(folder, "demo.kefi"))
			})
		}, "do not end where they did"},
		{"the keys of words gone", func(t *testing.T) string {
			return repack(t, func(m *manifest, folder string) {
				inJournal(t, filepath.Join(folder, "roster.db"), "DELETE FROM words")
				m.Files["roster.db"] = mustSum(t, filepath.Join(folder, "roster.db"))
			})
		}, "holds no key for"},
	} {
		t.Run(row.given, func(t *testing.T) {
			into := filepath.Join(t.TempDir(), "new")
			_, err := restore(t.Context(), row.file(t), into)
			if err == nil || !strings.Contains(err.Error(), row.says) {
				t.Errorf("%v, want %q", err, row.says)
			}
			if left := mustFiles(t, filepath.Dir(into)); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func mustSum(t *testing.T, path string) string {
	t.Helper()
	s, err := sum(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustFiles(t *testing.T, folder string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names
}
