package roster

import (
	_ "embed"
	"encoding/binary"
	"io"
	"strings"
	"unicode"
)

//go:embed words.txt
var wordList string

// wordBits is what one word is worth: the list has 2048.
const wordBits = 11

// NewCode draws an invitation code of so many words: four are 44 bits, six
// are 66. It panics if random, which must be a cryptographic source, fails:
// there is no code worth giving out then.
func NewCode(words int, random io.Reader) string {
	list := strings.Fields(wordList)
	code := make([]string, words)
	for i := range code {
		var b [2]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			panic("drawing an invitation code: " + err.Error())
		}
		code[i] = list[binary.BigEndian.Uint16(b[:])&(1<<wordBits-1)]
	}
	return strings.Join(code, "-")
}

// NormalizeCode writes a code as it was given out, whatever a person made of
// it: lower case, words joined by hyphens, however they were separated.
func NormalizeCode(typed string) string {
	words := strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.Join(words, "-")
}
