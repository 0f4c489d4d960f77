package screen

import (
	"strings"

	"kefi/tui/theme"
)

// This file marks what the mouse is dragged over, and reads it out as text.

// marking is what a person marks with the mouse. It stays in sight after the
// button is let go, until the next key, click or view.
type marking struct {
	from, to Spot
	held     bool // the button is down
	dragged  bool // the mouse has left the cell where it was pressed
}

func (m *marking) drag(here Spot) {
	if m.held {
		m.to, m.dragged = here, m.dragged || here != m.from
	}
}

// stretch is what is marked of one line.
type stretch struct {
	y int
	pane
	text   string
	joint  string // how the next line is joined, where on
	on     bool
	indent int // blanks before the text, where it is marked from its beginning
	whole  bool
}

// marked are the stretches of the lines on the screen, within the pane and the
// band where the mouse was pressed: no rule, mark or other column is among them.
func (sh *Shell) marked() (list []stretch) {
	if !sh.mark.dragged {
		return nil
	}
	first, last := sh.mark.from, sh.mark.to
	home := sh.onScreen(first.Y).paneAt(first.X, sh.width)
	last.X = min(max(last.X, home.from), home.to)
	if last.Y < first.Y || last.Y == first.Y && last.X < first.X {
		first, last = last, first
	}
	from, to := sh.bandOf(sh.mark.from.Y)
	for y := max(first.Y, from); y <= min(last.Y, to-1); y++ {
		r := sh.onScreen(y)
		if r.paneAt(home.from, sh.width) != home {
			continue
		}
		marks := r.text(home)
		p := marks
		if y == first.Y {
			p.from = max(p.from, first.X)
		}
		if y == last.Y {
			p.to = min(p.to, last.X+1)
		}
		list = append(list, r.stretch(y, p, home, marks))
	}
	return list
}

// stretch is what stands in some cells of a line.
func (r readLine) stretch(y int, p, home, all pane) stretch {
	x := stretch{y: y, pane: pane{p.to, p.from}}
	var b strings.Builder
	for _, g := range r.glyphs {
		if g.x < p.to && g.x+g.w > p.from {
			x.from, x.to = min(x.from, g.x), max(x.to, g.x+g.w)
			b.WriteString(g.text)
		}
	}
	x.text = strings.TrimRight(b.String(), " ")
	x.indent = len(x.text) - len(strings.TrimLeft(x.text, " "))
	x.whole = p.from <= all.from
	if p.to >= all.to {
		x.joint, x.on = r.goesOn(home)
	}
	return x
}

// bandOf are the lines of the band that a line belongs to: the header, the
// reading area, or what is below.
func (sh *Shell) bandOf(y int) (from, to int) {
	switch end := sh.bodyY + sh.bodyHeight(); {
	case y < sh.bodyY:
		return 0, sh.bodyY
	case y < end:
		return sh.bodyY, end
	default:
		return end, len(sh.drawn)
	}
}

// readOut reads stretches out: a line that only the width had broken is whole
// again, and what all lines are indented by is left out.
func readOut(list []stretch) string {
	indent := -1
	for i, x := range list {
		goesOn := i > 0 && list[i-1].on
		if x.whole && x.text != "" && !goesOn && (indent < 0 || x.indent < indent) {
			indent = x.indent
		}
	}
	var b strings.Builder
	for i, x := range list {
		switch {
		case i > 0 && list[i-1].on:
			b.WriteString(list[i-1].joint + oneBlank(strings.TrimLeft(x.text, " ")))
			continue
		case i > 0:
			b.WriteByte('\n')
		}
		if x.whole && x.text != "" {
			x.text = x.text[max(indent, 0):]
		}
		text := strings.TrimLeft(x.text, " ")
		b.WriteString(x.text[:len(x.text)-len(text)] + oneBlank(text))
	}
	return strings.Trim(b.String(), "\n")
}

// oneBlank leaves one of the blanks by which a line was set in columns.
func oneBlank(s string) string {
	for strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// stretchesOf are drawn lines as if all of them were marked.
func stretchesOf(lines []string, width int) []stretch {
	list := make([]stretch, len(lines))
	for y, line := range lines {
		r := readOf(line)
		home := pane{0, width}
		all := r.text(home)
		list[y] = r.stretch(y, all, home, all)
	}
	return list
}

// copyMarked puts what is marked into the clipboard.
func (sh *Shell) copyMarked() []Act {
	text := readOut(sh.marked())
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return sh.do(sh.sight().copied(text, "/copy"))
}

// showMarked draws what is marked in reverse.
func (sh *Shell) showMarked(t *theme.Theme, lines []string) {
	for _, x := range sh.marked() {
		if x.from < x.to && x.text != "" {
			line := lines[x.y]
			lines[x.y] = cutRight(line, x.from) + t.Paint(theme.Body|theme.Reverse, between(line, x.from, x.to)) + cutLeft(line, x.to)
		}
	}
}
