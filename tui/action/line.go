package action

import (
	"slices"
	"strings"
	"unicode"

	"kefi/exercise"
	"kefi/tui/words"
)

// line is the part of a line after its verb. Each method reads what comes
// next; after the first thing that is not understood the others read nothing,
// so that a verb's grammar can be written without asking each time.
type line struct {
	rest string // not read yet, without space before or after
	err  error
}

// fail keeps the first error. Arguments are what was typed, and phrases.
func (l *line) fail(format string, args ...any) {
	l.failed(&UsageError{Sentence: words.Phrase(format, args...)})
}

func (l *line) failed(err error) {
	if l.err == nil {
		l.err = err
	}
	l.rest = ""
}

// end gives the first error; a remainder is one.
func (l *line) end() error {
	if l.rest != "" {
		l.fail("Nothing more was expected at %q.", shorten(l.rest))
	}
	return l.err
}

func (l *line) done() bool { return l.rest == "" }

// peek gives the next word in lower case without reading it.
func (l *line) peek() string {
	word, _ := cutWord(l.rest)
	return strings.ToLower(word)
}

// word reads up to the next space; what names it in the refusal.
func (l *line) word(what string) string {
	word, rest := cutWord(l.rest)
	if word == "" {
		l.fail("Here %s is missing.", words.Phrase(what))
		return ""
	}
	l.rest = rest
	return word
}

// accept reads these words if they come next.
func (l *line) accept(wanted ...string) bool {
	rest := l.rest
	for _, want := range wanted {
		word, more := cutWord(rest)
		if !strings.EqualFold(word, want) {
			return false
		}
		rest = more
	}
	l.rest = rest
	return true
}

// expect reads these words, which must come next.
func (l *line) expect(wanted ...string) {
	if l.err != nil || l.accept(wanted...) {
		return
	}
	want := strings.Join(wanted, " ")
	if l.done() {
		l.fail("Here %q is missing.", want)
		return
	}
	l.fail("Here %q should stand, not %q. A text of several words stands in quotation marks.", want, shorten(l.peek()))
}

// choice reads one of these words.
func (l *line) choice(what string, among ...string) string {
	word := strings.ToLower(l.word(what))
	if l.err == nil && !slices.Contains(among, word) {
		l.fail("%q is not %s; it is one of %s.", shorten(word), words.Phrase(what), strings.Join(among, ", "))
	}
	return word
}

// text reads a text that something may follow: one word, or in quotation marks.
func (l *line) text(what string) exercise.Text {
	if l.err != nil {
		return exercise.Text{}
	}
	if !startsQuoted(l.rest) {
		return l.clean(what, l.word(what))
	}
	inside, rest, ok := cutQuoted(l.rest)
	if !ok {
		l.fail("The quotation mark before %q is not closed.", shorten(l.rest[1:]))
		return exercise.Text{}
	}
	l.rest = rest
	return l.clean(what, inside)
}

// tail reads a text that ends the line, in quotation marks or as it stands.
func (l *line) tail(what string) exercise.Text {
	if l.err != nil {
		return exercise.Text{}
	}
	all := l.rest
	l.rest = ""
	if !startsQuoted(all) {
		return l.clean(what, all)
	}
	inside, rest, ok := cutQuoted(all)
	switch {
	case !ok:
		l.fail("The quotation mark at the beginning of %s is not closed.", words.Phrase(what))
		return exercise.Text{}
	case rest != "": // the text only begins with something quoted
		return l.clean(what, all)
	}
	return l.clean(what, inside)
}

// optional is tail where there may be nothing.
func (l *line) optional(what string) exercise.Text {
	if l.done() {
		return exercise.Text{}
	}
	return l.tail(what)
}

// clean checks a text once, before anybody else sees it.
func (l *line) clean(what, s string) exercise.Text {
	if l.err != nil {
		return exercise.Text{}
	}
	s, err := exercise.Clean(strings.TrimSpace(s))
	if err != nil {
		l.failed(err)
		return exercise.Text{}
	}
	if s == "" {
		l.fail("Here %s is missing.", words.Phrase(what))
	}
	return exercise.T(s)
}

// name reads a name that may have several words if they are quoted. It is
// structure, not a free text, hence short.
func (l *line) name(what string) string { return l.short(what, l.text(what)) }

// tailName is name at the end of the line.
func (l *line) tailName(what string) string { return l.short(what, l.tail(what)) }

func (l *line) short(what string, t exercise.Text) string {
	if len(t.Value) > 64 || strings.ContainsFunc(t.Value, unicode.IsControl) {
		l.fail("What stands for %s is too long for a name.", words.Phrase(what))
		return ""
	}
	return t.Value
}

// cutWord splits off the first word. Both parts come without space around them.
func cutWord(s string) (word, rest string) {
	s = strings.TrimSpace(s)
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimSpace(s[i:])
}

// shorten keeps a refusal to one line, whatever was typed.
func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
