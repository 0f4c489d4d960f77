package screen

import (
	"strings"

	"kefi/tui/theme"
)

// run is a stretch of text in one style; runs are a text in several.
type (
	run struct {
		style theme.Style
		text  string
	}
	runs []run
)

// plain is a text in the terminal's own foreground.
func plain(text string) runs { return runs{{theme.Body, text}} }

// strong is a text in hand.
func strong(text string) runs { return runs{{theme.Strong, text}} }

// muted is a text beside the point.
func muted(text string) runs { return runs{{theme.Muted, text}} }

// line paints runs without wrapping.
func (r runs) line(t *theme.Theme) string {
	var b strings.Builder
	for _, x := range r {
		b.WriteString(t.Paint(x.style, strings.ReplaceAll(x.text, bound, " ")))
	}
	return b.String()
}

// words are the runs without their styles.
func (r runs) words() string {
	var b strings.Builder
	for _, x := range r {
		b.WriteString(strings.ReplaceAll(x.text, bound, " "))
	}
	return b.String()
}

// wrap paints runs as lines of at most width cells. Words that touch stay
// together though their styles differ.
func (r runs) wrap(t *theme.Theme, width int) []string {
	var whole strings.Builder
	for _, x := range r {
		whole.WriteString(x.text)
	}
	text := whole.String()
	rows := rowsOf(text, width)
	right := ""
	if beginsRight(text) {
		right = tag(tagRight)
	}
	lines := make([]string, len(rows))
	for i, w := range rows {
		end := w.from + len(strings.TrimRight(text[w.from:w.to], " "))
		lines[i] = right + r.slice(t, w.from, end) + seam(text, rows, i)
	}
	return lines
}

// seam tags that the text of a row goes on in the next.
func seam(text string, rows []row, i int) string {
	w := rows[i]
	switch {
	case i+1 == len(rows) || rows[i+1].from != w.to || w.from == w.to:
		return ""
	case text[w.to-1] == ' ':
		return tag(tagOn)
	}
	return tag(tagJoined)
}

// bound is a space at which no line is broken. On the screen it is a space.
const bound = "\u00a0"

// slice paints the bytes from..to of the whole text.
func (r runs) slice(t *theme.Theme, from, to int) string {
	var b strings.Builder
	at := 0
	for _, x := range r {
		lo, hi := max(from-at, 0), min(to-at, len(x.text))
		if lo < hi {
			b.WriteString(t.Paint(x.style, strings.ReplaceAll(x.text[lo:hi], bound, " ")))
		}
		at += len(x.text)
	}
	return b.String()
}
