package plain

import (
	"slices"

	"kefi/exercise"
)

// heard remembers what a session has told already.
type heard struct {
	room, own entryID
	receipts  map[entryID]bool // told in answer to a command, not yet come by
	answers   int              // commands that were accepted
}

// entryID names an entry: numbers count in each room by themselves.
type entryID struct {
	room exercise.RoomID
	no   string
}

// upTo takes everything in the view as heard.
func (h *heard) upTo(v *exercise.View) { h.fresh(v) }

// told takes the lines of a receipt as heard.
func (h *heard) told(r exercise.Receipt) {
	h.answers++
	if h.receipts == nil {
		h.receipts = map[entryID]bool{}
	}
	for _, l := range r.Lines {
		h.receipts[entryID{l.Room, l.No}] = true
	}
}

// fresh gives the entries that have not been heard, in order of time.
func (h *heard) fresh(v *exercise.View) []exercise.Line {
	lines := slices.Concat(after(v.Room.Feed, &h.room), after(v.Own.Lines, &h.own))
	lines = slices.DeleteFunc(lines, func(l exercise.Line) bool {
		id := entryID{l.Room, l.No}
		seen := h.receipts[id]
		delete(h.receipts, id)
		return seen
	})
	slices.SortStableFunc(lines, func(a, b exercise.Line) int { return int(a.Wall - b.Wall) })
	return lines
}

// after gives the lines that follow the one last heard, and moves on. Lines
// are only ever added, so all before that one have been heard too.
func after(lines []exercise.Line, last *entryID) []exercise.Line {
	from := 0
	for i, l := range slices.Backward(lines) {
		if (entryID{l.Room, l.No}) == *last {
			from = i + 1
			break
		}
	}
	if n := len(lines); n > 0 {
		*last = entryID{lines[n-1].Room, lines[n-1].No}
	}
	return lines[from:]
}

// newNotices are those that were not there before.
func newNotices(before, now *exercise.View) []exercise.Notice {
	var list []exercise.Notice
	for _, n := range now.Own.ForYou {
		if !slices.ContainsFunc(before.Own.ForYou, n.Same) {
			list = append(list, n)
		}
	}
	return list
}

// count is how many commands were accepted.
func (h *heard) count() int { return h.answers }
