package screen

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/paint"
)

// This file is what a seat tells outside its window: the title, the countdown
// in the tab or task bar, the status in a list of programs, and the bell, which
// rings only where it was asked for.

// maxTitle is how many cells of an exercise's name a title holds, so that what
// follows is not cut off.
const maxTitle = 40

// title is the window's: whose turn it is, where, and that it is an exercise.
// What changes comes first, since tabs show only the beginning.
func (sh *Shell) title() string {
	exercise := sh.lang.Say("EXERCISE EXERCISE EXERCISE - not real events")
	if sh.view == nil {
		return sh.theme().Typeset(exercise)
	}
	room := sh.view.Room
	if room.RealWorld {
		return sh.lang.Say("REAL WORLD - NOT EXERCISE")
	}
	title := cut(room.Exercise.Title, maxTitle, "…") + " · " + exercise
	if first := sh.calls(); first != "" {
		title = first + " · " + title
	}
	return sh.theme().Typeset(title)
}

// status is what the terminal's list of programs says: what waits for this
// seat.
func (sh *Shell) status() paint.Status {
	if sh.view == nil || sh.view.Room.RealWorld {
		return paint.Status{Told: true}
	}
	return paint.Status{Told: true, Waits: sh.calls()}
}

// calls is what calls for this seat, in a few words.
func (sh *Shell) calls() string {
	own := sh.view.Own
	switch n := len(own.ForYou); {
	case sh.mine():
		return sh.lang.Say("Your turn")
	case len(sh.awaited()) > 0:
		return sh.lang.Say("Your answer on %s", sh.awaited()[0].X)
	case n > 0:
		return sh.lang.Count(n, "%d thing for you", "%d things for you")
	}
	return ""
}

// mine says that this seat's team has the floor.
func (sh *Shell) mine() bool {
	team := sh.view.Own.Team
	return team != "" && sh.view.Room.Floor.Speaker == team
}

// awaited are the decisions that stand and that this seat's team has a say on
// and has not answered.
func (sh *Shell) awaited() []exercise.DecisionView {
	team := sh.view.Own.Team
	var list []exercise.DecisionView
	for _, d := range sh.view.Room.Standing {
		if slices.ContainsFunc(d.Positions, func(p exercise.PositionView) bool { return p.Team == team && p.Position == exercise.NoPosition }) {
			list = append(list, d)
		}
	}
	return list
}

// deadline is a time until which something concerns this seat. of is the most
// that was seen to be left of it, in ms.
type deadline struct {
	what string
	of   int64
}

// countdown is how much is left, in per cent, of the time that ends first of
// those that concern this seat: its own floor, and decisions that await its
// answer. -1 where none runs.
func (sh *Shell) countdown() int {
	what, left := sh.nextDeadline()
	if what == "" {
		sh.counted = deadline{}
		return -1
	}
	if what != sh.counted.what {
		sh.counted = deadline{what: what}
	}
	sh.counted.of = max(sh.counted.of, left)
	return int((100*left + sh.counted.of - 1) / sh.counted.of)
}

// nextDeadline names that time, and says how many ms are left of it.
func (sh *Shell) nextDeadline() (what string, left int64) {
	if sh.view == nil || sh.view.Room.RealWorld {
		return "", 0
	}
	now := sh.view.Room.Clocks.TableAt(sh.now)
	consider := func(name string, until int64) {
		if l := until - now; l > 0 && (what == "" || l < left) {
			what, left = name, l
		}
	}
	if floor := sh.view.Room.Floor; sh.mine() && !floor.Halted {
		consider("floor", floor.Until)
	}
	for _, d := range sh.awaited() {
		if d.Stopped.IsZero() {
			consider(string(d.ID), d.Until)
		}
	}
	return what, left
}

// rings says whether what has arrived asks for this seat: an incident, or
// something new among what is for it.
func (sh *Shell) rings(before *exercise.View, known int) bool {
	if !sh.likes.Bell || before == nil {
		return false
	}
	return len(sh.known) > known || slices.ContainsFunc(sh.view.Own.ForYou, func(n exercise.Notice) bool {
		return !slices.ContainsFunc(before.Own.ForYou, n.Same)
	})
}
