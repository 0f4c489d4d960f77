package paper

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

var update = flag.Bool("update", false, "write the golden files")

// hostile is what people type who want to see what happens.
var hostile = map[string]string{
	"XML":             `<script>alert(1)</script> ]]> <!-- & "quoted" 'x' <w:p/>`,
	"entities":        "&amp; &#0; &lt;b&gt; &nbsp;",
	"controls":        "a\x00b\x07c\x1b[31md\x7fe\u0085f",
	"turned around":   "abc\u202edef\u2066ghi",
	"no characters":   "a\ufffeb\uffffc\ufdd0d",
	"no UTF-8":        "a\xff\xfeb",
	"a formula":       `=cmd|' /C calc'!A0`,
	"a long word":     strings.Repeat("Donaudampfschiff", 625),
	"lines and tabs":  "one\ntwo\tthree\r\nfour",
	"placeholders":    "{{lang}} {nb} {{width}} %s %d %[1]s",
	"all pages":       allPages,
	"style":           `";}*/</style><b>@page{content:none}`,
	"attributes":      `" onload="x" href='javascript:x'`,
	"not in the face": "中文 العربية 😀 🧑‍🚒 \U000e0041",
	"nothing":         "",
	"white space":     "  \u00a0\u2028 ",
}

// everywhere is a document with a text in every place there is.
func everywhere(s string) Document {
	c := &Change{Author: s, Wall: 1}
	return Document{
		Title: s, Banner: "EXERCISE " + s, Marking: s, Lang: "en", Wall: 1_790_000_000_000,
		Blocks: []Block{
			Heading{1, Text(s)},
			Heading{2, []Run{{Text: s, Bold: true}}},
			Para{Text: []Run{{Text: s}, {Text: s, Italic: true, Change: c}, {Text: s, Change: &Change{Struck: true, Author: s}}}},
			Para{Style: Quote, Text: Text(s)},
			Para{Style: Note, Text: Text(s)},
			Para{Style: Field, Text: Text(s)},
			List{Items: [][]Run{Text(s)}},
			List{Level: 1, Ordered: true, Items: [][]Run{Text(s)}},
			Table{Caption: s, Head: []string{s, s}, Rows: [][][]Run{{Text(s), Text(s)}, {Text(s)}}, Numeric: []int{1}},
			Table{},
			Bars{Title: s, Note: s, Rows: []Bar{{s, s, 7}, {s, s, -1}}},
			Steps{Title: s, Note: s, From: 5, To: 5, Series: []Series{{s, []int64{5}, []int{3}}, {Label: s}}, Marks: []Mark{{5, "!", s}}},
			Spans{Title: s, Note: s, From: 0, To: 9, Rows: []SpanRow{{s, [][2]int64{{3, 1}}, []Mark{{4, s, s}}}}, Legend: s},
		},
	}
}

// sound holds that a document's parts can be read, and gives all its text.
func sound(t testing.TB, d Document) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, write := range writers {
		var b bytes.Buffer
		if err := write(&b, d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch name {
		case "html":
			out[name] = textOfXML(t, name, b.String(), true)
		case "docx":
			z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range z.File {
				r, err := f.Open()
				if err != nil {
					t.Fatal(err)
				}
				text, err := io.ReadAll(r)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.HasSuffix(f.Name, ".png") {
					out[name] += textOfXML(t, f.Name, string(text), false)
				}
			}
		}
	}
	return out
}

// textOfXML reads XML, or HTML as that, and holds HTML to what documents are
// made of.
func textOfXML(t testing.TB, name, text string, page bool) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	if page {
		d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	}
	var out strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatalf("%s: %v\n%.3000s", name, err, text)
		}
		switch x := token.(type) {
		case xml.CharData:
			out.Write(x)
		case xml.StartElement:
			if page && slices.Contains([]string{"script", "img", "a", "b", "link", "iframe", "object"}, x.Name.Local) {
				t.Fatalf("%s: there is a <%s>", name, x.Name.Local)
			}
			for _, a := range x.Attr {
				if page && (strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || a.Name.Local == "src" || a.Name.Local == "style") {
					t.Fatalf("%s: <%s> has %s", name, x.Name.Local, a.Name.Local)
				}
			}
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	for name, typed := range hostile {
		t.Run(name, func(t *testing.T) {
			for format, got := range sound(t, everywhere(typed)) {
				for line := range strings.FieldsFuncSeq(visible(typed), func(r rune) bool { return r == '\n' || r == '\t' }) {
					if n := strings.Count(got, line); n < 10 {
						t.Errorf("%s has it %d times", format, n)
					}
				}
			}
		})
	}
}

func FuzzDocumentsAreSound(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) { sound(t, everywhere(s)) })
}

var stream = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)

// Each page of a PDF has the banner and the marking at its head and its foot.
func TestPDFPagesCarryTheBanner(t *testing.T) {
	var b bytes.Buffer
	if err := PDF(&b, sample()); err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, s := range stream.FindAllStringSubmatch(b.String(), -1) {
		r, err := zlib.NewReader(strings.NewReader(s[1]))
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(r)
		if !bytes.Contains(text, []byte("BT ")) {
			continue
		}
		pages++
		for _, want := range []string{sample().Banner, sample().Marking} {
			if n := bytes.Count(text, []byte(inPDF(want))); n != 2 {
				t.Errorf("page %d has %q %d times", pages, want, n)
			}
		}
	}
	if pages < 4 {
		t.Errorf("%d pages", pages)
	}
}

// inPDF is how fpdf writes letters.
func inPDF(s string) string {
	var out strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		out.WriteByte(byte(u >> 8))
		out.WriteByte(byte(u))
	}
	return out.String()
}

// A small document in Word's own words, to see in a difference what a change
// of the writer does.
func TestDOCXIsAsItWas(t *testing.T) {
	b := newBody()
	in := &Change{Author: "Arcadia", Wall: 1_790_000_000_000}
	b.blocks([]Block{
		Heading{1, Text("Accord")},
		Para{Text: []Run{{Text: "3.1 within "}, {Text: "24", Change: &Change{Struck: true, Author: "Hydra", Wall: 1_790_000_060_000}}, {Text: "48", Change: in}, {Text: " hours"}}},
		Para{Text: []Run{{Text: "3.2 In writing.", Change: in}}},
		List{Ordered: true, Items: [][]Run{Text("one")}},
		Table{Head: []string{"Track", "Floor"}, Rows: [][][]Run{{Text("κ"), Text("1:15")}}, Numeric: []int{1}},
		Para{Style: Field, Text: Text("Signed")},
	})
	got := strings.ReplaceAll(b.document(), "><w:", ">\n<w:")
	const file = "testdata/document.xml"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || got != string(want) {
		t.Errorf("%v; run with -update and look at the difference:\n%s", err, got)
	}
}
