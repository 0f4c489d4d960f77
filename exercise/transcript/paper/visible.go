package paper

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// visible gives a text that every format can hold and that reads in the order
// in which it was written: a character that XML has no place for, or that turns
// the text around it, stands as its number, such as \u{202E}. Line ends and
// tabs stay.
func visible(s string) string {
	if utf8.ValidString(s) && strings.IndexFunc(s, unprintable) < 0 {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		if unprintable(r) {
			fmt.Fprintf(&out, `\u{%X}`, r)
		} else {
			out.WriteRune(r) // what is no UTF-8 comes out as U+FFFD
		}
	}
	return out.String()
}

func unprintable(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0: // controls
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // turn the text around
		return true
	case r == 0x2028 || r == 0x2029 || r == 0xfeff: // ends of lines and files
		return true
	}
	return r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef // no characters
}

// plain is the text of runs, without looks and changes: what would stand there
// if every change were accepted.
func plain(runs []Run) string {
	var out strings.Builder
	for _, r := range runs {
		if r.Change == nil || !r.Change.Struck {
			out.WriteString(r.Text)
		}
	}
	return out.String()
}
