package exercise

// Evolve gives the state after an act. It never decides: the same acts give
// the same state in any later version.
func Evolve(s State, a Act) State {
	s.begin(a)
	for _, e := range a.Events {
		s.happen(e, a)
	}
	return s
}

// begin takes up an act's number, times, words and the fact that its seat acted.
func (s *State) begin(a Act) {
	s.seq = a.Seq
	s.now = stamp{a.Wall, a.Scenario, a.Table}
	s.words, s.actors = s.words.add(a.Words), s.actors.add(a.Seat)
	s.attend(a)
	s.noteFirm(a)
}

// attend notes that a seat without a session acted by a verb: its team is
// present for 10 min from now.
func (s *State) attend(a Act) {
	if _, known := s.Seat(a.Seat); !known {
		return
	}
	switch a.Command.(type) {
	case Sit, Leave, Agree: // accepting the terms beforehand is not being here
		return
	}
	s.noteHands(a.Seat)
	if s.seats[a.Seat].via == "" {
		s.returned(a.Seat)
		s.seats = with(s.seats, a.Seat, func(x *seatState) { x.verbAt = a.Wall })
	}
}
