package transcript

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"kefi/exercise/transcript/paper"
)

// visible writes characters of a JSON line that cannot be seen, or that move
// others about, as \u escapes: the same strings, safe on any terminal.
func visible(line string) string {
	if strings.IndexFunc(line, unseen) < 0 {
		return line
	}
	var b strings.Builder
	for _, r := range line {
		switch high, low := utf16.EncodeRune(r); {
		case !unseen(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

func unseen(r rune) bool { return r != '\n' && paper.Hidden(r) }
