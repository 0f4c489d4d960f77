package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/journal/sqlite"
)

func TestDamageIsFoundAndNamed(t *testing.T) {
	for _, row := range []struct {
		given string
		sql   string
		seq   int64
	}{
		{"a row deleted", "DELETE FROM acts WHERE seq = 3", 3},
		{"the tail deleted", "DELETE FROM acts WHERE seq >= 6", 6},
		{"all rows deleted", "DELETE FROM acts", 0},
		{"a structure edited", "UPDATE acts SET structure = x'7b7d' WHERE seq = 4", 4},
		{"words cut", "UPDATE acts SET words = substr(words, 1, 40) WHERE seq = 5", 5},
		{"a word taken out", "UPDATE acts SET words = x'' WHERE seq = 5", 5},
		{"a hash edited", "UPDATE acts SET hash = zeroblob(32) WHERE seq = 2", 2},
		{"the tail deleted and the head moved back to a wrong hash", "DELETE FROM acts WHERE seq >= 6; UPDATE head SET seq = 5", 5},
		{"a head that lags behind", "UPDATE head SET seq = 5, hash = (SELECT hash FROM acts WHERE seq = 5)", 6},
		{"the head deleted", "DELETE FROM head", -1},
	} {
		t.Run(row.given, func(t *testing.T) {
			path := filled(t, 8)
			edit(t, path, row.sql)
			j := open(t, path)
			wantDamage(t, journal.Verify(t.Context(), j), row.seq)
		})
	}
}

func TestAHashOrSaltOfTheWrongLengthIsDamage(t *testing.T) {
	path := filled(t, 3)
	edit(t, path, "PRAGMA ignore_check_constraints = ON; UPDATE acts SET structure_salt = x'00' WHERE seq = 1")
	j, err := sqlite.Open(path, "a test")
	if err == nil {
		defer j.Close()
		err = journal.Verify(t.Context(), j)
	}
	wantDamage(t, err, 1)
}

// A page overwritten in the file itself. Reading rows alone would end early
// and look like a shorter journal.
func TestAnOverwrittenPageIsFoundOnOpening(t *testing.T) {
	path := filled(t, 200)
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	check(t, err)
	info, err := file.Stat()
	check(t, err)
	_, err = file.WriteAt(make([]byte, 4096), info.Size()/4096/2*4096)
	check(t, err)
	check(t, file.Close())
	_, err = sqlite.Open(path, "a test")
	var damage *journal.DamageError
	if !errors.As(err, &damage) || damage.Seq < 1 || damage.Seq > 199 {
		t.Errorf("%v, want damage at an act in the middle", err)
	}
}

func TestAFileCutShortIsRefused(t *testing.T) {
	path := filled(t, 200)
	info, err := os.Stat(path)
	check(t, err)
	check(t, os.Truncate(path, info.Size()*3/4))
	if _, err := sqlite.Open(path, "a test"); err == nil {
		t.Error("a file that lacks its last quarter was opened")
	}
}

func TestAlienAndNewerFilesAreRefusedAndLeftAlone(t *testing.T) {
	for _, row := range []struct {
		given, says string
		make        func(path string)
	}{
		{"a text", "is not a kefi journal", func(path string) {
			check(t, os.WriteFile(path, []byte(strings.Repeat("Dear Sir or Madam, ", 300)), 0o600))
		}},
		{"someone else's database", "is not a kefi journal", func(path string) {
			edit(t, path, "CREATE TABLE invoices (n INTEGER)")
		}},
		{"a roster", "is not a kefi journal", func(path string) {
			edit(t, path, "PRAGMA application_id = 42; CREATE TABLE codes (n INTEGER)")
		}},
		{"a journal of a newer kefi", "newer kefi", func(path string) {
			check(t, open(t, path).Close())
			edit(t, path, "PRAGMA user_version = 2")
		}},
	} {
		t.Run(row.given, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "demo.kefi")
			row.make(path)
			before, err := os.ReadFile(path)
			check(t, err)
			for name, err := range map[string]error{"open": openErr(path), "read": readErr(path)} {
				if err == nil || !strings.Contains(err.Error(), row.says) || !strings.Contains(err.Error(), path) {
					t.Errorf("%s: %v, want a sentence with %q and the path", name, err, row.says)
				}
			}
			after, err := os.ReadFile(path)
			check(t, err)
			if string(before) != string(after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAFolderThatIsNotThereIsASentence(t *testing.T) {
	path := filepath.Join(t.TempDir(), "nowhere", "demo.kefi")
	for name, err := range map[string]error{"open": openErr(path), "read": readErr(path)} {
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, want a sentence with the path", name, err)
		}
	}
}

func openErr(path string) error {
	j, err := sqlite.Open(path, "a test")
	if err == nil {
		j.Close()
	}
	return err
}

func readErr(path string) error {
	j, err := sqlite.OpenReadOnly(path)
	if err == nil {
		j.Close()
	}
	return err
}

// filled is the path of a closed journal with n acts.
func filled(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.kefi")
	j := open(t, path)
	journaltest.Fill(t, j, n)
	check(t, j.Close())
	return path
}

// edit changes a file behind the journal's back.
func edit(t testing.TB, path, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	check(t, err)
	defer db.Close()
	_, err = db.Exec(statements)
	check(t, err)
}

func wantDamage(t *testing.T, err error, seq int64) {
	t.Helper()
	var damage *journal.DamageError
	if !errors.As(err, &damage) || damage.Seq != seq {
		t.Errorf("%v, want damage at act %d", err, seq)
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
