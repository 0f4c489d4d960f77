package main

import (
	"bytes"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/exercise/conduct"
	"kefi/exercise/journal"
	"kefi/exercise/roster"
	rosterfile "kefi/exercise/roster/sqlite"
	"kefi/tui/sshd"
)

// BenchmarkVerify measures `kefi verify` of a long exercise as a process of its
// own: of the journal, whose words it opens, and of the whole record in JSON
// Lines, each replayed. It reports the time and the most memory it held.
//
//	go test ./cmd/kefi -run '^$' -bench Verify -benchtime 1x
func BenchmarkVerify(b *testing.B) {
	for _, acts := range []int{10_000, 100_000} {
		data := longExercise(b, acts)
		record := filepath.Join(b.TempDir(), "record.jsonl")
		if a := kefi(b, "export", "demo", "--data", data, "--format", "jsonl", "--as", everything, "-o", record); a.status != 0 {
			b.Fatal(a)
		}
		for what, file := range map[string]string{"journal": filepath.Join(data, "demo"+journalSuffix), "record": record} {
			b.Run(fmt.Sprintf("%s/acts=%d", what, acts), func(b *testing.B) {
				var busy time.Duration
				var most int64
				for b.Loop() {
					cpu, held := measured(b, "verify", "--data", data, file)
					busy, most = busy+cpu, max(most, held)
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/verify")
				b.ReportMetric(busy.Seconds()/float64(b.N), "s-of-cpu")
				b.ReportMetric(float64(most)/1024, "MB-at-most")
			})
		}
	}
}

// measured runs the program to its end, and gives the time it had on a
// processor and the most memory it held, in KB. What the system tells of that
// at its end counts the memory of whoever started it too.
func measured(b *testing.B, args ...string) (cpu time.Duration, most int64) {
	b.Helper()
	var out bytes.Buffer
	cmd := exec.CommandContext(b.Context(), program, args...)
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			if err != nil {
				b.Fatalf("%v: %s", err, &out)
			}
			return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), most
		case <-look.C:
			status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid)) // it may be gone
			if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
				_, _ = fmt.Sscan(rest, &most)
			}
		}
	}
}

// longExercise is a data folder with an exercise of so many acts, most of them
// short texts, written at one go as no server would.
func longExercise(b *testing.B, acts int) (data string) {
	b.Helper()
	data = b.TempDir()
	if _, _, err := sshd.HostKey(data); err != nil {
		b.Fatal(err)
	}
	h, err := openHouse(b.Context(), data, "this test", conduct.Options{})
	if err != nil {
		b.Fatal(err)
	}
	sc, err := loadScenario("first-table")
	if err == nil {
		err = h.create(b.Context(), "demo", sc, 1, 1)
	}
	if err != nil {
		b.Fatal(err)
	}
	w := writing{state: h.table("demo").State(), head: h.table("demo").Head(), keys: roster.WordKeys{}}
	if err := h.close(); err != nil {
		b.Fatal(err)
	}
	w.talk(b, acts)
	w.write(b, data)
	return data
}

// writing is an exercise whose acts are not stored yet.
type writing struct {
	state   exercise.State
	head    journal.Head
	entries []journal.Entry
	keys    roster.WordKeys
}

// talk goes on until there are so many acts, and closes.
func (w *writing) talk(b *testing.B, acts int) {
	b.Helper()
	now := time.Now().UnixMilli()
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell", "chair", "recorder"} {
		w.do(b, now, seat, exercise.Agree{})
	}
	w.do(b, now, "chair", exercise.Start{})
	for n := 0; w.head.Seq < int64(acts)-3; n++ {
		words := exercise.T(fmt.Sprintf("Line %d: an hour is what the tank lasts, and we said so.", n))
		if n%3 == 0 {
			w.do(b, now, "chair", exercise.Say{Words: words})
		} else {
			w.do(b, now, []exercise.SeatID{"norrow", "pellwater", "lampwell"}[n/3%3], exercise.SpeakRoom{Words: words})
		}
	}
	w.do(b, now, "chair", exercise.End{})
	w.do(b, now, "chair", exercise.EnterPhase{Phase: exercise.Closed})
}

func (w *writing) do(b *testing.B, now int64, seat exercise.SeatID, c exercise.Command) {
	b.Helper()
	act, err := exercise.Decide(w.state, seat, now, c)
	if err != nil {
		b.Fatalf("%s: %s: %v", seat, exercise.CommandName(c), err)
	}
	parts, err := exercise.Encode(act)
	if err != nil {
		b.Fatal(err)
	}
	entry, keys, err := journal.Seal(w.head.Hash, parts, rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	for i, key := range keys {
		w.keys[exercise.WordID{Seq: act.Seq, N: i + 1}] = key
	}
	w.state, w.entries, w.head = exercise.Evolve(w.state, act), append(w.entries, entry), journal.Head{Seq: entry.Seq, Hash: entry.Hash}
}

// write stores all of it in one transaction.
func (w *writing) write(b *testing.B, data string) {
	b.Helper()
	r, err := rosterfile.Open(filepath.Join(data, "roster.db"))
	if err == nil {
		err = errors.Join(r.PutWordKeys(b.Context(), "demo", w.keys), r.Close())
	}
	if err == nil {
		err = w.insert(filepath.Join(data, "demo"+journalSuffix))
	}
	if err != nil {
		b.Fatal(err)
	}
}

func (w *writing) insert(path string) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, e := range w.entries {
		words := []byte{}
		for _, word := range e.Words {
			words = append(words, word.Hash[:]...)
			words = append(binary.BigEndian.AppendUint32(words, uint32(len(word.Sealed))), word.Sealed...)
		}
		if _, err := tx.Exec("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?)", e.Seq, e.Hash[:], e.EnvelopeSalt[:], e.Envelope, e.StructureSalt[:], e.Structure, words); err != nil {
			return err
		}
	}
	if _, err := tx.Exec("UPDATE head SET seq = ?, hash = ?", w.head.Seq, w.head.Hash[:]); err != nil {
		return err
	}
	return tx.Commit()
}
