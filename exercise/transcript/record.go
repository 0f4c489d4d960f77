package transcript

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Schema names the form of the lines.
const Schema = "kefi.record/v1"

// Keys finds the key of a word; false where it has been forgotten.
type Keys func(exercise.WordID) (journal.Key, bool)

// actLine and headLine are the two kinds of lines; see the package comment.
type actLine struct {
	lineMark
	Seq       int64        `json:"seq"`
	Hash      journal.Hash `json:"hash"`
	Envelope  part         `json:"envelope"`
	Structure part         `json:"structure"`
	Words     []part       `json:"words"`
}

type headLine struct {
	lineMark
	Head    journal.Head `json:"head"`
	Name    string       `json:"name"`
	Marking string       `json:"marking"`
	Kefi    string       `json:"kefi"`
}

// lineMark stands on every line, so that a line by itself says what it is.
type lineMark struct {
	Schema   string `json:"schema"`
	Exercise string `json:"exercise"`
}

type part struct {
	Salt    *journal.Salt `json:"salt,omitempty"`
	Text    *string       `json:"text,omitempty"`
	Hash    *journal.Hash `json:"hash,omitempty"`
	Removed bool          `json:"removed,omitempty"`
}

// JSONLines writes a whole journal, from act 0, as kefi.record/v1: what c
// admits in clear, the rest as hashes. The error is the journal's own, or w's.
func JSONLines(w io.Writer, entries iter.Seq2[journal.Entry, error], keys Keys, c Copy) error {
	out := bufio.NewWriter(w)
	head := headLine{Head: journal.Start()}
	for e, err := range entries {
		if err != nil {
			return err
		}
		if e.Seq == 0 {
			if err := head.begin(e, keys); err != nil {
				return err
			}
		}
		line, err := lineOf(e, keys, c)
		if err != nil {
			return err
		}
		line.lineMark = head.lineMark
		if err := writeLine(out, line); err != nil {
			return err
		}
		head.Head = journal.Head{Seq: e.Seq, Hash: e.Hash}
	}
	if err := writeLine(out, head); err != nil {
		return err
	}
	return out.Flush()
}

// begin reads in act 0 what the marks say of the exercise.
func (h *headLine) begin(e journal.Entry, keys Keys) error {
	act, err := open(e, keys)
	if err != nil {
		return err
	}
	begin, ok := act.Command.(exercise.Begin)
	if !ok {
		return fmt.Errorf("act 0 does not begin an exercise")
	}
	h.lineMark = lineMark{Schema: Schema, Exercise: banner(begin.Scenario.Title)}
	h.Name, h.Marking, h.Kefi = begin.Name, highestPlanned(&begin.Scenario), begin.Version
	return nil
}

func open(e journal.Entry, keys Keys) (exercise.Act, error) {
	parts, err := e.Unseal(keys)
	if err != nil {
		return exercise.Act{}, err
	}
	return exercise.Decode(parts)
}

func lineOf(e journal.Entry, keys Keys, c Copy) (actLine, error) {
	in := c.act(e.Seq)
	line := actLine{
		Seq: e.Seq, Hash: e.Hash, Words: []part{},
		Envelope:  partOf(in.envelope, e.EnvelopeSalt, string(e.Envelope)),
		Structure: partOf(in.structure, e.StructureSalt, string(e.Structure)),
	}
	words, err := e.OpenWords(keys)
	if err != nil {
		return line, err
	}
	for i, w := range words {
		shown, known := c.word(exercise.WordID{Seq: e.Seq, N: i + 1})
		if w == nil || known && !shown {
			line.Words = append(line.Words, part{Hash: &e.Words[i].Hash, Removed: known})
			continue
		}
		line.Words = append(line.Words, partOf(shown, w.Salt, w.Text))
	}
	return line, nil
}

func partOf(shown bool, salt journal.Salt, text string) part {
	if !shown {
		hash := journal.PartHash(salt, []byte(text))
		return part{Hash: &hash}
	}
	return part{Salt: &salt, Text: &text}
}

func writeLine(w *bufio.Writer, line any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return err
	}
	_, err := w.WriteString(visible(b.String()))
	return err
}
