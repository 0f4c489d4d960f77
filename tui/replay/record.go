package replay

import (
	"errors"
	"fmt"

	"kefi/exercise"
)

// every is how many acts lie between two states that are kept.
const every = 64

// Record is an exercise to be shown again. It is not safe for concurrent use.
type Record struct {
	acts []exercise.Act
	kept []exercise.State // after act 0, every, 2*every …
	last exercise.State   // the one asked for last
}

// Open takes all acts of an exercise, from 0. It plays them once.
func Open(acts []exercise.Act) (*Record, error) {
	if len(acts) == 0 {
		return nil, errors.New("there is no act in this record, so there is nothing to show")
	}
	r := &Record{acts: acts}
	s := exercise.New()
	for i, a := range acts {
		if a.Seq != int64(i) {
			return nil, fmt.Errorf("the record lacks act %d; a replay needs it whole", i)
		}
		s = exercise.Evolve(s, a)
		if i%every == 0 {
			r.kept = append(r.kept, s)
		}
	}
	r.last = s
	return r, nil
}

// State is the exercise after an act, 0 to Acts()-1.
func (r *Record) State(act int) exercise.State {
	s := r.kept[act/every]
	if at := int(r.last.Seq()); at <= act && at > int(s.Seq()) {
		s = r.last
	}
	for i := int(s.Seq()) + 1; i <= act; i++ {
		s = exercise.Evolve(s, r.acts[i])
	}
	r.last = s
	return s
}

// Acts is how many there are.
func (r *Record) Acts() int { return len(r.acts) }

// Seats are those of the exercise, in the scenario's order.
func (r *Record) Seats() []exercise.Seat { return r.kept[0].Seats() }
