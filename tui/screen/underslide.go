package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is the lower part of a projector: who has the floor, who is next,
// the time left in figures that can be read from afar, and how far the clauses
// have come.

// underSlide draws it, as high as the window allows.
func (s *Sight) underSlide(x slide) []string {
	d := s.Draw()
	if s.Card() {
		d.Runs(s.nextLine())
		return d.Lines()
	}
	clock, ends := x.until, x.ends
	if clock == "" {
		clock, ends = s.floorClock()
	}
	d.Rule("")
	switch {
	case s.Height >= farBelow:
		s.farBlock(d, clock, ends)
	case clock == "":
		d.Runs(append(plain("  "), s.floorLine()...))
	default:
		d.Spread("  "+s.floorLine().line(s.Theme), s.Theme.Paint(theme.Strong, clock)+s.Theme.Paint(theme.Muted, " "+ends)+"  ")
	}
	if next := s.nextLine(); next != nil && s.Height < farBelow {
		d.Runs(append(plain("  "), next...))
	}
	if s.View.Room.Phase == exercise.Table {
		d.Raw("  " + s.foldedRail(s.Clause, s.Width-4))
	}
	if s.Width > farColumn+24 && s.Width < largeFrom {
		d.Runs(append(plain("  "), s.in(theme.Muted).Say("Make the letters of this window larger until the text fills it.")...))
	}
	return d.Lines()
}

// farBlock sets the floor beside the large clock.
func (s *Sight) farBlock(d *Drawing, clock, ends string) {
	right := append([]string{""}, s.figures(clock)...)
	wide := 0
	for _, line := range right {
		wide = max(wide, cells(line))
	}
	left := []string{"", s.floorLine().line(s.Theme), "", s.nextLine().line(s.Theme)}
	if large, known := s.enlarged(s.floorLine(), s.Width-wide-8); known && s.Width >= largeFrom && len(large) == letterHigh+1 {
		left = append(append([]string{""}, large[:letterHigh]...), s.nextLine().line(s.Theme))
	}
	for y := range 6 {
		d.Raw(spread("  "+at(left, y), fit(at(right, y), wide, "")+"  ", d.width, ""))
	}
	d.Spread("", s.Theme.Paint(theme.Muted, ends)+"  ")
}

// floorClock is the speaker's time left.
func (s *Sight) floorClock() (clock, ends string) {
	floor := s.View.Room.Floor
	switch {
	case s.View.Room.Phase != exercise.Table || floor.Speaker == "":
		return "", ""
	case floor.Halted:
		return mmss(floor.Left), s.Say("to speak, halted")
	case floor.Until > 0:
		return s.Left(floor.Until), s.Say("to speak")
	}
	return "", ""
}

// floorLine says who has the floor, or what the floor does.
func (s *Sight) floorLine() runs {
	room := s.View.Room
	switch {
	case room.Phase != exercise.Table:
		return plain(sentence(term(s, room.Phase)))
	case room.Floor.Speaker != "" && room.Floor.Replying:
		return s.in(theme.Strong).Say("%s replies", s.TeamRuns(room.Floor.Speaker))
	case room.Floor.Speaker != "":
		return s.in(theme.Strong).Say("%s has the floor", s.TeamRuns(room.Floor.Speaker))
	case !room.Clocks.TableRunning:
		return s.headline()
	}
	return s.idleFloor()
}

// nextLine says who speaks after.
func (s *Sight) nextLine() runs {
	floor := s.View.Room.Floor
	if s.View.Room.Phase != exercise.Table || len(floor.Next) == 0 {
		return nil
	}
	return s.in(theme.Muted).Say("Next: %s", s.namesOf(floor.Next[:min(len(floor.Next), 3)]))
}

// digits are the figures of the large clock, five rows each.
var digits = map[rune][5]string{
	'0': {"####", "#  #", "#  #", "#  #", "####"},
	'1': {"  # ", " ## ", "  # ", "  # ", " ###"},
	'2': {"####", "   #", "####", "#   ", "####"},
	'3': {"####", "   #", " ###", "   #", "####"},
	'4': {"#  #", "#  #", "####", "   #", "   #"},
	'5': {"####", "#   ", "####", "   #", "####"},
	'6': {"####", "#   ", "####", "#  #", "####"},
	'7': {"####", "   #", "  # ", " #  ", " #  "},
	'8': {"####", "#  #", "####", "#  #", "####"},
	'9': {"####", "#  #", "####", "   #", "####"},
	':': {" ", "#", " ", "#", " "},
}

// figures writes a time large, each dot two cells wide.
func (s *Sight) figures(clock string) []string {
	ink := "█"
	if s.Theme.Glyphs.ASCII {
		ink = "#"
	}
	dots := strings.NewReplacer("#", ink+ink, " ", "  ")
	var rows []string
	for y := range 5 {
		var row []string
		for _, r := range clock {
			row = append(row, dots.Replace(digits[r][y]))
		}
		rows = append(rows, s.Theme.Paint(theme.Strong, strings.Join(row, "  ")))
	}
	return rows
}
