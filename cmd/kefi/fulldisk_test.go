package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"kefi/tui/sshd"
)

// On a full disk an export says so and leaves what was there as it was.
func TestAFullDisk(t *testing.T) {
	t.Parallel()
	p := agreedRuns(t, "demo")
	if _, _, err := sshd.HostKey(p.data); err != nil {
		t.Fatal(err)
	}
	if a := kefi(t, "export", "demo", "--data", p.data, "-o", "/dev/full"); a.status != 1 || !strings.Contains(a.errw, "no space left") {
		t.Errorf("to a full device: %s", a)
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64k"); err != nil {
		t.Skipf("NO SMALL DISK CAN BE MOUNTED HERE (%v): nothing shows what an export does on one that is full", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	minutes := filepath.Join(disk, "minutes.docx")
	if err := os.WriteFile(minutes, []byte("as it was"), 0o600); err != nil {
		t.Fatal(err)
	}
	_ = os.WriteFile(filepath.Join(disk, "others"), bytes.Repeat([]byte("x"), 56<<10), 0o600)
	for _, args := range [][]string{{"--format", "docx", "-o", minutes}, {"--format", "docx", "-o", disk}, {"--all", "-o", disk}} {
		a := kefi(t, append([]string{"export", "demo", "--data", p.data}, args...)...)
		if a.status != 1 || !strings.Contains(a.errw, "no space left") {
			t.Errorf("%v: %s", args, a)
		}
	}
	if text, err := os.ReadFile(minutes); string(text) != "as it was" {
		t.Errorf("what was there is %d bytes now, %v", len(text), err)
	}
	entries, err := os.ReadDir(disk)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".kefi") {
			t.Errorf("%s is left behind", e.Name())
		}
	}
}
