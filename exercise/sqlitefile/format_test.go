package sqlitefile_test

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"kefi/exercise/sqlitefile"
)

var notes = sqlitefile.Format{Name: "notebook", ID: 0x6e6f7465, Version: 3, Schema: "CREATE TABLE notes (text TEXT) STRICT"}

func TestAFileIsSafeFromItsFirstMoment(t *testing.T) {
	db, err := notes.Open(filepath.Join(t.TempDir(), "a file with % and ?.db"), "secure_delete(ON)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for pragma, want := range map[string]string{
		"journal_mode":  "wal",
		"synchronous":   "2", // FULL
		"secure_delete": "1",
		"busy_timeout":  "5000",
		"user_version":  "3",
	} {
		var got string
		if err := db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", pragma, got, err, want)
		}
	}
	if err := sqlitefile.Check(t.Context(), db); err != nil {
		t.Error(err)
	}
}

func TestAnOlderVersionIsOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	older, newer := notes, notes
	older.Version, newer.Version = 2, 4
	for _, row := range []struct {
		format sqlitefile.Format
		says   string
	}{{notes, ""}, {newer, ""}, {older, "newer kefi (version 3 of the notebook's format, this one knows 2)"}} {
		db, err := row.format.Open(path)
		if err == nil {
			db.Close()
		}
		if got := err == nil; got != (row.says == "") || err != nil && !strings.Contains(err.Error(), row.says) {
			t.Errorf("version %d: %v, want %q", row.format.Version, err, row.says)
		}
	}
}

func TestManyMayMakeTheFileAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			db, err := notes.Open(path)
			if err != nil {
				t.Error(err)
				return
			}
			defer db.Close()
			if _, err := db.Exec("INSERT INTO notes VALUES ('here')"); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	db, err := notes.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var n int
	if err := db.QueryRow("SELECT count(*) FROM notes").Scan(&n); err != nil || n != 6 {
		t.Errorf("%d notes (%v), want 6", n, err)
	}
	if _, err := db.Exec("DELETE FROM notes"); err == nil {
		t.Error("a file opened read-only was written")
	}
}

func TestReadingWhatIsNotThereMakesNoFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	for range 2 {
		if db, err := notes.OpenReadOnly(path); err == nil {
			db.Close()
			t.Fatal("a file that is not there was opened")
		} else if !strings.Contains(err.Error(), "cannot be read") {
			t.Errorf("%v, want a sentence", err)
		}
	}
}
