package exercise

func (c Say) decide(d *decider) error {
	if err := said(c.Words, "Speaking"); err != nil {
		return err
	}
	if !d.seat.Has(Chair) {
		team, err := d.team("speak to the table")
		if err != nil {
			return err
		}
		if err := d.maySpeak(team); err != nil {
			return err
		}
	}
	d.emit(Spoken{Room: TableRoom, Seat: d.seat.ID, Words: c.Words.ID})
	return nil
}

// maySpeak refuses with what the team can do instead.
func (d *decider) maySpeak(team TeamID) error {
	f := d.s.floorOf(TableRoom)
	if d.s.phase == Debrief || d.s.phase == Closed {
		return refuse(ErrNotNow, "The exercise is over; nothing is added to the record.")
	}
	if f.speaker == team && f.orderBy == "" && f.suspended == 0 {
		return nil
	}
	switch {
	case f.suspended > 0:
		return refuse(ErrFloor, "The sitting is suspended. `room \"…\"` reaches your team, `ask TEAM \"…\"` writes to another.")
	case f.orderBy != "":
		return refuse(ErrFloor, "%s has raised a point of order; the chair rules first.", d.s.teamName(f.orderBy))
	case f.speaker != "":
		return refuse(ErrFloor, "%s has the floor%s. `hand` raises your hand, `ask %s \"…\"` writes to them.",
			d.s.teamName(f.speaker), d.s.queuePlace(team), f.speaker)
	case f.mode == ModeClosed:
		return refuse(ErrFloor, "The floor is closed in this item. `ask TEAM \"…\"` and `room \"…\"` are open.")
	case f.mode == ModeOpen:
		return nil
	}
	return refuse(ErrFloor, "Nobody has the floor. `hand` raises your hand; the chair gives the floor.")
}

// queuePlace tells where a team stands: "; you are next".
func (s State) queuePlace(team TeamID) string {
	for i, id := range s.upNext(TableRoom) {
		if id == team && i == 0 {
			return "; you are next"
		}
		if id == team {
			return "; you are number " + itoa(i+1) + " in the order"
		}
	}
	return ""
}

// upNext lists who speaks after the present speaker.
func (s State) upNext(r RoomID) []TeamID {
	f := s.floorOf(r)
	next := append([]TeamID{}, f.order...)
	for {
		team, ok := s.nextHand(f)
		if !ok {
			return next
		}
		next = append(next, team)
		f.hands, f.last = without(f.hands, team), s.track(team)
	}
}

func (e Spoken) apply(s *State, a Act) {
	seat, _ := s.Seat(e.Seat)
	if seat.Team != "" {
		s.teams = with(s.teams, seat.Team, func(t *teamState) { t.spoken++; t.lastSpoke = a.Table })
	}
	s.post(a, e, Line{Kind: "said", Seat: e.Seat, Team: seat.Team, Text: s.text(e.Words), Spoken: true, words: []WordID{e.Words}})
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

func (c Order) decide(d *decider) error {
	team, err := d.team("raise a point of order")
	if err != nil {
		return err
	}
	if err := d.play("raise a point of order", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "A point of order"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	if f.orderBy != "" {
		return refuse(ErrNotNow, "%s has raised a point of order; the chair rules on it first.", d.s.teamName(f.orderBy))
	}
	left := int64(0)
	if f.speaker != "" {
		left = max(f.until-d.s.now.table, 0)
	}
	d.emit(OrderRaised{Room: TableRoom, Team: team, Words: c.Words.ID, Left: left, Until: d.s.now.table + d.s.plan.Times.Order})
	return nil
}

func (c Rule) decide(d *decider) error {
	if err := d.need("rule on a point of order", Chair); err != nil {
		return err
	}
	if err := said(c.Words, "A ruling"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	if f.orderBy == "" {
		return refuse(ErrNotNow, "No point of order stands.")
	}
	d.emit(Ruled{Room: TableRoom, Words: c.Words.ID, Until: d.s.now.table + f.left})
	return nil
}

func (e OrderRaised) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.orderBy, f.left = e.Team, e.Left })
	s.post(a, e, Line{Kind: "order", Team: e.Team, Text: "raises a point of order: " + s.text(e.Words), words: []WordID{e.Words}})
}

func (e Ruled) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.orderBy, f.left = "", 0
		if f.speaker != "" {
			f.until = e.Until
		}
	})
	s.post(a, e, Line{Kind: "ruling", Seat: a.Seat, Text: "rules: " + s.text(e.Words), words: []WordID{e.Words}})
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
	s.post(a, e, Line{Kind: "ask", Team: e.From, Text: "asks " + s.teamName(e.To) + ": " + s.text(e.Words), words: []WordID{e.Words}})
	x.noFrom, x.noTo = s.lastNo(teamRoom(e.From)), s.lastNo(teamRoom(e.To))
	s.asks = append(s.asks[:len(s.asks):len(s.asks)], x)
}

func (e AskAnswered) apply(s *State, a Act) {
	x := s.asks[e.N-1]
	s.asks = withAt(s.asks, e.N-1, func(x *ask) { x.answer = e.Words })
	s.post(a, e, Line{Kind: "ask", Team: x.to, Text: "answers " + s.teamName(x.from) + ": " + s.text(e.Words), words: []WordID{e.Words}})
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
	to := "the chair"
	if e.Team != "" {
		to = s.teamName(e.Team)
	} else if e.Seat != "" {
		to = s.seatName(e.Seat)
	}
	s.post(a, e, Line{Kind: "whisper", Seat: e.From, Text: "whispers to " + to + ": " + s.text(e.Words), words: []WordID{e.Words}})
}
