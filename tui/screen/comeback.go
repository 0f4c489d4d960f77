package screen

import (
	"strconv"

	"kefi/exercise"
)

// comeback is what a window knows of the time before it: until when somebody
// looked from its seat.
type comeback struct {
	satAt     int64 // wall ms at which this window saw the table first
	seenUntil int64 // wall ms of the last key in the window before; 0 not known
	asked     bool  // the seat has told that
	told      bool  // what was missed has been told
	missed    span  // and has not been walked through
	looked    int64 // wall ms at which `new` was asked for last
}

// seenSlot is where it is kept until when a seat was looked at, for whoever
// takes it next: the record knows only when it was empty.
const seenSlot = "seen"

// How long ago a seat may have been taken for that to be this window's doing,
// how long a dropped line may go unnoticed, and how far back `new` looks where
// nothing was missed, in ms.
const (
	justSat   = minuteMs
	unnoticed = 3 * minuteMs
	lately    = 10 * minuteMs
)

// Closed says what is to be kept when a window closes.
func (sh *Shell) Closed() []Keep {
	if sh.view == nil || !sh.sitsAlone() {
		return nil
	}
	return []Keep{{Slot: seenSlot, Text: strconv.FormatInt(max(sh.used, sh.came.satAt), 10)}}
}

// recallSeen asks the seat until when it was looked at. That is forgotten at once,
// so that after a crash nothing old is taken for it.
func (sh *Shell) recallSeen() Act {
	return Recall{Slot: seenSlot, Then: func(kept string) []Act {
		sh.came.seenUntil, _ = strconv.ParseInt(kept, 10, 64)
		sh.came.asked = true
		acts := sh.catchUp()
		if kept != "" {
			acts = append(acts, Keep{Slot: seenSlot})
		}
		return acts
	}}
}

// sitsAlone says that this seat takes one window at a time, which is then told
// what it missed.
func (sh *Shell) sitsAlone() bool {
	own := sh.view.Own
	for _, r := range own.Roles {
		if r != exercise.Observer && r != exercise.Projector {
			return own.Agreed
		}
	}
	return false
}

// absence is what this window's person has not seen: since the record knows the
// seat empty, or since somebody last looked from it, where a line dropped
// unnoticed or another window was taken over.
func (sh *Shell) absence() span {
	x, seen := span{until: sh.came.satAt}, sh.came.seenUntil
	if away := sh.view.Own.Away; away != nil && sh.came.satAt-away.Until < justSat {
		x = span{away.From, away.Until}
	}
	if seen > 0 && (x.from == 0 || seen < x.from && x.from-seen < unnoticed) {
		x.from = seen
	}
	return x
}

// catchUp opens the card once the view and the seat's memory are both here, if
// there is anything to tell. Where a page is open already, and at a desk, one
// line tells of it.
func (sh *Shell) catchUp() []Act {
	if sh.view == nil || !sh.came.asked || sh.came.told || !sh.sitsAlone() {
		return nil
	}
	sh.came.told = true
	s, x := sh.sight(), sh.absence()
	if x.from == 0 || sh.stopped() || len(s.missed(x)) == 0 {
		return nil
	}
	sh.came.missed = x
	if sh.busy() || sh.view.Own.Team == "" {
		sh.note = note{text: (&catchUp{span: x, away: true}).headline(s, 1) + " /new", at: sh.now}
		return nil
	}
	return sh.open(Open{Page: &catchUp{span: x, away: true}})
}

// whatsNew opens the card anew: for what was missed and not walked through,
// else for what has happened since it was last asked for, or lately.
func (sh *Shell) whatsNew() []Act {
	p := &catchUp{span: sh.came.missed, away: sh.came.missed.from > 0}
	if !p.away {
		p.span = span{max(sh.came.looked, sh.now-lately), sh.now + 1}
	}
	sh.came.missed, sh.came.looked = span{}, sh.now
	return sh.do([]Act{Open{Page: p}})
}
