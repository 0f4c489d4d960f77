package exercise

import "sort"

// LinesOf gives the lines that an act wrote into the rooms of a seat.
func (s State) LinesOf(seat Seat, seq int64) []Line {
	var lines []Line
	for _, r := range s.Rooms(seat) {
		feed := s.in(r).feed
		first := feed.n
		for first > 0 && feed.at(first-1).seq >= seq {
			first--
		}
		for i := first; i < feed.n; i++ {
			if l := feed.at(i); l.seq == seq && !s.twice(seat, l) {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// twice says whether a line of the hall stands in the table's feed too, before
// a seat that sees both.
func (s State) twice(seat Seat, l Line) bool {
	if l.Room != HallRoom || s.inHall(seat.Team) {
		return false
	}
	feed := s.in(TableRoom).feed
	i := sort.Search(feed.n, func(i int) bool { return feed.at(i).seq >= l.seq })
	for ; i < feed.n && feed.at(i).seq == l.seq; i++ {
		if x := feed.at(i); x.Kind == l.Kind && x.Text == l.Text {
			return true
		}
	}
	return false
}
