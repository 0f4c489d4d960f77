package paper

import (
	"fmt"
	"strings"
	"unicode"

	"kefi/exercise"
)

// What the engine puts where words were removed, and what documents say.
const (
	RemovedWord = "[removed]"
	RemovedLine = "[removed by control]"
)

// special characters mean something to one Markdown or another wherever they
// stand, and are always written after a backslash.
const special = "\\`*_[]<>|~^${@"

// Inline makes what a person wrote into one line of Markdown that reads as it
// was typed: no markup, links, HTML or headings, wherever the line stands.
// Runs of white space become one space.
func Inline(s string) string {
	if s == RemovedWord {
		return RemovedLine
	}
	return lead(Escape(strings.Join(strings.Fields(s), " ")))
}

// Quoted makes a longer text a block quotation that keeps its paragraphs.
func Quoted(s string) string {
	if s == RemovedWord {
		return "> " + RemovedLine
	}
	var out []string
	for line := range strings.Lines(strings.TrimSpace(s)) {
		text := Inline(line)
		if text != "" || len(out) > 0 && out[len(out)-1] != ">" {
			out = append(out, strings.TrimRight("> "+text, " "))
		}
	}
	return strings.Join(out, "\n")
}

// Escape writes every character so that Markdown leaves it alone in the middle
// of a line. White space stays but for line ends and tabs, which become
// spaces. What Clean would refuse is shown by its number.
func Escape(s string) string {
	_, err := exercise.Clean(s)
	m := marker{runes: []rune(s), odd: err != nil}
	for m.i < len(m.runes) {
		m.next()
	}
	return m.out.String()
}

// marker walks through one text.
type marker struct {
	runes []rune
	i     int
	odd   bool // the text holds something that Clean refuses
	after bool // a removed word was just written: "(" or ":" would make it a link
	out   strings.Builder
}

func (m *marker) next() {
	for _, known := range []string{RemovedLine, RemovedWord} {
		if m.ahead(known) {
			m.out.WriteString(known)
			m.i += len(known)
			m.after = true
			return
		}
	}
	r := m.runes[m.i]
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		m.out.WriteByte(' ')
	case m.odd && Hidden(r):
		fmt.Fprintf(&m.out, `\\u\{%X}`, r)
	default:
		if m.means(r) {
			m.out.WriteByte('\\')
		}
		m.out.WriteRune(r)
	}
	m.i++
	m.after = false
}

// means tells a character that Markdown would not take as itself here.
func (m *marker) means(r rune) bool {
	if m.after && (r == '(' || r == ':') {
		return true
	}
	switch r {
	case '#': // the end of a heading
		return m.i+1 == len(m.runes) || !letterOrDigit(m.runes[m.i+1])
	case '&': // an entity
		end := m.i + 1
		for end < len(m.runes) && (letterOrDigit(m.runes[end]) || m.runes[end] == '#') {
			end++
		}
		return end < len(m.runes) && m.runes[end] == ';'
	case ':': // an address that some make a link of by itself
		return m.ahead("://")
	case '.':
		return m.i >= 3 && strings.EqualFold(string(m.runes[m.i-3:m.i]), "www")
	case '=':
		return m.ahead("==") || m.i > 0 && m.runes[m.i-1] == '='
	case '}': // the end of a change
		return m.i > 0 && strings.ContainsRune("+-", m.runes[m.i-1])
	}
	return strings.ContainsRune(special, r)
}

func (m *marker) ahead(s string) bool {
	for n, r := range s { // all that is looked for is ASCII
		if m.i+n >= len(m.runes) || m.runes[m.i+n] != r {
			return false
		}
	}
	return true
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Hidden tells characters that cannot be seen or that move others about.
func Hidden(r rune) bool {
	switch r {
	case '\u034f', '\u115f', '\u1160', '\u3164', '\uffa0': // letters and marks that are blank
		return true
	}
	return !unicode.IsGraphic(r)
}

// lead keeps the beginning of a line from opening a list, a heading, a rule or
// a definition.
func lead(s string) string {
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	switch {
	case s == "":
	case digits > 0 && listMark(s[digits:]):
		return s[:digits] + `\` + s[digits:]
	case strings.ContainsRune("-+=:#", rune(s[0])):
		return `\` + s
	}
	return s
}

// listMark tells what makes an entry of a list of the digits before it.
func listMark(s string) bool {
	return s != "" && strings.ContainsRune(".)", rune(s[0])) && (len(s) == 1 || s[1] == ' ')
}
