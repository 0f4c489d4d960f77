package screen

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"

	"kefi/tui/theme"
)

// change is a stretch of a redline, in whole words: kept, taken out or put in.
type change struct {
	kind diffmatchpatch.Operation
	text string
}

// redline compares two texts word by word.
func redline(from, to string) []change {
	var words []string
	index := map[string]rune{}
	encode := func(text string) []rune {
		var out []rune
		for _, w := range tokens(text) {
			r, ok := index[w]
			if !ok {
				// Runes from 1 on, past the surrogates, which are not valid ones.
				r = rune(len(words) + 1)
				if r >= 0xd800 {
					r += 0x800
				}
				index[w] = r
				words = append(words, w)
			}
			out = append(out, r)
		}
		return out
	}
	a, b := encode(from), encode(to)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the result may not depend on how busy the machine is
	var out []change
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		var text strings.Builder
		for _, r := range d.Text {
			if r >= 0xe000 {
				r -= 0x800
			}
			text.WriteString(words[r-1])
		}
		out = append(out, change{d.Type, text.String()})
	}
	return out
}

// tokens cuts a text into words, with the space between them and the brackets
// around points apart, so that joining them gives the text back.
func tokens(text string) []string {
	const word, space, bracket = 0, 1, 2
	var out []string
	start, last := 0, word
	for i, r := range text {
		kind := word
		switch {
		case unicode.IsSpace(r):
			kind = space
		case strings.ContainsRune("[]|", r):
			kind = bracket
		}
		if i > 0 && (kind != last || kind == bracket) {
			out = append(out, text[start:i])
			start = i
		}
		last = kind
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// redlineRuns writes a redline with its marks: {-out-}{+in+}. The marks stay
// in every look; where the terminal can, the words are struck and underlined.
func redlineRuns(changes []change) runs {
	var out runs
	for _, c := range changes {
		switch c.kind {
		case diffmatchpatch.DiffDelete:
			out = append(out, markedUp(c.text, "{-", "-}", theme.Removed)...)
		case diffmatchpatch.DiffInsert:
			out = append(out, markedUp(c.text, "{+", "+}", theme.Added)...)
		default:
			out = append(out, run{theme.Body, c.text})
		}
	}
	return out
}

// markedUp sets marks around the words of a text, inside the space around them.
func markedUp(text, open, shut string, style theme.Style) runs {
	words := strings.TrimSpace(text)
	if words == "" {
		return plain(text)
	}
	before, after, _ := strings.Cut(text, words)
	return runs{{theme.Body, before}, {style, open + words + shut}, {theme.Body, after}}
}
