package paint

import (
	"bytes"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// MaxPaste is the longest paste an Input hands on.
const MaxPaste = 64 << 10

// PasteTruncatedMsg follows the tea.PasteMsg of a paste that was longer than
// MaxPaste bytes, as soon as that is known. The rest of the paste is read and
// forgotten.
type PasteTruncatedMsg struct {
	Kept int // bytes handed on, before cleaning
}

// paste collects a bracketed paste.
type paste struct {
	on        bool
	truncated bool
	text      []byte
}

// take moves bytes of the paste out of b and returns how many it took. A tail
// that may be the beginning of the end mark stays.
func (p *paste) take(b []byte) (n int, ended bool) {
	const end = ansi.BracketedPasteEnd
	if i := bytes.Index(b, []byte(end)); i >= 0 {
		p.add(b[:i])
		return i + len(end), true
	}
	n = len(b)
	for k := min(len(end)-1, len(b)); k > 0; k-- {
		if string(b[len(b)-k:]) == end[:k] {
			n = len(b) - k
			break
		}
	}
	p.add(b[:n])
	return n, false
}

func (p *paste) add(b []byte) {
	if p.truncated {
		return
	}
	room := MaxPaste - len(p.text)
	p.truncated = len(b) > room
	p.text = append(p.text, b[:min(len(b), room)]...)
}

// message returns the text collected so far, and forgets it. Terminals send
// line ends as carriage returns; the message has newlines.
func (p *paste) message() tea.PasteMsg {
	s := strings.ToValidUTF8(string(p.text), "")
	p.text = nil
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return tea.PasteMsg{Content: s}
}
