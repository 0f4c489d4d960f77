package transcript

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"unicode"

	"kefi/exercise"
)

// aknNamespace is that of Akoma Ntoso 3.0, the OASIS standard of 2018.
const aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// akn writes one Akoma Ntoso document about one view. The first error stays
// and is that of end.
type akn struct {
	out   *xml.Encoder
	page  *page
	s     *Source
	names renaming
	open  []string
	err   error
}

func newAKN(w io.Writer, s *Source) *akn {
	_, err := io.WriteString(w, xml.Header)
	return &akn{out: xml.NewEncoder(w), page: newPage(s.View), s: s, names: renames(s.View.Room), err: err}
}

// start opens an element; attributes are names and values in turn, left out
// where the value is empty.
func (x *akn) start(name string, attributes ...string) {
	e := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			e.Attr = append(e.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: x.names.in(attributes[i+1])})
		}
	}
	x.open = append(x.open, name)
	x.token(e)
}

func (x *akn) end() {
	last := len(x.open) - 1
	x.token(xml.EndElement{Name: xml.Name{Local: x.open[last]}})
	x.open = x.open[:last]
}

// block is start on a line of its own: white space there is nobody's text.
func (x *akn) block(name string, attributes ...string) {
	x.token(xml.CharData("\n"))
	x.start(name, attributes...)
}

// leaf is a block with a text and nothing else.
func (x *akn) leaf(name, text string, attributes ...string) {
	x.block(name, attributes...)
	x.text(text)
	x.end()
}

// text writes what may have been said by anybody.
func (x *akn) text(s string) { x.token(xml.CharData(x.names.in(s))) }

func (x *akn) token(t xml.Token) {
	if x.err == nil {
		x.err = x.out.EncodeToken(t)
	}
}

// document writes a whole one: kind is debate or doc, name what it is of its kind.
func (x *akn) document(kind, name, title string, body func()) error {
	x.block("akomaNtoso", "xmlns", aknNamespace)
	x.block(kind, "name", name)
	x.meta(kind, name)
	x.block("preface")
	x.leaf("p", banner(x.page.room.Exercise.Title), "class", "banner")
	x.block("p")
	x.start("docTitle")
	x.text(title)
	x.end()
	x.end()
	x.leaf("p", Marking(x.page.v), "class", "marking")
	x.end()
	body()
	x.end()
	x.end()
	x.token(xml.CharData("\n"))
	if x.err != nil {
		return x.err
	}
	return x.out.Close()
}

// meta identifies the document. ZZ is the code for no country there is.
func (x *akn) meta(kind, name string) {
	day := x.page.at(x.page.room.Clocks.Wall).Format("2006-01-02")
	work := "/akn/zz/" + kind + "/" + name + "/" + day + "/" + anchor(x.names.in(x.s.Name))
	language := threeLetters(x.s.State.Plan().Language)
	x.block("meta")
	x.block("identification", "source", "#kefi")
	x.level("FRBRWork", work, day)
	x.value("FRBRcountry", "zz")
	x.value("FRBRname", x.page.room.Exercise.Title)
	x.value("FRBRprescriptive", "false")
	x.value("FRBRauthoritative", "false")
	x.end()
	x.level("FRBRExpression", work+"/"+language+"@", day)
	x.block("FRBRlanguage", "language", language)
	x.end()
	x.end()
	x.level("FRBRManifestation", work+"/"+language+"@.xml", day)
	x.value("FRBRformat", "application/akn+xml")
	x.end()
	x.end()
	x.references()
	x.end()
}

// level opens one of the levels at which a document is identified.
func (x *akn) level(name, uri, day string) {
	x.block(name)
	x.value("FRBRthis", uri+"/!main")
	x.value("FRBRuri", uri)
	x.block("FRBRdate", "date", day, "name", "record")
	x.end()
	x.block("FRBRauthor", "href", "#kefi")
	x.end()
}

func (x *akn) value(name, value string) {
	x.block(name, "value", value)
	x.end()
}

// references lists who and what the text speaks of, each once.
func (x *akn) references() {
	x.block("references", "source", "#kefi")
	x.reference("TLCOrganization", "kefi", "software", "kefi")
	var known []string
	for _, t := range x.page.room.Teams {
		if id := x.team(t.ID); !slices.Contains(known, id) {
			known = append(known, id)
			x.reference("TLCOrganization", id, "delegation", t.Name+" ("+t.Track.Word()+")")
		}
	}
	x.reference("TLCRole", "chair", "role", "Chair")
	for _, t := range exercise.Tracks() {
		x.reference("TLCRole", "track-"+t.Word(), "track", capital(t.Word()))
	}
	x.end()
}

func (x *akn) reference(kind, id, class, shown string) {
	x.block(kind, "eId", id, "href", "/akn/ontology/"+class+"/zz/"+id, "showAs", shown)
	x.end()
}

// team is the id of a delegation in this document.
func (x *akn) team(id exercise.TeamID) string { return anchor(x.names.in(string(id))) }

// conclusions close every document.
func (x *akn) conclusions(more func()) {
	x.block("conclusions")
	more()
	x.leaf("p", x.s.Provenance(), "class", "record")
	x.leaf("p", banner(x.page.room.Exercise.Title), "class", "banner")
	x.end()
}

// anchor makes an id of any text: letters, digits and dashes.
func anchor(s string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' {
			return unicode.ToLower(r)
		}
		return '-'
	}, s), "-")
}

// threeLetters is the code that the standard asks for; und where it is not known.
func threeLetters(tag string) string {
	code := map[string]string{"": "eng", "en": "eng", "fr": "fra", "es": "spa", "de": "deu", "it": "ita", "pt": "por", "ru": "rus", "zh": "zho", "ar": "ara"}
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if c, ok := code[base]; ok {
		return c
	}
	return "und"
}
