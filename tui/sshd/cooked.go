package sshd

import (
	"bytes"
	"io"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// crlf ends lines as a terminal in raw mode needs them.
type crlf struct{ io.Writer }

func (c crlf) Write(p []byte) (int, error) {
	if _, err := c.Writer.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// cooked makes lines of a terminal in raw mode, as a kernel's terminal driver
// would: what is typed is shown, Backspace and Ctrl+U take back, Enter sends.
// Ctrl+C ends the input, as does Ctrl+D on an empty line. Keys that send
// escape sequences do nothing. What is shown is broken between words, so that
// no word is cut where the window ends: a screen reader reads row by row.
type cooked struct {
	in     io.Reader
	resize <-chan Size // of the window; nil where it has none

	mu    sync.Mutex // of out and line: others may write while someone types
	out   io.Writer
	width int // of the window, in cells; 0 is not known
	line  []byte
	ready []byte // finished, not yet read

	escape escapeState
}

type escapeState int

const (
	noEscape escapeState = iota
	afterESC
	inSequence
)

func newCooked(in io.Reader, out io.Writer, size Size, resize <-chan Size) *cooked {
	return &cooked{in: in, out: crlf{out}, width: size.Width, resize: resize}
}

// Read returns at most one line, with its newline.
func (c *cooked) Read(p []byte) (int, error) {
	var key [1]byte
	for len(c.ready) == 0 {
		if _, err := io.ReadFull(c.in, key[:]); err != nil {
			return 0, err
		}
		if err := c.press(key[0]); err != nil {
			return 0, err
		}
	}
	n := copy(p, c.ready)
	c.ready = c.ready[n:]
	return n, nil
}

// Write shows text. A line that is being typed starts again below it.
func (c *cooked) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	text := c.wrap(string(p))
	if len(c.line) > 0 && len(p) > 0 {
		text = "\n" + strings.TrimSuffix(text, "\n") + "\n" + string(c.line)
	}
	if _, err := io.WriteString(c.out, text); err != nil {
		return 0, err
	}
	return len(p), nil
}

// wrap breaks lines between words at the window's width.
func (c *cooked) wrap(text string) string {
	select {
	case size := <-c.resize: // the latest: no other waits behind it
		c.width = size.Width
	default:
	}
	if c.width < 1 {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if ansi.StringWidth(line) > c.width {
			lines[i] = ansi.Wordwrap(line, c.width, "")
		}
	}
	return strings.Join(lines, "")
}

// press takes one byte of what is typed.
func (c *cooked) press(b byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.inEscape(b) {
		return nil
	}
	const ctrlC, ctrlD, backspace, ctrlU, del = 0x03, 0x04, 0x08, 0x15, 0x7f
	switch {
	case b == ctrlC, b == ctrlD && len(c.line) == 0:
		return io.EOF
	case b == '\r', b == '\n':
		c.ready, c.line = append(c.line, '\n'), nil
		return c.echo("\n")
	case b == backspace, b == del:
		return c.erase(1)
	case b == ctrlU:
		return c.erase(utf8.RuneCount(c.line))
	case b < ' ', len(c.line) >= maxLine:
		return nil
	}
	c.line = append(c.line, b)
	return c.echo(string([]byte{b}))
}

// inEscape follows ESC x and ESC [ … x, which arrows and the like send.
func (c *cooked) inEscape(b byte) bool {
	switch {
	case b == 0x1b:
		c.escape = afterESC
		return true
	case c.escape == afterESC && (b == '[' || b == 'O'):
		c.escape = inSequence
		return true
	case c.escape == afterESC:
		c.escape = noEscape
		return true
	case c.escape == inSequence:
		if '@' <= b && b <= '~' {
			c.escape = noEscape
		}
		return true
	}
	return false
}

func (c *cooked) erase(runes int) error {
	var out strings.Builder
	for range runes {
		if len(c.line) == 0 {
			break
		}
		r, n := utf8.DecodeLastRune(c.line)
		c.line = c.line[:len(c.line)-n]
		out.WriteString(strings.Repeat("\b \b", ansi.StringWidth(string(r))))
	}
	return c.echo(out.String())
}

func (c *cooked) echo(s string) error {
	_, err := io.WriteString(c.out, s)
	return err
}
