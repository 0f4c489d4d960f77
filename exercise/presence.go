package exercise

// A team is present while a seat of it has an interactive session and for
// 10 min after its last verb (rules: people, presence). The limits are wall
// time, whatever is paused.
const (
	verbPresence = 10 * minute
	absenceGrace = 3 * minute // nothing is decided meanwhile
	absenceLimit = 6 * minute // granted in all
	controlGrace = 60 * second
)

// byScript is how a seat sits that is played by machine until a person comes.
const byScript = "script"

const (
	second int64 = 1000
	minute       = 60 * second
)

// Via says how a seat sits, as the record has it: screen, plain, or empty.
func (s State) Via(id SeatID) string { return s.seats[id].via }

func (s State) seatHere(id SeatID) bool {
	x := s.seats[id]
	return x.via != "" || (x.verbAt > 0 && s.now.wall < x.verbAt+verbPresence)
}

// Present says whether a team counts as present now.
func (s State) Present(id TeamID) bool { return s.teamHere(id) }

func (s State) teamHere(id TeamID) bool {
	t, _ := s.Team(id)
	for _, seat := range t.Seats {
		if s.seatHere(seat) {
			return true
		}
	}
	return false
}

// absentSince is the wall time at which the team was last present, or STARTEX.
func (s State) absentSince(id TeamID) int64 {
	t, _ := s.Team(id)
	return s.goneSince(t.Seats)
}

func (s State) goneSince(seats []SeatID) int64 {
	since := s.agenda.startex
	for _, seat := range seats {
		x := s.seats[seat]
		since = max(since, x.leftAt)
		if x.verbAt > 0 {
			since = max(since, x.verbAt+verbPresence)
		}
	}
	return since
}

// actingHead is the seat that binds the team now: its first seat, or, while
// that is away, the first seat present in scenario order.
func (s State) actingHead(id TeamID) SeatID {
	t, _ := s.Team(id)
	for _, seat := range t.Seats {
		if s.seatHere(seat) {
			return seat
		}
	}
	if len(t.Seats) == 0 {
		return ""
	}
	return t.Seats[0]
}

func (s State) teamsHere() []TeamID {
	var ids []TeamID
	for _, t := range s.plan.Teams {
		if s.teamHere(t.ID) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// inGrace is true while an absence is too young for anything to be decided
// without the team.
func (s State) inGrace(id TeamID) bool {
	if s.teamHere(id) || s.teams[id].declared {
		return false
	}
	return s.now.wall-s.absentSince(id) < min(absenceGrace, max(absenceLimit-s.teams[id].absence, 0))
}

// mayDecideWithout holds the rules of absence: nothing is decided while a team
// that is counted has just gone, nor without a whole track, and the text never.
// An appeal and other motions are counted by who is present.
func (d *decider) mayDecideWithout(sub subject) error {
	if sub.motion == MotionAppeal {
		return nil
	}
	for _, team := range d.s.sayOn(sub) {
		if d.s.inGrace(team) {
			return refuse(ErrNotNow, "%s has been away for less than three minutes; nothing is decided without it until then.", d.s.teamName(team))
		}
	}
	for _, t := range d.s.decidingOn(sub) {
		if !d.s.trackHere(t) {
			return refuse(ErrNotNow, "Nobody of %s (%s) is here; without a whole track nothing can be decided.", t, say(t.Word()))
		}
	}
	return nil
}

// returned ends an absence: the time granted is booked and the say is back.
func (s *State) returned(id SeatID) {
	seat, _ := s.Seat(id)
	if seat.Team == "" || s.agenda.startex == 0 || s.teamHere(seat.Team) {
		return
	}
	granted := min(s.now.wall-s.absentSince(seat.Team), absenceGrace)
	s.teams = with(s.teams, seat.Team, func(t *teamState) {
		t.absence += max(granted, 0)
		if t.declared {
			t.declared, t.backAt = false, s.now.wall
		}
	})
}

// controlSeats are those that hold control.
func (s State) controlSeats() []SeatID {
	var ids []SeatID
	for _, seat := range s.Seats() {
		if seat.Has(Control) {
			ids = append(ids, seat.ID)
		}
	}
	return ids
}

func (s State) controlHere() bool {
	for _, id := range s.controlSeats() {
		if s.seatHere(id) {
			return true
		}
	}
	return false
}

// admitted: the terms are a person's to accept; a script has none.
func (x seatState) admitted() bool { return x.agreed || x.via == byScript }

// noteHands keeps whether a script or a person acts for a seat in play.
func (s *State) noteHands(id SeatID) {
	if s.agenda.startex == 0 {
		return
	}
	x := s.seats[id]
	h := x.hands
	if x.via == byScript {
		h.script = true
	} else {
		h.person = true
	}
	if h != x.hands {
		s.seats = with(s.seats, id, func(x *seatState) { x.hands = h })
	}
}

// scripted says whether a script has acted for a team in play.
func (s State) scripted(t Team) Scripted {
	var all hands
	for _, id := range t.Seats {
		h := s.seats[id].hands
		all = hands{all.script || h.script, all.person || h.person}
	}
	switch {
	case all.script && all.person:
		return ScriptedInPart
	case all.script:
		return ScriptedWhole
	}
	return ""
}

func (c Sit) decide(d *decider) error {
	if c.Via != "screen" && c.Via != "plain" && c.Via != byScript {
		return refuse(ErrText, "A seat is taken by screen, plain or script, not by %q.", c.Via)
	}
	d.emit(Sat{Seat: d.seat.ID, Via: c.Via})
	return nil
}

// wake lifts the pauses that absence caused, once somebody acts again.
func (d *decider) wake() {
	if _, leaving := d.act.Command.(Leave); leaving || d.act.Seat == "" {
		return
	}
	if d.s.controlHere() {
		d.start(ScenarioClock, PausedNoControl)
		d.start(TableClock, PausedNoControl)
	}
	if len(d.s.teamsHere()) > 0 {
		d.start(TableClock, PausedEmpty)
	}
}

func (c Leave) decide(d *decider) error {
	if d.s.seats[d.seat.ID].via == "" {
		return refuse(ErrNotNow, "Nobody sits there.")
	}
	d.emit(Left{Seat: d.seat.ID})
	if d.s.phase == Table && len(d.s.teamsHere()) == 0 {
		d.emptyTable()
	}
	return nil
}

// emptyTable: nobody is present, so the floor rests and the table clock stops.
// The claim of the team that had the floor is kept.
func (d *decider) emptyTable() {
	if f := d.s.floorOf(TableRoom); f.speaker != "" {
		d.halt(TableRoom)
		d.emit(TurnSkipped{Room: TableRoom, Team: f.speaker, Absent: true})
		d.emit(FloorRested{Room: TableRoom, Mode: f.mode})
	}
	d.stop(TableClock, PausedEmpty)
}

func (e Sat) apply(s *State, a Act) {
	before := s.seats[e.Seat].via
	arrives := before == "" || before == byScript && e.Via != byScript
	s.returned(e.Seat)
	s.seats = with(s.seats, e.Seat, func(x *seatState) {
		x.via = e.Via
		if arrives && e.Via != byScript && x.leftAt > 0 {
			x.away = away{x.leftAt, a.Wall}
		}
		x.ready = x.ready && before != byScript // a person speaks for itself
	})
	if arrives {
		text := say("is here.")
		if e.Via == byScript {
			text = say("is played by a script.")
		}
		s.post(a, e, Line{Kind: "presence", Seat: e.Seat, Team: s.teamOf(e.Seat), Phrase: text})
	}
}

func (e Left) apply(s *State, a Act) {
	s.seats = with(s.seats, e.Seat, func(x *seatState) {
		x.ready = x.ready && x.via != byScript
		x.via, x.leftAt = "", a.Wall
	})
	s.post(a, e, Line{Kind: "presence", Seat: e.Seat, Team: s.teamOf(e.Seat), Phrase: say("has left; the seat waits.")})
}

func (c DeclareAbsent) decide(d *decider) error {
	if err := d.mayConduct("declare a team absent"); err != nil {
		return err
	}
	team, ok := d.s.Team(c.Team)
	switch {
	case !ok:
		return d.s.noTeam(c.Team)
	case d.s.teamHere(c.Team):
		return refuse(ErrNotNow, "%s is here.", team.Name)
	case d.s.teams[c.Team].declared:
		return refuse(ErrNotNow, "%s has been declared absent already.", team.Name)
	case d.s.inGrace(c.Team):
		return refuse(ErrNotNow, "%s has been away for less than three minutes; nothing can be decided without it until then.", team.Name)
	}
	d.emit(AbsenceDeclared(c))
	return nil
}

func (e AbsenceDeclared) apply(s *State, a Act) {
	s.teams = with(s.teams, e.Team, func(t *teamState) { t.declared, t.declaredAt = true, a.Wall })
	s.post(a, e, Line{Kind: "presence", Team: e.Team, Phrase: say("is declared absent: no say until it is back.")})
}

func (s State) noTeam(id TeamID) error {
	return refuse(ErrUnknown, "There is no team %q. The teams are %s.", id, s.teamNames(s.allTeams()))
}

func (s State) allTeams() []TeamID {
	ids := make([]TeamID, len(s.plan.Teams))
	for i, t := range s.plan.Teams {
		ids[i] = t.ID
	}
	return ids
}
