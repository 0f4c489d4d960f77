package transcript

import (
	"fmt"

	"kefi/exercise"
)

// Copy says which parts of the record a copy gives in clear. The zero Copy
// shows nothing and still verifies.
type Copy struct {
	everything bool
	acts       map[int64]admitted
	words      map[exercise.WordID]bool // false: admitted, but removed since
}

// admitted tells of one act whether its envelope and structure are shown.
type admitted struct{ envelope, structure bool }

// Everything is the operator's own copy: all but what has been removed.
func Everything() Copy { return Copy{everything: true} }

// CopyFor is the copy that a seat may have once the exercise is closed. acts
// are all acts from 0. It shows
//
//   - the envelope of every act of which the seat has seen something;
//   - the structure of every act of which the seat has seen everything, but
//     never that of act 0, which holds briefs and planned injects;
//   - the words of what it has seen: the situation, the draft, what was said
//     before it or to it, and incidents once they have reached it.
//
// Real-world stops and votes are in nobody's copy.
func CopyFor(seat exercise.SeatID, acts []exercise.Act) (Copy, error) {
	r := reader{
		s: exercise.New(), injects: map[exercise.InjectID]exercise.Inject{},
		copy: Copy{acts: map[int64]admitted{}, words: map[exercise.WordID]bool{}},
	}
	for _, a := range acts {
		r.s = exercise.Evolve(r.s, a)
		own, ok := r.s.Seat(seat)
		if !ok {
			return Copy{}, fmt.Errorf("there is no seat %q in this exercise", seat)
		}
		r.seat = own
		r.read(a)
	}
	return r.copy, nil
}

// word says whether a text is shown and, if not, whether it would be had it
// not been removed.
func (c Copy) word(id exercise.WordID) (shown, known bool) {
	if c.everything {
		return true, true
	}
	shown, known = c.words[id]
	return shown, known
}

func (c Copy) act(seq int64) admitted {
	if c.everything {
		return admitted{true, true}
	}
	return c.acts[seq]
}

// reader goes through the record with the eyes of one seat.
type reader struct {
	s       exercise.State // after the act in hand
	seat    exercise.Seat
	injects map[exercise.InjectID]exercise.Inject
	copy    Copy
}

func (r *reader) read(a exercise.Act) {
	begin, first := a.Command.(exercise.Begin)
	if first {
		r.show(begin.Scenario.Situation)
		for _, text := range begin.Scenario.Follows.Texts() {
			r.show(text)
		}
		for _, p := range begin.Scenario.Precedents {
			r.show(p.Text)
		}
		for _, x := range begin.Scenario.Injects {
			r.injects[x.ID] = x
		}
	}
	seen, told := 0, 0
	for _, e := range a.Events {
		if personal(e) {
			return
		}
		if w, ok := e.(exercise.Written); ok {
			r.injects[w.Inject.ID] = w.Inject
		}
		if r.sees(a, e) {
			r.take(e)
			seen++
			if !incidental(e) {
				told++
			}
		}
	}
	whole := seen > 0 && seen == len(a.Events)
	r.copy.acts[a.Seq] = admitted{envelope: whole || told > 0, structure: whole && !first}
}

func (r *reader) sees(a exercise.Act, e exercise.Event) bool {
	a.Events = []exercise.Event{e}
	return r.s.Sees(r.seat, a)
}

// take admits the words of an event that the seat has seen.
func (r *reader) take(e exercise.Event) {
	switch e := e.(type) {
	case exercise.Expunged:
		r.gone(e.Words)
		return
	case exercise.Forgotten:
		r.gone(e.Words)
		return
	case exercise.Delivered:
		x := r.injects[e.Inject]
		r.show(x.Title, x.Body, x.Asks, x.Attachments)
	}
	r.show(e, r.s.Reveals(e))
}

// gone withdraws words that the seat has seen.
func (r *reader) gone(words []exercise.WordID) {
	for _, w := range words {
		if _, known := r.copy.words[w]; known {
			r.copy.words[w] = false
		}
	}
}

func (r *reader) show(things ...any) {
	for _, x := range things {
		for _, w := range exercise.WordsOf(x) {
			if _, known := r.copy.words[w]; !known {
				r.copy.words[w] = true
			}
		}
	}
}

// personal events stay out of every copy: a real-world stop goes to control's
// log only, and who voted for what is nobody's business.
func personal(e exercise.Event) bool {
	switch e.(type) {
	case exercise.RealWorldCalled, exercise.RealWorldOver, exercise.Voted, exercise.Surveyed:
		return true
	}
	return false
}

// incidental events are seen by all but do not tell what was done: a clock
// goes on because somebody acted, if only in a private room; a caucus met, and
// who came or went last is its own affair.
func incidental(e exercise.Event) bool {
	switch e.(type) {
	case exercise.ClockStarted, exercise.ClockStopped, exercise.Consulting, exercise.CaucusMet:
		return true
	}
	return false
}
