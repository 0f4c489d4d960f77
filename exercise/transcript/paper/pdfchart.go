package paper

import "codeberg.org/go-pdf/fpdf"

// pdfPen draws on the page from a corner on.
type pdfPen struct {
	*sheet
	x, y float64
}

func (p pdfPen) at(q point) (x, y float64) { return p.x + q.x*mmPerPoint, p.y + q.y*mmPerPoint }

func (p pdfPen) line(wide, dash float64, points ...point) {
	p.f.SetLineWidth(wide * mmPerPoint)
	if wide < 0.3 { // a printer would make it as dark as the others
		p.f.SetDrawColor(140, 140, 140)
		defer p.f.SetDrawColor(0, 0, 0)
	}
	if dash > 0 {
		p.f.SetDashPattern([]float64{dash * mmPerPoint, dash * mmPerPoint}, 0)
		defer p.f.SetDashPattern(nil, 0)
	}
	for i, q := range points {
		if x, y := p.at(q); i == 0 {
			p.f.MoveTo(x, y)
		} else {
			p.f.LineTo(x, y)
		}
	}
	p.f.DrawPath("D")
}

func (p pdfPen) area(grey float64, points ...point) {
	shape := make([]fpdf.PointType, len(points))
	for i, q := range points {
		shape[i].X, shape[i].Y = p.at(q)
	}
	shade := int(255 * (1 - grey))
	p.f.SetFillColor(shade, shade, shade)
	p.f.Polygon(shape, "F")
}

func (p pdfPen) label(at point, side side, x face, text string) {
	text, whole := drawable(text)
	p.lacking = p.lacking || !whole
	left, y := p.at(at)
	switch long := p.measure(x, labelSize, text); side {
	case over:
		left -= long / 2
	case leftOf:
		left -= long
	}
	p.font(x, labelSize)
	p.f.Text(left, y, text)
}

// chart draws a chart on one page with its title and what it shows.
func (s *sheet) chart(x Block) {
	for _, c := range pictures(x) {
		title, note := c.named()
		high := c.high() * mmPerPoint
		s.room(s.chartHigh(c))
		s.text([]Run{{Text: title, Bold: true}}, setting{left: pdfSide, size: 9.5, before: 2, after: 1.5})
		c.draw(pdfPen{s, pdfSide, s.y})
		s.y += high + 2
		if note != "" {
			s.prose(Para{Style: Note, Text: Text(note)})
		}
	}
}

// chartHigh is what a chart takes with its title and a short note, in mm.
func (s *sheet) chartHigh(c drawn) float64 {
	return min(c.high()*mmPerPoint+20, s.bottom-s.top)
}
