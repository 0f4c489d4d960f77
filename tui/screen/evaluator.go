package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// evaluation is the evaluator's page: each objective of the scenario with what
// serves it, what was expected and what was seen of it so far, beside what is
// said at the table.
type evaluation struct{ read scroll }

func (*evaluation) Name(*Sight) string { return "Objectives" }

// Whole says that what is said at the table is part of the page.
func (*evaluation) Whole() {}

func (p *evaluation) Draw(s *Sight) Area {
	if !s.Wide() {
		return Area{Lines: p.read.window(s, s.objectives(s.Width).Lines(), s.Height)}
	}
	left := min(max(s.Width*11/20, 50), maxColumn+6)
	right := min(s.Width-left-3, maxColumn+20)
	feed := s.View.Room.Feed
	said := append([]string{s.Theme.Paint(theme.Strong, s.atHome()), ""}, s.feedTail(feed, len(feed), right, s.Height-2)...)
	return Area{Lines: s.columns(p.read.pane(s, s.objectives(left).Lines(), left, s.Height), said, left, s.Height)}
}

// objectives lists them all, then the injects that serve none.
func (s *Sight) objectives(width int) *Drawing {
	d := s.DrawWide(width)
	e := s.View.Own.Evaluator
	if len(e.Objectives) == 0 {
		d.Text(1, muted("The scenario names no objectives."))
	}
	var served []exercise.InjectID
	for i, text := range e.Objectives {
		d.Gap()
		d.Hang(" ", strong(text))
		if i < len(e.Seen) {
			s.seenOf(d, e.Seen[i])
			served = append(served, e.Seen[i].Injects...)
		}
	}
	other := slices.DeleteFunc(slices.Clone(e.Timeline), func(x exercise.InjectRow) bool { return slices.Contains(served, x.ID) })
	if len(other) > 0 {
		d.Gap()
		d.Line(theme.Strong, " Incidents that serve no objective by name")
		for i := range other {
			s.serves(d, &other[i])
		}
	}
	return d
}

// seenOf is what there is to judge an objective by: the incidents that serve
// it, and the entries that the recorder marked as showing it.
func (s *Sight) seenOf(d *Drawing, seen exercise.SeenView) {
	timeline := s.View.Own.Evaluator.Timeline
	for i := range timeline {
		if slices.Contains(seen.Injects, timeline[i].ID) {
			s.serves(d, &timeline[i])
		}
	}
	for _, line := range s.View.Room.Feed {
		if slices.Contains(seen.Marked, line.No) {
			lead := "   " + s.Theme.Glyphs.Done + " " + s.Theme.Paint(theme.Muted, "#"+line.No+" "+s.Clock(line.Wall)) + "  "
			d.Hang(lead, append(append(s.speaker(line), plain(" ")...), plain(s.wording(line))...))
		}
	}
	if len(seen.Injects) == 0 && len(seen.Marked) == 0 {
		d.Text(3, muted("Nothing has been seen of it yet."))
	}
}

// serves is an inject in short: what it probes, what was expected of whom, and
// what came of it.
func (s *Sight) serves(d *Drawing, x *exercise.InjectRow) {
	head := append(strong(string(x.ID)+" "), plain(x.Title)...)
	head = append(head, muted(", to "+s.phrase(x.To)+s.sent(x))...)
	d.Hang("   "+theme.MarkAlert+" ", head)
	if len(x.Probes) > 0 {
		d.Text(5, append(muted("probes "), plain(s.probed(x.Probes))...))
	}
	if x.Expected != "" {
		d.Text(5, append(muted("expected: "), plain(x.Expected)...))
	}
	for _, a := range x.Answers {
		d.Text(5, append(s.TeamRuns(a.Team), run{theme.Body, " answered after " + mmss(a.After) + ": " + a.Text}))
	}
}

// sent says how far an inject has come.
func (s *Sight) sent(x *exercise.InjectRow) string {
	switch {
	case x.State == exercise.InjectPlanned && x.At >= 0:
		return ", planned for T+" + mmss(x.At)
	case x.State == exercise.InjectPlanned:
		return ", by hand"
	case x.State == exercise.InjectDropped:
		return ", dropped"
	case x.State == exercise.InjectQueued:
		return ", on its way"
	}
	return fmt.Sprintf(", %s, sent at T+%s", x.State, mmss(x.At))
}

// probed names clauses with how far they have come.
func (s *Sight) probed(list []exercise.ClauseID) string {
	var parts []string
	for _, id := range list {
		part := "clause " + string(id)
		if c := clauseOf(s.View.Room, id); c != nil {
			part += " (" + s.short(*c).words() + ")"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

// Key turns to the table; Up and Down read.
func (p *evaluation) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused && k.String() == "t" {
		return []Act{Open{Page: s.room()}}, true
	}
	return nil, p.read.key(k)
}

func (p *evaluation) Scroll(_ *Sight, by int) { p.read.move(by) }

func (*evaluation) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"/brief", "all briefs", "brief"}}
	}
	return []Hint{{"t", "the table", ""}, {"Up/Down", "read", ""}}
}
