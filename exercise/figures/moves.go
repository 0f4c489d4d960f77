package figures

import (
	"slices"

	"kefi/exercise"
)

// Move is a team that could not accept a wording and then said openly that it
// can live with it or prefers it, and what it came after: the last incident to
// all, caucus, amendment or intervention that the table saw before. That it
// came after is no claim that it came of it. A move that was taken back is none.
type Move struct {
	Team exercise.TeamID
	Alt  exercise.AltID
	To   exercise.Stance // can-live or prefer
	Wall int64
	// After is the kind of what came before, empty for nothing; AfterRef its
	// id where it has one, and AfterTeam whose it was. AfterWall is its time.
	After     string
	AfterRef  string
	AfterTeam exercise.TeamID
	AfterWall int64
}

type stood struct {
	team exercise.TeamID
	alt  exercise.AltID
}

type moving struct {
	cannot map[stood]bool
	moves  []seenMove
	last   Move // only what it came after
}

type seenMove struct {
	Move
	seq int64
}

func (v *moving) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.StanceTaken:
			if !e.ToChair && !e.Lodging {
				v.taken(e, m.act)
			}
		case exercise.StancesRestored:
			if !e.ToChair {
				v.restored(e)
			}
		}
		v.remember(e, m)
	}
}

func (v *moving) taken(e exercise.StanceTaken, a exercise.Act) {
	if v.cannot == nil {
		v.cannot = map[stood]bool{}
	}
	key := stood{e.Team, e.Alt}
	if e.Stance != exercise.Cannot && v.cannot[key] {
		x := v.last
		x.Team, x.Alt, x.To, x.Wall = e.Team, e.Alt, e.Stance, a.Wall
		v.moves = append(v.moves, seenMove{x, a.Seq})
	}
	v.cannot[key] = e.Stance == exercise.Cannot
}

// restored takes back the act that the team undid.
func (v *moving) restored(e exercise.StancesRestored) {
	v.moves = slices.DeleteFunc(v.moves, func(x seenMove) bool { return x.seq == e.Of })
	for key := range v.cannot {
		if key.team == e.Team && key.alt.Point == e.Point {
			v.cannot[key] = false
		}
	}
	for _, x := range e.Stances {
		if v.cannot != nil {
			v.cannot[stood{e.Team, exercise.AltID{Point: e.Point, N: x.N}}] = x.Stance == exercise.Cannot
		}
	}
}

// remember keeps the last thing that the table saw and that may move a team.
func (v *moving) remember(e exercise.Event, m *moment) {
	var x Move
	switch e := e.(type) {
	case exercise.Delivered:
		if !e.All {
			return
		}
		x = Move{After: AfterIncident, AfterRef: string(e.Inject)}
	case exercise.CaucusMet:
		if !slices.Contains(e.Rooms, exercise.TableRoom) {
			return
		}
		x = Move{After: AfterCaucus}
	case exercise.Lodged:
		x = Move{After: AfterAmendment, AfterRef: string(e.Amendment.ID), AfterTeam: first(e.Amendment.Sponsors)}
	case exercise.Spoken:
		if e.Room != exercise.TableRoom {
			return
		}
		seat, _ := m.after.Seat(e.Seat)
		x = Move{After: AfterIntervention, AfterTeam: seat.Team}
	case exercise.Heard:
		if e.Room != exercise.TableRoom {
			return
		}
		x = Move{After: AfterIntervention, AfterTeam: e.Team}
	default:
		return
	}
	x.AfterWall = m.act.Wall
	v.last = x
}

func first(teams []exercise.TeamID) exercise.TeamID {
	if len(teams) == 0 {
		return ""
	}
	return teams[0]
}

func (v *moving) tell(f *Figures, _ *ending) {
	for _, x := range v.moves {
		f.Moves = append(f.Moves, x.Move)
	}
}
