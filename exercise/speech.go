package exercise

func (c Say) decide(d *decider) error {
	if err := said(c.Words, "Speaking"); err != nil {
		return err
	}
	if !d.seat.Has(Chair) {
		if err := d.mayType(); err != nil {
			return err
		}
		team, err := d.team("speak to the table")
		if err != nil {
			return err
		}
		if err := d.maySpeak(team); err != nil {
			return err
		}
	}
	d.emit(Spoken{Room: d.s.tableOf(d.seat.Team), Seat: d.seat.ID, Words: c.Words.ID})
	return nil
}

// maySpeak refuses with what the team can do instead.
func (d *decider) maySpeak(team TeamID) error {
	f := d.s.floorOf(TableRoom)
	if d.s.phase == Debrief || d.s.phase == Closed {
		return refuse(ErrNotNow, "The exercise is over; nothing is added to the record.")
	}
	if d.s.inHall(team) {
		return nil // its floor is open
	}
	if err := d.inSlot(team); err != nil {
		return err
	}
	if f.speaker == team && !f.halted {
		return nil
	}
	x, motion := d.s.motionStanding()
	switch {
	case f.suspended > 0:
		return refuse(ErrFloor, "The sitting is suspended. `room \"…\"` reaches your team, `ask TEAM \"…\"` writes to another.")
	case f.orderBy != "":
		return refuse(ErrFloor, "%s has raised a point of order; the chair rules first.", d.s.teamName(f.orderBy))
	case motion:
		return refuse(ErrFloor, "%s is being decided; the floor waits for it.", x.title.Capital())
	case f.speaker != "":
		if place := d.s.queuePlace(team); !place.IsZero() {
			return refuse(ErrFloor, "%s has the floor; %s. `hand` raises your hand, `ask %s \"…\"` writes to them.", d.s.teamName(f.speaker), place, f.speaker)
		}
		return refuse(ErrFloor, "%s has the floor. `hand` raises your hand, `ask %s \"…\"` writes to them.", d.s.teamName(f.speaker), f.speaker)
	case f.closed:
		return refuse(ErrFloor, "Debate on this item has been closed. `statement \"…\"` explains a position, `ask TEAM \"…\"` writes to a team.")
	case f.mode == ModeClosed:
		return refuse(ErrFloor, "The floor is closed in this item. `ask TEAM \"…\"` and `room \"…\"` are open.")
	case f.mode == ModeOpen:
		return nil
	}
	return refuse(ErrFloor, "Nobody has the floor. `hand` raises your hand; the chair gives the floor.")
}

func (e Spoken) apply(s *State, a Act) {
	seat, _ := s.Seat(e.Seat)
	if seat.Team != "" {
		s.teams = with(s.teams, seat.Team, func(t *teamState) { t.spoken++; t.lastSpoke = a.Table })
	}
	s.post(a, e, Line{Kind: "said", Seat: e.Seat, Team: seat.Team, Text: s.text(e.Words), Spoken: true, Informal: s.floorOf(e.Room).informal > 0, words: []WordID{e.Words}})
}

// mayTable: where tabling needs the floor, lodging waits for it.
func (d *decider) mayTable(team TeamID) error {
	if d.s.plan.Tabling != TablingTurn || d.s.phase != Table || d.s.floorOf(TableRoom).speaker == team {
		return nil
	}
	if place := d.s.queuePlace(team); !place.IsZero() {
		return refuse(ErrFloor, "At this table amendments are lodged by whoever has the floor. `hand` raises your hand; %s.", place)
	}
	return refuse(ErrFloor, "At this table amendments are lodged by whoever has the floor. `hand` raises your hand.")
}

func (c SpeakRoom) decide(d *decider) error {
	team, err := d.team("speak in a team room")
	if err != nil {
		return err
	}
	if err := said(c.Words, "Speaking to your team"); err != nil {
		return err
	}
	d.emit(RoomSpoken{Team: team, Seat: d.seat.ID, Words: c.Words.ID})
	return nil
}

func (e RoomSpoken) apply(s *State, a Act) {
	s.post(a, e, Line{Kind: "room", Seat: e.Seat, Team: e.Team, Text: s.text(e.Words), Spoken: true, words: []WordID{e.Words}})
}

func (c Ask) decide(d *decider) error {
	if err := said(c.Words, "A question"); err != nil {
		return err
	}
	if _, ok := d.s.Team(c.Team); !ok {
		return d.s.noTeam(c.Team)
	}
	if d.seat.Team == "" && d.seat.Has(Chair) {
		d.emit(Whispered{From: d.seat.ID, Team: c.Team, Words: c.Words.ID})
		return nil
	}
	team, err := d.team("ask another team")
	if err != nil {
		return err
	}
	if team == c.Team {
		return refuse(ErrText, "That is your own team; `room \"…\"` reaches it.")
	}
	d.emit(Asked{N: len(d.s.asks) + 1, From: team, To: c.Team, Words: c.Words.ID})
	return nil
}

func (c AnswerAsk) decide(d *decider) error {
	team, err := d.team("answer")
	if err != nil {
		return err
	}
	if err := said(c.Words, "An answer"); err != nil {
		return err
	}
	for _, x := range d.s.asks {
		if x.to == team && sameNo(x.noTo, c.No) {
			if x.answer != (WordID{}) {
				return refuse(ErrNotNow, "You have answered that question already.")
			}
			d.emit(AskAnswered{N: x.n, Words: c.Words.ID})
			return nil
		}
	}
	return refuse(ErrUnknown, "No question to you has the number %s.", c.No)
}

// ask is a written question between two teams. It has a number in each room.
type ask struct {
	n        int
	from, to TeamID
	words    WordID
	answer   WordID
	wall     int64
	noFrom   string
	noTo     string
}

func (e Asked) apply(s *State, a Act) {
	x := ask{n: e.N, from: e.From, to: e.To, words: e.Words, wall: a.Wall}
	s.post(a, e, Line{Kind: "ask", Team: e.From, Phrase: say("asks %s: %s", s.teamName(e.To), s.text(e.Words)), words: []WordID{e.Words}})
	x.noFrom, x.noTo = s.lastNo(teamRoom(e.From)), s.lastNo(teamRoom(e.To))
	s.asks = append(s.asks[:len(s.asks):len(s.asks)], x)
}

func (e AskAnswered) apply(s *State, a Act) {
	x := s.asks[e.N-1]
	s.asks = withAt(s.asks, e.N-1, func(x *ask) { x.answer = e.Words })
	s.post(a, e, Line{Kind: "ask", Team: x.to, Phrase: say("answers %s: %s", s.teamName(x.from), s.text(e.Words)), words: []WordID{e.Words}})
}

func (c Whisper) decide(d *decider) error {
	if err := said(c.Words, "A whisper"); err != nil {
		return err
	}
	e := Whispered{From: d.seat.ID, Words: c.Words.ID}
	if !d.seat.Has(Chair) {
		if d.seat.Has(Observer, Projector, Evaluator) {
			return refuse(ErrRole, "You are watching; only those who play whisper to the chair.")
		}
		if c.To != "" && c.To != "chair" {
			return refuse(ErrRole, "You can whisper to the chair only; `ask TEAM \"…\"` writes to another team.")
		}
		e.ToChair = true
		d.emit(e)
		return nil
	}
	if _, ok := d.s.Team(TeamID(c.To)); ok {
		e.Team = TeamID(c.To)
	} else if _, ok := d.s.Seat(SeatID(c.To)); ok {
		e.Seat = SeatID(c.To)
	} else {
		return refuse(ErrUnknown, "There is no seat or team %q.", c.To)
	}
	d.emit(e)
	return nil
}

func (e Whispered) apply(s *State, a Act) {
	text := say("whispers to the chair: %s", s.text(e.Words))
	if e.Team != "" {
		text = say("whispers to %s: %s", s.teamName(e.Team), s.text(e.Words))
	} else if e.Seat != "" {
		text = say("whispers to %s: %s", s.seatName(e.Seat), s.text(e.Words))
	}
	s.post(a, e, Line{Kind: "whisper", Seat: e.From, Phrase: text, words: []WordID{e.Words}})
}
