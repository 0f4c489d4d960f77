package screen

import "kefi/tui/theme"

// scroll is how far a person has read a text that is longer than its pane. One
// that follows keeps to the newest line until its reader goes back, and then
// stays where the reader is, whatever comes.
type scroll struct {
	follows bool
	back    bool // of one that follows: the reader has gone back
	from    int  // first line in sight
	last    int  // greatest from, as last drawn
}

// window gives the height lines in sight. Where there are more below, the last
// of them says so.
func (p *scroll) window(s *Sight, lines []string, height int) []string {
	return p.pane(s, lines, s.Width, height)
}

// pane is window for a pane of another width.
func (p *scroll) pane(s *Sight, lines []string, width, height int) []string {
	height = max(height, 0)
	p.last = max(len(lines)-height, 0)
	if p.follows && !p.back {
		p.from = p.last
	}
	p.from = min(max(p.from, 0), p.last)
	end := min(p.from+height, len(lines))
	below := len(lines) - end
	if below == 0 || height < 2 {
		return lines[p.from:end]
	}
	seen := append([]string{}, lines[p.from:end-1]...)
	return append(seen, s.more(s.linesBelow(below+1), width))
}

// linesBelow says how many lines are below, and how to see them.
func (s *Sight) linesBelow(n int) string {
	return s.Count(n, "%d line below: PgDn", "%d lines below: PgDn")
}

// more is the last line of a pane, which says what is below.
func (s *Sight) more(what string, width int) string {
	waiting := s.Theme.Glyphs.Waiting
	return s.Theme.Paint(theme.Muted, cut(waiting+" "+what, width, waiting))
}

// move scrolls by lines; negative goes back.
func (p *scroll) move(by int) {
	p.from = min(max(p.from+by, 0), p.last)
	p.back = p.from < p.last
}

// key scrolls by a line with Up and Down. It says whether the key was one of them.
func (p *scroll) key(k key) (taken bool) {
	switch k.String() {
	case "up":
		p.move(-1)
	case "down":
		p.move(1)
	default:
		return false
	}
	return true
}

// reveal scrolls as little as brings the lines first to last into a window of
// that height, whose last row may be taken by "below".
func (p *scroll) reveal(first, last, height int) {
	p.from = max(p.from, last-height+2)
	p.from = min(p.from, first)
}
