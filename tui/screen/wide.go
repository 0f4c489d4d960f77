package screen

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file uses the width of a wide window: what is said at the table stands
// beside whatever page is open, and the column of the clause is filled with
// who says what and with the text that follows.

const (
	pageFrom = 100 // the least that is left to a page
	pageMost = 126 // and the most it gets: two columns that one can read
)

// takesWindow says that the page in sight has the whole of a wide window.
func (sh *Shell) takesWindow() bool {
	if sh.view == nil || sh.stopped() || sh.theme().Large || sh.leftward() {
		return true
	}
	_, whole := sh.page().(Whole)
	return whole && sh.incident == ""
}

// sharesWindow says that what is said at the table may stand with the page.
func (sh *Shell) sharesWindow() bool {
	if sh.takesWindow() {
		return false
	}
	phase := sh.view.Room.Phase
	return phase == exercise.Table || phase == exercise.Closing
}

// pageWidth is how much of the window the page in sight has.
func (sh *Shell) pageWidth() int {
	if sh.width < threeFrom || sh.takesWindow() {
		return sh.width
	}
	return min(max(sh.width*3/5, pageFrom), pageMost)
}

// withFeed draws a page with what is said at the table beside it, or under it
// where the page leaves the room empty.
func (sh *Shell) withFeed(s *Sight, draw func(*Sight) Area) Area {
	page := *s
	page.Width = sh.pageWidth()
	switch {
	case s.Card() || !sh.sharesWindow():
		return draw(&page)
	case page.Width == s.Width:
		return s.feedUnder(draw(&page))
	}
	page.narrowed = true
	area := draw(&page)
	feed := s.meanwhile(min(s.Width-page.Width-3, maxColumn+20), s.Height-2)
	feed = append([]string{s.Theme.Paint(theme.Strong, s.atHome()), ""}, feed...)
	area.Lines = s.columns(area.Lines, feed, page.Width, s.Height)
	return area
}

// leastFeed is how many empty rows are worth a title and some lines.
const leastFeed = 6

// feedUnder puts what is said at the table into the rows that a page leaves
// empty at its end.
func (s *Sight) feedUnder(area Area) Area {
	lines := sized(s.broken(area.Lines, s.Width, s.Height), s.Height)
	used := len(lines)
	for used > 0 && strings.Trim(ansi.Strip(lines[used-1]), " "+s.Theme.Glyphs.Down) == "" {
		used--
	}
	room := len(lines) - used - 2
	if room < leastFeed {
		return area
	}
	out := append(slices.Clone(lines[:used]), "", s.rule(s.atHome(), s.Width))
	area.Lines = append(out, s.meanwhile(s.Width, room)...)
	return area
}

// meanwhile is the end of what is said at the table, for beside a page.
func (s *Sight) meanwhile(width, height int) []string {
	key := paneKey{pane: "meanwhile", width: width, height: height, theme: s.Theme, lang: s.Lang}
	return s.Cache.Lines(s.View.Room, key, func() []string {
		feed := s.View.Room.Feed
		return s.feedTail(feed, len(feed), width, height)
	})
}

// filled adds to a clause what its column has room for: who says what on each
// point, then the clauses that follow, whole paragraphs only.
func (s *Sight) filled(lines []string, c *exercise.ClauseView, shot clauseShot, width int) []string {
	if c == nil || s.Width < threeFrom || s.Theme.Large {
		return lines
	}
	d := s.DrawWide(width)
	d.Add(lines...)
	if shot.view == asDraft && shot.open == "" {
		s.addWhole(d, s.whoSaysWhat(c, width))
	}
	after := false
	for i := range s.View.Room.Clauses {
		next := &s.View.Room.Clauses[i]
		if after && !s.addWhole(d, s.clauseLines(next, clauseShot{view: shot.view}, width)) {
			break
		}
		after = after || next.ID == c.ID
	}
	return d.Lines()
}

// addWhole adds a block under a hairline if all of it has room.
func (s *Sight) addWhole(d *Drawing, block []string) bool {
	if len(block) == 0 {
		return true
	}
	if d.Rows()+1+len(block) > s.Height {
		return false
	}
	d.Rule("")
	d.Add(block...)
	return true
}

// whoSaysWhat spells out the points of a clause.
func (s *Sight) whoSaysWhat(c *exercise.ClauseView, width int) []string {
	d := s.DrawWide(width)
	for _, p := range pointsOf(c) {
		d.Gap()
		for _, a := range p.Alts {
			d.Hang(" "+s.Theme.Paint(theme.Strong, a.ID.String())+"  ", s.altRuns(a))
		}
	}
	return d.Lines()
}

// agendaRail is the agenda for the rail: what is done, what is dealt with now
// and what comes.
func (s *Sight) agendaRail(width int) []string {
	d := s.DrawWide(width)
	room := s.View.Room
	if room.Phase != exercise.Table || len(room.Agenda) == 0 {
		return nil
	}
	d.Line(theme.Strong, s.Say("Agenda"))
	for i, item := range room.Agenda {
		style, mark := theme.Body, "  "
		switch {
		case i < room.Item:
			style, mark = theme.Muted, s.Theme.Glyphs.Done+" "
		case i == room.Item:
			style, mark = theme.Strong, theme.MarkFloor+" "
		}
		d.Spread(s.Theme.Paint(style, mark+s.itemShort(item)), s.Theme.Paint(theme.Muted, s.Say("%d min", item.Minutes)))
	}
	return d.Lines()
}
