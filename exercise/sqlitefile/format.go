// Package sqlitefile opens the files that kefi keeps in SQLite: one database
// a file, write-ahead log, every commit synced to disk before it returns. A
// file is told by the application id and version in its header; one that is
// not of the wanted kind, or was written by a newer kefi, is refused with a
// sentence and left as it is.
package sqlitefile

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Format is one kind of file.
type Format struct {
	Name    string // as people call it: "journal"
	ID      int32  // the header's application id
	Version int    // the header's user version
	Schema  string // SQL that makes an empty file of this version
}

// Open opens the file for writing, over a single connection, and makes it
// first where there is none, readable by its owner only. The pragmas, such as
// "secure_delete(ON)", are set beside those that every file has.
func (f Format) Open(path string, pragmas ...string) (*sql.DB, error) {
	if err := create(path); err != nil {
		return nil, fmt.Errorf("the %s %s cannot be made: %w", f.Name, path, err)
	}
	if err := f.identify(path, "mode=rw&_txlock=immediate"); err != nil {
		return nil, err
	}
	pragmas = append([]string{"journal_mode(WAL)", "synchronous(FULL)"}, pragmas...)
	db, err := dial(path, "mode=rw&_txlock=immediate&_pragma="+strings.Join(pragmas, "&_pragma="))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if err := connect(db); err != nil {
		db.Close()
		return nil, f.refuse(path, err)
	}
	return db, nil
}

// connect makes the connection. SQLite waits for others by itself, but not
// while one of several that found the file new turns its log on.
func connect(db *sql.DB) error {
	const tries, pause = 100, 20 * time.Millisecond
	err := db.Ping()
	for n := 1; n < tries && codeOf(err) == sqlite3.SQLITE_BUSY; n++ {
		time.Sleep(pause)
		err = db.Ping()
	}
	return err
}

// OpenReadOnly opens a file that exists, to be read beside whoever writes it.
func (f Format) OpenReadOnly(path string) (*sql.DB, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("the %s %s cannot be read: %w", f.Name, path, err)
	}
	if err := f.identify(path, "mode=ro"); err != nil {
		return nil, err
	}
	return dial(path, "mode=ro")
}

// Copy writes the file as it is at one moment into a new one, beside whoever
// writes it. The copy has nothing that was deleted. A file that is there
// already is not touched.
func (f Format) Copy(ctx context.Context, from, to string) error {
	db, err := f.OpenReadOnly(from)
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return fmt.Errorf("the %s %s cannot be copied: %w", f.Name, from, err)
	}
	return os.Chmod(to, 0o600)
}

// Check reads every page once and says what is wrong with the first damaged
// one. Opening a file does not check it.
func Check(ctx context.Context, db *sql.DB) error {
	var found string
	err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found)
	if err == nil && found != "ok" {
		err = errors.New(found)
	}
	return err
}

// Malformed says whether err means that the file's bytes are damaged, rather
// than that they could not be had just now.
func Malformed(err error) bool {
	code := codeOf(err)
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
}

func codeOf(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return sqlite3.SQLITE_OK
	}
	return e.Code() & 0xff // the rest says more, not something else
}

// create makes an empty file where there is none. It never opens one that is
// there: closing it again would drop the locks that SQLite holds on it.
func create(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return file.Close()
}

// identify refuses a file of another kind before anything is written to it.
// An empty one becomes a file of this format.
func (f Format) identify(path, mode string) error {
	db, err := dial(path, mode)
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return f.refuse(path, err)
	}
	defer tx.Rollback()
	var id int32
	var version, tables int
	row := tx.QueryRow("SELECT (SELECT * FROM pragma_application_id), (SELECT * FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)")
	if err := row.Scan(&id, &version, &tables); err != nil {
		return f.refuse(path, err)
	}
	switch {
	case id == 0 && version == 0 && tables == 0:
		return f.make(tx, path)
	case id != f.ID:
		return fmt.Errorf("%s is not a kefi %s; move it away, or choose another folder", path, f.Name)
	case version > f.Version:
		return fmt.Errorf("%s was written by a newer kefi (version %d of the %s's format, this one knows %d); open it with that one", path, version, f.Name, f.Version)
	}
	return nil
}

func (f Format) make(tx *sql.Tx, path string) error {
	_, err := tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d; %s", f.ID, f.Version, f.Schema))
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("the %s %s cannot be made: %w", f.Name, path, err)
	}
	return nil
}

func (f Format) refuse(path string, err error) error {
	switch codeOf(err) {
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%s is not a kefi %s; move it away, or choose another folder", path, f.Name)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("the %s %s is damaged; put it back from a copy: %w", f.Name, path, err)
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR:
		return fmt.Errorf("the %s %s cannot be opened; look whether its folder can be written and the disk has room: %w", f.Name, path, err)
	}
	return fmt.Errorf("the %s %s cannot be opened: %w", f.Name, path, err)
}

func dial(path, query string) (*sql.DB, error) {
	name := url.URL{Path: path}
	return sql.Open("sqlite", "file:"+name.EscapedPath()+"?_busy_timeout=5000&"+query)
}
