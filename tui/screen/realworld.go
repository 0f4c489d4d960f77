package screen

import "kefi/tui/theme"

// realWorld is all that is shown while play has stopped. Only control and the
// chair also see the words.
type realWorld struct{}

func (*realWorld) Name(*Sight) string { return "" }

func (*realWorld) Draw(s *Sight) Area {
	d := s.Draw()
	d.Add(make([]string, max((s.Height-6)/3, 0))...)
	d.Text(2, runs{{theme.Alert, s.Say("REAL WORLD - NOT EXERCISE") + "."}})
	d.Text(2, s.in(theme.Strong).Say("Play has stopped. Stay connected and wait for control."))
	if said := s.realWorldWords(); said != "" {
		d.Gap()
		d.Text(2, runs{{theme.Muted, "Said: "}, {theme.Body, said}})
	}
	if s.View.Own.Control != nil {
		d.Gap()
		d.Text(2, muted("/resume goes on with play; /cancel realworld if it was raised in error; /who shows who is here."))
	}
	return d.Area()
}

// realWorldWords are what was said, for control and the chair.
func (s *Sight) realWorldWords() string {
	own := s.View.Own
	switch {
	case own.Control != nil:
		return own.Control.RealWorld
	case own.Chair != nil:
		return own.Chair.RealWorld
	}
	return ""
}

func (*realWorld) Key(*Sight, key) ([]Act, bool) { return nil, false }
func (*realWorld) Hints(*Sight) []Hint           { return nil }
