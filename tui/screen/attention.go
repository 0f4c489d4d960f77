package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is what stands above the input: what asks for attention.

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
