package transcript

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Verified is what a record was found to be, as far as it was read.
type Verified struct {
	// Name of the exercise on its server; Banner stands on every line.
	Name, Banner string
	// Head is the last act.
	Head journal.Head
	// At are the hashes of the acts that were asked after, by number.
	At map[int64]journal.Hash
	// Removed texts are gone for good; Withheld parts are in other copies.
	Removed, Withheld int
}

// String is "complete, 2,148 acts, 1 text removed, 37 parts withheld".
func (v Verified) String() string {
	s := "complete, " + Thousands(v.Head.Seq+1) + " acts"
	if v.Head.Seq == 0 {
		s = "complete, 1 act"
	}
	if v.Removed > 0 {
		s += ", " + count(v.Removed, "text") + " removed"
	}
	if v.Withheld > 0 {
		s += ", " + count(v.Withheld, "part") + " withheld"
	}
	return s
}

// Thousands writes a number with its thousands parted: 2,148.
func Thousands(n int64) string {
	digits := fmt.Sprint(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// longest is how long a line of a record may be: act 0 holds a whole scenario.
const longest = 64 << 20

// Verify reads a record as JSONLines wrote it, in one pass, and computes its
// chain. Each act is passed on with its words for as long as nothing has been
// withheld; afterwards act is called no more. at lists the acts whose hashes
// are wanted. The error says what is wrong and where.
func Verify(r io.Reader, act func(exercise.Act) error, at ...int64) (Verified, error) {
	v := verifier{act: act, found: Verified{Head: journal.Start(), At: map[int64]journal.Hash{}}}
	for _, n := range at {
		v.found.At[n] = journal.Hash{}
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), longest)
	for n := 1; lines.Scan(); n++ {
		if err := v.line(lines.Bytes()); err != nil {
			return v.found, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return v.found, fmt.Errorf("after act %d: %w", v.found.Head.Seq, err)
	}
	if !v.ended {
		return v.found, fmt.Errorf("the last line, which names the head, is missing after act %d: the end was cut off", v.found.Head.Seq)
	}
	for n, hash := range v.found.At {
		if hash == (journal.Hash{}) {
			delete(v.found.At, n)
		}
	}
	return v.found, nil
}

// verifier goes through a record line by line.
type verifier struct {
	found Verified
	act   func(exercise.Act) error
	ended bool
}

func (v *verifier) line(text []byte) error {
	var kind struct {
		Schema string           `json:"schema"`
		Head   *json.RawMessage `json:"head"`
	}
	switch err := json.Unmarshal(text, &kind); {
	case err != nil:
		return errors.New("it is not a line of a record; something was added or broken off here")
	case kind.Schema != Schema:
		return fmt.Errorf("its schema is %q, and %q is wanted", kind.Schema, Schema)
	case v.ended:
		return errors.New("it stands after the line that names the head")
	case kind.Head != nil:
		return v.last(text)
	}
	return v.next(text)
}

// next takes the line of an act.
func (v *verifier) next(text []byte) error {
	var l actLine
	if err := exactly(text, &l); err != nil {
		return err
	}
	if l.Seq == 0 {
		v.found.Banner = l.Exercise
	}
	sums := make([]journal.Hash, 0, 2+len(l.Words))
	for _, p := range append([]part{l.Envelope, l.Structure}, l.Words...) {
		sum, err := p.sum()
		if err != nil {
			return fmt.Errorf("act %d: %w", l.Seq, err)
		}
		sums = append(sums, sum)
		v.count(p)
	}
	switch want := v.found.Head.Seq + 1; {
	case l.Seq > want:
		return fmt.Errorf("act %d stands where act %d should: %s missing here or out of order", l.Seq, want, missing(want, l.Seq-1))
	case l.Seq < want:
		return fmt.Errorf("act %d stands where act %d should: it was put out of order, or stands here a second time", l.Seq, want)
	case l.Hash != journal.Chain(v.found.Head.Hash, sums[0], sums[1], sums[2:]):
		return fmt.Errorf("act %d was altered, or the one before it was", l.Seq)
	case l.Exercise != v.found.Banner:
		return fmt.Errorf("act %d is marked %q, and act 0 %q", l.Seq, l.Exercise, v.found.Banner)
	}
	v.found.Head = journal.Head{Seq: l.Seq, Hash: l.Hash}
	if _, asked := v.found.At[l.Seq]; asked {
		v.found.At[l.Seq] = l.Hash
	}
	if v.found.Withheld > 0 {
		return nil
	}
	return v.pass(l)
}

func missing(from, to int64) string {
	if from == to {
		return fmt.Sprintf("act %d is", from)
	}
	return fmt.Sprintf("acts %d to %d are", from, to)
}

// pass hands on an act that is given in clear.
func (v *verifier) pass(l actLine) error {
	parts := exercise.Parts{Seq: l.Seq, Envelope: []byte(*l.Envelope.Text), Structure: []byte(*l.Structure.Text)}
	for _, w := range l.Words {
		parts.Words = append(parts.Words, w.Text)
	}
	a, err := exercise.Decode(parts)
	if err != nil {
		return err
	}
	return v.act(a)
}

// last takes the line that names the head.
func (v *verifier) last(text []byte) error {
	var l headLine
	if err := exactly(text, &l); err != nil {
		return err
	}
	v.ended, v.found.Name = true, l.Name
	switch have := v.found.Head; {
	case l.Exercise != v.found.Banner:
		return fmt.Errorf("the last line is marked %q, and act 0 %q", l.Exercise, v.found.Banner)
	case l.Head.Seq > have.Seq:
		return fmt.Errorf("the head is act %d, and the acts end at %d: %s missing at the end", l.Head.Seq, have.Seq, missing(have.Seq+1, l.Head.Seq))
	case l.Head != have:
		return fmt.Errorf("the head that it names, act %d, %s, is not the last act, %d, %s", l.Head.Seq, l.Head.Hash, have.Seq, have.Hash)
	}
	return nil
}

// exactly reads a line, and refuses one that is not just as it would be
// written: a field beside the others is in no hash, and might be believed.
func exactly[T any](text []byte, line *T) error {
	var again bytes.Buffer
	err := json.Unmarshal(text, line)
	if err == nil {
		out := bufio.NewWriter(&again)
		err = errors.Join(writeLine(out, line), out.Flush())
	}
	if err != nil || !bytes.Equal(bytes.TrimSuffix(again.Bytes(), []byte("\n")), text) {
		return errors.New("it is not as kefi writes it: something was added to it or rearranged")
	}
	return nil
}

// sum is the hash of a part, shown or withheld.
func (p part) sum() (journal.Hash, error) {
	switch {
	case p.Salt != nil && p.Text != nil && p.Hash == nil && !p.Removed:
		return journal.PartHash(*p.Salt, []byte(*p.Text)), nil
	case p.Salt == nil && p.Text == nil && p.Hash != nil:
		return *p.Hash, nil
	}
	return journal.Hash{}, errors.New("a part of it is neither shown nor withheld")
}

func (v *verifier) count(p part) {
	switch {
	case p.Removed:
		v.found.Removed++
	case p.Hash != nil:
		v.found.Withheld++
	}
}
