package paper

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	narrowest = 4.0  // of a column, in characters
	widest    = 42.0 // what a long text asks for
	longWord  = 18.0 // a longer word is broken
)

// shares divides the page's width among a table's columns, 1 in all: as asked,
// or by their longest words and texts.
func (t Table) shares() []float64 {
	out := make([]float64, len(t.Head))
	for i := range out {
		if len(t.Widths) == len(out) {
			out[i] = float64(max(t.Widths[i], 1))
			continue
		}
		out[i] = t.wants(i)
	}
	all := 0.0
	for _, w := range out {
		all += w
	}
	for i := range out {
		out[i] /= all
	}
	return out
}

// wants is the width of a column in characters.
func (t Table) wants(i int) float64 {
	want := narrowest
	ask := func(text string) {
		for word := range strings.FieldsSeq(text) {
			want = max(want, min(float64(utf8.RuneCountInString(word))+2, longWord))
		}
		want = max(want, min(float64(utf8.RuneCountInString(text))+1, widest))
	}
	ask(t.Head[i])
	for _, row := range t.Rows {
		if i < len(row) {
			ask(plain(row[i]))
		}
	}
	return want
}

// cell is a cell of a row; a row may be short.
func cell(row [][]Run, i int) []Run {
	if i < len(row) {
		return row[i]
	}
	return nil
}

func (t Table) numeric(i int) bool { return slices.Contains(t.Numeric, i) }

// goesOn says whether the list at i goes on after one that stood under it.
func goesOn(list []Block, i int) bool {
	this, ok := list[i].(List)
	if !ok || i == 0 {
		return false
	}
	before, ok := list[i-1].(List)
	return ok && before.Level > this.Level
}
