// Package sqlite keeps a journal in one SQLite file, the embedded default of
// kefi. An append has returned once it is synced to disk. One server has a
// file at a time, held by a lock that ends with the process; others may read
// meanwhile. Where an append's outcome is in doubt the journal takes no more
// until it is opened again.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"kefi/exercise/journal"
	"kefi/exercise/sqlitefile"
)

// format of a .kefi file. Its application id is "kefi" in ASCII.
var format = sqlitefile.Format{
	Name:    "journal",
	ID:      0x6b656669,
	Version: 1,
	Schema: `
CREATE TABLE acts (
	seq            INTEGER PRIMARY KEY CHECK (seq >= 0),
	hash           BLOB NOT NULL CHECK (length(hash) = 32),
	envelope_salt  BLOB NOT NULL CHECK (length(envelope_salt) = 16),
	envelope       BLOB NOT NULL,
	structure_salt BLOB NOT NULL CHECK (length(structure_salt) = 16),
	structure      BLOB NOT NULL,
	words          BLOB NOT NULL
) STRICT;
CREATE TABLE head (
	one  INTEGER PRIMARY KEY CHECK (one = 1),
	seq  INTEGER NOT NULL,
	hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO head VALUES (1, -1, zeroblob(32));`,
}

// Journal is a journal.Journal in one file.
type Journal struct {
	readers *sql.DB
	lock    *os.File // nil if opened read-only

	mu     sync.Mutex // one append at a time
	writer *sql.DB    // nil if opened read-only
	doubt  error      // set by an append whose outcome is unknown
}

var _ journal.Journal = (*Journal)(nil)

// Open opens the journal at path for writing, and makes it where there is
// none. The owner, such as "kefi serve on :2222", is what others are told who
// find it locked; process, host and time are added. A second opening is
// journal.ErrLocked; a damaged file is a *journal.DamageError.
func Open(path, owner string) (*Journal, error) {
	held, err := lock(path, signature(owner))
	if err != nil {
		return nil, err
	}
	writer, err := format.Open(path)
	if err != nil {
		held.Close()
		return nil, err
	}
	readers, err := format.OpenReadOnly(path)
	if err != nil {
		writer.Close()
		held.Close()
		return nil, err
	}
	return checked(&Journal{readers: readers, lock: held, writer: writer}, path)
}

// OpenReadOnly opens the journal at path to be read, beside a server that may
// be writing it. Its Append is refused.
func OpenReadOnly(path string) (*Journal, error) {
	readers, err := format.OpenReadOnly(path)
	if err != nil {
		return nil, err
	}
	return checked(&Journal{readers: readers}, path)
}

// Copy writes the journal at a path, as it is at one moment, into a new file,
// beside a server that may be writing it.
func Copy(ctx context.Context, from, to string) error { return format.Copy(ctx, from, to) }

// Close implements journal.Journal. The next server may have the file.
func (j *Journal) Close() error {
	err := j.readers.Close()
	if j.writer != nil {
		err = errors.Join(err, j.writer.Close())
	}
	if j.lock != nil {
		err = errors.Join(err, j.lock.Close())
	}
	return err
}

// checked closes j again if a page of its file is damaged, and then names the
// first act that suffers from it.
func checked(j *Journal, path string) (*Journal, error) {
	ctx := context.Background()
	problem := sqlitefile.Check(ctx, j.readers)
	if problem == nil {
		return j, nil
	}
	defer j.Close()
	damage := &journal.DamageError{Seq: -1, Problem: problem.Error()}
	// Keeps the above if the chain can be read nevertheless.
	errors.As(journal.Verify(ctx, j), &damage)
	return nil, fmt.Errorf("%s: %w; restore the file from a copy", path, damage)
}

func signature(owner string) string {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	since := time.Now().UTC().Format("2006-01-02 15:04:05 UTC")
	return fmt.Sprintf("%s (process %d on %s, since %s)", owner, os.Getpid(), host, since)
}
