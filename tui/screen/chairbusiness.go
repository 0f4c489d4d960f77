package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the business on the chair's page that is not one decision:
// motions by precedence, packages, polls, the order of amendments, requests.

// businessRows are motions, packages and polls that wait, and the sequences.
func (s *Sight) businessRows() []listRow {
	room := s.View.Room
	var rows []listRow
	if room.Phase == exercise.Table && !room.Quorum.Hinders.IsZero() {
		rows = append(rows, listRow{lines: s.row(0, runs{{theme.Alert, theme.MarkAlert + " "}, {theme.Body, asTyped(s.phrase(room.Quorum.Hinders))}})})
	}
	for i := range room.Motions {
		if m := &room.Motions[i]; m.State == "open" {
			rows = append(rows, s.motionRow(m))
		}
	}
	for i := range room.Packages {
		if p := &room.Packages[i]; p.State == "open" {
			id := string(p.ID)
			rows = append(rows, listRow{
				id: "package " + id, lines: s.row(0, append(s.packageRuns(p), append(muted("  by "), s.teamList(p.Sponsors)...)...)),
				does: asked(id),
			})
		}
	}
	for i := range room.Polls {
		if p := &room.Polls[i]; p.Open {
			row := listRow{id: fmt.Sprint("poll ", p.N), lines: s.row(0, s.pollRuns(p))}
			if len(p.Silent) > 0 {
				row.lines = append(row.lines, s.under(0, 2, muted("silent: "+s.names(p.Silent)))...)
			}
			rows = append(rows, row)
		}
	}
	for i := range room.Clauses {
		if c := &room.Clauses[i]; len(c.Sequence) > 1 && c.State != exercise.ClauseDraft && unsettled(*c) {
			rows = append(rows, s.sequenceRow(c))
		}
	}
	rows = append(rows, s.remainingRows()...)
	for i := range s.View.Own.Caucuses {
		if c := &s.View.Own.Caucuses[i]; c.Open {
			rows = append(rows, s.groupRow(c))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return append([]listRow{s.heading(0, "Business", "")}, rows...)
}

// motionRow is a motion, which the chair puts or gavels.
func (s *Sight) motionRow(m *exercise.MotionView) listRow {
	id := string(m.ID)
	row := listRow{id: "motion " + id, lines: s.row(0, s.motionRuns(m)), does: asked(id)}
	if m.Why != "" {
		row.lines = append(row.lines, s.under(0, 2, muted(m.Why))...)
	}
	return row
}

// sequenceRow is the order of a clause's amendments; the first is taken next.
func (s *Sight) sequenceRow(c *exercise.ClauseView) listRow {
	var ids []string
	for _, id := range c.Sequence {
		ids = append(ids, string(id))
	}
	does := asked(ids[0])
	does = append(does, prefills("o", "order", "/sequence "+string(s.paraWith(c.Sequence[0]))+" "+strings.Join(ids, " ")))
	return listRow{
		id:    "sequence " + string(c.ID),
		lines: s.row(0, runs{{theme.Body, "Order on clause " + string(c.ID) + ": "}, {theme.Strong, strings.Join(ids, ", ")}}),
		does:  does,
	}
}

// remainingRows are, in the endgame, the clauses that are neither settled nor
// being decided: what has points open can only be deferred.
func (s *Sight) remainingRows() []listRow {
	var rows []listRow
	for _, c := range s.View.Room.Clauses {
		id := string(c.ID)
		if !s.endgame() || !unsettled(c) || s.stands(exercise.Subject(id)) {
			continue
		}
		keys := []does{types("d", "defer it", "/defer "+id)}
		if c.Open == 0 {
			keys = append(asked(id), keys...)
		}
		line := append(runs{{theme.Strong, id + " "}, {theme.Body, c.Title + ": "}}, s.stateRuns(c)...)
		rows = append(rows, listRow{id: "remaining " + id, lines: s.row(0, line), does: keys})
	}
	return rows
}

// groupRow is a contact group, in which the chair sits too.
func (s *Sight) groupRow(c *exercise.CaucusView) listRow {
	line := append(runs{{theme.Strong, c.ID + " "}, {theme.Body, kindOf(c) + ": "}}, s.teamList(c.Members)...)
	if c.Until > 0 {
		line = append(line, run{theme.Strong, "   " + s.Left(c.Until)})
	}
	page := newCaucus()
	page.id = c.ID
	return listRow{id: "group " + c.ID, lines: s.row(0, line), does: []does{{key: "enter", word: "go there", acts: []Act{Open{Page: page}}}}}
}

// paraWith is the paragraph that an amendment changes.
func (s *Sight) paraWith(id exercise.AmendmentID) exercise.ParaID {
	for _, a := range s.View.Room.Amendments {
		if a.ID == id && len(a.Alts) > 0 {
			return paraOf(a.Alts[0].Point)
		}
	}
	return ""
}

// asked are the keys that ask the table something: Enter and p put it, g gavels.
func asked(x string) []does {
	return []does{types("enter", "put "+x, "/put "+x), types("p", "put", "/put "+x), types("g", "gavel", "/gavel "+x), prefills("s", "silence", "/silence "+x+" 10m")}
}

// requestRow is what a delegate asks of the chair; one to put something does so.
func requestRow(s *Sight, i int, text string) listRow {
	row := listRow{id: fmt.Sprint("request ", i), lines: s.row(0, runs{{theme.Alert, "! "}, {theme.Body, strings.TrimSuffix(text, ".") + "."}})}
	if _, x, ok := strings.Cut(text, " asks to put "); ok {
		row.does = asked(strings.TrimSuffix(x, "."))
	}
	return row
}
