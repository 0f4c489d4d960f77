package rehearse

import (
	"fmt"
	"slices"

	"kefi/exercise"
)

// Run is one rehearsal.
type Run struct {
	Seed  uint64
	State exercise.State // as it ended
	room  *exercise.RoomView
	Acts  int
	// Out are the injects that went out, with their scenario time in ms.
	Out map[exercise.InjectID]int64
	// Refused counts the refusals met, by the kind of command and the sentence.
	Refused map[Refusal]int
}

// Refusal is a sentence that a kind of command was answered with.
type Refusal struct {
	Command  string // "Amend"
	Sentence string
}

func (r *Run) happened(a exercise.Act) {
	r.Acts++
	for _, e := range a.Events {
		if d, ok := e.(exercise.Delivered); ok {
			if r.Out == nil {
				r.Out = map[exercise.InjectID]int64{}
			}
			r.Out[d.Inject] = a.Scenario
		}
	}
}

func (r *Run) refused(_ exercise.SeatID, c exercise.Command, why *exercise.Refusal) {
	if r.Refused == nil {
		r.Refused = map[Refusal]int{}
	}
	r.Refused[Refusal{fmt.Sprintf("%T", c)[len("exercise."):], why.Error()}]++
}

// Outcome is the first line of the minutes.
func (r Run) Outcome() string {
	if r.room.Closing != nil {
		return r.room.Closing.Outcome.String()
	}
	return ""
}

// Touched lists the clauses on which something was tabled or decided.
func (r Run) Touched() (list []exercise.ClauseID) {
	for _, c := range r.room.Clauses {
		tabled := slices.ContainsFunc(r.room.Amendments, func(a exercise.AmendmentView) bool { return a.Clause == c.ID })
		if tabled || slices.ContainsFunc(r.room.Decisions, func(d exercise.DecisionView) bool { return on(d.X, c.ID) }) {
			list = append(list, c.ID)
		}
	}
	return list
}

// on says whether a decision is on a clause, or on a part of it.
func on(x exercise.Subject, c exercise.ClauseID) bool {
	return string(x) == string(c) || len(x) > len(c) && string(x[:len(c)+1]) == string(c)+"."
}

// Agreed lists the clauses that stand agreed at the end.
func (r Run) Agreed() (list []exercise.ClauseID) {
	for _, c := range r.room.Clauses {
		if c.State.Agreed() {
			list = append(list, c.ID)
		}
	}
	return list
}
