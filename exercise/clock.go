package exercise

import "slices"

// clocks is the state of the two clocks. Each has its own reasons to stand
// still and runs when there is none. Story time runs from STARTEX to ENDEX,
// table time from the opening of the table.
type clocks struct {
	scenarioOn, tableOn bool
	scenarioStops       []string
	tableStops          []string
	speed               int
	readingUntil        int64 // wall ms
}

func (c clocks) scenarioRuns() bool { return c.scenarioOn && len(c.scenarioStops) == 0 }
func (c clocks) tableRuns() bool    { return c.tableOn && len(c.tableStops) == 0 }
func (c clocks) rate() int64        { return int64(max(c.speed, 1)) }

// at reads the clocks at a wall time at or after from.
func (c clocks) at(from stamp, wall int64) stamp {
	passed := wall - from.wall
	to := stamp{wall, from.scenario, from.table}
	if c.scenarioRuns() {
		to.scenario += passed * c.rate()
	}
	if c.tableRuns() {
		to.table += passed
	}
	return to
}

// wallOfTable is the wall time at which the table clock will read ms.
func (s State) wallOfTable(ms int64) (int64, bool) {
	if !s.clock.tableRuns() {
		return 0, false
	}
	return s.now.wall + max(ms-s.now.table, 0), true
}

// wallOfScenario is the wall time at which the scenario clock will read ms.
func (s State) wallOfScenario(ms int64) (int64, bool) {
	if !s.clock.scenarioRuns() {
		return 0, false
	}
	rate := s.clock.rate()
	return s.now.wall + (max(ms-s.now.scenario, 0)+rate-1)/rate, true
}

// stop and start emit only what changes something.
func (d *decider) stop(c ClockName, why string) {
	if !slices.Contains(d.s.stops(c), why) {
		d.emit(ClockStopped{Clock: c, Why: why})
	}
}

func (d *decider) start(c ClockName, why string) {
	if slices.Contains(d.s.stops(c), why) {
		d.emit(ClockStarted{Clock: c, Why: why})
	}
}

func (s State) stops(c ClockName) []string {
	if c == ScenarioClock {
		return s.clock.scenarioStops
	}
	return s.clock.tableStops
}

func bothClocks(c ClockName) []ClockName {
	if c == "" {
		return []ClockName{ScenarioClock, TableClock}
	}
	return []ClockName{c}
}

func (c Pause) decide(d *decider) error {
	if err := d.need("pause a clock", Control); err != nil {
		return err
	}
	for _, clock := range bothClocks(c.Clock) {
		d.stop(clock, PausedByControl)
	}
	if len(d.act.Events) == 0 {
		return refuse(ErrNotNow, "That clock is paused already; `resume` starts it again.")
	}
	return nil
}

func (c Resume) decide(d *decider) error {
	if err := d.need("resume", Control); err != nil {
		return err
	}
	if d.s.safety.stopped != nil {
		d.emit(RealWorldOver{})
		return nil
	}
	for _, clock := range bothClocks(c.Clock) {
		for _, why := range []string{PausedByControl, PausedRestart, PausedNoControl, PausedReading} {
			d.start(clock, why)
		}
	}
	if len(d.act.Events) == 0 {
		return refuse(ErrNotNow, "Nothing is paused by control.")
	}
	return nil
}

func (c Speed) decide(d *decider) error {
	if err := d.need("change the speed", Control); err != nil {
		return err
	}
	if c.N < 1 || c.N > 600 {
		return refuse(ErrText, "The speed is a whole number from 1 to 600: story seconds in a second.")
	}
	d.emit(SpeedSet(c))
	return nil
}

func (e ClockStopped) apply(s *State, a Act) {
	if e.Clock == ScenarioClock {
		s.clock.scenarioStops = append(slices.Clone(s.clock.scenarioStops), e.Why)
	} else {
		s.clock.tableStops = append(slices.Clone(s.clock.tableStops), e.Why)
	}
	if e.Why != PausedReading && e.Why != PausedRealWorld {
		s.post(a, e, Line{Kind: "clock", Phrase: e.Clock.line(
			say("The scenario clock stands still: %s.", word(e.Why)), say("The table clock stands still: %s.", word(e.Why)))})
	}
}

func (e ClockStarted) apply(s *State, a Act) {
	if e.Clock == ScenarioClock {
		s.clock.scenarioStops = without(s.clock.scenarioStops, e.Why)
	} else {
		s.clock.tableStops = without(s.clock.tableStops, e.Why)
	}
	if e.Why == PausedReading {
		s.clock.readingUntil = 0
		return
	}
	if e.Why != PausedRealWorld {
		s.post(a, e, Line{Kind: "clock", Phrase: e.Clock.line(say("The scenario clock goes on."), say("The table clock goes on."))})
	}
}

// line chooses what is said of one of the clocks.
func (c ClockName) line(scenario, table Phrase) Phrase {
	if c == ScenarioClock {
		return scenario
	}
	return table
}

func (e SpeedSet) apply(s *State, a Act) {
	s.clock.speed = e.N
	s.post(a, e, Line{Kind: "clock", Phrase: say("Story time now runs at %d times real time.", e.N)})
}
