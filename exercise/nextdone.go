package exercise

import "slices"

// adviseDone: an item that has done its work need not use up its time. The
// first reading has once every team that is here has marked every point, a
// second reading once its clauses are settled.
func (s State) adviseDone(*ChairView) []advice {
	i := s.agenda.item
	if i < 0 || s.phase != Table || i+1 >= len(s.plan.Agenda) {
		return nil
	}
	item, next := s.plan.Agenda[i], s.plan.Agenda[i+1].Name
	var why Phrase
	switch {
	case item.Kind == FirstReading && s.allMarked():
		why = say("Every team has marked every point: open the next item.")
	case item.Kind == SecondReading && !slices.ContainsFunc(item.Clauses, s.unsettled):
		why = say("All that this item was to settle is settled: open the next one.")
	default:
		return nil
	}
	return []advice{{why: why, verb: "item " + next, act: OpenItem{Name: next}}}
}

// allMarked: every team that is here has a stance on every open point on
// which it has a say, and somebody is here.
func (s State) allMarked() bool {
	for _, c := range s.draft.clauses {
		for _, id := range pointsOf(c) {
			if slices.ContainsFunc(s.quietOn(PointID(id)), s.teamHere) {
				return false
			}
		}
	}
	return len(s.teamsHere()) > 0
}

func (s State) unsettled(id ClauseID) bool {
	c, known := s.clause(id)
	return known && !c.settled()
}
