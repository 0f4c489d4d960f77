package exercise

import (
	"cmp"
	"slices"
)

// MotionKind names what a procedural motion asks for.
type MotionKind string

// The motions in order of precedence. An appeal goes before them all; it is
// put at once. A division comes last.
const (
	MotionSuspend MotionKind = "suspend"
	MotionAdjourn MotionKind = "adjourn"
	MotionDefer   MotionKind = "defer"
	MotionClose   MotionKind = "close debate"
	MotionReopen  MotionKind = "reopen"
	MotionDivide  MotionKind = "divide"
	MotionAppeal  MotionKind = "appeal"
)

var precedence = []MotionKind{MotionAppeal, MotionSuspend, MotionAdjourn, MotionDefer, MotionClose, MotionReopen, MotionDivide}

// suspendTime is how long `motion suspend` asks for where it gives no time.
const suspendTime = 8 * minute

type (
	// Move makes a motion. Clause is what defer and reopen name, Time what
	// suspend asks for.
	Move struct {
		Kind   MotionKind `json:"kind"`
		Clause ClauseID   `json:"clause,omitempty"`
		Time   int64      `json:"time,omitempty"`
		Why    Text       `json:"why"`
	}
	// Appeal asks the teams to overrule the chair's last ruling. It is put at
	// once; every team present has one vote, whatever the procedure.
	Appeal struct{}
)

type (
	// Moved: a motion waits for the chair to put it or gavel it.
	Moved struct {
		ID     Subject    `json:"id"` // M1
		Kind   MotionKind `json:"kind"`
		Team   TeamID     `json:"team"`
		Clause ClauseID   `json:"clause,omitempty"`
		Para   ParaID     `json:"para,omitempty"`
		Time   int64      `json:"time,omitempty"`
		Why    WordID     `json:"why"`
	}
	// MotionDropped: withdrawn by its mover, or lapsed.
	MotionDropped struct {
		ID     Subject `json:"id"`
		Lapsed bool    `json:"lapsed,omitempty"`
	}
	// DebateClosed: nobody speaks any more in this item; decisions go on.
	DebateClosed struct {
		Room RoomID `json:"room"`
	}
)

// proceedings are the motions so far, and the ruling that can be appealed.
type proceedings struct {
	motions     []motion
	appealUntil int64 // table ms
}

type motion struct {
	Moved
	dropped string // MotionWithdrawn or MotionLapsed
}

// What becomes of a motion that is not decided.
const (
	MotionWithdrawn = "withdrawn"
	MotionLapsed    = "lapsed"
)

// MotionView is a procedural motion or an appeal.
type MotionView struct {
	ID     Subject  `json:"id"`   // M1
	Kind   string   `json:"kind"` // suspend, adjourn, defer, close debate, reopen, divide, appeal
	Team   TeamID   `json:"team"`
	Clause ClauseID `json:"clause,omitempty"`
	Para   ParaID   `json:"para,omitempty"` // of divide
	Line   Phrase   `json:"line"`           // what it asks for: "to suspend the sitting for 8 min"
	Why    string   `json:"why,omitempty"`
	State  string   `json:"state"` // open, put, carried, not carried, withdrawn, lapsed
}

// textual: its motions change what becomes of the text, and are decided by the
// same rule as the text.
func (k MotionKind) textual() bool { return k == MotionDefer || k == MotionReopen }

func (k MotionKind) rank() int { return slices.Index(precedence, k) }

func (s State) motion(x Subject) (motion, bool) {
	for _, m := range s.moved.motions {
		if sameSubject(m.ID, x) {
			return m, true
		}
	}
	return motion{}, false
}

// fate is how a motion stands: by the last decision on it, if there was one.
func (s State) fate(m motion) string {
	if m.dropped != "" {
		return m.dropped
	}
	fate := "open"
	for _, x := range s.decided {
		switch {
		case x.X != m.ID || x.takenBack:
		case x.outcome == "":
			fate = "put"
		case x.outcome == Carried || x.outcome == NotCarried:
			fate = string(x.outcome)
		default: // objected to or postponed: it waits again
			fate = "open"
		}
	}
	return fate
}

// openMotions lists those that are not settled, in order of precedence.
func (s State) openMotions() []motion {
	var open []motion
	for _, m := range s.moved.motions {
		if f := s.fate(m); f == "open" || f == "put" {
			open = append(open, m)
		}
	}
	slices.SortStableFunc(open, func(a, b motion) int { return cmp.Compare(a.Kind.rank(), b.Kind.rank()) })
	return open
}

// motionStanding is the motion or appeal that is being decided.
func (s State) motionStanding() (decision, bool) {
	for _, x := range s.standing() {
		if _, ok := s.motion(x.X); ok {
			return x, true
		}
	}
	return decision{}, false
}

func (c Move) decide(d *decider) error {
	if c.Kind != MotionSuspend && c.Time != 0 {
		return refuse(ErrText, "Only a motion to suspend takes a time.")
	}
	e := Moved{Kind: c.Kind, Why: c.Why.ID}
	switch c.Kind {
	case MotionSuspend:
		e.Time = cmp.Or(c.Time, suspendTime)
		if e.Time < 10*second || e.Time > 60*minute {
			return refuse(ErrText, "A sitting is suspended for between 10 seconds and 60 minutes, such as `motion suspend 8m`.")
		}
	case MotionAdjourn:
		if d.s.agenda.item+1 >= len(d.s.plan.Agenda) {
			return refuse(ErrNotNow, "No item follows this one; `motion suspend` asks for a pause.")
		}
	case MotionDefer, MotionReopen:
		e.Clause = c.Clause
		if err := d.mayMoveOn(e); err != nil {
			return err
		}
	case MotionClose:
		if d.s.floorOf(TableRoom).closed {
			return refuse(ErrNotNow, "Debate on this item has been closed already.")
		}
	default:
		return refuse(ErrUnknown, "There is no motion %q. Motions are suspend, adjourn, defer 4, close and reopen 3.", c.Kind)
	}
	return d.move(e)
}

// mayMoveOn looks at the clause that a motion would defer or reopen.
func (d *decider) mayMoveOn(e Moved) error {
	c, ok := d.s.clause(e.Clause)
	if !ok {
		return refuse(ErrUnknown, "There is no clause %s.", e.Clause)
	}
	switch {
	case e.Kind == MotionDefer && c.settled():
		return refuse(ErrNotNow, "Clause %s is %s.", c.ID, word(c.State))
	case e.Kind == MotionReopen && !c.settled():
		return refuse(ErrNotNow, "Clause %s is %s; there is nothing to reopen.", c.ID, word(c.State))
	}
	return nil
}

// move puts a motion before the chair, once.
func (d *decider) move(e Moved) error {
	team, err := d.team("make a motion")
	if err != nil {
		return err
	}
	if err := d.play("make a motion", Table); err != nil {
		return err
	}
	if d.s.floorOf(TableRoom).suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; make the motion when it goes on.")
	}
	for _, m := range d.s.openMotions() {
		if m.Kind == e.Kind && m.Clause == e.Clause && m.Para == e.Para {
			return refuse(ErrNotNow, "%s asks for that already; the chair puts it.", d.s.motionTitle(m))
		}
	}
	e.ID, e.Team = Subject("M"+itoa(len(d.s.moved.motions)+1)), team
	d.emit(e)
	return nil
}

func (c Appeal) decide(d *decider) error {
	if until := d.s.moved.appealUntil; until == 0 || d.s.now.table >= until {
		return refuse(ErrNotNow, "A ruling is appealed at once, within %s; none stands now that can be.", spell(d.s.plan.Times.Order))
	}
	if err := d.move(Moved{Kind: MotionAppeal}); err != nil {
		return err
	}
	d.putAppeal()
	return nil
}

// putAppeal puts an appeal at once, or as soon as nothing else stands.
func (d *decider) putAppeal() {
	if m, ok := d.s.appealWaiting(); ok {
		d.stand(FormPut, m.ID, d.s.plan.Times.Put)
	}
}

func (s State) appealWaiting() (motion, bool) {
	open := s.openMotions()
	if len(open) == 0 || open[0].Kind != MotionAppeal || len(s.asked()) > 0 || s.floorOf(TableRoom).suspended > 0 {
		return motion{}, false
	}
	return open[0], true
}

// appealStands: then every team at the table has a vote.
func (s State) appealStands() bool {
	x, ok := s.motionStanding()
	return ok && s.matter(x).motion == MotionAppeal
}

func (s State) dueAppeal(yield func(dueItem)) {
	if _, ok := s.appealWaiting(); ok && s.clock.tableRuns() {
		yield(dueItem{at: s.now.wall, decide: (*decider).putAppeal})
	}
}

// withdrawMotion: a mover may withdraw a motion until it is put.
func (d *decider) withdrawMotion(m motion) error {
	team, err := d.team("withdraw a motion")
	if err != nil {
		return err
	}
	switch f := d.s.fate(m); {
	case m.Team != team:
		return refuse(ErrRole, "Only %s can withdraw %s.", d.s.teamName(m.Team), m.ID)
	case f != "open":
		return refuse(ErrNotNow, "%s is %s.", m.ID, word(f))
	}
	d.emit(MotionDropped{ID: m.ID})
	return nil
}

func (e Moved) apply(s *State, a Act) {
	m := motion{Moved: e}
	s.moved.motions = append(slices.Clip(s.moved.motions), m)
	if e.Kind == MotionAppeal {
		s.moved.appealUntil = 0
		s.post(a, e, Line{Kind: "motion", Team: e.Team, Ref: string(e.ID), Phrase: say("appeals against the ruling (%s).", e.ID)})
		return
	}
	text := say("moves %s (%s)", motionLine(m), e.ID)
	if why := s.text(e.Why); why != "" {
		text = say("%s: %s", text, why)
	}
	s.post(a, e, Line{Kind: "motion", Team: e.Team, Ref: string(e.ID), Phrase: text.Ended(), words: []WordID{e.Why}})
}

func (e MotionDropped) apply(s *State, a Act) {
	m := motion{}
	for i := range s.moved.motions {
		if s.moved.motions[i].ID == e.ID {
			s.moved.motions = withAt(s.moved.motions, i, func(m *motion) {
				m.dropped = MotionWithdrawn
				if e.Lapsed {
					m.dropped = MotionLapsed
				}
			})
			m = s.moved.motions[i]
		}
	}
	if e.Lapsed {
		s.post(a, e, Line{Kind: "motion", Ref: string(e.ID), Phrase: say("%s has lapsed.", s.motionTitle(m))})
		return
	}
	s.post(a, e, Line{Kind: "motion", Team: m.Team, Ref: string(e.ID), Phrase: say("withdraws %s.", e.ID)})
}

// motionLine says what a motion asks for.
func motionLine(m motion) Phrase {
	switch m.Kind {
	case MotionSuspend:
		return say("to suspend the sitting for %s", spell(m.Time))
	case MotionAdjourn:
		return say("to adjourn debate on this item and open the next")
	case MotionDefer:
		return say("to defer clause %s to the annex", m.Clause)
	case MotionClose:
		return say("to close debate on this item")
	case MotionReopen:
		return say("to reopen clause %s", m.Clause)
	case MotionDivide:
		return say("to decide paragraph %s by itself", m.Para)
	}
	return say("to overrule the chair")
}

// motionTitle names a motion in mid-sentence: "M1, Hydra's motion to close debate".
func (s State) motionTitle(m motion) Phrase {
	if m.Kind == MotionAppeal {
		return say("%s, the appeal of %s against the ruling", m.ID, s.teamName(m.Team))
	}
	return say("%s, the motion of %s %s", m.ID, s.teamName(m.Team), motionLine(m))
}

// motionViews lists the open ones in order of precedence, then the others.
func (s State) motionViews() []MotionView {
	open := s.openMotions()
	all := slices.Clone(open)
	for _, m := range s.moved.motions {
		if !slices.ContainsFunc(open, func(o motion) bool { return o.ID == m.ID }) {
			all = append(all, m)
		}
	}
	views := make([]MotionView, len(all))
	for i, m := range all {
		views[i] = MotionView{
			ID: m.ID, Kind: string(m.Kind), Team: m.Team, Clause: m.Clause, Para: m.Para,
			Line: motionLine(m), Why: s.text(m.Why), State: s.fate(m),
		}
	}
	return views
}
