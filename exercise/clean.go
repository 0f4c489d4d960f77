package exercise

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Bounds of one free text.
const (
	MaxText  = 16 << 10 // bytes
	MaxLines = 500
	maxMarks = 4 // combining marks on one character
)

// Clean is the check that every free text from a person passes once, before it
// is recorded. It gives the text in Unicode NFC, or refuses (ErrText) what
// cannot be seen, would move or hide other words on a screen, or has no agreed
// meaning: control characters other than line end and tab, format characters
// other than the joiner inside an emoji, private and unassigned ones, line and
// paragraph separators, blank letters, more than four marks on a character.
// It never takes anything out; Scrub offers that. Clean of a clean text is
// the text itself.
func Clean(s string) (string, error) {
	if len(s) > MaxText {
		return "", tooLong(len(s))
	}
	if !utf8.ValidString(s) {
		at := len([]rune(s[:invalidAt(s)])) + 1
		return "", refuse(ErrText, "Character %d is not valid UTF-8; type or paste the text again.", at)
	}
	s = norm.NFC.String(s)
	if len(s) > MaxText {
		return "", tooLong(len(s))
	}
	if lines := strings.Count(s, "\n") + 1; lines > MaxLines {
		return "", refuse(ErrText, "The text has %d lines; at most %d fit into one entry.", lines, MaxLines)
	}
	runes := []rune(s)
	marks := 0
	for i, r := range runes {
		marks = countMarks(marks, r)
		if why := fault(runes, i, marks); !why.IsZero() {
			return "", refuse(ErrText, "Character %d is %s; take it out.", i+1, why)
		}
	}
	return s, nil
}

func tooLong(n int) error {
	return refuse(ErrText, "The text is %d bytes long; at most %d fit into one entry.", n, MaxText)
}

func invalidAt(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}

// Scrub gives what a screen offers instead of a text that Clean refuses: the
// text without those characters, line ends as \n, and odd spaces as plain
// ones. Dropped names each character taken out, in order. Only a text that is
// too long is still refused by Clean afterwards. Scrub of a scrubbed text is
// the text itself.
func Scrub(s string) (cleaned string, dropped []Phrase) {
	for {
		next, more := scrubOnce(s)
		dropped = append(dropped, more...)
		if next == s {
			return s, dropped
		}
		s = next // taking a character out can bring a mark to another letter
	}
}

func scrubOnce(s string) (string, []Phrase) {
	var dropped []Phrase
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "")
		dropped = append(dropped, say("bytes that are not valid UTF-8"))
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(plainSpace, s)
	var kept strings.Builder
	runes := []rune(norm.NFC.String(s))
	marks := 0
	for i, r := range runes {
		marks = countMarks(marks, r)
		if why := fault(runes, i, marks); !why.IsZero() {
			dropped = append(dropped, why)
			continue
		}
		kept.WriteRune(r)
	}
	return norm.NFC.String(kept.String()), dropped
}

// plainSpace turns spaces of other widths, and line ends of other systems,
// into plain ones.
func plainSpace(r rune) rune {
	switch {
	case r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
		return '\n'
	case unicode.Is(unicode.Zs, r):
		return ' '
	}
	return r
}

// countMarks counts the marks in a row up to r; the vowels and finals of which
// old Korean syllables are built stack up like marks.
func countMarks(marks int, r rune) int {
	if unicode.IsMark(r) || r >= 0x1160 && r <= 0x11ff || r >= 0xd7b0 && r <= 0xd7ff {
		return marks + 1
	}
	return 0
}

// fault says what is wrong with character i, or nothing.
func fault(runes []rune, i, marks int) Phrase {
	r := runes[i]
	name, hidden := hiddenNames[r]
	switch {
	case r == '\n' || r == '\t':
	case unicode.Is(unicode.Variation_Selector, r) && !stylesSymbol(runes, i):
		return say("a variation selector (%s), which cannot be seen", code(r))
	case marks > maxMarks:
		return say("one mark too many on a letter (%s)", code(r))
	case marks > 0 && marks == i+1, marks == 1 && strings.ContainsRune("\n\t", runes[i-1]):
		return say("a mark without a letter to stand on (%s)", code(r))
	case hidden && !(r == zeroWidthJoiner && joinsEmoji(runes, i)):
		return say("%s, which cannot be seen", name)
	case unicode.Is(unicode.Cc, r):
		return say("a control character (%s)", code(r))
	case unicode.Is(unicode.Cf, r) && r != zeroWidthJoiner:
		return say("an invisible format character (%s)", code(r))
	case unicode.Is(unicode.Co, r):
		return say("a private-use character (%s), which looks different on every screen", code(r))
	case unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
		return say("a separator (%s) that breaks the line", code(r))
	case !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cf):
		return say("not assigned in Unicode (%s)", code(r))
	}
	return Phrase{}
}

// code is a character as Unicode numbers it: U+00AD.
func code(r rune) string { return fmt.Sprintf("%U", r) }

const zeroWidthJoiner = '\u200d'

// hiddenNames are the invisible characters that people paste without knowing.
var hiddenNames = map[rune]Phrase{
	'\u00ad':        say("a soft hyphen"),
	'\u034f':        say("a combining grapheme joiner"),
	'\u115f':        say("a Hangul filler"),
	'\u1160':        say("a Hangul filler"),
	'\u17b4':        say("a vowel without a form"),
	'\u17b5':        say("a vowel without a form"),
	'\u2800':        say("a braille pattern without dots"),
	'\u3164':        say("a Hangul filler"),
	'\uffa0':        say("a Hangul filler"),
	'\u200b':        say("a zero-width space"),
	'\u200c':        say("a zero-width non-joiner"),
	zeroWidthJoiner: say("a zero-width joiner"),
	'\u2060':        say("a word joiner"),
	'\ufeff':        say("a byte order mark"),
	'\u200e':        say("a left-to-right mark"),
	'\u200f':        say("a right-to-left mark"),
}

// joinsEmoji says whether the joiner at i stands between two pictographs, as
// in a family or a profession.
func joinsEmoji(runes []rune, i int) bool {
	before := i - 1
	for before >= 0 && (runes[before] == '\ufe0f' || unicode.Is(unicode.Sk, runes[before])) {
		before--
	}
	return before >= 0 && i+1 < len(runes) && pictograph(runes[before]) && pictograph(runes[i+1])
}

// stylesSymbol says whether the selector at i asks for the emoji or the plain
// form of a symbol, or begins a keycap. Anywhere else selectors make texts
// differ that look the same, and can carry words that nobody sees.
func stylesSymbol(runes []rune, i int) bool {
	if i == 0 || runes[i] != '\ufe0e' && runes[i] != '\ufe0f' {
		return false
	}
	keycap := i+1 < len(runes) && runes[i+1] == '\u20e3' && strings.ContainsRune("0123456789#*", runes[i-1])
	return keycap || unicode.In(runes[i-1], unicode.So, unicode.Sm) || strings.ContainsRune("‼⁉〰〽", runes[i-1])
}

func pictograph(r rune) bool {
	switch {
	case r >= 0x1f000 && r <= 0x1faff, r >= 0x2600 && r <= 0x27bf, r >= 0x2190 && r <= 0x21ff, r >= 0x2b00 && r <= 0x2bff:
		return unicode.In(r, unicode.So, unicode.Sm)
	}
	return false
}
