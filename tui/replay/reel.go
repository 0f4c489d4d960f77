package replay

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kefi/exercise"
	"kefi/tui/screen"
)

// arrives is for how long, in ms of the exercise, a moment still shows what has
// just arrived: an incident keeps the reading area so long.
const arrives = 20_000

// Moment is an act that a seat may see.
type Moment struct {
	Act      int   // its number
	Wall     int64 // UTC ms
	Scenario int64 // ms since STARTEX
	Phase    exercise.Phase
	Lines    []exercise.Line // what it wrote into the seat's rooms

	turns bool // the phase begins with it
}

// Decides says that something is decided at this moment.
func (m Moment) Decides() bool { return m.has("decided") }

// Incident says that an incident arrives at this moment.
func (m Moment) Incident() bool { return m.has("incident") }

// Turns says that a phase begins at this moment.
func (m Moment) Turns() bool { return m.turns }

func (m Moment) has(kind string) bool {
	return slices.ContainsFunc(m.Lines, func(l exercise.Line) bool { return l.Kind == kind })
}

// Reel is an exercise as one seat saw it.
type Reel struct {
	record  *Record
	seat    exercise.Seat
	zone    *time.Location
	moments []Moment
	made    []made // from where one looked last up to there, in order
	cache   *screen.Cache
	redact  func(*exercise.View) *exercise.View // before it is drawn
}

// made is a view that was built for a moment.
type made struct {
	at   int
	view *exercise.View
}

// stretch are the views around a moment: from is that at which it is looked
// what has arrived since.
type stretch struct {
	first, at int
	from, now *exercise.View
}

// Reel gives the exercise through the eyes of a seat. The error names the seats
// there are.
func (r *Record) Reel(id exercise.SeatID) (*Reel, error) {
	s := r.kept[0]
	seat, ok := s.Seat(id)
	if !ok {
		return nil, fmt.Errorf("there is no seat %q in this exercise; the seats are %s", id, strings.Join(names(r.Seats()), ", "))
	}
	l := &Reel{record: r, seat: seat, zone: time.UTC, cache: screen.NewCache(), redact: whole}
	if zone, err := time.LoadLocation(s.Plan().Zone); err == nil {
		l.zone = zone
	}
	phase := exercise.Phase("")
	for i, a := range r.acts {
		if i > 0 {
			s = exercise.Evolve(s, a)
			seat, _ = s.Seat(id) // its roles may have changed
		}
		if i > 0 && !s.Sees(seat, a) {
			continue
		}
		l.moments = append(l.moments, Moment{
			Act: i, Wall: a.Wall, Scenario: a.Scenario, Phase: s.Phase(),
			Lines: s.LinesOf(seat, a.Seq), turns: s.Phase() != phase,
		})
		phase = s.Phase()
	}
	return l, nil
}

func names(seats []exercise.Seat) []string {
	var list []string
	for _, s := range seats {
		list = append(list, string(s.ID))
	}
	return list
}

// Seat is whose eyes these are.
func (l *Reel) Seat() exercise.Seat { return l.seat }

// Len is how many moments there are; one at least.
func (l *Reel) Len() int { return len(l.moments) }

// Moment gives one of them, 0 to Len()-1.
func (l *Reel) Moment(i int) Moment { return l.moments[i] }

// View is what the seat saw at a moment.
func (l *Reel) View(i int) *exercise.View { return l.around(i).now }

// around gives the views that a moment's screen is drawn from.
func (l *Reel) around(i int) stretch {
	x := stretch{first: l.before(i), at: i}
	x.from = l.view(x.first)
	x.now = l.view(i)
	l.made = slices.DeleteFunc(l.made, func(m made) bool { return m.at < x.first })
	return x
}

// view gives the view of a moment: one that was made, or one that goes on from
// the last of those. Where one goes back it is made anew.
func (l *Reel) view(i int) *exercise.View {
	n, there := slices.BinarySearchFunc(l.made, i, func(m made, i int) int { return m.at - i })
	if there {
		return l.made[n].view
	}
	if n < len(l.made) {
		l.made = nil
	}
	var prev *exercise.View
	if n := len(l.made); n > 0 {
		prev = l.made[n-1].view
	}
	v := l.build(i, prev)
	l.made = append(l.made, made{i, v})
	return v
}

// before is the last moment from which all that came since has just arrived.
func (l *Reel) before(i int) int {
	if i == 0 {
		return 0
	}
	since := l.moments[i].Wall - arrives
	n, _ := slices.BinarySearchFunc(l.moments[:i], since, func(m Moment, wall int64) int { return int(m.Wall - wall) })
	return min(max(n-1, 0), i-1)
}

// build makes the view of a moment, on from an earlier one's if there is one.
func (l *Reel) build(i int, prev *exercise.View) *exercise.View {
	s := l.record.State(l.moments[i].Act)
	home := s.HomeRoom(l.seat.ID)
	var room *exercise.RoomView
	var own *exercise.OwnView
	if prev != nil {
		own = prev.Own
		if prev.Room.ID == home {
			room = prev.Room
		}
	}
	return &exercise.View{Schema: exercise.ViewSchema, Room: s.Room(home, room), Own: s.OwnAfter(l.seat.ID, own)}
}

// At is the last moment that is not later than an act.
func (l *Reel) At(act int) int {
	return l.last(func(m Moment) bool { return m.Act <= act })
}

// last is the last of the moments, from the first, of which something is so;
// the first in any case.
func (l *Reel) last(so func(Moment) bool) int {
	n, _ := slices.BinarySearchFunc(l.moments, true, func(m Moment, _ bool) int {
		if so(m) {
			return -1
		}
		return 1
	})
	return max(n-1, 0)
}

// next is the moment after i, or before it where by is -1, of which something
// is so; i where there is none.
func (l *Reel) next(i, by int, so func(Moment) bool) int {
	for n := i + by; n >= 0 && n < len(l.moments); n += by {
		if so(l.moments[n]) {
			return n
		}
	}
	return i
}
