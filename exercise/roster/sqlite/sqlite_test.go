package sqlite_test

import (
	"bytes"
	"crypto/rand"
	"database/sql"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/roster"
	"kefi/exercise/roster/rostertest"
	"kefi/exercise/roster/sqlite"
)

func TestRoster(t *testing.T) {
	rostertest.Run(t, func(t *testing.T) (roster.Roster, func() roster.Roster) {
		path := filepath.Join(t.TempDir(), "roster.db")
		return open(t, path), func() roster.Roster { return open(t, path) }
	})
}

func TestForgottenKeysAreInNoFile(t *testing.T) {
	folder := t.TempDir()
	r := open(t, filepath.Join(folder, "roster.db"))
	defer r.Close()
	gone, kept := make(roster.WordKeys), make(roster.WordKeys)
	var forgotten []exercise.WordID
	for i := range 3000 {
		w := exercise.WordID{Seq: int64(i * 7919 % 3000), N: 1}
		var key [32]byte
		rand.Read(key[:])
		if i%2 == 0 {
			gone[w] = key
			forgotten = append(forgotten, w)
		} else {
			kept[w] = key
		}
	}
	check(t, r.PutWordKeys(t.Context(), "demo", gone))
	check(t, r.PutWordKeys(t.Context(), "demo", kept))
	if n := found(t, folder, gone); n != len(gone) {
		t.Fatalf("%d of %d keys can be found before they are forgotten: this test sees nothing", n, len(gone))
	}
	check(t, r.ForgetWordKeys(t.Context(), "demo", forgotten...))
	if n := found(t, folder, gone); n != 0 {
		t.Errorf("%d of %d forgotten keys are still in the folder's files", n, len(gone))
	}
	if n := found(t, folder, kept); n != len(kept) {
		t.Errorf("%d of %d keys are left of those to be kept", n, len(kept))
	}
}

// Rows of mixed length move between the pages of a growing file and leave
// copies behind that deleting them does not reach: with this seed, three.
func TestCopiesLeftByMovedRowsAreForgottenToo(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "roster.db")
	r := open(t, path)
	defer r.Close()
	db, err := sql.Open("sqlite", path+"?_pragma=secure_delete(ON)")
	check(t, err)
	defer db.Close()
	tx, err := db.Begin()
	check(t, err)
	gone := make(roster.WordKeys)
	dice := mathrand.New(mathrand.NewPCG(1, 7))
	for _, i := range dice.Perm(5000) {
		text := make([]byte, 32+dice.IntN(200))
		rand.Read(text)
		kind := "look"
		if i%10 == 0 {
			kind, gone[exercise.WordID{Seq: int64(i), N: 1}] = "draft", [32]byte(text)
		}
		_, err := tx.Exec("INSERT INTO desk VALUES ('demo', ?, ?, '', CAST(? AS TEXT))", fmt.Sprint("seat-", i), kind, text)
		check(t, err)
	}
	check(t, tx.Commit())
	check(t, r.ForgetTraces(t.Context(), "demo"))
	if n := found(t, folder, gone); n != 0 {
		t.Errorf("%d of %d forgotten texts are still in the folder's files", n, len(gone))
	}
}

func TestForgottenTextsAreInNoFile(t *testing.T) {
	folder := t.TempDir()
	r := open(t, filepath.Join(folder, "roster.db"))
	defer r.Close()
	p := roster.Place{Exercise: "demo", Seat: "arcadia"}
	draft := strings.Repeat("unsent and unseen ", 1000)
	check(t, r.SetDraft(t.Context(), p, "line", draft))
	check(t, r.SetName(t.Context(), p, "Ambassador Lind"))
	check(t, r.ForgetTraces(t.Context(), "demo"))
	wantIn(t, folder, "unsent and unseen", false)
	wantIn(t, folder, "Ambassador Lind", true)
	check(t, r.Forget(t.Context(), "demo"))
	wantIn(t, folder, "Ambassador Lind", false)
}

func TestInvitationsBesideARunningServer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "roster.db")
	server, invite := open(t, path), open(t, path)
	p := roster.Place{Exercise: "demo", Seat: "arcadia"}
	check(t, invite.SetCode(t.Context(), p, "apple-banjo"))
	check(t, invite.Close())
	ok, err := server.CheckCode(t.Context(), p, "apple-banjo")
	check(t, err)
	if !ok {
		t.Error("the server does not know the code made beside it")
	}
	check(t, server.Close())
}

func TestAFileThatIsNoRosterIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "roster.db")
	check(t, os.WriteFile(path, bytes.Repeat([]byte("guest list "), 100), 0o600))
	if r, err := sqlite.Open(path); err == nil {
		r.Close()
		t.Error("a text was opened as a roster")
	} else if !strings.Contains(err.Error(), "is not a kefi roster") {
		t.Errorf("%v, want a sentence that says what it is not", err)
	}
}

// found counts the keys whose bytes are in any file of the folder.
func found(t *testing.T, folder string, keys roster.WordKeys) (n int) {
	t.Helper()
	all := contents(t, folder)
	for _, key := range keys {
		if bytes.Contains(all, key[:]) {
			n++
		}
	}
	return n
}

func wantIn(t *testing.T, folder, text string, want bool) {
	t.Helper()
	if got := bytes.Contains(contents(t, folder), []byte(text)); got != want {
		t.Errorf("%q is in the folder's files: %v, want %v", text, got, want)
	}
}

func contents(t *testing.T, folder string) []byte {
	t.Helper()
	files, err := os.ReadDir(folder)
	check(t, err)
	var all []byte
	for _, f := range files {
		b, err := os.ReadFile(filepath.Join(folder, f.Name()))
		check(t, err)
		all = append(all, b...)
	}
	return all
}

func open(t *testing.T, path string) *sqlite.Roster {
	t.Helper()
	r, err := sqlite.Open(path)
	check(t, err)
	return r
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
