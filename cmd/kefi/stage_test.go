package main

import (
	"io"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// stage is a seat at its terminal of 100x30: keys go in, and what stands on
// the screen is read back through a terminal emulator.
type stage struct {
	c       *cast
	seat    exercise.SeatID
	keys    io.Writer
	screen  *vt.SafeEmulator
	printed printed // every byte that came
}

// sitDownAt opens a terminal for a seat, which acts by keystrokes from now on.
func (c *cast) sitDownAt(seat exercise.SeatID) {
	c.Helper()
	s := &stage{c: c, seat: seat, screen: vt.NewSafeEmulator(100, 30)}
	client, err := c.server.dial(seat, gossh.PublicKeys(c.keys.signer(c.T, seat)))
	if err != nil {
		c.Fatalf("%s cannot come in: %v", seat, err)
	}
	c.Cleanup(func() { _ = client.Close() })
	session, err := client.NewSession()
	if err != nil {
		c.Fatal(err)
	}
	input, err := session.StdinPipe()
	if err != nil {
		c.Fatal(err)
	}
	s.keys = input
	session.Stdout = io.MultiWriter(s.screen, &s.printed)
	if err := session.RequestPty("xterm-256color", 30, 100, nil); err != nil {
		c.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		c.Fatal(err)
	}
	go func() { _, _ = io.Copy(input, s.screen) }() // what the terminal answers by itself
	c.stages[seat] = s
	s.see("EXERCISE")
}

// text is what stands on the screen, a line a row.
func (s *stage) text() string {
	text := strings.ReplaceAll(ansi.Strip(s.screen.Render()), "\r\n", "\n")
	s.c.take(s.seat, "the screen", text)
	return text
}

// flat joins rows, so that words are found across a line's end.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func (s *stage) waits(what string, so func(text string) bool) string {
	s.c.Helper()
	var last string
	until(s.c.T, func() bool {
		last = s.text()
		return so(last)
	}, func() string { return what + " on the screen of " + string(s.seat) + ":\n" + last })
	return last
}

// see waits until these words stand on the screen.
func (s *stage) see(words string) string {
	s.c.Helper()
	return s.waits("missing "+words, func(text string) bool { return strings.Contains(flat(text), flat(words)) })
}

// press sends keys as the terminal would.
func (s *stage) press(keys string) {
	s.c.Helper()
	if _, err := io.WriteString(s.keys, keys); err != nil {
		s.c.Fatalf("%s cannot type: %v", s.seat, err)
	}
}

const (
	enter     = "\r"
	backspace = "\x7f"
)

// types writes a line and sends it with Enter, as a person does who looks at
// the screen: the line stands there first, and is gone when it was taken. What
// cannot be taken back is asked once more, on a page that hears nothing at
// first; y goes ahead once it has stood long enough to be read.
func (s *stage) types(line string) string {
	s.c.Helper()
	s.write(line)
	var ahead time.Time
	return s.waits("the line is not taken", func(text string) bool {
		switch now := time.Now(); {
		case !strings.Contains(text, "This cannot be taken back."):
		case ahead.IsZero():
			ahead = now.Add(time.Second)
		case now.After(ahead):
			s.press("y")
			ahead = now.Add(5 * time.Second)
		}
		return emptyLine(text)
	})
}

func (s *stage) write(line string) {
	s.c.Helper()
	s.waits("no empty line to type in", emptyLine)
	s.press(line)
	s.waits(line+" does not come up", func(text string) bool {
		return strings.HasSuffix(bare(line), bare(inputLine(text))) && !emptyLine(text)
	})
	s.press(enter)
}

// accept takes the first page as it is asked: Tab to the page, y.
func (s *stage) accept() {
	s.c.Helper()
	s.see("Before you sit down")
	s.press("\ty")
	s.waits("the first page stays", func(text string) bool { return !strings.Contains(text, "Before you sit down") })
}

// say speaks without a verb. Enter pressed just as the floor changes sends
// nothing and says so; it is pressed again.
func (s *stage) say(words string) {
	s.c.Helper()
	s.write(words)
	s.waits("the words are not taken", func(text string) bool {
		if strings.Contains(text, "Press it again") {
			s.press(enter)
		}
		return emptyLine(text)
	})
}

// inputLine is what stands after the last prompt, without the footer below
// it: of a long text the last rows.
func inputLine(text string) string {
	rows := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for y := len(rows) - 2; y >= 0; y-- {
		if line, ok := strings.CutPrefix(strings.TrimLeft(rows[y], ": ")+" ", "> "); ok {
			return strings.Join(append([]string{line}, rows[y+1:len(rows)-1]...), " ")
		}
	}
	return "no input line"
}

func emptyLine(text string) bool { return bare(inputLine(text)) == "" }

// bare is a text without spaces, which a line's end may have taken.
func bare(text string) string { return strings.Join(strings.Fields(text), "") }

// refused types a line that is refused in these words, and rubs it out.
func (s *stage) refused(line string, words []string) {
	s.c.Helper()
	s.write(line)
	for _, w := range words {
		s.see(w)
	}
	s.press(strings.Repeat(backspace, len(line)))
	s.waits("the line is not empty", emptyLine)
}
