package words

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// contraction is what a language makes of a short word and of how that begins
// which fills the place after it: "de " and "le " are "du ".
type contraction struct{ word, start, both string }

// vowel as a start stands for any vowel that begins a word; the id A1 is none.
const vowel = "*"

var (
	frenchContractions = []contraction{
		{"de ", "le ", "du "},
		{"de ", "les ", "des "},
		{"à ", "le ", "au "},
		{"à ", "les ", "aux "},
		{"de ", vowel, "d'"},
		{"que ", vowel, "qu'"},
	}
	spanishContractions = []contraction{
		{"de ", "el ", "del "},
		{"a ", "el ", "al "},
		{"y ", "hie", "y hie"},
		{"y ", "Hie", "y Hie"},
		{"y ", "hi", "e hi"},
		{"y ", "Hi", "e Hi"},
		{"y ", "Hy", "e Hy"},
		{"y ", "i", "e i"},
		{"y ", "I", "e I"},
		{"o ", "o", "u o"},
		{"o ", "O", "u O"},
		{"o ", "ho", "u ho"},
		{"o ", "Ho", "u Ho"},
	}
)

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?([-+ 0]*\d*[sdvqcx%])`)

// contracted is fmt.Sprintf with the contractions of a language.
func contracted(format string, args []any, rules []contraction) string {
	out, next := "", 0
	for {
		at := verb.FindStringSubmatchIndex(format)
		if at == nil {
			return out + format
		}
		out += format[:at[0]]
		does := format[at[4]:at[5]]
		if at[2] >= 0 {
			n, _ := strconv.Atoi(format[at[2]:at[3]])
			next = n - 1
		}
		switch {
		case does == "%":
			out += "%"
		case next >= len(args):
			out += format[at[0]:at[1]]
		default:
			out = joined(out, fmt.Sprintf("%"+does, args[next]), rules)
			next++
		}
		format = format[at[1]:]
	}
}

// joined puts what fills a place behind what stands before it.
func joined(before, fills string, rules []contraction) string {
	for _, r := range rules {
		lead, ends := strings.CutSuffix(before, r.word)
		last, _ := utf8.DecodeLastRuneInString(lead)
		if !ends || unicode.IsLetter(last) {
			continue
		}
		if rest, begins := strings.CutPrefix(fills, r.start); begins {
			return lead + r.both + rest
		}
		if r.start == vowel && beginsWithVowel(fills) {
			return lead + r.both + fills
		}
	}
	return before + fills
}

func beginsWithVowel(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return strings.ContainsRune("aeiouâàéèêëîïôûù", unicode.ToLower(first)) && unicode.IsLower(second)
}
