package exercise

import "slices"

// replyTime is how long a right of reply lasts, on the table clock.
const replyTime = 60 * second

// Reply asks for the right of reply, once an item. The words say to what; the
// team answers when the speaker ends.
type Reply struct {
	Words Text `json:"words"`
}

// ReplyAsked: the team has the floor next.
type ReplyAsked struct {
	Room  RoomID `json:"room"`
	Team  TeamID `json:"team"`
	Words WordID `json:"words"`
}

func (c Reply) decide(d *decider) error {
	team, err := d.team("reply")
	if err != nil {
		return err
	}
	if err := d.play("reply", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "A right of reply"); err != nil {
		return err
	}
	f := d.s.floorOf(TableRoom)
	switch {
	case f.speaker == team:
		return refuse(ErrFloor, "You have the floor; reply now.")
	case slices.Contains(f.replied, team):
		return refuse(ErrNotNow, "You have used your right of reply in this item; `hand` raises your hand.")
	case f.closed:
		return refuse(ErrNotNow, "Debate on this item has been closed.")
	}
	d.emit(ReplyAsked{Room: TableRoom, Team: team, Words: c.Words.ID})
	if f.speaker == "" && d.mayPass() == nil {
		d.pass(TableRoom)
	}
	return nil
}

// giveReply gives the floor to the first team present that waits with a right of reply.
func (d *decider) giveReply(r RoomID) bool {
	for _, team := range d.s.floorOf(r).replies {
		if d.s.teamHere(team) {
			d.halt(r)
			d.emit(FloorGiven{Room: r, Team: team, Until: d.s.now.table + replyTime, Reply: true})
			return true
		}
	}
	return false
}

func (e ReplyAsked) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.replies = append(slices.Clip(f.replies), e.Team)
		f.replied = append(slices.Clip(f.replied), e.Team)
	})
	s.post(a, e, Line{Kind: "reply", Team: e.Team, Phrase: say("asks for the right of reply: %s", s.text(e.Words)), words: []WordID{e.Words}})
}
