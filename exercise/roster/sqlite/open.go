// Package sqlite keeps the roster of a server in one SQLite file. Several
// processes may have it open, so that invitations can be made beside a
// running server. What is forgotten is overwritten, and the file written
// anew without it, before the call returns.
package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"kefi/exercise/roster"
	"kefi/exercise/sqlitefile"
)

// format of roster.db. Its application id is "kefR" in ASCII.
var format = sqlitefile.Format{
	Name:    "roster",
	ID:      0x6b656652,
	Version: 1,
	Schema: `
CREATE TABLE codes (
	exercise TEXT, seat TEXT, hashed BLOB NOT NULL,
	PRIMARY KEY (exercise, seat)
) STRICT, WITHOUT ROWID;
CREATE TABLE keys (
	exercise TEXT, seat TEXT, wire BLOB, comment TEXT NOT NULL,
	PRIMARY KEY (exercise, seat, wire)
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_by_wire ON keys (wire);
CREATE TABLE words (
	exercise TEXT, seq INTEGER, n INTEGER, key BLOB NOT NULL CHECK (length(key) = 32),
	PRIMARY KEY (exercise, seq, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE desk (
	exercise TEXT, seat TEXT, kind TEXT, slot TEXT, text TEXT NOT NULL,
	PRIMARY KEY (exercise, seat, kind, slot)
) STRICT, WITHOUT ROWID;
CREATE TABLE readings (
	exercise TEXT, seat TEXT, inject TEXT, wall INTEGER NOT NULL,
	PRIMARY KEY (exercise, seat, inject)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
	exercise TEXT, seat TEXT, text TEXT NOT NULL,
	PRIMARY KEY (exercise, seat)
) STRICT, WITHOUT ROWID;`,
}

// Roster is a roster.Roster in one file.
type Roster struct {
	db     *sql.DB
	hasher roster.Hasher
}

var _ roster.Roster = (*Roster)(nil)

// Open opens the roster at path, and makes it where there is none. A file
// that is not a roster, is damaged, or was written by a newer kefi is refused.
func Open(path string) (*Roster, error) {
	// Temporary tables hold words' keys while the file is written anew.
	db, err := format.Open(path, "secure_delete(ON)", "temp_store(MEMORY)")
	if err != nil {
		return nil, err
	}
	if err := sqlitefile.Check(context.Background(), db); err != nil {
		db.Close()
		return nil, fmt.Errorf("the roster %s is damaged; restore it from a copy: %w", path, err)
	}
	return &Roster{db: db, hasher: roster.NewHasher()}, nil
}

// OpenReadOnly opens a roster that is there, to be read beside a server that
// may be writing it. It takes nothing and forgets nothing.
func OpenReadOnly(path string) (*Roster, error) {
	db, err := format.OpenReadOnly(path)
	if err != nil {
		return nil, err
	}
	return &Roster{db: db, hasher: roster.NewHasher()}, nil
}

// Copy writes the roster at a path, as it is at one moment, into a new file,
// beside a server that may be writing it. The copy remembers what is forgotten
// later.
func Copy(ctx context.Context, from, to string) error { return format.Copy(ctx, from, to) }

// Close implements roster.Roster.
func (r *Roster) Close() error { return r.db.Close() }

// Forget implements roster.Roster.
func (r *Roster) Forget(ctx context.Context, exercise string) error {
	return r.forget(ctx, people+"DELETE FROM words WHERE exercise = ?1;", exercise)
}

// ForgetPeople implements roster.Roster.
func (r *Roster) ForgetPeople(ctx context.Context, exercise string) error {
	return r.forget(ctx, people, exercise)
}

// people deletes who took part in an exercise.
const people = `
	DELETE FROM codes    WHERE exercise = ?1;
	DELETE FROM keys     WHERE exercise = ?1;
	DELETE FROM desk     WHERE exercise = ?1;
	DELETE FROM readings WHERE exercise = ?1;
	DELETE FROM answers  WHERE exercise = ?1;
`

// forget deletes in one transaction and then sweeps.
func (r *Roster) forget(ctx context.Context, statement string, args ...any) error {
	if err := r.inTransaction(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, statement, args...)
		return err
	}); err != nil {
		return err
	}
	return r.sweep(ctx)
}

// sweep removes what deletion leaves behind: secure_delete overwrites deleted
// rows, but copies that were left when rows moved between pages go only with
// a file written anew, and those in the write-ahead log when it is cut off.
func (r *Roster) sweep(ctx context.Context) error {
	if _, err := r.db.ExecContext(ctx, "VACUUM"); err != nil {
		return fmt.Errorf("it is deleted, but traces may be left in the roster's file: %w", err)
	}
	var busy, logged, moved int
	err := r.db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &logged, &moved)
	if err == nil && busy != 0 {
		err = fmt.Errorf("another process is reading it")
	}
	if err != nil {
		return fmt.Errorf("it is deleted, but traces are left in the roster's log: %w", err)
	}
	return nil
}

func (r *Roster) inTransaction(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := r.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := do(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// all scans every row of a query.
func all[T any](ctx context.Context, r *Roster, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := r.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		found = append(found, one)
	}
	return found, rows.Err()
}
