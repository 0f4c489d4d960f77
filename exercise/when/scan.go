package when

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Mistake is what is wrong in a condition, and where.
type Mistake struct {
	At    int    // byte offset in the text
	Width int    // bytes that are meant, at least 1
	Why   string // a sentence without its stop: `there is no fact "agree"`
	Hint  string // what to write instead; may be empty
}

func (m *Mistake) Error() string {
	return fmt.Sprintf("%s, at character %d of the condition", m.Why, m.At+1)
}

type kind int

const (
	end kind = iota
	word
	name // in quotation marks
	number
	sign // ( ) and what compares
)

// token is a part of a condition; text is without quotation marks.
type token struct {
	kind  kind
	text  string
	at    int
	width int
}

func (t token) String() string {
	if t.kind == end {
		return "the end"
	}
	return fmt.Sprintf("%q", t.text)
}

func (t token) is(text string) bool { return (t.kind == word || t.kind == sign) && t.text == text }

// scan cuts a condition into its parts.
func scan(text string) ([]token, error) {
	var tokens []token
	for at := 0; at < len(text); {
		if strings.ContainsRune(" \t\n", rune(text[at])) {
			at++
			continue
		}
		t, err := scanOne(text, at)
		if err != nil {
			return nil, err
		}
		tokens = append(tokens, t)
		at += t.width
	}
	return append(tokens, token{kind: end, at: len(text), width: 1}), nil
}

func scanOne(text string, at int) (token, error) {
	rest := text[at:]
	switch c := rest[0]; {
	case c == '"':
		return scanName(rest, at)
	case digit(c):
		t := run(rest, at, number, func(c byte) bool { return digit(c) || letter(c) || c == '.' })
		if strings.ContainsFunc(t.text, func(r rune) bool { return r < '0' || r > '9' }) {
			t.kind = word // 1.1b, whose quotation marks were forgotten
		}
		return t, nil
	case letter(c):
		t := run(rest, at, word, func(c byte) bool { return letter(c) || c == '-' })
		t.text = strings.ToLower(t.text)
		return t, nil
	}
	for _, s := range []string{">=", "<=", "!=", "==", ">", "<", "=", "(", ")"} {
		if strings.HasPrefix(rest, s) {
			return token{sign, strings.Replace(s, "==", "=", 1), at, len(s)}, nil
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	return token{}, &Mistake{at, size, fmt.Sprintf("%q has no meaning here", rest[:size]), `A condition is such as agreed("5") and minute > 40.`}
}

func scanName(rest string, at int) (token, error) {
	long := strings.IndexByte(rest[1:], '"')
	if long < 0 {
		return token{}, &Mistake{at, 1, "this quotation mark is not closed", ""}
	}
	return token{name, rest[1 : 1+long], at, long + 2}, nil
}

func run(rest string, at int, k kind, more func(byte) bool) token {
	n := 1
	for n < len(rest) && more(rest[n]) {
		n++
	}
	return token{k, rest[:n], at, n}
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
