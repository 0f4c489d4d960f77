package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
)

// strewn lists which of the texts stand in clear in any file of a folder,
// logs included.
func strewn(t *testing.T, folder string, texts ...string) (found []string) {
	t.Helper()
	for name := range mustFiles(t, folder) {
		bytes, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range texts {
			if strings.Contains(string(bytes), text) {
				found = append(found, name+": "+text)
			}
		}
	}
	return found
}

// TestForget: private words go for good, and with them codes, keys and names;
// the record stays, says so, and verifies against the head of the closing.
func TestForget(t *testing.T) {
	t.Parallel()
	p := playDemo(t)
	at := place("demo", "norrow")
	for _, err := range []error{p.h.roster.SetName(t.Context(), at, "Ambassador Lind"), p.h.roster.SetCode(t.Context(), at, "apple-banjo-cedar-dolphin")} {
		if err != nil {
			t.Fatal(err)
		}
	}
	exports := handed(p)
	head := filepath.Join(exports, "head.txt")
	if a := kefi(t, "retention", "--data", p.data); a.status != 0 || !strings.Contains(a.out, "3 private texts and who took part are due on ") {
		t.Errorf("before it is due: %s", a)
	}
	if a := kefi(t, "forget", "demo", "--data", p.data); a.status != 1 || !strings.Contains(a.out, "Type demo to go on") {
		t.Errorf("unless it is confirmed: %s", a)
	}
	if a := kefi(t, "forget", "demo", "--data", p.data, "--yes"); a.status != 0 || !strings.Contains(a.out, "3 private texts forgotten") {
		t.Fatalf("forget: %s", a)
	}
	p.open()
	if name, err := p.h.roster.Name(t.Context(), at); err != nil || name != "" {
		t.Errorf("a name is left: %q, %v", name, err)
	}
	if coded, err := p.h.roster.HasCode(t.Context(), at); err != nil || coded {
		t.Errorf("a code is left: %v, %v", coded, err)
	}
	seat, err := p.h.table("demo").Seat("norrow")
	if err != nil {
		t.Fatal(err)
	}
	read := printJSON(seat.View())
	if strings.Contains(read, "AMONG-US") || strings.Contains(read, "WHISPER") || !strings.Contains(read, aloud) || !strings.Contains(read, exercise.ForgottenMark) {
		t.Errorf("Norrow reads %s", read)
	}
	p.close()
	if found := strewn(t, p.data, among, whisper, noted, "Ambassador Lind"); len(found) > 0 {
		t.Errorf("in clear: %v", found)
	}
	a := kefi(t, "verify", p.file("demo.kefi"), "--data", p.data, "--head", head)
	if a.status != 0 || !strings.Contains(a.out, "3 texts removed") || !strings.Contains(a.out, "as every seat was shown it; 1 act after it") {
		t.Errorf("verify: %s", a)
	}
	record := filepath.Join(t.TempDir(), "record.jsonl")
	if a := kefi(t, "export", "demo", "--data", p.data, "--format", "jsonl", "--as", everything, "-o", record); a.status != 0 {
		t.Fatalf("export: %s", a)
	}
	if found := strewn(t, filepath.Dir(record), "AMONG-US", "WHISPER", "NOTE:"); len(found) > 0 {
		t.Errorf("exported: %v", found)
	}
	if a := kefi(t, "verify", record, "--data", p.data, "--head", head); a.status != 0 || !strings.Contains(a.out, "3 texts removed") {
		t.Errorf("verify of the record: %s", a)
	}
	if a := kefi(t, "retention", "--data", p.data); !strings.Contains(a.out, "forgotten on ") {
		t.Errorf("afterwards: %s", a)
	}
	if a := kefi(t, "forget", "demo", "--data", p.data, "--everything", "--yes"); a.status != 0 {
		t.Errorf("everything: %s", a)
	}
	if left := mustFiles(t, p.data); left["demo.kefi"] || left["demo.kefi.lock"] {
		t.Errorf("left: %v", left)
	}
}

// TestWhatIsDueIsForgotten by a server, not before its day and once.
func TestWhatIsDueIsForgotten(t *testing.T) {
	t.Parallel()
	p := playDemo(t)
	defer p.close()
	table := p.h.table("demo")
	k, err := table.Keeps(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	due, promised := k.Due()
	if !promised {
		t.Fatal("nothing was promised")
	}
	p.h.forgetDue(t.Context(), time.UnixMilli(due-1))
	if table.State().ForgottenAt() != 0 {
		t.Error("it is forgotten before its day")
	}
	p.h.forgetDue(t.Context(), time.UnixMilli(due))
	head := table.Head()
	if table.State().ForgottenAt() == 0 {
		t.Error("it is not forgotten on its day")
	}
	p.h.forgetDue(t.Context(), time.UnixMilli(due))
	if table.Head() != head {
		t.Error("it is forgotten twice")
	}
}

// What is still played is not forgotten; neither is what a server has open.
func TestWhatIsNotForgotten(t *testing.T) {
	t.Parallel()
	s := serve(t, "--scenario", "first-table", "--name", "spring")
	for _, row := range []struct {
		args []string
		says string
	}{
		{[]string{"spring", "--yes"}, "is not over (lobby)"},
		{[]string{"spring", "--yes", "--everything"}, "is open in kefi serve on"},
		{[]string{"autumn", "--yes", "--everything"}, "there is no exercise autumn"},
	} {
		if a := kefi(t, append([]string{"forget", "--data", s.data}, row.args...)...); a.status != 1 || !strings.Contains(a.errw, row.says) {
			t.Errorf("%v: %s, want %q", row.args, a, row.says)
		}
	}
}
