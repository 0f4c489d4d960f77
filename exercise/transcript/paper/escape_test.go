package paper

import (
	"strings"
	"testing"
	"unicode"
)

func TestInline(t *testing.T) {
	for given, want := range map[string]string{
		"Forty-eight would do.":        "Forty-eight would do.",
		"R&D, 3.1, #12 and 2 x 3 = 6!": "R&D, 3.1, #12 and 2 x 3 = 6!",
		"two\nlines\tand  spaces ":     "two lines and spaces",
		"# Heading":                    `\# Heading`,
		"Heading #":                    `Heading \#`,
		"- item":                       `\- item`,
		"+ item":                       `\+ item`,
		"12. item":                     `12\. item`,
		"3) item":                      `3\) item`,
		"12.5 per cent":                "12.5 per cent",
		"=== rule":                     `\=\=\= rule`,
		": definition":                 `\: definition`,
		"> quoted":                     `\> quoted`,
		"~~gone~~":                     `\~\~gone\~\~`,
		"*bold* _it_ `code`":           "\\*bold\\* \\_it\\_ \\`code\\`",
		"```sh":                        "\\`\\`\\`sh",
		"a | b":                        `a \| b`,
		"[x](https://evil.example)":    `\[x\](https\://evil.example)`,
		"![x](y)":                      `!\[x\](y)`,
		"[x]: https://evil.example":    `\[x\]: https\://evil.example`,
		"<script>alert(1)</script>":    `\<script\>alert(1)\</script\>`,
		"<https://evil.example>":       `\<https\://evil.example\>`,
		"www.evil.example":             `www\.evil.example`,
		"mail a@evil.example":          `mail a\@evil.example`,
		"&lt;b&gt; &#60; AT&T;":        `\&lt;b\&gt; \&#60; AT\&T;`,
		`back\slash`:                   `back\\slash`,
		"$x^2$ ==mark== {#id}":         `\$x\^2\$ \=\=mark\=\= \{#id}`,
		"\x1b[31mred\x07":              `\\u\{1B}\[31mred\\u\{7}`,
		"abc\u202edef":                 `abc\\u\{202E}def`,
		"a\u200bb\u00adc":              `a\\u\{200B}b\\u\{AD}c`,
		"[removed]":                    "[removed by control]",
		"She is [removed by control].": "She is [removed by control].",
		"[removed](https://evil.x)":    `[removed]\(https\://evil.x)`,
		"[removed]: https://evil.x":    `[removed]\: https\://evil.x`,
		"[removed]://evil.x":           `[removed]\://evil.x`,
		"":                             "",
	} {
		if got := Inline(given); got != want {
			t.Errorf("%q is written %s, want %s", given, got, want)
		}
	}
}

func TestQuotedKeepsParagraphs(t *testing.T) {
	const want = "> one\n> \\- two\n>\n> \\# three"
	if got := Quoted("\n one\n   - two\n\n\n\t# three\n"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// FuzzInline: whatever is typed, the line can be read back as it was, and
// nothing in it means anything to Markdown.
func FuzzInline(f *testing.F) {
	for _, s := range []string{"plain", "# h", "1. x", "[a](b)", "<b>", "&amp;", "www.x", "[removed](x)", "\u202e", "a\\", "==", "🧑‍🚒", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Inline(s)
		for _, r := range got {
			if unicode.IsControl(r) || unicode.In(r, unicode.Bidi_Control) || r == '\u2028' {
				t.Fatalf("%q lets %U through", s, r)
			}
		}
		plain, bare := unescape(got)
		if strings.ContainsAny(bare, special) || strings.Contains(bare, "://") {
			t.Fatalf("%q is written %q, where %q means something", s, got, bare)
		}
		if bare != "" && strings.ContainsAny(bare[:1], "-+=:#") {
			t.Fatalf("%q is written %q, which begins a block", s, got)
		}
		if want := string([]rune(strings.Join(strings.Fields(s), " "))); s != RemovedWord && !strings.Contains(got, `\\u\{`) && plain != want {
			t.Fatalf("%q reads as %q", want, plain)
		}
	})
}

// unescape reads Markdown: the text as shown and, with what stands after a
// backslash or for removed words blanked out, the characters that still count.
func unescape(s string) (plain, bare string) {
	var a, b strings.Builder
	s = strings.ReplaceAll(strings.ReplaceAll(s, RemovedLine, "\x00"), RemovedWord, "\x01")
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		escaped := runes[i] == '\\' && i+1 < len(runes) && runes[i+1] < 0x80 && unicode.In(runes[i+1], unicode.P, unicode.S)
		if escaped {
			i++
			b.WriteByte(' ')
		} else {
			b.WriteRune(runes[i])
		}
		a.WriteRune(runes[i])
	}
	return strings.NewReplacer("\x00", RemovedLine, "\x01", RemovedWord).Replace(a.String()), b.String()
}
