package paint

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

const family = "👨‍👩‍👧‍👦"

// hostile texts and what may be seen of them.
var hostile = []struct{ name, raw, seen string }{
	{"clipboard", "a\x1b]52;c;eA==\x07b", "ab"},
	{"clipboard, 8 bit", "a\x9d52;c;eA==\x07b", "ab"},
	{"title", "a\x1b]0;pwned\x1b\\b", "ab"},
	{"link", "a\x1b]8;;http://x\x1b\\b\x1b]8;;\x1b\\c", "abc"},
	{"unterminated", "a\x1b]52;c;eA==", "a"},
	{"reset", "a\x1bcb", "ab"},
	{"cursor moves", "a\x1b[2;2Hb\x1b[Ac\x1b[2Jd", "abcd"},
	{"modes", "a\x1b[?1049lb\x1b[?2004hc", "abc"},
	{"queries", "a\x1b[cb\x1b[6nc\x1bP$qm\x1b\\d", "abcd"},
	{"application command", "a\x1b_Gx\x1b\\b\x1b^p\x1b\\c\x1bXs\x1b\\d", "abcd"},
	{"C1 as UTF-8", "a\u009b31mb\u009d0;x\u0085c", "a31mb0;xc"},
	{"C1 as bytes", "a\x9b31mb\x85c", "abc"},
	{"C0", "a\x00b\ac\bd\te\nf\rg\x0eh\x0fi\x7fj", "abcdefghij"},
	{"escape at the end", "a\x1b", "a"},
	{"private SGR", "a\x1b[>4;1mb\x1b[?4mc", "abc"},
	{"SGR cut by a bell", "a\x1b[3\a1mb", "a1mb"},
	{"nested", "\x1b\x1b[0m]52;c;x\a", "]52;c;x"},
	{"bidi", "a\u202eb\u2066c\u200fd", "abcd"},
	{"invisible", "a\u200bb\ufeffc\u00add\u2028e\u2060f\U000e0001g", "abcdefg"},
	{"not UTF-8", "a\xffb\xed\xa0\x80c\xc3", "abc"},
	{"mark without a letter", "\u0301a", "a"},
	{"mark after a style", "a\x1b[31m\u0301b", "ab"},
	{"joiner without emoji", "a\u200db", "ab"},
	{"flag cut in two", "🇺\u202e🇸x", "🇺🇸x"},
	{"a thousand marks", "a" + strings.Repeat("\u0301", 1000) + "b", "a" + strings.Repeat("\u0301", 31) + "b"},
}

// written is a line as it is sent.
func written(raw string, width int, profile colorprofile.Profile) string {
	out, _ := appendLine(nil, raw, width, profile)
	return string(out)
}

func TestHostileText(t *testing.T) {
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			out := written(c.raw, 80, colorprofile.TrueColor)
			if got := ansi.Strip(out); got != c.seen {
				t.Errorf("shows %q, want %q", got, c.seen)
			}
			if bad := impure(out); bad != "" {
				t.Errorf("wrote %q in %q", bad, out)
			}
		})
	}
}

// impure returns what in a written line is neither printable text nor one of
// the three sequences that a line may hold.
func impure(out string) string {
	for len(out) > 0 {
		if out[0] == ansi.ESC {
			seq, _, n, _ := ansi.DecodeSequence(out, ansi.NormalState, nil)
			if !strings.HasPrefix(seq, "\x1b[") || !strings.ContainsAny(seq[len(seq)-1:], "mKG") ||
				strings.ContainsAny(seq, "<=>?") {
				return seq
			}
			out = out[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(out)
		if !printable(r) && !joins(r) || r == utf8.RuneError && n == 1 {
			return out[:n]
		}
		out = out[n:]
	}
	return ""
}

func TestLinesAreCutByCell(t *testing.T) {
	for _, c := range []struct {
		raw   string
		width int
		want  string
	}{
		{"", 3, "\x1b[K"},
		{"ab", 3, "ab\x1b[K"},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc"},
		{"abcd", 1, "a"},
		{"宽宽", 4, "宽宽"},
		{"宽宽", 3, "宽\x1b[K"},
		{"a宽b", 2, "a\x1b[K"},
		{"宽", 1, "\x1b[K"},
		{"ae\u0301x", 2, "ae\u0301"},
		{"e\u0301x", 2, "\x1b[Ke\u0301\x1b[2Gx"},
		{"ᄀ\x1b[mᄀ", 4, "\x1b[Kᄀ\x1b[3Gᄀ"},
		{"宽\x1b[1mx", 3, "宽\x1b[1mx\x1b[m"},
		{"e\u0301x", 5, "\x1b[Ke\u0301\x1b[2Gx"},
		{family + "x", 3, "\x1b[K" + family + "\x1b[3Gx"},
		{family, 1, "\x1b[K"},
		{"─│é█", 4, "─│é█"},
		{"─│é█", 2, "─│"},
		{"\x1b[31mred\x1b[m plain", 20, "\x1b[31mred\x1b[m plain\x1b[K"},
		{"\x1b[31mre\x1b[32md", 2, "\x1b[31mre\x1b[m"},
		{"\x1b[41m  ", 4, "\x1b[41m  \x1b[m\x1b[K"},
		{"\x1b[31m\x1b[32m\x1b[1mx", 1, "\x1b[32;1mx\x1b[m"},
		{"\x1b[31mred\x1b[m\x1b[1m", 3, "\x1b[31mred\x1b[m"},
		{"\x1b[4:3mcurl", 4, "\x1b[4:3mcurl\x1b[m"},
	} {
		if got := written(c.raw, c.width, colorprofile.TrueColor); got != c.want {
			t.Errorf("%q in %d cells: %q, want %q", c.raw, c.width, got, c.want)
		}
	}
}

func TestColoursFollowTheProfile(t *testing.T) {
	const raw = "\x1b[1;38;2;255;0;0;48;5;21mx\x1b[22mz"
	for _, c := range []struct {
		profile colorprofile.Profile
		want    string
	}{
		{colorprofile.TrueColor, "\x1b[38;2;255;0;0;48;5;21;1mx\x1b[22mz\x1b[m"},
		{colorprofile.ANSI256, "\x1b[38;5;196;48;5;21;1mx\x1b[22mz\x1b[m"},
		{colorprofile.ANSI, "\x1b[91;104;1mx\x1b[22mz\x1b[m"},
		{colorprofile.ASCII, "\x1b[1mx\x1b[mz"},
		{colorprofile.NoTTY, "xz"},
	} {
		if got := written(raw, 2, c.profile); got != c.want {
			t.Errorf("%v: %q, want %q", c.profile, got, c.want)
		}
	}
}

// Whoever lays out by x/ansi's widths and whoever counts runes agree on them.
func TestPlainRunesAreOneCell(t *testing.T) {
	for r := range rune(0x3000) {
		if !plainRune(r) {
			continue
		}
		if s := string(r); ansi.StringWidth(s) != 1 || ansi.StringWidthWc(s) != 1 {
			t.Errorf("%U is not one cell wide", r)
		}
	}
}

func TestLongLinesAreBounded(t *testing.T) {
	for _, raw := range []string{
		strings.Repeat("\u0301", 1<<20),
		"a" + strings.Repeat("\u0301", 1<<20),
		strings.Repeat("\x1b[31m\x1b[32m", 1<<20),
		"\x1b]" + strings.Repeat("x", 1<<20),
	} {
		if n := len(written(raw, 80, colorprofile.TrueColor)); n > 1000 {
			t.Errorf("%d bytes made %d", len(raw), n)
		}
	}
}

// pieces are what random lines are made of.
var pieces = rapid.OneOf(
	rapid.StringMatching(`[ -~]{0,12}`),
	rapid.SampledFrom([]string{
		"\x1b[m", "\x1b[1m", "\x1b[31m", "\x1b[42m", "\x1b[7m", "\x1b[38;2;1;2;3m", "\x1b[48;5;99m", "\x1b[4:3m", "\x1b[39m",
		"\x1b[58;2;9;9;9;4m", "宽", "한", "é", "e\u0301", "ß", "─┐█", "…", "·", "👍", "👍🏽", family, "🇬🇷", "🇬", "❤️", "☂", "क्षि", "ﷺ",
		"각", "ᄀ", "ᅡ", "\u0301", "\u200d", "\ufe0f", "\U000e0067", "א", "\uffff", "\ue000",
	}),
	rapid.Custom(func(t *rapid.T) string { return rapid.SampledFrom(hostile).Draw(t, "hostile").raw }),
	rapid.Custom(func(t *rapid.T) string {
		return string(rapid.SliceOfN(rapid.Byte(), 0, 6).Draw(t, "bytes"))
	}),
)

var lines = rapid.Custom(func(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(pieces, 0, 8).Draw(t, "pieces"), "")
})

func TestLinesArePureAndFit(t *testing.T) { rapid.Check(t, pureAndFits) }

func pureAndFits(t *rapid.T) {
	checkLine(t, lines.Draw(t, "line"), rapid.IntRange(0, 30).Draw(t, "width"))
}

type failer interface{ Fatalf(string, ...any) }

func checkLine(t failer, raw string, width int) {
	for profile := colorprofile.NoTTY; profile <= colorprofile.TrueColor; profile++ {
		b, _ := appendLine([]byte("head"), raw, width, profile)
		out := string(b[4:])
		if bad := impure(out); bad != "" {
			t.Fatalf("%q wrote %q in %q", raw, bad, out)
		}
		if n := ansi.StringWidth(out); n > width {
			t.Fatalf("%q is %d cells wide of %d: %q", raw, n, width, out)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, c := range hostile {
		f.Add(c.raw, uint16(20))
	}
	f.Add("\x1b[31m"+family+"宽e\u0301", uint16(3))
	f.Fuzz(func(t *testing.T, raw string, width uint16) { checkLine(t, raw, int(width%(MaxWidth+1))) })
}
