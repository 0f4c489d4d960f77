package screen

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file draws the header: EXERCISE, where, whose floor, who I am, when.

// header draws the header band for a page of that name, without its hairline.
func (s *Sight) header(page string) []string {
	if s.View == nil {
		return []string{s.Theme.Paint(theme.Strong, cut("EXERCISE", s.Width, ""))}
	}
	if s.Card() {
		return []string{s.cardHeader()}
	}
	return []string{s.headerTop(page), s.headerBelow()}
}

// cardHeader is the whole header of a card: EX, whose floor and how long.
func (s *Sight) cardHeader() string {
	now := s.headline()
	if len(now) == 0 {
		now = s.phaseLine()
	}
	left := s.Theme.Paint(theme.Strong, "EX ") + append(s.where(), now...).line(s.Theme)
	me := s.me(false).line(s.Theme)
	if cells(left)+1+cells(me) > s.Width {
		me = ""
	}
	return spread(left, me, s.Width, s.Theme.Glyphs.Waiting)
}

// headerTop says which exercise, which page, who I am and what time it is.
func (s *Sight) headerTop(page string) string {
	room, dot := s.View.Room, " "+s.Theme.Glyphs.Dot+" "
	right := append(s.me(s.Width >= 80), run{theme.Muted, dot + s.Clock(s.Now)})
	left := s.Theme.Paint(theme.Strong, "EXERCISE")
	room4 := s.Width - cells("EXERCISE") - 2 - cells(right.line(s.Theme)) - 2
	title := room.Exercise.Title
	if strings.EqualFold(page, string(room.Phase)) {
		page = "" // the line below says it
	}
	if page != "" && cells(title+dot+page) <= room4 {
		title += dot + page
	} else if page != "" {
		title = page
	}
	left += "  " + cut(title, room4, s.Theme.Glyphs.Waiting)
	if m := room.Exercise.Marking; m != "" && cells(title+dot+m) <= room4 {
		left += s.Theme.Paint(theme.Muted, dot+m)
	}
	return spread(left, right.line(s.Theme), s.Width, s.Theme.Glyphs.Waiting)
}

// headerBelow says what is being dealt with, how long yet, and whose floor it is.
func (s *Sight) headerBelow() string {
	right := s.headline().line(s.Theme)
	left := s.itemLine().line(s.Theme)
	if cells(left)+2+cells(right) > s.Width {
		left = s.itemAs(itemShort).line(s.Theme)
	}
	return spread(left, right, s.Width, s.Theme.Glyphs.Waiting)
}

// me is this seat: "κ GOV Arcadia", or "Chair".
func (s *Sight) me(short bool) runs {
	own := s.View.Own
	if own.Team == "" {
		return runs{{theme.Body, own.Name}}
	}
	style := s.Theme.Track(string(own.Track))
	letter := s.letter(own.Track) + " "
	if short {
		letter += own.Track.Short() + " "
	}
	return runs{{style, letter}, {theme.Body, own.Name}}
}

// phaseLine is the phase, with the time left of those that have one.
func (s *Sight) phaseLine() runs {
	room := s.View.Room
	line := runs{{theme.Body, sentence(string(room.Phase))}}
	switch left, counts := s.phaseLeft(); {
	case !counts:
		return line
	case left <= 0:
		return append(line, run{theme.Alert, "  time is over"})
	default:
		return append(line, run{theme.Muted, "  " + mmss(left) + " left"})
	}
}

// phaseLeft is the time left of a phase that has one, in ms as they pass here.
func (s *Sight) phaseLeft() (ms int64, counts bool) {
	room := s.View.Room
	if room.PhaseUntil == 0 || room.Phase == exercise.Table {
		return 0, false
	}
	return (room.PhaseUntil - s.Scenario()) / int64(max(room.Clocks.Speed, 1)), true
}

// itemLine is the agenda item with the time left, or the phase.
func (s *Sight) itemLine() runs { return s.itemAs(itemTitle) }

// itemAs is the same with the item named by name.
func (s *Sight) itemAs(name func(exercise.ItemView) string) runs {
	room := s.View.Room
	if s.inHall() && room.Phase == exercise.Table {
		return append(s.where(), run{theme.Body, fmt.Sprintf("sees revision %d of the draft, as published", room.Published)})
	}
	if room.Phase != exercise.Table || room.Item < 0 || room.Item >= len(room.Agenda) {
		return s.phaseLine()
	}
	item := room.Agenda[room.Item]
	line := append(s.where(), run{theme.Body, name(item)})
	switch left := item.Until - s.Table(); {
	case item.Until == 0:
	case left <= 0:
		line = append(line, run{theme.Alert, "  time is over"})
	default:
		line = append(line, run{theme.Muted, "  " + mmss(left) + " left"})
	}
	if until := room.Floor.InformalUntil; until > 0 {
		line = append(line, run{theme.Strong, "  informal "}, run{theme.Muted, s.Left(until)})
	}
	return line
}

// inHall says that this seat is not at the table but in the hall.
func (s *Sight) inHall() bool { return s.View.Room.ID == exercise.HallRoom }

// roomName is the room one sits in.
func (s *Sight) roomName() string {
	if s.inHall() {
		return "Hall"
	}
	return "Table"
}

// atHome is the title over what is said in it.
func (s *Sight) atHome() string {
	if s.inHall() {
		return "In the hall"
	}
	return "At the table"
}

// where says in which of two rooms one sits, where the procedure has two.
func (s *Sight) where() runs {
	room := s.View.Room
	switch {
	case s.inHall():
		return runs{{theme.Strong, "Hall"}, {theme.Body, ": "}}
	case len(room.Rules.Hall) > 0:
		return runs{{theme.Strong, "Table"}, {theme.Body, ": "}}
	}
	return nil
}

// itemTitle names an agenda item in words: "Second reading, clause 3".
func itemTitle(item exercise.ItemView) string {
	if item.Kind != exercise.SecondReading || len(item.Clauses) == 0 {
		return sentence(string(item.Kind))
	}
	if len(item.Clauses) == 1 {
		return fmt.Sprintf("Second reading, clause %s", item.Clauses[0])
	}
	return fmt.Sprintf("Second reading, clauses %s-%s", item.Clauses[0], item.Clauses[len(item.Clauses)-1])
}

// itemShort is the same in a narrow window: "Clause 3".
func itemShort(item exercise.ItemView) string {
	_, clauses, ok := strings.Cut(itemTitle(item), ", ")
	if !ok {
		return itemTitle(item)
	}
	return sentence(clauses)
}

// headline is the one thing that runs at the table: whose floor and how long,
// a standing decision, a pause.
func (s *Sight) headline() runs {
	room := s.View.Room
	clocks, floor := room.Clocks, room.Floor
	switch {
	case room.RealWorld:
		return runs{{theme.Alert, "REAL WORLD"}}
	case room.Phase != exercise.Table:
		return s.clockLine()
	case !clocks.TableRunning && clocks.ReadingUntil > s.Now:
		return runs{{theme.Alert, "reading time "}, {theme.Strong, mmss(clocks.ReadingUntil - s.Now)}}
	case floor.SuspendedUntil > 0:
		return runs{{theme.Body, "suspended "}, {theme.Strong, s.Left(floor.SuspendedUntil)}}
	case !clocks.TableRunning:
		return runs{{theme.Alert, "table clock PAUSED"}}
	case floor.OrderBy != "":
		return append(runs{{theme.Alert, "point of order: "}}, s.TeamRuns(floor.OrderBy)...)
	case floor.Speaker != "":
		return s.speakerLine()
	}
	return s.idleFloor()
}

// speakerLine says who has the floor and for how long.
func (s *Sight) speakerLine() runs {
	floor := s.View.Room.Floor
	has, have := " has the floor ", "You have the floor "
	if floor.Replying {
		has, have = " replies ", "Your right of reply "
	}
	line := append(s.TeamRuns(floor.Speaker), run{theme.Body, has})
	if floor.Speaker == s.View.Own.Team {
		line = runs{{theme.Strong, have}}
	}
	if floor.Halted {
		return append(line, run{theme.Muted, mmss(floor.Left) + ", halted"})
	}
	if floor.Until == 0 {
		return line
	}
	style := theme.Strong
	if floor.Until-s.Table() <= 10_000 {
		style = theme.Alert
	}
	return append(line, run{style, s.Left(floor.Until)})
}

// idleFloor says what the floor does while nobody has it.
func (s *Sight) idleFloor() runs {
	if n := len(s.View.Room.Standing); n > 0 {
		d := s.View.Room.Standing[0]
		word := map[string]string{"put": "positions on ", "silence": "silence on "}[d.Form]
		if word == "" {
			word = "objection to "
		}
		line := runs{{theme.Body, word + string(d.X) + " "}}
		if d.Until > 0 {
			line = append(line, run{theme.Strong, s.Left(d.Until)})
		}
		return line
	}
	if s.View.Room.Floor.Closed {
		return runs{{theme.Muted, "debate is closed"}}
	}
	switch s.View.Room.Floor.Mode {
	case "open":
		return runs{{theme.Body, "the floor is open"}}
	case "closed":
		return runs{{theme.Muted, "the floor is closed"}}
	}
	return runs{{theme.Muted, "nobody has the floor"}}
}

// clockLine says outside the table phase whether the story's time runs.
func (s *Sight) clockLine() runs {
	c := s.View.Room.Clocks
	if c.ScenarioRunning || c.ScenarioWhy == "" {
		return nil
	}
	return runs{{theme.Muted, "clocks stand: " + c.ScenarioWhy}}
}

// countdowns are the times left that the screen shows and that run, in ms.
func (s *Sight) countdowns() []int64 {
	room := s.View.Room
	var ends []int64
	if room.Clocks.TableRunning {
		ends = append(ends, room.Floor.Until, room.Floor.SuspendedUntil, room.Floor.InformalUntil, room.Floor.OrderUntil, room.Floor.AppealUntil)
		if room.Item >= 0 && room.Item < len(room.Agenda) {
			ends = append(ends, room.Agenda[room.Item].Until)
		}
		for _, d := range room.Standing {
			ends = append(ends, d.Until)
		}
	}
	var left []int64
	for _, end := range ends {
		if l := end - s.Table(); end > 0 && l > 0 {
			left = append(left, l)
		}
	}
	if l := room.Clocks.ReadingUntil - s.Now; l > 0 {
		left = append(left, l)
	}
	if l, counts := s.phaseLeft(); counts && l > 0 && room.Clocks.ScenarioRunning {
		left = append(left, l)
	}
	return left
}
