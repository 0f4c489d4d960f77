package screen

import (
	"strings"

	"kefi/tui/action"
	"kefi/tui/theme"
)

// This file is the last line: the keys that do something here.

// footer lists the keys that do something here, as many as there is room for,
// and remembers where they stand.
func (sh *Shell) footer(s *Sight, speech Speech) string {
	gap := 3
	if !s.Wide() {
		gap = 2
	}
	right := Hint{Key: "Ctrl+C", Word: "leave", Verb: "leave"}
	limit := s.Width - cells(right.Key+" "+right.Word) - gap
	sh.places = sh.places[:0]
	var b strings.Builder
	x := 0
	for _, h := range sh.hints(s, speech) {
		w := cells(h.Key) + 1 + cells(h.Word)
		if x+w > limit {
			break
		}
		sh.places = append(sh.places, place{x, x + w, h.Verb})
		b.WriteString(h.paint(s.Theme) + blanks(gap))
		x += w + gap
	}
	if s.Width >= cardBelow {
		w := cells(right.Key + " " + right.Word)
		sh.places = append(sh.places, place{s.Width - w, s.Width, right.Verb})
		return spread(b.String(), right.paint(s.Theme), s.Width, "")
	}
	return b.String()
}

func (h Hint) paint(t *theme.Theme) string {
	return t.Paint(theme.Strong, h.Key) + t.Paint(theme.Muted, " "+h.Word)
}

// hints are the footer's entries for the present focus.
func (sh *Shell) hints(s *Sight, speech Speech) []Hint {
	in := sh.line()
	switch {
	case s.View == nil:
		return nil
	case sh.choice.open(in) && !sh.focused:
		return []Hint{{"Enter", "run or fill in", ""}, {"Up/Down", "choose", ""}, {"Tab", "complete", ""}, {"Esc", "back", ""}}
	case sh.focused:
		return append(sh.page().Hints(s), Hint{"Tab", "your line", ""}, Hint{"?", "help", "help"})
	}
	var list []Hint
	if speech.Enter != "" && (!in.text.Empty() || sh.incident == "") {
		list = append(list, Hint{"Enter", speech.Enter, sayVerb(speech)})
	}
	list = append(list, Hint{"/", "commands", ""}, Hint{"?", "help", "help"})
	if sh.incident != "" {
		return append(list, Hint{"Esc", "fold it away", ""})
	}
	list = append(list, sh.page().Hints(s)...)
	if sh.takesKeys() {
		list = append(list, Hint{"Tab", "to the page", ""})
	}
	if _, ok := sh.page().(Scroller); ok {
		list = append(list, Hint{"PgUp", "read back", ""})
	}
	if len(sh.stack) > 0 {
		list = append(list, Hint{"Esc", "back", ""})
	}
	return list
}

// sayVerb is the action behind Enter: speaking where that is what it does.
func sayVerb(speech Speech) string {
	if a, ok := action.Find("say"); ok && (speech.Slot == "" || speech.Slot == tableSlot) {
		return a.Name
	}
	return ""
}
