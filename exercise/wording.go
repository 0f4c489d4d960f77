package exercise

import (
	"encoding/json"
	"fmt"
)

// Wording is a phrase as an event keeps it in the journal, beside the English
// sentence, so that a record that is read again can be said in any language.
type Wording struct{ Phrase }

// wording is a Wording on the wire.
type wording struct {
	Say     string            `json:"say,omitempty"` // the format
	One     string            `json:"one,omitempty"`
	Parts   []json.RawMessage `json:"parts,omitempty"` // texts, numbers and wordings
	Capital bool              `json:"capital,omitempty"`
	Ended   bool              `json:"ended,omitempty"`
	Lower   bool              `json:"lower,omitempty"`
}

// or gives the phrase, or an older record's sentence as it stands.
func (w Wording) or(sentence string) Phrase {
	if w.IsZero() && sentence != "" {
		return say("%s", sentence)
	}
	return w.Phrase
}

// MarshalJSON writes the phrase with its parts.
func (w Wording) MarshalJSON() ([]byte, error) {
	p := w.Phrase
	wire := wording{Say: p.Format, One: p.One, Capital: p.capital, Ended: p.ended, Lower: p.lower}
	for _, a := range p.Args {
		part, err := json.Marshal(kept(a))
		if err != nil {
			return nil, err
		}
		wire.Parts = append(wire.Parts, part)
	}
	return json.Marshal(wire)
}

// kept is a part of a phrase as it is written: ids are the texts that they say.
func kept(a any) any {
	switch a := a.(type) {
	case Phrase:
		return Wording{a}
	case int:
		return a
	}
	return fmt.Sprint(a)
}

// UnmarshalJSON reads what MarshalJSON wrote. Names come back as plain strings.
func (w *Wording) UnmarshalJSON(text []byte) error {
	var wire wording
	if err := json.Unmarshal(text, &wire); err != nil {
		return err
	}
	p := Phrase{Format: wire.Say, One: wire.One, capital: wire.Capital, ended: wire.Ended, lower: wire.Lower}
	for _, part := range wire.Parts {
		a, err := unmarshalPart(part)
		if err != nil {
			return err
		}
		p.Args = append(p.Args, a)
	}
	w.Phrase = p
	return nil
}

func unmarshalPart(part []byte) (any, error) {
	switch part[0] {
	case '"':
		var s string
		err := json.Unmarshal(part, &s)
		return s, err
	case '{':
		var inner Wording
		err := json.Unmarshal(part, &inner)
		return inner.Phrase, err
	}
	var n int
	err := json.Unmarshal(part, &n)
	return n, err
}
