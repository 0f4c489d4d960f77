package screen

import (
	"fmt"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the right side of control's page: clocks, seats, last actions.

// clockRows tell the state of both clocks in words.
func (s *Sight) clockRows() []listRow {
	c := s.View.Room.Clocks
	tell := func(name string, at int64, running bool, why, beside string) listRow {
		if running {
			return listRow{pane: 1, lines: s.row(1, runs{{theme.Body, " " + name + " runs, "}, {theme.Strong, mmss(at)}, {theme.Body, beside}})}
		}
		if why == "" {
			why = "not started"
		}
		if c.ReadingUntil > s.Now {
			beside = ", " + mmss(c.ReadingUntil-s.Now) + " yet"
		}
		return listRow{pane: 1, lines: s.row(1, runs{{theme.Alert, " " + name + " STANDS"}, {theme.Body, " at " + mmss(at) + ": " + why + beside}})}
	}
	speed := ""
	if c.Speed > 1 {
		speed = fmt.Sprintf(", at %d times real time", c.Speed)
	}
	return []listRow{
		s.heading(1, "Clocks", ""),
		tell("Scenario", s.Scenario(), c.ScenarioRunning, c.ScenarioWhy, speed),
		tell("Table", s.Table(), c.TableRunning, c.TableWhy, ""),
	}
}

// seatRows tell how every seat sits.
func (s *Sight) seatRows() []listRow {
	rows := []listRow{s.heading(1, "Seats", "")}
	add := func(name runs, seat exercise.SeatView) {
		state := map[string]string{"screen": "screen", "plain": "plain mode", "script": "by script"}[seat.Via]
		style := theme.Body
		if state == "" {
			state, style = "nobody", theme.Muted
		}
		line := spread(name.line(s.Theme), s.Theme.Paint(style, state), s.rowWidth(1), s.Theme.Glyphs.Waiting)
		rows = append(rows, listRow{
			id: "seat " + string(seat.ID), pane: 1, lines: []string{line},
			does: []does{prefills("enter", "code, reset, kick, move", "/seat "+string(seat.ID)+" ")},
		})
	}
	for _, t := range s.View.Room.Teams {
		for _, seat := range t.Seats {
			style := s.Theme.Track(string(t.Track))
			add(runs{{style, s.letter(t.Track) + " "}, {theme.Body, seat.Name}}, seat)
		}
	}
	for _, seat := range s.View.Room.Staff {
		add(plain("  "+seat.Name), seat)
	}
	return rows
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

// actionRows are the newest things that were done to the play rather than said
// in it.
func (s *Sight) actionRows() []listRow {
	rows := []listRow{s.heading(1, "Last actions", "")}
	feed := s.View.Room.Feed
	for i := len(feed) - 1; i >= 0 && len(rows) < 5; i-- {
		line := feed[i]
		if line.Team != "" || line.Spoken || line.Kind == "decided" || line.Kind == "presence" {
			continue
		}
		rows = append(rows, listRow{pane: 1, lines: s.row(1, runs{{theme.Muted, " " + s.Clock(line.Wall) + "  "}, {theme.Body, line.Text}})})
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}
