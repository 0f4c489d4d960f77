package exercise

import "slices"

// Due is the next thing that happens by itself. Whoever runs the exercise
// submits a Tick at that time, or a Reveal when it is the end of a hot-wash
// question.
type Due struct {
	At     int64 // wall ms
	Reveal bool
}

// dueItem is one thing that will fall due, and what happens then.
type dueItem struct {
	at     int64
	reveal bool
	decide func(*decider)
}

// Due tells what falls due next, by due time and then by the order of the
// scenario. It may lie in the past. Nothing falls due in a real-world stop.
func (s State) Due() (Due, bool) {
	x, ok := s.nextDue()
	return Due{At: max(x.at, s.now.wall), Reveal: x.reveal}, ok
}

func (s State) nextDue() (dueItem, bool) {
	var first dueItem
	found := false
	if s.safety.stopped != nil || !s.begun {
		return first, false
	}
	s.eachDue(func(x dueItem) {
		if !found || x.at < first.at {
			first, found = x, true
		}
	})
	return first, found
}

func (s State) eachDue(yield func(dueItem)) {
	s.dueCopycats(yield)
	s.dueInjects(yield)
	s.dueReminders(yield)
	s.dueReading(yield)
	s.dueFloor(yield)
	s.dueOrder(yield)
	s.dueFormal(yield)
	s.dueAppeal(yield)
	s.dueDecisions(yield)
	s.duePackages(yield)
	s.dueControl(yield)
	s.dueEmpty(yield)
	s.dueCaucuses(yield)
	if until, ok := s.Collecting(); ok {
		yield(dueItem{at: until, reveal: true})
	}
}

// decide does the one thing that is due first.
func (Tick) decide(d *decider) error {
	x, ok := d.s.nextDue()
	if !ok || x.reveal || x.at > d.s.now.wall {
		return refuse(ErrNotNow, "Nothing is due.")
	}
	x.decide(d)
	return nil
}

func (s State) dueReading(yield func(dueItem)) {
	if s.clock.readingUntil > 0 {
		yield(dueItem{at: s.clock.readingUntil, decide: func(d *decider) { d.start(TableClock, PausedReading) }})
	}
}

func (s State) dueFloor(yield func(dueItem)) {
	f := s.floorOf(TableRoom)
	if f.suspended > 0 {
		if at, ok := s.wallOfTable(f.suspended); ok {
			yield(dueItem{at: at, decide: func(d *decider) { d.reconvene(TableRoom) }})
		}
		return
	}
	if f.speaker == "" || f.halted {
		return
	}
	if at, ok := s.wallOfTable(f.until); ok {
		yield(dueItem{at: at, decide: func(d *decider) { d.pass(TableRoom) }})
	}
}

func (s State) dueDecisions(yield func(dueItem)) {
	if s.floorOf(TableRoom).suspended > 0 {
		return
	}
	for _, x := range s.standing() {
		if x.Form == FormSilence {
			s.dueSilence(x, yield)
			continue
		}
		if at, ok := s.wallOfTable(x.Until); ok {
			yield(dueItem{at: at, decide: func(d *decider) { d.close(x.ID, "") }})
		}
	}
	s.dueAdRefs(yield)
}

// dueControl: nobody with control for 60 s pauses both clocks. A seat that
// acted by a verb counts as present for ten minutes.
func (s State) dueControl(yield func(dueItem)) {
	if !s.phase.running() || slices.Contains(s.clock.scenarioStops, PausedNoControl) || slices.Contains(s.clock.scenarioStops, PausedRestart) {
		return
	}
	for _, id := range s.controlSeats() {
		if s.seats[id].via != "" {
			return
		}
	}
	yield(dueItem{at: s.goneSince(s.controlSeats()) + controlGrace, decide: func(d *decider) {
		d.stop(ScenarioClock, PausedNoControl)
		d.stop(TableClock, PausedNoControl)
	}})
}

// dueEmpty: nobody at the table stops the table clock, also when the last to
// be present was so by a verb.
func (s State) dueEmpty(yield func(dueItem)) {
	if s.phase != Table || !s.clock.tableRuns() {
		return
	}
	at := int64(0)
	for _, t := range s.plan.Teams {
		for _, id := range t.Seats {
			if s.seats[id].via != "" {
				return
			}
		}
		at = max(at, s.absentSince(t.ID))
	}
	yield(dueItem{at: at, decide: (*decider).emptyTable})
}
