package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// keep stores the play's journal where it must replay for ever. It is given
// once a release: go test ./cmd/kefi -run TestThePlay/at_terminals -keep
var keep = flag.Bool("keep", false, "store the play's journal and final views under exercise/testdata/journals")

// archive opens the exercise's files beside the running server.
func (c *cast) archive() *archive {
	c.Helper()
	a, err := openArchive(c.Context(), c.server.data, "spring")
	if err != nil {
		c.Fatal(err)
	}
	return a
}

// keyOf is the key of the one word on record that says these words.
func (c *cast) keyOf(words string) []byte {
	c.Helper()
	a := c.archive()
	defer a.close()
	keys, err := a.roster.WordKeys(c.Context(), "spring")
	if err != nil {
		c.Fatal(err)
	}
	for _, act := range a.acts {
		for i, w := range act.Words {
			if w != nil && strings.Contains(*w, words) {
				key := keys[exercise.WordID{Seq: act.Seq, N: i + 1}]
				return key[:]
			}
		}
	}
	c.Fatalf("nobody has said %q", words)
	return nil
}

// stored says whether any file of the data folder holds these bytes.
func (c *cast) stored(what []byte) bool {
	c.Helper()
	found := false
	err := filepath.WalkDir(c.server.data, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		found = found || bytes.Contains(text, what)
		return err
	})
	if err != nil {
		c.Fatal(err)
	}
	return found
}

// measure holds that it was a real exercise: twenty minutes of story, and
// every team took part.
func (c *cast) measure() {
	c.Helper()
	a := c.archive()
	defer a.close()
	acts := map[exercise.SeatID]int{}
	for _, act := range a.acts {
		switch act.Command.(type) {
		case exercise.Agree, exercise.Ready, exercise.Sit, exercise.Leave:
		default:
			acts[act.Seat]++
		}
	}
	for _, team := range delegations {
		if acts[team] < 5 {
			c.Errorf("%s acted only %d times", team, acts[team])
		}
	}
	if minutes := a.acts[len(a.acts)-1].Scenario / 60_000; minutes < 20 {
		c.Errorf("only %d minutes of story have passed", minutes)
	}
	if *keep {
		c.keepRecord(a)
	}
}

// sealed is an act of a kept journal with the keys of its words; a word whose
// key is null was expunged.
type sealed struct {
	Seq           int64           `json:"seq"`
	Hash          journal.Hash    `json:"hash"`
	EnvelopeSalt  journal.Salt    `json:"envelopeSalt"`
	StructureSalt journal.Salt    `json:"structureSalt"`
	Envelope      json.RawMessage `json:"envelope"`
	Structure     json.RawMessage `json:"structure"`
	Words         []sealedWord    `json:"words,omitempty"`
}

type sealedWord struct {
	Hash   journal.Hash `json:"hash"`
	Sealed []byte       `json:"sealed"`
	Key    []byte       `json:"key"`
}

// finalViews are every seat's view at the end; they share the room.
type finalViews struct {
	Room json.RawMessage                     `json:"room"`
	Own  map[exercise.SeatID]json.RawMessage `json:"own"`
}

// keepRecord writes the journal, an act a line, and every seat's final view.
func (c *cast) keepRecord(a *archive) {
	c.Helper()
	keys, err := a.roster.WordKeys(c.Context(), "spring")
	if err != nil {
		c.Fatal(err)
	}
	var lines bytes.Buffer
	for e, err := range a.journal.Read(c.Context(), -1) {
		if err != nil {
			c.Fatal(err)
		}
		s := sealed{e.Seq, e.Hash, e.EnvelopeSalt, e.StructureSalt, e.Envelope, e.Structure, nil}
		for i, w := range e.Words {
			key, ok := keys[exercise.WordID{Seq: e.Seq, N: i + 1}]
			word := sealedWord{Hash: w.Hash, Sealed: w.Sealed}
			if ok {
				word.Key = slices.Clone(key[:])
			}
			s.Words = append(s.Words, word)
		}
		line, err := json.Marshal(s)
		if err != nil {
			c.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	views := finalViews{Own: map[exercise.SeatID]json.RawMessage{}}
	for seat, text := range c.views() {
		var v struct{ Room, Own json.RawMessage }
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			c.Fatal(err)
		}
		if views.Room != nil && !bytes.Equal(views.Room, v.Room) {
			c.Errorf("%s sees another room", seat)
		}
		views.Room, views.Own[seat] = v.Room, v.Own
	}
	folder := filepath.Join("../../exercise/testdata/journals", version+"-copycat")
	c.zip(filepath.Join(folder, "journal.jsonl.gz"), &lines)
	c.zip(filepath.Join(folder, "views.json.gz"), strings.NewReader(printJSON(views)))
}

func (c *cast) zip(path string, from io.Reader) {
	c.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := io.Copy(w, from)
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = os.WriteFile(path, packed.Bytes(), 0o644)
	}
	if err != nil {
		c.Fatal(err)
	}
}
