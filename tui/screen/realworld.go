package screen

import "kefi/tui/theme"

// realWorld is all that is shown while play has stopped. Only control and the
// chair also see the words.
type realWorld struct{}

func (*realWorld) Name(*Sight) string { return "" }

func (*realWorld) Draw(s *Sight) Area {
	d := s.Draw()
	d.Add(make([]string, max((s.Height-6)/3, 0))...)
	d.Text(2, runs{{theme.Alert, "REAL WORLD - NOT EXERCISE."}})
	d.Text(2, runs{{theme.Strong, "Play has stopped. Stay connected and wait for control."}})
	if c := s.View.Own.Control; c != nil && c.RealWorld != "" {
		d.Gap()
		d.Text(2, runs{{theme.Muted, "Said: "}, {theme.Body, c.RealWorld}})
		d.Gap()
		d.Text(2, muted("/resume goes on with play; /cancel realworld if it was raised in error; /who shows who is here."))
	}
	return d.Area()
}

func (*realWorld) Key(*Sight, key) ([]Act, bool) { return nil, false }
func (*realWorld) Hints(*Sight) []Hint           { return nil }
