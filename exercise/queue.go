package exercise

import (
	"cmp"
	"slices"
)

// nextHand chooses from the queue. No track is heard twice before a waiting
// track: the one that has had the floor longest ago goes first. Within it the
// team that has held the floor least, then the first to raise its hand.
func (s State) nextHand(f floor) (TeamID, bool) {
	var waiting []TeamID
	for _, team := range f.hands {
		if s.teamHere(team) {
			waiting = append(waiting, team)
		}
	}
	if len(waiting) == 0 {
		return "", false
	}
	heard := func(team TeamID) int { return slices.Index(f.tracks, s.track(team)) }
	return slices.MinFunc(waiting, func(a, b TeamID) int {
		x, y := s.teams[a], s.teams[b]
		return cmp.Or(cmp.Compare(heard(a), heard(b)), cmp.Compare(x.held, y.held), cmp.Compare(x.spoken, y.spoken))
	}), true
}

// queuePlace tells where a team stands: "you are next". It says nothing of one
// that does not wait.
func (s State) queuePlace(team TeamID) Phrase {
	switch place := slices.Index(s.upNext(TableRoom), team); place {
	case -1:
		return Phrase{}
	case 0:
		return say("you are next")
	default:
		return say("you are number %d in the order", place+1)
	}
}

// upNext lists who speaks after the present speaker.
func (s State) upNext(r RoomID) []TeamID {
	f := s.floorOf(r)
	next := slices.Concat(f.replies, f.order)
	for {
		team, ok := s.nextHand(f)
		if !ok {
			return next
		}
		next = append(next, team)
		f.hands = without(f.hands, team)
		f.had(s.track(team))
	}
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
	case d.s.floorOf(TableRoom).closed:
		return refuse(ErrNotNow, "Debate on this item has been closed; what is left is to decide.")
	case up:
		return refuse(ErrNotNow, "Your hand is raised already; `hand down` takes it down.")
	}
	d.emit(HandRaised{Room: TableRoom, Team: team})
	d.takeHand()
	return nil
}

// takeHand gives the floor to a raised hand where nobody has it.
func (d *decider) takeHand() {
	if f := d.s.floorOf(TableRoom); f.mode == ModeQueue && f.speaker == "" && d.mayPass() == nil {
		d.pass(TableRoom)
	}
}

func (e HandRaised) apply(s *State, a Act) {
	s.did(a, handStep{e.Room, e.Team, true, len(s.floorOf(e.Room).hands)})
	s.setFloor(e.Room, func(f *floor) { f.hands = append(slices.Clone(f.hands), e.Team) })
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Phrase: say("raises a hand.")})
}

func (e HandLowered) apply(s *State, a Act) {
	s.did(a, handStep{e.Room, e.Team, false, slices.Index(s.floorOf(e.Room).hands, e.Team)})
	s.setFloor(e.Room, func(f *floor) { f.hands = without(f.hands, e.Team) })
	s.post(a, e, Line{Kind: "floor", Team: e.Team, Phrase: say("takes the hand down.")})
}
