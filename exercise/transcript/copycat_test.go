package transcript_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/journal/journaltest"
	"kefi/exercise/transcript"
)

// copycatPlay gives what exports of a seat are made from, for the copycat
// exercise that was played and kept.
func copycatPlay(t *testing.T) func(exercise.SeatID) *transcript.Source {
	t.Helper()
	acts, entries, keys := journaltest.KeptEntries(t, "../testdata/journals/0.1.0-copycat")
	s := exercise.New()
	for _, a := range acts {
		s = exercise.Evolve(s, a)
	}
	last := entries[len(entries)-1]
	return func(seat exercise.SeatID) *transcript.Source {
		return &transcript.Source{
			Name: s.Name(), Acts: acts, State: s, Entries: each(entries), Head: journal.Head{Seq: last.Seq, Hash: last.Hash},
			View: &exercise.View{Schema: exercise.ViewSchema, Room: s.Room(s.HomeRoom(seat), nil), Own: s.Own(seat)},
			Keys: func(w exercise.WordID) (journal.Key, bool) { k, ok := keys[w]; return k, ok },
		}
	}
}

func each(entries []journal.Entry) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

// byItself lists the exports that are not kept beside the others: the record,
// which is the kept journal, its schemas, and what only a screen can draw.
var byItself = []string{"jsonl", "record.schema.json", "events.schema.json", "cast"}

// Every export of one exercise, as recorder, delegate and evaluator take it, is
// in testdata/copycat: a change of a format is seen in the difference.
func TestTheCopycatExercise(t *testing.T) {
	of, written := copycatPlay(t), map[string]bool{}
	for _, seat := range []exercise.SeatID{"recorder", "hydra", "evaluator"} {
		s := of(seat)
		for _, e := range transcript.Offered(s.View.Own) {
			if written[e.File] || slices.Contains(byItself, e.Name) {
				continue
			}
			written[e.File] = true
			t.Run(e.File, func(t *testing.T) {
				var b bytes.Buffer
				check(t, e.Write(&b, s))
				asItWas(t, e, b.Bytes())
			})
		}
	}
	if len(written) < 20 {
		t.Errorf("only these were written: %v", written)
	}
}

// asItWas compares with the file in testdata. Word files are kept unpacked, so
// that their difference can be read.
func asItWas(t *testing.T, e transcript.Export, data []byte) {
	t.Helper()
	folder := filepath.Join("testdata", "copycat")
	check(t, os.MkdirAll(folder, 0o755))
	if opened := os.Getenv("KEFI_SAMPLES"); opened != "" { // to open them for real
		check(t, os.WriteFile(filepath.Join(opened, e.File), data, 0o644))
	}
	switch e.Kind() {
	case "docx":
		golden(t, filepath.Join("copycat", e.File+".xml"), parted(t, data))
	case "pdf": // nobody reads its difference: what it says is in the others too
		golden(t, filepath.Join("copycat", e.File+".sha256"), fmt.Sprintf("%x\n", sha256.Sum256(data)))
	default:
		golden(t, filepath.Join("copycat", e.File), string(data))
	}
}

// parted gives the parts of a Word file that hold its text, a paragraph a line.
func parted(t *testing.T, data []byte) string {
	t.Helper()
	var text strings.Builder
	parts := unpacked(t, string(data))
	for _, name := range []string{"word/header1.xml", "word/document.xml", "word/footer1.xml"} {
		if parts[name] == "" {
			t.Fatal(name + " is not there")
		}
		fmt.Fprintf(&text, "== %s\n%s\n", name, strings.ReplaceAll(parts[name], "</w:p>", "</w:p>\n"))
	}
	return text.String()
}
