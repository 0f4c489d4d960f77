package screen

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/words"
)

// wordKey does what a key does to a whole word, or to a row: the keys that
// people know from their shells, their editors and their web browsers.
func (e *Editor) wordKey(key string, width int) (taken bool) {
	switch key {
	case "ctrl+left", "alt+left", "alt+b":
		e.move(e.wordBefore(e.at))
	case "ctrl+right", "alt+right", "alt+f":
		e.move(e.wordAfter(e.at))
	case "ctrl+a":
		e.move(e.rowAt(width).from)
	case "ctrl+e":
		e.move(e.endOfRow(width))
	case "ctrl+w", "ctrl+backspace", "alt+backspace":
		e.erase(e.wordBefore(e.at), e.at)
	case "ctrl+delete", "alt+delete", "alt+d":
		e.erase(e.at, e.wordAfter(e.at))
	case "ctrl+u":
		e.erase(strings.LastIndexByte(e.text[:e.at], '\n')+1, e.at)
	default:
		return false
	}
	return true
}

// wordBefore is where the word to the left of a place begins.
func (e *Editor) wordBefore(at int) int {
	from := 0
	for i, word := range e.words() {
		if i >= at {
			break
		}
		if isWord(word) {
			from = i
		}
	}
	return from
}

// wordAfter is where the word to the right of a place ends.
func (e *Editor) wordAfter(at int) int {
	for i, word := range e.words() {
		if end := i + len(word); end > at && isWord(word) {
			return end
		}
	}
	return len(e.text)
}

// words are the segments of the text by Unicode's rules (UAX 29), each with the
// place where it begins; spaces and punctuation are segments too.
func (e *Editor) words() func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, it := 0, words.FromString(e.text); it.Next(); i += len(it.Value()) {
			if !yield(i, it.Value()) {
				return
			}
		}
	}
}

// isWord tells a word from what stands between words.
func isWord(segment string) bool {
	return strings.ContainsFunc(segment, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsSymbol(r)
	})
}
