package figures

import (
	"slices"

	"kefi/exercise"
)

// Shaped is a wording that became the text, and who first put it into words:
// the sponsors of the amendment that brought it when it was lodged. Words that
// the scenario gave, or that stood before an amendment, are the draft's, which
// is nobody. A joint draft is all its sponsors'; so the counts of teams may
// add up to more than the number of decisions.
type Shaped struct {
	Point exercise.PointID
	Alt   int // 2 of 3.1a/2
	Teams []exercise.TeamID
	Chair bool // the chair's text
	Wall  int64
}

// Draft says that the words are the draft's own.
func (s Shaped) Draft() bool { return len(s.Teams) == 0 && !s.Chair }

// ShapedBy counts, of the wordings that became the text, those that teams
// which a track or a team picks out first put into words.
func (f Figures) ShapedBy(which func(exercise.TeamID) bool) (n int) {
	for _, s := range f.Shaped {
		if slices.ContainsFunc(s.Teams, which) {
			n++
		}
	}
	return n
}

type origin struct {
	teams []exercise.TeamID
	chair bool
}

type shaping struct {
	origins map[exercise.AltID]origin
	made    []Shaped // in order of deciding
}

func (s *shaping) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.Lodged:
			s.lodged(e)
		case exercise.Decided:
			s.decided(e, m.act.Wall)
		}
	}
}

// lodged: what stood before is the draft's; what is new is the sponsors'.
func (s *shaping) lodged(e exercise.Lodged) {
	if s.origins == nil {
		s.origins = map[exercise.AltID]origin{}
	}
	lodged := exercise.Clause{Paras: e.Paras}
	if e.Clause != nil {
		lodged.Paras = slices.Concat(e.Paras, e.Clause.Paras)
	}
	for _, pt := range lodged.Points() {
		for _, a := range pt.Alts {
			id := exercise.AltID{Point: pt.ID, N: a.N}
			if _, known := s.origins[id]; known {
				continue
			}
			s.origins[id] = origin{}
			if slices.Contains(e.Amendment.Alts, id) && !a.AsItStands && !a.Given {
				s.origins[id] = origin{teams: e.Amendment.Sponsors, chair: e.Amendment.Chair}
			}
		}
	}
}

func (s *shaping) decided(e exercise.Decided, wall int64) {
	for _, c := range e.Closed {
		if c.Decided > 0 {
			by := s.origins[exercise.AltID{Point: c.Point, N: c.Decided}]
			s.made = append(s.made, Shaped{Point: c.Point, Alt: c.Decided, Teams: by.teams, Chair: by.chair, Wall: wall})
		}
	}
}

// tell leaves out what was decided and is open again, and what stood in a
// clause that was deleted. Of a point decided twice the last counts.
func (s *shaping) tell(f *Figures, end *ending) {
	gone := map[exercise.PointID]bool{}
	deleted := map[exercise.ClauseID]bool{}
	for _, c := range end.Clauses() {
		deleted[c.ID] = c.State == exercise.ClauseDeleted
		for _, pt := range c.Points() {
			gone[pt.ID] = true
		}
	}
	for _, x := range slices.Backward(s.made) {
		if !gone[x.Point] && !deleted[x.Point.Clause()] {
			f.Shaped = append(f.Shaped, x)
		}
		gone[x.Point] = true
	}
	slices.Reverse(f.Shaped)
}
