package screen

import (
	"fmt"
	"time"

	"kefi/exercise"
	"kefi/tui/theme"
)

const (
	maxColumn = 90 // the widest a column of text gets

	wideFrom   = 100 // columns from which there are two panes
	cardBelow  = 60  // columns below which one card is all there is
	shortBelow = 16  // rows below which too
)

// size is how much room the window gives.
type size int

const (
	card   size = iota // one thing only
	narrow             // one column
	wide               // two panes
)

func sizeOf(width, height int, t *theme.Theme) size {
	switch {
	case width < cardBelow || height < shortBelow:
		return card
	case width < wideFrom || t.Large:
		return narrow
	}
	return wide
}

// Say is fmt.Sprintf in the seat's language; the format is the catalogue's key.
func (s *Sight) Say(format string, args ...any) string {
	return s.Lang.Typeset(s.Lang.Say(format, args...))
}

// phrase is what the rules say, in the seat's language.
func (s *Sight) phrase(p exercise.Phrase) string { return s.Lang.Phrase(p) }

// Count is Say of what is counted, "1 point", "3 points". More arguments
// follow n.
func (s *Sight) Count(n int, one, many string, more ...any) string {
	return s.Lang.Typeset(s.Lang.Count(n, one, many, more...))
}

// drafted says that something stands in the line of a slot.
func (s *Sight) drafted(slot string) bool {
	in := s.lines[slot]
	return in != nil && !in.text.Empty()
}

// Card says that only one thing can be shown: the paragraph in hand.
func (s *Sight) Card() bool { return s.size == card }

// Wide says that there is room for two panes.
func (s *Sight) Wide() bool { return s.size == wide }

// onePane is the same sight for one pane of that width.
func (s *Sight) onePane(width int) *Sight {
	one := *s
	one.Width = width
	if one.size == wide {
		one.size = narrow
	}
	return &one
}

// Column is the width of a text column here, at most 90 cells.
func (s *Sight) Column() int { return min(s.Width, maxColumn) }

// Team gives a team of the room; a nameless one where there is none.
func (s *Sight) Team(id exercise.TeamID) *exercise.TeamView {
	for i := range s.View.Room.Teams {
		if s.View.Room.Teams[i].ID == id {
			return &s.View.Room.Teams[i]
		}
	}
	return &exercise.TeamView{ID: id, Name: string(id)}
}

// TeamRuns writes a team as "κ Arcadia", in its track's colour.
func (s *Sight) TeamRuns(id exercise.TeamID) runs {
	t := s.Team(id)
	return runs{{s.Theme.Track(string(t.Track)), s.letter(t.Track) + bound + t.Name}}
}

// letter writes a track as this look does.
func (s *Sight) letter(t exercise.Track) string { return s.Theme.Letter(string(t)) }

// ClauseView gives the clause in hand, nil where the draft has none.
func (s *Sight) ClauseView() *exercise.ClauseView { return clauseOf(s.View.Room, s.Clause) }

func clauseOf(room *exercise.RoomView, id exercise.ClauseID) *exercise.ClauseView {
	for i := range room.Clauses {
		if room.Clauses[i].ID == id {
			return &room.Clauses[i]
		}
	}
	return nil
}

// Para gives a paragraph of the draft by its id, nil where there is none.
func (s *Sight) Para(id exercise.ParaID) *exercise.ParaView {
	for i := range s.View.Room.Clauses {
		for j := range s.View.Room.Clauses[i].Paras {
			if p := &s.View.Room.Clauses[i].Paras[j]; p.ID == id {
				return p
			}
		}
	}
	return nil
}

// Table is the table clock now.
func (s *Sight) Table() int64 { return s.View.Room.Clocks.TableAt(s.Now) }

// Scenario is the scenario clock now.
func (s *Sight) Scenario() int64 { return s.View.Room.Clocks.ScenarioAt(s.Now) }

// Left writes the table time left until a table time, as "02:41".
func (s *Sight) Left(until int64) string { return mmss(until - s.Table()) }

// Clock writes a wall time in the scenario's zone, as "10:41".
func (s *Sight) Clock(wall int64) string {
	return time.UnixMilli(wall).In(s.zone()).Format("15:04")
}

func (s *Sight) zone() *time.Location {
	if s.Zone == nil {
		return time.UTC
	}
	return s.Zone
}

// mmss writes milliseconds as "02:41", or "1:02:41" from an hour. Less than
// nothing is "00:00". A second that has begun counts whole, so that the last
// one shown is 00:01.
func mmss(ms int64) string {
	n := (max(ms, 0) + 999) / 1000
	if n >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
	}
	return fmt.Sprintf("%02d:%02d", n/60, n%60)
}

// marked is the pointer before a chosen row, blank before others.
func (s *Sight) marked(chosen bool) string {
	if chosen {
		return s.Theme.Glyphs.Pointer + " "
	}
	return "  "
}

// rowStyle is the style of a row in a list.
func rowStyle(chosen bool) theme.Style {
	if chosen {
		return theme.Chosen
	}
	return theme.Body
}
