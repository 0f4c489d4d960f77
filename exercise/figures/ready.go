package figures

import "kefi/exercise"

// PointLife is one point from its opening to its closing.
type PointLife struct {
	Point  exercise.PointID
	Opened int64 // wall ms; STARTEX or earlier for the scenario's own
	Closed int64 // wall ms at which one wording became the text; 0: it is open
	// Decided is the wording that became the text: 2 of 3.1a/2; 0: none.
	Decided int
	// Ready is the table ms from which the wording that became the text was
	// ready for the gavel without interruption, by open stances, and ToGavel
	// how long the chair then took to ask, in ms of the table clock: 0 where it
	// became ready while it was asked. Both are -1 where the wording was not
	// ready on open stances when it was decided.
	Ready, ToGavel int64
}

type readiness struct {
	points []*PointLife
	known  map[exercise.PointID]*PointLife
	since  map[exercise.AltID]int64 // table ms
	asked  map[exercise.DecisionID]int64
	closed map[exercise.DecisionID][]PointLife
}

func (r *readiness) see(m *moment) {
	if r.known == nil {
		r.known, r.since = map[exercise.PointID]*PointLife{}, map[exercise.AltID]int64{}
		r.asked, r.closed = map[exercise.DecisionID]int64{}, map[exercise.DecisionID][]PointLife{}
	}
	touched := false
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.DecisionOpened:
			r.asked[e.ID] = m.act.Table
		case exercise.Decided:
			r.close(e, m.act)
		case exercise.Redecided: // a closing that was taken back stands after all
			for _, was := range r.closed[e.ID] {
				*r.known[was.Point] = was
			}
		}
		touched = touched || moves(e)
	}
	if touched {
		r.look(m)
	}
}

// moves says whether an event can open or close points, or make one ready.
func moves(e exercise.Event) bool {
	switch e.(type) {
	case exercise.Begun, exercise.Lodged, exercise.SponsorLeft, exercise.SponsorRestored, exercise.TakenIn, exercise.Decided, exercise.TakenBack,
		exercise.Redecided, exercise.Reopened, exercise.StanceTaken, exercise.StanceCleared, exercise.StancesRestored, exercise.Expunged:
		return true
	}
	return false
}

func (r *readiness) close(e exercise.Decided, a exercise.Act) {
	for _, c := range e.Closed {
		p := r.known[c.Point]
		if p == nil {
			continue
		}
		p.Closed, p.Decided, p.Ready, p.ToGavel = a.Wall, c.Decided, -1, -1
		if at, ready := r.since[exercise.AltID{Point: c.Point, N: c.Decided}]; ready && c.Decided > 0 {
			p.Ready, p.ToGavel = at, max(r.asked[e.ID]-at, 0)
		}
		r.closed[e.ID] = append(r.closed[e.ID], *p)
	}
}

// look notes which points are open and which wordings are ready. A point that
// is open again has not been closed.
func (r *readiness) look(m *moment) {
	ready := map[exercise.AltID]int64{}
	for _, c := range m.after.Clauses() {
		for _, pt := range c.Points() {
			p := r.known[pt.ID]
			if p == nil {
				p = &PointLife{Point: pt.ID, Opened: m.act.Wall}
				r.known[pt.ID] = p
				r.points = append(r.points, p)
			}
			p.Closed, p.Decided, p.Ready, p.ToGavel = 0, 0, -1, -1
			for _, a := range pt.Alts {
				if id := (exercise.AltID{Point: pt.ID, N: a.N}); m.after.Ready(id) {
					ready[id] = m.act.Table
					if at, was := r.since[id]; was {
						ready[id] = at
					}
				}
			}
		}
	}
	r.since = ready
}

func (r *readiness) tell(f *Figures, _ *ending) {
	for _, p := range r.points {
		f.Points = append(f.Points, *p)
	}
}
