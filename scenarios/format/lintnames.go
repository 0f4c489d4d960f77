package format

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// realNames is the list that lint begins with, one a line.
//
//go:embed realnames.txt
var realNames string

// knownNames finds any name of the list, as written, as whole words.
var knownNames = sync.OnceValue(func() *regexp.Regexp {
	var names []string
	for line := range strings.Lines(realNames) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			names = append(names, line)
		}
	}
	return anyOf(names)
})

// anyOf matches the longest of the names; nil where there are none. What
// stands beside a match is looked at by whole.
func anyOf(names []string) *regexp.Regexp {
	if len(names) == 0 {
		return nil
	}
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	for i := range names {
		names[i] = regexp.QuoteMeta(names[i])
	}
	return regexp.MustCompile(strings.Join(names, "|"))
}

// lintNames finds real names in a text: those of the list, and the author's.
func (r *reader) lintNames(n *node, text string, lead int) {
	for _, list := range []*regexp.Regexp{knownNames(), r.lint.avoid} {
		if list == nil {
			continue
		}
		for _, m := range list.FindAllStringIndex(text, -1) {
			name := text[m[0]:m[1]]
			if !whole(text, m[0], m[1]) || slices.Contains(r.lint.allow, name) || r.full() {
				continue
			}
			line, col := n.place(lead + m[0])
			r.add(Warn, n.src, line, col, len([]rune(name)), "\""+name+"\" has a real bearer", "Invent a name, or put it under allow in names.")
		}
	}
}

var beside = regexp.MustCompile(`^[\pL\pN]`)

// whole: no letter or digit stands before or behind text[from:to].
func whole(text string, from, to int) bool {
	before := []rune(text[:from])
	return !beside.MatchString(text[to:]) && (len(before) == 0 || !beside.MatchString(string(before[len(before)-1:])))
}
