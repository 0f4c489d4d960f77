package exercise

// Decide judges a wish: it gives the act to be journalled, or a refusal that
// changes nothing. Now is UTC ms and never below the last act's. Everything
// that falls due at or before now must have been decided first (see Due).
func Decide(s State, seat SeatID, now int64, c Command) (Act, error) {
	if err := clean(c); err != nil {
		return Act{}, err
	}
	bound, words := Bind(normal(c), s.seq+1)
	at := s.clock.at(s.now, max(now, s.now.wall))
	if _, away := c.(Restart); away { // both clocks stand where the last act left them
		at.scenario, at.table = s.now.scenario, s.now.table
	}
	d := &decider{act: Act{
		Seq: s.seq + 1, Wall: at.wall, Scenario: at.scenario, Table: at.table,
		Seat: seat, Command: bound, Words: words,
	}}
	d.s = s
	d.s.begin(d.act)
	if err := d.admit(bound); err != nil {
		return Act{}, err
	}
	if err := bound.decide(d); err != nil {
		return Act{}, err
	}
	if d.wish {
		d.keepWish(s)
	}
	d.announce()
	d.wake()
	d.tend()
	return d.act, nil
}

// decider collects the events of one act. Each event is applied to a scratch
// state at once, so that what follows is judged on what has just become so.
type decider struct {
	s    State
	act  Act
	seat Seat
	wish bool   // it binds the team, and the seat does not (see heads.go)
	on   string // the decision or caucus of a command that names none
}

func (d *decider) emit(e Event) {
	e = mapTexts(e, func(t *Text) { t.Value = "" }) // events name texts by id
	d.act.Events = append(d.act.Events, e)
	d.s.happen(e, d.act)
}

// admit holds what is true of every command: who may act at all, and when.
func (d *decider) admit(c Command) error {
	switch c.(type) {
	case Begin, Restart, Tick, Reveal, Forget:
		if d.act.Seat != "" {
			return refuse(ErrRole, "Only the server does that.")
		}
		return nil
	}
	seat, ok := d.s.Seat(d.act.Seat)
	if !ok {
		return refuse(ErrUnknown, "There is no seat %q in this exercise.", d.act.Seat)
	}
	d.seat = seat
	switch c.(type) {
	case Sit, Leave:
		return nil
	}
	if err := d.admitStop(c); err != nil {
		return err
	}
	switch c.(type) {
	case Agree, RealWorld, CancelRealWorld:
		return nil
	case Correct, Mark, Note, Expunge, ConfirmExpunge, SetNaming, Settle, Whisper, Timeout:
	default:
		if d.s.phase == Closed {
			return refuse(ErrNotNow, "The exercise is closed; its record is only read, marked and corrected now.")
		}
	}
	if !d.s.seats[seat.ID].admitted() {
		return refuse(ErrTerms, "Please accept the first page before you take part: `agree` (or `agree research yes`). It says what is recorded and who can read it.")
	}
	return d.admitAside(c)
}

// admitStop: during a real-world stop only a few things work.
func (d *decider) admitStop(c Command) error {
	if d.s.safety.stopped == nil {
		return nil
	}
	switch c.(type) {
	case RealWorld, CancelRealWorld:
		return nil
	case Resume:
		if d.seat.Has(Control) {
			return nil
		}
	}
	return refuse(ErrNotNow, "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control.")
}

// need refuses unless the seat holds one of the roles.
func (d *decider) need(what string, roles ...Role) error {
	if d.seat.Has(roles...) {
		return nil
	}
	return refuse(ErrRole, "Only %s can %s.", roleNames(roles), say(what))
}

func roleNames(roles []Role) Phrase {
	if len(roles) == 1 {
		return roles[0].holder()
	}
	return say("%s or %s", roles[0].holder(), roles[1].holder())
}

// holder is whoever holds a role, in mid-sentence.
func (r Role) holder() Phrase {
	return map[Role]Phrase{
		Delegate: say("a delegate"), Chair: say("the chair"), Control: say("control"), SimCell: say("the simcell"), Recorder: say("the recorder"),
		Evaluator: say("the evaluator"), Observer: say("the observer"), Projector: say("the projector"),
	}[r]
}

// team gives the delegate's team.
func (d *decider) team(what string) (TeamID, error) {
	if d.seat.Team == "" {
		return "", refuse(ErrRole, "Only a delegate can %s.", say(what))
	}
	return d.seat.Team, nil
}

// play refuses outside the given phases.
func (d *decider) play(what string, phases ...Phase) error {
	for _, p := range phases {
		if d.s.phase == p {
			return nil
		}
	}
	return refuse(ErrNotNow, "You cannot %s in the %s.", say(what), word(d.s.phase))
}

// said refuses an empty text.
func said(t Text, what string) error {
	if t.ID == (WordID{}) {
		return refuse(ErrText, "%s needs words: put them in \"…\".", say(what))
	}
	return nil
}

// clean checks every text on entry, before the journal.
func clean(c Command) error {
	if _, ok := c.(Begin); ok {
		return nil // the scenario's loader has checked it, with places in its files
	}
	var first error
	mapTexts(c, func(t *Text) {
		if _, err := Clean(t.Value); err != nil && first == nil {
			first = err
		}
	})
	return first
}

// normal brings texts into the one form they are stored in.
func normal(c Command) Command {
	if _, ok := c.(Begin); ok {
		return c
	}
	return mapTexts(c, func(t *Text) {
		if v, err := Clean(t.Value); err == nil {
			t.Value = v
		}
	})
}

// tend does what follows of itself from what has just become so.
func (d *decider) tend() {
	d.announce()
	d.tendSilences()
	d.tendPackages()
	d.tendConditions()
	d.tendUnderstandings()
	d.tendGap()
}
