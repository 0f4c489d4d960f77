package journaltest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// kept is a line of a kept journal: an act as it was stored, with the keys of
// its words. A word without a key was removed.
type kept struct {
	Seq           int64           `json:"seq"`
	Hash          journal.Hash    `json:"hash"`
	EnvelopeSalt  journal.Salt    `json:"envelopeSalt"`
	StructureSalt journal.Salt    `json:"structureSalt"`
	Envelope      json.RawMessage `json:"envelope"`
	Structure     json.RawMessage `json:"structure"`
	Words         []struct {
		Hash   journal.Hash `json:"hash"`
		Sealed []byte       `json:"sealed"`
		Key    []byte       `json:"key"`
	} `json:"words"`
}

// Kept reads the acts of a kept journal, one of exercise/testdata/journals,
// holding it to its chain. Folder is the journal's own.
func Kept(t testing.TB, folder string) []exercise.Act {
	t.Helper()
	acts, _, _ := KeptEntries(t, folder)
	return acts
}

// KeptEntries is Kept with the entries as they were stored, and the keys of
// those words that nobody removed.
func KeptEntries(t testing.TB, folder string) ([]exercise.Act, []journal.Entry, map[exercise.WordID]journal.Key) {
	t.Helper()
	var acts []exercise.Act
	var entries []journal.Entry
	keys := map[exercise.WordID]journal.Key{}
	head := journal.Start()
	lines := bufio.NewScanner(bytes.NewReader(Unzip(t, filepath.Join(folder, "journal.jsonl.gz"))))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var k kept
		if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
			t.Fatal(err)
		}
		entry := k.entry()
		next, err := head.Admit(head.Seq, entry)
		if err != nil {
			t.Fatal(err)
		}
		for n, word := range k.Words {
			if len(word.Key) == len(journal.Key{}) {
				keys[exercise.WordID{Seq: k.Seq, N: n + 1}] = journal.Key(word.Key)
			}
		}
		parts, err := entry.Unseal(func(w exercise.WordID) (journal.Key, bool) { key, ok := keys[w]; return key, ok })
		if err != nil {
			t.Fatal(err)
		}
		act, err := exercise.Decode(parts)
		if err != nil {
			t.Fatal(err)
		}
		acts, entries, head = append(acts, act), append(entries, entry), next
	}
	if err := lines.Err(); err != nil || head.Seq < 1 {
		t.Fatalf("%d acts read: %v", head.Seq+1, err)
	}
	return acts, entries, keys
}

func (k kept) entry() journal.Entry {
	e := journal.Entry{
		Seq: k.Seq, Hash: k.Hash, EnvelopeSalt: k.EnvelopeSalt, StructureSalt: k.StructureSalt,
		Envelope: k.Envelope, Structure: k.Structure,
	}
	for _, w := range k.Words {
		e.Words = append(e.Words, journal.SealedWord{Hash: w.Hash, Sealed: w.Sealed})
	}
	return e
}

// Unzip reads a file that is kept zipped.
func Unzip(t testing.TB, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
