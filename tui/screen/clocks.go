package screen

import (
	"fmt"
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the right side of control's page: clocks and the author's model,
// seats, last actions.

func (s *Sight) clocksSection() []listRow {
	rows := append(s.clockRows(), s.modelRows()...)
	if s.live() {
		rows = append(rows, listRow{
			id: "stop", pane: 1, lines: s.row(1, plain("Stop for a real event")),
			does: []does{prefills("enter", "stop", `/realworld "`)},
		})
	}
	return rows
}

// clockRows tell the state of both clocks in words.
func (s *Sight) clockRows() []listRow {
	c := s.View.Room.Clocks
	tell := func(clock exercise.ClockName, name string, at int64, running bool, why, beside string) listRow {
		row := listRow{id: "clock " + string(clock), pane: 1}
		if running {
			row.lines = s.row(1, runs{{theme.Body, name + " runs, "}, {theme.Strong, mmss(at)}, {theme.Body, beside}})
			row.does = []does{types("enter", "pause it", "/pause "+string(clock))}
			return row
		}
		if why == "" {
			why = "not started"
		} else {
			row.does = []does{types("enter", "resume it", "/resume "+string(clock))}
		}
		if c.ReadingUntil > s.Now && clock == exercise.TableClock {
			beside = ", " + mmss(c.ReadingUntil-s.Now) + " yet"
		}
		row.lines = s.row(1, runs{{theme.Alert, name + " STANDS"}, {theme.Body, " at " + mmss(at) + ": " + why + beside}})
		return row
	}
	speed := ""
	if c.Speed > 1 {
		speed = fmt.Sprintf(", at %d times real time", c.Speed)
	}
	return []listRow{
		s.heading(1, "Clocks", ""),
		tell(exercise.ScenarioClock, "Scenario", s.Scenario(), c.ScenarioRunning, c.ScenarioWhy, speed),
		tell(exercise.TableClock, "Table", s.Table(), c.TableRunning, c.TableWhy, ""),
	}
}

// modelRows are the figures of the author's model, with what moved each.
func (s *Sight) modelRows() []listRow {
	m := s.View.Own.Control.Model
	if m == nil {
		return nil
	}
	rows := []listRow{s.heading(1, "Author's model", "no finding")}
	barred := s.figureRoom(m)
	for _, x := range m.Dials {
		means := "0 to 100"
		if x.Means != "" {
			means = "100: " + x.Means
		}
		if x.Public {
			means += " Everyone sees it."
		}
		row := s.figureRow("dial "+x.ID, x.Name, x.Value, x.Changes, means, barred)
		row.does = []does{prefills("+", "raise", "/dial "+x.ID+` +5 "`), prefills("-", "lower", "/dial "+x.ID+` -5 "`)}
		rows = append(rows, row)
	}
	if g := m.Gap; g != nil {
		rows = append(rows, s.figureRow("gap", g.Name, g.At(s.Scenario()), g.Changes, fmt.Sprintf("Rises by %d in an hour of the story.", g.Pace), barred))
	}
	return rows
}

// figureRoom says that every figure's name leaves room for a bar, so that either
// all have one or none.
func (s *Sight) figureRoom(m *exercise.ModelView) bool {
	longest := 0
	for _, x := range m.Dials {
		longest = max(longest, cells(x.Name))
	}
	if m.Gap != nil {
		longest = max(longest, cells(m.Gap.Name))
	}
	return s.rowWidth(1) > longest+barCells+6
}

// figureRow is one figure, with its bar if there is room; under it, while it is chosen, what it
// means and its changes, newest first.
func (s *Sight) figureRow(id, name string, value int, changes []exercise.ChangeView, means string, barred bool) listRow {
	d := s.DrawWide(s.rowWidth(1))
	right := fmt.Sprintf("%3d", value)
	if barred {
		right = bar(value) + " " + right
	}
	d.Spread(s.Theme.Paint(theme.Body, name), s.Theme.Paint(theme.Strong, right))
	more := s.DrawWide(s.rowWidth(1))
	more.Text(2, muted(means))
	for i, c := range slices.Backward(changes) {
		if len(changes)-i > 4 {
			break
		}
		text := s.Clock(c.Wall) + "  " + signed(c.By) + "  " + c.Why
		if c.Inject != "" {
			text += " (" + string(c.Inject) + ")"
		}
		if c.Undone {
			text += " (taken back)"
		}
		more.Text(2, muted(text))
	}
	return listRow{id: id, pane: 1, lines: d.Lines(), more: more.Lines()}
}

// seatRows tell how every seat sits.
func (s *Sight) seatRows() []listRow {
	rows := []listRow{s.heading(1, "Seats", "")}
	for _, t := range s.View.Room.Teams {
		for _, seat := range t.Seats {
			style := s.Theme.Track(string(t.Track))
			rows = append(rows, s.seatRow(runs{{style, s.letter(t.Track) + " "}, {theme.Body, seat.Name}}, seat))
		}
	}
	for _, seat := range s.View.Room.Staff {
		rows = append(rows, s.seatRow(plain("  "+seat.Name), seat))
	}
	return rows
}

func (s *Sight) seatRow(name runs, seat exercise.SeatView) listRow {
	state := map[string]string{"screen": "screen", "plain": "plain mode", "script": "by script"}[seat.Via]
	style := theme.Body
	if state == "" {
		state, style = "nobody", theme.Muted
	}
	if slices.Contains(s.View.Own.Control.Timeouts, seat.ID) {
		state, style = "needs a break", theme.Alert
	}
	id := string(seat.ID)
	row := listRow{
		id: "seat " + id, pane: 1,
		lines: []string{spread(name.line(s.Theme), s.Theme.Paint(style, state), s.rowWidth(1), s.Theme.Glyphs.Waiting)},
	}
	if s.seePlayer(id) != nil {
		row.does = append(row.does, types("v", "see its screen", "/see "+id))
	}
	kick := &review{title: "End the sessions of " + seat.Name, yes: "End its sessions", says: []string{
		"Whoever sits there is shown out and can come back with key or code. What was written there waits.",
	}, does: []Act{Type{"/seat " + id + " kick"}}}
	row.does = append(row.does, prefills("enter", "code, reset, move", "/seat "+id+" "), types("c", "new code", "/seat "+id+" code"),
		does{key: "k", word: "kick", acts: []Act{Open{Page: kick, Focus: true}}})
	return row
}

// seatName is a seat's name, of a team or not.
func (s *Sight) seatName(id exercise.SeatID) string {
	for _, t := range s.View.Room.Teams {
		for _, seat := range t.Seats {
			if seat.ID == id {
				return seat.Name
			}
		}
	}
	return s.staffName(id)
}

// mostActions is how many of the last actions are listed.
const mostActions = 6

// actionRows are the newest things that were done to the play rather than said
// in it, and what can be taken back of them.
func (s *Sight) actionRows() []listRow {
	rows := []listRow{s.heading(1, "Last actions", "")}
	if what := s.View.Own.CanUndo; !what.IsZero() {
		rows = append(rows, listRow{
			id: "undo", pane: 1, lines: s.row(1, runs{{theme.Strong, "u"}, {theme.Body, " takes back " + s.phrase(what)}}),
			does: []does{types("enter", "take it back", "/undo")},
		})
	}
	list := s.actions()
	for i, line := range list[:min(len(list), mostActions)] {
		told := append(muted(s.Clock(line.Wall)+"  "), s.actor(line)...)
		row := listRow{pane: 1, lines: s.row(1, append(told, plain(asTyped(line.Wording(s.Lang, s.Clock)))...))}
		if line.Kind == "incident" && line.Room == exercise.ControlRoom && s.isOut(line.Ref) {
			row.id = fmt.Sprint("action ", i, line.No)
			row.does = []does{prefills("c", "recall it", "/recall "+line.Ref+` "`)}
			row.more = s.under(1, 2, muted("It is out. A recall tells its readers, and the trace stays."))
		} else {
			row.lines = indented(" ", row.lines) // in one column with those that can be chosen
		}
		rows = append(rows, row)
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}

// actor is whoever did what a line of the table tells. In control's own room
// the lines say it themselves.
func (s *Sight) actor(line exercise.Line) runs {
	if line.Room == exercise.ControlRoom || line.Seat == "" {
		return nil
	}
	return append(s.speaker(line), plain(" ")...)
}

// isOut says that an inject is out and has not been recalled.
func (s *Sight) isOut(id string) bool {
	return slices.ContainsFunc(s.View.Own.Control.Timeline, func(x exercise.InjectRow) bool {
		return string(x.ID) == id && x.State == exercise.InjectDelivered
	})
}

// actions are the lines of the table and of control's room that tell of what was
// done to the play, newest first.
func (s *Sight) actions() []exercise.Line {
	var list []exercise.Line
	for _, l := range s.View.Own.Lines {
		if l.Room == exercise.ControlRoom && l.Kind != "answer" && l.Kind != "rfi" && l.Kind != "correction" && l.Kind != "mark" {
			list = append(list, l)
		}
	}
	for _, l := range s.View.Room.Feed {
		if l.Team == "" && !l.Spoken && l.Kind != "decided" && l.Kind != "presence" && l.Kind != "incident" && l.Kind != "dial" && l.Kind != "recall" {
			list = append(list, l)
		}
	}
	slices.SortStableFunc(list, func(a, b exercise.Line) int { return int(min(max(b.Wall-a.Wall, -1), 1)) })
	return list
}
