package exercise

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
			if l := feed.at(i); l.seq == seq {
				lines = append(lines, l)
			}
		}
	}
	return lines
}
