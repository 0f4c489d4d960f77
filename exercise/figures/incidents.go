package figures

import (
	"slices"

	"kefi/exercise"
)

// Incident is one that was delivered, and who answered it after how long.
// Whether the expected actions were done is not in the record: they are
// sentences, and what meets them is for evaluators to say.
type Incident struct {
	Inject exercise.InjectID
	// All: everybody got it. Teams are those it went to where it did not, also
	// by one of their seats.
	All   bool
	Teams []exercise.TeamID
	Wall  int64
	Story int64 // scenario ms
	// Asks: an answer was asked for, within Within scenario ms (0: no time said).
	Asks   bool
	Within int64
	// Expected: its author named an action that is expected.
	Expected bool
	Recalled bool
	Answers  []Answer
}

// Answer is a team's first answer to an incident.
type Answer struct {
	Team  exercise.TeamID
	After int64 // scenario ms since delivery
}

// Late says whether an answer came after the time that was asked for.
func (x Incident) Late(a Answer) bool { return x.Within > 0 && a.After > x.Within }

// Median is the middle time to a first answer, in scenario ms, over the
// incidents that asked for one and got it; the lower one of two. -1: none did.
func (f Figures) Median() int64 {
	var times []int64
	for _, x := range f.Incidents {
		if x.Asks && len(x.Answers) > 0 {
			times = append(times, x.Answers[0].After)
		}
	}
	if len(times) == 0 {
		return -1
	}
	slices.Sort(times)
	return times[(len(times)-1)/2]
}

type incidents struct {
	planned map[exercise.InjectID]exercise.Inject
	out     []Incident
}

func (n *incidents) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.Begun:
			n.planned = map[exercise.InjectID]exercise.Inject{}
			for _, x := range m.after.Plan().Injects {
				n.planned[x.ID] = x
			}
		case exercise.Written:
			n.planned[e.Inject.ID] = e.Inject
		case exercise.Delivered:
			n.delivered(e, m)
		case exercise.Answered:
			n.answered(e)
		case exercise.Recalled:
			for i := range n.out {
				n.out[i].Recalled = n.out[i].Recalled || n.out[i].Inject == e.Inject
			}
		}
	}
}

func (n *incidents) delivered(e exercise.Delivered, m *moment) {
	plan := n.planned[e.Inject]
	x := Incident{
		Inject: e.Inject, All: e.All, Wall: m.act.Wall, Story: m.act.Scenario,
		Asks: plan.Asks.ID != (exercise.WordID{}) || plan.AnswerIn > 0, Within: plan.AnswerIn,
		Expected: plan.Expected.ID != (exercise.WordID{}),
	}
	if !e.All {
		x.Teams = slices.Clone(e.Teams)
		for _, id := range e.Seats {
			if seat, _ := m.after.Seat(id); seat.Team != "" && !slices.Contains(x.Teams, seat.Team) {
				x.Teams = append(x.Teams, seat.Team)
			}
		}
	}
	n.out = append(n.out, x)
}

func (n *incidents) answered(e exercise.Answered) {
	for i := range n.out {
		x := &n.out[i]
		if x.Inject == e.Inject && !slices.ContainsFunc(x.Answers, func(a Answer) bool { return a.Team == e.Team }) {
			x.Answers = append(x.Answers, Answer{e.Team, e.After})
		}
	}
}

func (n *incidents) tell(f *Figures, _ *ending) { f.Incidents = n.out }
