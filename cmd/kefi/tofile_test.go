package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestAnExportIsWholeOrNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "minutes.md")
	cut := errors.New("cut")
	if err := toFile(path, nil, func(w io.Writer) error { _, _ = io.WriteString(w, "half"); return cut }); !errors.Is(err, cut) {
		t.Errorf("a cut export says %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
		t.Errorf("it leaves %v", left)
	}
	if err := toFile(path, nil, func(w io.Writer) error { _, err := io.WriteString(w, "whole"); return err }); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); string(text) != "whole" {
		t.Errorf("%q, %v", text, err)
	}
}

// A device or a pipe is written to; replacing it would take it from everyone.
func TestAnExportReplacesNoDevice(t *testing.T) {
	link := filepath.Join(t.TempDir(), "full")
	if err := os.Symlink("/dev/full", link); err != nil {
		t.Skip(err)
	}
	if err := toFile(link, nil, func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err }); err == nil {
		t.Error("writing to a full device went well")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("what was there is now %v, %v", info, err)
	}
}
