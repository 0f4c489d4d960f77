package figures

import (
	"slices"

	"kefi/exercise"
)

// Caucus is one that met, as the table was told of it: with its teams where the
// scenario names them, with their number where it counts them. Where it keeps
// silent there is none. Length is ms of wall time.
type Caucus struct {
	Wall   int64 // when it ended
	Length int64
	Count  int
	Teams  []exercise.TeamID
}

// Bridge is a set of teams that lodged amendments together, and how many of
// them were carried.
type Bridge struct {
	Teams   []exercise.TeamID // in the order of the scenario
	Across  bool              // of more than one track
	Joint   int
	Carried int
}

type consultations struct {
	met   []Caucus
	joint []exercise.Amendment
}

func (c *consultations) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.CaucusMet:
			if slices.Contains(e.Rooms, exercise.TableRoom) {
				c.met = append(c.met, Caucus{Wall: m.act.Wall, Length: e.Length, Count: e.Count, Teams: e.Teams})
			}
		case exercise.Lodged:
			if len(e.Amendment.Sponsors) > 1 {
				c.joint = append(c.joint, e.Amendment)
			}
		}
	}
}

func (c *consultations) tell(f *Figures, end *ending) {
	f.Caucuses = c.met
	carried := map[exercise.AmendmentID]bool{}
	for _, a := range end.room.Amendments {
		carried[a.ID] = a.State == exercise.AmendmentCarried
	}
	for _, a := range c.joint {
		var teams []exercise.TeamID
		tracks := map[exercise.Track]bool{}
		for _, t := range end.Plan().Teams {
			if slices.Contains(a.Sponsors, t.ID) {
				teams, tracks[t.Track] = append(teams, t.ID), true
			}
		}
		i := slices.IndexFunc(f.Bridges, func(b Bridge) bool { return slices.Equal(b.Teams, teams) })
		if i < 0 {
			i, f.Bridges = len(f.Bridges), append(f.Bridges, Bridge{Teams: teams, Across: len(tracks) > 1})
		}
		f.Bridges[i].Joint++
		if carried[a.ID] {
			f.Bridges[i].Carried++
		}
	}
}
