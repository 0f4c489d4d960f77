package replay

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"kefi/tui/theme"
)

// help tells the keys.
type help struct{}

func (*help) key(p *Player, _ string) { p.over = nil }

// lines has a key a line where there is room, else all in one text.
func (*help) lines(p *Player, width, height int) []string {
	s := p.sheet
	title := s.say("The keys of a replay; any key goes back")
	var rows, flow []string
	for _, b := range bindings() {
		if b.show == "s" && p.alone {
			continue
		}
		key := s.say(b.show)
		rows = append(rows, "  "+key+strings.Repeat(" ", max(9-ansi.StringWidth(key), 1))+s.say(b.says))
		flow = append(flow, key+" "+s.say(b.says))
	}
	if len(rows)+2 > height || widest(rows) > width {
		rows = strings.Split(ansi.Wrap(strings.Join(flow, " · "), max(width, 1), ""), "\n")
	} else {
		rows = append([]string{""}, rows...)
	}
	return s.sized(append([]string{s.heading(title)}, rows...), width, height)
}

func widest(rows []string) (n int) {
	for _, r := range rows {
		n = max(n, ansi.StringWidth(r))
	}
	return n
}

// heading is the first line of a page over the seat's screen.
func (s Sheet) heading(title string) string {
	return s.theme().Paint(theme.Strong, s.say("EXERCISE")+"  "+title)
}

// sized cuts a page to the window.
func (s Sheet) sized(lines []string, width, height int) []string {
	out := make([]string, height)
	for i := range out {
		if i < len(lines) {
			out[i] = s.theme().Typeset(ansi.Truncate(lines[i], width, "…"))
		}
	}
	return out
}

// eyes are the seats to choose from.
type eyes struct{ chosen int }

// choose opens the list of seats, unless one's own is all there is to see.
func (p *Player) choose() {
	if p.alone {
		p.note = p.sheet.say("You see this as your own seat saw it")
		return
	}
	e := &eyes{}
	for i, seat := range p.record.Seats() {
		if seat.ID == p.reel.seat.ID {
			e.chosen = i
		}
	}
	p.over = e
}

func (e *eyes) key(p *Player, key string) {
	seats := p.record.Seats()
	switch key {
	case "up", "k", "shift+tab":
		e.chosen = max(e.chosen-1, 0)
	case "down", "j", "tab":
		e.chosen = min(e.chosen+1, len(seats)-1)
	case "home":
		e.chosen = 0
	case "end":
		e.chosen = len(seats) - 1
	case "enter", "space":
		p.over = nil
		if err := p.As(seats[e.chosen].ID); err != nil {
			p.note = p.sheet.Language.Error(err)
		}
	case "esc", "q", "s":
		p.over = nil
	}
}

func (e *eyes) lines(p *Player, width, height int) []string {
	s, seats := p.sheet, p.record.Seats()
	lines := []string{s.heading(s.say("With whose eyes? Enter sees, Esc goes back"))}
	room := max(height-1, 1)
	first := min(max(e.chosen-room/2, 0), max(len(seats)-room, 0))
	for i := first; i < min(first+room, len(seats)); i++ {
		style, mark := theme.Body, "  "
		if i == e.chosen {
			style, mark = theme.Chosen, s.theme().Glyphs.Pointer+" "
		}
		lines = append(lines, s.theme().Paint(style, mark+string(seats[i].ID)+"  "+seats[i].Name))
	}
	return s.sized(lines, width, height)
}
