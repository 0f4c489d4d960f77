package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/journal/sqlite"
)

// One act a transaction, each synced to disk before it counts.
func BenchmarkAppend(b *testing.B) {
	j := open(b, filepath.Join(b.TempDir(), "demo.kefi"))
	head := journal.Start()
	for b.Loop() {
		e := journaltest.Sealed(b, head, "Forty-eight would do.")
		check(b, j.Append(b.Context(), head.Seq, e))
		head = journal.Head{Seq: e.Seq, Hash: e.Hash}
	}
}

// Read and verify 100,000 acts, as at the start of a server.
func BenchmarkRead100000(b *testing.B) {
	const acts = 100_000
	path := filepath.Join(b.TempDir(), "demo.kefi")
	check(b, open(b, path).Close())
	bulk(b, path, acts)
	j, err := sqlite.OpenReadOnly(path)
	check(b, err)
	defer j.Close()
	for b.Loop() {
		check(b, journal.Verify(b.Context(), j))
	}
	b.ReportMetric(float64(acts*b.N)/b.Elapsed().Seconds(), "acts/s")
}

// bulk writes n acts in one transaction, which no journal would do.
func bulk(b *testing.B, path string, n int) {
	db, err := sql.Open("sqlite", path)
	check(b, err)
	defer db.Close()
	tx, err := db.Begin()
	check(b, err)
	insert, err := tx.Prepare("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?)")
	check(b, err)
	head := journal.Start()
	for range n {
		e := journaltest.Sealed(b, head, "Forty-eight would do.")
		w := e.Words[0]
		words := append(w.Hash[:], 0, 0, 0, byte(len(w.Sealed)))
		_, err := insert.Exec(e.Seq, e.Hash[:], e.EnvelopeSalt[:], e.Envelope, e.StructureSalt[:], e.Structure, append(words, w.Sealed...))
		check(b, err)
		head = journal.Head{Seq: e.Seq, Hash: e.Hash}
	}
	_, err = tx.Exec("UPDATE head SET seq = ?, hash = ?", head.Seq, head.Hash[:])
	check(b, err)
	check(b, tx.Commit())
}
