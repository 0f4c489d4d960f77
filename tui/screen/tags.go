package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A drawn line may hold tags beside its text and styles: what a click there
// does, where a text goes on in the next line, where a pane ends. They are OSC
// strings, so that whoever measures or cuts the line leaves them in their place,
// and package paint drops them. The mouse reads them.
const (
	tagOn     = "w" // the text that ends here goes on in the next line, after a space
	tagJoined = "j" // the same, within a word
	tagRight  = "r" // the line is of a text that reads from right to left
	tagText   = "t" // text begins here; what stands before it in its pane is a mark
	tagEdge   = "|" // the rule between two panes is next
	tagHair   = "-" // a hairline is next
	tagLink   = "l" // what is next can be clicked: the target follows, empty ends it
)

// tag writes a tag. It holds ASCII only: some decoders take a byte of a longer
// character for its end.
func tag(kind string) string { return "\x1b]" + kind + "\x1b\\" }

// link makes a painted text that can be clicked. A target is a typed line, as
// "/read I2", or what the page in sight takes, as "row seat hydra".
func link(target, painted string) string {
	if painted == "" || target == "" || strings.ContainsFunc(target, func(r rune) bool { return r < ' ' || r > '~' }) {
		return painted
	}
	return tag(tagLink+target) + painted + tag(tagLink)
}

// linked makes lines that can be clicked.
func linked(target string, lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = link(target, line)
	}
	return out
}

// glyph is a character of a drawn line, with the target under it.
type glyph struct {
	text   string
	x, w   int
	target string
	pen    string // its style, as SGR sequences
	// leftward is a glyph within text that reads to the left, as turned finds.
	leftward bool
}

// readLine is a drawn line as the mouse finds it.
type readLine struct {
	glyphs []glyph
	tags   []placedTag
}

type placedTag struct {
	kind string
	x    int // the cell before which it stands
}

// readOf takes a drawn line apart.
func readOf(line string) (r readLine) {
	x, target, pen := 0, "", ""
	for line != "" {
		if line[0] != ansi.ESC {
			n, width := cluster(line)
			r.glyphs = append(r.glyphs, glyph{text: line[:n], x: x, w: width, target: target, pen: pen})
			x, line = x+width, line[n:]
			continue
		}
		seq, _, n, _ := ansi.DecodeSequence(line, ansi.NormalState, nil)
		line = line[n:]
		body, isTag := strings.CutPrefix(seq, "\x1b]")
		switch {
		case isTag && strings.HasPrefix(body, tagLink):
			target = strings.TrimSuffix(body[len(tagLink):], "\x1b\\")
		case seq == "\x1b[m":
			pen = ""
		case !isTag:
			pen += seq
		default:
			r.tags = append(r.tags, placedTag{strings.TrimSuffix(body, "\x1b\\"), x})
		}
	}
	return r
}

// at is the glyph over a cell.
func (r readLine) at(x int) (glyph, bool) {
	for _, g := range r.glyphs {
		if x >= g.x && x < g.x+g.w {
			return g, true
		}
	}
	return glyph{}, false
}

// pane is the stretch of cells between two rules.
type pane struct{ from, to int }

// paneAt is the pane of a cell, without the blanks beside its rules.
func (r readLine) paneAt(x, width int) pane {
	p := pane{0, width}
	for _, n := range r.tags {
		switch {
		case n.kind != tagEdge:
		case n.x <= x:
			p.from = n.x + 2
		case n.x-1 < p.to:
			p.to = n.x - 1
		}
	}
	return p
}

// text narrows a pane to where its text stands: after its marks, and to the end
// of what is written. Of a hairline there is none.
func (r readLine) text(p pane) pane {
	for _, n := range r.tags {
		switch {
		case n.x < p.from || n.x >= p.to:
		case n.kind == tagHair:
			return pane{p.from, p.from}
		case n.kind == tagText:
			p.from = n.x
		}
	}
	end := p.from
	for _, g := range r.glyphs {
		if g.x < p.to && g.x >= p.from && g.text != " " {
			end = g.x + g.w
		}
	}
	return pane{p.from, end}
}

// goesOn says whether the text of a pane goes on in the next line, and by what
// it is joined to it.
func (r readLine) goesOn(p pane) (joint string, on bool) {
	end := r.text(p).to
	for _, n := range r.tags {
		if n.x >= end && n.x <= p.to && n.x > p.from {
			switch n.kind {
			case tagOn:
				return " ", true
			case tagJoined:
				return "", true
			}
		}
	}
	return "", false
}
