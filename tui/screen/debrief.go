package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// debrief is what evaluators recorded, objective by objective, and what they
// propose to do: everybody's page once ENDEX has opened it.
type debrief struct{ read scroll }

func (*debrief) Name(s *Sight) string { return s.Say("Debrief") }

// Whole says that the page has all of the window.
func (*debrief) Whole() {}

func (p *debrief) Draw(s *Sight) Area {
	d := s.DrawWide(min(s.Width, maxReading+4))
	v := s.View.Debriefed()
	if v == nil {
		d.Text(1, s.in(theme.Body).Say("The debrief opens with ENDEX; until then what evaluators record is theirs and control's."))
		return d.Area()
	}
	switch {
	case s.View.Room.Debrief == nil:
		d.Text(1, s.in(theme.Muted).Say("The debrief is not open: only control and evaluators see this"))
	case v.Empty():
		d.Text(1, s.in(theme.Body).Say("The debrief is open. The evaluators have recorded nothing yet; what they record appears here."))
	default:
		d.Text(1, s.in(theme.Muted).Say("What the evaluators saw, in their words. It is about objectives, never about persons."))
	}
	for _, o := range v.Objectives {
		d.Gap()
		d.Hang(" ", append(s.in(theme.Strong).Say("Objective %s: ", o.ID), plain(o.Text)...))
		d.Text(3, s.ratingRuns(o.Rating))
		s.drawEvaluated(d, o, 3)
	}
	if len(v.Actions) > 0 {
		d.Gap()
		d.Line(theme.Strong, " "+s.Say("Actions proposed"))
		s.drawActions(d, v.Actions, 3)
	}
	return Area{Lines: p.read.window(s, d.Lines(), s.Height)}
}

// ratingRuns is a rating in its letter and its words.
func (s *Sight) ratingRuns(x *exercise.RatingView) runs {
	if x == nil {
		return muted(s.Say("not rated"))
	}
	return append(strong(string(x.Rating)+" "), plain(s.phrase(x.Rating.Says()))...)
}

// drawEvaluated gives the reason of the rating, then what was observed.
func (s *Sight) drawEvaluated(d *Drawing, o exercise.ObjectiveView, indent int) {
	if o.Rating != nil {
		d.Text(indent, s.in(theme.Body).Say("because %s", plain(o.Rating.Why)))
		for _, e := range slices.Backward(o.Rating.Earlier) {
			d.Text(indent, s.in(theme.Muted).Say("before: %s", fmt.Sprintf("%s, %s", e.Rating, e.Why)))
		}
	}
	for _, x := range o.Observations {
		text := append(strong(sentence(s.phrase(x.Aspect.Says()))+": "), plain(x.Text)...)
		if len(x.Entries) > 0 {
			text = append(text, muted(" #"+strings.Join(x.Entries, " #"))...)
		}
		d.Text(indent, text)
	}
}

// drawActions lists what is proposed, by whom and by when.
func (s *Sight) drawActions(d *Drawing, list []exercise.ActionView, indent int) {
	for _, a := range list {
		d.Hang(blanks(indent)+s.Theme.Paint(theme.Strong, fmt.Sprintf("%d. ", a.N)), append(plain(a.Text+"  "), s.in(theme.Muted).Say("owner: %s, by %s", a.Owner, a.Due)...))
	}
}

func (p *debrief) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused && k.String() == "h" && s.View.Room.HotWash != nil {
		return []Act{Open{Page: newHotWash(), Focus: true}}, true
	}
	return nil, p.read.key(k)
}

func (p *debrief) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *debrief) Hints(s *Sight) []Hint {
	hints := []Hint{{"/export", s.Say("my copy"), "export"}}
	if !s.Focused {
		return hints
	}
	if s.View.Room.HotWash != nil {
		hints = append(hints, Hint{"h", s.Say("hot wash"), ""})
	}
	return append(hints, Hint{"Up/Down", s.Say("read"), ""})
}
