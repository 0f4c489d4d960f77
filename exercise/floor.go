package exercise

import "slices"

// Floor modes.
const (
	ModeRounds = "rounds" // the floor passes through the teams
	ModeQueue  = "queue"  // raised hands
	ModeOpen   = "open"   // whoever speaks
	ModeClosed = "closed" // nobody but the chair
)

// TableRoom is the room of the lateral procedure: one table for all tracks.
const TableRoom RoomID = "table"

// floor says who may speak in a room. It belongs to the room, like its feed.
type floor struct {
	mode      string
	order     []TeamID // turns still to come in this round
	speaker   TeamID
	until     int64 // table ms
	turn      bool
	hands     []TeamID // in order of raising
	last      Track    // of the last speaker
	orderBy   TeamID   // a point of order stands
	left      int64    // what it left the speaker, ms
	suspended int64    // table ms until which the floor is closed; 0 not
}

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

// ruleFirst: while a point of order stands the floor does not move.
func (d *decider) ruleFirst() error {
	if by := d.s.floorOf(TableRoom).orderBy; by != "" {
		return refuse(ErrNotNow, "%s has raised a point of order; `rule \"…\"` on it first.", d.s.teamName(by))
	}
	return nil
}

// pass gives the floor to whoever is next. Absent teams are skipped with a
// trace; after the round the raised hands follow, and then the floor rests.
func (d *decider) pass(r RoomID) { d.passBut(r, "") }

// passBut leaves one team out: the one that has just been passed over.
func (d *decider) passBut(r RoomID, but TeamID) {
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
	d.emit(FloorRested{Room: r, Mode: mode})
}

func (d *decider) give(r RoomID, team TeamID, time int64, turn bool) {
	if time <= 0 {
		time = d.s.plan.Times.Turn
	}
	d.emit(FloorGiven{Room: r, Team: team, Until: d.s.now.table + time, Turn: turn})
}

// nextHand chooses from the queue: no track twice before a waiting track,
// and among those the team that has spoken least, then the first to raise.
func (s State) nextHand(f floor) (TeamID, bool) {
	best, found := TeamID(""), false
	better := func(a, b TeamID) bool {
		if same := s.track(a) == f.last; same != (s.track(b) == f.last) {
			return !same
		}
		return s.teams[a].spoken < s.teams[b].spoken
	}
	for _, team := range f.hands {
		if s.teamHere(team) && (!found || better(team, best)) {
			best, found = team, true
		}
	}
	return best, found
}

func (c Next) decide(d *decider) error {
	if err := d.mayConduct("pass the floor on"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	if f.suspended > 0 {
		d.emit(SuspensionEnded{Room: TableRoom})
		return nil
	}
	if err := d.ruleFirst(); err != nil {
		return err
	}
	if (f.mode == ModeClosed || f.mode == ModeOpen) && f.speaker == "" {
		return refuse(ErrNotNow, "The floor is %s in this item. `item NAME` opens another one, `floor TEAM` gives the floor.", f.mode)
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
	if d.s.floorOf(TableRoom).suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; `next` ends that.")
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
	if open := d.s.standing(); len(open) > 0 {
		for _, x := range open {
			d.emit(DeadlineMoved{ID: x.ID, Until: x.Until + c.Time})
		}
		return nil
	}
	f := d.s.floorOf(TableRoom)
	if f.speaker == "" {
		return refuse(ErrNotNow, "Nobody has the floor and nothing stands for decision.")
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
	}
	d.emit(TurnSkipped{Room: TableRoom, Team: c.Team, Why: c.Why.ID})
	if f.speaker == c.Team {
		d.passBut(TableRoom, c.Team)
	}
	return nil
}

func (c Hand) decide(d *decider) error {
	team, err := d.team("raise a hand")
	if err != nil {
		return err
	}
	if err := d.play("raise a hand", Table, Closing); err != nil {
		return err
	}
	up := slices.Contains(d.s.floorOf(TableRoom).hands, team)
	switch {
	case c.Down && !up:
		return refuse(ErrNotNow, "Your hand is not raised.")
	case c.Down:
		d.emit(HandLowered{Room: TableRoom, Team: team})
		return nil
	case up:
		return refuse(ErrNotNow, "Your hand is raised already; `hand down` takes it down.")
	}
	d.emit(HandRaised{Room: TableRoom, Team: team})
	f := d.s.floorOf(TableRoom)
	if f.mode == ModeQueue && f.speaker == "" && f.suspended == 0 && f.orderBy == "" {
		d.pass(TableRoom)
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
	d.pass(TableRoom)
	return nil
}

func (e FloorGiven) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.speaker, f.until, f.turn = e.Team, e.Until, e.Turn
		f.last = s.track(e.Team)
		f.order, f.hands = without(f.order, e.Team), without(f.hands, e.Team)
	})
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Text: "has the floor for " + spell(e.Until-a.Table) + "."})
}

func (e FloorRested) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.speaker, f.until, f.mode, f.turn = "", 0, e.Mode, false })
	text := "The floor is free."
	if e.Mode == ModeQueue {
		text = "The floor is free: raise a hand to speak."
	}
	s.post(a, e, Line{Kind: "floor", Text: text})
}

func (e FloorExtended) apply(s *State, a Act) {
	team := s.floorOf(e.Room).speaker
	s.setFloor(e.Room, func(f *floor) { f.until = e.Until })
	s.post(a, e, Line{Kind: "floor", Team: team, Text: "keeps the floor for " + spell(e.Until-a.Table) + "."})
}

// apply keeps the claim: the team stands at the head of the queue that follows the round.
func (e TurnSkipped) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.order = without(f.order, e.Team)
		if f.speaker == e.Team {
			f.speaker, f.until = "", 0
		}
		if !slices.Contains(f.hands, e.Team) {
			f.hands = append([]TeamID{e.Team}, f.hands...)
		}
	})
	text := "is passed over; the claim to speak is kept."
	if e.Absent {
		text = "is not here; the claim to speak is kept."
	}
	if why := s.text(e.Why); why != "" {
		text = "is passed over (" + why + "); the claim to speak is kept."
	}
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Text: text, words: []WordID{e.Why}})
}

func (e HandRaised) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.hands = append(slices.Clone(f.hands), e.Team) })
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Text: "raises a hand."})
}

func (e HandLowered) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) { f.hands = without(f.hands, e.Team) })
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Text: "takes the hand down."})
}
