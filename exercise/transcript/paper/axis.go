package paper

import "strconv"

// axis is time from left to right.
type axis struct {
	from, to    int64
	left, right float64
	tick        func(int64) string
}

func (a axis) x(at int64) float64 {
	if a.to <= a.from {
		return a.left
	}
	at = min(max(at, a.from), a.to)
	return a.left + (a.right-a.left)*float64(at-a.from)/float64(a.to-a.from)
}

func (a axis) text(at int64) string {
	if a.tick == nil {
		return strconv.FormatInt(at, 10)
	}
	return a.tick(at)
}

// steps are the distances that ticks may have, in ms.
func steps() []int64 {
	const second, minute, hour = 1000, 60_000, 3_600_000
	return []int64{
		second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second,
		minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 20 * minute, 30 * minute,
		hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour, 48 * hour, 168 * hour,
	}
}

// ticks are round moments whose labels do not touch; both ends where there is
// none.
func (a axis) ticks() []int64 {
	for _, step := range steps() {
		if (a.to-a.from)/step > 40 {
			continue
		}
		var at []int64
		for t := (a.from + step - 1) / step * step; t <= a.to; t += step {
			at = append(at, t)
		}
		if len(at) > 1 && a.apart(at) {
			return at
		}
	}
	if ends := []int64{a.from, a.to}; a.to > a.from && a.apart(ends) {
		return ends
	}
	return []int64{a.from}
}

func (a axis) apart(at []int64) bool {
	end := -1e9
	for _, t := range at {
		half := lengthOf(regular, a.text(t)) / 2
		if a.x(t)-half < end+8 {
			return false
		}
		end = a.x(t) + half
	}
	return true
}

// draw writes the axis at y, with faint lines up to top.
func (a axis) draw(p pen, y, top float64) {
	for _, t := range a.ticks() {
		p.line(0.25, 1, point{a.x(t), top}, point{a.x(t), y})
		p.line(0.6, 0, point{a.x(t), y}, point{a.x(t), y + 3})
		text := a.text(t)
		half := lengthOf(regular, text) / 2
		p.label(point{min(max(a.x(t), half), chartWidth-half), y + 3 + labelLine}, over, regular, text)
	}
	p.line(0.8, 0, point{a.left, y}, point{a.right, y})
}

// signRow places marks side by side above the axis: the row, from 0 up, in
// which each has room.
func (a axis) signRow(marks []Mark) []int {
	const rows, wide = 4, 9.0
	ends := [rows]float64{}
	out := make([]int, len(marks))
	for i, m := range marks {
		x := a.x(m.At)
		for row := range rows {
			if out[i] = row; x-wide/2 >= ends[row] {
				break
			}
		}
		ends[out[i]] = x + wide/2
	}
	return out
}
