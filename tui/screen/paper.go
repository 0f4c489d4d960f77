package screen

import "kefi/tui/theme"

// paper is a page to read: a brief, the agenda, an answer of the server.
type paper struct {
	title string
	draw  func(*Drawing, *Sight)
	bare  string // the line that shows it bare, such as /copy A16; empty where none does
	top   int
}

// newPaper makes a page of one text.
func newPaper(title string, text runs) *paper {
	return livePaper(title, func(d *Drawing, _ *Sight) { d.Text(2, text) })
}

// livePaper makes a page that is drawn from the view each time.
func livePaper(title string, draw func(*Drawing, *Sight)) *paper {
	return &paper{title: title, draw: draw}
}

// copiedAs names what the page is about, so that /copy shows it bare.
func (p *paper) copiedAs(id string) *paper {
	p.bare = "/copy " + id
	return p
}

func (p *paper) Name(*Sight) string { return p.title }

func (p *paper) Draw(s *Sight) Area {
	d := s.Draw()
	if !s.Card() {
		d.Line(theme.Strong, "  "+p.title)
		d.Gap()
	}
	p.draw(d, s)
	return Area{Lines: p.window(s, d.Lines())}
}

// window is the part in sight, with a word on what is below.
func (p *paper) window(s *Sight, lines []string) []string {
	p.top = max(min(p.top, len(lines)-s.Height), 0)
	below := len(lines) - p.top - s.Height
	if below <= 0 || s.Height < 2 {
		return lines[p.top:]
	}
	seen := append([]string(nil), lines[p.top:p.top+s.Height-1]...)
	return append(seen, spread("", s.Theme.Paint(theme.Muted, s.linesBelow(below+1)), s.Width, ""))
}

func (p *paper) Scroll(_ *Sight, by int) { p.top = max(p.top+by, 0) }

func (p *paper) Key(s *Sight, k key) ([]Act, bool) {
	switch k.String() {
	case "up":
		p.Scroll(s, -1)
	case "down":
		p.Scroll(s, 1)
	case "y":
		if !s.Focused {
			return nil, false
		}
		return s.copied(s.drawnWords(p.draw), p.bare), true
	default:
		return nil, false
	}
	return nil, true
}

func (p *paper) Hints(s *Sight) []Hint {
	if s.Focused {
		return []Hint{{"y", s.Say("copy"), ""}, {"Esc", s.Say("back"), ""}}
	}
	return []Hint{{"Esc", s.Say("back"), ""}}
}
