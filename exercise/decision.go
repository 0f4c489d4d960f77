package exercise

import "slices"

// Forms of a decision.
const (
	FormGavel    = "gavel"    // "Is there any objection to X?"
	FormPut      = "put"      // positions are asked
	FormDeferral = "deferral" // a gavel that moves a clause to the annex
)

// mostStanding decisions may stand at once, on one sheet.
const mostStanding = 8

// decision is one thing asked of the table, standing or closed.
type decision struct {
	DecisionOpened
	title      string // as people said it when it opened; it may quote words
	openedWall int64
	positions  []position
	waited     []TeamID
	settling   bool
	settled    int // how often "closing in 15 s" has been started

	outcome    Outcome // empty while it stands
	sentence   string
	binding    Track
	silent     []TeamID
	adRef      []adRef
	statements []statement
	closedWall int64
	closedBy   SeatID // who closed a put by hand
	left       int64  // table ms a put still had when closed by hand
	revision   int
	before     []Clause // the clauses as they were
	beforeAm   []Amendment
	takenBack  bool
}

type position struct {
	team  TeamID
	kind  PositionKind
	adRef int64
	words WordID
	by    SeatID
}

type adRef struct {
	AdRef
	lapsed bool
}

type statement struct {
	team  TeamID
	words WordID
}

// standing lists the decisions not yet closed.
func (s State) standing() []decision {
	var open []decision
	for i := len(s.decided) - 1; i >= 0 && i >= len(s.decided)-4*mostStanding; i-- {
		if s.decided[i].outcome == "" && !s.decided[i].takenBack {
			open = append(open, s.decided[i])
		}
	}
	slices.Reverse(open)
	return open
}

func (s State) decision(id DecisionID) (decision, int) {
	i := slices.IndexFunc(s.decided, func(x decision) bool { return x.ID == id })
	if i < 0 {
		return decision{}, -1
	}
	return s.decided[i], i
}

func (s *State) changeDecision(id DecisionID, change func(*decision)) {
	if _, i := s.decision(id); i >= 0 {
		s.decided = withAt(s.decided, i, change)
	}
}

func (d *decision) position(team TeamID) (position, bool) {
	for _, p := range d.positions {
		if p.team == team {
			return p, true
		}
	}
	return position{}, false
}

func (c Gavel) decide(d *decider) error {
	if err := d.need("use the gavel", Chair); err != nil {
		return err
	}
	return d.open(FormGavel, []Subject{c.X}, c.Time, d.s.plan.Times.Gavel)
}

func (c Defer) decide(d *decider) error {
	if err := d.need("defer a clause", Chair); err != nil {
		return err
	}
	if _, ok := d.s.clause(c.Clause); !ok {
		return refuse(ErrUnknown, "There is no clause %s.", c.Clause)
	}
	return d.open(FormDeferral, []Subject{Subject(c.Clause)}, 0, d.s.plan.Times.Gavel)
}

func (c Put) decide(d *decider) error {
	if err := d.need("put something", Chair); err != nil {
		return err
	}
	if len(c.X) == 0 {
		return refuse(ErrText, "Say what to put: `put A1` or `put 3.1a/2 4.2a/1 2m`.")
	}
	return d.open(FormPut, c.X, c.Time, d.s.plan.Times.Put)
}

func (d *decider) open(form string, xs []Subject, time, usual int64) error {
	if time <= 0 {
		time = usual
	}
	if time > 30*minute {
		return refuse(ErrText, "Give at most 30 minutes.")
	}
	if err := d.mayOpen(); err != nil {
		return err
	}
	for _, x := range xs {
		sub, err := d.s.subject(x)
		if err != nil {
			return err
		}
		if err := d.mayStand(form, sub); err != nil {
			return err
		}
		d.emit(DecisionOpened{
			ID: DecisionID("D" + itoa(len(d.s.decided)+1)), Form: form, X: sub.x,
			Until: d.s.now.table + time, Opened: d.s.now.table,
		})
	}
	return nil
}

// mayOpen holds what is true of every decision: the phase, and who is here.
func (d *decider) mayOpen() error {
	if err := d.play("ask for a decision", Table, Closing); err != nil {
		return err
	}
	if d.s.floorOf(TableRoom).suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; `next` ends that.")
	}
	for _, team := range d.s.say() {
		if d.s.inGrace(team) {
			return refuse(ErrNotNow, "%s has been away for less than three minutes; nothing is decided without it until then.", d.s.teamName(team))
		}
	}
	for _, t := range d.s.decidingTracks() {
		if !slices.ContainsFunc(d.s.teamsHere(), func(id TeamID) bool { return d.s.track(id) == t }) {
			return refuse(ErrNotNow, "Nobody of %s (%s) is here; without a whole track nothing can be decided.", t, t.Word())
		}
	}
	return nil
}

// mayStand holds what is true of this subject.
func (d *decider) mayStand(form string, sub subject) error {
	open := d.s.standing()
	if len(open) >= mostStanding {
		return refuse(ErrNotNow, "Eight decisions stand already; close one first.")
	}
	for _, x := range open {
		other, err := d.s.subject(x.X)
		if err == nil && sub.clash(other) {
			return refuse(ErrNotNow, "%s on %s stands and would decide the same words; close it first.", x.ID, other.title)
		}
	}
	if sub.whole {
		return d.mayAdopt(form)
	}
	for _, id := range sub.clauses {
		c, _ := d.s.clause(id)
		switch c.State {
		case ClauseAgreed, ClauseFinal, ClauseDeferred, ClauseDeleted:
			return refuse(ErrNotNow, "Clause %s is %s.", id, c.State)
		}
		if points := pointsOf(c); sub.clause && form != FormDeferral && len(points) > 0 {
			return refuse(ErrNotNow, "Clause %s still has open points: %s. Close them first, or `defer %s`.", id, sentenceList(points), id)
		}
	}
	return nil
}

func pointsOf(c Clause) []string {
	var ids []string
	for _, p := range c.Paras {
		for _, point := range openPoints(p) {
			ids = append(ids, string(point.ID))
		}
	}
	return ids
}

// mayAdopt: nothing is agreed until everything is agreed.
func (d *decider) mayAdopt(form string) error {
	if form == FormDeferral {
		return refuse(ErrText, "Only a clause can be deferred.")
	}
	if d.s.closing.adopted {
		return refuse(ErrNotNow, "The text has been adopted already.")
	}
	var open []string
	for _, c := range d.s.draft.clauses {
		if c.State != ClauseAgreed && c.State != ClauseDeleted && c.State != ClauseDeferred {
			open = append(open, string(c.ID))
		}
	}
	if len(open) > 0 {
		return refuse(ErrNotNow, "Not every clause is agreed, deleted or deferred: %s. `gavel CLAUSE` or `defer CLAUSE` first.", sentenceList(open))
	}
	if x := d.s.pendingAdRef(); x != nil {
		return refuse(ErrNotNow, "%s stands ad referendum on %s; it must be cleared before adoption.", d.s.teamName(x.adRef[0].Team), x.X)
	}
	return nil
}

func (s State) pendingAdRef() *decision {
	for i := range s.decided {
		for _, a := range s.decided[i].adRef {
			if !a.Cleared && !a.lapsed && !s.decided[i].takenBack {
				return &s.decided[i]
			}
		}
	}
	return nil
}

func (e DecisionOpened) apply(s *State, a Act) {
	sub, _ := s.subject(e.X)
	s.decided = append(slices.Clip(s.decided), decision{DecisionOpened: e, title: sub.title, openedWall: a.Wall})
	text := "Is there any objection to " + sub.title + "?"
	switch e.Form {
	case FormPut:
		text = "Positions are asked on " + sub.title + ", for " + spell(e.Until-a.Table) + "."
	case FormDeferral:
		text = "Is there any objection to deferring " + sub.title + "?"
	}
	s.post(a, e, Line{Kind: "gavel", Seat: a.Seat, Ref: string(e.X), Text: text})
}

func (c RequestPut) decide(d *decider) error {
	team, err := d.team("ask the chair to put something")
	if err != nil {
		return err
	}
	sub, err := d.s.subject(c.X)
	if err != nil {
		return err
	}
	d.emit(PutRequested{Team: team, X: sub.x})
	return nil
}

func (e PutRequested) apply(s *State, a Act) {
	s.desk.requests = append(slices.Clip(s.desk.requests), putRequest{e.Team, e.X})
	s.post(a, e, Line{Kind: "request", Team: e.Team, Ref: string(e.X), Text: "asks the chair to put " + string(e.X) + "."})
}

// find chooses the decision an answer is meant for.
func (d *decider) find(x Subject, gavels bool) (decision, error) {
	var open []decision
	for _, c := range d.s.standing() {
		if (c.Form != FormPut) == gavels {
			open = append(open, c)
		}
	}
	name := "positions are asked on anything"
	if gavels {
		name = "the chair asks for objections"
	}
	if len(open) == 0 {
		return decision{}, refuse(ErrNotNow, "You can answer only while %s; nothing stands.", name)
	}
	if x == "" && len(open) == 1 {
		return open[0], nil
	}
	for _, c := range open {
		if x != "" && (sameSubject(c.X, x) || sameSubject(Subject(c.ID), x)) {
			return c, nil
		}
	}
	names := make([]string, len(open))
	for i, c := range open {
		names[i] = string(c.X)
	}
	return decision{}, refuse(ErrUnknown, "Say which one: %s.", sentenceList(names))
}

func sameSubject(a, b Subject) bool { return equalFold(string(a), string(b)) }

// voice gives the team, if it has a say now.
func (d *decider) voice(what string) (TeamID, error) {
	team, err := d.team(what)
	if err != nil {
		return "", err
	}
	if !slices.Contains(d.s.say(), team) {
		return "", refuse(ErrRole, "Your team has no say now.")
	}
	return team, nil
}

func (c Object) decide(d *decider) error {
	team, err := d.voice("object")
	if err != nil {
		return err
	}
	if err := said(c.Why, "An objection"); err != nil {
		return err
	}
	x, err := d.find(c.X, true)
	if err != nil {
		if put, err2 := d.find(c.X, false); err2 == nil {
			return TakePosition{X: put.X, Position: Objects, Words: c.Why}.decide(d)
		}
		return err
	}
	if d.s.actingHead(team) != d.seat.ID {
		return d.wait(x, team) // an adviser's objection counts as wait at once
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: Objects, Words: c.Why.ID, By: d.seat.ID})
	d.close(x.ID, "")
	return nil
}

func (c Wait) decide(d *decider) error {
	team, err := d.voice("ask for time")
	if err != nil {
		return err
	}
	x, err := d.find(c.X, true)
	if err != nil {
		return err
	}
	return d.wait(x, team)
}

func (d *decider) wait(x decision, team TeamID) error {
	if slices.Contains(x.waited, team) {
		return refuse(ErrNotNow, "You have asked for time on %s once already; `object \"why\"` stops it.", x.X)
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: PositionWait, By: d.seat.ID})
	d.emit(DeadlineMoved{ID: x.ID, Until: x.Until + d.s.plan.Times.Wait})
	return nil
}

func (c TakePosition) decide(d *decider) error {
	team, err := d.head("give a position")
	if err != nil {
		return err
	}
	if _, err := d.voice("give a position"); err != nil {
		return err
	}
	x, err := d.find(c.X, false)
	if err != nil {
		return err
	}
	if err := c.complete(); err != nil {
		return err
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: c.Position, AdRef: c.AdRef, Words: c.Words.ID, By: d.seat.ID})
	d.settle(x.ID)
	return nil
}

// complete asks for what each position needs.
func (c TakePosition) complete() error {
	switch c.Position {
	case Accept:
		if c.AdRef != 0 && (c.AdRef < 10*second || c.AdRef > 60*minute) {
			return refuse(ErrText, "Ad referendum takes a time between 10s and 60m, such as `accept ad-ref 10m`.")
		}
	case StandAside:
	case NotYet:
		return said(c.Words, "`not-yet`")
	case Objects:
		return said(c.Words, "An objection")
	default:
		return refuse(ErrText, "A position is accept, accept ad-ref TIME, not-yet \"…\", object \"…\" or aside.")
	}
	return nil
}

// settle: when all with a say have answered, "closing in 15 s" stands,
// restarted once by a change.
func (d *decider) settle(id DecisionID) {
	x, _ := d.s.decision(id)
	for _, team := range d.s.say() {
		if _, ok := x.position(team); !ok && d.s.teamHere(team) {
			return
		}
	}
	until := d.s.now.table + d.s.plan.Times.Settle
	if x.settled < 2 && (x.settled == 1 || until < x.Until) {
		d.emit(DeadlineMoved{ID: id, Until: until, Settling: true})
	}
}

func (e Positioned) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		if e.Position == PositionWait {
			x.waited = append(slices.Clone(x.waited), e.Team)
			return
		}
		x.positions = slices.DeleteFunc(slices.Clone(x.positions), func(p position) bool { return p.team == e.Team })
		x.positions = append(x.positions, position{e.Team, e.Position, e.AdRef, e.Words, e.By})
	})
	x, _ := s.decision(e.ID)
	text := map[PositionKind]string{
		Accept: "accepts ", NotYet: "is not yet ready on ", Objects: "objects to ",
		StandAside: "stands aside on ", PositionWait: "asks for time on ",
	}[e.Position] + string(x.X)
	if e.AdRef > 0 {
		text += " ad referendum, for " + spell(e.AdRef)
	}
	if why := s.text(e.Words); why != "" {
		text += ": " + why
	}
	s.post(a, e, Line{Kind: "position", Team: e.Team, Seat: e.By, Ref: string(x.X), Text: ended(text), words: []WordID{e.Words}})
}

func (e DeadlineMoved) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		x.Until = e.Until
		if e.Settling {
			x.settling = true
			x.settled++
		}
	})
	x, _ := s.decision(e.ID)
	text := "The time for " + string(x.X) + " ends in " + spell(e.Until-a.Table) + "."
	if e.Settling {
		text = "All have answered on " + string(x.X) + ": closing in " + spell(e.Until-a.Table) + "."
	}
	s.post(a, e, Line{Kind: "gavel", Ref: string(x.X), Text: text})
}

func (c MakeStatement) decide(d *decider) error {
	team, err := d.team("make a statement")
	if err != nil {
		return err
	}
	if err := said(c.Words, "A statement"); err != nil {
		return err
	}
	if len(d.s.decided) == 0 {
		return refuse(ErrNotNow, "A statement explains a position; nothing has been put yet.")
	}
	x := d.s.decided[len(d.s.decided)-1]
	d.emit(Stated{ID: x.ID, Team: team, Words: c.Words.ID})
	return nil
}

func (e Stated) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		x.statements = append(slices.Clip(x.statements), statement{e.Team, e.Words})
	})
	x, _ := s.decision(e.ID)
	s.post(a, e, Line{Kind: "statement", Team: e.Team, Ref: string(x.X), Text: "states on " + string(x.X) + ": " + s.text(e.Words), words: []WordID{e.Words}})
}
