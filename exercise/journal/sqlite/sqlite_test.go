package sqlite_test

import (
	"path/filepath"
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/journal/sqlite"
)

func TestJournal(t *testing.T) {
	journaltest.Run(t, func(t *testing.T) (journal.Journal, func() journal.Journal) {
		path := filepath.Join(t.TempDir(), "demo.kefi")
		return open(t, path), func() journal.Journal { return open(t, path) }
	})
}

func open(t testing.TB, path string) *sqlite.Journal {
	t.Helper()
	j, err := sqlite.Open(path, "a test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}
