package screen

import (
	"slices"
	"strings"

	"kefi/tui/action"
	"kefi/tui/theme"
)

// This file is the last line: the keys that do something here.

// briefBelow are the columns below which the footer says things in one word.
const briefBelow = 80

// footer lists the keys that do something here, as many as there is room for.
func (sh *Shell) footer(s *Sight, speech Speech) string {
	gap := 3
	if !s.Wide() {
		gap = 2
	}
	right := s.hintOf(shellKeys.leave, "leave")
	limit, leaves := s.Width, s.Width >= cardBelow
	if leaves {
		limit -= cells(right.Key+" "+right.Word) + gap
	}
	var b strings.Builder
	x := 0
	for _, h := range sh.hints(s, speech) {
		w := cells(h.Key) + 1 + cells(h.Word)
		if x+w > limit {
			continue // a shorter one may have room
		}
		b.WriteString(h.paint(s.Theme) + blanks(gap))
		x += w + gap
	}
	if leaves {
		return spread(b.String(), right.paint(s.Theme), s.Width, "")
	}
	return strings.TrimRight(b.String(), " ")
}

// paint draws an entry so that it can be clicked: of several keys, such as
// Up/Down, each by itself.
func (h Hint) paint(t *theme.Theme) string {
	word := t.Paint(theme.Muted, " "+h.Word)
	one, other, two := strings.Cut(h.Key, "/")
	if !two || one == "" || other == "" {
		return link(h.target(h.Key), t.Paint(theme.Strong, h.Key)+word)
	}
	return link(h.target(one), t.Paint(theme.Strong, one)) + t.Paint(theme.Strong, "/") + link(h.target(other), t.Paint(theme.Strong, other)+word)
}

// hints are the footer's entries for the present focus.
func (sh *Shell) hints(s *Sight, speech Speech) []Hint {
	in := sh.line()
	switch {
	case s.View == nil:
		return nil
	case sh.leaving:
		return []Hint{{"y", s.Say("leave"), ""}, {"Esc", s.Say("stay"), ""}}
	case sh.choice.open(in) && !sh.focused:
		return []Hint{{"Enter", s.Say("run or fill in"), ""}, {"Up/Down", s.Say("choose"), ""}, {"Tab", s.Say("complete"), ""}, {"Esc", s.Say("back"), ""}}
	case sh.focused:
		list := sh.page().Hints(s)
		if !hasKey(list, "Tab") {
			list = append(list, Hint{"Tab", s.Say("your line"), ""})
		}
		return append(list, Hint{"?", s.Say("help"), "help"})
	case !in.text.Empty():
		return sh.writingHints(s, in, speech)
	}
	list := []Hint{{"/", s.Say("commands"), ""}, {"?", s.Say("help"), "help"}}
	if sh.incident != "" {
		return append(sh.incidentHints(s), list...)
	}
	page := sh.page().Hints(s)
	if speech.Enter != "" && !hasKey(page, "Enter") {
		list = append([]Hint{{"Enter", speech.Enter, sayVerb(speech)}}, list...)
	}
	if sh.takesKeys() { // before the page's own keys, which Tab leads to
		list = append(list, s.tabHint())
	}
	for _, h := range page { // its own Tab waits until the page has the keys
		if h.Key != "Tab" {
			list = append(list, h)
		}
	}
	if _, ok := sh.page().(Scroller); ok {
		list = append(list, s.hintOf(shellKeys.back, ""))
	}
	switch {
	case hasKey(list, "Esc"):
	case len(sh.stack) > 0:
		list = append(list, Hint{"Esc", s.Say("back"), ""})
	case sh.coach != nil:
		list = append([]Hint{{"Esc", s.Say("leave the rehearsal"), ""}}, list...)
	}
	return list
}

// writingHints are those while something stands in the line: what Enter does
// with it, and how to reach the commands without losing it.
func (sh *Shell) writingHints(s *Sight, in *input, speech Speech) []Hint {
	list := []Hint{{"Enter", speech.Enter, sayVerb(speech)}}
	if strings.HasPrefix(in.text.Text(), "/") {
		return []Hint{{"Enter", s.Say("run it"), ""}, {"Esc", s.Say("put it away"), ""}, s.hintOf(shellKeys.undo, "")}
	}
	if speech.Enter == "" {
		list = nil
	}
	list = append(list, s.hintOf(shellKeys.commands, ""), s.hintOf(shellKeys.undo, ""))
	if sh.incident != "" {
		return append(list, Hint{"Esc", s.Say("fold the incident away"), ""})
	}
	if sh.takesKeys() {
		list = append(list, Hint{"Tab", s.Say("to the page"), ""})
	}
	return append(list, s.hintOf(shellKeys.back, ""))
}

// incidentHints are what an incident in the reading area adds.
func (sh *Shell) incidentHints(s *Sight) []Hint {
	list := []Hint{{"Esc", s.Say("fold it away"), ""}}
	if x := s.Incident(sh.incident); x != nil && s.mayAnswer(x) {
		list = append([]Hint{{"Enter", s.Say("answer it"), ""}}, list...)
	}
	return list
}

// tabHint says how the page gets the keys.
func (s *Sight) tabHint() Hint {
	if s.Width < briefBelow {
		return Hint{"Tab", s.Say("page"), ""}
	}
	return Hint{"Tab", s.Say("to the page"), ""}
}

func hasKey(list []Hint, key string) bool {
	return slices.ContainsFunc(list, func(h Hint) bool { return h.Key == key })
}

// sayVerb is the action behind Enter: speaking where that is what it does.
func sayVerb(speech Speech) string {
	if a, ok := action.Find("say"); ok && (speech.Slot == "" || speech.Slot == tableSlot) {
		return a.Name
	}
	return ""
}
