package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// evaluation is the evaluators' desk: each objective with its rating and how
// much has been seen of it, and under the chosen one all there is to judge it
// by, beside what is said at the table. One key each begins an observation, a
// rating and an action.
type evaluation struct{ list rowList }

func (*evaluation) Name(*Sight) string { return "Objectives" }

// Whole says that what is said at the table is part of the page.
func (*evaluation) Whole() {}

func (p *evaluation) Draw(s *Sight) Area {
	if !s.Wide() {
		return p.list.area(s, p.rows(s))
	}
	left := s.evaluationLeft()
	one := s.onePane(left)
	body := p.list.area(one, p.rows(one))
	right := min(s.Width-left-3, maxColumn+20)
	feed, numbered := s.View.Room.Feed, *s
	numbered.numbered = true // observations refer to entries
	said := append([]string{s.Theme.Paint(theme.Strong, s.atHome()), ""}, numbered.feedTail(feed, len(feed), right, s.Height-2)...)
	return Area{Lines: s.columns(body.Lines, said, left, s.Height), Cursor: body.Cursor}
}

// evaluationLeft is how wide the objectives are in a wide window.
func (s *Sight) evaluationLeft() int { return min(max(s.Width*11/20, 50), maxColumn+6) }

// listSight is what the list is given: one pane, as wide as it is drawn.
func (p *evaluation) listSight(s *Sight) *Sight {
	if s.Wide() {
		return s.onePane(s.evaluationLeft())
	}
	return s.onePane(s.Width)
}

// rows are the objectives, what is to be done after the exercise, and the
// incidents that serve no objective.
func (p *evaluation) rows(s *Sight) []listRow {
	e := s.View.Own.Evaluator
	var rows []listRow
	if len(e.Seen) == 0 {
		rows = append(rows, s.remark("The scenario names no objectives."))
	}
	var served []exercise.InjectID
	for i := range e.Seen {
		rows = append(rows, s.objectiveRow(&e.Seen[i]))
		served = append(served, e.Seen[i].Injects...)
	}
	rows = append(rows, s.actionsRow())
	other := slices.DeleteFunc(slices.Clone(e.Timeline), func(x exercise.InjectRow) bool { return slices.Contains(served, x.ID) })
	if len(other) > 0 {
		rows = append(rows, s.otherIncidents(other))
	}
	return rows
}

// objectiveRow is an objective at a glance, and under it, while it is chosen,
// all there is of it.
func (s *Sight) objectiveRow(seen *exercise.SeenView) listRow {
	o := s.evaluated(seen.Objective)
	d := s.DrawWide(s.rowWidth(0))
	d.Hang("", append(strong(seen.Objective+"  "), plain(seen.Text)...))
	rating := muted("not rated")
	if o.Rating != nil {
		rating = strong("rated " + string(o.Rating.Rating))
	}
	d.Text(2, append(rating, muted(" "+s.Theme.Glyphs.Dot+" "+s.coverage(seen, o))...))
	more := s.DrawWide(s.rowWidth(0))
	for i, look := range seen.Look {
		lead := blanks(2) + s.Theme.Paint(theme.Muted, "look for ")
		if i > 0 {
			lead = blanks(cells(lead))
		}
		more.Hang(lead, plain(look))
	}
	if o.Rating != nil {
		more.Text(2, s.ratingRuns(o.Rating))
	}
	s.drawEvaluated(more, o, 2)
	s.seenOf(more, *seen)
	return listRow{
		id: "objective " + seen.Objective, lines: d.Lines(), more: append(more.Lines(), ""),
		does: s.evaluates(seen.Objective),
	}
}

// evaluates are the keys that record something of an objective.
func (s *Sight) evaluates(id string) []does {
	if s.View.Room.Phase == exercise.Closed {
		return nil
	}
	return []does{
		prefills("s", "a strength", "/observe "+id+` strength "`),
		prefills("i", "to improve", "/observe "+id+` improve "`),
		prefills("r", "rate", "/rate "+id+" "),
	}
}

// evaluated is what has been recorded of an objective so far.
func (s *Sight) evaluated(id string) exercise.ObjectiveView {
	if v := s.View.Debriefed(); v != nil {
		for _, o := range v.Objectives {
			if o.ID == id {
				return o
			}
		}
	}
	return exercise.ObjectiveView{ID: id}
}

// coverage says in a line how much there is to judge an objective by.
func (s *Sight) coverage(seen *exercise.SeenView, o exercise.ObjectiveView) string {
	out := 0
	for _, x := range s.View.Own.Evaluator.Timeline {
		if slices.Contains(seen.Injects, x.ID) && (x.State == exercise.InjectDelivered || x.State == exercise.InjectRecalled) {
			out++
		}
	}
	return strings.Join([]string{
		counted(len(o.Observations), "observation"), counted(len(seen.Marked), "mark"), fmt.Sprintf("%d of %s sent", out, counted(len(seen.Injects), "incident")),
	}, " "+s.Theme.Glyphs.Dot+" ")
}

// actionsRow is what is proposed to be done, under one row.
func (s *Sight) actionsRow() listRow {
	v := s.View.Debriefed()
	if v == nil {
		v = &exercise.DebriefView{}
	}
	more := s.DrawWide(s.rowWidth(0))
	s.drawActions(more, v.Actions, 2)
	row := listRow{id: "actions", lines: s.row(0, append(strong("Actions proposed"), muted("  "+fmt.Sprint(len(v.Actions)))...)), more: append(more.Lines(), "")}
	if s.View.Room.Phase != exercise.Closed {
		row.does = []does{prefills("a", "propose one", `/action "`)}
	}
	return row
}

func (s *Sight) otherIncidents(list []exercise.InjectRow) listRow {
	more := s.DrawWide(s.rowWidth(0))
	for i := range list {
		s.serves(more, &list[i])
	}
	return listRow{
		id: "other", lines: s.row(0, append(strong("Incidents that serve no objective by name"), muted("  "+fmt.Sprint(len(list)))...)), more: more.Lines(),
	}
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

// Key begins a line about the chosen objective, or turns to another page.
func (p *evaluation) Key(s *Sight, k key) ([]Act, bool) {
	if s.Focused {
		switch k.String() {
		case "t":
			return []Act{Open{Page: s.room()}}, true
		case "a":
			return []Act{Prefill{`/action "`}}, true
		case "d":
			return []Act{Open{Page: &debrief{}, Focus: true}}, true
		case "u":
			return []Act{Type{"/undo"}}, true
		}
	}
	one := p.listSight(s)
	return p.list.key(one, k, p.rows(one))
}

func (p *evaluation) Click(_ *Sight, target string) []Act { return p.list.click(target) }

func (p *evaluation) Scroll(_ *Sight, by int) { p.list.scroll(by) }

func (p *evaluation) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"/brief", "all briefs", "brief"}}
	}
	one := p.listSight(s)
	hints := p.list.hints(one, p.rows(one))
	return append(hints, Hint{"a", "action", "action"}, Hint{"u", "undo", "undo"}, Hint{"t", "the table", ""}, Hint{"d", "all of it", "debrief"})
}
