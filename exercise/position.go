package exercise

import "slices"

func (c RequestPut) decide(d *decider) error {
	team, err := d.team("ask the chair to put something")
	if err != nil {
		return err
	}
	if err := d.play("ask the chair to put something", Table, Closing); err != nil {
		return err
	}
	sub, err := d.s.subject(c.X)
	if err != nil {
		return err
	}
	if slices.Contains(d.s.desk.requests, putRequest{team, sub.x}) {
		return refuse(ErrNotNow, "You have asked for that already; the chair sees it.")
	}
	d.emit(PutRequested{Team: team, X: sub.x})
	return nil
}

func (e PutRequested) apply(s *State, a Act) {
	s.desk.requests = append(slices.Clip(s.desk.requests), putRequest{e.Team, e.X})
	s.post(a, e, Line{Kind: "request", Team: e.Team, Ref: string(e.X), Phrase: say("asks the chair to put %s.", e.X)})
}

// find chooses the decision an answer is meant for.
func (d *decider) find(x Subject, fits func(decision) bool, otherwise Phrase) (decision, error) {
	open := slices.DeleteFunc(d.s.standing(), func(c decision) bool { return !fits(c) })
	if len(open) == 0 {
		return decision{}, refuse(ErrNotNow, "%s", otherwise)
	}
	if x == "" {
		x = Subject(d.on)
	}
	if x == "" && len(open) == 1 {
		return open[0], nil
	}
	for _, c := range open {
		if x != "" && (sameSubject(c.X, x) || sameSubject(Subject(c.ID), x)) {
			return c, nil
		}
	}
	return decision{}, refuse(ErrUnknown, "Say which one: %s.", subjectsOf(open))
}

// gavelled and beingPut choose what an answer to a gavel and a position are for.
func (d *decider) gavelled(x Subject) (decision, error) {
	return d.find(x, func(c decision) bool {
		return slices.Contains([]string{FormGavel, FormDeferral, FormReopening}, c.Form)
	},
		say("You can answer only while the chair asks for objections; nothing stands."))
}

func (d *decider) beingPut(x Subject) (decision, error) {
	return d.find(x, func(c decision) bool { return c.Form == FormPut },
		say("You can answer only while positions are asked on anything; nothing stands."))
}

func sameSubject(a, b Subject) bool { return equalFold(string(a), string(b)) }

// voice gives the team, if it has a say now.
func (d *decider) voice(what string) (TeamID, error) {
	team, err := d.team(what)
	if err != nil {
		return "", err
	}
	switch {
	case slices.Contains(d.s.say(), team), d.s.appealStands():
		return team, nil
	case d.s.teams[team].declared:
		return "", refuse(ErrRole, "Your team has been declared absent; it has its say again as soon as it is back.")
	}
	return "", refuse(ErrRole, "Under the procedure %s your team is not counted: it cannot %s.", d.s.procedure().Name, say(what))
}

// counted refuses a team that has a say, but not on this.
func (d *decider) counted(team TeamID, x decision) error {
	sub := d.s.matter(x)
	if d.s.counts(team, sub) {
		return nil
	}
	return refuse(ErrRole, "%s is decided by those who would carry it: %s. Your team has voice: it may speak, make a `statement`, and dissociate itself later.",
		x.title.Capital(), trackNames(d.s.decidingOn(sub)))
}

func (c Object) decide(d *decider) error {
	team, err := d.voice("raise an objection")
	if err != nil {
		return err
	}
	if err := said(c.Why, "An objection"); err != nil {
		return err
	}
	x, err := d.gavelled(c.X)
	if err != nil {
		if put, err2 := d.beingPut(c.X); err2 == nil {
			return TakePosition{X: put.X, Position: Objects, Words: c.Why}.decide(d)
		}
		if hushed, err2 := d.hushed(c.X, true); err2 == nil {
			return BreakSilence{X: hushed.X, Why: c.Why}.decide(d)
		}
		return err
	}
	if err := d.counted(team, x); err != nil {
		return err
	}
	if !d.s.binds(d.seat.ID) {
		return d.objectLater(x, team)
	}
	d.emit(Positioned{ID: x.ID, Team: team, Position: Objects, Words: c.Why.ID, By: d.seat.ID})
	if now, _ := d.s.decision(x.ID); d.s.judge(now).outcome != Carried {
		d.close(x.ID, "")
	}
	return nil
}

// objectLater: an adviser's objection counts as wait at once, and waits for the head.
func (d *decider) objectLater(x decision, team TeamID) error {
	if !slices.Contains(x.waited, team) {
		if err := d.wait(x, team); err != nil {
			return err
		}
	}
	d.wished(string(x.ID))
	return nil
}

func (c Wait) decide(d *decider) error {
	team, err := d.voice("ask for time")
	if err != nil {
		return err
	}
	x, err := d.gavelled(c.X)
	if err != nil {
		return err
	}
	if err := d.counted(team, x); err != nil {
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
	switch {
	case !c.If.none():
		return c.seal(d, team)
	case c.Position == NoPosition:
		return d.unseal(c.X, team)
	}
	x, err := d.beingPut(c.X)
	if err != nil {
		return err
	}
	if err := d.counted(team, x); err != nil {
		return err
	}
	if err := c.complete(); err != nil {
		return err
	}
	if d.s.matter(x).procedural() && (c.Position == NotYet || c.AdRef != 0) {
		return refuse(ErrText, "A motion is decided on the spot: accept, object \"…\" or aside.")
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
		if c.AdRef != 0 {
			return refuse(ErrText, "Only an acceptance can be ad referendum.")
		}
	case NotYet:
		if c.AdRef != 0 {
			return refuse(ErrText, "Only an acceptance can be ad referendum.")
		}
		return said(c.Words, "`not-yet`")
	case Objects:
		return said(c.Words, "An objection")
	default:
		return refuse(ErrText, "A position is accept, accept ad-ref TIME, not-yet \"…\", object \"…\" or aside.")
	}
	return nil
}

// settle: when all with a say have answered, "closing in 15 s" stands,
// restarted once by a change. A sheet has one deadline, so all of it must
// have been answered.
func (d *decider) settle(id DecisionID) {
	x, _ := d.s.decision(id)
	for _, y := range d.s.onSheet(x) {
		for _, team := range d.s.sayOn(d.s.matter(y)) {
			if _, ok := y.position(team); !ok && d.s.teamHere(team) {
				return
			}
		}
	}
	until := d.s.now.table + d.s.plan.Times.Settle
	if x.settled < 2 && (x.settled == 1 || until < x.Until) {
		d.emit(DeadlineMoved{ID: id, Until: until, Settling: true})
	}
}

func (e Positioned) apply(s *State, a Act) {
	s.notePosition(a, e)
	s.changeDecision(e.ID, func(x *decision) {
		if e.Position == PositionWait {
			x.waited = append(slices.Clone(x.waited), e.Team)
			return
		}
		x.positions = slices.DeleteFunc(slices.Clone(x.positions), func(p position) bool { return p.team == e.Team })
		x.positions = append(x.positions, position{e.Team, e.Position, e.AdRef, e.Words, e.By})
	})
	x, _ := s.decision(e.ID)
	if x.Form == FormPut { // an open position replaces a sealed one
		s.dropSealed(func(p sealed) bool { return p.Team == e.Team && p.X == x.X })
	}
	text := e.line(x.X)
	if why := s.text(e.Words); why != "" {
		text = say("%s: %s", text, why)
	}
	s.post(a, e, Line{Kind: "position", Team: e.Team, Seat: e.By, Ref: string(x.X), Phrase: text.Ended(), words: []WordID{e.Words}})
}

// line says what a team answers, without its words.
func (e Positioned) line(x Subject) Phrase {
	switch e.Position {
	case Accept:
		if e.AdRef > 0 {
			return say("accepts %s ad referendum, for %s", x, spell(e.AdRef))
		}
		return say("accepts %s", x)
	case NotYet:
		return say("is not yet ready on %s", x)
	case Objects:
		return say("objects to %s", x)
	case StandAside:
		return say("stands aside on %s", x)
	case PositionWait:
		return say("asks for time on %s", x)
	case RefuseSilence:
		return say("wants no silence procedure on %s", x)
	case BreakTheHush:
		return say("breaks the silence on %s", x)
	}
	return say("%s", x)
}

func (e DeadlineMoved) apply(s *State, a Act) {
	x, _ := s.decision(e.ID)
	for _, y := range s.onSheet(x) {
		s.changeDecision(y.ID, func(x *decision) {
			switch {
			case e.Unsettled:
				x.settling, x.unsettled = false, x.Until
			case e.Settling:
				if !x.settling {
					x.asked = x.Until
				}
				x.settling = true
				x.settled++
			}
			x.Until = e.Until
		})
	}
	text := say("The time for %s ends in %s.", s.sheetTitle(x), spell(e.Until-a.Table))
	if e.Settling {
		text = say("All have answered on %s: closing in %s.", s.sheetTitle(x), spell(e.Until-a.Table))
	}
	s.post(a, e, Line{Kind: "gavel", Ref: string(x.X), Phrase: text})
}

func (c MakeStatement) decide(d *decider) error {
	team, err := d.team("make a statement")
	if err != nil {
		return err
	}
	if err := d.play("make a statement", Table, Closing); err != nil {
		return err
	}
	if err := said(c.Words, "A statement"); err != nil {
		return err
	}
	x, err := d.s.explained(c.X)
	if err != nil {
		return err
	}
	d.emit(Stated{ID: x.ID, Team: team, Words: c.Words.ID})
	return nil
}

// explained is the decision that a statement is printed under: the last on X,
// or the last of all.
func (s State) explained(x Subject) (decision, error) {
	for _, y := range slices.Backward(s.decided) {
		if x == "" || sameSubject(y.X, x) || sameSubject(Subject(y.ID), x) {
			return y, nil
		}
	}
	if x == "" {
		return decision{}, refuse(ErrNotNow, "A statement explains a position; nothing has been put yet.")
	}
	return decision{}, refuse(ErrNotNow, "A statement explains a position; nothing has been asked on %s yet.", x)
}

func (e Stated) apply(s *State, a Act) {
	s.changeDecision(e.ID, func(x *decision) {
		x.statements = append(slices.Clip(x.statements), statement{e.Team, e.Words})
	})
	x, _ := s.decision(e.ID)
	s.post(a, e, Line{Kind: "statement", Team: e.Team, Ref: string(x.X), Phrase: say("states on %s: %s", x.X, s.text(e.Words)), words: []WordID{e.Words}})
}
