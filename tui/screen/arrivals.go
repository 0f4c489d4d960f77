package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the other half of the lobby: who is here, and the house rules.

// arrivals lists who is here, and the house rules under them.
func (s *Sight) arrivals(width int) []string {
	room := s.View.Room
	d := s.DrawWide(width)
	here := 0
	for _, t := range room.Teams {
		here += plus(t.Presence == exercise.Here)
	}
	d.Spread(s.Theme.Paint(theme.Strong, " "+s.Say("At the table")), s.Say("%d of %d here", here, len(room.Teams)))
	if s.Wide() {
		d.Gap()
	}
	for _, track := range exercise.Tracks() {
		d.arrivals(s, track)
	}
	d.Text(2, muted(s.staffHere()))
	d.Gap()
	if !s.Wide() {
		d.Text(1, muted(strings.Join(s.houseRules(), " ")))
		return d.Lines()
	}
	d.Line(theme.Strong, " "+s.Say("House rules"))
	for _, rule := range s.houseRules() {
		d.Text(2, plain(rule))
	}
	return d.Lines()
}

// arrivals adds the teams of a track: one a line where there is a pane for
// them, else all on one.
func (d *Drawing) arrivals(s *Sight, track exercise.Track) {
	letter := s.Theme.Paint(s.Theme.Track(string(track)), s.letter(track)+" "+term(s, track.Short()))
	line := runs{}
	for _, t := range s.View.Room.Teams {
		if t.Track != track {
			continue
		}
		if s.Wide() {
			name := runs{{theme.Body, t.Name}}
			if t.ID == s.View.Own.Team {
				name = append(name, muted("  "+s.Say("you"))...)
			}
			d.Spread("  "+letter+"  "+name.line(s.Theme), s.arrival(t).line(s.Theme)+" ")
			continue
		}
		if len(line) > 0 {
			line = append(line, run{theme.Muted, "  " + s.Theme.Glyphs.Dot + "  "})
		}
		line = append(append(line, run{theme.Body, t.Name + " "}), s.arrival(t)...)
	}
	if len(line) > 0 {
		d.Hang("  "+letter+"  ", line)
	}
}

// arrival says how far a team has come: nobody is shown what it reads or types.
func (s *Sight) arrival(t exercise.TeamView) runs {
	ready := slices.ContainsFunc(t.Seats, func(x exercise.SeatView) bool { return x.Ready })
	scripted := slices.ContainsFunc(t.Seats, func(x exercise.SeatView) bool { return x.Robot })
	switch {
	case t.Presence != exercise.Here:
		return s.in(theme.Muted).Say("invited")
	case scripted:
		return s.in(theme.Muted).Say("by script")
	case ready:
		return s.in(theme.Strong).Say("ready")
	case t.ID == s.View.Own.Team && !s.Wide():
		return s.in(theme.Body).Say("you")
	}
	return s.in(theme.Body).Say("here")
}

// staffHere says which of the other seats are here, in one line.
func (s *Sight) staffHere() string {
	var here []string
	for _, seat := range s.View.Room.Staff {
		if seat.Via != "" {
			here = append(here, seat.Name)
		}
	}
	if len(here) == 0 {
		return s.Say("The chair and the others are not here yet.")
	}
	return s.Say("Also here: %s.", s.Lang.List(here))
}

// houseRules are what everybody should know of who reads what.
func (s *Sight) houseRules() []string {
	caucus := s.Say("Caucus is private. The minutes say only who met, and for how long.")
	switch s.View.Room.Exercise.Consultations {
	case exercise.ConsultationsSilent:
		caucus = s.Say("Caucus is private, and the minutes say nothing of it.")
	case exercise.ConsultationsCounted:
		caucus = s.Say("Caucus is private. The minutes say only how many met, and for how long.")
	}
	return []string{
		s.Say("What you say at the table is minuted."),
		caucus + " " + s.stored(),
		s.Say("You may leave and come back at any time: your seat and your drafts wait for you."),
	}
}

// lastWords are the newest things said at the table, as many as stand whole in
// n rows, for a page that is not the table.
func (s *Sight) lastWords(n int) []string {
	var rows []string
	feed := s.View.Room.Feed
	for i := len(feed) - 1; i >= 0 && len(rows) < n; i-- {
		if !feed[i].Spoken {
			continue
		}
		d := s.Draw()
		d.entry(feed[i])
		if len(rows) > 0 && len(rows)+d.Rows() > n {
			break
		}
		rows = append(d.Lines(), rows...)
	}
	return rows
}
