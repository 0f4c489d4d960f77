package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// decide is the page of a standing decision: the text as it would read, one's
// own answer, everyone's, and what follows if nothing changes.
type decide struct {
	id     exercise.DecisionID
	chosen int // index into answers
	field  decideField
	why    Editor
	text   reads
	read   scroll
}

type decideField int

const (
	fieldAnswer decideField = iota
	fieldWhy
	fieldGive
	decideFields
)

// openDecide opens the page of the decision named; without a name the sheet, or
// the one decision that stands.
func (s *Sight) openDecide(rest []string) []Act {
	if len(rest) == 0 && len(s.View.Room.Standing) > 1 {
		return []Act{Open{Page: &sheet{}, Focus: true}}
	}
	for _, d := range s.View.Room.Standing {
		if len(rest) == 0 || strings.EqualFold(rest[0], string(d.X)) {
			return []Act{Open{Page: &decide{id: d.ID}, Focus: true}}
		}
	}
	return nil
}

func (p *decide) Name(s *Sight) string {
	if d, standing := p.decision(s); d != nil && standing && s.View.Own.Team != "" {
		return s.Say("Position on %s", d.X)
	}
	return s.Say("Decision")
}

// decision finds what the page is about, and whether it still stands.
func (p *decide) decision(s *Sight) (*exercise.DecisionView, bool) {
	for i := range s.View.Room.Standing {
		if s.View.Room.Standing[i].ID == p.id {
			return &s.View.Room.Standing[i], true
		}
	}
	for i := range s.View.Room.Decisions {
		if s.View.Room.Decisions[i].ID == p.id {
			return &s.View.Room.Decisions[i], false
		}
	}
	return nil, false
}

func (p *decide) Draw(s *Sight) Area {
	d := s.Draw()
	x, standing := p.decision(s)
	if x == nil {
		d.Text(1, s.in(theme.Muted).Say("This decision is not on the record any more. Esc goes back to the table."))
		return d.Area()
	}
	if !standing {
		s.drawDecision(d, *x)
		return Area{Lines: p.read.window(s, d.Lines(), s.Height)}
	}
	// The less height, the more is left out: air first, then the text.
	for level := range decideLevels {
		d = s.Draw()
		p.drawStanding(d, s, x, level)
		if d.Rows() <= s.Height {
			break
		}
	}
	return d.Area()
}

// Levels of the page: all of it, without air, without the text, only the
// chosen answer.
const decideLevels = 4

func (p *decide) drawStanding(d *Drawing, s *Sight, x *exercise.DecisionView, level int) {
	p.drawText(d, s, x, level < 2, level == 0)
	if level < 2 {
		d.Rule("")
	}
	if s.Wide() {
		p.twoPanes(d, s, x, level)
	} else {
		p.drawAnswers(d, s, x, level)
		if level == 0 && s.Height-d.Rows() > len(x.Positions)/2+3 {
			d.Gap()
			s.positionsShort(d, x)
		}
	}
	if level == 0 {
		d.Gap()
	}
	d.Text(1, runs{{theme.Strong, s.phrase(x.IfNothingChanges)}})
	s.weighed(d, x)
}

// weighed adds how a decision is counted and what stands beside it, as far as
// there is room; the sheet and /read show all of it.
func (s *Sight) weighed(d *Drawing, x *exercise.DecisionView) {
	more := s.DrawWide(d.width)
	s.tallies(more, x.Tallies)
	s.beside(more, x)
	if room := s.Height - d.Rows(); more.Rows() <= room {
		d.Add(more.Lines()...)
	} else if room > 1 {
		d.Add(more.Lines()[:room-1]...)
		d.Raw(s.Theme.Paint(theme.Muted, " "+s.Theme.Glyphs.Waiting+" "+s.Say("more: /read %s", x.ID)))
	}
}

// drawText writes the question and the text as it would read.
func (p *decide) drawText(d *Drawing, s *Sight, x *exercise.DecisionView, whole, air bool) {
	left := ""
	if x.Until > 0 {
		switch {
		case x.Form == exercise.FormSilence && !x.Proposed:
			left = s.Say("silence for %s", s.Left(x.Until))
		case x.Settling:
			left = s.Say("all have answered: closes in %s", s.Left(x.Until))
		default:
			left = s.Say("closes in %s", s.Left(x.Until))
		}
	}
	if !x.Stopped.IsZero() {
		left = s.Say("stands still at %s: %s", mmss(x.Left), x.Stopped)
	}
	d.Spread(s.Theme.Paint(theme.Strong, s.question(*x)), s.Theme.Paint(theme.Strong, left))
	if len(x.AsItWouldRead) == 0 || !whole {
		return
	}
	if air {
		d.Gap()
		d.Line(theme.Muted, " "+s.Say(p.text.title()))
	}
	for _, para := range s.texts(x, p.text) {
		d.Text(3, para)
	}
}

// twoPanes sets one's answer beside the table of positions.
func (p *decide) twoPanes(d *Drawing, s *Sight, x *exercise.DecisionView, level int) {
	left, right := s.DrawWide(46), s.DrawWide(s.Width-49)
	p.drawAnswers(left, s, x, level)
	right.Line(theme.Strong, s.Say("The table"))
	right.Gap()
	s.positions(right, x)
	top := d.Rows()
	d.Add(s.columns(left.Lines(), right.Lines(), 46, max(left.Rows(), right.Rows()))...)
	if left.cursor != nil {
		d.cursor = &Spot{X: left.cursor.X, Y: left.cursor.Y + top}
	}
}

// drawAnswers lists what can be said, the reason, and the button.
func (p *decide) drawAnswers(d *Drawing, s *Sight, x *exercise.DecisionView, level int) {
	if s.View.Own.Team == "" {
		d.Text(1, s.in(theme.Muted).Say("The teams answer; this seat has no say in it."))
		return
	}
	if level == 0 {
		d.Line(theme.Strong, " "+s.Say("Your answer"))
	}
	list := answers(x)
	p.chosen = min(p.chosen, len(list)-1)
	for i, a := range list {
		if level == decideLevels-1 && i != p.chosen {
			continue
		}
		dot := "( ) "
		if i == p.chosen {
			dot = "(*) "
		}
		here := i == p.chosen && p.field == fieldAnswer
		d.Raw(link(targetRow+strconv.Itoa(i+1), s.Theme.Paint(rowStyle(here && s.Focused), s.marked(here)+dot+strconv.Itoa(i+1)+"  "+s.Say(a.words))))
		if here && s.Focused {
			d.Cursor(2)
		}
	}
	if level == 0 {
		d.Gap()
	}
	if list[p.chosen].takesWhy() {
		p.drawWhy(d, s, list[p.chosen])
		if level == 0 {
			d.Gap()
		}
	}
	label := "[ " + s.Say("Give this answer") + " ]"
	here := p.field == fieldGive
	d.Raw(link(targetGive, s.Theme.Paint(rowStyle(here && s.Focused), s.marked(here)+label)) + s.Theme.Paint(theme.Muted, p.revisable(d, x, label)))
	if here && s.Focused {
		d.Cursor(2)
	}
}

// revisable says that a position can be changed, where there is room to.
func (p *decide) revisable(d *Drawing, x *exercise.DecisionView, label string) string {
	says := "  " + d.s.Say("You may change it until it closes.")
	if x.Form != "put" || d.width < 2+cells(label)+cells(says) {
		return ""
	}
	return says
}

// drawWhy is the line for the reason.
func (p *decide) drawWhy(d *Drawing, s *Sight, a answer) {
	label := s.Say("Why, in one line (optional):")
	if a.needs != "" {
		label = s.Say("In one line, %s:", s.Say(a.needs))
	}
	here := p.field == fieldWhy && s.Focused
	lead := s.marked(p.field == fieldWhy) + label + " "
	if d.width-cells(lead) < 20 {
		d.Runs(runs{{theme.Muted, lead}})
		lead = "  "
	}
	lines, cursor := p.why.window(max(d.width-cells(lead)-1, 1), 1)
	d.Runs(runs{{theme.Muted, lead}, {theme.Body, at(lines, 0)}})
	if here {
		d.Cursor(cells(lead) + cursor.X)
	}
}
