package screen

import (
	"strconv"
	"strings"

	"kefi/tui/theme"
)

// catchUp is the card for whoever comes back: what happened meanwhile, and then
// one thing after the other. It lies over the home page and leaves the keys
// with the line.
type catchUp struct {
	span
	away bool // nobody looked from this seat meanwhile
	at   int  // 0 is the card, then the things in order
	read scroll
}

func (p *catchUp) Name(s *Sight) string { return s.Say("New") }

func (p *catchUp) Draw(s *Sight) Area {
	list := s.missed(p.span)
	d := s.Draw()
	if p.at = min(p.at, len(list)); p.at == 0 {
		p.card(d, s, list)
		return Area{Lines: p.read.window(s, d.Lines(), s.Height)}
	}
	x := list[p.at-1]
	d.Line(theme.Strong, " "+s.Say("%d of %d", p.at, len(list))+"  "+x.title)
	if !s.Card() {
		d.Gap()
	}
	body := s.DrawWide(d.width)
	x.draw(body, s)
	d.Add(p.read.window(s, body.Lines(), s.Height-d.Rows())...)
	return d.Area()
}

// card sums up and lists.
func (p *catchUp) card(d *Drawing, s *Sight, list []happened) {
	d.Text(1, strong(p.headline(s, len(list))))
	if len(list) == 0 {
		return
	}
	if !s.Card() {
		d.Gap()
	}
	for i, x := range list {
		d.Hang(blanks(1)+s.Theme.Paint(theme.Muted, fit(strconv.Itoa(i+1), 3, "")), plain(x.title))
	}
	if !s.Card() {
		d.Gap()
		d.Text(1, s.in(theme.Muted).Say("Enter on an empty line walks through them; Esc skips all. %s brings them back.", "/new"))
	}
}

// headline is the card in one sentence.
func (p *catchUp) headline(s *Sight, n int) string {
	what, changed := s.summed(p.span), s.changed(p.span)
	if what == "" {
		what, changed = strings.TrimSuffix(changed, "."), ""
	}
	switch {
	case n == 0 && p.away:
		return s.Say("Nothing happened while you were away.")
	case n == 0:
		return s.Say("Nothing new in the last %d min.", p.minutes())
	case p.away:
		return strings.TrimSpace(s.Say("While you were away (%d min): %s.", p.minutes(), what) + " " + changed)
	default:
		return strings.TrimSpace(s.Say("In the last %d min: %s.", p.minutes(), what) + " " + changed)
	}
}

// Key walks on and back. Letters count only where the card has the keys.
func (p *catchUp) Key(s *Sight, k key) ([]Act, bool) {
	list := s.missed(p.span)
	switch name := k.String(); {
	case name == "enter", name == "down", name == "right" && s.Focused:
		return p.walk(list, 1), true
	case name == "up", name == "left" && s.Focused:
		return p.walk(list, -1), true
	case name == "a" && s.Focused:
		return []Act{Back{}}, true
	}
	return nil, false
}

// walk goes to the next thing or the one before; past the last it closes.
func (p *catchUp) walk(list []happened, by int) []Act {
	p.at, p.read = max(p.at+by, 0), scroll{}
	switch {
	case p.at > len(list):
		return []Act{Back{}}
	case p.at > 0 && list[p.at-1].incident != "":
		return []Act{Seen{Incident: list[p.at-1].incident}}
	}
	return nil
}

func (p *catchUp) Scroll(_ *Sight, by int) { p.read.move(by) }

func (p *catchUp) Hints(s *Sight) []Hint {
	next := s.Say("the next")
	if n := len(s.missed(p.span)); p.at >= n {
		next = s.Say("close")
	} else if p.at == 0 {
		next = s.Say("walk through")
	}
	return []Hint{{"Enter", next, ""}, {"Esc", s.Say("skip all"), ""}}
}
