package screen

import (
	"slices"
	"strings"

	"kefi/tui/action"
	"kefi/tui/theme"
)

// rowList is a page of rows that can be chosen, in one column or in two panes.
// Rows come and go with every view, so the choice is kept by id, not by place.
type rowList struct {
	id    string
	read  [2]scroll
	shown string // the row that was last brought into sight
}

// listRow is one entry. A row without an id is a heading or a remark.
type listRow struct {
	id    string
	pane  int      // 1: the right pane, where there are two
	lines []string // painted, at most the pane's rowWidth
	more  []string // shown under it while it is chosen
	does  []does   // what keys do with it, the most useful first
}

const targetRow = "row "

// target is what a click on a row does.
func (r listRow) target() string {
	if r.id == "" {
		return ""
	}
	return targetRow + r.id
}

// click chooses a row and gives the keys to the list.
func (l *rowList) click(target string) []Act {
	id, ok := strings.CutPrefix(target, targetRow)
	if !ok {
		return nil
	}
	l.id = id
	return []Act{Take{}}
}

// does is a key of a row: "enter" or a letter.
type does struct {
	key, word string
	acts      []Act
	turn      func() // what it does within the page itself; may be nil
}

// types is a key that does what a typed line does.
func types(key, word, line string) does { return does{key: key, word: word, acts: []Act{Type{line}}} }

// prefills is a key that begins a line for the person to finish.
func prefills(key, word, line string) does {
	return does{key: key, word: word, acts: []Act{Prefill{line}}}
}

const listLead = 2 // cells for the mark of the chosen row

// rowWidth is how wide the lines of a row may be in a pane.
func (s *Sight) rowWidth(pane int) int {
	left, right := s.panes()
	if pane == 1 {
		return right - listLead
	}
	return left - listLead
}

// panes gives the widths of the two panes; where there is one, it has both.
func (s *Sight) panes() (left, right int) {
	if !s.Wide() {
		return s.Width, s.Width
	}
	left = (s.Width - 3) * 11 / 20
	return left, s.Width - 3 - left
}

// row makes the lines of a row: wrapped, further lines indented by two.
func (s *Sight) row(pane int, r runs) []string {
	d := s.DrawWide(s.rowWidth(pane))
	for i, line := range r.wrap(s.Theme, d.width-2) {
		d.Raw(blanks(2*min(i, 1)) + line)
	}
	return d.Lines()
}

// under makes lines that stand under a row's first, indented as far.
func (s *Sight) under(pane, indent int, r runs) []string {
	d := s.DrawWide(s.rowWidth(pane))
	d.Text(indent, r)
	return d.Lines()
}

// heading is a title above rows, with a remark at its right end, and air above
// it but on a card.
func (s *Sight) heading(pane int, title, remark string) listRow {
	line := spread(s.Theme.Paint(theme.Strong, title), s.Theme.Paint(theme.Muted, remark), s.rowWidth(pane)+1, s.Theme.Glyphs.Waiting)
	if s.Card() {
		return listRow{pane: pane, lines: []string{line}}
	}
	return listRow{pane: pane, lines: []string{"", line}}
}

// chosen is the index of the chosen row: while the list has not been used, the
// first that can be; -1 where the one that was chosen has gone.
func (l *rowList) chosen(rows []listRow) int {
	return slices.IndexFunc(rows, func(r listRow) bool {
		return r.id != "" && (r.id == l.id || l.id == "")
	})
}

// pin settles which row the keys are for, once the list has them: a row that
// goes is not replaced by another under the person's finger.
func (l *rowList) pin(s *Sight, rows []listRow) {
	i := l.chosen(rows)
	switch {
	case s.Focused && i >= 0:
		l.id = rows[i].id
	case !s.Focused && i < 0:
		l.id = ""
	}
}

// step chooses the next or the previous row.
func (l *rowList) step(rows []listRow, by int) {
	at := l.chosen(rows)
	if at < 0 {
		l.id = ""
		at = l.chosen(rows)
		by = 0
	}
	for i := at + by; i >= 0 && i < len(rows); i += by {
		if rows[i].id != "" {
			l.id = rows[i].id
			return
		}
	}
}

// key moves the choice, or does what the chosen row has for that key. Enter on
// the empty input line only tells what it would do here: a second Enter after a
// spoken line must not decide anything.
func (l *rowList) key(s *Sight, k key, rows []listRow) ([]Act, bool) {
	l.pin(s, rows)
	name := k.String()
	switch name {
	case "up":
		l.step(rows, -1)
		return nil, true
	case "down":
		l.step(rows, 1)
		return nil, true
	}
	i := l.chosen(rows)
	if i < 0 && name == "enter" && s.Focused {
		return []Act{Notice{s.Say("That line has gone. Up and Down choose another.")}}, true
	}
	if i < 0 {
		return nil, false
	}
	for _, d := range rows[i].does {
		if d.key != name {
			continue
		}
		if !s.Focused {
			return []Act{Notice{s.Say("Tab goes to the list; Enter there: %s.", d.word)}}, true
		}
		if d.turn != nil {
			d.turn()
		}
		return d.acts, true
	}
	return nil, false
}

// area draws the rows in their panes.
func (l *rowList) area(s *Sight, rows []listRow) Area {
	l.pin(s, rows)
	chosen := l.chosen(rows)
	if !s.Wide() {
		lines, spot := l.pane(s, rows, chosen, 0, func(listRow) bool { return true })
		return Area{Lines: lines, Cursor: spot}
	}
	left, _ := s.panes()
	one, spot := l.pane(s, rows, chosen, 0, func(r listRow) bool { return r.pane == 0 })
	two, right := l.pane(s, rows, chosen, 1, func(r listRow) bool { return r.pane == 1 })
	if right != nil {
		spot = &Spot{X: right.X + left + 3, Y: right.Y}
	}
	return Area{Lines: s.columns(one, two, left, s.Height), Cursor: spot}
}

// pane draws one pane, and says where the cursor stands if the chosen row is in it.
func (l *rowList) pane(s *Sight, rows []listRow, chosen, pane int, in func(listRow) bool) ([]string, *Spot) {
	var lines []string
	start, end := -1, -1
	for i, r := range rows {
		if !in(r) {
			continue
		}
		if i == chosen {
			start, end = len(lines), len(lines)+len(r.lines)+len(r.more)-1
		}
		lines = append(lines, linked(r.target(), s.rowLines(r, i == chosen, len(lines) == 0))...)
	}
	read := &l.read[pane]
	if start >= 0 && l.shown != rows[chosen].id {
		l.shown = rows[chosen].id
		read.reveal(start, end, s.Height)
	}
	seen := read.pane(s, lines, s.rowWidth(pane)+listLead, s.Height)
	if y := start - read.from; start >= 0 && s.Focused && y >= 0 && y < len(seen) {
		return seen, &Spot{Y: y}
	}
	return seen, nil
}

// rowLines are a row with its mark; a heading at the top has no line above it.
func (s *Sight) rowLines(r listRow, chosen, top bool) []string {
	if r.id == "" {
		if top && r.lines[0] == "" {
			return indented(" ", r.lines[1:])
		}
		return indented(" ", r.lines)
	}
	lead := blanks(listLead) + tag(tagText)
	lines := indented(lead, r.lines)
	if chosen {
		lines[0] = s.Theme.Paint(theme.Chosen, s.marked(true)) + tag(tagText) + r.lines[0]
		lines = append(lines, indented(lead, r.more)...)
	}
	return lines
}

func indented(lead string, lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" {
			out[i] = lead + line
		}
	}
	return out
}

// scroll moves both panes by lines.
func (l *rowList) scroll(by int) {
	for i := range l.read {
		l.read[i].move(by)
	}
}

// hints names what the chosen row's keys do.
func (l *rowList) hints(s *Sight, rows []listRow) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", s.Say("choose"), ""}}
	}
	i := l.chosen(rows)
	if i < 0 {
		return []Hint{{"Up/Down", s.Say("choose"), ""}}
	}
	var hints []Hint
	for _, d := range rows[i].does {
		key := d.key
		if key == "enter" {
			key = "Enter"
		}
		hints = append(hints, Hint{key, d.word, verbOf(d.acts)})
	}
	return hints
}

// verbOf is the verb that acts stand for, where the first is a line.
func verbOf(acts []Act) string {
	line := ""
	if len(acts) > 0 {
		switch a := acts[0].(type) {
		case Type:
			line = a.Line
		case Prefill:
			line = a.Line
		}
	}
	a, _ := action.Of(line)
	return a.Name
}
