package exercise

import "slices"

// Undo makes the opposite act of the seat's last undoable one: a stance, hand,
// position, sponsorship or mark, the floor given by the chair, a gavel or a
// close. What can be taken back is kept a seat, never a history: the act's
// number and its steps. An undo is itself such an act.

// undoTime is how long the chair may take back a slipped gavel or close, in
// ms of wall time.
const undoTime = 60 * second

// lastAct is what a seat's undo would take back.
type lastAct struct {
	seq   int64
	steps []undoable
}

// undoable is one thing that an act changed.
type undoable interface {
	// back gives the events that take it back; of is the act that it was part
	// of. It refuses with what stands in the way and changes nothing.
	back(d *decider, of int64) ([]Event, error)
	// what names it: "your stance on 3.1a".
	what(State) Phrase
}

// did keeps a step of an act that its author may take back.
func (s *State) did(a Act, x undoable) { s.didFor(a.Seat, a, x) }

func (s *State) didFor(id SeatID, a Act, x undoable) {
	if id == "" {
		return
	}
	s.undo = with(s.undo, id, func(l *lastAct) {
		if l.seq != a.Seq {
			*l = lastAct{seq: a.Seq}
		}
		l.steps = append(slices.Clip(l.steps), x)
	})
}

// firmAct is a seat's last act that is never taken back.
type firmAct struct {
	seq     int64
	instead Phrase // what there is instead
}

// instead says what there is in place of taking an act back; nothing of acts
// that undo can take back or need not.
func instead(c Command) Phrase {
	switch c.(type) {
	case Say, SpeakRoom, Ask, AnswerAsk, Whisper, Order, MakeStatement, AnswerInject, Request, ReplyAs, Summarise, Note:
		return say("words stay on record; `correct \"…\"` puts a correction beside them")
	case Rule:
		return say("a ruling stands until it is overruled; `rule` gives a new one where a point of order is raised")
	case Sign, Endorse, Decline, Dissociate, Attest:
		return say("a signature is not taken back; `sign`, `endorse` or `decline` replaces it")
	case Amend:
		return say("`withdraw` takes an amendment out of the draft")
	case SendInject, WriteInject:
		return say("`takeback` stops an incident while nobody has seen it, `recall` afterwards")
	case RecallInject:
		return say("readers have been told; `inject new` writes again")
	case Jump:
		return say("story time never runs back")
	}
	return Phrase{}
}

// noteFirm keeps an act that stands in the way of taking back an earlier one.
func (s *State) noteFirm(a Act) {
	if text := instead(a.Command); !text.IsZero() {
		s.firm = with(s.firm, a.Seat, func(f *firmAct) { *f = firmAct{a.Seq, text} })
	}
}

func (c Undo) decide(d *decider) error {
	events, err := d.undoing()
	if err != nil {
		return err
	}
	if !d.s.undoes(d.seat) {
		return d.play("take something back", Briefing, Table, Closing)
	}
	for _, e := range events {
		d.emit(e)
		if hand, ok := e.(HandRestored); ok && hand.Up {
			d.takeHand()
		}
	}
	if d.s.phase.running() && d.s.phase != HotWash {
		d.floorFollows()
		d.release()
		d.goOn(TableRoom)
	}
	return nil
}

// undoing gives the events that take back the seat's last undoable act, the
// last step first.
func (d *decider) undoing() ([]Event, error) {
	last, ok := d.s.undo[d.seat.ID]
	firm := d.s.firm[d.seat.ID]
	if firm.seq > last.seq && !last.decides() {
		return nil, refuse(ErrNotNow, "Your last act, %s, cannot be taken back: %s.", d.s.entryName(d.seat, firm.seq), firm.instead)
	}
	if !ok {
		return nil, refuse(ErrNotNow, "There is nothing of yours to take back. A stance, a hand, a position, a sponsorship and a mark can be, and by the chair the floor, a gavel and a close.")
	}
	trial := *d // each step is judged on the state that the one after it has left
	var events []Event
	for i, x := range slices.Backward(last.steps) {
		more, err := x.back(&trial, last.seq)
		if err != nil {
			return nil, err
		}
		for _, e := range more {
			if i > 0 {
				e.apply(&trial.s, trial.act)
			}
		}
		events = append(events, more...)
	}
	return events, nil
}

// decides: the chair may take a slipped gavel back whatever was said since.
func (l lastAct) decides() bool {
	return slices.ContainsFunc(l.steps, func(x undoable) bool {
		switch x.(type) {
		case decidedStep, askedStep:
			return true
		}
		return false
	})
}

// undoes says whether acts of a seat can be taken back now: those of an
// evaluator also after play.
func (s State) undoes(seat Seat) bool {
	switch s.phase {
	case Briefing, Table, Closing:
		return true
	case HotWash, Debrief:
		return s.undo[seat.ID].evaluates()
	}
	return false
}

// evaluates: what is taken back is an evaluator's.
func (l lastAct) evaluates() bool {
	return slices.ContainsFunc(l.steps, func(x undoable) bool {
		_, is := x.(evaluationStep)
		return is
	})
}

// canUndo names what a seat's undo would take back now, if anything.
func (s State) canUndo(seat Seat) Phrase {
	d := &decider{s: s, seat: seat, act: Act{Seq: s.seq, Wall: s.now.wall, Scenario: s.now.scenario, Table: s.now.table, Seat: seat.ID}}
	if _, err := d.undoing(); err != nil || !s.undoes(seat) {
		return Phrase{}
	}
	return s.undo[seat.ID].steps[0].what(s)
}

// entryName is an act's entry as its author knows it: "#147".
func (s State) entryName(seat Seat, seq int64) Phrase {
	for _, r := range s.Rooms(seat) {
		if no := s.numberOf(r, seq); no != "" {
			return say("#%s", no)
		}
	}
	return say("the last")
}

// numberOf is the first entry of an act in a room, empty where it has none.
func (s State) numberOf(r RoomID, seq int64) string {
	feed, no := s.in(r).feed, ""
	for i := feed.n - 1; i >= 0 && feed.at(i).seq >= seq; i-- {
		if l := feed.at(i); l.seq == seq {
			no = l.No
		}
	}
	return no
}

// postBack tells in every room, by its own numbering, what is taken back.
func (s *State) postBack(a Act, e Event, of int64, l Line) {
	what := l.Phrase
	for _, r := range s.audience(e) {
		l.Phrase = say("takes back: %s", what)
		if no := s.numberOf(r, of); no != "" {
			l.Phrase = say("takes back #%s: %s", no, what)
		}
		s.postIn(r, a, l)
	}
}
