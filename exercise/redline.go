package exercise

import (
	"slices"
	"strings"
	"unicode"
)

// Op says what a redline does with a stretch of text.
type Op string

// What becomes of a stretch.
const (
	Kept    Op = "kept"
	Removed Op = "removed"
	Added   Op = "added"
)

// Change is one stretch of a redline. By is who put added words, where that
// is known.
type Change struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
	By   Author `json:"by,omitzero"`
}

// mostSteps bounds the work of a redline: texts that differ in more words than
// this are shown as one taken out and the other put in.
const mostSteps = 300

// Redline compares two texts word by word. What is kept and removed is the
// old text, what is kept and added the new one. Between two kept stretches
// stands at most one removal, then one addition.
func Redline(old, new string) []Change {
	a, b := redlineWords(old), redlineWords(new)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var r redline
	r.add(Kept, a[:head]...)
	r.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	r.add(Kept, a[len(a)-tail:]...)
	r.flush()
	return r.out
}

// redlineWords cuts a text into words, runs of white space and single signs;
// joined they are the text again.
func redlineWords(text string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.IsSpace(r):
			return 0
		case unspaced(r):
			return 1
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r):
			return 2
		}
		return 1
	}
	var out []string
	from, last := 0, -1
	for i, r := range text {
		k := kind(r)
		if i > 0 && (k != last || k == 1) {
			out = append(out, text[from:i])
			from = i
		}
		last = k
	}
	if from < len(text) {
		out = append(out, text[from:])
	}
	return out
}

// redline gathers changes: removals and additions wait until something is kept.
type redline struct {
	out            []Change
	removed, added string
}

func (r *redline) add(op Op, words ...string) {
	text := strings.Join(words, "")
	switch {
	case text == "":
	case op == Removed:
		r.removed += text
	case op == Added:
		r.added += text
	default:
		r.flush()
		if n := len(r.out); n > 0 && r.out[n-1].Op == Kept {
			r.out[n-1].Text += text
		} else {
			r.out = append(r.out, Change{Op: Kept, Text: text})
		}
	}
}

func (r *redline) flush() {
	if r.removed != "" {
		r.out = append(r.out, Change{Op: Removed, Text: r.removed})
	}
	if r.added != "" {
		r.out = append(r.out, Change{Op: Added, Text: r.added})
	}
	r.removed, r.added = "", ""
}

// middle writes the changes between texts that differ at both ends. White
// space alone between two changes is changed with them: it reads better.
func (r *redline) middle(a, b []string) {
	i, j := 0, 0
	for _, m := range matches(a, b) {
		r.add(Removed, a[i:m.i]...)
		r.add(Added, b[j:m.j]...)
		i, j = m.i+m.n, m.j+m.n
		if m.n == 1 && strings.TrimSpace(a[m.i]) == "" {
			r.add(Removed, a[m.i])
			r.add(Added, b[m.j])
			continue
		}
		r.add(Kept, a[m.i:i]...)
	}
	r.add(Removed, a[i:]...)
	r.add(Added, b[j:]...)
}

// match is a run of n words that both texts have, from a[i] and b[j] on.
type match struct{ i, j, n int }

// matches finds a longest common subsequence by Myers' greedy search, as runs
// in the order of the text; none where the texts differ in too many words.
func matches(a, b []string) []match {
	most := min(len(a)+len(b), mostSteps)
	reach := make([]int, 2*most+3) // how far in a each diagonal has come
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, slices.Clone(reach))
		for k := -d; k <= d; k += 2 {
			x, _ := advance(reach, most+1, d, k)
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			reach[most+1+k] = x
			if x >= len(a) && x-k >= len(b) {
				return wayBack(trace, most+1, len(a), len(b))
			}
		}
	}
	return nil
}

// advance goes from round d-1 to diagonal k of round d: how far in a that comes,
// and from which diagonal.
func advance(reach []int, zero, d, k int) (x, from int) {
	if k == -d || k != d && reach[zero+k-1] < reach[zero+k+1] {
		return reach[zero+k+1], k + 1 // a word of b is added
	}
	return reach[zero+k-1] + 1, k - 1 // a word of a is removed
}

// wayBack reads the matches off the rounds of a search that came to (x, y).
func wayBack(trace [][]int, zero, x, y int) []match {
	var out []match
	for d := len(trace) - 1; d >= 0; d-- {
		k := x - y
		start, from := advance(trace[d], zero, d, k)
		if x > start {
			out = append(out, match{start, start - k, x - start})
		}
		if d > 0 {
			x = trace[d][zero+from]
			y = x - from
		}
	}
	slices.Reverse(out)
	return out
}
