package sshd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/tui/sshd"
)

func TestTheHostKeyIsMadeOnceAndKept(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, sshd.HostKeyFile)
	first, made, err := sshd.HostKey(folder)
	if err != nil || !made {
		t.Fatal(made, err)
	}
	again, made, err := sshd.HostKey(folder)
	if err != nil || made {
		t.Fatal(made, err)
	}
	print := sshd.Fingerprint(first)
	if print != sshd.Fingerprint(again) || !strings.HasPrefix(print, "SHA256:") {
		t.Errorf("the fingerprint %s became %s", print, sshd.Fingerprint(again))
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is there with %v, %v", info.Mode(), err)
	}
}

func TestAHostKeyThatCannotBeReadIsNotReplaced(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, sshd.HostKeyFile)
	if err := os.WriteFile(path, []byte("not a key"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := sshd.HostKey(folder); err == nil || !strings.Contains(err.Error(), "backup") {
		t.Errorf("it said %v", err)
	}
	if text, _ := os.ReadFile(path); string(text) != "not a key" {
		t.Error("the file was replaced")
	}
	if _, _, err := sshd.HostKey(filepath.Join(folder, "nowhere")); err == nil {
		t.Error("a key was made in a folder that does not exist")
	}
}
