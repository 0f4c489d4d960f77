package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/theme"
)

// This file hands texts over to be copied.

// copyClause puts the words of the clause in hand into the clipboard as a view
// reads them.
func (s *Sight) copyClause(view textView) []Act {
	c := s.ClauseView()
	if c == nil {
		return nil
	}
	return []Act{Copy{Text: s.clauseWords(c, view)}, Notice{Text: s.Say("Clause %s is in your clipboard, if your terminal allows it.", c.ID)}}
}

// copied puts a text into the clipboard, and says so with the line that shows
// it bare.
func (s *Sight) copied(text, bare string) []Act {
	if len(text) > paint.MaxClipboard {
		return []Act{Notice{Text: s.Say("That is more than a clipboard takes here (64 KiB).")}}
	}
	n := len(strings.Fields(text))
	if bare == "" {
		return []Act{Copy{Text: text}, Notice{Text: s.Count(n, "%d word is in your clipboard, if your terminal allows it.", "%d words are in your clipboard, if your terminal allows it.")}}
	}
	return []Act{Copy{Text: text}, Notice{Text: s.Count(n, "%d word is in your clipboard, if your terminal allows it; if not: %s", "%d words are in your clipboard, if your terminal allows it; if not: %s", bare)}}
}

// clauseWords are the words of a clause without gutters or colours, a line a
// paragraph.
func (s *Sight) clauseWords(c *exercise.ClauseView, view textView) string {
	text := s.clauseTitle(c)
	for i := range c.Paras {
		text += "\n" + s.paraWords(&c.Paras[i], view)
	}
	return text
}

func (s *Sight) clauseTitle(c *exercise.ClauseView) string {
	return s.Say("Clause %s", c.ID) + ". " + c.Title
}

func (s *Sight) paraWords(p *exercise.ParaView, view textView) string {
	read := s.reader("")
	read.plain = true
	return string(p.ID) + " " + s.paraRuns(view, p, read).words()
}

// copyWords are the words of what an id names, a line a paragraph; without an
// id of the clause in hand. Empty where there is no such thing.
func (s *Sight) copyWords(id string) string {
	id, _, _ = strings.Cut(id, "/") // an alternative is read within its point
	entry, numbered := strings.CutPrefix(id, "#")
	switch c, p := clauseOf(s.View.Room, exercise.ClauseID(id)), s.Para(exercise.ParaID(id)); {
	case id == "" && s.ClauseView() != nil:
		return s.clauseWords(s.ClauseView(), asDraft)
	case c != nil:
		return s.clauseWords(c, asDraft)
	case p != nil:
		return s.paraWords(p, asDraft)
	case numbered:
		return s.entryWords(entry)
	case s.Incident(id) != nil:
		return s.drawnWords(func(d *Drawing, s *Sight) { s.incidentWhole(d, s.Incident(id)) })
	}
	if p, ok := s.paperOn(id).(*paper); ok {
		return s.drawnWords(p.draw)
	}
	return ""
}

// entryWords are an entry of the room's feed.
func (s *Sight) entryWords(no string) string {
	for _, l := range s.View.Room.Feed {
		if l.No == no {
			return s.Clock(l.Wall) + " " + strings.TrimSpace(s.atTable(l).words()) + ": " + feedRuns(s, l).words()
		}
	}
	return ""
}

// drawnWords reads out what is drawn as a page.
func (s *Sight) drawnWords(draw func(*Drawing, *Sight)) string {
	wide := *s
	wide.Width, wide.Height, wide.size = maxColumn, paint.MaxHeight, narrow
	d := wide.Draw()
	draw(d, &wide)
	return readOut(stretchesOf(d.Lines(), maxColumn))
}

// copyPage shows a text as barely as can be, for terminals that let nobody write
// to their clipboard: the mouse is the terminal's, and no line is broken but by
// the terminal itself.
type copyPage struct {
	id   string
	read scroll
}

// openCopy opens the page for an id.
func (sh *Shell) openCopy(args []string) []Act {
	id := at(args, 0)
	if sh.view == nil || sh.sight().copyWords(id) == "" {
		sh.note = note{text: sh.lang.Say("There is nothing here with that id to copy; for example: %s", "/copy 3"), refusal: true}
		return nil
	}
	return sh.do([]Act{Open{Page: &copyPage{id: id}}})
}

func (*copyPage) Name(s *Sight) string { return s.Say("To copy") }

// Whole and Bare leave the lines to the text.
func (*copyPage) Whole() {}
func (*copyPage) Bare()  {}

func (p *copyPage) Draw(s *Sight) Area {
	text := s.copyWords(p.id)
	if text == "" {
		d := s.Draw()
		d.Text(1, s.in(theme.Muted).Say("This is not there any more. Esc goes back."))
		return d.Area()
	}
	lines, runsOn := flowed(text, s.Width)
	room := max(s.Height-1, 1) // the last row says how to go back
	p.read.last = max(len(lines)-room, 0)
	p.read.from = min(p.read.from, p.read.last)
	area := Area{Lines: lines[p.read.from:min(p.read.from+room, len(lines))]}
	for y := range len(area.Lines) - 1 {
		if runsOn[p.read.from+y] {
			area.RunsOn = append(area.RunsOn, y)
		}
	}
	if s.Height > 1 {
		area.Lines = append(sized(area.Lines, room), s.howToCopy(len(lines)-p.read.from-room))
	}
	return area
}

// howToCopy is the last row: what is below, and as much of what can be done as
// there is room for, the way back first.
func (s *Sight) howToCopy(below int) string {
	left := ""
	if below > 0 {
		left = s.more(s.linesBelow(below), s.Width)
	}
	for _, how := range []string{s.Say("Here the mouse is your terminal's: mark and copy as it does. Esc goes back."), s.Say("Esc goes back.")} {
		switch {
		case cells(left)+cells(how) >= s.Width:
		case left == "":
			return s.Theme.Paint(theme.Muted, how)
		default:
			return spread(left, s.Theme.Paint(theme.Muted, how), s.Width, "")
		}
	}
	return s.Theme.Paint(theme.Muted, cut(s.Say("Esc goes back."), s.Width, s.Theme.Glyphs.Waiting))
}

// flowed breaks a text where a terminal would: at the last cell, words or not.
// It says of each line whether the next continues it.
func flowed(text string, width int) (lines []string, runsOn []bool) {
	for line := range strings.SplitSeq(text, "\n") {
		start, used := 0, 0
		for at := 0; at < len(line); {
			n, w := cluster(line[at:])
			if used+w > width && at > start {
				lines, runsOn = append(lines, line[start:at]), append(runsOn, true)
				start, used = at, 0
			}
			at, used = at+n, used+w
		}
		lines, runsOn = append(lines, line[start:]), append(runsOn, false)
	}
	return lines, runsOn
}

func (p *copyPage) Key(_ *Sight, k key) ([]Act, bool) { return nil, p.read.key(k) }

func (p *copyPage) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *copyPage) Hints(s *Sight) []Hint {
	return []Hint{{"Esc", s.Say("back"), ""}, {"Up/Down", s.Say("read on"), ""}}
}
