package transcript

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/exercise/journal"
)

// Closing is where a record stood when its exercise was closed, as every seat
// was shown it. A record without that act, or with another hash there, is not
// the one that was closed.
type Closing struct {
	Name string // of the exercise on its server
	Head journal.Head
}

// Text is the closing as a small file: the same bytes each time, so that its
// signature can be made again.
func (c Closing) Text(title string) string {
	return fmt.Sprintf(`%[1]s

The exercise %[2]s was closed with act %[3]d of its record.

exercise: %[2]s
act: %[3]d
hash: %[4]s
aloud: %[5]s

A record of %[2]s that has no act %[3]d, or another hash there, is not the one that was closed.
To look: kefi verify FILE --head head.txt

%[1]s
`, banner(title), c.Name, c.Head.Seq, c.Head.Hash, c.end().Aloud())
}

func (c Closing) end() exercise.RecordEnd {
	return exercise.RecordEnd{Act: c.Head.Seq, Hash: c.Head.Hash.String()}
}

// ErrNoClosing: a text does not say where a record stood.
var ErrNoClosing = errors.New("it does not say where a record ended; a head.txt does, with its lines exercise:, act: and hash:")

// ParseClosing reads what Text wrote. Signs of quoting and what stands around
// the lines do not matter, so that a mail can be pasted.
func ParseClosing(text []byte) (Closing, error) {
	c := Closing{Head: journal.Start()}
	found := 0
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		key, value, ok := strings.Cut(strings.TrimLeft(lines.Text(), "> \t"), ": ")
		if !ok {
			continue
		}
		var err error
		switch value = strings.TrimSpace(value); key {
		case "exercise":
			c.Name = value
		case "act":
			c.Head.Seq, err = strconv.ParseInt(value, 10, 64)
		case "hash":
			err = c.Head.Hash.UnmarshalText([]byte(value))
		default:
			continue
		}
		if err != nil {
			return c, ErrNoClosing
		}
		found++
	}
	if lines.Err() != nil || found != 3 || c.Head.Seq < 0 {
		return c, ErrNoClosing
	}
	return c, nil
}

// closing finds where the record stood when the exercise was closed.
func (s *Source) closing() (Closing, error) {
	c := Closing{Name: s.Name, Head: journal.Start()}
	for _, a := range s.Acts {
		for _, e := range a.Events {
			if p, ok := e.(exercise.PhaseEntered); ok && p.Phase == exercise.Closed {
				c.Head.Seq = a.Seq
			}
		}
	}
	if s.Entries == nil || c.Head.Seq < 0 {
		return c, errNotClosed
	}
	for e, err := range s.Entries {
		if err != nil {
			return c, err
		}
		if e.Seq == c.Head.Seq {
			c.Head.Hash = e.Hash
			return c, nil
		}
	}
	return c, errNotClosed
}

var errNotClosed = errors.New("the exercise has not been closed, so its record has no end yet")

// writeHead writes head.txt.
func writeHead(w io.Writer, s *Source) error {
	c, err := s.closing()
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, c.Text(renamed(s.View.Room.Exercise.Title, s.View.Room)))
	return err
}
