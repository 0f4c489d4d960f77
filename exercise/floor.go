package exercise

import "slices"

// Floor modes.
const (
	ModeRounds = "rounds" // the floor passes through the teams
	ModeQueue  = "queue"  // raised hands
	ModeOpen   = "open"   // whoever speaks
	ModeClosed = "closed" // nobody but the chair
)

// TablingTurn is the tabling under which lodging needs the floor.
const TablingTurn = "turn"

// TableRoom is the room of the lateral procedure: one table for all tracks.
const TableRoom RoomID = "table"

// floor says who may speak in a room. It belongs to the room, like its feed.
type floor struct {
	mode     string
	order    []TeamID // turns still to come in this round
	speaker  TeamID
	since    int64 // table ms from which the speaker's time has run
	until    int64 // table ms
	turn     bool
	replying bool     // the speaker uses a right of reply
	halted   bool     // the speaker's time stands still
	left     int64    // and this is what is left of it, ms
	hands    []TeamID // in order of raising
	tracks   []Track  // that have had the floor, the latest last
	replies  []TeamID // who waits with a right of reply
	replied  []TeamID // who has asked for one in this item
	closed   bool     // debate on the item has been closed

	pointOfOrder
	suspended   int64 // table ms until which the floor is closed; 0 not
	suspendedAt int64 // table ms at which that began
	informal    int64 // table ms until which the sitting is informal; 0 formal
}

// had makes a track the one that has had the floor last.
func (f *floor) had(t Track) { f.tracks = append(without(f.tracks, t), t) }

type (
	// TurnStopped: the speaker's time stands still or is over. Held is how long
	// it has run since it was given or went on, Left what is left of it.
	TurnStopped struct {
		Room RoomID `json:"room"`
		Team TeamID `json:"team"`
		Held int64  `json:"held"`
		Left int64  `json:"left"`
	}
	// TurnResumed gives the speaker back what was left.
	TurnResumed struct {
		Room  RoomID `json:"room"`
		Until int64  `json:"until"`
	}
)

func (s State) floorOf(r RoomID) floor { return s.in(r).floor }

func (s *State) setFloor(r RoomID, change func(*floor)) {
	s.changeRoom(r, func(x *room) { change(&x.floor) })
}

// turns lists the teams as the floor passes: κ ε φ κ ε φ, beginning with track first.
func (s State) turns(first int) []TeamID {
	byTrack := map[Track][]TeamID{}
	most := 0
	for _, t := range s.plan.Teams {
		byTrack[t.Track] = append(byTrack[t.Track], t.ID)
		most = max(most, len(byTrack[t.Track]))
	}
	var order []TeamID
	for round := range most {
		for i := range Tracks() {
			teams := byTrack[Tracks()[(first+i)%len(Tracks())]]
			if round < len(teams) {
				order = append(order, teams[round])
			}
		}
	}
	return order
}

// mayConduct is the chair's right to lead the floor, in the table phase.
func (d *decider) mayConduct(what string) error {
	if err := d.need(what, Chair); err != nil {
		return err
	}
	return d.play(what, Table, Closing)
}

// ruleFirst: while a point of order or a motion stands the floor does not move.
func (d *decider) ruleFirst() error {
	if by := d.s.floorOf(TableRoom).orderBy; by != "" {
		return refuse(ErrNotNow, "%s has raised a point of order; `rule \"…\"` on it first.", d.s.teamName(by))
	}
	if x, ok := d.s.motionStanding(); ok {
		return refuse(ErrNotNow, "%s stands, and the floor waits for it; `close %s` closes it.", x.title.Capital(), x.X)
	}
	return nil
}

// mayPass is ruleFirst, and that the sitting is not suspended.
func (d *decider) mayPass() error {
	if d.s.floorOf(TableRoom).suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; the floor is as it was when it goes on.")
	}
	return d.ruleFirst()
}

// halt lets the speaker's time stand still, and books what has run of it.
func (d *decider) halt(r RoomID) {
	f := d.s.floorOf(r)
	if f.speaker != "" && !f.halted {
		d.emit(TurnStopped{Room: r, Team: f.speaker, Held: d.s.now.table - f.since, Left: max(f.until-d.s.now.table, 0)})
	}
}

// goOn gives the speaker's time back once nothing holds it up any more.
func (d *decider) goOn(r RoomID) {
	f := d.s.floorOf(r)
	_, motion := d.s.motionStanding()
	if f.halted && f.orderBy == "" && f.suspended == 0 && !motion {
		d.emit(TurnResumed{Room: r, Until: d.s.now.table + f.left})
	}
}

// pass gives the floor to whoever is next: first to rights of reply, then
// along the round. Absent teams are skipped with a trace; after the round the
// raised hands follow, and then the floor rests.
func (d *decider) pass(r RoomID) { d.passBut(r, "") }

// passBut leaves one team out: the one that has just been passed over.
func (d *decider) passBut(r RoomID, but TeamID) {
	if d.giveReply(r) {
		return
	}
	for _, team := range d.s.floorOf(r).order {
		if d.s.teamHere(team) {
			d.give(r, team, 0, true)
			return
		}
		d.emit(TurnSkipped{Room: r, Team: team, Absent: true})
	}
	f := d.s.floorOf(r)
	mode := f.mode
	f.hands = without(f.hands, but)
	if next, ok := d.s.nextHand(f); ok && (mode == ModeRounds || mode == ModeQueue) {
		d.give(r, next, 0, false)
		return
	}
	if mode == ModeRounds {
		mode = ModeQueue
	}
	d.rest(r, mode)
}

// rest leaves the floor to nobody.
func (d *decider) rest(r RoomID, mode string) {
	d.halt(r)
	d.emit(FloorRested{Room: r, Mode: mode})
}

func (d *decider) give(r RoomID, team TeamID, time int64, turn bool) {
	if time <= 0 {
		time = d.s.plan.Times.Turn
	}
	d.halt(r)
	d.emit(FloorGiven{Room: r, Team: team, Until: d.s.now.table + time, Turn: turn})
}

func (c Next) decide(d *decider) error {
	if err := d.mayConduct("pass the floor on"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	if f.suspended > 0 {
		d.reconvene(TableRoom)
		return nil
	}
	if err := d.ruleFirst(); err != nil {
		return err
	}
	if (f.mode == ModeClosed || f.mode == ModeOpen) && f.speaker == "" {
		return refuse(ErrNotNow, "The floor is %s in this item. `item NAME` opens another one, `floor TEAM` gives the floor.", word(f.mode))
	}
	if len(f.order) == 0 && len(f.hands) == 0 && f.speaker == "" {
		return refuse(ErrNotNow, "Nobody is waiting for the floor. `item NAME` opens the next item.")
	}
	d.pass(TableRoom)
	return nil
}

func (c GiveFloor) decide(d *decider) error {
	if err := d.mayConduct("give the floor"); err != nil {
		return err
	}
	if _, ok := d.s.Team(c.Team); !ok {
		return d.s.noTeam(c.Team)
	}
	if !d.s.mayTakeFloor(c.Team) {
		return d.s.noFloorFor(c.Team)
	}
	switch f := d.s.floorOf(TableRoom); {
	case f.suspended > 0:
		return refuse(ErrNotNow, "The sitting is suspended; `next` ends that.")
	case f.closed:
		return refuse(ErrNotNow, "Debate on this item has been closed; what is left is to decide.")
	}
	if err := d.ruleFirst(); err != nil {
		return err
	}
	if c.Time < 0 || c.Time > 30*minute {
		return refuse(ErrText, "A turn is at most 30 minutes.")
	}
	d.give(TableRoom, c.Team, c.Time, slices.Contains(d.s.floorOf(TableRoom).order, c.Team))
	return nil
}

func (c Extend) decide(d *decider) error {
	if err := d.mayConduct("extend the time"); err != nil {
		return err
	}
	if c.Time <= 0 || c.Time > 30*minute {
		return refuse(ErrText, "Extend by a time such as 1m, at most 30 minutes.")
	}
	if open := d.s.asked(); len(open) > 0 {
		d.lengthen(open, c.Time)
		return nil
	}
	f := d.s.floorOf(TableRoom)
	switch {
	case f.speaker == "":
		return refuse(ErrNotNow, "Nobody has the floor and nothing stands for decision.")
	case f.halted:
		return refuse(ErrNotNow, "The time of %s stands still; extend it when it goes on.", d.s.teamName(f.speaker))
	}
	d.emit(FloorExtended{Room: TableRoom, Until: f.until + c.Time})
	return nil
}

func (c Skip) decide(d *decider) error {
	if err := d.mayConduct("skip a team"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	switch {
	case d.s.track(c.Team) == "":
		return d.s.noTeam(c.Team)
	case f.speaker != c.Team && !slices.Contains(f.order, c.Team):
		return refuse(ErrNotNow, "%s is not waiting for a turn.", d.s.teamName(c.Team))
	case d.s.teams[c.Team].consulting:
		return refuse(ErrNotNow, "%s is in consultations; it is not skipped.", d.s.teamName(c.Team))
	}
	if f.speaker == c.Team {
		if err := d.mayPass(); err != nil {
			return err
		}
		d.halt(TableRoom)
	}
	d.emit(TurnSkipped{Room: TableRoom, Team: c.Team, Why: c.Why.ID})
	if f.speaker == c.Team {
		d.passBut(TableRoom, c.Team)
	}
	return nil
}

func (c Yield) decide(d *decider) error {
	team, err := d.team("yield the floor")
	if err != nil {
		return err
	}
	if d.s.floorOf(TableRoom).speaker != team {
		return refuse(ErrFloor, "You do not have the floor.")
	}
	if err := d.mayPass(); err != nil {
		return err
	}
	d.pass(TableRoom)
	return nil
}

func (e FloorGiven) apply(s *State, a Act) {
	was := s.floorOf(e.Room)
	s.setFloor(e.Room, func(f *floor) {
		f.speaker, f.since, f.until, f.turn = e.Team, a.Table, e.Until, e.Turn
		f.replying, f.halted, f.left = e.Reply, false, 0
		if e.Reply {
			f.replies = without(f.replies, e.Team)
			return
		}
		f.had(s.track(e.Team))
		f.order, f.hands = without(f.order, e.Team), without(f.hands, e.Team)
	})
	s.noteFloor(a, e.Room, was)
	text := say("has the floor for %s.", spell(e.Until-a.Table))
	if e.Reply {
		text = say("has the floor in reply for %s.", spell(e.Until-a.Table))
	}
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Phrase: text})
}

func (e FloorRested) apply(s *State, a Act) {
	was := s.floorOf(e.Room)
	s.setFloor(e.Room, func(f *floor) {
		f.speaker, f.until, f.mode = "", 0, e.Mode
		f.turn, f.replying, f.halted, f.left = false, false, false, 0
	})
	s.noteFloor(a, e.Room, was)
	text := say("The floor is free.")
	switch e.Mode {
	case ModeQueue:
		text = say("The floor is free: raise a hand to speak.")
	case ModeClosed:
		text = say("The floor is closed.")
	}
	s.post(a, e, Line{Kind: "floor", Phrase: text})
}

func (e FloorExtended) apply(s *State, a Act) {
	team := s.floorOf(e.Room).speaker
	s.setFloor(e.Room, func(f *floor) { f.until = e.Until })
	s.post(a, e, Line{Kind: "floor", Team: team, Phrase: say("keeps the floor for %s.", spell(e.Until-a.Table))})
}

// apply keeps the claim: the team stands at the head of the queue that follows the round.
func (e TurnSkipped) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.order = without(f.order, e.Team)
		if f.speaker == e.Team {
			f.speaker, f.until, f.halted = "", 0, false
		}
		if !slices.Contains(f.hands, e.Team) {
			f.hands = append([]TeamID{e.Team}, f.hands...)
		}
	})
	text := say("is passed over; the claim to speak is kept.")
	if e.Absent {
		text = say("is not here; the claim to speak is kept.")
	}
	if why := s.text(e.Why); why != "" {
		text = say("is passed over (%s); the claim to speak is kept.", why)
	}
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Phrase: text, words: []WordID{e.Why}})
}

func (e TurnStopped) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.halted, f.left = true, e.Left })
	s.teams = with(s.teams, e.Team, func(t *teamState) { t.held += e.Held })
}

func (e TurnResumed) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.halted, f.left, f.since, f.until = false, 0, a.Table, e.Until })
}
