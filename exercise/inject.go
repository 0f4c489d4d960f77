package exercise

import (
	"cmp"
	"slices"
	"strings"

	"kefi/exercise/when"
)

// takeBackTime is how long a queued inject waits, in ms of wall time whatever
// is paused: nobody has seen it yet.
const takeBackTime = 10 * second

// States of an inject.
const (
	InjectPlanned   = "planned"
	InjectDue       = "due" // and waits for control
	InjectQueued    = "queued"
	InjectDelivered = "delivered"
	InjectRecalled  = "recalled"
	InjectDropped   = "dropped"
)

type injectState struct {
	Inject
	state   string
	when    when.Expr // Inject.When, read
	held    bool      // it does not go by itself
	judged  bool      // by its copycat rule, and it comes
	averted Phrase    // why its copycat rule keeps it away
	why     WordID    // of a recall or a drop
	queueAt int64     // wall ms of delivery while queued
	out     *Delivered
	wall    int64 // of delivery
	story   int64 // scenario ms of delivery
	label   string
	labels  map[RoomID]string // its number in the own series of each team and seat it is for
	answers []answer
}

// toCome is an inject that is still to come.
func toCome(i Inject) injectState {
	x := injectState{Inject: i, state: InjectPlanned}
	if i.When != "" {
		x.when, _ = when.Parse(i.When) // Begin refuses what cannot be read
	}
	return x
}

type answer struct {
	team  TeamID
	words WordID
	after int64
}

func (s State) injectIndex(id InjectID) int {
	return slices.IndexFunc(s.injects, func(i injectState) bool { return strings.EqualFold(string(i.ID), string(id)) })
}

func (d *decider) planned(id InjectID, want ...string) (injectState, error) {
	i := d.s.injectIndex(id)
	if i < 0 {
		return injectState{}, refuse(ErrUnknown, "There is no inject %s in the timeline.", id)
	}
	x := d.s.injects[i]
	if !slices.Contains(want, x.state) {
		return x, refuse(ErrNotNow, "%s is %s.", x.ID, word(x.state))
	}
	return x, nil
}

// direct is control's or the simulation cell's right over the timeline.
func (d *decider) direct(what string) error {
	if err := d.need(what, Control, SimCell); err != nil {
		return err
	}
	if !d.s.phase.running() {
		return refuse(ErrNotNow, "You cannot %s in the %s.", say(what), word(d.s.phase))
	}
	return nil
}

func (c SendInject) decide(d *decider) error {
	if err := d.direct("send an inject"); err != nil {
		return err
	}
	x, err := d.planned(c.Inject, InjectPlanned, InjectDue, InjectQueued)
	if err != nil {
		return err
	}
	if x.state == InjectQueued && !c.Now {
		return refuse(ErrNotNow, "%s is on its way; `takeback %s` stops it, `inject %s now` does not wait.", x.ID, x.ID, x.ID)
	}
	d.queue(x.ID, d.s.now.wall+takeBackTime, c.Now)
	return nil
}

func (d *decider) queue(id InjectID, at int64, now bool) {
	if now {
		at = d.s.now.wall
	}
	if i := d.s.injectIndex(id); d.s.injects[i].state != InjectQueued {
		d.emit(Queued{Inject: id, At: at})
	}
	if now {
		d.deliver(id)
	}
}

func (s State) addressable(to string) bool {
	_, _, _, ok := s.addressees([]string{to})
	return ok
}

// addressees resolves "all", a track's letter, teams and seats.
func (s State) addressees(to []string) (all bool, teams []TeamID, seats []SeatID, ok bool) {
	for _, name := range to {
		track, isTrack := trackNamed(name)
		_, isTeam := s.Team(TeamID(name))
		_, isSeat := s.Seat(SeatID(name))
		switch {
		case name == "all":
			all = true
		case isTrack:
			for _, t := range s.plan.Teams {
				if t.Track == track {
					teams = addOnce(teams, t.ID)
				}
			}
		case isTeam:
			teams = addOnce(teams, TeamID(name))
		case isSeat:
			seats = addOnce(seats, SeatID(name))
		default:
			return false, nil, nil, false
		}
	}
	return all, teams, seats, len(to) > 0
}

// deliver sends an inject out. One to all stops the table clock for its
// reading time, and an interrupted speaker loses nothing by it.
func (d *decider) deliver(id InjectID) {
	x := d.s.injects[d.s.injectIndex(id)]
	all, teams, seats, _ := d.s.addressees(x.To)
	e := Delivered{Inject: x.ID, All: all}
	if !all {
		e.Teams, e.Seats = teams, seats
	}
	for i, p := range x.Passages {
		if d.s.isTrue(p.When) {
			e.Passages = append(e.Passages, i+1)
		}
	}
	reads := all && d.s.clock.tableOn
	if x.out = &e; reads {
		e.Reading = d.s.now.wall + d.s.readingTime(x)
	}
	d.emit(e)
	d.shift(x)
	if reads {
		d.stop(TableClock, PausedReading)
	}
}

// texts are those of a delivered inject's body, in order.
func (x injectState) texts() []WordID {
	words := []WordID{x.Body.ID}
	for _, n := range x.out.Passages {
		words = append(words, x.Passages[n-1].Text.ID)
	}
	return words
}

// body is what its readers read.
func (s State) body(x injectState) string {
	if x.out == nil {
		return s.text(x.Body.ID)
	}
	var parts []string
	for _, id := range x.texts() {
		parts = append(parts, s.text(id))
	}
	return strings.Join(parts, "\n\n")
}

// readingTime: 200 words a minute, at least 45 s, unless the scenario sets it.
func (s State) readingTime(x injectState) int64 {
	if t := s.plan.Times.Reading; t > 0 {
		return t
	}
	words := len(strings.Fields(s.body(x) + " " + s.text(x.Asks.ID)))
	return max(int64(words)*minute/200, 45*second)
}

func (s *State) changeInject(id InjectID, change func(*injectState)) {
	if i := s.injectIndex(id); i >= 0 {
		s.injects = withAt(s.injects, i, change)
	}
}

func (e Queued) apply(s *State, a Act) {
	s.changeInject(e.Inject, func(x *injectState) { x.state, x.queueAt = InjectQueued, e.At })
	s.post(a, e, Line{Kind: "queue", Ref: string(e.Inject), Phrase: say("%s is queued; `takeback %s` stops it unseen.", e.Inject, e.Inject)})
}

// apply labels the inject for its audience: I1, I2 … for those to all, L1, L2
// … in each team's own series and Y1, Y2 … in each seat's, so that no label
// tells of others.
func (e Delivered) apply(s *State, a Act) {
	label := "I" + itoa(s.outToAll()+1)
	labels := map[RoomID]string{}
	for _, seat := range slices.Backward(e.Seats) {
		label = "Y" + itoa(s.received(seatRoom(seat))+1)
		labels[seatRoom(seat)] = label
	}
	for _, t := range slices.Backward(e.Teams) {
		label = "L" + itoa(s.received(teamRoom(t))+1)
		labels[teamRoom(t)] = label
	}
	s.changeInject(e.Inject, func(x *injectState) {
		x.state, x.out, x.wall, x.story, x.label, x.labels = InjectDelivered, &e, a.Wall, a.Scenario, label, labels
	})
	if e.Reading > 0 {
		s.clock.readingUntil = max(s.clock.readingUntil, e.Reading)
	}
	x := s.injects[s.injectIndex(e.Inject)]
	for _, r := range s.audience(e) {
		title := ended(s.text(x.Title.ID))
		line := Line{Kind: "incident", Ref: label, Phrase: say("%s: %s", x.From, title), words: append(append(x.texts(), x.Title.ID, x.Asks.ID), x.attachedWords()...)}
		line.Ref = x.nameIn(r)
		if staffRoom(r) {
			line.Phrase = say("%s is out, to %s, from %s: %s", x.ID, s.toLine(x), x.From, title)
		}
		if r != evaluatorRoom || !e.All {
			s.postIn(r, a, line)
		}
	}
}

func (s State) outToAll() int {
	n := 0
	for _, x := range s.injects {
		if x.out != nil && x.out.All {
			n++
		}
	}
	return n
}

// received counts what was delivered to a team or a seat but not to all.
func (s State) received(r RoomID) int {
	n := 0
	for _, x := range s.injects {
		n += bit(x.labels[r] != "")
	}
	return n
}

// nameIn is what an inject that is out is called in a room.
func (x injectState) nameIn(r RoomID) string {
	if staffRoom(r) {
		return string(x.ID)
	}
	return cmp.Or(x.labels[r], x.label)
}

// staffRoom: those there know the timeline's own names.
func staffRoom(r RoomID) bool { return r == controlRoom || r == evaluatorRoom || r == recorderRoom }

// labelFor is the name that a seat has for an inject that was not for all:
// its team's, or else its own; empty where it has not received it.
func (x injectState) labelFor(seat Seat) string {
	return cmp.Or(x.labels[teamRoom(seat.Team)], x.labels[seatRoom(seat.ID)])
}

func (s State) toLine(x injectState) Phrase {
	all, teams, seats, _ := s.addressees(x.To)
	if all {
		return say("everyone")
	}
	names := make([]string, 0, len(teams)+len(seats))
	for _, t := range teams {
		names = append(names, s.teamName(t))
	}
	for _, seat := range seats {
		names = append(names, s.seatName(seat))
	}
	if len(names) == 0 {
		return say("nobody") // those it was for are not at this table
	}
	return listed(names)
}

// shownAs finds a delivered inject by the label its seat sees.
func (s State) shownAs(seat Seat, label InjectID) (injectState, bool) {
	for _, x := range s.injects {
		name := x.labelFor(seat)
		if x.out != nil && x.out.All {
			name = x.label
		}
		if name != "" && strings.EqualFold(name, string(label)) {
			return x, true
		}
	}
	return injectState{}, false
}

// ShownAs finds the inject that a seat has under a label: L1 of Hydra may be I2.
func (s State) ShownAs(id SeatID, label InjectID) (InjectID, bool) {
	seat, ok := s.Seat(id)
	if !ok {
		return "", false
	}
	x, ok := s.shownAs(seat, label)
	return x.ID, ok
}

func (c AnswerInject) decide(d *decider) error {
	team, err := d.team("answer an incident")
	if err != nil {
		return err
	}
	if err := said(c.Words, "An answer"); err != nil {
		return err
	}
	x, ok := d.s.shownAs(d.seat, c.Inject)
	if !ok {
		return refuse(ErrUnknown, "You have received no incident %s.", c.Inject)
	}
	switch {
	case !d.s.phase.running():
		return refuse(ErrNotNow, "The exercise is over.")
	case x.state == InjectRecalled:
		return refuse(ErrNotNow, "%s has been recalled; it wants no answer.", c.Inject)
	}
	d.emit(Answered{Inject: x.ID, Team: team, Seat: d.seat.ID, Words: c.Words.ID, After: d.s.now.scenario - x.story})
	return nil
}

func (e Answered) apply(s *State, a Act) {
	s.changeInject(e.Inject, func(x *injectState) {
		x.answers = append(slices.Clip(x.answers), answer{e.Team, e.Words, e.After})
	})
	x := s.injects[s.injectIndex(e.Inject)]
	for _, r := range s.audience(e) {
		label := x.nameIn(r)
		s.postIn(r, a, Line{Kind: "answer", Team: e.Team, Seat: e.Seat, Ref: label, Phrase: say("answers %s: %s", label, s.text(e.Words)), words: []WordID{e.Words}})
	}
}
