package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// precedentPaper is the library of agreed language, a piece of it, or how
// something that stands in the draft departs from it.
func precedentPaper(s *Sight, args []string) Page {
	switch len(args) {
	case 0:
		return livePaper(s.Say("Agreed language"), drawPrecedents)
	case 1:
		return livePaper(s.Say("Precedent %s", args[0]), func(d *Drawing, s *Sight) {
			if x, ok := s.View.Room.Precedent(args[0]); ok {
				d.precedent(x)
				d.Gap()
				d.Text(2, s.in(theme.Muted).Say("/precedent %s 3 shows how clause 3 departs from it.", x.ID))
			} else {
				d.noPrecedent(args[0])
			}
		})
	}
	return livePaper(s.Say("Precedent %s and %s", args[0], args[1]), func(d *Drawing, s *Sight) { d.deviations(args[0], args[1]) })
}

func drawPrecedents(d *Drawing, s *Sight) {
	d.Text(2, s.in(theme.Muted).Say("Words to take over. The source is whose theme it is; nobody there has agreed to these words."))
	for _, x := range s.View.Room.Precedents {
		d.Gap()
		d.Line(theme.Strong, "  "+link("/precedent "+x.ID, x.ID))
		d.precedent(x)
	}
}

func (d *Drawing) precedent(x exercise.PrecedentView) {
	d.Text(2, plain(x.Text))
	d.Text(2, d.s.in(theme.Muted).Say("Source: %s", x.Source))
}

func (d *Drawing) noPrecedent(id string) {
	d.Text(2, d.s.in(theme.Body).Say("There is no precedent %s; /precedent lists them.", id))
}

// deviations adds the redline of what an id names against a precedent.
func (d *Drawing) deviations(id, of string) {
	s := d.s
	x, ok := s.View.Room.Precedent(id)
	if !ok {
		d.noPrecedent(id)
		return
	}
	d.precedent(x)
	list := s.View.Room.Deviations(x, of)
	if len(list) == 0 {
		d.Gap()
		d.Text(2, s.in(theme.Body).Say("There is nothing called %s in the draft to compare; name a clause, a paragraph, an alternative or an amendment that stands.", of))
	}
	for _, y := range list {
		d.Gap()
		title := y.Of
		if y.Of != string(y.Para) {
			title = s.Say("%s in %s", y.Of, string(y.Para))
		}
		d.Line(theme.Strong, "  "+title)
		if y.Same() {
			d.Text(2, s.in(theme.Body).Say("It reads as the precedent does."))
			continue
		}
		d.Text(2, s.redlineRuns(y.Changes))
	}
	if len(list) > 0 {
		d.Gap()
		d.Text(2, s.in(theme.Muted).Say("{-in the precedent alone-} {+in the draft alone+}"))
	}
}
