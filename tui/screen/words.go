package screen

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence begins a text with a capital letter.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// counted writes "1 point", "3 points", "2 entries".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "ry"); ok {
		return strconv.Itoa(n) + " " + stem + "ries"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// quoted puts a text into the quotation marks of a verb's line.
func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }

// one is a text on one line.
func one(s string) string { return strings.Join(strings.Fields(s), " ") }

// asTyped writes the verbs of a sentence, which the engine sets in backticks,
// as they are typed on a screen: `wait` is /wait.
func asTyped(s string) string {
	parts := strings.Split(s, "`")
	if len(parts)%2 == 0 {
		return s
	}
	for i := 1; i < len(parts); i += 2 {
		parts[i] = typedLine(parts[i])
	}
	return strings.Join(parts, "")
}

// typedLine is a verb with its slash, without the quotation mark that a line
// to be finished ends in.
func typedLine(verb string) string {
	return "/" + strings.TrimSuffix(strings.TrimPrefix(verb, "/"), ` "`)
}
