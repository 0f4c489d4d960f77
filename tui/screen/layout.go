package screen

import (
	"slices"
	"strings"

	"kefi/tui/paint"
)

// This file puts the bands together.

// Frame draws the screen as it is at a wall time.
func (sh *Shell) Frame(now int64) paint.Frame {
	sh.now = now
	f := paint.Frame{Title: sh.title(), Mouse: sh.takesMouse(), Progress: sh.countdown(), Status: sh.status()}
	if sh.width == 0 || sh.height == 0 {
		return f
	}
	s := sh.sight()
	s.Width = sh.width
	var b band
	if !sh.unmanned() {
		b = sh.writing(s)
	}
	head := s.header(sh.page().Name(s))
	if len(head)+len(b.input) >= sh.height {
		return sh.sliver(f, head, b)
	}
	rules := min(sh.rules(), 1+len(b.lines()))
	s.Height = max(sh.height-len(head)-len(b.lines())-rules, 0)
	area := sh.body(s, s.Height)

	f.Lines = append(make([]string, 0, sh.height), head...)
	if rules > 0 {
		f.Lines = append(f.Lines, s.rule("", s.Width))
	}
	sh.bodyY = len(f.Lines)
	f.Lines = append(f.Lines, sized(s.broken(area.Lines, s.Width, s.Height), s.Height)...)
	if rules > 1 {
		f.Lines = append(f.Lines, s.rule("", s.Width))
	}
	f.Lines = append(f.Lines, b.lines()...)
	for _, y := range area.RunsOn {
		f.RunsOn = append(f.RunsOn, sh.bodyY+y)
	}
	if over := len(f.Lines) - sh.height; over > 0 {
		f.RunsOn = nil
		f.Lines = append(f.Lines[:len(head)], f.Lines[len(head)+over:]...)
	}
	sh.narrow(f.Lines)
	for i, line := range f.Lines {
		f.Lines[i] = s.Theme.Typeset(line)
	}
	sh.drawn = slices.Clone(f.Lines)
	if sh.likes.Reorder {
		sh.turnLines(f.Lines)
	}
	sh.showMarked(s.Theme, f.Lines)
	f.Cursor = paint.Cursor{X: min(b.cursor.X, sh.width-1), Y: sh.inputY(b) + b.cursor.Y, Visible: len(b.input) > 0}
	if sh.focused && area.Cursor != nil && area.Cursor.Y < s.Height {
		f.Cursor = paint.Cursor{X: area.Cursor.X, Y: sh.bodyY + area.Cursor.Y, Visible: true}
	}
	if sh.likes.Reorder {
		f.Cursor.X = min(readOf(at(sh.drawn, f.Cursor.Y)).cursorAt(f.Cursor.X, sh.width), sh.width-1)
	}
	return f
}

// sliver is what is shown where there is no room for three bands: the header
// if there is a line for it, and the input.
func (sh *Shell) sliver(f paint.Frame, head []string, b band) paint.Frame {
	if sh.height > 1 {
		f.Lines = append(f.Lines, head[0])
	}
	f.Lines = append(f.Lines, at(b.input, b.cursor.Y))
	sh.narrow(f.Lines)
	f.Cursor = paint.Cursor{X: min(b.cursor.X, sh.width-1), Y: len(f.Lines) - 1, Visible: true}
	for len(f.Lines) < sh.height {
		f.Lines = append(f.Lines, "")
	}
	sh.drawn, sh.mark = f.Lines, marking{}
	return f
}

// narrow cuts the lines of a window that is narrower than what has to stand in
// a line, such as the prompt.
func (sh *Shell) narrow(lines []string) {
	if sh.width >= 20 {
		return
	}
	for i, line := range lines {
		lines[i] = cut(line, sh.width, "")
	}
}

// rules is how many hairlines there is room for.
func (sh *Shell) rules() int {
	if sh.height < 6 {
		return 0
	}
	return 2
}

// inputY is the line on which the input begins.
func (sh *Shell) inputY(b band) int {
	footer := 0
	if b.footer != "" {
		footer = 1
	}
	return max(sh.height-footer-len(b.input), 0)
}

// bodyHeight is the height of the reading area as things stand.
func (sh *Shell) bodyHeight() int { return sh.lastBody }

// body draws the reading area: the page, and what lies over it.
func (sh *Shell) body(s *Sight, height int) Area {
	sh.lastBody = height
	in := sh.line()
	var list []string
	if sh.choice.open(in) && !sh.focused {
		room := max(height*2/3, min(height, 12))
		if strings.HasPrefix(in.text.Text(), "?") {
			room = height
		}
		list = sh.choiceLines(s, in, room)
		s.Height = max(height-len(list), 0)
	}
	area := sh.under(s)
	if len(list) > 0 {
		area.Lines = append(append([]string(nil), sized(s.broken(area.Lines, s.Width, s.Height), s.Height)...), list...)
		area.RunsOn = nil
	}
	s.Height = height
	return area
}

// under is the page, or the incident that has its place.
func (sh *Shell) under(s *Sight) Area {
	if s.Height == 0 {
		return Area{}
	}
	if sh.incident != "" && !sh.stopped() {
		if x := s.Incident(sh.incident); x != nil {
			return sh.withFeed(s, func(s *Sight) Area { return sh.incidentArea(s, x) })
		}
	}
	return sh.withFeed(s, sh.page().Draw)
}

// sized makes lines exactly height long.
func sized(lines []string, height int) []string {
	if len(lines) >= height {
		return lines[:height]
	}
	return append(append(make([]string, 0, height), lines...), make([]string, height-len(lines))...)
}
