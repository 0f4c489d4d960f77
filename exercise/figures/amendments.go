package figures

import (
	"strings"

	"kefi/exercise"
)

// Amendment is one that was lodged, by whom at first, and what became of it:
// the state that it has at the end of the record. The chair's text has no
// sponsors. Written input of those without a say is no amendment until a team
// with a say sponsors it.
type Amendment struct {
	ID       exercise.AmendmentID
	Clause   exercise.ClauseID
	Sponsors []exercise.TeamID // when it was lodged
	Chair    bool
	Wall     int64
	State    string
	Friendly bool // taken in by the sponsors of another
}

// Counted counts the amendments that ended in one of the states, none given:
// all of them.
func (f Figures) Counted(states ...string) (n int) {
	for _, a := range f.Amendments {
		for _, s := range states {
			if a.State == s {
				n++
			}
		}
	}
	if len(states) == 0 {
		return len(f.Amendments)
	}
	return n
}

type amendments struct{ lodged []Amendment }

func (l *amendments) see(m *moment) {
	for _, e := range m.act.Events {
		if e, ok := e.(exercise.Lodged); ok && strings.HasPrefix(string(e.Amendment.ID), "A") {
			l.lodged = append(l.lodged, Amendment{
				ID: e.Amendment.ID, Clause: e.Amendment.Clause, Sponsors: e.Amendment.Sponsors, Chair: e.Amendment.Chair, Wall: m.act.Wall,
			})
		}
	}
}

func (l *amendments) tell(f *Figures, end *ending) {
	became := map[exercise.AmendmentID]exercise.AmendmentView{}
	for _, a := range end.room.Amendments {
		became[a.ID] = a
	}
	for i := range l.lodged {
		x := &l.lodged[i]
		x.State, x.Friendly = became[x.ID].State, became[x.ID].Friendly
	}
	f.Amendments = l.lodged
}
