package exercise

// Under some procedures not every track sits at the table. Those that do not
// have a room of their own, the hall: its floor is open and nobody chairs it.
// Nothing of the table is known there but what is published, and nothing of
// the hall at the table but what is delivered.

// inHall says whether a team is in the hall, not at the table.
func (s State) inHall(team TeamID) bool { return s.tableOf(team) == HallRoom }

// admitAside keeps those without a place at the table to what is theirs. What
// is not named here is the table's: a refusal in its words would already tell
// the hall of it.
func (d *decider) admitAside(c Command) error {
	team := d.seat.Team
	if team == "" || !d.s.inHall(team) && !d.s.observes(team) {
		return nil
	}
	switch c.(type) {
	case Agree, Ready, Vote, Correct, Timeout, RealWorld, CancelRealWorld,
		Say, SpeakRoom, Ask, AnswerAsk, Whisper, Request, AnswerInject,
		CallCaucus, JoinCaucus, SpeakCaucus, LeaveCaucus,
		Amend, Cosponsor, Withdraw, Empower, Confirm, DropWish,
		Sign, Endorse, Dissociate, Decline, Attest, Undo:
		return nil
	case Order, Appeal:
		if d.s.observes(team) {
			return nil
		}
	case TakePosition, Object:
		if d.s.observes(team) && d.s.appealStands() {
			return nil
		}
	case Hand, Yield:
		if d.s.observes(team) {
			return d.inSlot(team)
		}
		return refuse(ErrFloor, "The floor in the hall is open: `say \"…\"` speaks at once.")
	}
	return d.s.notAtTable(team)
}

// notAtTable refuses with what the team can do instead.
func (s State) notAtTable(team TeamID) error {
	if s.observes(team) {
		return refuse(ErrRole, "Your team observes under the procedure %s. %s", s.procedure().Name, s.observersCan())
	}
	return refuse(ErrRole, "Your team is in the hall, not at the table. %s", s.hallCan())
}

// hallCan is what people in the hall can do now.
func (s State) hallCan() Phrase {
	if s.takesNonPaper() {
		return say("`say` speaks in the hall, `text` shows what is published, `whisper` reaches the chair and `ask TEAM` another team; `amend` adds to the non-paper.")
	}
	return say("`say` speaks in the hall, `text` shows what is published, `whisper` reaches the chair and `ask TEAM` another team.")
}

// asideCan is the line that says what a team without a place in the deciding
// can do now.
func (s State) asideCan(team TeamID) Phrase {
	observes := s.observes(team)
	switch {
	case s.closing.adopted && s.signatureOf(team).how == "":
		return say("The text is adopted: `sign`, `endorse` or `decline`.")
	case s.phase == Closing:
		return say("The signatures are being collected.")
	case observes && s.appealStands() && !s.unanswered(team).IsZero():
		return s.unanswered(team)
	case observes && s.floorOf(TableRoom).speaker == team:
		return say("You have the floor: type and press Enter.")
	case observes && s.slotOpen():
		return say("The stakeholder slot is open: `hand` asks for the floor.")
	case observes:
		return say("Your team observes. %s", s.observersCan())
	}
	return say("You are in the hall. %s", s.hallCan())
}

// openHall opens the hall, where there is one, with the scenario's draft
// published.
func (s *State) openHall(wall int64) {
	if len(s.Tables()) > 1 {
		s.setFloor(HallRoom, func(f *floor) { f.mode = ModeOpen })
		s.publish(Published{}, wall)
	}
}

// hallView fills in what is seen in the hall only: the text as it was last
// published, and what is said and written there.
func (s State) hallView(v *RoomView) {
	last := s.lastPublished()
	v.Item, v.Agenda = -1, s.plannedAgenda()
	v.Revision, v.Published = last.revision, last.revision
	for _, c := range last.clauses {
		v.Clauses = append(v.Clauses, s.publishedClause(c))
	}
	v.Revisions = s.publishedRevisions()
	v.Amendments = s.inputViews(HallRoom)
	if v.Closing = s.closingView(); v.Closing != nil {
		v.Closing.Annex = last.annex()
	}
}

// plannedAgenda is the agenda without how far the table has come.
func (s State) plannedAgenda() []ItemView {
	items := s.agendaView()
	for i := range items {
		items[i].Until = 0
	}
	return items
}
