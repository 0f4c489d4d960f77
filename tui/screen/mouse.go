package screen

import tea "charm.land/bubbletea/v2"

// place is where a footer entry stands, in cells.
type place struct {
	from, to int
	hint     Hint
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
				return sh.clicked(p.hint)
			}
		}
		return nil
	}
	if y < sh.bodyY || y >= sh.bodyY+sh.bodyHeight() || sh.now < sh.quiet {
		return nil
	}
	if in := sh.line(); sh.choice.open(in) && !sh.focused {
		return sh.clickOffer(in, y-sh.bodyY-sh.choice.top)
	}
	if p, ok := sh.page().(Clicker); ok && sh.incident == "" {
		return sh.do(p.Click(sh.sight(), x, y-sh.bodyY))
	}
	return nil
}

// clicked does what a footer entry stands for: it presses the key, or runs the
// verb where there is none to press.
func (sh *Shell) clicked(h Hint) []Act {
	switch h.Verb {
	case "help": // its key would be text in a line that holds some
		if in := sh.line(); in.text.Empty() {
			in.text.Set("?")
		}
		sh.focused = false
		return nil
	case "leave":
		sh.leaving, sh.quiet = true, sh.now+deaf
		return nil
	}
	if k, ok := sh.pressable(h.Key); ok {
		return sh.Key(k, sh.now)
	}
	if len(h.Key) > 1 && h.Key[0] == '/' {
		return sh.do([]Act{Type{h.Key}})
	}
	if h.Verb == "" {
		return nil
	}
	return sh.chosen(h.Verb)
}

// footerKeys are the keys with a name, as the footer writes them.
var footerKeys = map[string]tea.Key{
	"Enter": {Code: tea.KeyEnter}, "Esc": {Code: tea.KeyEscape}, "Tab": {Code: tea.KeyTab}, "Space": {Code: tea.KeySpace, Text: " "},
	"PgUp": {Code: tea.KeyPgUp}, "PgDn": {Code: tea.KeyPgDown},
	"Ctrl+K": {Code: 'k', Mod: tea.ModCtrl}, "Ctrl+Z": {Code: 'z', Mod: tea.ModCtrl}, "Ctrl+L": {Code: 'l', Mod: tea.ModCtrl},
}

// pressable gives the key press that a footer entry names. A letter is one only
// while it would not be text.
func (sh *Shell) pressable(key string) (tea.KeyPressMsg, bool) {
	if k, ok := footerKeys[key]; ok {
		return tea.KeyPressMsg(k), true
	}
	if r := []rune(key); len(r) == 1 && (sh.focused || sh.leaving || key == "/" && sh.line().text.Empty()) {
		return tea.KeyPressMsg{Code: r[0], Text: key}, true
	}
	return tea.KeyPressMsg{}, false
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
