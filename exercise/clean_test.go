package exercise

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestCleanTakes(t *testing.T) {
	for _, row := range []struct{ name, given, then string }{
		{"plain words, line ends, tabs", "one\n\ttwo", "one\n\ttwo"},
		{"decomposed letters", "re\u0301seau", "réseau"},
		{"Greek, Chinese, Arabic, Hindi", "κέφι 通知 إشعار सूचना", "κέφι 通知 إشعار सूचना"},
		{"curly quotes and a no-break space", "“24\u00a0hours”", "“24\u00a0hours”"},
		{"an emoji of several", "👩\u200d🚒 🏳\ufe0f\u200d🌈 👨🏽\u200d⚕\ufe0f", "👩\u200d🚒 🏳\ufe0f\u200d🌈 👨🏽\u200d⚕\ufe0f"},
		{"symbols as pictures, and keycaps", "⚠\ufe0f ⚠\ufe0e ©\ufe0f 1\ufe0f\u20e3 ☂\ufe0f", "⚠\ufe0f ⚠\ufe0e ©\ufe0f 1\ufe0f\u20e3 ☂\ufe0f"},
		{"four marks", "a\u0315\u0316\u0317\u0318", norm.NFC.String("a\u0315\u0316\u0317\u0318")},
		{"what only looks like code", "${jndi:x} %s {{.Secret}} =cmd", "${jndi:x} %s {{.Secret}} =cmd"},
	} {
		if got, err := Clean(row.given); err != nil || got != row.then {
			t.Errorf("%s: got %q, %v; want %q", row.name, got, err, row.then)
		}
	}
}

func TestCleanRefuses(t *testing.T) {
	for _, row := range []struct{ given, then, scrubbed string }{
		{"water\u00adservice hours", "Character 6 is a soft hyphen, which cannot be seen; take it out.", "waterservice hours"},
		{"re\u0301s\u200beau", "Character 4 is a zero-width space, which cannot be seen; take it out.", "réseau"},
		{"a\x1b]52;c;x\x07", "Character 2 is a control character (U+001B); take it out.", "a]52;c;x"},
		{"a\r\nb", "Character 2 is a control character (U+000D); take it out.", "a\nb"},
		{"a\u009bb", "Character 2 is a control character (U+009B); take it out.", "ab"},
		{"a\u202eb", "Character 2 is an invisible format character (U+202E); take it out.", "ab"},
		{"a\u2028b", "Character 2 is a separator (U+2028) that breaks the line; take it out.", "a\nb"},
		{"a\u200db", "Character 2 is a zero-width joiner, which cannot be seen; take it out.", "ab"},
		{"a\ue000", "Character 2 is a private-use character (U+E000), which looks different on every screen; take it out.", "a"},
		{"a\u0378", "Character 2 is not assigned in Unicode (U+0378); take it out.", "a"},
		{"a\U000e0041", "Character 2 is an invisible format character (U+E0041); take it out.", "a"},
		{"\u3164", "Character 1 is a Hangul filler, which cannot be seen; take it out.", ""},
		{"a\u034f", "Character 2 is a combining grapheme joiner, which cannot be seen; take it out.", "a"},
		{"24\ufe0f hours", "Character 3 is a variation selector (U+FE0F), which cannot be seen; take it out.", "24 hours"},
		{"a\U000e0100b", "Character 2 is a variation selector (U+E0100), which cannot be seen; take it out.", "ab"},
		{"a\u180b", "Character 2 is a variation selector (U+180B), which cannot be seen; take it out.", "a"},
		{"⚠\ufe00", "Character 2 is a variation selector (U+FE00), which cannot be seen; take it out.", "⚠"},
		{"a\u2800b", "Character 2 is a braille pattern without dots, which cannot be seen; take it out.", "ab"},
		{"x" + strings.Repeat("\u0316", 6), "Character 6 is one mark too many on a letter (U+0316); take it out.", "x" + strings.Repeat("\u0316", 4)},
		{"\u0301a", "Character 1 is a mark without a letter to stand on (U+0301); take it out.", "a"},
		{"가" + strings.Repeat("\u11a9", 40), "Character 6 is one mark too many on a letter (U+11A9); take it out.", "\uac02" + strings.Repeat("\u11a9", 4)},
		{"a\n\u0301b", "Character 3 is a mark without a letter to stand on (U+0301); take it out.", "a\nb"},
		{"a\xffb", "Character 2 is not valid UTF-8; type or paste the text again.", "ab"},
		{"\ufffd \xed\xa0\x80", "Character 3 is not valid UTF-8; type or paste the text again.", "\ufffd "},
		{strings.Repeat("a", MaxText+1), "The text is 16385 bytes long; at most 16384 fit into one entry.", strings.Repeat("a", MaxText+1)},
		{strings.Repeat("\n", MaxLines), "The text has 501 lines; at most 500 fit into one entry.", strings.Repeat("\n", MaxLines)},
	} {
		_, err := Clean(row.given)
		if !errors.Is(err, ErrText) || err.Error() != row.then {
			t.Errorf("%.20q: got %v, want %s", row.given, err, row.then)
		}
		if got, _ := Scrub(row.given); got != row.scrubbed {
			t.Errorf("%.20q: scrubbed to %q, want %q", row.given, got, row.scrubbed)
		}
	}
}

func TestScrubNamesWhatItDrops(t *testing.T) {
	got, dropped := Scrub("wa\u00adter\u00a0ser\u200bvice")
	if got != "water service" || fmt.Sprint(dropped) != "[a soft hyphen, which cannot be seen a zero-width space, which cannot be seen]" {
		t.Errorf("got %q, %q", got, dropped)
	}
}

// FuzzClean: a clean text is valid, composed, bounded and clean again; Scrub
// comes to rest, and what it gives is refused for its length only.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"water\u00adservices", "a\u0301\u0301\u0301\u0301\u0301", "👩\u200d🚒", "\xed\xa0\x80", "a\x1b[0m\x1b]52;c;x\x07", "\u202eabc\u3164", "a\u0328\u200b\u0301", "\u1100\u1160\u11a8", "\r\n\r\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if clean, err := Clean(s); err == nil {
			again, err := Clean(clean)
			if err != nil || again != clean || !utf8.ValidString(clean) || !norm.NFC.IsNormalString(clean) || len(clean) > MaxText {
				t.Fatalf("%q is clean as %q, then %q, %v", s, clean, again, err)
			}
			if clean != norm.NFC.String(s) {
				t.Fatalf("%q was changed to %q", s, clean)
			}
		} else if !errors.Is(err, ErrText) || !strings.HasSuffix(err.Error(), ".") {
			t.Fatalf("%q: %v", s, err)
		}
		scrubbed, _ := Scrub(s)
		if again, dropped := Scrub(scrubbed); again != scrubbed || len(dropped) > 0 {
			t.Fatalf("%q scrubs to %q, then to %q without %q", s, scrubbed, again, dropped)
		}
		if _, err := Clean(scrubbed); err != nil && len(scrubbed) <= MaxText && strings.Count(scrubbed, "\n") < MaxLines {
			t.Fatalf("%q scrubs to %q: %v", s, scrubbed, err)
		}
	})
}
