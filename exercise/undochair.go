package exercise

import (
	"reflect"
	"slices"
)

// What the chair takes back: the floor, a question just asked, and within 60
// seconds a gavel that fell or a close.

type (
	// FloorRestored: the floor is with Team again, or with nobody.
	FloorRestored struct {
		Room     RoomID   `json:"room"`
		Team     TeamID   `json:"team,omitempty"`
		Until    int64    `json:"until,omitempty"` // table ms
		Mode     string   `json:"mode"`
		Turn     bool     `json:"turn,omitempty"`
		Replying bool     `json:"replying,omitempty"`
		Order    []TeamID `json:"order,omitempty"`
		Hands    []TeamID `json:"hands,omitempty"`
		Replies  []TeamID `json:"replies,omitempty"`
		Tracks   []Track  `json:"tracks,omitempty"`
		Of       int64    `json:"of"`
	}
	// AskedBack: the question that stood is asked no more, or, again, it stands
	// until Until (table ms).
	AskedBack struct {
		ID    DecisionID `json:"id"`
		Again bool       `json:"again,omitempty"`
		Until int64      `json:"until,omitempty"`
		Of    int64      `json:"of"`
	}
	// TakenBack: the chair took back a gavel that fell or a close; clauses and
	// amendments are as they were before it.
	TakenBack struct {
		ID         DecisionID  `json:"id"`
		Reopened   bool        `json:"reopened,omitempty"` // positions are open again
		Until      int64       `json:"until,omitempty"`
		Clauses    []Clause    `json:"clauses,omitempty"`
		Amendments []Amendment `json:"amendments,omitempty"`
		Revision   int         `json:"revision"`
		Of         int64       `json:"of"`
	}
	// Redecided: the decision taken back stands as it was decided.
	Redecided struct {
		ID         DecisionID  `json:"id"`
		Clauses    []Clause    `json:"clauses,omitempty"`
		Amendments []Amendment `json:"amendments,omitempty"`
		Revision   int         `json:"revision"`
		Of         int64       `json:"of"`
	}
)

// floorStep is a passing of the floor; was is what it ended, with the time
// that was left.
type floorStep struct {
	room    RoomID
	was, is floor
	spoken  int // by who has it now
}

func (x floorStep) what(s State) Phrase {
	if x.is.speaker == "" {
		return say("the end of the turn")
	}
	return say("the floor of %s", s.teamName(x.is.speaker))
}

func (x floorStep) back(d *decider, of int64) ([]Event, error) {
	f := d.s.floorOf(x.room)
	switch {
	case f.speaker != x.is.speaker || f.since != x.is.since || f.mode != x.is.mode || f.suspended > 0 || f.orderBy != "":
		return nil, refuse(ErrNotNow, "The floor has moved on since; `floor TEAM` gives it anew.")
	case f.speaker != "" && d.s.teams[f.speaker].spoken != x.spoken:
		return nil, refuse(ErrNotNow, "%s has spoken since; `floor TEAM` gives the floor anew.", d.s.teamName(f.speaker))
	}
	e := FloorRestored{
		Room: x.room, Team: x.was.speaker, Mode: x.was.mode, Turn: x.was.turn, Replying: x.was.replying, Tracks: x.was.tracks,
		Order: restored(x.was.order, x.is.order, f.order), Hands: restored(x.was.hands, x.is.hands, f.hands),
		Replies: restored(x.was.replies, x.is.replies, f.replies), Of: of,
	}
	if e.Team != "" {
		e.Until = d.s.now.table + x.was.left
	}
	if f.speaker == "" || f.halted {
		return []Event{e}, nil
	}
	stop := TurnStopped{Room: x.room, Team: f.speaker, Held: d.s.now.table - f.since, Left: max(f.until-d.s.now.table, 0)}
	return []Event{stop, e}, nil
}

// restored undoes in a list as it now is what made is out of was.
func restored(was, is, now []TeamID) []TeamID {
	if slices.Equal(now, is) {
		return was
	}
	list := slices.DeleteFunc(slices.Clone(now), func(t TeamID) bool { return slices.Contains(is, t) && !slices.Contains(was, t) })
	for i, t := range was {
		if !slices.Contains(is, t) && !slices.Contains(list, t) {
			list = slices.Insert(list, min(i, len(list)), t)
		}
	}
	return list
}

// noteFloor keeps a passing of the floor by the chair; was is the floor before.
func (s *State) noteFloor(a Act, r RoomID, was floor) {
	switch a.Command.(type) {
	case GiveFloor, Next, Undo:
		f := s.floorOf(r)
		s.did(a, floorStep{room: r, was: was, is: f, spoken: s.teams[f.speaker].spoken})
	}
}

func (e FloorRestored) apply(s *State, a Act) {
	was := s.floorOf(e.Room)
	s.setFloor(e.Room, func(f *floor) {
		f.speaker, f.since, f.until, f.mode, f.turn, f.replying = e.Team, a.Table, e.Until, e.Mode, e.Turn, e.Replying
		f.order, f.hands, f.replies, f.tracks = e.Order, e.Hands, e.Replies, e.Tracks
		f.halted, f.left = false, 0
	})
	s.noteFloor(a, e.Room, was)
	text := say("the floor is free.")
	if e.Team != "" {
		text = say("%s has the floor again, with the time that was left.", s.teamName(e.Team))
	}
	s.postBack(a, e, e.Of, Line{Kind: "undo", Seat: a.Seat, Phrase: text})
}

// askedStep is a question just asked of the table, or, not standing, one that
// the chair has taken back.
type askedStep struct {
	id       DecisionID
	standing bool
	left     int64 // table ms it had when it was taken back
	wall     int64
}

// noteAsked keeps a question that the chair asked.
func (s *State) noteAsked(a Act, id DecisionID) {
	if seat, _ := s.Seat(a.Seat); seat.Has(Chair) {
		s.changeDecision(id, func(x *decision) { x.by = a.Seat })
		s.did(a, askedStep{id: id, standing: true, wall: a.Wall})
	}
}

func (x askedStep) what(s State) Phrase { return say("the question on %s", s.subjectOf(x.id)) }

func (x askedStep) back(d *decider, of int64) ([]Event, error) {
	now, _ := d.s.decision(x.id)
	switch {
	case now.outcome != "" || now.takenBack == x.standing:
		return nil, refuse(ErrNotNow, "%s has been decided since.", now.X)
	case d.s.now.wall-x.wall > undoTime:
		return nil, refuse(ErrNotNow, "More than 60 seconds have passed since %s was asked; `close %s` ends it.", now.X, now.X)
	case x.standing && len(now.positions) > 0:
		return nil, refuse(ErrNotNow, "%s has given a position on %s; `close %s` ends it.", d.s.teamName(now.positions[0].team), now.X, now.X)
	}
	if x.standing {
		for _, h := range d.s.draft.held {
			if h.ID == x.id {
				return nil, refuse(ErrNotNow, "%s waits until %s closes; `close %s` ends it.", h.Amendment.ID, now.X, now.X)
			}
		}
		return []Event{AskedBack{ID: x.id, Of: of}}, nil
	}
	sub, err := d.s.askedOn(now.Form, now.X)
	if err == nil {
		err = d.mayOpen()
	}
	if err == nil && now.Form != FormReopening {
		err = d.mayStand(now.Form, sub)
	}
	if err != nil {
		return nil, err
	}
	return []Event{AskedBack{ID: x.id, Again: true, Until: d.s.now.table + x.left, Of: of}}, nil
}

func (e AskedBack) apply(s *State, a Act) {
	x, _ := s.decision(e.ID)
	s.did(a, askedStep{id: e.ID, standing: e.Again, left: max(x.Until-a.Table, 0), wall: a.Wall})
	text := say("%s is not asked now.", x.X)
	if e.Again {
		text = say("%s stands again, for %s.", x.X, spell(e.Until-a.Table))
	}
	s.changeDecision(e.ID, func(x *decision) {
		x.takenBack, x.closedWall = !e.Again, a.Wall
		if e.Again {
			x.Until, x.closedWall = e.Until, 0
		}
	})
	s.postBack(a, e, e.Of, Line{Kind: "undo", Seat: a.Seat, Ref: string(x.X), Phrase: text})
}

// decidedStep is a gavel that fell or a put closed by hand; was is how it stood.
type decidedStep struct {
	id   DecisionID
	was  decision
	wall int64
}

func (x decidedStep) what(State) Phrase { return say("the decision on %s", x.was.X) }

func (x decidedStep) back(d *decider, of int64) ([]Event, error) {
	now, _ := d.s.decision(x.id)
	if err := d.mayTakeBack(now, x.wall); err != nil {
		return nil, err
	}
	e := TakenBack{ID: x.id, Revision: d.s.draft.revision + 1, Of: of}
	e.Clauses, e.Amendments, _ = d.s.unmade(now)
	for i := range e.Clauses {
		e.Clauses[i].State, e.Clauses[i].Revision = now.before[i].State, e.Revision
	}
	if now.Form == FormPut {
		e.Reopened, e.Until = true, d.s.now.table+max(now.left, 30*second)
	}
	return []Event{e}, nil
}

// mayTakeBack names what stands in the way of taking a decision back.
func (d *decider) mayTakeBack(x decision, wall int64) error {
	_, motion := d.s.motion(x.X)
	switch {
	case d.s.now.wall-wall > undoTime:
		return refuse(ErrNotNow, "More than 60 seconds have passed since %s was decided; only a motion to reopen helps now.", x.X)
	case slices.ContainsFunc(x.adRef, func(r adRef) bool { return r.lapsed }):
		return refuse(ErrNotNow, "The decision on %s was postponed already.", x.X)
	case x.takenBack || x.outcome == "" || x.voided || x.outcome == ObjectedTo || x.outcome != Carried && x.closedBy == "":
		return refuse(ErrNotNow, "Nothing was decided on %s; there is nothing to take back.", x.X)
	case motion:
		return refuse(ErrNotNow, "%s has been carried out; only another motion changes that.", x.X)
	case x.Form == FormReopening:
		return refuse(ErrNotNow, "%s has been reopened; a gavel on it agrees it again.", say("%s", x.X).Capital())
	case x.X == WholeText && len(d.s.closing.signatures) > 0:
		return refuse(ErrNotNow, "%s has signed the text; only a reopening helps now.", d.s.teamName(d.s.closing.signatures[0].team))
	case !d.s.asMade(x):
		return refuse(ErrNotNow, "The draft has changed since %s was decided, so it cannot be taken back.", x.X)
	}
	for _, y := range d.s.asked() {
		if a, err := d.s.askedOn(y.Form, y.X); err == nil && slices.ContainsFunc(x.after, func(c Clause) bool { return slices.Contains(a.clauses, c.ID) }) {
			return refuse(ErrNotNow, "%s stands; close it before the decision on %s is taken back.", y.X, x.X)
		}
	}
	return nil
}

// asMade: what the decision changed is still as it left it.
func (s State) asMade(x decision) bool {
	for i, made := range x.after {
		if !s.holds(x.before[i], made) {
			return false
		}
	}
	return true
}

// holds: where a clause was changed from one form to another, it still has that form.
func (s State) holds(from, to Clause) bool {
	now, _ := s.clause(to.ID)
	if now.State != to.State || !slices.Equal(now.Agreed, to.Agreed) {
		return false
	}
	return !slices.ContainsFunc(to.Paras, func(p Paragraph) bool {
		old, is := paraIn(from, p.ID), paraIn(now, p.ID)
		return old != nil && is != nil && !reflect.DeepEqual(*old, p) && !reflect.DeepEqual(*is, p)
	})
}

// noteDecided keeps who may take a decision back: the chair who closed a put,
// or asked for the objections that did not come.
func (s *State) noteDecided(a Act, was decision) {
	by := was.by
	if was.Form == FormPut {
		by = ""
		if _, closed := a.Command.(Close); closed {
			by = a.Seat
		}
	}
	if was.Form != FormSilence {
		s.didFor(by, a, decidedStep{id: was.ID, was: was, wall: a.Wall})
	}
}

func (e TakenBack) apply(s *State, a Act) {
	x, _ := s.decision(e.ID)
	if x.X == WholeText {
		s.closing.adopted = false
	}
	redo := redoStep{id: e.ID, was: x, wall: a.Wall}
	for _, c := range e.Clauses {
		old, _ := s.clause(c.ID)
		redo.from, redo.to = append(redo.from, c), append(redo.to, old)
	}
	for _, m := range e.Amendments {
		old, _ := s.amendment(m.ID)
		redo.amendments = append(redo.amendments, old.Amendment)
	}
	s.putClauses(e.Clauses)
	s.putAmendments(e.Amendments)
	s.draft.revision = e.Revision
	s.changeDecision(e.ID, func(x *decision) {
		x.outcome, x.sentence, x.tallies, x.adRef = "", Phrase{}, nil, nil
		x.before, x.after, x.beforeAm, x.closed, x.chose, x.closedBy = nil, nil, nil, nil, nil, ""
		x.takenBack, x.settling, x.settled, x.undone = !e.Reopened, false, 0, &redo.was
		if e.Reopened {
			x.Until = e.Until
		}
	})
	redo.is, _ = s.decision(e.ID)
	s.did(a, redo)
	text := say("the decision on %s. The text is as it was before.", x.X)
	if e.Reopened {
		text = say("the closing of %s. Positions are open again.", x.X)
	}
	s.postBack(a, e, e.Of, Line{Kind: "undo", Seat: a.Seat, Ref: string(x.X), Phrase: text})
}

// redoStep is a decision taken back: was is how it was decided, is how it
// stands now; from and to are the clauses now and as it had made them.
type redoStep struct {
	id         DecisionID
	was, is    decision
	from, to   []Clause
	amendments []Amendment
	wall       int64
}

func (x redoStep) what(State) Phrase { return say("taking back the decision on %s", x.was.X) }

func (x redoStep) back(d *decider, of int64) ([]Event, error) {
	now, _ := d.s.decision(x.id)
	switch {
	case d.s.now.wall-x.wall > undoTime:
		return nil, refuse(ErrNotNow, "More than 60 seconds have passed since the decision on %s was taken back; ask again.", now.X)
	case now.outcome != x.is.outcome || now.takenBack != x.is.takenBack || !slices.Equal(now.positions, x.is.positions):
		return nil, refuse(ErrNotNow, "%s has moved on since the decision was taken back; close it or ask again.", now.X)
	}
	for i := range x.from {
		if !d.s.holds(x.to[i], x.from[i]) {
			return nil, refuse(ErrNotNow, "The draft has changed since the decision on %s was taken back; ask again.", now.X)
		}
	}
	if x.was.outcome == Carried { // what was lodged since may forbid it
		sub, err := d.s.askedOn(now.Form, now.X)
		if err == nil {
			err = d.mayDecide(now.Form, sub)
		}
		if err != nil {
			return nil, err
		}
	}
	e := Redecided{ID: x.id, Amendments: x.amendments, Revision: d.s.draft.revision + 1, Of: of}
	for i, to := range x.to {
		c, _ := d.s.clause(to.ID)
		c.Paras, c.State, c.Agreed, c.Revision = slices.Clone(c.Paras), to.State, to.Agreed, e.Revision
		for k, p := range c.Paras {
			if was, is := paraIn(to, p.ID), paraIn(x.from[i], p.ID); was != nil && is != nil && !reflect.DeepEqual(*was, *is) {
				c.Paras[k] = *was
			}
		}
		e.Clauses = append(e.Clauses, c)
	}
	return []Event{e}, nil
}

func (e Redecided) apply(s *State, a Act) {
	now, _ := s.decision(e.ID)
	s.changeDecision(e.ID, func(x *decision) {
		statements := x.statements
		*x = *x.undone
		x.statements, x.revision = statements, e.Revision
	})
	s.putClauses(e.Clauses)
	s.putAmendments(e.Amendments)
	s.draft.revision = e.Revision
	x, _ := s.decision(e.ID)
	if x.X == WholeText && x.outcome == Carried {
		s.closing.adopted = true
	}
	s.did(a, decidedStep{id: e.ID, was: now, wall: a.Wall})
	s.postBack(a, e, e.Of, Line{Kind: "undo", Seat: a.Seat, Ref: string(x.X), Phrase: say("the decision on %s stands. %s", x.X, x.sentence)})
}
