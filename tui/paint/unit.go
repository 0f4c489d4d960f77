package paint

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// verdict says what the head of the input is.
type verdict int

const (
	open  verdict = iota // more bytes are needed to say
	whole                // a unit to decode
	junk                 // bytes that mean nothing
)

// unit finds the first unit of b: a key, a character, a control sequence. It
// returns its length, or for open how far it has looked; from is that figure
// of an earlier call with a shorter b, so that a long string is not read anew
// with every byte.
//
// The decoder alone will not do: it takes raw C1 bytes (half a character, here)
// for control sequences, ends a string at them, and gives a sequence cut by a
// control character back as text.
func unit(b []byte, from int) (int, verdict) {
	switch c := b[0]; {
	case c == ansi.ESC:
		return escapeUnit(b, from)
	case c < utf8.RuneSelf:
		return 1, whole
	case !utf8.FullRune(b):
		return 0, open
	default:
		if r, n := utf8.DecodeRune(b); r == utf8.RuneError {
			return n, junk
		}
		return textUnit(b), whole
	}
}

// textUnit returns how far non-ASCII text goes, for the decoder to take the
// first character with its marks.
func textUnit(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= utf8.RuneSelf && n < maxPending {
		n++
	}
	return n
}

func escapeUnit(b []byte, from int) (int, verdict) {
	if len(b) == 1 {
		return 0, open
	}
	switch c := b[1]; c {
	case '[':
		return csiUnit(b)
	case 'O':
		return ss3Unit(b)
	case ']', 'P', 'X', '^', '_':
		return stringUnit(b, from)
	case ansi.ESC:
		return doubleEscape(b)
	default:
		return altUnit(b)
	}
}

// altUnit is Esc and a key: Alt and that key.
func altUnit(b []byte) (int, verdict) {
	if b[1] < utf8.RuneSelf {
		return 2, whole
	}
	if !utf8.FullRune(b[1:]) {
		return 0, open
	}
	if r, n := utf8.DecodeRune(b[1:]); r != utf8.RuneError {
		return 1 + n, whole
	}
	return 1, whole // Esc, then a byte that means nothing
}

// doubleEscape is Alt with a cursor key, as some terminals send it, or the Esc
// key held down.
func doubleEscape(b []byte) (int, verdict) {
	if len(b) == 2 {
		return 0, open
	}
	if b[2] != '[' && b[2] != 'O' {
		return 1, whole
	}
	n, v := escapeUnit(b[1:], 0)
	return n + 1, v
}

func csiUnit(b []byte) (int, verdict) {
	i := 2
	for i < len(b) && b[i] >= 0x20 && b[i] <= 0x3f {
		i++ // parameters, in any order: a malformed sequence ends where others do
	}
	switch {
	case i == len(b):
		return i, open
	case b[i] == '[' && i == 2:
		return atLeast(b, 4) // a function key of the Linux console
	case b[i] == 'M' && i == 2:
		return atLeast(b, 6) // a mouse event of the oldest kind
	case b[i] >= 0x40 && b[i] <= 0x7e:
		return i + 1, whole
	default:
		return i, whole // Alt+[, a shifted key of rxvt, or nothing
	}
}

func ss3Unit(b []byte) (int, verdict) {
	i := 2
	for i < len(b) && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	switch {
	case i == len(b):
		return i, open
	case b[i] > 0x20 && b[i] < 0x7f:
		return i + 1, whole
	case i == 2:
		return 2, whole // Alt+O
	default:
		return i, junk
	}
}

func atLeast(b []byte, n int) (int, verdict) {
	if len(b) < n {
		return len(b), open
	}
	return n, whole
}

// stringUnit is an answer of the terminal: OSC, DCS, APC, PM or SOS. No honest
// one holds a control character, so any ends it: a person at a keyboard whose
// Alt+] began one gets out with Enter, Esc or Ctrl+C.
func stringUnit(b []byte, from int) (int, verdict) {
	for i := max(from, 2); i < len(b); i++ {
		switch c := b[i]; {
		case c == ansi.BEL && b[1] == ']':
			return i + 1, whole
		case c == ansi.ESC && i+1 == len(b):
			return i, open
		case c == ansi.ESC && b[i+1] == '\\' && i > 2:
			return i + 2, whole
		case c < 0x20 && i == 2:
			return 2, whole // Alt+], and so on
		case c == ansi.CAN, c == ansi.SUB:
			return i + 1, junk
		case c < 0x20:
			return i, junk
		}
	}
	return len(b), open
}

// brief reports whether an open unit may also be a key by itself, so that it
// can wait only as long as a sequence takes to arrive.
func brief(b []byte) bool {
	switch {
	case b[0] != ansi.ESC:
		return false
	case len(b) <= 2:
		return true
	default:
		return b[len(b)-1] == '$' // a shifted key of rxvt
	}
}
