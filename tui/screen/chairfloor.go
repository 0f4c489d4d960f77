package screen

import (
	"fmt"
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// teamRows tell who is here, who speaks and who has long said nothing.
func (s *Sight) teamRows() []listRow {
	rows := []listRow{s.heading(1, "Floor", s.floorColumns())}
	for _, t := range s.View.Room.Teams {
		id := string(t.ID)
		row := listRow{id: "team " + id, pane: 1, lines: []string{s.teamLine(t)}}
		row.does = []does{types("f", "give the floor", "/floor "+id), s.whispers("w", id)}
		if t.Presence == exercise.Absent {
			row.does = append(row.does, types("a", "declare absent", "/absent "+id))
		}
		rows = append(rows, row)
	}
	if held := s.speaking(); held != nil {
		rows = append(rows, listRow{pane: 1, lines: s.row(1, append(plain("  "), held...))})
	}
	return rows
}

// floorColumns are the titles of what is told of each team.
func (s *Sight) floorColumns() string {
	if s.spokenColumn("x") == "" {
		return "last word  said"
	}
	return "last said spoke"
}

// spokenColumn is what belongs to the column of speaking times, once anyone has
// spoken and where there is room for it.
func (s *Sight) spokenColumn(text string) string {
	if s.Card() || s.speaking() == nil {
		return ""
	}
	return text
}

// teamLine is one team in columns: mark, name, state, last word, how often.
func (s *Sight) teamLine(t exercise.TeamView) string {
	floor := s.View.Room.Floor
	mark, state := " ", plain("here")
	switch {
	case floor.Speaker == t.ID:
		mark, state = theme.MarkFloor, runs{{theme.Strong, "speaking"}}
	case t.DeclaredAbsent:
		state = muted("no say")
	case t.Consulting:
		state = plain("consulting")
	case t.Presence == exercise.Absent:
		mark, state = theme.MarkAlert, runs{{theme.Alert, "away " + mmss(s.Now-t.AbsentSince)}}
	case slices.Contains(floor.Hands, t.ID):
		state = plain("hand up")
	case len(floor.Next) > 0 && floor.Next[0] == t.ID:
		state = plain("next")
	}
	last := s.Theme.Paint(theme.Muted, "-")
	if t.LastSpoke > 0 {
		minutes := max(s.Table()-t.LastSpoke, 0) / 60_000
		last = fmt.Sprintf("%d min", minutes)
		if s.silent(t.ID) {
			last = s.Theme.Paint(theme.Alert, "! "+last)
		}
	}
	wide, said := 9, 6
	if s.spokenColumn("x") != "" {
		wide, said = 7, 5
	}
	tail := blanks(wide-cells(last)) + last + fmt.Sprintf("%*d", said, t.Spoken) + s.spokenColumn(fmt.Sprintf("%6s", mmss(t.SpokenFor)))
	left := mark + " " + fit(s.TeamRuns(t.ID).line(s.Theme), s.teamColumn(), "") + " " + state.line(s.Theme)
	return spread(left, tail, s.rowWidth(1), s.Theme.Glyphs.Waiting)
}

// teamColumn is how wide the longest name of a team is, with its letter.
func (s *Sight) teamColumn() int {
	widest := 0
	for _, t := range s.View.Room.Teams {
		widest = max(widest, cells(t.Name)+2)
	}
	return min(widest, 20)
}

// silent says that the chair is told that a team has said nothing for long.
func (s *Sight) silent(id exercise.TeamID) bool {
	return slices.ContainsFunc(s.longSilent(), func(x exercise.SilentView) bool { return x.Team == id })
}

// signatureRows stand in the place of the agenda once the text is up for signing.
func (s *Sight) signatureRows() []listRow {
	rows := []listRow{s.heading(1, "Signatures", "")}
	for _, x := range s.View.Room.Closing.Signatures {
		lead := fit(s.TeamRuns(x.Team).line(s.Theme), s.teamColumn()+2, "")
		d := s.DrawWide(s.rowWidth(1) - 1)
		d.Hang(" "+lead, plain(s.signature(x)))
		rows = append(rows, listRow{pane: 1, lines: d.Lines()})
	}
	return rows
}

// agendaRows are the items with their times.
func (s *Sight) agendaRows() []listRow {
	room := s.View.Room
	if room.Closing != nil && room.Phase != exercise.Table {
		return s.signatureRows()
	}
	rows := []listRow{s.heading(1, "Agenda", "")}
	for i, item := range room.Agenda {
		mark, right := " ", counted(item.Minutes, "minute")
		switch {
		case i < room.Item && item.Until > 0:
			mark, right = s.Theme.Glyphs.Done, "done"
		case i < room.Item:
			right = "not opened"
		case i == room.Item && item.Until > 0:
			mark, right = theme.MarkFloor, s.Left(item.Until)+" left"
		}
		line := spread(mark+" "+s.itemTitle(item), s.Theme.Paint(theme.Muted, right), s.rowWidth(1), s.Theme.Glyphs.Waiting)
		rows = append(rows, listRow{
			id: "item " + item.Name, pane: 1, lines: []string{line},
			does: []does{types("o", "open it", "/item "+item.Name)},
		})
	}
	return rows
}
