package exercise

import "slices"

// FormSilence is the silence procedure: what nobody breaks is decided.
const FormSilence = "silence"

// silenceSpared is how long in all a silence stands still for disconnected
// teams, in table ms.
const silenceSpared = 5 * minute

// The silence procedure has two steps. Proposed, it stands for the scenario's
// gavel time, and one `no-silence` is enough for it not to be placed. Placed,
// it runs on the table clock for the time the chair gave.
type (
	// Silence proposes to place X under silence for Time ms.
	Silence struct {
		X    Subject `json:"x"`
		Time int64   `json:"time"`
	}
	// NoSilence answers the proposal: it is not placed.
	NoSilence struct {
		X Subject `json:"x,omitempty"` // empty where one is proposed
	}
	// BreakSilence ends a silence for all.
	BreakSilence struct {
		X   Subject `json:"x,omitempty"` // empty where one stands
		Why Text    `json:"why"`
	}
)

// Answers to a silence procedure, beside the positions.
const (
	RefuseSilence PositionKind = "no-silence"
	BreakTheHush  PositionKind = "break"
)

type (
	// SilencePlaced: nobody minded the procedure. Until is table ms.
	SilencePlaced struct {
		ID    DecisionID `json:"id"`
		Until int64      `json:"until"`
	}
	// SilenceMoved stops a silence, or lets it go on where Why is empty. Left
	// is what it still has, Spared how long it has stood still for teams that
	// were away, both in ms.
	SilenceMoved struct {
		ID     DecisionID `json:"id"`
		Why    string     `json:"why,omitempty"`
		Until  int64      `json:"until,omitempty"` // table ms, where it goes on
		Left   int64      `json:"left"`
		Spared int64      `json:"spared,omitempty"`
	}
)

// Why a silence stands still.
const (
	stoppedSuspended = "the sitting is suspended"
	stoppedAway      = "a team is away"
)

// hush is what a decision under silence has beside the others.
type hush struct {
	placed  bool
	stopped string
	since   int64 // table ms at which it stopped
	left    int64 // ms it had then
	spared  int64 // ms it has stood still for absent teams, up to since
}

func (c Silence) decide(d *decider) error {
	if err := d.need("place something under silence", Chair); err != nil {
		return err
	}
	if c.Time < 10*second || c.Time > 12*60*minute {
		return refuse(ErrText, "Give the silence a time between ten seconds and twelve hours, such as `silence %s 10m`.", c.X)
	}
	return d.ask(DecisionOpened{Form: FormSilence, Until: d.s.now.table + d.s.plan.Times.Gavel, Silence: c.Time}, []Subject{c.X})
}

// hushed chooses among the silences that are only proposed, or placed.
func (d *decider) hushed(x Subject, placed bool) (decision, error) {
	otherwise := say("No silence procedure is proposed now.")
	if placed {
		otherwise = say("Nothing is under silence now; while it is only proposed, `no-silence` stops it.")
	}
	return d.find(x, func(c decision) bool { return c.Form == FormSilence && c.hush.placed == placed }, otherwise)
}

func (c NoSilence) decide(d *decider) error {
	team, err := d.head("refuse a silence procedure")
	if err != nil {
		return err
	}
	if _, err := d.voice("refuse a silence procedure"); err != nil {
		return err
	}
	x, err := d.hushed(c.X, false)
	if err != nil {
		return err
	}
	if err := d.counted(team, x); err != nil {
		return err
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: RefuseSilence, By: d.seat.ID})
	d.close(x.ID, "")
	return nil
}

func (c BreakSilence) decide(d *decider) error {
	team, err := d.head("break a silence")
	if err != nil {
		return err
	}
	if _, err := d.voice("break a silence"); err != nil {
		return err
	}
	if err := said(c.Why, "Breaking a silence"); err != nil {
		return err
	}
	x, err := d.hushed(c.X, true)
	if err != nil {
		return err
	}
	if err := d.counted(team, x); err != nil {
		return err
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: BreakTheHush, Words: c.Why.ID, By: d.seat.ID})
	d.close(x.ID, "")
	return nil
}

// breakSilences: an amendment to what lies under silence ends it.
func (d *decider) breakSilences(a Amendment) {
	for _, x := range d.s.standing() {
		if x.Form != FormSilence || !d.s.concerns(x, a) {
			continue
		}
		if _, lodged := d.s.judgeLodged(x, d.s.matter(x)); lodged || a.Chair {
			d.close(x.ID, d.act.Seat)
		}
	}
}

// judgeSilence: kept silence decides; who spoke against it is named.
func (s State) judgeSilence(x decision, sub subject) verdict {
	for _, p := range x.positions {
		v := verdict{outcome: ObjectedTo, binding: s.track(p.team)}
		switch p.kind {
		case RefuseSilence:
			v.sentence = say("%s wants no silence procedure; it is not placed.", s.named([]TeamID{p.team}))
			return v
		case BreakTheHush:
			v.sentence = say("%s breaks the silence; nothing is decided.", s.named([]TeamID{p.team}))
			return v
		}
	}
	if v, lodged := s.judgeLodged(x, sub); lodged {
		return v
	}
	if v, away := s.judgeAbsence(x, sub); away {
		return v
	}
	return verdict{outcome: Carried, sentence: say("Silence kept: so decided.")}
}

// dueSilence: a proposal that nobody minded is placed, a silence kept ends.
// Between, it stands still while a team that has a say is away.
func (s State) dueSilence(x decision, yield func(dueItem)) {
	if x.hush.stopped == "" {
		if at, ok := s.wallOfTable(x.Until); ok {
			yield(dueItem{at: at, decide: func(d *decider) { d.endStep(x) }})
		}
		s.dueAway(x, yield)
		return
	}
	if x.hush.stopped == stoppedAway {
		if at, ok := s.wallOfTable(x.hush.since + silenceSpared - x.hush.spared); ok {
			yield(dueItem{at: at, decide: (*decider).tendSilences})
		}
	}
}

// dueAway: a team known by its verbs alone is away ten minutes after the last.
func (s State) dueAway(x decision, yield func(dueItem)) {
	if !x.hush.placed || x.hush.spared >= silenceSpared || !s.clock.tableRuns() {
		return
	}
	for _, team := range s.say() {
		if !s.connected(team) {
			yield(dueItem{at: s.absentSince(team), decide: (*decider).tendSilences})
		}
	}
}

func (s State) connected(id TeamID) bool {
	t, _ := s.Team(id)
	return slices.ContainsFunc(t.Seats, func(seat SeatID) bool { return s.seats[seat].via != "" })
}

func (d *decider) endStep(x decision) {
	if x.hush.placed {
		d.close(x.ID, "")
		return
	}
	d.emit(SilencePlaced{ID: x.ID, Until: d.s.now.table + x.Silence})
}

// tendSilences stops each silence, or lets it go on, as things now stand.
func (d *decider) tendSilences() {
	for _, x := range d.s.standing() {
		if x.Form != FormSilence || !x.hush.placed {
			continue
		}
		e := SilenceMoved{ID: x.ID, Spared: d.s.sparedOf(x), Left: x.Until - d.s.now.table}
		if x.hush.stopped != "" {
			e.Left = x.hush.left
		}
		e.Why = d.s.stopsSilence(e.Spared)
		if e.Why == "" {
			e.Until = d.s.now.table + e.Left
		}
		if e.Why != x.hush.stopped {
			d.emit(e)
		}
	}
}

func (s State) sparedOf(x decision) int64 {
	if x.hush.stopped != stoppedAway {
		return x.hush.spared
	}
	return x.hush.spared + s.now.table - x.hush.since
}

func (s State) stopsSilence(spared int64) string {
	switch {
	case s.floorOf(TableRoom).suspended > 0:
		return stoppedSuspended
	case spared < silenceSpared && len(s.away()) > 0:
		return stoppedAway
	}
	return ""
}

// away lists the teams with a say that are not here.
func (s State) away() []TeamID {
	return slices.DeleteFunc(s.say(), s.teamHere)
}

func (e SilencePlaced) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) { x.hush.placed, x.Until = true, e.Until })
	x, _ := s.decision(e.ID)
	s.post(a, e, Line{
		Kind: "gavel", Ref: string(x.X), cites: x.quotes,
		Phrase: say("%s is under silence for %s; any team may break it, for all.", x.title.Capital(), spell(e.Until-a.Table)),
	})
}

func (e SilenceMoved) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		x.hush.stopped, x.hush.since, x.hush.left, x.hush.spared = e.Why, a.Table, e.Left, e.Spared
		if e.Why == "" {
			x.Until = e.Until
		}
	})
	x, _ := s.decision(e.ID)
	text := say("The silence on %s goes on; it has %s left.", x.X, spell(e.Left))
	switch e.Why {
	case stoppedAway:
		text = tally(len(s.away()), "The silence on %[2]s stands still with %[3]s left: %[4]s is away.", "The silence on %[2]s stands still with %[3]s left: %[4]s are away.",
			x.X, spell(e.Left), s.teamNames(s.away()))
	case stoppedSuspended:
		text = say("The silence on %s stands still with %s left: the sitting is suspended.", x.X, spell(e.Left))
	}
	s.post(a, e, Line{Kind: "gavel", Ref: string(x.X), Phrase: text})
}

// show tells of a silence in the view of its decision.
func (h hush) show(v *DecisionView) {
	v.Proposed = v.Form == FormSilence && !h.placed
	if h.stopped != "" {
		v.Stopped, v.Left = word(h.stopped), h.left
	}
}
