package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is what stands above the input: what asks for attention.

// attention are the lines that ask for it: one thing at a time, the most
// pressing first, and a standing decision beside it.
func (sh *Shell) attention(s *Sight) []string {
	var lines []string
	if band, _ := sh.standing(s); band != "" {
		lines = append(lines, band)
	}
	limit := sh.aboveRows(s)
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

// aboveRows is how many lines that one thing may take.
func (sh *Shell) aboveRows(s *Sight) int {
	if s.Wide() || !s.Card() && sh.note != (note{}) {
		return 2
	}
	return 1
}

// pressing is the one thing to say above the input.
func (sh *Shell) pressing(s *Sight) runs {
	in, speech := sh.line(), sh.speech()
	switch {
	case sh.leaving && sh.coach != nil:
		return strong(s.Say("Leave the rehearsal?"))
	case sh.leaving:
		return strong(s.Say("Leave the table? Your seat waits."))
	case sh.note.refusal:
		return runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, asTyped(sh.note.text)}}
	case sh.note.text != "":
		return plain(sh.note.text)
	case s.View == nil || s.View.Room.RealWorld:
		return nil
	case in.held && speech.Send != nil: // the floor passes on; an incident waits
		return append(strong(s.Say("The floor is yours.")+" "), s.in(theme.Body).Say("Enter sends the words you held.")...)
	case sh.folded != "":
		return s.foldedLine(sh.folded, s.Width*sh.aboveRows(s))
	case in.held:
		return s.in(theme.Muted).Say("Held; nothing was sent.")
	case in.aside != "":
		return s.in(theme.Muted).Say("Put aside, and back after this command: %s", one(in.aside))
	case sh.incident != "" && !in.text.Empty():
		return s.in(theme.Body).Say("Your words are still here. Nothing was sent.")
	case sh.coach != nil:
		return nil // it says what is asked
	case s.Card() && s.View.Own.Has(exercise.Delegate) && sh.asks(s):
		return s.askedLine(s.Width)
	case sh.announces(s):
		return s.forYouLine(sh.unsaid(s), s.Width*sh.aboveRows(s))
	}
	return nil
}

// unsaid is what asks for this seat and is not said by another line above the
// input.
func (sh *Shell) unsaid(s *Sight) []exercise.Notice {
	own := s.View.Own
	if s.Card() {
		return own.ForYou // which has no other line
	}
	return slices.DeleteFunc(slices.Clone(own.ForYou), func(n exercise.Notice) bool {
		return strings.HasPrefix(own.Do.String(), strings.TrimSuffix(n.Text.String(), ".")) || sh.onStanding(s, n.Text)
	})
}

// onStanding says that a sentence is about a decision in the line above.
func (sh *Shell) onStanding(s *Sight, text exercise.Phrase) bool {
	band, _ := sh.standing(s)
	return band != "" && slices.ContainsFunc(s.View.Room.Standing, func(d exercise.DecisionView) bool {
		return strings.Contains(text.String(), string(d.X))
	})
}

// announces says whether what asks for this seat is said above the input: not
// where the rail says it, nor while a page with the focus needs the room.
func (sh *Shell) announces(s *Sight) bool {
	_, rail := sh.page().(*table)
	return !(rail && s.Wide()) && !sh.focused && !(s.Card() && len(sh.stack) > 0)
}

// foldedLine announces an incident that arrived while a page was open; its
// title gives way where there is no room for how to read it.
func (s *Sight) foldedLine(id string, room int) runs {
	x := s.Incident(id)
	if x == nil {
		return nil
	}
	mark, how := theme.MarkAlert+" "+s.Say("Incident %s", x.ID)+" ", "  "+s.Say("%s when you are ready", "/read "+x.ID)
	if cells(mark+how) > room/2 {
		how = "  /read " + x.ID
	}
	title := cut(x.From+": "+x.Title+".", room-cells(mark+how), s.Theme.Glyphs.Waiting)
	return runs{{theme.Alert, mark}, {theme.Body, title}, {theme.Muted, how}}
}

// forYouLine is the first thing that asks for this seat, how to answer, and how
// many more there are; the words give way where there is no room for all.
func (s *Sight) forYouLine(list []exercise.Notice, room int) runs {
	if len(list) == 0 {
		return nil
	}
	how := ""
	if list[0].Verb != "" {
		how = "  " + typedLine(list[0].Verb)
	}
	if n := len(list) - 1; n > 0 {
		how += "  " + s.Count(n, "(and %d more thing)", "(and %d more things)")
	}
	text := cut(asTyped(s.phrase(list[0].Text)), max(room-cells(how)-2, room/2), s.Theme.Glyphs.Waiting)
	return runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, text}, {theme.Muted, how}}
}

// standing is the sentence of a decision that stands, with its time and, where
// there is room, how to answer. The page of decisions says it itself.
func (sh *Shell) standing(s *Sight) (line string, tellsHow bool) {
	if s.Card() || sh.coach != nil || !sh.asks(s) {
		return "", false
	}
	asks := s.Theme.Paint(theme.Strong, s.asked())
	right, how := "", s.howToAnswer()
	if until := s.soonest(); until > 0 {
		right = s.Theme.Paint(theme.Strong, s.Left(until))
	}
	if all := s.Theme.Paint(theme.Muted, how+"   ") + right; cells(asks)+2+cells(all) <= s.Width {
		return spread(asks, all, s.Width, ""), how != ""
	}
	return spread(asks, right, s.Width, s.Theme.Glyphs.Waiting), false
}

// asks says that a decision stands and that the page in sight does not say so.
func (sh *Shell) asks(s *Sight) bool {
	if s.View == nil || s.View.Room.RealWorld || len(s.View.Room.Standing) == 0 {
		return false
	}
	switch sh.page().(type) {
	case *decide, *sheet:
		return false
	case *podium:
		return !s.Card()
	}
	return true
}

// askedLine is what stands and how to answer it, on a card.
func (s *Sight) askedLine(room int) runs {
	how := s.howToAnswer()
	if how != "" {
		how = "  " + how
	}
	return runs{{theme.Strong, cut(s.asked(), room-cells(how), s.Theme.Glyphs.Waiting)}, {theme.Muted, how}}
}

// soonest is the table time at which the first of what stands is over; 0 where
// nothing has one.
func (s *Sight) soonest() int64 {
	var first int64
	for _, d := range s.View.Room.Standing {
		if d.Until > 0 && (first == 0 || d.Until < first) {
			first = d.Until
		}
	}
	return first
}

// question is a standing decision as a sentence.
func (s *Sight) question(d exercise.DecisionView) string {
	switch {
	case d.Form == "put" && s.View.Own.Has(exercise.Delegate):
		return s.Say("What is your position on %s?", d.Title)
	case d.Form == "put":
		return s.Say("Positions are asked on %s.", d.Title)
	case d.Form == "deferral":
		return s.Say("Is there any objection to deferring %s?", d.Title)
	case d.Form == exercise.FormSilence && d.Proposed:
		return s.Say("May %s be placed under silence?", d.Title)
	case d.Form == exercise.FormSilence:
		return sentence(s.Say("%s stands under silence: agreed unless somebody breaks it.", d.Title))
	default:
		return s.Say("Is there any objection to %s?", d.Title)
	}
}

// asked is what stands, as a sentence: one decision by its title, several by
// their subjects.
func (s *Sight) asked() string {
	list := s.View.Room.Standing
	if len(list) == 1 {
		return s.question(list[0])
	}
	subjects, puts := make([]string, len(list)), 0
	for i, d := range list {
		subjects[i] = string(d.X)
		puts += plus(d.Form == "put")
	}
	all := s.Lang.List(subjects)
	if puts == len(list) && s.View.Own.Has(exercise.Delegate) {
		return s.Say("What are your positions on %s?", all)
	}
	return s.Say("Decisions stand on %s.", all)
}

// howToAnswer names the verbs that answer what stands.
func (s *Sight) howToAnswer() string {
	list := s.View.Room.Standing
	if !s.View.Own.Has(exercise.Delegate) {
		return ""
	}
	switch d := list[0]; {
	case len(list) > 1 || d.Form == "put":
		return "/position"
	case d.Form == exercise.FormSilence && d.Proposed:
		return "/no-silence"
	case d.Form == exercise.FormSilence:
		return s.Say(`%s "why"`, "/break "+string(d.X))
	}
	return s.Say(`%s "why"`, "/object") + "   /wait"
}
