package rehearsal

import (
	"slices"

	"kefi/exercise"
)

// Step is what the newcomer is asked for.
type Step int

// The steps, in order. Ready is after the last.
const (
	Speak  Step = iota // say hello to the table
	Raise              // ask for the floor
	Decide             // take a position
	Ready
)

// Steps is how many things are asked for.
const Steps = int(Ready)

// Now tells from the newcomer's view which step comes next.
func Now(v *exercise.View) Step {
	team := v.Own.Team
	switch {
	case answered(v.Room, team):
		return Ready
	case itemOf(v.Room) == hello && spoken(v.Room, team) == 0:
		return Speak
	case itemOf(v.Room) != hello && raised(v.Room, team):
		return Decide
	}
	return Raise
}

// Waits says that the table has come to where the step can be done: the robots
// have answered, and Ada has the floor, or a position is asked.
func Waits(v *exercise.View) bool {
	switch Now(v) {
	case Raise:
		return v.Room.Floor.Speaker == exercise.TeamID(Ada)
	case Decide:
		return len(v.Room.Standing) > 0
	}
	return true
}

// spoken counts the lines that a team has said to the table.
func spoken(room *exercise.RoomView, team exercise.TeamID) int {
	n := 0
	for _, l := range room.Feed {
		if l.Spoken && l.Team == team {
			n++
		}
	}
	return n
}

// raised says that a team has asked for the floor: its hand is up, or Ada has
// given the floor back, which she does for a hand only.
func raised(room *exercise.RoomView, team exercise.TeamID) bool {
	floor, ada := room.Floor, exercise.TeamID(Ada)
	return slices.Contains(floor.Hands, team) || floor.Speaker == team || len(room.Standing)+len(room.Decisions) > 0 ||
		floor.Speaker != ada && slices.ContainsFunc(room.Feed, func(l exercise.Line) bool { return l.Kind == "floor" && l.Team == ada })
}

// answered says that a team has taken a position on anything.
func answered(room *exercise.RoomView, team exercise.TeamID) bool {
	for _, d := range slices.Concat(room.Standing, room.Decisions) {
		for _, p := range d.Positions {
			if p.Team == team && p.Position != exercise.NoPosition {
				return true
			}
		}
	}
	return false
}
