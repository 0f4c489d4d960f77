package screen

import tea "charm.land/bubbletea/v2"

// place is where a footer entry stands, in cells.
type place struct {
	from, to int
	verb     string
}

// Mouse takes clicks and the wheel. Nothing needs a mouse.
func (sh *Shell) Mouse(msg tea.MouseMsg, now int64) []Act { return sh.settled(sh.mouse(msg, now)) }

func (sh *Shell) mouse(msg tea.MouseMsg, now int64) []Act {
	sh.now = now
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		switch m.Button {
		case tea.MouseWheelUp:
			sh.scroll(-3)
		case tea.MouseWheelDown:
			sh.scroll(3)
		}
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			return sh.click(m.X, m.Y)
		}
	}
	return nil
}

// click runs a footer entry, or goes to the page's own places.
func (sh *Shell) click(x, y int) []Act {
	if y == sh.footerY {
		for _, p := range sh.places {
			if x >= p.from && x < p.to {
				return sh.clicked(p.verb)
			}
		}
		return nil
	}
	if y < sh.bodyY || y >= sh.bodyY+sh.bodyHeight() || sh.now < sh.quiet {
		return nil
	}
	if p, ok := sh.page().(Clicker); ok && sh.incident == "" {
		return sh.do(p.Click(sh.sight(), x, y-sh.bodyY))
	}
	return nil
}

// clicked does what a footer entry stands for.
func (sh *Shell) clicked(verb string) []Act {
	switch verb {
	case "":
		return nil
	case "say":
		if in := sh.line(); !in.text.Empty() {
			return sh.enter()
		}
		return nil
	case "help":
		if in := sh.line(); in.text.Empty() {
			in.text.Set("?")
		}
		sh.focused = false
		return nil
	case "leave":
		sh.leaving, sh.quiet = true, sh.now+deaf
		return nil
	}
	return sh.chosen(verb)
}

// Click takes a clause in hand from the rail, folded or not.
func (t *table) Click(s *Sight, x, y int) []Act {
	clauses := s.View.Room.Clauses
	switch {
	case s.Card():
	case s.Wide() && x < s.railWidth() && y >= 1 && y <= len(clauses):
		return t.choose(clauses[y-1].ID)
	case !s.Wide() && y == 0:
		parts, first := s.railParts(s.Clause, t.railRoom(s))
		from := 0
		for i, part := range parts {
			if from += cells(part) + 2; x < from {
				return t.choose(clauses[first+i].ID)
			}
		}
	}
	return nil
}
