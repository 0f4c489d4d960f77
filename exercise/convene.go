package exercise

import (
	"slices"
	"strings"
)

// How a caucus is called, joined, spoken in and left. Where a command names
// none, the newest is meant.

type (
	// CallCaucus invites teams to a private room, for Time ms of table time (0:
	// as long as they like).
	CallCaucus struct {
		Teams []TeamID `json:"teams"`
		Time  int64    `json:"time,omitempty"`
	}
	// JoinCaucus accepts an invitation.
	JoinCaucus struct {
		Caucus string `json:"caucus,omitempty"` // C1; empty: the newest
	}
	// SpeakCaucus speaks in a caucus.
	SpeakCaucus struct {
		Caucus string `json:"caucus,omitempty"`
		Words  Text   `json:"words"`
	}
	// LeaveCaucus leaves a caucus, or declines an invitation; Close ends it for all.
	LeaveCaucus struct {
		Caucus string `json:"caucus,omitempty"`
		Close  bool   `json:"close,omitempty"`
	}

	// CaucusCalled: Teams are those called, the caller first.
	CaucusCalled struct {
		Caucus CaucusID `json:"caucus"`
		Teams  []TeamID `json:"teams"`
		Time   int64    `json:"time,omitempty"`
	}
	// CaucusJoined: Members are those who sit in it now; Until is the table ms
	// at which its time is over, 0 for none.
	CaucusJoined struct {
		Caucus  CaucusID `json:"caucus"`
		Team    TeamID   `json:"team"`
		Members []TeamID `json:"members"`
		Until   int64    `json:"until,omitempty"`
	}
	// CaucusSpoken: in the room of those who sit in it.
	CaucusSpoken struct {
		Room  RoomID `json:"room"`
		Team  TeamID `json:"team,omitempty"` // empty for the chair
		Seat  SeatID `json:"seat"`
		Words WordID `json:"words"`
	}
	// CaucusLeft: a team left it, or declined to come.
	CaucusLeft struct {
		Caucus   CaucusID `json:"caucus"`
		Team     TeamID   `json:"team"`
		Members  []TeamID `json:"members"`
		Declined bool     `json:"declined,omitempty"`
	}
	// CaucusClosed: by a member, by its time, or because nobody is left in it.
	CaucusClosed struct {
		Caucus CaucusID `json:"caucus"`
		By     TeamID   `json:"by,omitempty"`
	}
)

func (c CallCaucus) decide(d *decider) error {
	team, err := d.team("call a caucus")
	if err != nil {
		return err
	}
	if err := d.play("call a caucus", Briefing, Table, Closing); err != nil {
		return err
	}
	called := []TeamID{team}
	for _, t := range c.Teams {
		if _, ok := d.s.Team(t); !ok {
			return d.s.noTeam(t)
		}
		called = addOnce(called, t)
	}
	if len(called) < 2 {
		return refuse(ErrText, "Name the teams you invite: `caucus %s`. `room \"…\"` reaches your own.", d.s.another(team))
	}
	if c.Time < 0 || c.Time > 60*minute {
		return refuse(ErrText, "A caucus lasts at most 60 minutes.")
	}
	e := CaucusCalled{Caucus: joined(d.s.byScenario(called)), Teams: called, Time: c.Time}
	if x, i := d.s.caucus(e.Caucus); i >= 0 && !x.closed {
		return refuse(ErrNotNow, "%s is called with the same teams; `caucus accept` takes an invitation, `caucus say \"…\"` speaks in it.", d.s.label(i, team))
	}
	d.emit(e)
	return nil
}

// another names some other team, for an example.
func (s State) another(team TeamID) TeamID {
	for _, t := range s.plan.Teams {
		if t.ID != team {
			return t.ID
		}
	}
	return "TEAM"
}

// caucusOf finds a caucus of this seat for which fits holds: the one named, or
// else the newest.
func (d *decider) caucusOf(label string, fits func(caucus) bool, otherwise Phrase) (caucus, error) {
	if label == "" {
		label = string(d.on)
	}
	for i, x := range slices.Backward(d.s.caucuses) {
		if x.calls(d.seat.Team) && !x.closed && fits(x) && (label == "" || strings.EqualFold(label, d.s.label(i, d.seat.Team))) {
			return x, nil
		}
	}
	return caucus{}, refuse(ErrUnknown, "%s", otherwise)
}

// sat finds a caucus in which this seat's team, or the chair, sits.
func (d *decider) sat(label, what string) (caucus, error) {
	if d.seat.Team == "" && !d.seat.Has(Chair) {
		return caucus{}, refuse(ErrRole, "Only a delegate can %s.", say(what))
	}
	otherwise := say("Your team sits in no caucus now. `caucus TEAM` calls one, `caucus` lists yours.")
	if label != "" {
		otherwise = say("Your team does not sit in %s. `caucus` lists yours.", strings.ToUpper(label))
	}
	return d.caucusOf(label, func(x caucus) bool { return x.holds(d.seat.Team) }, otherwise)
}

func (c JoinCaucus) decide(d *decider) error {
	team, err := d.team("accept an invitation")
	if err != nil {
		return err
	}
	if err := d.play("join a caucus", Briefing, Table, Closing); err != nil {
		return err
	}
	x, err := d.caucusOf(c.Caucus, func(x caucus) bool { return slices.Contains(x.invited, team) },
		say("No invitation to a caucus waits for your answer. `caucus TEAM` calls one."))
	if err != nil {
		return err
	}
	e := CaucusJoined{Caucus: x.id, Team: team, Members: d.s.byScenario(append(slices.Clip(x.members), team)), Until: x.until}
	if !x.open && x.time > 0 {
		e.Until = d.s.now.table + x.time
	}
	d.emit(e)
	d.tellConsulting()
	return nil
}

func (c SpeakCaucus) decide(d *decider) error {
	x, err := d.sat(c.Caucus, "speak in a caucus")
	if err != nil {
		return err
	}
	if err := said(c.Words, "Speaking to a caucus"); err != nil {
		return err
	}
	d.emit(CaucusSpoken{Room: x.room(), Team: d.seat.Team, Seat: d.seat.ID, Words: c.Words.ID})
	return nil
}

func (c LeaveCaucus) decide(d *decider) error {
	team, err := d.team("leave a caucus")
	if err != nil {
		return err
	}
	x, err := d.caucusOf(c.Caucus, func(x caucus) bool { return slices.Contains(x.knows(), team) }, say("There is no caucus to leave. `caucus` lists yours."))
	switch {
	case err != nil:
		return err
	case x.clause != "":
		return refuse(ErrRole, "The chair has called you to the contact group on clause %s; it ends with the report.", x.clause)
	case c.Close && !slices.Contains(x.members, team):
		return refuse(ErrRole, "Only its members close a caucus; `caucus leave` declines the invitation.")
	case c.Close:
		d.closeCaucus(x.id, team)
		return nil
	}
	d.emit(CaucusLeft{Caucus: x.id, Team: team, Members: without(x.members, team), Declined: !slices.Contains(x.members, team)})
	if x, _ = d.s.caucus(x.id); len(x.members) == 0 || len(x.members) == 1 && (x.open || len(x.invited) == 0) {
		d.closeCaucus(x.id, "")
	}
	d.tellConsulting()
	return nil
}

// closeCaucus ends a caucus; the table learns of it as the scenario says.
func (d *decider) closeCaucus(id CaucusID, by TeamID) {
	d.emit(CaucusClosed{Caucus: id, By: by})
	d.tellMet(id)
	d.tellConsulting()
}

// closeCaucuses ends all, where the negotiation ends.
func (d *decider) closeCaucuses() {
	for _, x := range d.s.caucuses {
		switch {
		case x.closed:
		case x.clause != "":
			d.emit(GroupClosed{Clause: x.clause})
		default:
			d.closeCaucus(x.id, "")
		}
	}
	d.tellConsulting()
}

// dueCaucuses: a caucus ends when its time is over; a contact group is told so
// and reports.
func (s State) dueCaucuses(yield func(dueItem)) {
	for _, x := range s.caucuses {
		if x.closed || x.over || x.until == 0 {
			continue
		}
		if at, ok := s.wallOfTable(x.until); ok {
			yield(dueItem{at: at, decide: func(d *decider) {
				if x.clause != "" {
					d.emit(GroupTimeOver{Clause: x.clause})
					return
				}
				d.closeCaucus(x.id, "")
			}})
		}
	}
}

func (e CaucusCalled) apply(s *State, a Act) {
	s.caucuses = append(slices.Clip(s.caucuses), caucus{
		id: e.Caucus, called: e.Teams, members: e.Teams[:1:1], invited: e.Teams[1:], time: e.Time,
	})
	text := say("invites %s to a caucus", s.teamNames(e.Teams[1:]))
	if e.Time > 0 {
		text = say("invites %s to a caucus of %s", s.teamNames(e.Teams[1:]), spell(e.Time))
	}
	for _, t := range e.Teams {
		label := s.label(len(s.caucuses)-1, t)
		line := Line{Kind: "caucus", Team: e.Teams[0], Seat: a.Seat, Ref: label, Phrase: say("%s: %s.", text, label)}
		if t != e.Teams[0] {
			line.Phrase = say("%s: `caucus accept` joins it as %s.", text, label)
		}
		s.postIn(teamRoom(t), a, line)
	}
}

func (e CaucusJoined) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) {
		if !x.open {
			x.open, x.since, x.wall = true, a.Table, a.Wall
		}
		x.until = e.Until
	})
	s.sitDown(e.Caucus, e.Members)
	text := say("joins the caucus; %s sit in it.", s.teamNames(e.Members))
	if e.Until > 0 {
		text = say("joins the caucus; %s sit in it, for %s.", s.teamNames(e.Members), spell(e.Until-a.Table))
	}
	s.tellCaucus(e.Caucus, e.Team, a, text)
}

func (e CaucusSpoken) apply(s *State, a Act) {
	s.post(a, e, Line{Kind: "caucus", Team: e.Team, Seat: e.Seat, Text: s.text(e.Words), Spoken: true, words: []WordID{e.Words}})
}

func (e CaucusLeft) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) {
		x.invited = without(x.invited, e.Team)
		x.joint.signed = without(x.joint.signed, e.Team)
	})
	if !e.Declined {
		s.sitDown(e.Caucus, e.Members)
	}
	text := say("leaves the caucus.")
	if e.Declined {
		text = say("does not come to the caucus.")
	}
	s.tellCaucus(e.Caucus, e.Team, a, text)
}

func (e CaucusClosed) apply(s *State, a Act) {
	s.changeCaucus(e.Caucus, func(x *caucus) { x.closed = true })
	x, _ := s.caucus(e.Caucus)
	s.sitDown(e.Caucus, x.members)
	if e.By != "" {
		s.tellCaucus(e.Caucus, e.By, a, say("closes the caucus."))
		return
	}
	s.tellCaucus(e.Caucus, "", a, say("The caucus is closed."))
}

// tellCaucus writes into the team rooms of those who follow a caucus, and of
// the team that acted, each under its own name for it.
func (s *State) tellCaucus(id CaucusID, team TeamID, a Act, text Phrase) {
	x, i := s.caucus(id)
	for _, t := range s.followers(x, team) {
		s.postIn(teamRoom(t), a, Line{Kind: "caucus", Team: team, Ref: s.label(i, t), Phrase: text})
	}
}

func (s State) followers(x caucus, team TeamID) []TeamID {
	return s.byScenario(append(x.knows(), team))
}

// caucusTeamRooms is where the coming and going of a caucus is seen.
func (s State) caucusTeamRooms(id CaucusID, team TeamID) []RoomID {
	x, _ := s.caucus(id)
	var rooms []RoomID
	for _, t := range s.followers(x, team) {
		rooms = append(rooms, teamRoom(t))
	}
	return rooms
}
