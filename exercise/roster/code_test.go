package roster_test

import (
	"bytes"
	"crypto/rand"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kefi/exercise/roster"
)

func words(t testing.TB) []string {
	t.Helper()
	list, err := os.ReadFile("words.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(list))
}

// No two words are one slip apart, and none begins another, so a code read
// aloud or mistyped does not become a different code.
func TestTheWordList(t *testing.T) {
	list := words(t)
	if len(list) != 2048 {
		t.Fatalf("%d words, want 2048", len(list))
	}
	shape := regexp.MustCompile(`^[a-z]{4,7}$`)
	blanked := make(map[string]string) // "?pple" to "apple"
	for i, word := range list {
		if !shape.MatchString(word) {
			t.Errorf("%q is not four to seven small letters", word)
		}
		if i > 0 && (list[i-1] >= word || strings.HasPrefix(word, list[i-1])) {
			t.Errorf("%q does not go after %q", word, list[i-1])
		}
		for k := range word {
			form := word[:k] + "?" + word[k+1:]
			if other, taken := blanked[form]; taken {
				t.Errorf("%q and %q differ in one letter", word, other)
			}
			blanked[form] = word
			if shorter := word[:k] + word[k+1:]; slices.Contains(list, shorter) {
				t.Errorf("%q is %q less one letter", shorter, word)
			}
		}
	}
}

func TestNewCodeTakesElevenBitsAWord(t *testing.T) {
	list := words(t)
	for _, row := range []struct {
		random []byte
		want   string
	}{
		{[]byte{0, 0, 0, 1}, list[0] + "-" + list[1]},
		{[]byte{7, 255, 255, 255}, list[2047] + "-" + list[2047]},
		{[]byte{8, 5, 4, 0}, list[5] + "-" + list[1024]},
	} {
		if got := roster.NewCode(2, bytes.NewReader(row.random)); got != row.want {
			t.Errorf("from % x: %s, want %s", row.random, got, row.want)
		}
	}
	if code := roster.NewCode(6, rand.Reader); strings.Count(code, "-") != 5 {
		t.Errorf("%s does not have six words", code)
	}
}

func TestNewCodePanicsWithoutRandomness(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a code was made of one random byte")
		}
	}()
	roster.NewCode(4, bytes.NewReader([]byte{1}))
}

func TestNormalizeCode(t *testing.T) {
	for typed, want := range map[string]string{
		"apple-banjo-cedar":             "apple-banjo-cedar",
		"Apple Banjo CEDAR":             "apple-banjo-cedar",
		"  apple -- banjo_cedar.\r\n":   "apple-banjo-cedar",
		"apple–banjo—cedar\u00a0":       "apple-banjo-cedar", // dashes and the hard space of a word processor
		"“apple-banjo-cedar”":           "apple-banjo-cedar",
		"":                              "",
		" - ":                           "",
		"1234":                          "",
		"applebanjocedar":               "applebanjocedar",
		"apple-\xff\xfebanjo-\x00cedar": "apple-banjo-cedar",
	} {
		if got := roster.NormalizeCode(typed); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}

func FuzzNormalizeCode(f *testing.F) {
	for _, seed := range []string{"apple-banjo", " Apple  BANJO ", "İstanbul ẞ", "a\u0301-b", "--", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		code := roster.NormalizeCode(typed)
		if again := roster.NormalizeCode(code); again != code {
			t.Errorf("%q became %q, and that %q", typed, code, again)
		}
		if strings.HasPrefix(code, "-") || strings.HasSuffix(code, "-") || strings.Contains(code, "--") || strings.ContainsAny(code, " \t\r\n") {
			t.Errorf("%q became %q", typed, code)
		}
	})
}
