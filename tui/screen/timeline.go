package screen

import (
	"fmt"

	"kefi/exercise"
	"kefi/tui/theme"
)

const injectIndent = 13 // cells before an inject's title

// queued is the inject that goes out next and can still be taken back.
func (s *Sight) queued() (next exercise.InjectRow, there bool) {
	for _, x := range s.View.Own.Control.Timeline {
		if x.State == "queued" && (!there || x.In < next.In) {
			next, there = x, true
		}
	}
	return next, there
}

// queuedLines stand above the list, whatever it shows: there are seconds to
// take an inject back in.
func (s *Sight) queuedLines() []string {
	x, there := s.queued()
	if !there {
		return nil
	}
	d := s.Draw()
	told := runs{{theme.Alert, theme.MarkAlert + " " + string(x.ID)}, {theme.Body, " to " + s.phrase(x.To) + ": " + x.Title + "  "}}
	told = append(append(told, s.injectState(x)...), run{theme.Body, "; t or /takeback " + string(x.ID) + " stops it unseen"})
	d.Text(1, told)
	d.Gap()
	return d.Lines()
}

// timelineRows are the injects in their order.
func (s *Sight) timelineRows() []listRow {
	rows := []listRow{s.heading(0, "Timeline", "scenario "+mmss(s.Scenario()))}
	for _, x := range s.View.Own.Control.Timeline {
		mark := map[string]string{"delivered": s.Theme.Glyphs.Done, "answered": s.Theme.Glyphs.Done, "queued": theme.MarkAlert, "dropped": theme.MarkNone}[x.State]
		if mark == "" {
			mark = " "
		}
		at := "hand "
		if x.At >= 0 {
			at = mmss(x.At)
		}
		style := theme.Body
		if x.State == "dropped" {
			style = theme.Muted
		}
		line := s.Theme.Paint(style, cut(fmt.Sprintf("%s %s  %-3s %s", mark, at, x.ID, x.Title), s.rowWidth(0), s.Theme.Glyphs.Waiting))
		row := listRow{id: string(x.ID), lines: []string{line}, more: s.injectDetail(x), does: injectKeys(x)}
		row.lines = append(row.lines, s.under(0, injectIndent, append(muted(s.phrase(x.To)+"; "), s.injectState(x)...))...)
		rows = append(rows, row)
	}
	return rows
}

// injectState says in words how far an inject has come.
func (s *Sight) injectState(x exercise.InjectRow) runs {
	switch x.State {
	case "queued":
		return runs{{theme.Alert, fmt.Sprintf("goes out in %d s", (max(x.In-s.Now, 0)+999)/1000)}}
	case "delivered", "answered":
		return muted(s.injectOut(x))
	case "dropped":
		return muted("dropped")
	}
	switch {
	case s.View.Room.Phase == exercise.Debrief || s.View.Room.Phase == exercise.Closed:
		return muted("not sent")
	case x.At < 0:
		return muted("by hand")
	}
	return muted("in " + mmss(x.At-s.Scenario()))
}

// injectOut tells under which label an inject is out, and who has answered.
func (s *Sight) injectOut(x exercise.InjectRow) string {
	told := "out"
	if x.Shown != "" && x.Shown != string(x.ID) {
		told += " as " + x.Shown
	}
	var who []exercise.TeamID
	for _, a := range x.Answers {
		who = append(who, a.Team)
	}
	switch {
	case len(who) > 0:
		return told + ", answered by " + s.names(who)
	case x.Asks != "":
		return told + ", not answered"
	}
	return told
}

// injectDetail is what is shown under the chosen inject.
func (s *Sight) injectDetail(x exercise.InjectRow) []string {
	d := s.DrawWide(s.rowWidth(0))
	d.Text(injectIndent, plain("From "+x.From+": "+one(x.Body)))
	if x.Asks != "" {
		d.Text(injectIndent, plain("Asks: "+x.Asks))
	}
	if x.Expected != "" {
		d.Text(injectIndent, muted("Expected: "+x.Expected))
	}
	for _, a := range x.Answers {
		d.Text(injectIndent, runs{{theme.Body, fmt.Sprintf("%s answered after %s: “%s”", s.Team(a.Team).Name, mmss(a.After), a.Text)}})
	}
	return d.Lines()
}

// injectKeys are what can be done with an inject as it stands. Enter on one
// that is queued takes it back; on one that is planned it only opens the way
// to sending, which stays revocable for its window.
func injectKeys(x exercise.InjectRow) []does {
	id := string(x.ID)
	switch x.State {
	case "queued":
		return []does{types("enter", "take it back", "/takeback "+id), types("t", "take back", "/takeback "+id), types("n", "send now", "/inject "+id+" now")}
	case "planned", "due":
		return []does{types("i", "send", "/inject "+id), prefills("r", "retime", "/retime "+id+" T+"), prefills("d", "drop", "/drop "+id+` "`)}
	}
	return nil
}
