package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise/conduct"
)

// A data folder that is not as it was left is refused with what to do about
// it; nothing in it is taken for something else.
func TestADamagedFolderIsRefused(t *testing.T) {
	for _, row := range []struct {
		when   string
		damage func(folder string) error
		says   string
	}{
		{"nothing is wrong", func(string) error { return nil }, ""},
		{"the journal was emptied", func(f string) error { return os.Truncate(filepath.Join(f, "demo.kefi"), 0) }, "put it back from a copy"},
		{"the journal was cut", func(f string) error { return os.Truncate(filepath.Join(f, "demo.kefi"), 20_000) }, "damaged; put it back from a copy"},
		{"the journal was renamed", func(f string) error {
			return os.Rename(filepath.Join(f, "demo.kefi"), filepath.Join(f, "spring.kefi"))
		}, "give the file that name again"},
		{"a file has a name that nobody can type", func(f string) error {
			return os.Rename(filepath.Join(f, "demo.kefi"), filepath.Join(f, "De mo.kefi"))
		}, "lower-case letters"},
		{"the roster was deleted", func(f string) error { return os.Remove(filepath.Join(f, "roster.db")) }, "put back the roster.db"},
		{"the roster was emptied", func(f string) error { return os.Truncate(filepath.Join(f, "roster.db"), 0) }, "put back the roster.db"},
		{"the roster is something else", func(f string) error {
			return os.WriteFile(filepath.Join(f, "roster.db"), []byte("no database"), 0o600)
		}, "is not a kefi roster"},
	} {
		t.Run(row.when, func(t *testing.T) {
			folder := t.TempDir()
			h, err := openHouse(t.Context(), folder, "this test", conduct.Options{})
			if err != nil {
				t.Fatal(err)
			}
			sc, err := loadScenario("copycat")
			if err != nil {
				t.Fatal(err)
			}
			if err := h.create(t.Context(), "demo", sc, 1, 1); err != nil {
				t.Fatal(err)
			}
			if err := h.close(); err != nil {
				t.Fatal(err)
			}
			if err := row.damage(folder); err != nil {
				t.Fatal(err)
			}
			h, err = openHouse(t.Context(), folder, "this test", conduct.Options{})
			if err == nil {
				err = h.close()
			}
			if (err == nil) != (row.says == "") || err != nil && !strings.Contains(err.Error(), row.says) {
				t.Errorf("%v, want %q", err, row.says)
			}
		})
	}
}
