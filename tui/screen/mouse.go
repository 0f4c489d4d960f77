package screen

import tea "charm.land/bubbletea/v2"

// place is where a footer entry stands, in cells.
type place struct {
	from, to int
	verb     string
}

// Mouse takes clicks and the wheel. Nothing needs a mouse.
func (sh *Shell) Mouse(msg tea.MouseMsg, now int64) []Act {
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
	if p, ok := sh.page().(Clicker); ok {
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
