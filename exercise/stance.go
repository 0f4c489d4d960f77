package exercise

import "slices"

// stance is one team's attitude to one alternative. Open ones and those given
// to the chair are kept apart, so that one never betrays the other.
type stance struct {
	team    TeamID
	stance  Stance
	why     WordID
	toChair bool
}

func (c TakeStance) decide(d *decider) error {
	team, err := d.stanceTeam(c.Stance)
	if err != nil {
		return err
	}
	if err := d.play("state a stance", Briefing, Table); err != nil {
		return err
	}
	if _, err := d.openAlt(c.Alt); err != nil {
		return err
	}
	if c.Stance == Cannot && c.Why.ID == (WordID{}) {
		return refuse(ErrText, "Say why: `cannot %s \"…\"`.", c.Alt)
	}
	if c.Why.ID == (WordID{}) && slices.Contains(d.s.draft.stances[c.Alt], stance{team: team, stance: c.Stance, toChair: c.ToChair}) {
		return refuse(ErrNotNow, "You have said so already.")
	}
	d.emit(StanceTaken{Alt: c.Alt, Team: team, Stance: c.Stance, Why: c.Why.ID, ToChair: c.ToChair})
	return nil
}

// stanceTeam: any delegate marks prefer and can-live; cannot binds and needs the head.
func (d *decider) stanceTeam(x Stance) (TeamID, error) {
	switch x {
	case Prefer, CanLive:
		return d.team("state a stance")
	case Cannot:
		return d.head("say that it cannot accept")
	}
	return "", refuse(ErrText, "A stance is prefer, can-live or cannot.")
}

// openAlt refuses an alternative that is not in the draft any more.
func (d *decider) openAlt(id AltID) (*Alternative, error) {
	p, ok := d.s.para(paraOf(id.Point))
	if !ok {
		return nil, refuse(ErrUnknown, "There is no point %s.", id.Point)
	}
	point, alt := findAlt(p, id)
	if point == nil {
		return nil, refuse(ErrUnknown, "There is no open point %s; `text %s` shows the points of the clause.", id.Point, clauseOf(p.ID))
	}
	if alt == nil || alt.Withdrawn {
		return nil, refuse(ErrUnknown, "%s has no alternative %d.", id.Point, id.N)
	}
	return alt, nil
}

func (c ClearStance) decide(d *decider) error {
	team, err := d.team("clear a stance")
	if err != nil {
		return err
	}
	if err := d.play("clear a stance", Briefing, Table); err != nil {
		return err
	}
	open, secret := false, false
	for alt, all := range d.s.draft.stances {
		for _, x := range all {
			if alt.Point == c.Point && x.team == team {
				open, secret = open || !x.toChair, secret || x.toChair
			}
		}
	}
	if !open && !secret {
		return refuse(ErrNotNow, "You have no stance on %s.", c.Point)
	}
	if open {
		d.emit(StanceCleared{Point: c.Point, Team: team})
	}
	if secret {
		d.emit(StanceCleared{Point: c.Point, Team: team, ToChair: true})
	}
	return nil
}

// apply replaces the team's stance on the alternative; prefer is given to one
// alternative of a point at most.
func (e StanceTaken) apply(s *State, a Act) {
	before := *s
	s.dropStances(func(alt AltID, x stance) bool {
		same := x.team == e.Team && x.toChair == e.ToChair && alt.Point == e.Alt.Point
		return same && (alt == e.Alt || (e.Stance == Prefer && x.stance == Prefer))
	})
	s.draft.stances = with(s.draft.stances, e.Alt, func(all *[]stance) {
		*all = append(slices.Clone(*all), stance{e.Team, e.Stance, e.Why, e.ToChair})
	})
	if e.Lodging {
		return // the line that it was lodged says so already
	}
	s.noteStance(a, before, e.Alt.Point, e.Team, e.ToChair)
	text := e.line(s.altTitle(e.Alt))
	if why := s.text(e.Why); why != "" {
		text = say("%s: %s", text, why)
	}
	s.post(a, e, Line{Kind: "stance", Team: e.Team, Ref: e.Alt.String(), Phrase: text.Ended(), words: []WordID{e.Why}, cites: s.altWords(e.Alt)})
}

// line says what stance is taken, and whether to the chair alone.
func (e StanceTaken) line(title Phrase) Phrase {
	switch {
	case e.Stance == Prefer && e.ToChair:
		return say("tells the chair that it prefers %s", title)
	case e.Stance == Prefer:
		return say("prefers %s", title)
	case e.Stance == CanLive && e.ToChair:
		return say("tells the chair that it can live with %s", title)
	case e.Stance == CanLive:
		return say("can live with %s", title)
	case e.ToChair:
		return say("tells the chair that it cannot accept %s", title)
	}
	return say("cannot accept %s", title)
}

func (e StanceCleared) apply(s *State, a Act) {
	before := *s
	s.dropStances(func(alt AltID, x stance) bool {
		return x.team == e.Team && x.toChair == e.ToChair && alt.Point == e.Point
	})
	s.noteStance(a, before, e.Point, e.Team, e.ToChair)
	s.post(a, e, Line{Kind: "stance", Team: e.Team, Ref: string(e.Point), Phrase: say("takes back its stance on %s.", e.Point)})
}

func (s *State) dropStances(gone func(AltID, stance) bool) {
	for alt, all := range s.draft.stances {
		if slices.ContainsFunc(all, func(x stance) bool { return gone(alt, x) }) {
			s.draft.stances = with(s.draft.stances, alt, func(list *[]stance) {
				*list = slices.DeleteFunc(slices.Clone(all), func(x stance) bool { return gone(alt, x) })
			})
		}
	}
}

// ready: no cannot, and at least one prefer or can-live in every track that
// decides. Only stances of their teams are counted. The chair's count includes
// confessionals, the room's does not.
func (s State) ready(alt AltID, confessionals bool) bool {
	deciding := s.decidingOn(subject{clauses: []ClauseID{clauseOf(paraOf(alt.Point))}})
	backed := map[Track]bool{}
	for _, x := range s.draft.stances[alt] {
		if x.toChair && !confessionals || !slices.Contains(deciding, s.track(x.team)) {
			continue
		}
		if x.stance == Cannot {
			return false
		}
		backed[s.track(x.team)] = true
	}
	for _, t := range deciding {
		if !backed[t] {
			return false
		}
	}
	return true
}

// quietOn lists the teams with a say that have said nothing of a point, as
// far as the chair knows.
func (s State) quietOn(p PointID) []TeamID {
	spoke := map[TeamID]bool{}
	for alt, all := range s.draft.stances {
		for _, x := range all {
			spoke[x.team] = spoke[x.team] || alt.Point == p
		}
	}
	var quiet []TeamID
	for _, t := range s.sayOn(subject{clauses: []ClauseID{clauseOf(paraOf(p))}}) {
		if !spoke[t] {
			quiet = append(quiet, t)
		}
	}
	return quiet
}

// minds says whether a team has a stance on a point.
func (s State) minds(team TeamID, p PointID, confessionals bool) bool {
	for alt, all := range s.draft.stances {
		if alt.Point == p && slices.ContainsFunc(all, func(x stance) bool { return x.team == team && (confessionals || !x.toChair) }) {
			return true
		}
	}
	return false
}
