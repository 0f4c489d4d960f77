package exercise

import "slices"

var phases = []Phase{Lobby, Briefing, Table, Closing, HotWash, Debrief, Closed}

// running: between STARTEX and ENDEX.
func (p Phase) running() bool {
	return p == Briefing || p == Table || p == Closing || p == HotWash
}

// Ended: ENDEX has been announced.
func (p Phase) Ended() bool { return p == Debrief || p == Closed }

func (c Start) decide(d *decider) error {
	if err := d.need("start the exercise", Control); err != nil {
		return err
	}
	if d.s.phase != Lobby {
		return refuse(ErrNotNow, "The exercise has started already; it is in the %s.", word(d.s.phase))
	}
	first := Briefing
	if d.s.plan.Times.Briefing == 0 {
		first = Table
	}
	d.enter(first, "STARTEX")
	return nil
}

func (c EnterPhase) decide(d *decider) error {
	if err := d.need("change the phase", Control); err != nil {
		return err
	}
	to, from := slices.Index(phases, c.Phase), slices.Index(phases, d.s.phase)
	switch {
	case to < 0:
		return refuse(ErrUnknown, "There is no phase %q. The phases are lobby, briefing, table, closing, hot wash, debrief and closed.", c.Phase)
	case to <= from:
		return refuse(ErrNotNow, "Phases go forward only; this is the %s.", word(d.s.phase))
	case d.s.phase == Lobby:
		return refuse(ErrNotNow, "Use `start` to begin: it announces STARTEX.")
	case c.Phase == Debrief || (c.Phase == Closed && d.s.phase != Debrief):
		return refuse(ErrNotNow, "Use `end` first: it announces ENDEX and opens the debrief.")
	case len(d.s.standing()) > 0:
		return refuse(ErrNotNow, "%s still stands; close it first.", d.s.standing()[0].ID)
	}
	d.enter(c.Phase, "")
	return nil
}

func (c End) decide(d *decider) error {
	if err := d.need("end the exercise", Control); err != nil {
		return err
	}
	if !d.s.phase.running() {
		return refuse(ErrNotNow, "There is nothing to end; this is the %s.", word(d.s.phase))
	}
	if len(d.s.standing()) > 0 {
		return refuse(ErrNotNow, "%s still stands; close it first.", d.s.standing()[0].ID)
	}
	if _, open := d.s.Collecting(); open {
		return refuse(ErrNotNow, "Answers to the last question are still being written; they appear when its time is over.")
	}
	d.enter(Debrief, "ENDEX")
	return nil
}

func (d *decider) enter(p Phase, announce string) {
	d.halt(TableRoom)
	d.endSuspension(TableRoom)
	d.dropMotions()
	d.emit(PhaseEntered{Phase: p, Announce: announce})
	if p != Briefing && p != Table && p != Closing {
		d.closeCaucuses()
	}
	if p == Table && len(d.s.plan.Agenda) > 0 {
		d.openItem(0)
	}
	if p == Table && len(d.s.teamsHere()) == 0 {
		d.emptyTable()
	}
}

func (e PhaseEntered) apply(s *State, a Act) {
	s.phase = e.Phase
	if s.agenda.startex == 0 && e.Phase.running() {
		s.agenda.startex = a.Wall
	}
	s.clock.scenarioOn = e.Phase.running()
	s.clock.tableOn = e.Phase == Table || e.Phase == Closing || e.Phase == HotWash
	s.agenda.phaseUntil = 0
	if length := s.phaseLength(e.Phase); length > 0 {
		s.agenda.phaseUntil = a.Scenario + length
	}
	s.setFloor(TableRoom, func(f *floor) { *f = floor{mode: ModeOpen} })
	text := say("The %s is open.", word(e.Phase))
	switch {
	case e.Announce == "STARTEX":
		text = say("STARTEX. EXERCISE EXERCISE EXERCISE. The %s is open.", word(e.Phase))
	case e.Announce == "ENDEX":
		text = say("ENDEX. The exercise is over.")
	case e.Phase == Closed:
		text = say("The exercise is closed.")
	}
	s.post(a, e, Line{Kind: "phase", Phrase: text})
}

// phaseLength is the ms planned for a phase, 0 where the scenario sets none.
func (s *State) phaseLength(p Phase) int64 {
	t := s.plan.Times
	return map[Phase]int64{Briefing: t.Briefing, Closing: t.Closing, HotWash: t.HotWash}[p]
}
