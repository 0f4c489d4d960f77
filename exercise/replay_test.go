package exercise_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
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

// TestKeptJournalsReplay: the journals of released versions give the views
// that everybody had then. A later view may say more, never anything else.
// To add one: go test ./cmd/kefi -run TestThePlay/at_terminals -keep
func TestKeptJournalsReplay(t *testing.T) {
	folders, err := filepath.Glob("testdata/journals/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no journal is kept: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			s := replay(t, filepath.Join(folder, "journal.jsonl.gz"))
			var then struct {
				Room any                     `json:"room"`
				Own  map[exercise.SeatID]any `json:"own"`
			}
			if err := json.Unmarshal(unzip(t, filepath.Join(folder, "views.json.gz")), &then); err != nil {
				t.Fatal(err)
			}
			same(t, "room", then.Room, plain(t, s.Room(exercise.TableRoom, nil)))
			for _, seat := range s.Plan().Seats {
				same(t, string(seat.ID), then.Own[seat.ID], plain(t, s.Own(seat.ID)))
			}
		})
	}
}

// replay reads a kept journal, holding it to its chain.
func replay(t *testing.T, path string) exercise.State {
	t.Helper()
	s, head := exercise.New(), journal.Start()
	lines := bufio.NewScanner(bytes.NewReader(unzip(t, path)))
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
		parts, err := entry.Unseal(func(w exercise.WordID) (journal.Key, bool) {
			key := k.Words[w.N-1].Key
			return journal.Key(append(key, make([]byte, 32)...)), len(key) == 32
		})
		if err != nil {
			t.Fatal(err)
		}
		act, err := exercise.Decode(parts)
		if err != nil {
			t.Fatal(err)
		}
		s, head = exercise.Evolve(s, act), next
	}
	if err := lines.Err(); err != nil || head.Seq < 1 {
		t.Fatalf("%d acts read: %v", head.Seq+1, err)
	}
	return s
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

func unzip(t *testing.T, path string) []byte {
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

// plain is a view as any program reads it.
func plain(t *testing.T, view any) any {
	t.Helper()
	text, err := json.Marshal(view)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// same holds that all that was said then is said now.
func same(t *testing.T, where string, then, now any) {
	t.Helper()
	switch then := then.(type) {
	case map[string]any:
		object, _ := now.(map[string]any)
		for key, value := range then {
			same(t, where+"."+key, value, object[key])
		}
	case []any:
		list, _ := now.([]any)
		if len(list) != len(then) {
			t.Errorf("%s has %d things, it had %d", where, len(list), len(then))
			return
		}
		for i := range then {
			same(t, fmt.Sprintf("%s[%d]", where, i), then[i], list[i])
		}
	default:
		if then != now {
			t.Errorf("%s is %.200q, it was %.200q", where, fmt.Sprint(now), fmt.Sprint(then))
		}
	}
}
