package exercise

import "slices"

// Forms of a decision.
const (
	FormGavel = "gavel" // "Is there any objection to X?"
	FormPut   = "put"   // positions are asked
)

// mostStanding decisions may stand at once, on one sheet.
const mostStanding = 8

// decision is one thing asked of the table, standing or closed.
type decision struct {
	DecisionOpened
	title      Phrase   // as people said it when it opened
	quotes     []WordID // the texts that the title quotes
	openedWall int64
	positions  []position
	waited     []TeamID
	settling   bool
	settled    int // how often "closing in 15 s" has been started
	hush       hush
	chose      []AltID     // the alternatives that it made the text
	rests      []Condition // on which acceptances of it depended
	failed     []Subject   // of those, what is so no longer

	outcome    Outcome // empty while it stands
	sentence   Phrase
	tallies    []TallyView
	adRef      []adRef
	statements []statement
	closedWall int64
	closedBy   SeatID // who closed a put by hand
	left       int64  // table ms a put still had when closed by hand
	revision   int
	before     []Clause // the clauses as they were
	after      []Clause // and as the decision made them
	beforeAm   []Amendment
	by         SeatID    // the chair who asked
	asked      int64     // table ms at which it was to close before all had answered
	undone     *decision // as it was decided, once that has been taken back
	unsettled  int64     // table ms at which "closing in 15 s" was to end, before a position was taken back
	closed     []ClosedPoint
	takenBack  bool
	voided     bool // by a reopening; it stays on record
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
	why    WordID // of a refusal
}

type statement struct {
	team  TeamID
	words WordID
}

// standing lists the decisions not yet closed.
func (s State) standing() []decision {
	var open []decision
	for _, x := range s.decided {
		if x.outcome == "" && !x.takenBack {
			open = append(open, x)
		}
	}
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
	return d.ask(DecisionOpened{Form: form, Until: d.s.now.table + time}, xs)
}

// ask opens a decision on each of the subjects; several are one sheet.
func (d *decider) ask(e DecisionOpened, xs []Subject) error {
	if err := d.mayOpen(); err != nil {
		return err
	}
	subs, err := d.s.apart(xs)
	if err != nil {
		return err
	}
	if len(subs) > 1 {
		e.Sheet = d.s.nextSheet()
	}
	e.Opened = d.s.now.table
	for _, sub := range subs {
		if err := d.mayStand(e.Form, sub); err != nil {
			return err
		}
		if sub.motion != "" {
			d.halt(TableRoom)
		}
		e.ID, e.X = DecisionID("D"+itoa(len(d.s.decided)+1)), sub.x
		d.emit(e)
	}
	return nil
}

// mayOpen holds what is true of every decision: the phase and the sitting.
func (d *decider) mayOpen() error {
	if err := d.play("ask for a decision", Table, Closing); err != nil {
		return err
	}
	if d.s.floorOf(TableRoom).suspended > 0 {
		return refuse(ErrNotNow, "The sitting is suspended; `next` ends that.")
	}
	return nil
}

// mayStand holds what is true of this subject.
func (d *decider) mayStand(form string, sub subject) error {
	if err := d.mayDecideWithout(sub); err != nil {
		return err
	}
	open := d.s.standing()
	if sub.motion != "" { // what lies under silence leaves the table free
		open = d.s.asked()
	}
	if len(open) >= mostStanding {
		return refuse(ErrNotNow, "Eight decisions stand already; close one first.")
	}
	for _, x := range open {
		other, err := d.s.subject(x.X)
		if err == nil && sub.clash(other) {
			return refuse(ErrNotNow, "%s on %s stands and would decide the same words; close it first.", x.ID, other.title)
		}
	}
	if sub.motion != "" {
		if err := d.mayTakeUp(form, sub); err != nil {
			return err
		}
	}
	if sub.whole && d.s.closing.adopted {
		return refuse(ErrNotNow, "The text has been adopted already.")
	}
	if x, open := d.s.groupOn(sub.clauses); open && sub.motion == "" {
		return refuse(ErrNotNow, "A contact group sits on clause %s; nothing on it is put before %s reports.", x.clause, d.s.teamName(x.called[0]))
	}
	if team, ok := d.s.awaited(sub.alts, true); ok && form != FormPut {
		return refuse(ErrNotNow, "%s is in consultations and has a stance on %s; no gavel falls on it until then.", d.s.teamName(team), sub.title)
	}
	return d.mayDecide(form, sub)
}

// mayDecide holds what must be so when a decision opens and still when it
// closes: no open point in a clause, nothing decided twice.
func (d *decider) mayDecide(form string, sub subject) error {
	switch {
	case sub.whole:
		return d.mayAdopt(form)
	case sub.motion != "":
		return d.mayCarry(sub)
	}
	after := d.s.would(sub)
	for _, id := range sub.clauses {
		c, _ := after.clause(id)
		if c.settled() {
			return refuse(ErrNotNow, "Clause %s is %s.", id, word(c.State))
		}
		if points := pointsOf(c); slices.Contains(sub.agreed(), id) && form != FormDeferral && len(points) > 0 {
			return refuse(ErrNotNow, "Clause %s still has open points: %s. Close them first, or `defer %s`.", id, listed(points), id)
		}
	}
	return d.mayAgree(form, sub)
}

// would is the draft as it would be with a subject's alternatives as the text.
func (s State) would(sub subject) State {
	for _, alt := range sub.alts {
		p, _ := s.para(paraOf(alt.Point))
		if next, _, err := closePoint(p, alt); err == nil {
			s.putParas([]Paragraph{next}, s.draft.revision)
		}
	}
	return s
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
	var open []string
	for _, c := range d.s.draft.clauses {
		if c.State != ClauseAgreed && c.State != ClauseDeleted && c.State != ClauseDeferred {
			open = append(open, string(c.ID))
		}
	}
	if len(open) > 0 {
		return refuse(ErrNotNow, "Not every clause is agreed, deleted or deferred: %s. `gavel CLAUSE` or `defer CLAUSE` first.", listed(open))
	}
	if x := d.s.pendingAdRef(); x != nil {
		return refuse(ErrNotNow, "An acceptance of %s stands ad referendum; it must be cleared before adoption.", x.X)
	}
	return nil
}

func (e DecisionOpened) apply(s *State, a Act) {
	sub, _ := s.askedOn(e.Form, e.X)
	if e.Form == FormReopening {
		sub.title = say("reopening %s", sub.title)
	}
	s.decided = append(slices.Clip(s.decided), decision{DecisionOpened: e, title: sub.title, quotes: s.titleWords(sub), openedWall: a.Wall})
	s.noteAsked(a, e.ID)
	by := a.Seat
	if s.teamOf(by) != "" {
		by = "" // a team's act caused it; the chair asks
	}
	s.post(a, e, Line{Kind: "gavel", Seat: by, Ref: string(e.X), Phrase: s.question(e, sub.title, e.Until-a.Table), cites: s.titleWords(sub)})
}

// question is what is asked of the table, and for how long (ms).
func (s State) question(e DecisionOpened, title Phrase, time int64) Phrase {
	switch {
	case e.Form == FormPut:
		return say("Positions are asked on %s, for %s.", title, spell(time))
	case e.Form == FormDeferral:
		return say("Is there any objection to deferring %s?", title)
	case e.Form == FormReopening && e.Right != "":
		return say("%s is back and asks for %s: granted unless a majority of teams objects.", s.teamName(e.Right), title)
	case e.Form == FormSilence:
		return say("The chair proposes to place %s under silence for %s; any team may refuse that within %s.", title, spell(e.Silence), spell(time))
	}
	return say("Is there any objection to %s?", title)
}

// titleWords are the texts that a subject's title quotes: those of a single
// alternative.
func (s State) titleWords(sub subject) []WordID {
	if len(sub.alts) != 1 || string(sub.x) != sub.alts[0].String() {
		return nil
	}
	return s.altWords(sub.alts[0])
}
