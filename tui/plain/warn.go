package plain

import (
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// Seconds at which what binds the seat is told.
const (
	warnEarly = 60
	warnLate  = 30
)

// warnings remembers what was told of each deadline: the seconds last told.
type warnings struct{ told map[string]int }

// deadline is a time by which this seat should have done something.
type deadline struct {
	key  string
	left int64 // ms
	what exercise.Phrase
}

// deadlines are those of the seat: its own turn, what it has not answered yet,
// the reading time.
func deadlines(v *exercise.View, now int64) []deadline {
	c := v.Room.Clocks
	var list []deadline
	if c.ReadingUntil > now {
		list = append(list, deadline{"reading", c.ReadingUntil - now, words.Phrase("Reading time")})
	}
	if !c.TableRunning || v.Own.Team == "" {
		return list
	}
	if f := v.Room.Floor; f.Speaker == v.Own.Team && !f.Halted && f.Until > 0 {
		list = append(list, deadline{"floor", f.Until - c.TableAt(now), words.Phrase("Your floor")})
	}
	for _, d := range v.Room.Standing {
		if d.Until > 0 && d.Stopped.IsZero() && !answered(d, v.Own.Team) {
			list = append(list, deadline{string(d.ID), d.Until - c.TableAt(now), words.Phrase("%s on %s", string(d.ID), d.Title)})
		}
	}
	return list
}

func answered(d exercise.DecisionView, team exercise.TeamID) bool {
	for _, x := range d.Positions {
		if x.Team == team {
			return x.Position != exercise.NoPosition
		}
	}
	return false
}

// due gives what has to be said now, and when to look again; 0 is not before
// something changes. What is first seen with less left is not told at once.
func (w *warnings) due(v *exercise.View, now int64) (say []exercise.Phrase, again time.Duration) {
	told := map[string]int{}
	for _, d := range deadlines(v, now) {
		mark := step(d.left)
		before, known := w.told[d.key]
		if known && mark > 0 && (before == 0 || mark < before) {
			say = append(say, words.Phrase("%s: %s left", d.what, words.Counted(mark, "%d second", "%d seconds")))
		}
		told[d.key] = mark
		if wait := until(d.left); wait > 0 && (again == 0 || wait < again) {
			again = wait
		}
	}
	w.told = told
	return say, again
}

// step is the warning that has been reached: 60, 30, or 0 for none yet.
func step(left int64) int {
	switch {
	case left > warnEarly*1000:
		return 0
	case left > warnLate*1000:
		return warnEarly
	}
	return warnLate
}

// until is how long it is to the next warning.
func until(left int64) time.Duration {
	switch {
	case left > warnEarly*1000:
		left -= warnEarly * 1000
	case left > warnLate*1000:
		left -= warnLate * 1000
	default:
		return 0
	}
	return time.Duration(left) * time.Millisecond
}
