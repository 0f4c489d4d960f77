package paper

import (
	"cmp"
	"slices"
	"strconv"
)

const (
	plotHigh = 150.0
	signHigh = 11.0
)

func (c Steps) named() (title, note string) { return c.Title, c.Note }

func (c Steps) signs() []Mark { return c.Marks }

func (c Steps) high() float64 { return c.top() + plotHigh + labelLine + 8 }

// top is the room that the marks need over the plot.
func (c Steps) top() float64 {
	rows := 0
	for _, row := range c.axis().signRow(c.Marks) {
		rows = max(rows, row+1)
	}
	return 8 + float64(rows)*signHigh
}

func (c Steps) axis() axis {
	names := 0.0
	for _, s := range c.Series {
		for _, line := range broken(s.Label, chartWidth*0.25) {
			names = max(names, lengthOf(regular, line))
		}
	}
	return axis{c.From, c.To, 30, chartWidth - names - 14, c.Tick}
}

func (c Steps) most() int {
	most := 1
	for _, s := range c.Series {
		for _, v := range s.Values {
			most = max(most, v)
		}
	}
	return most
}

func (c Steps) draw(p pen) {
	a, top := c.axis(), c.top()
	ground := top + plotHigh
	a.draw(p, ground, top)
	step := roundStep(c.most())
	upTo := (c.most() + step - 1) / step * step
	y := func(v int) float64 { return ground - plotHigh*float64(min(max(v, 0), upTo))/float64(upTo) }
	for v := 0; v <= upTo; v += step {
		p.line(0.25, 1, point{a.left, y(v)}, point{a.right, y(v)})
		p.label(point{a.left - 5, y(v) + labelSize*0.36}, leftOf, regular, strconv.Itoa(v))
	}
	rows := a.signRow(c.Marks)
	for i, m := range c.Marks {
		x, foot := a.x(m.At), top-3-float64(rows[i])*signHigh
		p.line(0.4, 2, point{x, foot + 1}, point{x, ground})
		p.label(point{x, foot}, over, bold, m.Sign)
	}
	for i, s := range c.Series {
		if line := s.line(a, y); len(line) > 0 {
			p.line([]float64{1.6, 1.6, 1, 1}[i%4], []float64{0, 5, 0, 2}[i%4], line...)
		}
	}
	c.names(p, a, y)
}

// line is a series as its stairs.
func (s Series) line(a axis, y func(int) float64) []point {
	var out []point
	for i, v := range s.Values[:min(len(s.Values), len(s.At))] {
		x := a.x(s.At[i])
		if n := len(out); n > 0 {
			out = append(out, point{x, out[n-1].y})
		}
		out = append(out, point{x, y(v)})
	}
	if n := len(out); n > 0 {
		out = append(out, point{a.right, out[n-1].y})
	}
	return out
}

// names writes each series' name where its line ends, apart from the others.
func (c Steps) names(p pen, a axis, y func(int) float64) {
	type name struct {
		lines   []string
		ends, y float64
	}
	var list []name
	for _, s := range c.Series {
		if line := s.line(a, y); len(line) > 0 {
			end := line[len(line)-1].y
			list = append(list, name{broken(s.Label, chartWidth*0.25), end, end})
		}
	}
	slices.SortStableFunc(list, func(x, y name) int { return cmp.Compare(x.ends, y.ends) })
	for i := len(list) - 1; i >= 0; i-- { // from below, so that none leaves the plot
		high := float64(len(list[i].lines)) * labelLine
		if below := i + 1; below < len(list) {
			list[i].y = min(list[i].y, list[below].y-high)
		}
		p.line(0.4, 0, point{a.right, list[i].ends}, point{a.right + 7, list[i].y})
		for j, line := range list[i].lines {
			p.label(point{a.right + 10, list[i].y + labelSize*0.36 + float64(j)*labelLine}, rightOf, regular, line)
		}
	}
}

// roundStep divides an axis of figures up to most into at most six.
func roundStep(most int) int {
	for scale := 1; ; scale *= 10 {
		for _, n := range []int{1, 2, 5} {
			if most <= 6*n*scale {
				return n * scale
			}
		}
	}
}
