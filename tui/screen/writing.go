package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// maxInputRows is how far a long line grows.
const maxInputRows = 3

// band is the writing band, from top to bottom.
type band struct {
	above  []string // what asks for attention, and what one can do now
	input  []string
	cursor Spot // within input
	footer string
}

// lines gives the band's lines.
func (b band) lines() []string {
	all := append(append([]string(nil), b.above...), b.input...)
	if b.footer != "" {
		all = append(all, b.footer)
	}
	return all
}

// writing draws the writing band.
func (sh *Shell) writing(s *Sight) band {
	speech := sh.speech()
	b := band{footer: sh.footer(s, speech)}
	b.above = sh.attention(s)
	if !s.Card() {
		b.above = append(b.above, sh.nowLine(s, speech))
	}
	prefix := sh.prompt(s, speech)
	rows := maxInputRows
	if s.Card() {
		rows = 2
	}
	lines, cursor := sh.line().text.window(sh.inputWidth(), rows)
	for i, line := range lines {
		lead := prefix
		if i > 0 {
			lead = blanks(cells(prefix))
			if speech.Private {
				lead = fit(s.Theme.Paint(theme.Strong, s.Theme.Glyphs.Private), cells(prefix), "")
			}
		}
		b.input = append(b.input, lead+line)
	}
	b.cursor = Spot{X: cells(prefix) + cursor.X, Y: cursor.Y}
	return b
}

// prompt is what stands before the text: the private edge, the held mark.
func (sh *Shell) prompt(s *Sight, speech Speech) string {
	mark := "> "
	if sh.line().held {
		mark = s.Theme.Glyphs.Waiting + " "
	}
	mark = s.Theme.Paint(theme.Strong, mark)
	if speech.Private {
		return s.Theme.Paint(theme.Strong, s.Theme.Glyphs.Private+" ") + mark
	}
	return mark
}

// inputWidth is how wide the text of the input line may get.
func (sh *Shell) inputWidth() int {
	w := sh.width - 2
	if sh.speech().Private {
		w -= 2
	}
	return max(min(w-1, maxColumn), 1)
}

// attention are the lines that ask for it: one thing at a time, the most
// pressing first, and a standing decision beside it.
func (sh *Shell) attention(s *Sight) []string {
	var lines []string
	if band := sh.standing(s); band != "" {
		lines = append(lines, band)
	}
	limit := 1
	if s.Wide() || !s.Card() && sh.note != (note{}) {
		limit = 2
	}
	r := sh.pressing(s)
	if len(r) == 0 {
		return lines
	}
	wrapped := r.wrap(s.Theme, max(s.Width, 1))
	if len(wrapped) > limit {
		wrapped[limit-1] = cut(wrapped[limit-1]+" "+wrapped[limit], s.Width, s.Theme.Glyphs.Waiting)
		wrapped = wrapped[:limit]
	}
	return append(lines, wrapped...)
}

// pressing is the one thing to say above the input.
func (sh *Shell) pressing(s *Sight) runs {
	in, speech := sh.line(), sh.speech()
	switch {
	case sh.leaving:
		return runs{{theme.Strong, "Leave the table? Your seat waits."}, {theme.Body, "   y leave   Esc stay"}}
	case sh.note.refusal:
		return runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, asTyped(sh.note.text)}}
	case sh.note.text != "":
		return plain(sh.note.text)
	case s.View == nil || s.View.Room.RealWorld:
		return nil
	case sh.folded != "":
		return s.foldedLine(sh.folded)
	case in.held && speech.Send != nil:
		return runs{{theme.Strong, "The floor is yours."}, {theme.Body, " Enter sends the words you held."}}
	case in.held:
		return muted("Held; nothing was sent.")
	case in.aside != "":
		return muted("Put aside, and back after this command: " + one(in.aside))
	case sh.incident != "" && !in.text.Empty():
		return plain("Your words are still here. Nothing was sent.")
	case len(s.View.Own.ForYou) > 0 && sh.announces(s):
		return s.forYouLine()
	}
	return nil
}

// announces says whether what asks for this seat is said above the input: not
// where the rail says it, nor while a page with the focus needs the room.
func (sh *Shell) announces(s *Sight) bool {
	_, rail := sh.page().(*table)
	return !(rail && s.Wide()) && !sh.focused && !(s.Card() && len(sh.stack) > 0)
}

// foldedLine announces an incident that arrived while a page was open.
func (s *Sight) foldedLine(id string) runs {
	x := s.Incident(id)
	if x == nil {
		return nil
	}
	return runs{
		{theme.Alert, theme.MarkAlert + " Incident " + x.ID + " "},
		{theme.Body, x.From + ": " + x.Title + ".  "},
		{theme.Muted, "/read " + x.ID + " when you are ready"},
	}
}

// forYouLine is the first thing that asks for this seat, and how many there are.
func (s *Sight) forYouLine() runs {
	list := s.View.Own.ForYou
	line := runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, asTyped(list[0].Text)}}
	if list[0].Verb != "" {
		line = append(line, run{theme.Muted, "  " + typedLine(list[0].Verb)})
	}
	if n := len(list) - 1; n > 0 {
		line = append(line, run{theme.Muted, "  (and " + counted(n, "more thing") + ")"})
	}
	return line
}

// standing is the sentence of a decision that stands, with its time and how
// to answer. The page of decisions says it itself.
func (sh *Shell) standing(s *Sight) string {
	if s.View == nil || s.View.Room.RealWorld || len(s.View.Room.Standing) == 0 || s.Card() {
		return ""
	}
	if _, there := sh.page().(*decide); there {
		return ""
	}
	d := s.View.Room.Standing[0]
	line := runs{{theme.Strong, question(d)}}
	if d.Until > 0 {
		line = append(line, run{theme.Strong, "  " + s.Left(d.Until)})
	}
	return spread(line.line(s.Theme), s.Theme.Paint(theme.Muted, s.howToAnswer(d)), s.Width, s.Theme.Glyphs.Waiting)
}

// nowLine says what this seat can do now, and whom Enter speaks to.
func (sh *Shell) nowLine(s *Sight, speech Speech) string {
	if s.View == nil || s.View.Room.RealWorld {
		return ""
	}
	do := s.Theme.Paint(theme.Strong, asTyped(s.View.Own.Do))
	prompt := s.Theme.Paint(theme.Muted, speech.Prompt)
	if speech.Private {
		prompt = s.Theme.Paint(theme.Strong, speech.Prompt)
	}
	if cells(do)+2+cells(prompt) <= s.Width {
		return spread(do, prompt, s.Width, "")
	}
	if speech.Private {
		return cut(prompt, s.Width, s.Theme.Glyphs.Waiting)
	}
	return cut(do, s.Width, s.Theme.Glyphs.Waiting)
}

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

// question is a standing decision as a sentence.
func question(d exercise.DecisionView) string {
	if d.Form == "put" {
		return "What is your position on " + d.Title + "?"
	}
	if d.Form == "deferral" {
		return "Is there any objection to deferring " + d.Title + "?"
	}
	return "Is there any objection to " + d.Title + "?"
}

// howToAnswer names the verbs that answer a standing decision.
func (s *Sight) howToAnswer(d exercise.DecisionView) string {
	more := ""
	if n := len(s.View.Room.Standing) - 1; n > 0 {
		more = "   and " + counted(n, "more decision")
	}
	if !s.View.Own.Has(exercise.Delegate) {
		return more
	}
	if d.Form == "put" {
		return "/position" + more
	}
	return `/object "why"   /wait` + more
}
