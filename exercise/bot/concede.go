package bot

import (
	"slices"

	"kefi/exercise"
)

// concession is the cheapest wording that the team has not said it can live
// with, where it has patience for that by now.
func (a *Advocate) concession(s scales, now int64) (exercise.AltID, bool) {
	limit := s.patience(now) * s.most() * 85 / 10_000
	var cheapest exercise.AltID
	for _, p := range points(s.view.Room) {
		for _, x := range p.Alts {
			said := slices.ContainsFunc(s.view.Own.Stances, func(o exercise.OwnStance) bool { return o.Alt == x.ID })
			if said || s.spent(x.ID) > limit {
				continue
			}
			if cheapest == (exercise.AltID{}) || s.cost(x.ID) < s.cost(cheapest) {
				cheapest = x.ID
			}
		}
	}
	return cheapest, cheapest != exercise.AltID{}
}

// patience is how much of what it could give the team gives by now, in per
// cent: none in the first reading, all when the second is over.
// Who meets it where most is at stake finds it ready for more at once.
func (s scales) patience(now int64) int {
	begun, length := int64(-1), int64(0)
	for _, item := range s.view.Room.Agenda {
		if item.Kind != exercise.SecondReading {
			continue
		}
		time := int64(item.Minutes) * 60_000
		if begun < 0 && item.Until > 0 {
			begun = item.Until - time
		}
		length += time
	}
	if begun < 0 {
		return 0
	}
	gone := min(int(100*(s.view.Room.Clocks.TableAt(now)-begun)/max(length, 1)), 100)
	if s.met() {
		gone = max(gone, 65)
	}
	return max(gone, 0)
}

// met: what matters most is settled as the team wants it, or all others can
// live with that.
func (s scales) met() bool {
	top := s.top()
	if slices.Contains(s.view.Room.Settled(), top) {
		return true
	}
	for _, p := range points(s.view.Room) {
		for _, x := range p.Alts {
			if x.ID == top {
				return len(s.unmoved(x)) == 0
			}
		}
	}
	return false
}

// top is the wording that matters most of all that the scenario holds.
func (s scales) top() (top exercise.AltID) {
	most := 0
	for _, p := range s.stakes.Points {
		if span := slices.Max(p.Worth) - slices.Min(p.Worth); span > most {
			most, top = span, exercise.AltID{Point: p.Point, N: 1 + slices.Index(p.Worth, slices.Max(p.Worth))}
		}
	}
	return top
}

// unmoved are the others who have not said that they can live with it.
func (s scales) unmoved(x exercise.AltView) (teams []exercise.TeamID) {
	for _, t := range s.view.Room.Teams {
		moved := slices.ContainsFunc(x.Stances, func(o exercise.StanceView) bool { return o.Team == t.ID && o.Stance != exercise.Cannot })
		if t.ID != s.view.Own.Team && t.Presence == exercise.Here && !moved {
			teams = append(teams, t.ID)
		}
	}
	return teams
}
