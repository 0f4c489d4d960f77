package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// document is a text to read: the situation, a brief, or both as they are
// handed out in the briefing. It scrolls and asks for nothing.
type document struct {
	brief, situation bool
	read             scroll
}

// newBrief opens one's own brief, newSituation what everyone knows.
func newBrief() *document     { return &document{brief: true} }
func newSituation() *document { return &document{situation: true} }

// newBriefing opens both, for the briefing phase.
func newBriefing() *document { return &document{brief: true, situation: true} }

func (p *document) Name(s *Sight) string {
	switch {
	case p.brief && p.situation:
		return s.Say("Briefing")
	case p.brief && s.View.Own.Brief == nil:
		return s.Say("Briefs")
	case p.brief:
		return s.Say("Your brief")
	}
	return s.Say("Situation")
}

func (p *document) Draw(s *Sight) Area {
	d := s.DrawWide(min(s.Width-1, maxReading))
	if p.situation {
		d.Markdown(s.View.Room.Situation)
		d.earlier(s.View.Room.Earlier)
		d.figures(s.View.Room.Model)
	}
	if p.brief {
		d.Gap()
		d.briefs(s)
	}
	return Area{Lines: p.read.window(s, indented(" ", d.Lines()), s.Height)}
}

// briefs adds the seat's own brief, or for evaluators every team's.
func (d *Drawing) briefs(s *Sight) {
	own := s.View.Own
	switch {
	case own.Brief != nil:
		d.brief(own.Brief)
		d.stakes(own.Stakes)
	case own.Evaluator != nil:
		for _, b := range own.Evaluator.Briefs {
			d.Gap()
			d.Rule(s.Say("Brief of %s", s.Team(b.Team).Name))
			d.brief(&b.Brief)
			d.stakes(b.Stakes)
		}
	default:
		d.Text(0, s.in(theme.Muted).Say("There is no brief for this seat: only teams have one."))
	}
}

// brief adds one brief: its page, then what it lists.
func (d *Drawing) brief(b *exercise.BriefView) {
	d.Markdown(b.Page)
	d.List(d.s.Say("What you want"), b.Wants)
	d.List(d.s.Say("What you can trade"), b.Trades)
	d.List(d.s.Say("Red lines"), b.RedLines)
	d.List(d.s.Say("What only you can give"), b.Offers)
	if len(b.Points) > 0 {
		d.Gap()
		d.Line(theme.Strong, d.s.Say("Points you care about"))
	}
	for _, p := range b.Points {
		d.Hang(fit(" "+string(p.Point), 7, ""), plain(p.Why))
	}
	d.Gap()
	d.Text(0, d.s.in(theme.Muted).Say("Read by your team, control and the evaluators only."))
}

// stakes adds what outcomes are worth to a team, where the scenario says so.
func (d *Drawing) stakes(v *exercise.StakesView) {
	if v == nil {
		return
	}
	s := d.s
	d.Gap()
	d.Line(theme.Strong, s.Say("What it is worth to you"))
	d.Hang(" - ", plain(s.phrase(v.Without())))
	d.Hang(" - ", plain(s.phrase(v.Outlook(s.View.Room).Sentence())))
	for _, p := range v.Points {
		d.Hang(fit(" "+string(p.Point), 7, ""), plain(s.phrase(p.Worth())))
	}
	if agreed := v.Agreed(); !agreed.IsZero() {
		d.Hang(" - ", plain(s.Say("That a clause is agreed at all: %s.", agreed)))
	}
	d.Gap()
	d.Text(0, s.in(theme.Muted).Say("The author's figures, 100 for the best text you can think of. This part is read by your team and the evaluators only: not by control, not by the chair."))
}

func (p *document) Key(_ *Sight, k key) ([]Act, bool) { return nil, p.read.key(k) }

func (p *document) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *document) Hints(s *Sight) []Hint {
	if p.brief && p.situation {
		return []Hint{{"PgDn", s.Say("read on"), ""}, {"/brief", s.Say("brief alone"), "brief"}}
	}
	return []Hint{{"PgDn", s.Say("read on"), ""}}
}

// Opened ticks off that one has read what one was given to read.
func (p *document) Opened(s *Sight) []Act {
	if p.brief || s.View.Own.Brief == nil {
		return []Act{Tick{stepBrief}}
	}
	return nil
}
