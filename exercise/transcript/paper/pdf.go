package paper

import (
	"bytes"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Measures of a PDF page, in mm, and of its letters, in points.
const (
	pdfWidth, pdfHeight = 210.0, 297.0
	pdfSide             = 22.0
	pdfText             = pdfWidth - 2*pdfSide
	pdfEdge             = 10.0 // from the paper's edge to head and foot
	endLine             = 3.6  // of head and foot
	bodySize            = 10.5
	tableSize           = 9.0
	noteSize            = 9.0
	endSize             = 8.0
	mmPerPoint          = 25.4 / 72
	leading             = 1.42 // of a line, by the size of its letters
)

// allPages is replaced by their number. No text holds these letters: the face
// has none for them.
const allPages = "\ue000\ue001"

// PDF writes the document as PDF, with its letters inside. What they cannot
// write stands as its number; right-to-left writing stands in the order in
// which it was typed. The error is w's, or that of the letters.
func PDF(w io.Writer, d Document) error {
	p := newPDF(d)
	p.blocks(d.Blocks)
	if p.lacking {
		p.prose(Para{Style: Note, Text: Text("Characters that the letters of this file do not have stand as their numbers, such as [U+4E2D]. The copies for Word and for a browser have them.")})
	}
	var out bytes.Buffer // fpdf writes in pieces; a failure must not leave half
	if err := p.f.Output(&out); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// sheet is a PDF being written: y is where the next line begins.
type sheet struct {
	f           *fpdf.Fpdf
	top, bottom float64
	y           float64
	lacking     bool // a character was drawn by its number
}

func newPDF(d Document) *sheet {
	f := fpdf.New("P", "mm", "A4", "")
	at := time.UnixMilli(d.Wall).UTC()
	f.SetCatalogSort(true)
	f.SetCreationDate(at)
	f.SetModificationDate(at)
	f.SetTitle(visible(d.Title), true)
	f.SetSubject(visible(d.Banner), true)
	f.SetLang(d.lang())
	f.SetProducer("kefi", true)
	f.SetAutoPageBreak(false, 0)
	f.AliasNbPages(allPages)
	for _, x := range []face{regular, bold, italic, boldItalic} {
		f.AddUTF8FontFromBytes("kefi", string(x), x.file())
	}
	s := &sheet{f: f}
	s.ends(d)
	f.AddPage()
	return s
}

// ends makes the head and the foot of every page, and room for them.
func (s *sheet) ends(d Document) {
	var lines [][]piece
	for _, text := range []string{d.Banner, d.Marking} {
		if text != "" {
			lines = append(lines, s.flow([]Run{{Text: shortened(text), Bold: true}}, pdfText, endSize)...)
		}
	}
	high := float64(len(lines)) * endLine
	s.top = pdfEdge + high + 8
	s.bottom = pdfHeight - pdfEdge - high - endLine - 6
	s.f.SetHeaderFunc(func() {
		s.centred(lines, pdfEdge)
		s.y = s.top
	})
	s.f.SetFooterFunc(func() {
		from := pdfHeight - pdfEdge - high - endLine
		s.centred(lines, from)
		s.font(regular, endSize)
		s.f.Text(pdfWidth/2-4, from+high+endLine, numberOf(s.f.PageNo())+" / "+allPages)
	})
}

// shortened keeps both ends of a text that would fill the page from its edge.
func shortened(s string) string {
	const most, tail = 400, 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-tail]) + " … " + string(r[len(r)-tail:])
}

func (s *sheet) centred(lines [][]piece, y float64) {
	for _, line := range lines {
		y += endLine
		s.draw(line, pdfSide+(pdfText-s.length(line, endSize))/2, y, endSize)
	}
}

func (s *sheet) font(x face, size float64) { s.f.SetFont("kefi", string(x), size) }

// measure is a text's length in mm.
func (s *sheet) measure(x face, size float64, text string) float64 {
	s.font(x, size)
	return s.f.GetStringWidth(text)
}

func (s *sheet) length(line []piece, size float64) float64 {
	long := 0.0
	for _, p := range line {
		long += s.measure(p.face, size, p.text)
	}
	return long
}

// flow breaks runs into lines of drawable letters.
func (s *sheet) flow(runs []Run, width, size float64) [][]piece {
	known := make([]Run, len(runs))
	for i, r := range runs {
		text, whole := drawable(r.Text)
		r.Text = text
		known[i] = r
		s.lacking = s.lacking || !whole
	}
	return flow(known, width, func(x face, text string) float64 { return s.measure(x, size, text) })
}

// draw writes a line from x on, y being where its letters stand. Words put in
// are underlined, words struck are struck.
func (s *sheet) draw(line []piece, x, y, size float64) {
	for _, p := range line {
		long := s.measure(p.face, size, p.text)
		s.f.Text(x, y, p.text)
		if p.change != nil {
			at := y + size*mmPerPoint*0.12
			if p.change.Struck {
				at = y - size*mmPerPoint*0.28
			}
			s.f.SetLineWidth(0.2)
			s.f.Line(x, at, x+long, at)
		}
		x += long
	}
}

// room makes sure that high mm are left on the page, or begins another one.
func (s *sheet) room(high float64) {
	if s.y+high > s.bottom && s.y > s.top {
		s.f.AddPage()
	}
}
