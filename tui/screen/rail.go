package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// railWidth is the width of the clause rail in a wide window: wider where the
// text beside it has its full column.
func (s *Sight) railWidth() int {
	if s.Width < 120 {
		return 34
	}
	return min(34+(s.Width-120)/4, 42)
}

// stateRuns says in words how far a clause has come.
func (s *Sight) stateRuns(c exercise.ClauseView) runs {
	switch c.State {
	case exercise.ClauseAgreed:
		return plain(s.Theme.Glyphs.Done + " " + s.Say("agreed"))
	case exercise.ClauseFinal:
		return plain(s.Theme.Glyphs.Done + " " + s.Say("final"))
	case exercise.ClauseDraft:
		return muted(s.pointsOpen(c.Open))
	case exercise.ClauseOpen:
		return strong(s.pointsOpen(c.Open))
	case exercise.ClauseReopened:
		return strong(s.Say("reopened") + ", " + s.pointsOpen(c.Open))
	}
	return plain(term(s, c.State))
}

// pointsOpen counts what is open in a clause.
func (s *Sight) pointsOpen(n int) string {
	if n == 0 {
		return s.Say("no point open")
	}
	return s.Count(n, "%d point open", "%d points open")
}

// short is the same where there is little room: "✓", "2 open", "-".
func (s *Sight) short(c exercise.ClauseView) runs {
	switch c.State {
	case exercise.ClauseAgreed:
		return plain(s.Theme.Glyphs.Done + " " + s.Say("agreed"))
	case exercise.ClauseFinal:
		return plain(s.Theme.Glyphs.Done + " " + s.Say("final"))
	case exercise.ClauseReopened:
		return strong(s.Say("reopened"))
	case exercise.ClauseDraft, exercise.ClauseOpen:
		style := theme.Body
		if c.State == exercise.ClauseDraft {
			style = theme.Muted
		}
		if c.Open > 0 {
			return runs{{style, s.Count(c.Open, "%d open", "%d open")}}
		}
		return runs{{style, s.Say("clean")}}
	}
	return plain(term(s, c.State))
}

// rail draws the clauses and the teams, for the room alone, and says whether it
// has room for what else is before the table.
func (s *Sight) rail(clause exercise.ClauseID, width int) (lines []string, tellsAll bool) {
	d := s.DrawWide(width)
	d.Line(theme.Strong, s.Say("Clauses"))
	for _, c := range s.View.Room.Clauses {
		chosen := c.ID == clause
		left := runs{{rowStyle(chosen), s.marked(chosen) + string(c.ID) + " " + c.Title}}
		d.Raw(link(targetClause+string(c.ID), spread(left.line(s.Theme), s.short(c).line(s.Theme), d.width, d.tail())))
	}
	d.Gap()
	s.teamRail(d)
	if held := s.speaking(); held != nil {
		d.Runs(append(plain("  "), held...))
	}
	tellsAll = s.before(d)
	return d.Lines(), tellsAll
}

// teamRail lists the teams: who has the floor, who is away, and how they stand
// to what is being decided.
func (s *Sight) teamRail(d *Drawing) {
	room := s.View.Room
	about := ""
	if len(room.Standing) > 0 {
		about = s.Say("on %s", room.Standing[0].X)
	}
	d.Spread(s.Theme.Paint(theme.Strong, s.Say("Teams")), s.Theme.Paint(theme.Muted, about))
	for _, t := range room.Teams {
		mark := "  "
		if room.Floor.Speaker == t.ID {
			mark = theme.MarkFloor + " "
		}
		left := append(runs{{theme.Strong, mark}}, s.TeamRuns(t.ID)...)
		d.Spread(left.line(s.Theme), s.Theme.Paint(theme.Muted, s.teamState(t)))
	}
}

// teamState is one word or two on a team.
func (s *Sight) teamState(t exercise.TeamView) string {
	room := s.View.Room
	if len(room.Standing) > 0 && t.Presence == exercise.Here {
		for _, p := range room.Standing[0].Positions {
			if p.Team == t.ID {
				return s.answerWord(p)
			}
		}
	}
	switch {
	case t.DeclaredAbsent:
		return s.Say("declared absent")
	case t.Presence == exercise.Absent:
		return s.Say("away")
	case t.Consulting:
		return s.Say("in consultations")
	case room.Floor.Speaker == t.ID:
		return s.Say("has the floor")
	case hasTeam(room.Floor.Hands, t.ID):
		return s.Say("hand up")
	case len(room.Floor.Next) > 0 && room.Floor.Next[0] == t.ID:
		return s.Say("next")
	case slices.Contains(room.Rules.Observe, t.Track):
		return s.Say("observes")
	}
	return s.Say("here")
}

func hasTeam(list []exercise.TeamID, id exercise.TeamID) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}

// answerWord names a position in a column; … where nothing was said.
func (s *Sight) answerWord(p exercise.PositionView) string {
	switch {
	case p.AdRef:
		return s.Say("accept, ad ref")
	case p.Position == exercise.NoPosition:
		return s.Theme.Glyphs.Waiting
	case p.Position == exercise.NotYet:
		return s.Say("not yet")
	case p.Position == exercise.StandAside:
		return s.Say("stands aside")
	}
	return term(s, p.Position)
}

// foldedRail is the clause rail on one line, the chosen clause kept in sight.
func (s *Sight) foldedRail(clause exercise.ClauseID, width int) string {
	return cut(strings.Join(s.railParts(clause, width), "  "), width, s.Theme.Glyphs.Waiting)
}

// railParts are the clauses of the folded rail, without the first ones where
// there is no room for all of them and the chosen one.
func (s *Sight) railParts(clause exercise.ClauseID, width int) (parts []string) {
	var before, total int
	for _, c := range s.View.Room.Clauses {
		chosen := c.ID == clause
		part := link(targetClause+string(c.ID), s.Theme.Paint(rowStyle(chosen), strings.TrimSuffix(s.marked(chosen), " ")+string(c.ID))+
			" "+s.inWords(c))
		if chosen {
			before = total
		}
		parts = append(parts, part)
		total += cells(part) + 2
	}
	for len(parts) > 1 && before > 0 && total-2 > width {
		gone := cells(parts[0]) + 2
		before, total, parts = before-gone, total-gone, parts[1:]
	}
	return parts
}

// inWords is how far a clause has come, beside its number: the count of open
// points is a word there.
func (s *Sight) inWords(c exercise.ClauseView) string {
	switch {
	case c.State.Agreed():
		return s.Theme.Glyphs.Done
	case c.Open > 0 && c.Open < len(smallNumbers) && c.State != exercise.ClauseDeferred && c.State != exercise.ClauseDeleted:
		return s.Count(c.Open, "%[2]s open", "%[2]s open", s.Say(smallNumbers[c.Open]))
	}
	return s.short(c).line(s.Theme)
}

var smallNumbers = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// noticeTarget is what a click on a notice does.
func noticeTarget(n exercise.Notice) string {
	if n.Verb == "" {
		return ""
	}
	return "/" + strings.TrimPrefix(n.Verb, "/")
}

// forYou lists what asks for this seat's attention, for the rail.
func (s *Sight) forYou(width, height int) []string {
	list := s.View.Own.ForYou
	if len(list) == 0 || height < 3 {
		return nil
	}
	d := s.DrawWide(width)
	d.Spread(s.Theme.Paint(theme.Strong, s.Say("For you")), s.Theme.Paint(theme.Strong, s.Count(len(list), "%d thing", "%d things")))
	for _, n := range list {
		notice := s.DrawWide(width)
		notice.Hang(s.Theme.Paint(theme.Alert, theme.MarkAlert)+" ", plain(asTyped(s.phrase(n.Text))))
		if n.Verb != "" {
			notice.Text(2, muted(typedLine(n.Verb)))
		}
		d.Add(linked(noticeTarget(n), notice.Lines())...)
	}
	return d.Lines()[:min(d.Rows(), height)]
}
