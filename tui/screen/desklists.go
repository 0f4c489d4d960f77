package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the desk's lists: decisions, marks and what is to be checked.

// toShow is the key that turns to an entry of the minutes.
func (p *desk) toShow(key, no string) does {
	return does{key: key, word: "show it", turn: func() { p.show(no) }}
}

// decisionRows are the decisions, the last first, each as it was decided.
func (p *desk) decisionRows(s *Sight) []listRow {
	list := s.View.Room.Decisions
	if len(list) == 0 {
		return []listRow{s.remark("Nothing has been decided yet.")}
	}
	var rows []listRow
	for i := len(list) - 1; i >= 0; i-- {
		x := list[i]
		no := s.decidedIn(x.ID)
		row := listRow{id: "decision " + string(x.ID)}
		beside := s.Clock(x.At)
		if no != "" {
			beside = strings.TrimSpace(s.marksOn(no) + "  #" + no + "  " + beside)
		}
		row.lines = append(row.lines, spread(s.Theme.Paint(theme.Strong, string(x.ID))+"  "+s.phrase(x.Title), s.Theme.Paint(theme.Muted, beside), s.rowWidth(0), s.Theme.Glyphs.Waiting))
		row.lines = append(row.lines, s.under(0, 4, muted(s.decidedAs(x)))...)
		if no != "" {
			row.does = append(row.does, p.toShow("enter", no), types("d", "mark", "/mark #"+no+" decision"))
		}
		row.does = append(row.does, types("r", "read it", "/read "+string(x.ID)))
		rows = append(rows, row)
	}
	return rows
}

// decidedAs is the outcome in its sentence.
func (s *Sight) decidedAs(x exercise.DecisionView) string {
	switch {
	case x.TakenBack:
		return "Taken back. " + s.phrase(x.Sentence)
	case x.Voided:
		return "Void since it was reopened. " + s.phrase(x.Sentence)
	}
	return s.phrase(x.Sentence)
}

// decidedIn is the number of the entry that tells of a decision.
func (s *Sight) decidedIn(id exercise.DecisionID) string {
	for _, l := range s.View.Room.Feed {
		if l.Kind == "decided" && l.Ref == string(id) {
			return l.No
		}
	}
	return ""
}

// markRows count the marks by kind and list them, the last first.
func (p *desk) markRows(s *Sight) []listRow {
	var rows []listRow
	if !s.Card() { // the list matters more
		rows = append(rows, listRow{lines: s.markTable(s.rowWidth(0))})
	}
	marks := s.View.Own.Recorder.Marks
	texts := map[string]exercise.Line{}
	for _, l := range s.View.Room.Feed {
		texts[l.No] = l
	}
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		line := runs{{theme.Strong, fmt.Sprintf("%-3s", markLetter(m.Kind))}, {theme.Muted, fmt.Sprintf("%4s  ", "#"+m.No)}}
		if l, ok := texts[m.No]; ok {
			line = append(line, s.speaker(l)...)
			line = append(line, run{theme.Body, " " + l.Wording(s.Lang, s.Clock)})
		}
		rows = append(rows, listRow{
			id: "mark " + m.No + m.Kind, lines: []string{cut(line.line(s.Theme), s.rowWidth(0), s.Theme.Glyphs.Waiting)},
			does: []does{p.toShow("enter", m.No)},
		})
	}
	if len(marks) == 0 {
		rows = append(rows, s.remark("Nothing has been marked yet. Marks are given in the minutes, by one key."))
	}
	return rows
}

// toCheck are the checks that are not settled.
func (s *Sight) toCheck() []exercise.CheckView {
	var open []exercise.CheckView
	for _, x := range s.View.Own.Recorder.Checks {
		if !x.Settled {
			open = append(open, x)
		}
	}
	return open
}

// checkRows are what is to be checked, then what has been settled.
func (p *desk) checkRows(s *Sight) []listRow {
	var rows, settled []listRow
	for _, x := range s.View.Own.Recorder.Checks {
		if x.Settled {
			settled = append(settled, listRow{
				id: "check " + x.ID, lines: s.row(0, append(runs{{theme.Body, s.Theme.Glyphs.Done + " "}}, muted(s.phrase(x.Text))...)),
				does: append(p.looks(x), types("s", "check it again", "/settle "+x.ID)),
			})
			continue
		}
		rows = append(rows, listRow{
			id: "check " + x.ID, lines: s.row(0, append(runs{{theme.Alert, theme.MarkAlert + " "}}, plain(s.phrase(x.Text))...)),
			does: append(p.looks(x), s.settles(x)...),
		})
	}
	if len(rows) == 0 {
		rows = []listRow{s.remark("Nothing is to be checked. What is found in the record will stand here.")}
	}
	return append(rows, settled...)
}

// looks are the keys that show what a check is about.
func (p *desk) looks(x exercise.CheckView) []does {
	switch {
	case strings.HasPrefix(x.Verb, "confirm expunge "):
		return nil
	case x.No != "":
		return []does{p.toShow("enter", x.No)}
	case strings.HasPrefix(x.ID, "O"): // an objective: what shows it is yet to be marked
		return nil
	case strings.HasPrefix(x.ID, "A"):
		return []does{types("enter", "read it", "/read "+x.ID)}
	}
	clause, _, _ := strings.Cut(x.ID, ".")
	return []does{types("enter", "read it", "/text "+clause)}
}

// settles are the keys that deal with a check.
func (s *Sight) settles(x exercise.CheckView) []does {
	switch {
	case strings.HasPrefix(x.Verb, "confirm expunge "):
		return []does{{key: "enter", word: "remove, after a review", acts: []Act{Open{Focus: true, Page: s.removal(x)}}}}
	case x.Waits:
		return nil
	case x.Verb != "":
		return []does{types("m", "mark it", "/"+x.Verb), types("s", "settle", "/settle "+x.ID)}
	}
	return []does{types("s", "settle", "/settle "+x.ID)}
}

// removal is the review before words are removed for good.
func (s *Sight) removal(x exercise.CheckView) Page {
	return &review{
		title: "Remove the words of " + x.ID,
		says: []string{
			s.phrase(x.Text),
			"They are then gone for good from the record, its copies and every export. That it was done, when and why, stays in the minutes.",
		},
		yes: "Remove them", does: []Act{Type{"/" + x.Verb}},
	}
}

// remark is a row that cannot be chosen.
func (s *Sight) remark(text string) listRow { return listRow{lines: s.row(0, muted(text))} }
