package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// projector is the page of a screen that everyone in a room looks at: one thing
// at a time, as large as lines of text can be. It follows the chair, takes no
// keys and draws from the room alone, never from what a seat has for itself.
type projector struct{}

// projects says that a seat is a projector's and nobody's beside that.
func projects(own *exercise.OwnView) bool { return own.Team == "" && own.Has(exercise.Projector) }

func (*projector) Name(*Sight) string            { return "" }
func (*projector) Key(*Sight, key) ([]Act, bool) { return nil, false }
func (*projector) Hints(*Sight) []Hint           { return nil }
func (*projector) Whole()                        {}
func (*projector) Counting(s *Sight) bool        { return s.turnsPages() }
func (*projector) Speech(*Sight) Speech          { return Speech{} }
func (p *projector) Draw(s *Sight) Area          { return Area{Lines: s.projected()} }

// Sizes of what is projected.
const (
	farColumn = 76  // the widest a text is projected: a short line is found again from afar
	farBelow  = 30  // rows below which there is no room for the large clock
	largeFrom = 150 // columns from which large letters make lines that can be read
)

// slide is the one thing in sight.
type slide struct {
	title runs
	body  []runs         // what is to be read, a paragraph each
	more  func(*Drawing) // what stands beside it, where all of it has room
	until string         // its own time left, "02:41"
	ends  string         // and what that is: "until it closes"
}

// projected is the reading area: the slide over the floor.
func (s *Sight) projected() []string {
	x := s.slideNow()
	foot := s.underSlide(x)
	if s.Height < len(foot)+4 {
		foot = nil
	}
	height := s.Height - len(foot)
	if large := x.large(s, height); large != nil {
		return append(sized(large, height), foot...)
	}
	lines := x.fitted(s, s.farWidth(), height)
	left := max((s.Width-s.farWidth())/2, 0)
	return append(sized(indented(blanks(left), lines), height), foot...)
}

// farWidth is how wide the text of a slide is.
func (s *Sight) farWidth() int { return max(min(s.Width-4, farColumn), min(s.Width, 20)) }

// large draws the slide in large letters and what stands beside it in ordinary
// ones: with its title large, or else small, or without what stands beside it;
// nil where the window is too small for any.
func (x slide) large(s *Sight, height int) []string {
	const margin = 4
	if s.Width < largeFrom {
		return nil
	}
	var beside []string
	if x.more != nil {
		d := s.DrawWide(s.Width - 2*margin)
		x.more(d)
		beside = d.Lines()
	}
	title, known := s.enlarged(x.title, s.Width-2*margin)
	small := []string{"", x.title.line(s.Theme), ""}
	var body []string
	for _, para := range x.body {
		four, is := s.enlarged(para, s.Width-2*margin)
		body, known = append(body, four...), known && is
	}
	for _, lines := range [][]string{slices.Concat(title, body, beside), slices.Concat(small, body, beside), slices.Concat(title, body)} {
		if known && len(lines) <= height {
			return indented(blanks(margin), lowered(lines, height))
		}
	}
	return nil
}

// fitted draws the slide with as much air as it has room for: a blank line
// under each line, then under each paragraph, then none. What is longer still
// is shown a page at a time.
func (x slide) fitted(s *Sight, width, height int) []string {
	for _, air := range []int{2, 1, 0} {
		lines := x.lines(s, width, air)
		if len(lines) > height {
			continue
		}
		if x.more != nil {
			if all := x.beside(s, lines, width); len(all) <= height {
				lines = all
			}
		}
		return lowered(lines, height)
	}
	return s.pageOf(x.lines(s, width, 0), width, height)
}

// lines are the title and the text.
func (x slide) lines(s *Sight, width, air int) []string {
	d := s.DrawWide(width)
	if air > 0 {
		d.Add("")
	}
	d.Text(0, x.title)
	for _, para := range x.body {
		if air > 0 {
			d.Gap()
		}
		for i, line := range para.wrap(s.Theme, width) {
			if i > 0 && air > 1 {
				d.Gap()
			}
			d.Raw(line)
		}
	}
	return d.Lines()
}

// beside adds what stands next to the text.
func (x slide) beside(s *Sight, lines []string, width int) []string {
	d := s.DrawWide(width)
	d.Add(lines...)
	d.Gap()
	x.more(d)
	return d.Lines()
}

// lowered sets a slide that leaves much of its height empty a little lower.
func lowered(lines []string, height int) []string {
	return append(make([]string, max(height-len(lines), 0)/4), lines...)
}

// turnEvery is how long a page of a text stands that is longer than the screen.
const turnEvery = 20_000 // ms

// turnsPages says that such a text may be in sight.
func (s *Sight) turnsPages() bool {
	switch s.View.Room.Phase {
	case exercise.Lobby, exercise.Briefing:
		return false
	}
	return true
}

// pageOf is the page of a long text that is in sight now: all see the same.
func (s *Sight) pageOf(lines []string, width, height int) []string {
	if height < 2 {
		return lines[:max(height, 0)]
	}
	pages := (len(lines) + height - 2) / (height - 1)
	n := int(s.Now / turnEvery % int64(pages))
	shown := sized(lines[n*(height-1):min((n+1)*(height-1), len(lines))], height-1)
	return append(append([]string(nil), shown...), s.Theme.Paint(theme.Muted, cut(s.Say("Page %d of %d", n+1, pages), width, "")))
}
