package screen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

const (
	maxText = 16 << 10 // bytes a text may hold, as in a verb
	maxUndo = 100      // steps
	maxPast = 64 << 10 // bytes those may take together
)

// Editor is a small text under a cursor. It moves by grapheme, so that what a
// person sees as one character is one. The zero Editor is empty.
type Editor struct {
	text string
	at   int // the cursor, a byte offset between graphemes
	past []editState
	last editKind // the kind of the last change, to undo words, not letters
	// Lines allows newlines; without it they become spaces.
	Lines bool
}

type editState struct {
	text string
	at   int
}

type editKind int

const (
	moving editKind = iota
	typing
	erasing
)

// Text is what has been written.
func (e *Editor) Text() string { return e.text }

// Empty says that nothing has been written.
func (e *Editor) Empty() bool { return e.text == "" }

// Set replaces the text and puts the cursor at its end. It can be undone.
func (e *Editor) Set(text string) {
	e.remember(moving)
	e.text = e.clean(text, maxText)
	e.at = len(e.text)
}

// Reset replaces the text as by another hand: there is nothing to undo.
func (e *Editor) Reset(text string) {
	text = e.clean(text, maxText)
	e.text, e.at, e.past, e.last = text, len(text), nil, moving
}

// Insert types text at the cursor. What does not fit is left out, and Insert
// says so.
func (e *Editor) Insert(text string) (whole bool) {
	in := e.clean(text, maxText-len(e.text))
	whole = len(in) == len(e.clean(text, len(text)))
	if in == "" {
		return whole
	}
	if e.last != typing || in == " " || len(in) > utf8.UTFMax {
		e.remember(typing)
	}
	e.text = e.text[:e.at] + in + e.text[e.at:]
	e.at += len(in)
	return whole
}

// clean keeps what may stand in a text, at most limit bytes of it.
func (e *Editor) clean(text string, limit int) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r':
			r = ' '
			if e.Lines {
				r = '\n'
			}
		case r == '\t':
			r = ' '
		case r == utf8.RuneError || unicode.IsControl(r):
			continue
		}
		if b.Len()+utf8.RuneLen(r) > limit {
			break
		}
		b.WriteRune(r)
	}
	return b.String()
}

// remember keeps the present state for Undo.
func (e *Editor) remember(kind editKind) {
	e.last = kind
	e.past = append(e.past, editState{e.text, e.at})
	held := 0
	for i := len(e.past) - 1; i >= 0; i-- {
		held += len(e.past[i].text)
		if held > maxPast || len(e.past)-i > maxUndo {
			e.past = append([]editState(nil), e.past[i+1:]...)
			return
		}
	}
}

// Undo takes back the last change.
func (e *Editor) Undo() {
	if n := len(e.past); n > 0 {
		e.text, e.at = e.past[n-1].text, e.past[n-1].at
		e.past, e.last = e.past[:n-1], moving
	}
}

// Key does what a key does in a text wrapped at width. It takes no Enter, no
// Tab, no Esc, and Up and Down only where there is a row to go to.
func (e *Editor) Key(k tea.KeyPressMsg, width int) (taken bool) {
	if k.Text != "" {
		e.Insert(k.Text)
		return true
	}
	switch k.String() {
	case "backspace", "shift+backspace":
		e.erase(e.before(e.at), e.at)
	case "delete":
		e.erase(e.at, e.after(e.at))
	case "left":
		e.move(e.before(e.at))
	case "right":
		e.move(e.after(e.at))
	case "home":
		e.move(e.rowAt(width).from)
	case "end":
		e.move(e.endOfRow(width))
	case "up":
		return e.vertical(width, -1)
	case "down":
		return e.vertical(width, +1)
	case "ctrl+z":
		e.Undo()
	default:
		return e.wordKey(k.String(), width)
	}
	return true
}

func (e *Editor) move(to int) { e.at, e.last = to, moving }

func (e *Editor) erase(from, to int) {
	if from == to {
		return
	}
	if e.last != erasing {
		e.remember(erasing)
	}
	e.text, e.at = e.text[:from]+e.text[to:], from
}

// before and after are the grapheme boundaries around a place.
func (e *Editor) before(at int) int {
	from := strings.LastIndexByte(e.text[:at], '\n') + 1
	if from == at {
		return max(at-1, 0)
	}
	for from < at {
		n, _ := cluster(e.text[from:])
		if from+n >= at {
			break
		}
		from += n
	}
	return from
}

func (e *Editor) after(at int) int {
	if at == len(e.text) {
		return at
	}
	n, _ := cluster(e.text[at:])
	return at + n
}
