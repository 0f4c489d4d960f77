package paper

func (c Spans) named() (title, note string) { return c.Title, c.Note }

func (c Spans) signs() []Mark {
	var all []Mark
	for _, r := range c.Rows {
		for _, m := range r.Marks {
			m.Text = r.Label + ": " + m.Text
			all = append(all, m)
		}
	}
	return all
}

func (c Spans) texts() []string {
	out := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		out[i] = r.Label
	}
	return out
}

func (c Spans) legend() []string {
	if c.Legend == "" {
		return nil
	}
	return broken(c.Legend, chartWidth)
}

func (c Spans) axis(wide float64) axis { return axis{c.From, c.To, wide + 12, chartWidth - 14, c.Tick} }

// rowsHigh are the heights of the rows: signs that would touch stand over each
// other.
func (c Spans) rowsHigh(a axis, lines [][]string) []float64 {
	out := make([]float64, len(c.Rows))
	for i, r := range c.Rows {
		out[i] = rowHigh(len(lines[i]))
		for _, row := range a.signRow(r.Marks) {
			out[i] = max(out[i], barHigh+7+float64(row)*signHigh)
		}
	}
	return out
}

func (c Spans) high() float64 {
	lines, wide := labels(c.texts(), chartWidth*0.3)
	high := 4 + labelLine + 8
	for _, h := range c.rowsHigh(c.axis(wide), lines) {
		high += h
	}
	return high + float64(len(c.legend()))*labelLine
}

func (c Spans) draw(p pen) {
	lines, wide := labels(c.texts(), chartWidth*0.3)
	a := c.axis(wide)
	heights := c.rowsHigh(a, lines)
	ground := 2.0
	for _, h := range heights {
		ground += h
	}
	a.draw(p, ground, 0)
	y := 2.0
	for i, r := range c.Rows {
		writeLabel(p, lines[i], a.left-8, y+heights[i]/2)
		c.row(p, a, r, y, heights[i])
		y += heights[i]
		p.line(0.25, 0, point{a.left, y}, point{a.right, y})
	}
	for i, line := range c.legend() {
		p.label(point{a.left, ground + 3 + labelLine*float64(i+2) + 2}, rightOf, regular, line)
	}
}

func (c Spans) row(p pen, a axis, r SpanRow, y, high float64) {
	foot := y + high - 3.5 - barHigh
	for _, s := range r.Spans {
		from, to := a.x(s[0]), a.x(s[1])
		hatched(p, from, foot, max(to-from, 1.5), barHigh)
	}
	rows := a.signRow(r.Marks)
	for i, m := range r.Marks {
		x, at := a.x(m.At), foot+barHigh-3-float64(rows[i])*signHigh
		half := lengthOf(bold, m.Sign)/2 + 1.2
		p.area(0, box(x-half, at-labelSize*0.8, 2*half, labelSize*1.02)...)
		p.label(point{x, at}, over, bold, m.Sign)
	}
}
