package format

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unwritten is how a first draft says where its author has work to do, and how
// authors may mark it for themselves.
var unwritten = regexp.MustCompile(`(?i)\bwrite here\b`)

// lintUnwritten finds a text that is still to be written.
func (r *reader) lintUnwritten(n *node, text string, lead int) {
	if at := unwritten.FindStringIndex(text); at != nil {
		line, col := n.place(lead + at[0])
		r.add(codeUnwritten, Warn, n.src, line, col, at[1]-at[0], "this is still to be written", "")
	}
}

// lintCommas finds texts that a comma between brackets has cut in two: the
// second part goes on in small letters, with more than a word.
func (o object) lintCommas(key string) {
	n := o.get(key)
	if o.lint == nil || n == nil || !n.flow {
		return
	}
	for i, item := range n.items {
		if i > 0 && begins(n.items[i-1], unicode.IsUpper) && begins(item, unicode.IsLower) && strings.Contains(item.value, " ") {
			o.warn(codeComma, item, "Put the whole text in quotation marks, or write the list with dashes.", "the comma before this cuts a text in two: %s in %s", key, o.what)
		}
	}
}

// begins says that an unquoted text begins with such a letter.
func begins(n *node, is func(rune) bool) bool {
	first, _ := utf8.DecodeRuneInString(n.value)
	return n.kind == scalar && !n.quoted && is(first)
}
