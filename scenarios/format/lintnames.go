package format

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// realNames is the list that lint begins with, one a line.
//
//go:embed realnames.txt
var realNames string

// nameBook finds names in texts, as written, as whole words. It holds them by
// their first word, the longest first.
type nameBook map[string][]string

func newNameBook(names []string) nameBook {
	book := nameBook{}
	for _, name := range names {
		if word := firstWord(name); word != "" {
			book[word] = append(book[word], name)
		}
	}
	for _, list := range book {
		slices.SortFunc(list, func(a, b string) int { return len(b) - len(a) })
	}
	return book
}

var knownNames = sync.OnceValue(func() nameBook {
	var names []string
	for line := range strings.Lines(realNames) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names = append(names, line)
		}
	}
	return newNameBook(names)
})

// at is the name that begins where a word of the text does; empty where none.
func (b nameBook) at(text string) string {
	for _, name := range b[firstWord(text)] {
		if rest, ok := strings.CutPrefix(text, name); ok && firstWord(rest) == "" {
			return name
		}
	}
	return ""
}

// firstWord is the letters and digits that a text begins with.
func firstWord(text string) string {
	for i, c := range text {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			return text[:i]
		}
	}
	return text
}

// lintNames finds real names in a text: those of the list, and the author's.
func (r *reader) lintNames(n *node, text string, lead int) {
	for i := 0; i < len(text); {
		word := firstWord(text[i:])
		if word == "" {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		for _, book := range []nameBook{knownNames(), r.lint.avoid} {
			if name := book.at(text[i:]); name != "" && !slices.Contains(r.lint.allow, name) && !r.full() {
				line, col := n.place(lead + i)
				r.add(codeRealName, Warn, n.src, line, col, utf8.RuneCountInString(name), "\""+name+"\" has a real bearer", "Invent a name, or put it under allow in names.")
			}
		}
		i += len(word)
	}
}
