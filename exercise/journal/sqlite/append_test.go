package sqlite_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/journal/sqlite"
)

func TestAfterAFailedAppendNothingIsTakenUntilReopened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.kefi")
	j := open(t, path)
	acts := journaltest.Fill(t, j, 3)
	next := journaltest.Sealed(t, journal.Head{Seq: 2, Hash: acts[2].Hash}, "once")

	edit(t, path, "CREATE TRIGGER full BEFORE INSERT ON acts BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
	if err := j.Append(t.Context(), 2, next); !errors.Is(err, journal.ErrUnknownOutcome) {
		t.Fatalf("the failing append: %v, want an unknown outcome", err)
	}
	edit(t, path, "DROP TRIGGER full")
	if err := j.Append(t.Context(), 2, next); !errors.Is(err, journal.ErrUnknownOutcome) {
		t.Fatalf("the append after it: %v, want an unknown outcome still", err)
	}
	check(t, journal.Verify(t.Context(), j))
	check(t, j.Close())

	j = open(t, path)
	check(t, j.Append(t.Context(), 2, next))
	check(t, journal.Verify(t.Context(), j))
}

func TestReadOnlyBesideTheServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.kefi")
	server := open(t, path)
	acts := journaltest.Fill(t, server, 3)
	reader, err := sqlite.OpenReadOnly(path)
	check(t, err)
	defer reader.Close()

	next := journaltest.Sealed(t, journal.Head{Seq: 2, Hash: acts[2].Hash}, "while it is being read")
	if err := reader.Append(t.Context(), 2, next); err == nil {
		t.Error("a journal opened read-only took an act")
	}
	check(t, server.Append(t.Context(), 2, next))
	head, err := reader.Head(t.Context())
	check(t, err)
	if head.Seq != 3 {
		t.Errorf("the reader stands at act %d, want 3", head.Seq)
	}
	check(t, journal.Verify(t.Context(), reader))
	check(t, server.Close())
	check(t, journal.Verify(t.Context(), reader))
}

func TestTheFileIsItsOwnersOnly(t *testing.T) {
	path := filled(t, 1)
	info, err := os.Stat(path)
	check(t, err)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the file's mode is %v, want 0600", info.Mode().Perm())
	}
}
