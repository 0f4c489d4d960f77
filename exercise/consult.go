package exercise

import "slices"

// What the table learns of a caucus. The scenario chooses: named (who met, and
// how long), counted (how many), or silent. A team of one seat that sits in a
// caucus is "in consultations" unless the scenario keeps silent: it is not
// skipped, and no gavel falls on a point on which it has a stance.

// How the minutes tell of a caucus.
const (
	ConsultationsNamed   = "named"
	ConsultationsCounted = "counted"
	ConsultationsSilent  = "silent"
)

type (
	// Consulting: a team of one seat is in consultations, or back from them.
	Consulting struct {
		Team TeamID `json:"team"`
		Back bool   `json:"back,omitempty"`
	}
	// CaucusMet: a caucus is over. Teams are those who sat in it where they
	// are named; Length is ms of wall time.
	CaucusMet struct {
		Teams  []TeamID `json:"teams,omitempty"`
		Count  int      `json:"count"`
		Length int64    `json:"length"`
		Rooms  []RoomID `json:"rooms"` // the tables from which they came
	}
)

func (s State) silentCaucuses() bool { return s.plan.Consultations == ConsultationsSilent }

// consults: does the table know that this team of one seat sits in a caucus?
func (s State) consults(team TeamID) bool {
	t, _ := s.Team(team)
	return len(t.Seats) == 1 && slices.ContainsFunc(s.caucuses, func(x caucus) bool {
		return x.holds(team) && (x.clause != "" || !s.silentCaucuses())
	})
}

// tellConsulting tells the table who went into consultations or came back.
func (d *decider) tellConsulting() {
	for _, t := range d.s.plan.Teams {
		if now := d.s.consults(t.ID); now != d.s.teams[t.ID].consulting {
			d.emit(Consulting{Team: t.ID, Back: !now})
		}
	}
}

// tellMet tells the table that a caucus met, as the scenario says.
func (d *decider) tellMet(id CaucusID) {
	x, _ := d.s.caucus(id)
	if !x.open || d.s.silentCaucuses() {
		return
	}
	var met []TeamID
	var rooms []RoomID
	for _, y := range x.seated {
		for _, t := range y.members {
			met, rooms = addOnce(met, t), addOnce(rooms, d.s.tableOf(t))
		}
	}
	e := CaucusMet{Count: len(met), Length: d.s.now.wall - x.wall, Rooms: rooms}
	if d.s.plan.Consultations != ConsultationsCounted {
		e.Teams = d.s.byScenario(met)
	}
	d.emit(e)
}

func (e Consulting) apply(s *State, a Act) {
	s.teams = with(s.teams, e.Team, func(t *teamState) { t.consulting = !e.Back })
	text := say("is in consultations.")
	if e.Back {
		text = say("is back from consultations.")
	}
	s.post(a, e, Line{Kind: "caucus", Team: e.Team, Phrase: text})
}

func (e CaucusMet) apply(s *State, a Act) {
	who := tally(e.Count, "%d delegation", "%d delegations")
	if len(e.Teams) > 0 {
		who = s.teamNames(e.Teams)
	}
	s.post(a, e, Line{Kind: "caucus", Phrase: say("%s met in a caucus, for %s.", who, roughly(e.Length))})
}

// roughly is a length in full minutes.
func roughly(ms int64) Phrase {
	if ms < minute {
		return say("less than a minute")
	}
	return spell(ms / minute * minute)
}

// awaited names a team in consultations that has a stance on one of the points
// these alternatives would close. What the table learns of it must not depend
// on confessionals; the chair's own refusal may.
func (s State) awaited(alts []AltID, confessionals bool) (TeamID, bool) {
	for _, t := range s.plan.Teams {
		if s.teams[t.ID].consulting && slices.ContainsFunc(alts, func(a AltID) bool { return s.minds(t.ID, a.Point, confessionals) }) {
			return t.ID, true
		}
	}
	return "", false
}
