package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// An incident takes the reading area and never the keyboard: it is no page,
// but something laid over the home page until Esc folds it.

// Incident finds an incident by its label among those this seat got, in any
// case; nil where there is none.
func (s *Sight) Incident(id string) *exercise.IncidentView {
	for _, list := range [][]exercise.IncidentView{s.View.Room.Incidents, s.View.Own.Incidents} {
		for i := range list {
			if strings.EqualFold(list[i].ID, id) {
				return &list[i]
			}
		}
	}
	return nil
}

// incidentArea is an incident in the place of the page, with what is being said
// below it where there is room.
func (sh *Shell) incidentArea(s *Sight, x *exercise.IncidentView) Area {
	head, text, foot := s.Draw(), s.Draw(), s.Draw()
	s.incidentHead(head, x)
	s.incidentText(text, x)
	if s.airy() {
		foot.Add("")
	}
	s.incidentFoot(foot, x)
	if s.Card() { // the mark ends the text, which needs the row
		text.Add(foot.Lines()...)
		foot = s.Draw()
	}
	room := max(s.Height-head.Rows()-foot.Rows(), 1)
	head.Add(sh.reading.window(s, text.Lines(), min(room, text.Rows()))...)
	head.Add(foot.Lines()...)
	if t, ok := sh.page().(*table); ok && !s.narrowed && head.Rows() < s.Height-4 {
		head.Rule(s.atHome())
		head.Add(t.feed(s, s.Width, s.Height-head.Rows())...)
	}
	return head.Area()
}

// incidentFoot says again that it is an exercise.
func (s *Sight) incidentFoot(d *Drawing, x *exercise.IncidentView) {
	d.Raw(s.markedFoot(x.Marking))
}

// incidentWhole is all of an incident.
func (s *Sight) incidentWhole(d *Drawing, x *exercise.IncidentView) {
	s.incidentHead(d, x)
	s.incidentText(d, x)
	s.incidentFoot(d, x)
}

// airy says that there is height for empty lines.
func (s *Sight) airy() bool { return s.Height >= 14 }

// incidentHead says that it is an exercise, who writes, how, when and to whom.
func (s *Sight) incidentHead(d *Drawing, x *exercise.IncidentView) {
	clock, name := s.Clock(x.Wall), theme.MarkAlert+" "+s.Say("INCIDENT %s", x.ID)
	if s.Card() {
		d.Spread(s.Theme.Paint(theme.Alert, name+dotted(s, s.Say("EXERCISE"))), s.Theme.Paint(theme.Muted, clock))
		return
	}
	d.Raw(s.Theme.Paint(theme.Alert, s.exerciseMark(s.Width)))
	if s.airy() {
		d.Gap()
	}
	head := append(runs{{theme.Alert, name}}, run{theme.Body, "  " + s.sender(x)})
	d.Spread(head.line(s.Theme), s.Theme.Paint(theme.Muted, clock+"  "+s.Say("to %s", x.To)))
	if s.airy() {
		d.Gap()
	}
}

// sender is who writes, and how.
func (s *Sight) sender(x *exercise.IncidentView) string {
	return s.Say("%s, by %s", x.From, term(s, x.Method))
}

// incidentText is what it says, what it asks, and what was answered.
func (s *Sight) incidentText(d *Drawing, x *exercise.IncidentView) {
	if x.Recalled != "" {
		d.Text(2, s.in(theme.Alert).Say("RECALLED, it counts no more: %s", x.Recalled))
	}
	d.Text(2, runs{{theme.Strong, x.Title}})
	if s.Card() {
		d.Text(2, muted(s.sender(x)))
	}
	body := s.DrawWide(min(d.width-2, maxReading))
	body.Markdown(x.Body)
	d.Add(indented("  ", body.Lines())...)
	s.attached(d, x.ID, x.Attachments)
	if x.Asks != "" && x.Recalled == "" {
		d.Gap()
		d.Text(2, s.in(theme.Strong).Say("Asked of you: %s", plain(x.Asks)))
	}
	s.drawAnswers(d, x)
}

// drawAnswers lists what the teams have answered.
func (s *Sight) drawAnswers(d *Drawing, x *exercise.IncidentView) {
	how := "/answer " + x.ID + ` "…"`
	switch left := x.AnswerBy - s.Scenario(); {
	case x.Recalled != "": // it wants none
	case x.AnswerBy > 0 && left > 0:
		d.Text(2, s.in(theme.Muted).Say("Answer within %s of scenario time: %s", mmss(left), how))
	case x.AnswerBy > 0:
		d.Text(2, s.in(theme.Muted).Say("The time to answer is over; an answer is still taken: %s", how))
	case x.Asks != "":
		d.Text(2, s.in(theme.Muted).Say("To answer: %s", how))
	}
	for _, a := range x.Answers {
		d.Text(2, s.in(theme.Body).Say("%s after %s: %s", s.TeamRuns(a.Team), mmss(a.After), a.Text))
	}
}

// exerciseMark stands at head and foot of everything that looks real, in as
// many words as there is room for.
func (s *Sight) exerciseMark(room int) string {
	word := s.Say("EXERCISE")
	thrice, unreal := word+" "+word+" "+word, dotted(s, s.Say("not real events"))
	for _, mark := range []string{thrice + dotted(s, s.View.Room.Exercise.Title) + unreal, thrice + unreal, word + unreal} {
		if cells(mark) <= room {
			return mark
		}
	}
	return word
}

func dotted(s *Sight, text string) string {
	if text == "" {
		return ""
	}
	return " " + s.Theme.Glyphs.Dot + " " + text
}

// mayAnswer says that an incident asks something of this seat's team.
func (s *Sight) mayAnswer(x *exercise.IncidentView) bool {
	return x.Asks != "" && x.Recalled == "" && s.View.Own.Team != ""
}

// answerIncident begins an answer in the input line.
func (sh *Shell) answerIncident() []Act {
	x := sh.sight().Incident(sh.incident)
	if x == nil || !sh.sight().mayAnswer(x) {
		return nil
	}
	return sh.prefill("/answer " + x.ID + " ")
}
