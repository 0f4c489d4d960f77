package screen

import (
	"kefi/tui/action"
	"kefi/tui/theme"
)

// ownCopy is how a seat takes its copy of the minutes: to read here, or as a
// file from its own computer, which a screen cannot write to.
type ownCopy struct{ menu menu }

func (p *ownCopy) Name(s *Sight) string { return s.Say("Your copy") }

func (p *ownCopy) items(s *Sight) []item {
	return []item{{key: "m", words: s.Say("Read it here"), verb: "export", does: []Act{Type{"/export md"}}}}
}

func (p *ownCopy) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(1, s.in(theme.Body).Say("Your copy of the minutes holds what your seat may know, as far as the exercise has come."))
	d.Gap()
	p.menu.draw(d, p.items(s))
	d.Gap()
	d.takeAway(s)
	return d.Area()
}

// takeAway says how a copy becomes a file on one's own computer.
func (d *Drawing) takeAway(s *Sight) {
	d.Text(1, s.in(theme.Body).Say("As a file: open another terminal window on your computer and type"))
	d.Text(3, strong(s.takes("md > minutes.md")))
	if !s.Card() {
		d.Text(1, s.in(theme.Muted).Say("It asks for your code, unless it knows your computer. This window stays as it is."))
	}
}

func (p *ownCopy) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *ownCopy) Hints(s *Sight) []Hint {
	return []Hint{{"Enter", s.Say("read it here"), "export"}, {"Esc", s.Say("back"), ""}}
}

// answerPage shows what the server answered. A copy says how it is taken away,
// before the copy itself, which may be long.
func answerPage(s *Sight, q action.Query, text string) Page {
	if q.Name != "export" {
		return newPaper(q.Name, plain(text))
	}
	return livePaper(s.Say("Your copy"), func(d *Drawing, s *Sight) {
		d.takeAway(s)
		d.Rule("")
		d.Text(2, plain(text))
	})
}
