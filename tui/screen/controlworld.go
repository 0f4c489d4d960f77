package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the world outside the room: questions to it, who may answer, and
// what is so in this exercise.

// waitingRequests are the questions to the world that nobody has answered.
func (s *Sight) waitingRequests() []exercise.RequestView {
	return slices.DeleteFunc(slices.Clone(s.View.Own.Control.Requests), func(r exercise.RequestView) bool { return r.Answer != "" })
}

// worldSection is the section of its own, where there are no two panes.
func (s *Sight) worldSection() []listRow {
	rows := s.requestRows()
	if len(rows) == 0 {
		rows = []listRow{{lines: s.row(0, muted("No question to the world waits."))}}
	}
	return append(rows, s.staffRows(0)...)
}

// requestRows are the questions that wait, each with its age and with what has
// been prepared.
func (s *Sight) requestRows() []listRow {
	var rows []listRow
	for _, r := range s.waitingRequests() {
		if len(rows) == 0 {
			rows = append(rows, s.heading(0, "Questions to the world", ""))
		}
		rows = append(rows, s.requestRow(r))
	}
	return rows
}

func (s *Sight) requestRow(r exercise.RequestView) listRow {
	age := max(s.Now-r.Wall, 0) / 60_000
	when := run{theme.Muted, fmt.Sprintf("   %d min ago", age)}
	if r.Late || age >= 4 {
		when = run{theme.Alert, fmt.Sprintf("   %s waits for %d min", theme.MarkAlert, age)}
	}
	to := r.To
	if to == "" {
		to = "anyone"
	}
	no := strings.TrimPrefix(r.No, "#")
	first := append(runs{{theme.Strong, "#" + no + " "}}, s.TeamRuns(r.Team)...)
	row := listRow{
		id:    "request " + no,
		lines: append(s.row(0, append(first, run{theme.Body, " asks " + to}, when)), s.under(0, 2, plain("“"+r.Text+"”"))...),
	}
	for i, o := range r.Offers {
		row.lines = append(row.lines, s.under(0, 2, runs{{theme.Muted, "prepared " + o.ID + ", " + o.From + ": "}, {theme.Body, o.Text}})...)
		if i == 0 {
			row.does = append(row.does, types("a", "give "+o.ID, "/reply-as "+o.ID+" #"+no))
		}
	}
	as := persona(to)
	row.does = append(row.does,
		prefills("enter", "answer", "/reply-as "+as+" #"+no+` "`),
		types("x", "not known", "/reply-as "+as+" #"+no+` "Not known in this exercise."`))
	return row
}

// persona writes a name as reply-as takes it: one word, or in quotation marks.
func persona(name string) string {
	if strings.ContainsAny(name, " \t") {
		return quoted(name)
	}
	return name
}

// staffRows are what control answers from: facts, and as whom.
func (s *Sight) staffRows(pane int) []listRow {
	c := s.View.Own.Control
	var rows []listRow
	if len(c.Facts) > 0 {
		rows = append(rows, s.heading(pane, "What is so in this exercise", ""))
	}
	for _, f := range c.Facts {
		rows = append(rows, listRow{pane: pane, lines: indented(" ", s.row(pane, plain(f)))})
	}
	if len(c.Personas) > 0 {
		rows = append(rows, s.heading(pane, "You may speak as", ""))
	}
	for _, p := range c.Personas {
		rows = append(rows, listRow{
			id: "persona " + p.Name, pane: pane, lines: s.row(pane, strong(p.Name)),
			more: s.under(pane, 2, muted(p.About)),
			does: []does{prefills("enter", "write as this", "/inject new to all from "+persona(p.Name)+` "`)},
		})
	}
	return rows
}
