package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// feedName is how wide the speaker's column gets, letter and name.
const feedName = 10

// feedLead is what stands before a line of a feed: the time and who speaks.
func (s *Sight) feedLead(l exercise.Line) string {
	return s.Theme.Paint(theme.Muted, s.Clock(l.Wall)) + "  " +
		fit(s.atTable(l).line(s.Theme), feedName, s.Theme.Glyphs.Waiting) + "  "
}

// atTable names who a line of the table comes from, with the mark of its kind.
func (s *Sight) atTable(l exercise.Line) runs {
	switch {
	case l.Kind == "incident":
		return runs{{theme.Alert, theme.MarkAlert + " " + s.Say("Incident")}}
	case l.Team != "":
		return s.TeamRuns(l.Team)
	case l.Seat == "":
		return muted("  " + s.roomName())
	}
	for _, seat := range s.View.Room.Staff {
		if seat.ID != l.Seat {
			continue
		}
		for _, r := range seat.Roles {
			if r == exercise.Chair {
				return runs{{theme.Strong, theme.MarkChair + " " + seat.Name}}
			}
		}
		return plain("  " + seat.Name)
	}
	return plain("  " + string(l.Seat))
}

// feedRuns is the text of a line.
func feedRuns(s *Sight, l exercise.Line) runs {
	style := theme.Body
	switch l.Kind {
	case "clock", "phase", "floor", "presence", "stance":
		style = theme.Muted
	case "decided", "gavel", "put", "opened", "closed":
		style = theme.Strong
	}
	r := runs{{style, s.wording(l)}}
	if l.Heard {
		r = append(muted(s.Say("(heard)")+" "), r...)
	}
	if l.Informal {
		r = append(r, run{theme.Muted, "  " + s.Say("(informal, not minuted)")})
	}
	if l.Kind == "incident" && l.Ref != "" {
		r = append(r, run{theme.Muted, "  /read " + l.Ref})
	}
	switch l.Established {
	case exercise.IsEstablished:
		r = append(r, run{theme.Strong, "  " + s.Say("[established]")})
	case exercise.NotEstablished:
		r = append(r, run{theme.Strong, "  " + s.Say("[not established]")})
	}
	for _, c := range l.Corrected(s.Lang, s.Clock) {
		r = append(r, run{theme.Muted, "  " + s.Say("[corrected: %s]", c)})
	}
	return r
}

// wording is the text of a line; verbs in it are written as they are typed here,
// but for what people said themselves.
func (s *Sight) wording(l exercise.Line) string {
	text := l.Wording(s.Lang, s.Clock)
	if l.Spoken {
		return text
	}
	return asTyped(text)
}

// feedLine draws one entry of a feed in a pane of a given width.
func (s *Sight) feedLine(l exercise.Line, width int) []string {
	d := s.DrawWide(width)
	text := feedRuns(s, l)
	if s.numbered {
		text = append(slices.Clone(text), muted("  #"+l.No)...)
	}
	d.Hang(s.feedLead(l), text)
	if l.Kind == "incident" && l.Ref != "" {
		return linked("/read "+l.Ref, d.Lines())
	}
	return d.Lines()
}

// feedTail draws the last entries before entry end, as many as stand whole in
// height lines: words without their speaker would be taken for another's. The
// newest is there in any case, from its beginning.
func (s *Sight) feedTail(feed []exercise.Line, end, width, height int) []string {
	var blocks [][]string
	n := 0
	for i := end - 1; i >= 0; i-- {
		block := s.feedLine(feed[i], width)
		if s.Theme.Large && len(blocks) > 0 {
			block = append(block, "")
		}
		if n += len(block); n > height && len(blocks) > 0 {
			break
		}
		blocks = append(blocks, block)
	}
	slices.Reverse(blocks)
	lines := slices.Concat(blocks...)
	if len(lines) > height {
		return s.clipped(lines, width, height)
	}
	return lines
}

// clipped is the beginning of a text that is longer than its pane.
func (s *Sight) clipped(lines []string, width, height int) []string {
	out := append([]string(nil), lines[:height]...)
	tail := s.Theme.Glyphs.Waiting
	out[height-1] = cut(out[height-1], width-1-cells(tail), "") + " " + tail
	return out
}

// broken are the lines of a drawing that there is room for. A sentence that goes
// on below them says so.
func (s *Sight) broken(lines []string, width, height int) []string {
	height = max(height, 0)
	switch {
	case len(lines) <= height:
		return lines
	case height == 0 || !strings.HasSuffix(lines[height-1], tag(tagOn)):
		return lines[:height]
	}
	return s.clipped(lines, width, height)
}

// feedPane is how far a person has read back in a feed. Entries that arrive
// never move what a reader who has gone back is reading.
type feedPane struct {
	end   int // entries shown; 0 follows the newest
	width int // of the last drawing
}

// upTo is how many entries are shown.
func (p *feedPane) upTo(feed []exercise.Line) int {
	if p.end <= 0 || p.end > len(feed) {
		return len(feed)
	}
	return p.end
}

// draw draws the pane, with a word on what has come below.
func (p *feedPane) draw(s *Sight, feed []exercise.Line, width, height int) []string {
	if height <= 0 {
		return nil
	}
	p.width = width
	end := p.upTo(feed)
	if len(feed) == 0 {
		return s.emptyFeed(width)
	}
	if end == len(feed) {
		return s.feedTail(feed, end, width, height)
	}
	below := s.Theme.Paint(theme.Strong, s.Count(len(feed)-end, "new below: %d entry  PgDn", "new below: %d entries  PgDn"))
	lines := s.feedTail(feed, end, width, height-1)
	return append(lines[:len(lines):len(lines)], spread("", below, width, ""))
}

func (s *Sight) emptyFeed(width int) []string {
	d := s.DrawWide(width)
	d.Text(1, s.in(theme.Muted).Say("Nothing has been said yet. What is said at the table will stand here."))
	return d.Lines()
}

// scroll moves by lines, but stands still on whole entries.
func (p *feedPane) scroll(s *Sight, feed []exercise.Line, by int) {
	end := p.upTo(feed)
	for by < 0 && end > 1 {
		end--
		by += len(s.feedLine(feed[end], max(p.width, 20)))
	}
	for by > 0 && end < len(feed) {
		by -= len(s.feedLine(feed[end], max(p.width, 20)))
		end++
	}
	p.end = end
	if end >= len(feed) {
		p.end = 0
	}
}
