package screen

import (
	"strconv"

	"kefi/tui/theme"
)

// menu is a short list of things to do with one chosen. Its first item is the
// safe one, so that Enter pressed too early does nothing that binds.
type menu struct {
	chosen int
	title  string // of the rule above it, where there is room for one
}

// item is one line of a menu.
type item struct {
	key    string // the letter that does it at once, in a focused list
	words  string
	beside string // a remark to the right of it
	verb   string // the action of the registry that it leads to, if any
	does   []Act
}

// key moves the choice or does an item. Letters count only where the list has
// the focus.
func (m *menu) key(s *Sight, k key, items []item) ([]Act, bool) {
	if len(items) == 0 {
		return nil, false
	}
	m.chosen = min(max(m.chosen, 0), len(items)-1)
	name := k.String()
	switch name {
	case "up":
		m.chosen = max(m.chosen-1, 0)
		return nil, true
	case "down":
		m.chosen = min(m.chosen+1, len(items)-1)
		return nil, true
	case "enter":
		return items[m.chosen].does, true
	}
	if !s.Focused {
		return nil, false
	}
	for i, it := range items {
		if it.key != "" && it.key == name {
			m.chosen = i
			return it.does, true
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(items) {
		m.chosen = n - 1
		return nil, true
	}
	return nil, false
}

// draw adds the items to a drawing, the chosen one marked, and tells on which
// row that one begins.
func (m *menu) draw(d *Drawing, items []item) (row int) {
	for i, it := range items {
		chosen := i == min(m.chosen, len(items)-1)
		key := it.key
		if key == "" {
			key = " "
		}
		lead := d.s.Theme.Paint(theme.Chosen, d.s.marked(chosen)) + d.s.Theme.Paint(theme.Strong, key) + "  "
		if chosen {
			row = d.Rows()
		}
		d.Hang(lead, runs{{rowStyle(chosen), it.words}, {theme.Muted, aside(it.beside)}})
	}
	if d.s.Focused && len(items) > 0 {
		d.cursor = &Spot{Y: row}
	}
	return row
}

// under draws a text that scrolls, above the menu that always stands. Where
// there is no room for both, the chosen item and its neighbours stand.
func (m *menu) under(s *Sight, read *scroll, text []string, items []item) Area {
	foot := s.Draw()
	row := m.draw(foot, items)
	lines := foot.Lines()
	if most := max(s.Height-2, 1); len(lines) > most {
		from := min(max(row-most/2, 0), len(lines)-most)
		lines, row = lines[from:from+most], row-from
	}
	d := s.Draw()
	rule := s.Height > len(lines)+4
	room := s.Height - len(lines)
	if rule {
		room--
	}
	d.Add(read.window(s, text, room)...)
	if rule {
		d.Rule(m.title)
	}
	area := Area{Lines: append(d.Lines(), lines...)}
	if s.Focused {
		area.Cursor = &Spot{Y: d.Rows() + row}
	}
	return area
}

// aside sets a remark off from the words before it.
func aside(remark string) string {
	if remark == "" {
		return ""
	}
	return "   " + remark
}
