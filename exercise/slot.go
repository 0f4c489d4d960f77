package exercise

import "slices"

// Where written input is taken, tracks without a say observe: they speak in
// the stakeholder slot of the agenda and nowhere else at the table.

// observes says whether a team sits at the table without a place in the
// deciding.
func (s State) observes(team TeamID) bool {
	p := s.procedure()
	return p.Input && team != "" && !s.inHall(team) && !p.decides(s.track(team))
}

// slotOpen says whether the stakeholder slot is the item in hand.
func (s State) slotOpen() bool {
	return s.agenda.item >= 0 && s.plan.Agenda[s.agenda.item].Kind == StakeholderSlot
}

// mayTakeFloor says whether a team may be given the floor in the item in hand.
func (s State) mayTakeFloor(team TeamID) bool {
	return !s.inHall(team) && (!s.observes(team) || s.phase != Table || s.slotOpen())
}

// noFloorFor tells the chair why a team cannot be given the floor.
func (s State) noFloorFor(team TeamID) error {
	if s.inHall(team) {
		return refuse(ErrRole, "%s is in the hall, not at the table; `whisper %s \"…\"` reaches it.", s.teamName(team), team)
	}
	return refuse(ErrFloor, "%s observes under the procedure %s and is heard in the stakeholder slot; `item NAME` opens it.", s.teamName(team), s.procedure().Name)
}

// inSlot refuses an observer outside the slot, naming when that is.
func (d *decider) inSlot(team TeamID) error {
	if d.s.mayTakeFloor(team) {
		return nil
	}
	return refuse(ErrFloor, "Your team observes under the procedure %s. %s", d.s.procedure().Name, d.s.observersCan())
}

// observersCan is what observers can do now.
func (s State) observersCan() Phrase {
	return say("%s `amend` lodges written input, `ask TEAM` writes to a team and `whisper` to the chair.", s.observersSpeak())
}

// observersSpeak says when their team does.
func (s State) observersSpeak() Phrase {
	i := slices.IndexFunc(s.plan.Agenda, func(x AgendaItem) bool { return x.Kind == StakeholderSlot })
	switch {
	case i < 0:
		return say("The agenda has no stakeholder slot, so it does not speak at the table.")
	case i == 0:
		return say("It speaks in the stakeholder slot, the first item of the agenda (%s).", s.plan.Agenda[i].Name)
	}
	return say("It speaks in the stakeholder slot, item %s of the agenda, which follows %s.", s.plan.Agenda[i].Name, itemTitle(s.plan.Agenda[i-1]))
}

// turnsIn lists the turns of an item: those who observe have theirs in the
// stakeholder slot, all others everywhere else.
func (s State) turnsIn(kind ItemKind, first int) []TeamID {
	return slices.DeleteFunc(s.turns(first), func(t TeamID) bool {
		return s.inHall(t) || s.observes(t) != (kind == StakeholderSlot)
	})
}
