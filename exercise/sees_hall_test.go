package exercise

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// reader is a seat that looks again whenever something happened in a room of
// its own, and at its own desk at any time.
type reader struct {
	seat Seat
	room *RoomView
}

func (r *reader) see(s State, a Act) {
	home := s.HomeRoom(r.seat.ID)
	if r.room == nil || slices.Contains(s.Audience(a), home) {
		r.room = s.Room(home, r.room)
	}
}

func (r *reader) bytes(s State) string {
	b, _ := json.Marshal(View{Room: r.room, Own: s.Own(r.seat.ID)})
	return string(b)
}

// twin is one of two histories that some seats must not be able to tell apart.
type twin struct {
	*play
	readers []*reader
}

func newTwin(t *testing.T, start *play, seats []SeatID) *twin {
	w := &twin{play: &play{t: t, s: start.s, now: start.now}}
	for _, id := range seats {
		seat, _ := w.s.Seat(id)
		w.readers = append(w.readers, &reader{seat: seat})
	}
	return w
}

// try submits what may be refused; whatever fell due before is decided first.
func (w *twin) try(seat SeatID, now int64, c Command) {
	for {
		due, ok := w.s.Due()
		if !ok || due.At > now || due.Reveal {
			break
		}
		act, err := Decide(w.s, "", due.At, Tick{})
		if err != nil {
			w.t.Fatal(err)
		}
		w.take(act)
	}
	if act, err := Decide(w.s, seat, now, c); err == nil {
		w.take(act)
	}
}

func (w *twin) take(a Act) {
	w.s = Evolve(w.s, a)
	for _, r := range w.readers {
		r.see(w.s, a)
	}
}

// deed is something that a seat does.
type deed struct {
	seat SeatID
	c    func(words string) Command
}

// tableDeeds is what κ and the chair do at the table, and what nobody in the
// hall may notice.
var tableDeeds = []deed{
	{"arcadia", func(w string) Command { return Say{Words: T(w)} }},
	{"meridia", func(w string) Command { return Hand{} }},
	{"arcadia", func(w string) Command { return Yield{} }},
	{"arcadia", func(w string) Command {
		return Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(w)}}, Because: T(w)}
	}},
	{"meridia", func(w string) Command {
		return Amend{Title: T(w), Edits: []Edit{{New: T(w), Fresh: true}}}
	}},
	{"meridia", func(w string) Command { return Cosponsor{Amendment: "A1"} }},
	{"arcadia", func(w string) Command { return Withdraw{Amendment: "A1"} }},
	{"arcadia", func(w string) Command { return TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T(w)} }},
	{"meridia", func(w string) Command { return TakeStance{Alt: AltID{"3.1b", 1}, Stance: Prefer} }},
	{"meridia", func(w string) Command { return Order{Words: T(w)} }},
	{"arcadia", func(w string) Command { return Reply{Words: T(w)} }},
	{"arcadia", func(w string) Command { return Appeal{} }},
	{"meridia", func(w string) Command { return Move{Kind: MotionSuspend, Why: T(w)} }},
	{"arcadia", func(w string) Command { return Move{Kind: MotionClose, Why: T(w)} }},
	{"arcadia", func(w string) Command { return Divide{Para: "3.2"} }},
	{"chair", func(w string) Command { return Gavel{X: "M1"} }},
	{"chair", func(w string) Command { return Put{X: []Subject{"M1"}} }},
	{"chair", func(w string) Command { return Informal{Time: minute} }},
	{"meridia", func(w string) Command { return RequestPut{X: "A1"} }},
	{"meridia", func(w string) Command { return Object{Why: T(w)} }},
	{"arcadia", func(w string) Command { return Wait{} }},
	{"arcadia", func(w string) Command { return TakePosition{Position: Accept} }},
	{"meridia", func(w string) Command { return TakePosition{Position: NotYet, Words: T(w)} }},
	{"meridia", func(w string) Command { return MakeStatement{Words: T(w)} }},
	{"chair", func(w string) Command { return Say{Words: T(w)} }},
	{"chair", func(w string) Command { return Gavel{X: "3.1b/1"} }},
	{"chair", func(w string) Command { return Gavel{X: "3.1a/1"} }},
	{"chair", func(w string) Command { return Gavel{X: "3"} }},
	{"chair", func(w string) Command { return Put{X: []Subject{"A1"}} }},
	{"chair", func(w string) Command { return Close{} }},
	{"chair", func(w string) Command { return Defer{Clauses: []ClauseID{"2"}} }},
	{"chair", func(w string) Command { return Next{} }},
	{"chair", func(w string) Command { return GiveFloor{Team: "meridia"} }},
	{"chair", func(w string) Command { return Rule{Words: T(w)} }},
	{"chair", func(w string) Command { return Suspend{Time: minute} }},
	{"chair", func(w string) Command { return Bring{X: "3.1"} }},
	{"chair", func(w string) Command { return Undo{} }},
	{"recorder", func(w string) Command { return Mark{No: "3", Kind: "quote"} }},
}

// opensItem is seen in the hall where a non-paper is delivered with it.
var opensItem = deed{"chair", func(string) Command { return OpenItem{Name: "1"} }}

// hallDeeds is what ε and φ do in the hall, and what nobody at the table may
// notice.
var hallDeeds = []deed{
	{"hydra", func(w string) Command { return Say{Words: T(w)} }},
	{"plumb", func(w string) Command { return Say{Words: T(w)} }},
	{"hydra", func(w string) Command { return Amend{Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(w)}}} }},
	{"forge", func(w string) Command { return Cosponsor{Amendment: "N1"} }},
	{"hydra", func(w string) Command { return Withdraw{Amendment: "N1"} }},
	{"hydra", func(w string) Command { return Correct{Words: T(w)} }},
}

// TestNonInterferenceOfRooms: two histories that differ only in what happens
// in one room give everybody in the other byte-equal views, numbering
// included, until something is published or delivered.
func TestNonInterferenceOfRooms(t *testing.T) {
	for _, x := range []struct {
		procedure, name string
		readers         []SeatID
		secret, open    []deed
	}{
		{Track1, "the table from the hall", []SeatID{"hydra", "forge", "lantern", "plumb"}, append(tableDeeds, opensItem), hallDeeds},
		{Track2, "the table from the hall", []SeatID{"hydra", "plumb"}, tableDeeds, hallDeeds},
		{Track2, "the hall from the table", []SeatID{"arcadia", "meridia", "observer", "projector"}, hallDeeds, nil},
	} {
		t.Run(x.procedure+", "+x.name, func(t *testing.T) {
			start := atTable(t, under(x.procedure))
			rapid.Check(t, func(rt *rapid.T) {
				if why := interferes(t, rt, start, x.readers, x.secret, x.open); why != "" {
					rt.Fatal(why)
				}
			})
		})
	}
}

// interferes plays two histories that differ in what is secret and says how a
// reader can tell them apart; "" where none can.
func interferes(t *testing.T, rt *rapid.T, start *play, seats []SeatID, secret, open []deed) string {
	a, b := newTwin(t, start, seats), newTwin(t, start, seats)
	now := start.now
	for i := range rapid.IntRange(1, 10).Draw(rt, "length") {
		now += rapid.Int64Range(1, 60).Draw(rt, "seconds") * second
		if len(open) > 0 {
			d := rapid.SampledFrom(open).Draw(rt, "open")
			words := fmt.Sprint("open ", i)
			a.try(d.seat, now, d.c(words))
			b.try(d.seat, now, d.c(words))
		}
		for _, w := range []struct {
			*twin
			words string
		}{{a, "one"}, {b, "other"}} {
			for k := range rapid.Int64Range(0, 3).Draw(rt, w.words) {
				d := rapid.SampledFrom(secret).Draw(rt, w.words)
				w.try(d.seat, now+k+1, d.c(w.words))
			}
		}
	}
	now += hour
	a.try("chair", now, Pause{})
	b.try("chair", now, Pause{})
	for i := range a.readers {
		if x, y := a.readers[i].bytes(a.s), b.readers[i].bytes(b.s); x != y {
			return fmt.Sprintf("%s can tell the histories apart at %s", seats[i], firstDifference(x, y))
		}
	}
	return ""
}

const hour = 60 * minute
