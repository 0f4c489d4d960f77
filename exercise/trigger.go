package exercise

import (
	"slices"
	"strings"

	"kefi/exercise/when"
)

// What makes an inject go out by itself: its time, its agenda item, its
// condition. All are looked at as things stand after an act; what moves with
// story time alone is reckoned, so that nothing ticks in vain.

// checkConditions refuses a scenario with a condition that cannot be read.
// Whether the names in it exist is the loader's affair: one that does not is
// never so.
func (s Scenario) checkConditions() error {
	for where, text := range s.conditions() {
		if _, err := when.Parse(text); text != "" && err != nil {
			return refuse(ErrText, "The condition of %s, %s: %v.", where, text, err)
		}
	}
	return nil
}

// conditions gives every condition of a scenario with the inject it belongs to.
func (s Scenario) conditions() func(func(InjectID, string) bool) {
	return func(yield func(InjectID, string) bool) {
		for _, x := range s.Injects {
			texts := []string{x.When}
			for _, p := range x.Passages {
				texts = append(texts, p.When)
			}
			for _, shift := range x.Shifts {
				texts = append(texts, shift.When)
			}
			for _, text := range texts {
				if !yield(x.ID, text) {
					return
				}
			}
		}
	}
}

// isTrue tells whether a condition is met now; no condition always is.
func (s *State) isTrue(text string) bool {
	if text == "" {
		return true
	}
	x := s.condition(text)
	return !x.IsZero() && x.Holds(facts{s, s.now.scenario})
}

// conditionsRead are the scenario's conditions, read once.
func (s Scenario) conditionsRead() map[string]when.Expr {
	read := map[string]when.Expr{}
	for _, text := range s.conditions() {
		if text != "" {
			read[text], _ = when.Parse(text) // Begin refuses what cannot be read
		}
	}
	return read
}

// condition is a condition as read; one that control wrote is read anew.
func (s *State) condition(text string) when.Expr {
	x, known := s.conditions[text]
	if !known {
		x, _ = when.Parse(text)
	}
	return x
}

// sentenceOf is a condition as people say it, empty where there is none.
func (s *State) sentenceOf(text string) string {
	x := s.condition(text)
	if x.IsZero() {
		return text
	}
	return x.Sentence()
}

// facts are how things stand, at a moment of the story from now on.
type facts struct {
	s  *State
	at int64 // scenario ms
}

// Truth implements when.Facts.
func (f facts) Truth(fact, arg string) bool {
	switch fact {
	case "agreed", "deferred":
		c, _ := f.s.clause(ClauseID(arg))
		return fact == "agreed" && c.State.Agreed() || fact == "deferred" && c.State == ClauseDeferred
	case "open":
		return f.s.disputed(strings.ToLower(arg))
	case "delivered", "answered":
		i := f.s.injectIndex(InjectID(arg))
		return i >= 0 && (fact == "delivered" && f.s.injects[i].state == InjectDelivered || fact == "answered" && len(f.s.injects[i].answers) > 0)
	case "signed":
		return f.s.signatureOf(TeamID(arg)).how == HowSigned
	case "adopted":
		return f.s.closing.adopted
	}
	return false
}

// Number implements when.Facts.
func (f facts) Number(fact, arg string) int {
	switch fact {
	case "minute":
		return int(f.at / minute)
	case "dial":
		return f.s.model.dial(arg).value
	case "gap":
		return f.s.model.gap.at(f.at)
	case "points":
		n := 0
		for _, c := range f.s.draft.clauses {
			n += len(pointsOf(c))
		}
		return n
	case "lodged":
		return len(f.s.draft.amendments)
	case "asked":
		return len(f.s.rfis)
	}
	return 0
}

// Word implements when.Facts.
func (f facts) Word(fact string) string {
	switch {
	case fact == "phase":
		return string(f.s.phase)
	case fact == "item" && f.s.agenda.item >= 0:
		return f.s.plan.Agenda[f.s.agenda.item].Name
	}
	return ""
}

// disputed: in that clause or paragraph a point is open, or it is an open point.
func (s State) disputed(place string) bool {
	if c, ok := s.clause(ClauseID(place)); ok {
		return len(pointsOf(c)) > 0
	}
	if p, ok := s.para(ParaID(place)); ok {
		return len(openPoints(p)) > 0
	}
	p, ok := s.para(paraOf(PointID(place)))
	return ok && findPoint(p, PointID(place)) != nil
}

// comesTrue is the first scenario ms from a moment on at which a condition
// holds if nothing but story time moves.
func (s State) comesTrue(x when.Expr, from int64) (int64, bool) {
	moments := []int64{from}
	for _, n := range x.Against("minute") {
		moments = append(moments, int64(n)*minute, int64(n+1)*minute)
	}
	for _, n := range x.Against("gap") {
		moments = append(moments, s.model.gap.reaches(n)...)
	}
	slices.Sort(moments)
	for _, at := range moments {
		if at >= from && x.Holds(facts{&s, at}) {
			return at, true
		}
	}
	return 0, false
}

// ripe is the scenario ms at which an inject's trigger is met if nothing but
// story time moves. It lies in the past for a time that was missed.
func (s State) ripe(x injectState) (int64, bool) {
	switch {
	case x.Reserve || x.Item != "" && !s.wasOpened(x.Item):
		return 0, false
	case !x.when.IsZero():
		return s.comesTrue(x.when, max(x.At, s.now.scenario))
	case x.Item != "":
		return s.now.scenario, true
	}
	return x.At, x.At >= 0
}

// timed: it comes at a time of its own and by nothing else.
func (x injectState) timed() bool {
	return x.At >= 0 && x.Item == "" && x.when.IsZero() && !x.Reserve
}

func (s State) wasOpened(item string) bool {
	return slices.ContainsFunc(s.agenda.opened, func(o openedItem) bool { return s.plan.Agenda[o.item].Name == item })
}

// falls is the wall time at which an inject's moment comes, while story time runs.
func (s State) falls(x injectState) (int64, bool) {
	if x.state != InjectPlanned || x.held || x.Copycat.Of != "" && !x.judged || !s.phase.running() || s.phase == HotWash {
		return 0, false
	}
	at, ok := s.ripe(x)
	if !ok {
		return 0, false
	}
	return s.wallOfScenario(at)
}

// dueInjects: timed injects enter the take-back window early, so as to arrive
// on time, others as their moment comes; queued ones arrive whatever is paused.
func (s State) dueInjects(yield func(dueItem)) {
	for i := range s.injects {
		x := &s.injects[i]
		if x.state == InjectQueued {
			// Where control has just come back to it, it waits for `resume`.
			if s.phase.running() && !slices.Contains(s.clock.scenarioStops, PausedRestart) {
				yield(dueItem{at: x.queueAt, decide: func(d *decider) { d.deliver(x.ID) }})
			}
			continue
		}
		at, ok := s.falls(*x)
		switch {
		case !ok:
		case x.Release == ReleaseAsk:
			yield(dueItem{at: at, decide: func(d *decider) { d.emit(FellDue{Inject: x.ID}) }})
		case x.timed():
			yield(dueItem{at: max(at-takeBackTime, s.now.wall), decide: func(d *decider) { d.queue(x.ID, max(at, d.s.now.wall), false) }})
		default:
			yield(dueItem{at: at, decide: func(d *decider) { d.queue(x.ID, d.s.now.wall+takeBackTime, false) }})
		}
	}
}
