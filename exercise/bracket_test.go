package exercise

import (
	"errors"
	"strings"
	"testing"
)

func TestParseBrackets(t *testing.T) {
	for _, row := range []struct{ name, given, then string }{
		{"agreed words", "Parties agree.", "Parties agree."},
		{"points among words", "[shall | should] notify within [24|72] hours", "[shall | should] notify within [24 | 72] hours"},
		{"three alternatives, one empty", "notify [at once||promptly].", "notify [at once |  | promptly]."},
		{"escapes", `\[a\] \| \\ [\[b | c\|]`, `\[a\] \| \\ [\[b | c\|]`},
		{"an escape at the end", `a\]`, `a\]`},
		{"a point alone", "[a | b]", "[a | b]"},
		{"nothing", "", ""},
	} {
		p := layPage(t, row.given)
		if got := p.show(); got != row.then {
			t.Errorf("%s: %q shows as %q, want %q", row.name, row.given, got, row.then)
		}
	}
}

func TestParseBracketsRefuses(t *testing.T) {
	for _, row := range []struct {
		given  string
		offset int
		then   string // begins so
	}{
		{"within [24 | 72 hours", 7, "This [ is never closed"},
		{"within 24] hours", 9, "A ] without its ["},
		{"within [24 | [48 | 72]] hours", 13, "A [ inside brackets"},
		{"within [24] hours", 7, "A point needs two alternatives"},
		{"this | that", 5, "A | outside brackets"},
		{`a \b`, 2, `A \ stands only before`},
		{`a \`, 2, `A \ stands only before`},
		{"é [a | a ]", 3, "Two alternatives of this point are the same"},
	} {
		_, err := ParseBrackets(row.given)
		var bad *BracketError
		if !errors.As(err, &bad) || bad.Offset != row.offset || !strings.HasPrefix(bad.Problem, row.then) {
			t.Errorf("%q: got %v, want %d: %s", row.given, err, row.offset, row.then)
		}
	}
}

func TestLayParagraphNamesPointsAndAlternatives(t *testing.T) {
	p := layPage(t, "[a | b] and "+strings.Repeat("[c | d]", 26)).para
	if p.Letters != 27 {
		t.Errorf("%d letters given, want 27", p.Letters)
	}
	points := openPoints(p)
	for i, want := range map[int]PointID{0: "3.1a", 25: "3.1z", 26: "3.1aa"} {
		if points[i].ID != want || letterOf(p.ID, points[i].ID) != i+1 {
			t.Errorf("point %d is %s, want %s", i, points[i].ID, want)
		}
	}
	if _, alt := findAlt(p, AltID{"3.1a", 2}); alt == nil || alt.Sponsors != nil {
		t.Errorf("3.1a/2 is %+v, want one that nobody sponsors", alt)
	}
}

// FuzzParseBrackets: whatever an author writes, the parser answers with an
// error inside the source or with a paragraph that display writes back.
func FuzzParseBrackets(f *testing.F) {
	for _, s := range []string{notify, `\[a\] [b | c\|] \\`, "[a|]", "[a|b", "]", `x\`, "é [é|e\u0301]", "a [ |\n\tb ]."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		nodes, err := ParseBrackets(source)
		if err != nil {
			var bad *BracketError
			if !errors.As(err, &bad) || bad.Offset < 0 || bad.Offset >= len(source) || bad.Problem == "" {
				t.Fatalf("%q: %v", source, err)
			}
			return
		}
		checkSpans(t, source, nodes)
		if clean, err := Clean(source); err != nil || clean != source {
			return // no such text comes so far: it is refused on entry, or stored as Clean gives it
		}
		p := layPage(t, source)
		again := layPage(t, p.show())
		if again.show() != p.show() {
			t.Fatalf("%q shows as %q, which shows as %q", source, p.show(), again.show())
		}
		if got, want := len(openPoints(again.para)), len(openPoints(p.para)); got != want {
			t.Fatalf("%q has %d points, read back %d", source, want, got)
		}
	})
}

// checkSpans holds that spans lie in order within the source and cover all of
// it but brackets, bars, escapes and the white space beside them.
func checkSpans(t *testing.T, source string, nodes []BracketNode) {
	at := 0
	pass := func(to int) {
		if to < at || strings.Trim(source[at:to], "[]|\\ \t\r\n") != "" {
			t.Fatalf("%q: %q is in no node", source, source[at:to])
		}
		at = to
	}
	for _, n := range nodes {
		for _, spans := range append([][]Span{n.Text}, n.Alternatives...) {
			for _, s := range spans {
				pass(s.From)
				at = s.To
			}
		}
	}
	pass(len(source))
}
