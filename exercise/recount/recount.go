package recount

import (
	"errors"
	"fmt"

	"kefi/exercise"
)

// Heading stands above every comparison.
const Heading = "Mechanical recount: who was pivotal. It does not say what would have happened."

// Result is what the recorded commands come to under one procedure.
type Result struct {
	Procedure string
	Outcome   string // first line of the minutes
	Clauses   []Clause
	// Decisions are those of the recorded play, in its order.
	Decisions []Decision
	Refused   []Refused
}

// Clause is where a clause of the play stands in the end.
type Clause struct {
	ID    exercise.ClauseID
	State exercise.ClauseState // empty where the clause is not there
}

// Decision is what became of a decision of the play.
type Decision struct {
	ID      exercise.DecisionID // in the play
	Title   string
	Outcome exercise.Outcome // empty: it was not asked, or stands
	Binding exercise.Track   // the track that stood in its way
	Asked   bool
}

// Refused is a recorded command that the procedure refuses.
type Refused struct {
	No       int64 // of the act in the record
	Seat     exercise.SeatID
	Command  string
	Sentence string
}

// Play decides the recorded acts again under a procedure.
func Play(acts []exercise.Act, procedure string) (Result, error) {
	if len(acts) == 0 {
		return Result{}, errors.New("there is nothing to count again: the record is empty")
	}
	r := &recounting{played: exercise.Evolve(exercise.New(), acts[0]), asked: map[exercise.DecisionID]exercise.DecisionID{}, bound: map[exercise.DecisionID]exercise.Track{}}
	if err := r.begin(acts[0], procedure); err != nil {
		return Result{}, err
	}
	for _, act := range acts[1:] {
		if err := r.again(act); err != nil {
			return Result{}, fmt.Errorf("act %d: %w", act.Seq, err)
		}
	}
	return r.result(procedure), nil
}

// recounting is the play beside its recount, act by act.
type recounting struct {
	played, now exercise.State
	refused     []Refused
	asked       map[exercise.DecisionID]exercise.DecisionID // of the play: in the recount
	bound       map[exercise.DecisionID]exercise.Track      // of the recount
}

// begin lays the same scenario on the table, to be decided by the procedure.
func (r *recounting) begin(act exercise.Act, procedure string) error {
	begin, ok := exercise.Again(act).(exercise.Begin)
	if !ok {
		return errors.New("the record does not begin with a scenario")
	}
	var err error
	if begin.Scenario, err = exercise.Under(begin.Scenario, procedure); err != nil {
		return err
	}
	first, err := exercise.Decide(exercise.New(), "", act.Wall, begin)
	r.now = exercise.Evolve(exercise.New(), first)
	return err
}

// again submits one recorded command. What falls due by itself is left to the
// rules: it may fall due at another time now.
func (r *recounting) again(act exercise.Act) error {
	command, before := exercise.Again(act), r.played
	r.played = exercise.Evolve(r.played, act)
	switch command.(type) {
	case exercise.Tick:
		return r.due(act.Wall)
	case exercise.Restart: // nothing falls due while the server is away
	default:
		if err := r.due(act.Wall); err != nil {
			return err
		}
	}
	command, renamed, err := names{before, r.now}.translate(command)
	var fresh exercise.Act
	if err == nil {
		fresh, err = exercise.Decide(r.now, act.Seat, act.Wall, command)
	}
	var refusal *exercise.Refusal
	switch {
	case errors.As(err, &refusal):
		if act.Seat != "" {
			r.refused = append(r.refused, Refused{act.Seq, act.Seat, exercise.CommandName(act.Command), refusal.Error() + renamed})
		}
		return nil
	case err != nil:
		return err
	}
	r.take(fresh)
	r.pair(act, fresh)
	return nil
}

// due decides what falls due until then. A question of the hot wash waits for
// its recorded answers.
func (r *recounting) due(until int64) error {
	for {
		next, ok := r.now.Due()
		if !ok || next.Reveal || next.At > until {
			return nil
		}
		act, err := exercise.Decide(r.now, "", next.At, exercise.Tick{})
		if err != nil {
			return err
		}
		r.take(act)
	}
}

func (r *recounting) take(act exercise.Act) {
	r.now = exercise.Evolve(r.now, act)
	for _, e := range act.Events {
		if d, ok := e.(exercise.Decided); ok {
			r.bound[d.ID] = d.Binding
		}
	}
}

// pair remembers which decision of the recount is which of the play.
func (r *recounting) pair(played, now exercise.Act) {
	opened := openedBy(now)
	for i, id := range openedBy(played) {
		if i < len(opened) {
			r.asked[id] = opened[i]
		}
	}
}

func openedBy(act exercise.Act) (ids []exercise.DecisionID) {
	for _, e := range act.Events {
		if d, ok := e.(exercise.DecisionOpened); ok {
			ids = append(ids, d.ID)
		}
	}
	return ids
}

func (r *recounting) result(procedure string) Result {
	played, now := r.played.Room(exercise.TableRoom, nil), r.now.Room(exercise.TableRoom, nil)
	x := Result{Procedure: procedure, Outcome: "No outcome", Refused: r.refused}
	if now.Closing != nil {
		x.Outcome = now.Closing.Outcome.String()
	}
	states := map[exercise.ClauseID]exercise.ClauseState{}
	for _, c := range now.Clauses {
		states[c.ID] = c.State
	}
	for _, c := range played.Clauses {
		x.Clauses = append(x.Clauses, Clause{c.ID, states[c.ID]})
	}
	outcomes := map[exercise.DecisionID]exercise.Outcome{}
	for _, d := range now.Decisions {
		outcomes[d.ID] = d.Outcome
	}
	for _, d := range append(played.Decisions, played.Standing...) {
		id, asked := r.asked[d.ID]
		x.Decisions = append(x.Decisions, Decision{ID: d.ID, Title: d.Title.String(), Asked: asked, Outcome: outcomes[id], Binding: r.bound[id]})
	}
	return x
}
