package exercise

// safety is the real-world stop and the breaks people asked for.
type safety struct {
	stopped  *RealWorldCalled // the first call, while it stands
	since    int64            // wall ms
	timeouts []SeatID
}

func (c Agree) decide(d *decider) error {
	if c.Research != "" && c.Research != "yes" && c.Research != "no" {
		return refuse(ErrText, "Say `agree`, `agree research yes` or `agree research no`.")
	}
	d.emit(AgreedTerms{Seat: d.seat.ID, Research: c.Research})
	return nil
}

func (e AgreedTerms) apply(s *State, a Act) {
	s.seats = with(s.seats, e.Seat, func(x *seatState) {
		x.agreed = true
		if e.Research != "" {
			x.research = e.Research
		}
	})
	s.post(a, e, Line{Kind: "terms", Seat: e.Seat, Phrase: say("accepts the terms of the exercise.")})
}

func (c Ready) decide(d *decider) error {
	if err := d.play("say that you are ready", Lobby, Briefing); err != nil {
		return err
	}
	if d.s.seats[d.seat.ID].ready {
		return refuse(ErrNotNow, "You have said so already.")
	}
	d.emit(SaidReady{Seat: d.seat.ID})
	return nil
}

func (e SaidReady) apply(s *State, a Act) {
	s.seats = with(s.seats, e.Seat, func(x *seatState) { x.ready = true })
	s.post(a, e, Line{Kind: "presence", Seat: e.Seat, Team: s.teamOf(e.Seat), Phrase: say("is ready.")})
}

// decide needs no words to stop: an empty call is a call.
func (c RealWorld) decide(d *decider) error {
	d.emit(RealWorldCalled{Seat: d.seat.ID, Words: c.Words.ID})
	d.stop(ScenarioClock, PausedRealWorld)
	d.stop(TableClock, PausedRealWorld)
	return nil
}

func (c CancelRealWorld) decide(d *decider) error {
	if err := d.need("cancel a real-world stop", Control); err != nil {
		return err
	}
	if d.s.safety.stopped == nil {
		return refuse(ErrNotNow, "No real-world stop stands.")
	}
	d.emit(RealWorldOver{Cancelled: true})
	return nil
}

// apply posts the words to chair and control only; the fact is on every
// screen. It goes to the control log, not to the minutes.
func (e RealWorldCalled) apply(s *State, a Act) {
	if s.safety.stopped == nil {
		s.safety.stopped, s.safety.since = &e, a.Wall
	}
	line := Line{Kind: "realworld", Seat: e.Seat, Phrase: say("REAL WORLD - NOT EXERCISE: %s", ended(s.text(e.Words))), words: []WordID{e.Words}}
	s.postIn(controlRoom, a, line)
	s.postIn(chairRoom, a, line)
}

func (e RealWorldOver) apply(s *State, a Act) {
	s.shiftQuestion(a.Wall - s.safety.since)
	s.safety.stopped = nil
	s.clock.scenarioStops = without(s.clock.scenarioStops, PausedRealWorld)
	s.clock.tableStops = without(s.clock.tableStops, PausedRealWorld)
	text := say("The real-world stop is over; play goes on.")
	if e.Cancelled {
		text = say("The real-world stop is cancelled; play goes on.")
	}
	s.postIn(controlRoom, a, Line{Kind: "realworld", Seat: a.Seat, Phrase: text})
}

func (c Timeout) decide(d *decider) error {
	d.emit(TimeoutAsked{Seat: d.seat.ID})
	return nil
}

func (e TimeoutAsked) apply(s *State, a Act) {
	s.safety.timeouts = append(without(s.safety.timeouts, e.Seat), e.Seat)
	s.post(a, e, Line{Kind: "timeout", Seat: e.Seat, Phrase: say("needs a break.")})
}
