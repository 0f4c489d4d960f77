package screen

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kefi/tui/theme"
)

// Drawing collects the lines of a pane.
type Drawing struct {
	s      *Sight
	width  int
	lines  []string
	cursor *Spot
}

// Draw starts a drawing as wide as the reading area.
func (s *Sight) Draw() *Drawing { return s.DrawWide(s.Width) }

// DrawWide starts a drawing of a given width, for one pane of several.
func (s *Sight) DrawWide(width int) *Drawing { return &Drawing{s: s, width: width} }

// Line adds one line in one style, cut to the width.
func (d *Drawing) Line(style theme.Style, text string) {
	d.lines = append(d.lines, d.s.Theme.Paint(style, cut(text, d.width, d.tail())))
}

// Runs adds one line in several styles, cut to the width.
func (d *Drawing) Runs(r runs) { d.Raw(r.line(d.s.Theme)) }

// Raw adds a painted line, cut to the width.
func (d *Drawing) Raw(line string) { d.lines = append(d.lines, cut(line, d.width, d.tail())) }

// Text adds wrapped text, indented. Within a paragraph it keeps to the width
// of a text column.
func (d *Drawing) Text(indent int, r runs) { d.Hang(blanks(indent), r) }

// Hang adds wrapped text behind a painted lead; further lines are indented to
// where the text began.
//
// Text that reads from right to left has nothing else on its lines.
func (d *Drawing) Hang(lead string, r runs) {
	if beginsRight(r.words()) {
		if strings.TrimSpace(ansi.Strip(lead)) != "" {
			d.Raw(lead)
		}
		lead = ""
	}
	in := cells(lead)
	for i, line := range r.wrap(d.s.Theme, min(d.width-in, maxColumn)) {
		if i > 0 {
			lead = blanks(in)
		}
		d.Raw(lead + line)
	}
}

// Spread adds a line with two ends, both painted.
func (d *Drawing) Spread(left, right string) {
	if right != "" && holdsRight(left+right) {
		d.Raw(cut(left, d.width, d.tail()))
		left = "" // a terminal would draw what stands on the line in one order
	}
	d.lines = append(d.lines, spread(left, right, d.width, d.tail()))
}

// Rule adds a hairline, with a title set into it if there is one.
func (d *Drawing) Rule(title string) {
	d.lines = append(d.lines, d.s.rule(title, d.width))
}

// Gap adds an empty line, but never two together nor one at the top.
func (d *Drawing) Gap() {
	if n := len(d.lines); n > 0 && d.lines[n-1] != "" {
		d.lines = append(d.lines, "")
	}
}

// Add adds painted lines as they are.
func (d *Drawing) Add(lines ...string) { d.lines = append(d.lines, lines...) }

// Cursor puts the terminal's own cursor on the last line, at column x.
func (d *Drawing) Cursor(x int) { d.cursor = &Spot{X: x, Y: max(len(d.lines)-1, 0)} }

// Rows is how many lines there are so far.
func (d *Drawing) Rows() int { return len(d.lines) }

// Lines gives the lines.
func (d *Drawing) Lines() []string { return d.lines }

// Area gives the lines with the cursor.
func (d *Drawing) Area() Area { return Area{Lines: d.lines, Cursor: d.cursor} }

func (d *Drawing) tail() string { return d.s.Theme.Glyphs.Waiting }

// rule is a hairline, with a title set into it if there is one.
func (s *Sight) rule(title string, width int) string {
	across := s.Theme.Glyphs.Across
	if title == "" {
		return tag(tagHair) + s.Theme.Paint(theme.Muted, strings.Repeat(across, max(width, 0)))
	}
	title = cut(" "+title+" ", width-4, s.Theme.Glyphs.Waiting)
	rest := max(width-2-cells(title), 0)
	return tag(tagHair) + s.Theme.Paint(theme.Muted, strings.Repeat(across, min(2, max(width, 0)))) +
		s.Theme.Paint(theme.Strong, title) +
		s.Theme.Paint(theme.Muted, strings.Repeat(across, rest))
}

// columns sets panes side by side with the one vertical rule between them. The
// left pane is leftWidth cells wide; the result is height lines.
func (s *Sight) columns(left, right []string, leftWidth, height int) []string {
	down := " " + tag(tagEdge) + s.Theme.Paint(theme.Muted, s.Theme.Glyphs.Down) + " "
	lines := make([]string, height)
	for y := range lines {
		lines[y] = fit(at(left, y), leftWidth, s.Theme.Glyphs.Waiting) + down + at(right, y)
	}
	return lines
}

// at is line y, or nothing where there is none.
func at(lines []string, y int) string {
	if y < 0 || y >= len(lines) {
		return ""
	}
	return lines[y]
}
