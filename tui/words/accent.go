package words

import "strings"

// accents has an accented letter of the same width for each plain one.
var accents = strings.NewReplacer(
	"a", "á", "b", "ḃ", "c", "ć", "d", "ď", "e", "é", "f", "ḟ", "g", "ģ", "h", "ĥ", "i", "í", "j", "ĵ",
	"k", "ķ", "l", "ĺ", "m", "ṁ", "n", "ń", "o", "ó", "p", "ṗ", "q", "ʠ", "r", "ŕ", "s", "ś", "t", "ť",
	"u", "ú", "v", "ṽ", "w", "ẃ", "x", "ẋ", "y", "ý", "z", "ź",
	"A", "Á", "B", "Ḃ", "C", "Ć", "D", "Ď", "E", "É", "F", "Ḟ", "G", "Ģ", "H", "Ĥ", "I", "Í", "J", "Ĵ",
	"K", "Ķ", "L", "Ĺ", "M", "Ṁ", "N", "Ń", "O", "Ó", "P", "Ṗ", "Q", "Ɋ", "R", "Ŕ", "S", "Ś", "T", "Ť",
	"U", "Ú", "V", "Ṽ", "W", "Ẃ", "X", "Ẋ", "Y", "Ý", "Z", "Ź",
)

// accent puts accents on a format's letters, not on its verbs nor on what
// stands in backticks, which is typed as it is.
func accent(format string) string {
	var b strings.Builder
	for i, part := range strings.Split(format, "`") {
		if i > 0 {
			b.WriteByte('`')
		}
		if i%2 == 1 {
			b.WriteString(part)
			continue
		}
		b.WriteString(accentText(part))
	}
	return b.String()
}

// accentText leaves %s, %[2]d and %02d as they are.
func accentText(s string) string {
	var b strings.Builder
	for {
		before, after, verb := strings.Cut(s, "%")
		b.WriteString(accents.Replace(before))
		if !verb {
			return b.String()
		}
		n := strings.IndexAny(after, "sdvqcx%")
		b.WriteString("%" + after[:n+1])
		s = after[n+1:]
	}
}
