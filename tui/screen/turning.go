package screen

import (
	"slices"
	"strings"
)

// This file puts a drawn line into the order in which it is seen, for terminals
// that draw every text from left to right.

// turned is a line with its glyphs where they are seen. They stay in the order
// in which they are spoken, so that what is marked is read out so.
func (r readLine) turned(width int) readLine {
	from, to := r.textGlyphs()
	body := r.glyphs[from:to]
	chars := make([]string, len(body))
	for i, g := range body {
		chars[i] = g.text
	}
	text := strings.Join(chars, "")
	if !holdsRight(text) {
		return r
	}
	whole := slices.ContainsFunc(r.tags, func(t placedTag) bool { return t.kind == tagRight })
	right := whole || beginsRight(text)
	list := levels(chars, right)

	out := readLine{glyphs: slices.Clone(r.glyphs), tags: slices.Clone(r.tags)}
	end := body[len(body)-1].x + body[len(body)-1].w
	behind := out.glyphs[to:]
	shift := turnedBy(whole, right, end, len(behind), width)
	x := body[0].x + shift
	for _, i := range seenOrder(list) {
		g := &out.glyphs[from+i]
		g.x, g.leftward = x, list[i]%2 == 1
		x += g.w
	}
	for i := range min(shift, len(behind)) {
		behind[i].x = body[0].x + shift - 1 - i // blanks behind it are on its left
	}
	for i := range out.tags {
		if out.tags[i].x >= end {
			out.tags[i].x += shift
		}
	}
	return out
}

// turnedBy is how far a text moves: one that reads to the left ends at the right
// edge of its column, or leaves cells for the blanks behind it and the cursor
// where it is being written.
func turnedBy(whole, right bool, end, behind, width int) int {
	switch {
	case whole:
		return max(min(width, maxColumn)-end, 0)
	case right:
		return max(min(behind+1, width-end), 0)
	}
	return 0
}

// textGlyphs are the glyphs of a line after its marks and without blanks around.
func (r readLine) textGlyphs() (from, to int) {
	p := r.text(pane{0, 1 << 20})
	for from < len(r.glyphs) && (r.glyphs[from].x < p.from || r.glyphs[from].text == " ") {
		from++
	}
	to = len(r.glyphs)
	for to > from && r.glyphs[to-1].text == " " {
		to--
	}
	return from, to
}

// draw draws the line as it is seen, without its tags.
func (r readLine) draw() string {
	seen := slices.Clone(r.glyphs)
	slices.SortStableFunc(seen, func(a, b glyph) int { return a.x - b.x })
	var b strings.Builder
	x, pen := 0, ""
	for _, g := range seen {
		if g.x > x {
			b.WriteString(plainPen(pen) + blanks(g.x-x))
			x, pen = g.x, ""
		}
		if g.pen != pen {
			b.WriteString(plainPen(pen) + g.pen)
			pen = g.pen
		}
		if g.leftward {
			g.text = mirrored(g.text)
		}
		b.WriteString(g.text)
		x += g.w
	}
	return b.String() + plainPen(pen)
}

// plainPen ends a style, if there is one.
func plainPen(pen string) string {
	if pen == "" {
		return ""
	}
	return "\x1b[m"
}

// cursorAt is where the cursor is seen that stands before a cell of the line as
// it is spoken; after its last glyph it stands where the next will come.
func (r readLine) cursorAt(x, width int) int {
	turned := r.turned(width)
	_, to := r.textGlyphs()
	for i, g := range r.glyphs[:to] {
		if g.x == x {
			return turned.glyphs[i].x
		}
	}
	if to == 0 {
		return x
	}
	last, beyond := turned.glyphs[to-1], x-r.glyphs[to-1].x-r.glyphs[to-1].w
	if last.leftward {
		return max(last.x-1-beyond, 0)
	}
	return last.x + last.w + beyond
}

// onScreen is a line of the last frame as the mouse finds it.
func (sh *Shell) onScreen(y int) readLine {
	r := readOf(at(sh.drawn, y))
	if sh.likes.Reorder {
		return r.turned(sh.width)
	}
	return r
}

// turnLines puts the lines of a frame into the order in which they are seen.
func (sh *Shell) turnLines(lines []string) {
	for i, line := range lines {
		if holdsRight(line) {
			lines[i] = readOf(line).turned(sh.width).draw()
		}
	}
}
