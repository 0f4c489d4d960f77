package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/theme"
)

// dissociate is standing apart from one clause of the adopted text: choose it,
// then one review page.
type dissociate struct{ menu menu }

func (p *dissociate) Name(s *Sight) string { return s.Say("Dissociate from a clause") }

func (p *dissociate) items(s *Sight) []item {
	var items []item
	mine := s.mySignature()
	if mine == nil {
		return nil
	}
	team := s.Team(s.View.Own.Team).Name
	for _, c := range s.View.Room.Clauses {
		if c.State != exercise.ClauseFinal || slices.Contains(mine.Dissociated, c.ID) {
			continue
		}
		items = append(items, item{words: s.Say("Clause %s", c.ID) + "  " + c.Title, verb: "dissociate", does: []Act{Open{Focus: true, Page: &review{
			title: s.Say("Dissociate from a clause"), yes: s.Say("Dissociate %s from clause %s", team, c.ID),
			says: []string{
				s.Say("%s stands apart from clause %s, %s; the rest of the text is as it was.", team, c.ID, c.Title),
				s.Say("This cannot be taken back."),
			},
			does: []Act{Back{}, Submit{Command: exercise.Dissociate{Clause: c.ID}}},
		}}}})
	}
	return items
}

func (p *dissociate) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(1, s.in(theme.Body).Say("From which clause? Choose it with Up and Down, then Enter."))
	d.Gap()
	items := p.items(s)
	if len(items) == 0 {
		d.Text(1, s.in(theme.Strong).Say("There is no clause left to stand apart from."))
	}
	list := s.Draw()
	row := p.menu.draw(list, items)
	read := scroll{}
	read.reveal(row, row+1, max(s.Height-d.Rows(), 2))
	d.Add(read.window(s, list.Lines(), s.Height-d.Rows())...)
	return d.Area()
}

func (p *dissociate) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *dissociate) Hints(s *Sight) []Hint {
	return []Hint{{"Up/Down", s.Say("choose the clause"), ""}, {"Enter", s.Say("review"), "dissociate"}, {"Esc", s.Say("back, nothing is signed"), ""}}
}
