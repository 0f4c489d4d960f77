package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

const injectIndent = 13 // cells before an inject's title

// queued is the inject that goes out next and can still be taken back.
func (s *Sight) queued() (next exercise.InjectRow, there bool) {
	for _, x := range s.View.Own.Control.Timeline {
		if x.State == exercise.InjectQueued && (!there || x.In < next.In) {
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
	told := runs{{theme.Alert, theme.MarkAlert + " " + string(x.ID) + " "}}
	told = append(told, s.injectState(x)...)
	stop := "; t or /takeback " + string(x.ID) + " stops it unseen"
	if s.Card() {
		stop = "; t stops it"
	}
	told = append(told, run{theme.Body, stop}, run{theme.Muted, "   to " + s.phrase(x.To) + ": " + x.Title})
	d.Raw(" " + told.line(s.Theme))
	if s.airy() {
		d.Gap()
	}
	return d.Lines()
}

// timelineSection is the timeline in its order, with what is kept in reserve
// at the end, and the way on.
func (s *Sight) timelineSection() []listRow {
	rows := []listRow{s.heading(0, "Timeline", "scenario "+mmss(s.Scenario()))}
	var spare []listRow
	for _, x := range s.View.Own.Control.Timeline {
		row := s.injectRow(x)
		if x.Reserve && x.Pending() {
			spare = append(spare, row)
		} else {
			rows = append(rows, row)
		}
	}
	if len(spare) > 0 {
		rows = append(append(rows, s.heading(0, "In reserve", "sent if needed")), spare...)
	}
	return append(rows, s.phaseRows()...)
}

// injectRow is one inject: on one line where there is room for how it stands,
// else with that under it.
func (s *Sight) injectRow(x exercise.InjectRow) listRow {
	style := theme.Body
	if x.State == exercise.InjectDropped || x.State == exercise.InjectRecalled {
		style = theme.Muted
	}
	first := fmt.Sprintf("%s %-5s  %-3s %s", s.injectMark(x), injectWhen(x), x.ID, x.Title)
	state := append(muted(s.phrase(x.To)+"; "), s.injectState(x)...)
	row := listRow{id: string(x.ID), more: s.injectDetail(x), does: injectKeys(x)}
	width := s.rowWidth(0)
	if told := state.line(s.Theme); cells(first)+cells(told)+2 <= width {
		row.lines = []string{spread(s.Theme.Paint(style, first), told, width, s.Theme.Glyphs.Waiting)}
		return row
	}
	row.lines = append([]string{s.Theme.Paint(style, cut(first, width, s.Theme.Glyphs.Waiting))}, s.under(0, min(injectIndent, width/4), state)...)
	return row
}

func (s *Sight) injectMark(x exercise.InjectRow) string {
	switch x.State {
	case exercise.InjectDelivered, "answered":
		return s.Theme.Glyphs.Done
	case exercise.InjectQueued, exercise.InjectDue:
		return theme.MarkAlert
	case exercise.InjectDropped, exercise.InjectRecalled:
		return theme.MarkNone
	}
	if x.Held {
		return s.Theme.Glyphs.Waiting
	}
	return " "
}

// injectWhen says in five cells when an inject comes.
func injectWhen(x exercise.InjectRow) string {
	switch {
	case x.At >= 0:
		return mmss(x.At)
	case x.Reserve:
		return "spare"
	case x.Waits != "":
		return "when"
	}
	return "hand"
}

// injectState says in words how far an inject has come.
func (s *Sight) injectState(x exercise.InjectRow) runs {
	switch x.State {
	case exercise.InjectQueued:
		return runs{{theme.Alert, fmt.Sprintf("goes out in %d s", (max(x.In-s.Now, 0)+999)/1000)}}
	case exercise.InjectDue:
		return runs{{theme.Alert, "DUE, waits for you: l lets it go"}}
	case exercise.InjectDelivered, "answered":
		return muted(s.injectOut(x))
	case exercise.InjectRecalled:
		return muted("recalled: " + s.phrase(x.Why))
	case exercise.InjectDropped:
		return muted(s.dropped(x))
	}
	if s.View.Room.Phase == exercise.Debrief || s.View.Room.Phase == exercise.Closed {
		return muted("not sent")
	}
	var told runs
	if x.Held {
		told = runs{{theme.Alert, "HELD; "}}
	}
	told = append(told, s.injectWaits(x)...)
	if x.Ask && (x.At >= 0 || x.Waits != "") {
		told = append(told, run{theme.Muted, "; asks you then"})
	}
	if x.Returns != "" {
		told = append(told, run{theme.Muted, "; returns " + string(x.Returns) + " unless " + s.phrase(x.Averts)})
	}
	return told
}

func (s *Sight) dropped(x exercise.InjectRow) string {
	if x.Why.IsZero() {
		return "dropped"
	}
	return "dropped: " + s.phrase(x.Why)
}

// injectWaits says what an inject waits for: a condition as a sentence, with
// whether it holds.
func (s *Sight) injectWaits(x exercise.InjectRow) runs {
	switch {
	case x.Waits != "" && x.TrueNow:
		return runs{{theme.Muted, "when " + x.Waits + ": "}, {theme.Strong, "true now"}}
	case x.Waits != "":
		return muted("when " + x.Waits + ": not yet")
	case x.At < 0:
		return muted("by hand")
	case x.At <= s.Scenario():
		return muted("its time has passed")
	}
	return muted("in " + mmss(x.At-s.Scenario()))
}

// injectOut tells under which label an inject is out, who has opened it and who
// has answered.
func (s *Sight) injectOut(x exercise.InjectRow) string {
	told := "out"
	if x.Shown != "" && x.Shown != string(x.ID) {
		told += " as " + x.Shown
	}
	if n := len(x.Opened); n > 0 {
		told += fmt.Sprintf(", opened by %d", n)
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
	in := min(injectIndent, d.width/4)
	d.Text(in, plain("From "+x.From+": "+one(x.Body)))
	if x.Asks != "" {
		d.Text(in, plain("Asks: "+x.Asks))
	}
	if x.Expected != "" {
		d.Text(in, muted("Expected: "+x.Expected))
	}
	for _, y := range x.Does {
		d.Text(in, s.injectDoes(y))
	}
	if len(x.Opened) > 0 {
		names := make([]string, len(x.Opened))
		for i, seat := range x.Opened {
			names[i] = s.seatName(seat)
		}
		d.Text(in, muted("Opened by "+strings.Join(names, ", ")+"."))
	}
	for _, a := range x.Answers {
		d.Text(in, runs{{theme.Body, fmt.Sprintf("%s answered after %s: “%s”", s.Team(a.Team).Name, mmss(a.After), a.Text)}})
	}
	return d.Lines()
}

// injectDoes says what its delivery does, and whether it would do so now.
func (s *Sight) injectDoes(x exercise.DoesRow) runs {
	if x.Waits == "" {
		return muted("Does: " + s.phrase(x.What) + ". " + x.Text)
	}
	told := runs{{theme.Muted, "Does: " + s.phrase(x.What) + " if " + x.Waits + ", "}}
	if x.TrueNow {
		told = append(told, run{theme.Strong, "true now"})
	} else {
		told = append(told, run{theme.Muted, "not yet"})
	}
	return append(told, run{theme.Muted, ". " + x.Text})
}

// injectKeys are what can be done with an inject as it stands. Enter on one
// that is queued takes it back; on one that is planned it only opens the way
// to sending, which stays revocable for its window.
func injectKeys(x exercise.InjectRow) []does {
	id := string(x.ID)
	drop, retime := prefills("d", "drop", "/drop "+id+` "`), prefills("r", "retime", "/retime "+id+" T+")
	switch {
	case x.State == exercise.InjectQueued:
		return []does{types("enter", "take it back", "/takeback "+id), types("t", "take back", "/takeback "+id), types("h", "hold", "/hold "+id), types("n", "send now", "/inject "+id+" now")}
	case x.State == exercise.InjectDue:
		return []does{types("l", "let it go", "/release "+id), retime, drop}
	case x.State == exercise.InjectDelivered:
		return []does{prefills("c", "recall", "/recall "+id+` "`)}
	case x.State != exercise.InjectPlanned:
		return nil
	case x.Held:
		return []does{types("l", "let it go", "/release "+id), types("i", "send", "/inject "+id), retime, drop}
	case x.At < 0 && x.Waits == "":
		return []does{types("i", "send", "/inject "+id), retime, drop}
	}
	return []does{types("i", "send", "/inject "+id), types("h", "hold", "/hold "+id), retime, drop}
}
