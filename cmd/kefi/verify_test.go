package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise/transcript"
	"kefi/exercise/transcript/sign"
	"kefi/tui/sshd"
)

// handed is what was handed over of a played exercise, each with its
// signature: the operator's record, the recorder's, and the head.
func handed(p *played) (folder string) {
	p.Helper()
	folder = p.TempDir()
	closing := transcript.Closing{Name: "demo", Head: p.h.table("demo").Head()}
	p.close()
	for file, as := range map[string]string{"record.jsonl": everything, "copy.jsonl": "recorder"} {
		file = filepath.Join(folder, file)
		if a := kefi(p, "export", "demo", "--data", p.data, "--format", "jsonl", "--as", as, "-o", file); a.status != 0 {
			p.Fatalf("export: %s", a)
		}
	}
	head := filepath.Join(folder, "head.txt")
	if a := kefi(p, "export", "demo", "--data", p.data, "--format", "head", "--as", "norrow", "-o", head); a.status != 0 {
		p.Fatalf("export: %s", a)
	}
	text, err := os.ReadFile(head)
	if err != nil {
		p.Fatal(err)
	}
	if c, err := transcript.ParseClosing(text); err != nil || c != closing {
		p.Fatalf("the head reads %+v, %v, want %+v", c, err, closing)
	}
	return folder
}

// alter changes a file by its text.
func alter(t testing.TB, path string, change func(string) string) {
	t.Helper()
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := change(string(old))
	if changed == string(old) {
		t.Fatalf("%s was not changed", path)
	}
	if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
		t.Fatal(err)
	}
}

// inJournal does something to a journal behind kefi's back.
func inJournal(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// TestVerify: what was handed over is good, and whatever is done to it is
// named. Whoever can sign may cut an end off; the head that all were shown
// tells even then.
func TestVerify(t *testing.T) {
	t.Parallel()
	p := playDemo(t)
	exports := handed(p)
	key, _, err := sshd.HostKey(p.data)
	if err != nil {
		t.Fatal(err)
	}
	resign := func(t *testing.T, file string) {
		if err := signBeside(file, key); err != nil {
			t.Fatal(err)
		}
	}
	const shorter = `DELETE FROM acts WHERE seq > (SELECT max(seq) - 10 FROM acts);
		UPDATE head SET (seq, hash) = (SELECT seq, hash FROM acts ORDER BY seq DESC LIMIT 1);`
	for _, row := range []struct {
		given  string
		spoil  func(t *testing.T, folder string)
		file   string
		status int
		says   []string
	}{
		{"the operator's record", nil, "record.jsonl", 0, []string{"signature  good, by kefi", "chain      complete, ", "closing    act ", "replay     No outcome"}},
		{"the recorder's copy", nil, "copy.jsonl", 0, []string{"parts withheld", "replay     not to be had"}},
		{"the journal", nil, "demo.kefi", 0, []string{"chain      complete, ", "words      all can be read", "replay     No outcome"}},
		{"the head", nil, "head.txt", 0, []string{"signature  good", "head       the one that was given"}},
		{"one byte changed", func(t *testing.T, f string) {
			alter(t, f+"/record.jsonl", func(s string) string { return strings.Replace(s, "We begin", "We begun", 1) })
		}, "record.jsonl", 3, []string{"signature  NOT GOOD: the signature does not fit", "chain      NOT GOOD: line ", "was altered"}},
		{"another namespace", func(t *testing.T, f string) {
			text, err := os.ReadFile(f + "/head.txt")
			if err != nil {
				t.Fatal(err)
			}
			armored, err := sign.In("git", key, text)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(f+"/minutes.md", text, 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(f+"/minutes.md.sig", armored, 0o600); err != nil {
				t.Fatal(err)
			}
		}, "minutes.md", 3, []string{`its namespace is "git", and "kefi-transcript" is wanted`}},
		{"another key", func(t *testing.T, f string) {
			other, _, err := sshd.HostKey(t.TempDir())
			if err == nil {
				err = signBeside(f+"/record.jsonl", other)
			}
			if err != nil {
				t.Fatal(err)
			}
		}, "record.jsonl", 3, []string{"which is not one of those of the server in"}},
		{"no signature", func(t *testing.T, f string) {
			if err := os.Remove(f + "/head.txt.sig"); err != nil {
				t.Fatal(err)
			}
		}, "head.txt", 3, []string{"there is no signature beside it"}},
		{"the last ten rows deleted, and signed again", func(t *testing.T, f string) {
			alter(t, f+"/record.jsonl", func(s string) string {
				rows := strings.SplitAfter(strings.TrimSuffix(s, "\n"), "\n")
				return strings.Join(rows[:len(rows)-11], "") + rows[len(rows)-1]
			})
			resign(t, f+"/record.jsonl")
		}, "record.jsonl", 3, []string{"signature  good", "missing at the end"}},
		{"two rows swapped, and signed again", func(t *testing.T, f string) {
			alter(t, f+"/record.jsonl", func(s string) string {
				rows := strings.SplitAfter(s, "\n")
				rows[5], rows[6] = rows[6], rows[5]
				return strings.Join(rows, "")
			})
			resign(t, f+"/record.jsonl")
		}, "record.jsonl", 3, []string{"line 6: act 6 stands where act 5 should"}},
		{"a row of the journal edited", func(t *testing.T, f string) {
			inJournal(t, f+"/demo.kefi", `UPDATE acts SET structure = CAST(replace(CAST(structure AS TEXT), 'norrow', 'narrow') AS BLOB) WHERE seq = 8`)
		}, "demo.kefi", 3, []string{"damaged at act 8: it was altered"}},
		{"the journal's last ten rows deleted", func(t *testing.T, f string) {
			inJournal(t, f+"/demo.kefi", `DELETE FROM acts WHERE seq > (SELECT max(seq) - 10 FROM acts)`)
		}, "demo.kefi", 3, []string{"it is missing; the journal's head is act"}},
		{"the journal's last ten rows deleted and its head set back", func(t *testing.T, f string) {
			inJournal(t, f+"/demo.kefi", shorter)
		}, "demo.kefi", 3, []string{"chain      complete", "closing    NOT GOOD: the exercise was closed with act", "its end was cut off"}},
		{"the journal's words without their keys", func(t *testing.T, f string) {
			inJournal(t, f+"/roster.db", `DELETE FROM words WHERE seq = 8`)
		}, "demo.kefi", 3, []string{"holds no key for 1 of its words, the first in act 8"}},
		{"no file", func(*testing.T, string) {}, "nothing.md", 3, []string{"cannot be read"}},
	} {
		t.Run(row.given, func(t *testing.T) {
			folder := t.TempDir()
			for _, from := range []string{exports, p.data} {
				if err := os.CopyFS(folder, os.DirFS(from)); err != nil {
					t.Fatal(err)
				}
			}
			if row.spoil != nil {
				row.spoil(t, folder)
			}
			a := kefi(t, "verify", "--data", p.data, "--head", filepath.Join(exports, "head.txt"), filepath.Join(folder, row.file))
			if a.status != row.status {
				t.Errorf("want status %d: %s", row.status, a)
			}
			for _, words := range row.says {
				if !strings.Contains(a.out, words) {
					t.Errorf("it does not say %q: %s", words, a)
				}
			}
		})
	}
	t.Run("with nothing but a line and the file", func(t *testing.T) {
		line := kefi(t, "key", "--data", p.data)
		believed := write(t, "allowed_signers", line.out)
		a := kefi(t, "verify", "--allowed-signers", believed, "--data", t.TempDir(), filepath.Join(exports, "record.jsonl"))
		if a.status != 0 || !strings.Contains(a.out, "closing    not compared") {
			t.Errorf("%s", a)
		}
		if a := kefi(t, "verify", "--data", t.TempDir(), filepath.Join(exports, "record.jsonl")); a.status != 3 || !strings.Contains(a.out, "--allowed-signers") {
			t.Errorf("with no key at all: %s", a)
		}
	})
	for _, bad := range [][]string{nil, {"--hed", "x", "y"}} {
		if a := kefi(t, append([]string{"verify"}, bad...)...); a.status != 2 {
			t.Errorf("%v: %s", bad, a)
		}
	}
}
