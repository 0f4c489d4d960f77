package screen

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/action"
)

// Mouse takes clicks, drags and the wheel. Nothing needs a mouse. A click is
// done when the button is let go where it was pressed; what is dragged over is
// marked and goes into the clipboard.
func (sh *Shell) Mouse(msg tea.MouseMsg, now int64) []Act { return sh.settled(sh.mouse(msg, now)) }

func (sh *Shell) mouse(msg tea.MouseMsg, now int64) []Act {
	sh.now = now
	m := msg.Mouse()
	here := Spot{m.X, m.Y}
	switch msg.(type) {
	case tea.MouseWheelMsg:
		sh.mark = marking{}
		switch m.Button {
		case tea.MouseWheelUp:
			sh.scroll(-3)
		case tea.MouseWheelDown:
			sh.scroll(3)
		}
	case tea.MouseClickMsg:
		sh.mark = marking{from: here, to: here, held: m.Button == tea.MouseLeft}
	case tea.MouseMotionMsg:
		sh.mark.drag(here)
	case tea.MouseReleaseMsg:
		return sh.release(here)
	}
	return nil
}

// takesMouse says that the mouse is the screen's and not the terminal's own.
func (sh *Shell) takesMouse() bool {
	_, bare := sh.page().(Bare)
	return !sh.likes.NoMouse && !(bare && sh.incident == "")
}

// release ends a click or a drag.
func (sh *Shell) release(here Spot) []Act {
	if !sh.mark.held {
		return nil
	}
	sh.mark.drag(here)
	sh.mark.held = false
	if sh.mark.dragged {
		return sh.copyMarked()
	}
	return sh.click(here)
}

// Targets of links, beside typed lines and what pages take.
const (
	targetHint  = "hint "  // an entry of the footer: a key, and a verb if there is one
	targetOffer = "offer " // an entry of the open list
)

// click does what the text under the mouse stands for.
func (sh *Shell) click(here Spot) []Act {
	g, ok := sh.onScreen(here.Y).at(here.X)
	if !ok || g.target == "" || sh.now < sh.quiet && sh.inBody(here.Y) {
		return nil
	}
	if hint, ok := strings.CutPrefix(g.target, targetHint); ok {
		key, verb, _ := strings.Cut(hint, "|")
		return sh.clicked(key, verb)
	}
	if offer, ok := strings.CutPrefix(g.target, targetOffer); ok {
		return sh.clickOffer(offer)
	}
	if line, ok := strings.CutPrefix(g.target, "/"); ok {
		return sh.follow(line)
	}
	if p, ok := sh.page().(Clicker); ok && sh.incident == "" {
		return sh.do(p.Click(sh.sight(), g.target))
	}
	return nil
}

// clicked does what a footer entry stands for: it presses the key, or runs the
// verb where there is none to press.
func (sh *Shell) clicked(key, verb string) []Act {
	switch verb {
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
	if k, ok := sh.pressable(key); ok {
		return sh.key(k, sh.now)
	}
	if len(key) > 1 && key[0] == '/' {
		return sh.do([]Act{Type{key}})
	}
	if verb == "" {
		return nil
	}
	return sh.chosen(verb)
}

// pressable gives the key press that a footer entry names. A letter is one only
// while it would not be text.
func (sh *Shell) pressable(name string) (tea.KeyPressMsg, bool) {
	k, ok := keyNamed(name)
	if k.Text != "" && k.Text != " " && !sh.focused && !sh.leaving && (name != "/" || !sh.line().text.Empty()) {
		return tea.KeyPressMsg{}, false
	}
	return k, ok
}

// follow does what a line on the screen says where that only shows something;
// anything else is put into the input line, for the person to finish and send.
func (sh *Shell) follow(line string) []Act {
	if acts := sh.opens(strings.TrimSpace(line)); acts != nil {
		return sh.do(acts)
	}
	verb, _, _ := strings.Cut(line, " ")
	if a, ok := action.Find(verb); ok && a.Kind == action.Read {
		return sh.run("/"+line, nil)
	}
	return sh.prefill("/" + line)
}

func (sh *Shell) inBody(y int) bool { return y >= sh.bodyY && y < sh.bodyY+sh.bodyHeight() }

// keyNames are the keys that a footer writes as words.
var keyNames = map[string]tea.Key{
	"Enter": {Code: tea.KeyEnter}, "Esc": {Code: tea.KeyEscape}, "Tab": {Code: tea.KeyTab}, "Space": {Code: tea.KeySpace, Text: " "},
	"Up": {Code: tea.KeyUp}, "Down": {Code: tea.KeyDown}, "Left": {Code: tea.KeyLeft}, "Right": {Code: tea.KeyRight},
	"PgUp": {Code: tea.KeyPgUp}, "PgDn": {Code: tea.KeyPgDown},
}

// keyNamed is a key as a footer writes it: Enter, Ctrl+K, v.
func keyNamed(name string) (tea.KeyPressMsg, bool) {
	if k, ok := keyNames[name]; ok {
		return tea.KeyPressMsg(k), true
	}
	if letter, ok := strings.CutPrefix(name, "Ctrl+"); ok && len(letter) == 1 {
		return tea.KeyPressMsg{Code: rune(letter[0] | 0x20), Mod: tea.ModCtrl}, true
	}
	if len(name) == 1 && name[0] > ' ' && name[0] < 0x7f {
		return tea.KeyPressMsg{Code: rune(name[0]), Text: name}, true
	}
	return tea.KeyPressMsg{}, false
}

// target is what a click on a footer entry does, for one of the keys in it.
func (h Hint) target(key string) string {
	if _, ok := keyNamed(key); !ok && h.Verb == "" && key[0] != '/' {
		return "" // a range of keys, such as 1-5
	}
	return targetHint + key + "|" + h.Verb
}

// Click takes the clause of a rail in hand.
func (t *table) Click(_ *Sight, target string) []Act {
	if id, ok := strings.CutPrefix(target, targetClause); ok {
		return t.choose(exercise.ClauseID(id))
	}
	return nil
}

// targetClause is a clause of the rail.
const targetClause = "clause "
