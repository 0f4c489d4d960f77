package followup

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

// largest is more than any file of hand-written evidence needs, in bytes.
const largest = 1 << 20

// file, fileClause and fileStep are the text as it stands in YAML.
type file struct {
	Exercise prose        `yaml:"exercise"`
	Agreed   string       `yaml:"agreed"`
	Clauses  []fileClause `yaml:"clauses"`
}

type fileClause struct {
	Clause string     `yaml:"clause"`
	Title  prose      `yaml:"title"`
	Steps  []fileStep `yaml:"steps"`
}

type fileStep struct {
	State    State  `yaml:"state"`
	Date     string `yaml:"date"`
	Evidence prose  `yaml:"evidence"`
}

// prose is a text that people wrote. It is always written in quotation marks:
// the library leaves some out that YAML needs, as before "? a".
type prose string

// MarshalYAML writes it as JSON, which YAML reads as it is.
func (p prose) MarshalYAML() ([]byte, error) { return json.Marshal(string(p)) }

const guide = `# What became of the agreed text. Edit this file, or use kefi followup --clause.
# Each step: state (implemented or institutionalized), date, evidence.
`

// Write gives the text as a file that Read reads.
func Write(t Text) ([]byte, error) {
	f := file{Exercise: prose(t.Exercise), Agreed: day(t.Agreed), Clauses: []fileClause{}}
	for _, c := range t.Clauses {
		steps := []fileStep{}
		for _, s := range c.Steps {
			steps = append(steps, fileStep{s.State, day(s.Date), prose(s.Evidence)})
		}
		f.Clauses = append(f.Clauses, fileClause{c.ID, prose(c.Title), steps})
	}
	b, err := yaml.MarshalWithOptions(f, yaml.IndentSequence(true))
	return append([]byte(guide), b...), err
}

// Read reads a file. What is wrong in it is an error that names the place.
func Read(b []byte) (t Text, err error) {
	defer func() {
		if recover() != nil { // the YAML library's, on input made to break it
			t, err = Text{}, errors.New("this is not YAML that can be read")
		}
	}()
	if len(b) > largest {
		return Text{}, fmt.Errorf("it has more than %d bytes", largest)
	}
	if bytes.ContainsAny(b, "&*") && hasAnchors(b) {
		return Text{}, errors.New("it uses anchors (&) or aliases (*), which a follow-up needs none of")
	}
	var f file
	if err := yaml.UnmarshalWithOptions(b, &f, yaml.Strict()); err != nil {
		return Text{}, errors.New(strings.TrimSpace(yaml.FormatError(err, false, true)))
	}
	return f.text()
}

// hasAnchors looks for what makes a small file expand: a sign that begins a value.
func hasAnchors(b []byte) bool {
	for line := range bytes.Lines(b) {
		text := bytes.TrimSpace(line)
		if i := bytes.IndexAny(text, ":-"); i >= 0 {
			text = bytes.TrimLeft(text[i+1:], " -\t[{,")
		}
		if len(text) > 0 && (text[0] == '&' || text[0] == '*') {
			return true
		}
	}
	return false
}

func (f file) text() (Text, error) {
	t := Text{Exercise: string(f.Exercise)}
	var err error
	if t.Agreed, err = time.Parse(time.DateOnly, f.Agreed); err != nil {
		return Text{}, fmt.Errorf("agreed: %q is no day such as 2026-09-21", f.Agreed)
	}
	for i, c := range f.Clauses {
		if strings.TrimSpace(c.Clause) == "" {
			return Text{}, fmt.Errorf("clause %d of the file has no id", i+1)
		}
		for _, other := range t.Clauses {
			if strings.EqualFold(other.ID, c.Clause) {
				return Text{}, fmt.Errorf("clause %s stands there twice", c.Clause)
			}
		}
		t.Clauses = append(t.Clauses, Clause{ID: c.Clause, Title: string(c.Title)})
		for _, s := range c.Steps {
			at, err := time.Parse(time.DateOnly, s.Date)
			if err != nil {
				return Text{}, fmt.Errorf("clause %s: %q is no day such as 2027-02-01", c.Clause, s.Date)
			}
			if err := t.Add(c.Clause, Step{s.State, at, string(s.Evidence)}); err != nil {
				return Text{}, err
			}
		}
	}
	return t, nil
}
