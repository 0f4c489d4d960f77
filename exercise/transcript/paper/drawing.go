package paper

import (
	"fmt"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// drawn is a chart that can be drawn. It is laid out once, in points, and every
// format draws it with a pen of its own.
type drawn interface {
	named() (title, note string)
	// signs are its marks in words.
	signs() []Mark
	high() float64
	draw(pen)
}

// pen draws in black, from the left upper corner, in points.
type pen interface {
	// line joins points; a dash is how long its strokes are, 0: unbroken.
	line(wide, dash float64, points ...point)
	// area fills a shape: 0 paper, 1 black.
	area(grey float64, points ...point)
	// label writes at a point where its letters stand.
	label(at point, side side, x face, text string)
}

type point struct{ x, y float64 }

// side is where a label stands of its point.
type side string

const (
	rightOf side = "start"
	over    side = "middle"
	leftOf  side = "end"
)

const (
	chartWidth = 470.0 // of the page's text
	labelSize  = 9.0
	labelLine  = 11.5
	rowsAPage  = 26 // of a chart; more go on in another one
	// mostLetters of a label are read; three lines hold fewer.
	mostLetters = 600
)

// pictures are the charts that a block is drawn as.
func pictures(x Block) []drawn {
	switch c := x.(type) {
	case Bars:
		return parts(c.Title, c.Rows, func(title string, rows []Bar) drawn {
			c.Title, c.Rows = title, rows
			return c
		})
	case Spans:
		return parts(c.Title, c.Rows, func(title string, rows []SpanRow) drawn {
			c.Title, c.Rows = title, rows
			return c
		})
	case Steps:
		return []drawn{c}
	}
	return nil
}

// parts cuts rows into charts that each fit on a page.
func parts[R any](title string, rows []R, with func(string, []R) drawn) []drawn {
	if len(rows) <= rowsAPage {
		return []drawn{with(title, rows)}
	}
	var out []drawn
	all := (len(rows) + rowsAPage - 1) / rowsAPage
	for i := range all {
		out = append(out, with(fmt.Sprintf("%s (%d/%d)", title, i+1, all), rows[i*rowsAPage:min((i+1)*rowsAPage, len(rows))]))
	}
	return out
}

// alternative is a chart in words, for who cannot see it.
func alternative(c drawn) string {
	_, text := c.named()
	for _, m := range c.signs() {
		text += " " + m.Sign + " " + strings.TrimSpace(m.Text) + "."
	}
	return strings.TrimSpace(text)
}

// lengthOf is how long a label is, in points.
func lengthOf(x face, text string) float64 {
	var buf sfnt.Buffer
	text, _ = drawable(text)
	f, long := x.font(), 0.0
	for _, r := range text {
		if n, err := f.GlyphIndex(&buf, r); err == nil {
			if w, err := f.GlyphAdvance(&buf, n, fixed.I(1000), font.HintingNone); err == nil {
				long += float64(w) / 64
			}
		}
	}
	return long * labelSize / 1000
}

// broken cuts a label into lines, three at most.
func broken(text string, width float64) []string {
	var out []string
	text = strings.Join(strings.Fields(visible(text)), " ")
	if r := []rune(text); len(r) > mostLetters {
		text = string(r[:mostLetters]) + " …"
	}
	for _, line := range flow(Text(text), width, lengthOf) {
		whole := ""
		for _, p := range line {
			whole += p.text
		}
		out = append(out, strings.TrimSpace(whole))
	}
	if len(out) > 3 {
		out = append(out[:2], out[2]+" …")
	}
	return out
}

// box is a rectangle's outline.
func box(x, y, w, h float64) []point { return []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}} }

// hatched fills a box so that it is told from a plain one in any print.
func hatched(p pen, x, y, w, h float64) {
	p.area(0, box(x, y, w, h)...)
	const gap = 5.0
	for at := x - h + gap; at < x+w; at += gap {
		from, to := point{at, y + h}, point{at + h, y}
		if from.x < x {
			from = point{x, y + h - (x - at)}
		}
		if to.x > x+w {
			to = point{x + w, y + (at + h - x - w)}
		}
		p.line(0.4, 0, from, to)
	}
	p.line(0.7, 0, append(box(x, y, w, h), point{x, y})...)
}
