package action

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kefi/exercise"
	"kefi/tui/words"
)

// MaxLine is the most that a line may hold, in bytes.
const MaxLine = 16 << 10

// Intent is what a line asks for: a Command, or else a Query.
type Intent struct {
	Command exercise.Command // nil where Query asks
	Query   Query
	JSON    bool // the line ended in --json
}

// Query asks for something to read. The names and arguments are
//
//	help [VERB]   brief   situation   agenda   who   new   time   view   caucuses   quorum
//	text CLAUSE|PARAGRAPH|"" original|changes|clean|mine|"" [N [M]]      read ID (#148: an entry)
//	export FORMAT   copy ID   leave   reflect TEXT
//	seat SEAT code|reset|kick|move [SEAT]
//	look WORD   bell on|off   mouse on|off   reorder on|off   language [CODE]
//
// of which those in the last three lines are the server's to answer, and those
// in the last to keep.
type Query struct {
	Name string
	Args []string
}

// Parse reads one line, with or without a leading slash. The error is a
// *UsageError, or what exercise.Clean says of a text.
func Parse(s string) (Intent, error) {
	if len(s) > MaxLine {
		return Intent{}, &UsageError{Sentence: words.Phrase("A line holds at most 16 KiB of text.")}
	}
	if !utf8.ValidString(s) {
		return Intent{}, &UsageError{Sentence: words.Phrase("The line is not valid UTF-8 text.")}
	}
	s, asJSON := cutJSON(strings.TrimSpace(s))
	a, rest, err := verb(strings.TrimPrefix(s, "/"))
	if err != nil {
		return Intent{}, err
	}
	l := &line{rest: rest}
	intent := Intent{JSON: asJSON}
	switch a.Kind {
	case Play:
		intent.Command = a.command(l)
	case Read, Serve, Prefer:
		intent.Query = Query{Name: a.Name, Args: a.query(l)}
	}
	if err := l.end(); err != nil {
		return Intent{}, explain(a, err)
	}
	return intent, nil
}

// explain adds to a grammar error how the verb is written.
func explain(a Action, err error) error {
	if usage, ok := err.(*UsageError); ok {
		return &UsageError{Sentence: usage.Sentence, Synopsis: a.Synopsis, Example: a.Example}
	}
	return err
}

// cutJSON takes a trailing --json off the line.
func cutJSON(s string) (string, bool) {
	head, ok := strings.CutSuffix(s, "--json")
	if !ok || head == "" || !unicode.IsSpace(lastRune(head)) {
		return s, false
	}
	return strings.TrimSpace(head), true
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// verb finds the action that a line begins with, and what follows it. An id
// alone asks to read it.
func verb(s string) (Action, string, error) {
	first, rest := cutWord(s)
	if first == "" {
		return Action{}, "", &UsageError{Sentence: words.Phrase("Type a verb; help lists them.")}
	}
	second, more := cutWord(rest)
	if a, ok := Find(first + " " + second); ok && second != "" {
		return a, more, nil
	}
	if a, ok := Find(first); ok {
		if other, asks := Find(a.alone); asks && rest == "" {
			return other, rest, nil
		}
		return a, rest, nil
	}
	if rest == "" && IsID(first) {
		a, _ := Find("read")
		return a, first, nil
	}
	return Action{}, "", unknown(first, second)
}

func unknown(first, second string) error {
	sentence := words.Phrase("%q is not a verb here; help lists them.", shorten(first))
	if near := nearest(strings.ToLower(first), strings.ToLower(second)); near != "" {
		sentence = words.Phrase("%q is not a verb here. Did you mean %s?", shorten(first), near)
	}
	return &UsageError{Sentence: sentence}
}
