package exercise

import (
	"cmp"
	"slices"
)

// heardIn is how much of a room's feed is in a view.
type heardIn struct {
	room     RoomID
	n, edits int
}

// privateLines merges the feeds of a seat's private rooms; one act is told
// once. What the seat's last view holds is continued rather than copied where
// nothing in it has changed since.
func (s State) privateLines(seat Seat, prev *OwnView) (lines []Line, heard []heardIn) {
	rooms := s.Rooms(seat)[1:]
	heard = make([]heardIn, len(rooms))
	for i, r := range rooms {
		x := s.in(r)
		heard[i] = heardIn{r, x.feed.n, x.edits}
	}
	var before []heardIn
	if prev != nil && goesOn(prev.heard, heard) {
		before, lines = prev.heard, prev.Lines
	}
	return append(lines, s.newLines(seat, before, heard)...), heard
}

// goesOn says that the same rooms were heard before, and nothing there has
// changed but that more was said.
func goesOn(before, now []heardIn) bool {
	return slices.EqualFunc(before, now, func(a, b heardIn) bool { return a.room == b.room && a.edits == b.edits && a.n <= b.n })
}

// newLines are those that came after what was heard before, which was told by
// earlier acts.
func (s State) newLines(seat Seat, before, now []heardIn) []Line {
	var fresh []Line
	for i, x := range now {
		from := 0
		if before != nil {
			from = before[i].n
		}
		feed := s.in(x.room).feed
		for n := from; n < x.n; n++ {
			if l := feed.at(n); !s.twice(seat, l) {
				fresh = append(fresh, l)
			}
		}
	}
	slices.SortStableFunc(fresh, func(a, b Line) int { return cmp.Compare(a.seq, b.seq) })
	return slices.CompactFunc(fresh, func(a, b Line) bool { return a.seq == b.seq && a.Kind == b.Kind && a.Text == b.Text })
}
