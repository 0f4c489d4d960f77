package paper

const barHigh = 13.0

func (c Bars) named() (title, note string) { return c.Title, c.Note }

func (c Bars) signs() []Mark { return nil }

// labels are the rows' labels, and the width they need.
func labels(texts []string, widest float64) (lines [][]string, wide float64) {
	for _, text := range texts {
		cut := broken(text, widest)
		lines = append(lines, cut)
		for _, line := range cut {
			wide = max(wide, lengthOf(regular, line))
		}
	}
	return lines, wide
}

func (c Bars) texts() []string {
	out := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		out[i] = r.Label
	}
	return out
}

// rowHigh is the height of a row whose label has so many lines.
func rowHigh(lines int) float64 { return max(float64(lines)*labelLine, barHigh) + 7 }

func (c Bars) high() float64 {
	lines, _ := labels(c.texts(), chartWidth*0.38)
	high := 4.0
	for _, l := range lines {
		high += rowHigh(len(l))
	}
	return high
}

func (c Bars) draw(p pen) {
	lines, wide := labels(c.texts(), chartWidth*0.38)
	left, figures := wide+10, 0.0
	for _, r := range c.Rows {
		figures = max(figures, lengthOf(bold, r.Figure))
	}
	room := chartWidth - left - figures - 8
	y := 2.0
	for i, r := range c.Rows {
		high := rowHigh(len(lines[i]))
		writeLabel(p, lines[i], left-8, y+high/2)
		long := room * min(max(r.Share, 0), 1)
		if long > 0 {
			p.area(0.62, box(left, y+(high-barHigh)/2, long, barHigh)...)
		}
		p.label(point{left + long + 5, y + high/2 + labelSize*0.36}, rightOf, bold, r.Figure)
		y += high
	}
	p.line(0.8, 0, point{left, 0}, point{left, y + 2})
}

// writeLabel writes a row's label left of x, around y.
func writeLabel(p pen, lines []string, x, y float64) {
	y += labelSize*0.36 - float64(len(lines)-1)*labelLine/2
	for i, line := range lines {
		p.label(point{x, y + float64(i)*labelLine}, leftOf, regular, line)
	}
}
