package figures

import (
	"maps"

	"kefi/exercise"
)

// OpenSample is how many points were open from a moment on: points in brackets,
// an outer one and those inside it each counting as one. A deferred clause keeps
// its brackets, and they count as open: nothing was agreed on them. A deleted
// clause has none. There is a sample at STARTEX and whenever a count changed.
type OpenSample struct {
	Wall, Table int64 // ms
	Total       int
	Clauses     map[exercise.ClauseID]int
}

type openPoints struct{ samples []OpenSample }

func (o *openPoints) see(m *moment) {
	now := OpenSample{Wall: m.act.Wall, Table: m.act.Table, Clauses: map[exercise.ClauseID]int{}}
	for _, c := range m.after.Clauses() {
		if c.State != exercise.ClauseDeleted {
			now.Clauses[c.ID] = len(c.Points())
			now.Total += now.Clauses[c.ID]
		}
	}
	last := len(o.samples) - 1
	switch phase := m.after.Phase(); {
	case phase == exercise.Lobby:
	case last < 0 || !maps.Equal(now.Clauses, o.samples[last].Clauses):
		o.samples = append(o.samples, now)
	}
}

func (o *openPoints) tell(f *Figures, _ *ending) { f.Open = o.samples }
