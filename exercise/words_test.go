package exercise

import (
	"fmt"
	"testing"
)

// page is a paragraph with its texts, as a test works on it.
type page struct {
	para  Paragraph
	texts map[WordID]string
	count int
}

// layPage lays a paragraph 3.1 of a source in brackets.
func layPage(t interface{ Fatal(...any) }, source string) *page {
	id := WordID{Seq: 0, N: 1}
	p, err := layParagraph("3.1", id, source)
	if err != nil {
		t.Fatal(err)
	}
	return &page{para: p, texts: map[WordID]string{id: source}}
}

func (d *page) words(id WordID) string { return d.texts[id] }

// bind gives the new texts of edits their ids, as the journal would.
func (d *page) bind(edits []Edit) []Edit {
	d.count++
	out := make([]Edit, len(edits))
	for i, e := range edits {
		if e.New.Value != "" {
			e.New.ID = WordID{Seq: int64(100 + d.count), N: i + 1}
			d.texts[e.New.ID] = e.New.Value
		}
		out[i] = e
	}
	return out
}

// lodge applies an amendment, numbered A1, A2 …; without a sponsor it is the
// chair's text.
func (d *page) lodge(sponsor TeamID, edits ...Edit) ([]AltID, error) {
	bound := d.bind(edits)
	by := Amendment{ID: AmendmentID(fmt.Sprintf("A%d", d.count)), Sponsors: addOnce(nil, sponsor), Chair: sponsor == ""}
	next, alts, err := applyEdits(d.para, bound, by, d.words)
	if err == nil {
		d.para = next
	}
	return alts, err
}

func (d *page) show() string { return display(d.para, d.words) }

func put(x, y string) Edit  { return Edit{Old: T(y), New: T(x)} }
func strike(y string) Edit  { return Edit{Old: T(y)} }
func add(x, y string) Edit  { return Edit{Old: T(y), New: T(x), After: true} }
func whole(x string) Edit   { return Edit{New: T(x), Whole: true} }
func at(n int, e Edit) Edit { e.At = n; return e }

func TestPlainTextSpacing(t *testing.T) {
	for _, row := range []struct{ given, when, then string }{
		{"runs of white space", "a  b\n c ", "a b c"},
		{"an empty alternative between words", "notify [ | the CERT] promptly", "notify promptly"},
		{"an empty alternative before a full stop", "within hours [ | of notice] .", "within hours."},
		{"an empty alternative at the start", "[ | The] Parties agree", "Parties agree"},
		{"an empty alternative at the end", "Parties agree [ | fully]", "Parties agree"},
		{"an empty alternative after a bracket", "([ | the] Party)", "(Party)"},
		{"a point within a word", "each Part[y | ies]", "each Party"},
		{"a point before a hyphen", "a [24 | 72]-hour delay", "a 24-hour delay"},
		{"spaces an author put before punctuation", "ici : là", "ici : là"},
		{"escaped brackets", `as \[sic\] said`, "as [sic] said"},
		{"scripts without spaces", "应当[立即 | 尽快]通知", "应当立即通知"},
	} {
		d := layPage(t, row.when)
		if got := reading(d.para, func(*Point) int { return 1 }, d.words); got != row.then {
			t.Errorf("%s: %q reads %q, want %q", row.given, row.when, got, row.then)
		}
	}
}

func TestRemovedTextIsShown(t *testing.T) {
	d := layPage(t, "within [24 | 72] hours")
	if _, err := d.lodge("arcadia", put("days", "hours")); err != nil {
		t.Fatal(err)
	}
	for id := range d.texts {
		if id.Seq > 0 {
			d.texts[id] = removed
		}
	}
	if got, want := d.show(), "within [24 | 72] [hours | \\[removed\\]]"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
