package plain

import "kefi/exercise"

// proceedings tells of a point of order that stands and of motions that wait.
func proceedings(p *page, v *exercise.View) {
	if f := v.Room.Floor; f.OrderBy != "" {
		p.say("%s has raised a point of order: %s", team(v, f.OrderBy).Name, f.Order)
	}
	for _, m := range v.Room.Motions {
		switch m.State {
		case "open":
			p.say("%s of %s waits for the chair: %s", m.ID, team(v, m.Team).Name, m.Line)
		case "put":
			p.say("%s of %s is being decided: %s", m.ID, team(v, m.Team).Name, m.Line)
		}
	}
}
