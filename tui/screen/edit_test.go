package screen

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestEditorKeys(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"types", "abc", "abc|"},
		{"inserts", "ac<left>b", "ab|c"},
		{"erases one character, whatever it is made of", "ae\u0301<backspace>", "a|"},
		{"steps over a family", "👩‍👩‍👧x<left><left>y", "y|👩‍👩‍👧x"},
		{"erases forwards", "abc<home><delete>", "|bc"},
		{"goes to the ends", "abc<home>x<end>y", "xabcy|"},
		{"undoes a run of letters", "one two<ctrl+z>", "one|"},
		{"erases the word before", "one two, <ctrl+w>", "one |"},
		{"erases all before the cursor", "one two<left><ctrl+u>", "|o"},
		{"brings back what was erased", "one two<ctrl+u><ctrl+z>", "one two|"},
		{"goes back a word", "one two, <ctrl+left>x", "one x|two, "},
		{"goes on a word", "one two<home><ctrl+right>x", "onex| two"},
		{"erases the word behind", "one two<home><alt+d>", "| two"},
		{"knows words without spaces", "安全 界<ctrl+w>", "安全 |"},
		{"goes to the ends as a shell does", "abc<ctrl+a>x<ctrl+e>y", "xabcy|"},
		{"undoes erasing", "one<backspace><backspace><ctrl+z>", "one|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := &Editor{}
			for keys := c.keys; keys != ""; {
				k, rest := nextKey(keys)
				e.Key(k, 80)
				keys = rest
			}
			if got := e.text[:e.at] + "|" + e.text[e.at:]; got != c.want {
				t.Errorf("%q gives %q, not %q", c.keys, got, c.want)
			}
		})
	}
}

func TestEditorTakesNoControlCharacters(t *testing.T) {
	e := &Editor{}
	e.Insert("a\x1b[31mb\nc\td\x07")
	if e.Text() != "a[31mb c d" {
		t.Errorf("it holds %q", e.Text())
	}
}

func TestEditorHoldsAtMost16KiB(t *testing.T) {
	e := &Editor{}
	if e.Insert(strings.Repeat("é", maxText)) {
		t.Error("it says that all of it fits")
	}
	if len(e.Text()) > maxText || !utf8.ValidString(e.Text()) {
		t.Errorf("it holds %d bytes", len(e.Text()))
	}
}

// texts draws texts with words, wide characters and marks.
func texts() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "notify ", " ", "界", "é", "e\u0301", "👩‍👩‍👧", "incidents", "-", "\n"}), 0, 40).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}

func TestRowsHoldTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, width := texts().Draw(t, "text"), rapid.IntRange(2, 30).Draw(t, "width")
		at := 0
		for i, r := range rowsOf(text, width) {
			if r.from != at && !(r.from == at+1 && text[at] == '\n') {
				t.Fatalf("row %d begins at %d, the one before ends at %d", i, r.from, at)
			}
			if w := cells(strings.TrimRight(text[r.from:r.to], " ")); w > width {
				t.Fatalf("row %d is %d cells wide", i, w)
			}
			at = r.to
		}
		if at != len(text) {
			t.Fatalf("the rows end at %d of %d", at, len(text))
		}
	})
}

func TestCursorIsAlwaysAtARow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := &Editor{Lines: true}
		e.Insert(texts().Draw(t, "text"))
		width, height := rapid.IntRange(1, 20).Draw(t, "width"), rapid.IntRange(1, 4).Draw(t, "height")
		for range rapid.IntRange(0, 30).Draw(t, "keys") {
			k, _ := nextKey(rapid.SampledFrom([]string{"x", " ", "<left>", "<right>", "<up>", "<down>", "<home>", "<end>", "<backspace>", "<delete>", "<ctrl+z>"}).Draw(t, "key"))
			e.Key(k, width)
			if !utf8.ValidString(e.text[:e.at]) {
				t.Fatal("the cursor stands within a character")
			}
			lines, c := e.window(width, height)
			if c.X < 0 || c.X > width || c.Y < 0 || c.Y >= len(lines) || len(lines) > height {
				t.Fatalf("the cursor is at %v of %d lines, %d wide", c, len(lines), width)
			}
		}
	})
}

func TestCutEndsBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"notify the operators", 20, "notify the operators"},
		{"notify the operators", 15, "notify the…"},
		{"notify the operators", 11, "notify the…"},
		{"notification", 6, "notif…"},
		{"界界界", 4, "界…"},
		{"x", 0, ""},
	} {
		if got := cut(c.text, c.width, "…"); got != c.want {
			t.Errorf("cut(%q, %d) = %q, not %q", c.text, c.width, got, c.want)
		}
	}
}
