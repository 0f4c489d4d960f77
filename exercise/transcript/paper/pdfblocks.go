package paper

import "strconv"

func numberOf(n int) string { return strconv.Itoa(n) }

func (s *sheet) blocks(list []Block) {
	counts := [deepest + 1]int{}
	for i, x := range list {
		switch x := x.(type) {
		case Heading:
			s.heading(x, s.least(list[i+1:]))
		case Para:
			s.prose(x)
		case List:
			level := min(x.Level, deepest)
			if !goesOn(list, i) {
				counts[level] = 0
			}
			counts[level] = s.list(x, counts[level])
		case Table:
			s.table(x)
		case Break:
			s.f.AddPage()
		case Rule:
			s.rule()
		case Bars, Steps, Spans:
			s.chart(x)
		}
	}
}

// setting is how lines stand on the page.
type setting struct {
	left, size    float64
	before, after float64
	bar           bool // beside them, for a quotation
}

// high is what lines take on the page, in mm.
func (how setting) high(lines [][]piece) float64 {
	return how.before + float64(len(lines))*how.size*mmPerPoint*leading + how.after
}

// lines writes a paragraph. Neither its first nor its last line stands alone.
func (s *sheet) lines(lines [][]piece, how setting) {
	high := how.size * mmPerPoint * leading
	if s.y > s.top {
		s.y += how.before
	}
	for len(lines) > 0 {
		n := min(int((s.bottom-s.y)/high), len(lines))
		switch {
		case n == len(lines):
		case n < 2 && s.y > s.top:
			n = 0
		case len(lines)-n == 1 && n > 2:
			n--
		}
		for i, line := range lines[:n] {
			s.draw(line, how.left, s.y+high*(float64(i)+0.74), how.size)
		}
		if how.bar && n > 0 {
			s.f.SetLineWidth(0.6)
			s.f.SetDrawColor(110, 110, 110)
			s.f.Line(how.left-3.5, s.y, how.left-3.5, s.y+high*float64(n))
			s.f.SetDrawColor(0, 0, 0)
		}
		s.y += high * float64(n)
		if lines = lines[n:]; len(lines) > 0 {
			s.f.AddPage()
		}
	}
	s.y += how.after
}

func (s *sheet) text(runs []Run, how setting) {
	s.lines(s.flow(runs, pdfWidth-pdfSide-how.left, how.size), how)
}

// heading stays with what follows it, which needs so many mm to begin.
func (s *sheet) heading(h Heading, follows float64) {
	lines, how := s.headline(h)
	s.room(how.high(lines) + follows)
	name, _ := drawable(plain(h.Text))
	s.font(bold, how.size)
	s.f.Bookmark(name, max(h.Level-1, 0), s.y)
	s.lines(lines, how)
}

func (s *sheet) headline(h Heading) ([][]piece, setting) {
	how := setting{left: pdfSide, size: 20, before: 2, after: 4}
	switch {
	case h.Level == 2:
		how = setting{left: pdfSide, size: 14, before: 6, after: 2}
	case h.Level > 2:
		how = setting{left: pdfSide, size: 11.5, before: 4, after: 1.2}
	}
	runs := make([]Run, len(h.Text))
	for i, r := range h.Text {
		r.Bold, r.Italic = true, h.Level > 3
		runs[i] = r
	}
	return s.flow(runs, pdfText, how.size), how
}

// least is how many mm the first of some blocks needs to begin: a chart stands
// on one page, a table has its head and its first row there. It is never more
// than half a page, which a heading may leave empty.
func (s *sheet) least(list []Block) float64 {
	const fewLines = 18
	if len(list) == 0 {
		return fewLines
	}
	need := 0.0
	switch x := list[0].(type) {
	case Heading:
		lines, how := s.headline(x)
		need = how.high(lines) + s.least(list[1:])
	case Table:
		need = s.laid(x).opening()
	case Bars, Steps, Spans:
		need = s.chartHigh(pictures(x)[0])
	}
	return min(max(need, fewLines), (s.bottom-s.top)/2)
}

func (s *sheet) prose(p Para) {
	how := setting{left: pdfSide, size: bodySize, after: 2.2}
	switch p.Style {
	case Quote:
		how.left, how.bar, how.after = pdfSide+7, true, 1.4
	case Note:
		how.size = noteSize
	case Field:
		s.field(p.Text)
		return
	}
	s.text(p.Text, how)
}

// field is a line to be filled in, up to the margin.
func (s *sheet) field(runs []Run) {
	lines := s.flow(runs, pdfText-40, bodySize)
	s.room(12)
	s.lines(lines, setting{left: pdfSide, size: bodySize, before: 5})
	from := pdfSide + s.length(lines[len(lines)-1], bodySize) + 2
	s.f.SetLineWidth(0.2)
	s.f.Line(from, s.y-0.8, pdfWidth-pdfSide, s.y-0.8)
	s.y += 2.2
}

// list writes entries and gives the number of the last.
func (s *sheet) list(l List, last int) int {
	left := pdfSide + 5.5*float64(min(l.Level, deepest)+1)
	for _, item := range l.Items {
		last++
		lines := s.flow(item, pdfWidth-pdfSide-left, bodySize)
		if len(lines) > 0 {
			sign := "•"
			if l.Ordered {
				sign = numberOf(last) + "."
			}
			high := bodySize * mmPerPoint * leading
			s.room(high * float64(min(len(lines), 2)))
			s.draw([]piece{{text: sign}}, left-4.5, s.y+high*0.74, bodySize)
		}
		s.lines(lines, setting{left: left, size: bodySize, after: 1})
	}
	s.y += 1.2
	return last
}

func (s *sheet) rule() {
	s.room(8)
	s.y += 3
	s.f.SetLineWidth(0.2)
	s.f.Line(pdfSide, s.y, pdfWidth-pdfSide, s.y)
	s.y += 4
}
