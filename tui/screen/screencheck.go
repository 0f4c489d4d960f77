package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// screenCheck shows what the terminal is sent and asks only what it could not
// be asked itself.
type screenCheck struct{ menu menu }

func (p *screenCheck) Name(s *Sight) string { return s.Say("Check your screen") }

func (p *screenCheck) Draw(s *Sight) Area {
	d := s.Draw()
	p.sample(d, s)
	if !s.Card() {
		d.Gap()
		p.measured(d, s)
		d.Gap()
		d.Line(theme.Strong, " "+s.Say("What is true?"))
	}
	return p.menu.under(s, &scroll{}, d.Lines(), p.items(s))
}

// sample is what everything else is drawn with: lines, letters, marks, colours.
func (p *screenCheck) sample(d *Drawing, s *Sight) {
	g := s.Theme.Glyphs
	d.Raw(" " + strings.Repeat(g.Across, max(min(s.Width-2, 60), 0)))
	r := plain(" ")
	for _, t := range exercise.Tracks() {
		r = append(r, run{s.Theme.Track(string(t)), s.letter(t) + " " + term(s, t.Word())}, run{theme.Body, "   "})
	}
	d.Text(0, r)
	if roomHoldsRight(s.View.Room) {
		d.Text(1, plain("שלום 12, سلام"))
	}
	d.Text(1, append(runs{{theme.Alert, theme.MarkAlert + " " + s.Say("attention")}, {theme.Body, "   " + g.Pointer + " " + s.Say("chosen") + "   " + g.Done + " " + s.Say("done") + "   "}},
		s.in(theme.Muted).Say("beside the point")...))
}

// measured says what the terminal has answered by itself.
func (p *screenCheck) measured(d *Drawing, s *Sight) {
	if s.measured {
		d.Text(1, s.in(theme.Muted).Say("Your terminal has told by itself that lines and Greek letters are as wide as they should be."))
		return
	}
	d.Text(1, s.in(theme.Muted).Say("Your terminal has not told how it draws. Do you see a straight line above, and three letters under it?"))
}

func (p *screenCheck) items(s *Sight) []item {
	list := []item{{words: s.Say("It all reads well"), does: []Act{Tick{stepScreen}, Back{}}}}
	look := func(words string, look theme.Look) {
		list = append(list, item{words: words, beside: "/look " + string(look), does: []Act{Type{"/look " + string(look)}, Take{}}})
	}
	if !s.measured {
		look(s.Say("The line is broken, or I see boxes or odd letters"), theme.ASCII)
	}
	look(s.Say("Some words are pale, or hard to read"), theme.Contrast)
	look(s.Say("I tell colours apart badly, or want none"), theme.Mono)
	if roomHoldsRight(s.View.Room) {
		list = append(list, item{words: s.Say("Arabic or Hebrew letters run the wrong way"), beside: "/reorder on", does: []Act{Type{"/reorder on"}, Take{}}})
	}
	look(s.Say("I want larger parts and more room"), theme.Large)
	look(s.Say("Back to how it was"), theme.Auto)
	return append(list, item{words: s.Say("I use a screen reader or a braille display"), does: []Act{
		Notice{s.Say("Leave, and connect with %s after your seat's name: all is said in sentences then, and nothing is left out.", "+plain")},
	}})
}

func (p *screenCheck) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *screenCheck) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("take it"), ""}, {"Esc", s.Say("back"), ""}}
}
