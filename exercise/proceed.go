package exercise

import "slices"

// What a motion is decided by and what follows from it.

// motionSubject is a motion as the subject of a decision.
func (s State) motionSubject(m motion) (subject, error) {
	if f := s.fate(m); f != "open" && f != "put" {
		return subject{}, refuse(ErrNotNow, "%s is %s.", m.ID, word(f))
	}
	sub := subject{x: m.ID, title: s.motionTitle(m), motion: m.Kind}
	if m.Kind.textual() {
		sub.clauses = []ClauseID{m.Clause} // decided by the rule of its clause
	}
	return sub, nil
}

// procedural: decided by a simple majority of the teams present, whatever the
// procedure says of the text.
func (sub subject) procedural() bool { return sub.motion != "" && !sub.motion.textual() }

// movers are the teams counted on a procedural motion: those with a say, and
// on an appeal every team at the table, each with one vote.
func (s State) movers(sub subject) []TeamID {
	if sub.motion != MotionAppeal {
		return s.say()
	}
	return slices.DeleteFunc(s.allTeams(), func(id TeamID) bool { return s.inHall(id) })
}

// mayTakeUp keeps the order of precedence, and motions serial: they never stand
// beside another decision.
func (d *decider) mayTakeUp(form string, sub subject) error {
	open := d.s.openMotions()
	if first := open[0]; first.ID != sub.x && first.Kind.rank() < sub.motion.rank() {
		return refuse(ErrNotNow, "%s goes before; `put %s` or `gavel %s` first.", d.s.motionTitle(first), first.ID, first.ID)
	}
	if form != FormGavel && form != FormPut {
		return refuse(ErrText, "A motion is put or gavelled.")
	}
	if by := d.s.floorOf(TableRoom).orderBy; by != "" {
		return refuse(ErrNotNow, "%s has raised a point of order; `rule \"…\"` on it first.", d.s.teamName(by))
	}
	return nil
}

// mayCarry looks again at what a motion asks for, when it is taken up and when
// it closes.
func (d *decider) mayCarry(sub subject) error {
	m, _ := d.s.motion(sub.x)
	if m.Kind.textual() {
		return d.mayMoveOn(m.Moved)
	}
	return nil
}

// stand opens a decision that nobody had to ask for.
func (d *decider) stand(form string, x Subject, time int64) {
	d.halt(TableRoom)
	d.emit(DecisionOpened{
		ID: DecisionID("D" + itoa(len(d.s.decided)+1)), Form: form, X: x, Until: d.s.now.table + time, Opened: d.s.now.table,
	})
}

// follow carries out a motion that has just been decided, and lets the floor go on.
func (d *decider) follow(id DecisionID) {
	x, _ := d.s.decision(id)
	m, ok := d.s.motion(x.X)
	if !ok {
		return
	}
	if x.outcome == Carried {
		d.carryOut(m)
	}
	d.goOn(TableRoom)
}

// floorFollows lets the floor wait for a motion that stands again, or go on.
func (d *decider) floorFollows() {
	if _, motion := d.s.motionStanding(); motion {
		d.halt(TableRoom)
	}
	d.goOn(TableRoom)
}

func (d *decider) carryOut(m motion) {
	switch m.Kind {
	case MotionSuspend:
		d.suspend(m.Time)
	case MotionAdjourn:
		if next := d.s.agenda.item + 1; next < len(d.s.plan.Agenda) {
			d.openItem(next)
		}
	case MotionClose:
		d.halt(TableRoom)
		d.emit(DebateClosed{Room: TableRoom})
	case MotionReopen:
		d.reopen(m.Clause)
	case MotionDivide:
		d.emit(ClauseDivided{Para: m.Para})
	}
}

// dropMotions lets lapse what was moved on an item that is over; a motion to
// reopen outlives it.
func (d *decider) dropMotions() {
	for _, m := range d.s.openMotions() {
		if m.Kind != MotionReopen {
			d.emit(MotionDropped{ID: m.ID, Lapsed: true})
		}
	}
}

func (e DebateClosed) apply(s *State, a Act) {
	s.setFloor(e.Room, func(f *floor) {
		f.speaker, f.until, f.halted, f.replying = "", 0, false, false
		f.order, f.hands, f.replies = nil, nil, nil
		f.mode, f.closed = ModeClosed, true
	})
	s.post(a, e, Line{Kind: "floor", Phrase: say("Debate on this item is closed; decisions go on.")})
}
