package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file draws the header: EXERCISE, where, whose floor, who I am, when.

// header draws the header band for a page of that name, without its hairline.
func (s *Sight) header(page string) []string {
	if s.View == nil {
		return []string{s.Theme.Paint(theme.Strong, cut(s.Say("EXERCISE"), s.Width, ""))}
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
	ex := s.Say("EX") + " "
	if s.rehearsing {
		ex += s.Say("REHEARSAL") + " "
	}
	left := s.Theme.Paint(theme.Strong, ex) + append(s.where(), now...).line(s.Theme)
	me := s.me(false).line(s.Theme)
	if m, raised := s.marking(); raised {
		me = s.Theme.Paint(theme.Muted, m) // more needed than one's own name
	}
	if cells(left)+1+cells(me) > s.Width {
		me = ""
	}
	return spread(left, me, s.Width, s.Theme.Glyphs.Waiting)
}

// marking is the highest mark of what this seat may see, and whether that is
// above the exercise's own: then it gives way to nothing.
func (s *Sight) marking() (marking string, raised bool) {
	marking = s.View.Marking()
	return marking, marking != exercise.Highest(s.View.Room.Exercise.Marking)
}

// leastTitle is how many cells of the title stay beside a mark above the
// exercise's own.
const leastTitle = 10

// headerTop says which exercise, which page, who I am and what time it is.
func (s *Sight) headerTop(page string) string {
	room, dot := s.View.Room, " "+s.Theme.Glyphs.Dot+" "
	right := append(s.me(s.Width >= 80), run{theme.Muted, dot + s.Clock(s.Now)})
	left := s.Theme.Paint(theme.Strong, s.Say("EXERCISE"))
	room4 := s.Width - cells(left) - 2 - cells(right.line(s.Theme)) - 2
	title := room.Exercise.Title
	if strings.EqualFold(page, term(s, room.Phase)) {
		page = "" // the line below says it
	}
	if page != "" && cells(title+dot+page) <= room4 {
		title += dot + page
	} else if page != "" {
		title = page
	}
	m, raised := s.marking()
	if first, others, many := strings.Cut(m, ", "); many && cells(title+dot+m) > room4 {
		m = first + " +" + strconv.Itoa(1+strings.Count(others, ", "))
	}
	if raised { // neither goes without the other
		m = cut(m, max(room4-cells(dot)-min(cells(title), leastTitle), 0), s.Theme.Glyphs.Waiting)
		title = cut(title, max(room4-cells(dot+m), 0), s.Theme.Glyphs.Waiting)
	}
	left += "  " + cut(title, room4, s.Theme.Glyphs.Waiting)
	if m != "" && cells(title+dot+m) <= room4 {
		left += s.Theme.Paint(theme.Muted, dot+m)
	}
	return spread(left, right.line(s.Theme), s.Width, s.Theme.Glyphs.Waiting)
}

// headerBelow says what is being dealt with, how long yet, and whose floor it is.
func (s *Sight) headerBelow() string {
	right := s.headline().line(s.Theme)
	left := s.itemLine().line(s.Theme)
	if cells(left)+2+cells(right) > s.Width {
		left = s.itemAs(s.itemShort).line(s.Theme)
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
		letter += term(s, own.Track.Short()) + " "
	}
	return runs{{style, letter}, {theme.Body, own.Name}}
}

// phaseLine is the phase, with the time left of those that have one.
func (s *Sight) phaseLine() runs {
	room := s.View.Room
	line := plain(sentence(term(s, room.Phase)))
	if left, counts := s.phaseLeft(); counts {
		line = append(line, s.timeLeft(left)...)
	}
	return line
}

// timeLeft says how much time something has, behind its name.
func (s *Sight) timeLeft(ms int64) runs {
	if ms <= 0 {
		return append(plain("  "), s.in(theme.Alert).Say("time is over")...)
	}
	return append(plain("  "), s.in(theme.Muted).Say("%s left", mmss(ms))...)
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
func (s *Sight) itemLine() runs { return s.itemAs(s.itemTitle) }

// itemAs is the same with the item named by name.
func (s *Sight) itemAs(name func(exercise.ItemView) string) runs {
	room := s.View.Room
	if s.inHall() && room.Phase == exercise.Table {
		return append(s.where(), s.in(theme.Body).Say("sees revision %d of the draft, as published", room.Published)...)
	}
	if room.Phase != exercise.Table || room.Item < 0 || room.Item >= len(room.Agenda) {
		return s.phaseLine()
	}
	item := room.Agenda[room.Item]
	line := append(s.where(), run{theme.Body, name(item)})
	if item.Until > 0 {
		line = append(line, s.timeLeft(item.Until-s.Table())...)
	}
	if until := room.Floor.InformalUntil; until > 0 {
		line = append(line, append(plain("  "), s.in(theme.Strong).Say("informal %s", muted(s.Left(until)))...)...)
	}
	return line
}

// inHall says that this seat is not at the table but in the hall.
func (s *Sight) inHall() bool { return s.View.Room.ID == exercise.HallRoom }

// roomName is the room one sits in.
func (s *Sight) roomName() string {
	if s.inHall() {
		return s.Say("Hall")
	}
	return s.Say("Table")
}

// atHome is the title over what is said in it.
func (s *Sight) atHome() string {
	if s.inHall() {
		return s.Say("In the hall")
	}
	return s.Say("At the table")
}

// where says in which of two rooms one sits, where the procedure has two.
func (s *Sight) where() runs {
	room := s.View.Room
	switch {
	case s.inHall():
		return runs{{theme.Strong, s.Say("Hall")}, {theme.Body, s.Say(": ")}}
	case len(room.Rules.Hall) > 0:
		return runs{{theme.Strong, s.Say("Table")}, {theme.Body, s.Say(": ")}}
	}
	return nil
}

// itemTitle names an agenda item in words: "Second reading, clause 3".
func (s *Sight) itemTitle(item exercise.ItemView) string {
	switch n := len(item.Clauses); {
	case item.Kind != exercise.SecondReading || n == 0:
		return sentence(term(s, item.Kind))
	case n == 1:
		return s.Say("Second reading, clause %s", item.Clauses[0])
	default:
		return s.Say("Second reading, clauses %s-%s", item.Clauses[0], item.Clauses[n-1])
	}
}

// itemShort is the same in a narrow window: "Clause 3".
func (s *Sight) itemShort(item exercise.ItemView) string {
	switch n := len(item.Clauses); {
	case item.Kind != exercise.SecondReading || n == 0:
		return s.itemTitle(item)
	case n == 1:
		return s.Say("Clause %s", item.Clauses[0])
	default:
		return s.Say("Clauses %s-%s", item.Clauses[0], item.Clauses[n-1])
	}
}

// headline is the one thing that runs at the table: whose floor and how long,
// a standing decision, a pause.
func (s *Sight) headline() runs {
	room := s.View.Room
	clocks, floor := room.Clocks, room.Floor
	switch {
	case room.RealWorld:
		return s.in(theme.Alert).Say("REAL WORLD")
	case room.Phase != exercise.Table:
		return s.clockLine()
	case !clocks.TableRunning && clocks.ReadingUntil > s.Now:
		return s.in(theme.Alert).Say("reading time %s", strong(mmss(clocks.ReadingUntil-s.Now)))
	case floor.SuspendedUntil > 0:
		return s.in(theme.Body).Say("suspended %s", strong(s.Left(floor.SuspendedUntil)))
	case !clocks.TableRunning:
		return s.in(theme.Alert).Say("table clock PAUSED")
	case floor.OrderBy != "":
		return s.in(theme.Alert).Say("point of order: %s", s.TeamRuns(floor.OrderBy))
	case floor.Speaker != "":
		return append(s.speakerLine(), s.speakerTime()...)
	}
	return s.idleFloor()
}

// speakerLine says who has the floor.
func (s *Sight) speakerLine() runs {
	floor := s.View.Room.Floor
	mine, team := floor.Speaker == s.View.Own.Team, s.TeamRuns(floor.Speaker)
	switch {
	case mine && floor.Replying:
		return s.in(theme.Strong).Say("Your right of reply")
	case mine:
		return s.in(theme.Strong).Say("You have the floor")
	case floor.Replying:
		return s.in(theme.Body).Say("%s replies", team)
	}
	return s.in(theme.Body).Say("%s has the floor", team)
}

// speakerTime is how long the speaker has yet.
func (s *Sight) speakerTime() runs {
	floor := s.View.Room.Floor
	switch {
	case floor.Halted:
		return append(plain(" "), s.in(theme.Muted).Say("%s, halted", mmss(floor.Left))...)
	case floor.Until == 0:
		return nil
	case floor.Until-s.Table() <= 10_000:
		return runs{{theme.Alert, " " + s.Left(floor.Until)}}
	}
	return strong(" " + s.Left(floor.Until))
}

// idleFloor says what the floor does while nobody has it.
func (s *Sight) idleFloor() runs {
	room := s.View.Room
	if len(room.Standing) > 0 {
		return s.standingShort(room.Standing[0])
	}
	switch item := room.Item; {
	case room.Floor.Closed:
		return s.in(theme.Muted).Say("debate is closed")
	case item >= 0 && item < len(room.Agenda) && room.Agenda[item].Kind == exercise.StakeholderSlot && len(room.Rules.Observe) > 0 && room.Floor.Mode != "closed":
		return s.in(theme.Body).Say("the observing teams are heard")
	case room.Floor.Mode == "open":
		return s.in(theme.Body).Say("the floor is open")
	case room.Floor.Mode == "closed":
		return s.in(theme.Muted).Say("the floor is closed")
	}
	return s.in(theme.Muted).Say("nobody has the floor")
}

// standingShort names a standing decision with its time.
func (s *Sight) standingShort(d exercise.DecisionView) runs {
	var line runs
	switch d.Form {
	case "put":
		line = s.in(theme.Body).Say("positions on %s", d.X)
	case exercise.FormSilence:
		line = s.in(theme.Body).Say("silence on %s", d.X)
	default:
		line = s.in(theme.Body).Say("objection to %s", d.X)
	}
	if d.Until > 0 {
		line = append(line, run{theme.Strong, " " + s.Left(d.Until)})
	}
	return line
}

// clockLine says outside the table phase whether the story's time runs.
func (s *Sight) clockLine() runs {
	c := s.View.Room.Clocks
	if c.ScenarioRunning || c.ScenarioWhy == "" {
		return nil
	}
	return s.in(theme.Muted).Say("clocks stand: %s", term(s, c.ScenarioWhy))
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
