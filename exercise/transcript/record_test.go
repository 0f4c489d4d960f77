package transcript_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/journal"
	"kefi/exercise/transcript"
)

// line is a line of kefi.record/v1 as its reader sees it, by the package
// comment alone.
type line struct {
	Schema    string        `json:"schema"`
	Exercise  string        `json:"exercise"`
	Seq       int64         `json:"seq"`
	Hash      journal.Hash  `json:"hash"`
	Envelope  part          `json:"envelope"`
	Structure part          `json:"structure"`
	Words     []part        `json:"words"`
	Head      *journal.Head `json:"head"`
	Name      string        `json:"name"`
	Marking   string        `json:"marking"`
	Kefi      string        `json:"kefi"`
}

type part struct {
	Salt    *journal.Salt `json:"salt"`
	Text    *string       `json:"text"`
	Hash    *journal.Hash `json:"hash"`
	Removed bool          `json:"removed"`
}

func (p part) sum() (journal.Hash, error) {
	switch {
	case p.Salt != nil && p.Text != nil && p.Hash == nil && !p.Removed:
		return journal.PartHash(*p.Salt, []byte(*p.Text)), nil
	case p.Salt == nil && p.Text == nil && p.Hash != nil:
		return *p.Hash, nil
	}
	return journal.Hash{}, fmt.Errorf("a part is neither shown nor withheld")
}

// found is what verification found.
type found struct{ acts, shown, withheld, removed int }

// verify computes the chain of a file of lines.
func verify(r io.Reader) (found, error) {
	var f found
	head, ended := journal.Start(), false
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var l line
		dec := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		dec.DisallowUnknownFields()
		switch err := dec.Decode(&l); {
		case err != nil:
			return f, err
		case ended || l.Schema != transcript.Schema || !strings.Contains(l.Exercise, "EXERCISE EXERCISE EXERCISE"):
			return f, fmt.Errorf("line %d does not belong here", f.acts+1)
		case l.Head != nil:
			ended = true
			if *l.Head != head {
				return f, fmt.Errorf("the head is act %d, the last line act %d", l.Head.Seq, head.Seq)
			}
			continue
		}
		next, err := f.follow(head, l)
		if err != nil {
			return f, err
		}
		head = next
	}
	if !ended {
		return f, fmt.Errorf("the head is missing")
	}
	return f, lines.Err()
}

func (f *found) follow(prev journal.Head, l line) (journal.Head, error) {
	sums := make([]journal.Hash, 0, 2+len(l.Words))
	for _, p := range append([]part{l.Envelope, l.Structure}, l.Words...) {
		sum, err := p.sum()
		if err != nil {
			return prev, err
		}
		sums = append(sums, sum)
		switch {
		case p.Text != nil:
			f.shown++
		case p.Removed:
			f.removed++
		default:
			f.withheld++
		}
	}
	f.acts++
	if hash := journal.Chain(prev.Hash, sums[0], sums[1], sums[2:]); l.Seq != prev.Seq+1 || hash != l.Hash {
		return prev, fmt.Errorf("act %d was altered", l.Seq)
	}
	return journal.Head{Seq: l.Seq, Hash: l.Hash}, nil
}

func (p *play) lines(c transcript.Copy) string {
	p.t.Helper()
	var b strings.Builder
	check(p.t, transcript.JSONLines(&b, p.journal.Read(context.Background(), -1), p.key, c))
	return b.String()
}

func (p *play) copyFor(seat exercise.SeatID) transcript.Copy {
	p.t.Helper()
	c, err := transcript.CopyFor(seat, p.acts)
	check(p.t, err)
	return c
}

func closed(t *testing.T) *play {
	p := newPlay(t)
	p.negotiate()
	p.finish()
	return p
}

func TestEveryCopyVerifies(t *testing.T) {
	p := closed(t)
	copies := map[string]transcript.Copy{"nothing": {}, "everything": transcript.Everything()}
	for _, seat := range p.s.Plan().Seats {
		copies[string(seat.ID)] = p.copyFor(seat.ID)
	}
	for name, c := range copies {
		f, err := verify(strings.NewReader(p.lines(c)))
		if err != nil || f.acts != len(p.acts) {
			t.Errorf("%s: %+v of %d acts, %v", name, f, len(p.acts), err)
		}
		if name == "everything" && (f.withheld > 0 || f.removed != 1) {
			t.Errorf("%s: %+v, want nothing withheld and one text removed", name, f)
		}
		if name == "nothing" && f.shown > 0 {
			t.Errorf("%s: %+v", name, f)
		}
		if name == "recorder" && (f.removed != 1 || f.withheld < 20 || f.shown < 150) {
			t.Errorf("%s: %+v, want most shown, secrets withheld, one text removed", name, f)
		}
	}
}

func TestEveryByteCounts(t *testing.T) {
	p := closed(t)
	whole := p.lines(p.copyFor("recorder"))
	rows := strings.SplitAfter(whole, "\n")
	for at, spoil := range map[string]func() string{
		"a spoken word":      func() string { return strings.Replace(whole, "Seventy-two", "Seventy-six", 1) },
		"an event":           func() string { return strings.Replace(whole, `\"outcome\":\"carried\"`, `\"outcome\":\"carrieD\"`, 1) },
		"a time":             func() string { return strings.Replace(whole, `\"wall\":179`, `\"wall\":178`, 1) },
		"a line gone":        func() string { return strings.Replace(whole, rows[30], "", 1) },
		"two lines swapped":  func() string { return strings.Replace(whole, rows[30]+rows[31], rows[31]+rows[30], 1) },
		"the tail cut":       func() string { return strings.Join(append(rows[:len(rows)-3:len(rows)-3], rows[len(rows)-2]), "") },
		"the head line gone": func() string { return strings.Join(rows[:len(rows)-2], "") },
		"a withheld hash":    func() string { return strings.Replace(whole, `"structure":{"hash":"`, `"structure":{"hash":"0`, 1) },
	} {
		spoilt := spoil()
		if spoilt == whole {
			t.Fatalf("%s: nothing was spoilt", at)
		}
		if _, err := verify(strings.NewReader(spoilt)); err == nil {
			t.Errorf("%s: it still verifies", at)
		}
	}
	if _, err := verify(strings.NewReader(whole)); err != nil {
		t.Error(err)
	}
}

func TestJSONLinesStopAtDamage(t *testing.T) {
	p := closed(t)
	var b strings.Builder
	wrong := func(exercise.WordID) (journal.Key, bool) { return journal.Key{1}, true }
	if err := transcript.JSONLines(&b, p.journal.Read(context.Background(), -1), wrong, transcript.Everything()); err == nil {
		t.Error("words that do not open were written")
	}
	if _, err := transcript.CopyFor("nobody", p.acts); err == nil {
		t.Error("a copy was made for a seat that does not exist")
	}
}

func TestUnseenCharactersAreEscapes(t *testing.T) {
	sc := harbour() // its texts are checked elsewhere; here some slipped through
	sc.Situation = exercise.T("dark\u202eport\u0085\U000e0041")
	p := &play{t: t, s: exercise.New(), now: morning, keys: map[exercise.WordID]journal.Key{}}
	p.do("", exercise.Begin{Name: "demo", Scenario: sc, Version: "0.1.0"})
	got := p.lines(transcript.Everything())
	if !strings.Contains(got, `dark\u202eport\u0085\udb40\udc41`) || strings.ContainsAny(got, "\u202e\u0085\U000e0041") {
		t.Errorf("the situation is written %q", got[strings.Index(got, "dark"):][:40])
	}
	if _, err := verify(strings.NewReader(got)); err != nil {
		t.Error(err)
	}
}
