package exercise

import "slices"

// This file says who is counted: the teams with a say, and on what.

// counts says whether a team is counted on a subject: it has not been declared
// absent, and its track decides there.
func (s State) counts(team TeamID, sub subject) bool {
	if sub.procedural() {
		return slices.Contains(s.movers(sub), team)
	}
	return !s.teams[team].declared && slices.Contains(s.decidingOn(sub), s.track(team))
}

// sayOn lists the teams that are counted on a subject, in scenario order.
func (s State) sayOn(sub subject) []TeamID {
	if sub.procedural() {
		return s.movers(sub)
	}
	deciding := s.decidingOn(sub)
	var ids []TeamID
	for _, t := range s.plan.Teams {
		if !s.teams[t.ID].declared && slices.Contains(deciding, t.Track) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// say lists the teams that are counted on the terms and on adoption: all that
// have a say at all.
func (s State) say() []TeamID { return s.sayOn(subject{}) }

// decidingOn lists the tracks whose teams are counted on a subject. Where the
// bearers decide, those of its clauses do; a clause without bearers that have
// a say is everybody's.
func (s State) decidingOn(sub subject) []Track {
	if sub.procedural() {
		return nil // no track is counted by itself
	}
	all := s.decidingTracks()
	if s.plan.AbsentTrack && !sub.whole {
		all = slices.DeleteFunc(all, func(t Track) bool { return !s.trackHere(t) })
	}
	if !s.procedure().ByBearer || sub.whole || len(sub.clauses) == 0 {
		return all
	}
	var bearers []Track
	for _, id := range sub.clauses {
		c, _ := s.clause(id)
		borne := slices.DeleteFunc(slices.Clone(c.Bearers), func(t Track) bool { return !slices.Contains(all, t) })
		if len(borne) == 0 {
			return all
		}
		bearers = append(bearers, borne...)
	}
	return slices.DeleteFunc(slices.Clone(all), func(t Track) bool { return !slices.Contains(bearers, t) })
}

// decidingTracks are those that have a team and a say.
func (s State) decidingTracks() []Track {
	p := s.procedure()
	var tracks []Track
	for _, t := range Tracks() {
		if p.decides(t) && slices.ContainsFunc(s.plan.Teams, func(x Team) bool { return x.Track == t }) {
			tracks = append(tracks, t)
		}
	}
	return tracks
}

// matter is what a decision is about; nothing in particular once that has
// left the draft.
func (s State) matter(x decision) subject {
	sub, _ := s.askedOn(x.Form, x.X)
	return sub
}

// askedOn resolves what a decision is asked on: a reopening is on what is
// closed, all else on what is open.
func (s State) askedOn(form string, x Subject) (subject, error) {
	if form == FormReopening {
		return s.reopenable(x)
	}
	return s.subject(x)
}

// trackHere says whether any team of a track is present.
func (s State) trackHere(t Track) bool {
	return slices.ContainsFunc(s.teamsHere(), func(id TeamID) bool { return s.track(id) == t })
}

// body is the teams that one rule counts together.
type body struct {
	track Track // empty: all teams with a say
	rule  DecisionRule
	teams []TeamID
}

// bodies lists those who decide on a subject: the tracks that have a rule of
// their own, then all together.
func (s State) bodies(sub subject) []body {
	if sub.procedural() {
		return []body{{rule: simpleMajority(), teams: s.movers(sub)}}
	}
	p, voters := s.procedure(), s.sayOn(sub)
	var all []body
	for _, t := range s.decidingOn(sub) {
		if rule, own := p.ruleOf(t); own {
			mine := slices.DeleteFunc(slices.Clone(voters), func(id TeamID) bool { return s.track(id) != t })
			all = append(all, body{t, rule, mine})
		}
	}
	if p.Overall != nil {
		all = append(all, body{rule: *p.Overall, teams: voters})
	}
	return all
}

// counted says whether a majority is counted among those who decide: then
// what is not carried falls.
func (s State) counted(sub subject) bool {
	return slices.ContainsFunc(s.bodies(sub), func(b body) bool { return b.rule.Kind == Majority })
}

// trackNames joins tracks as a sentence does: "κ (government) and ε (business)".
func trackNames(tracks []Track) Phrase {
	names := make([]Phrase, len(tracks))
	for i, t := range tracks {
		names[i] = t.named()
	}
	return listed(names)
}

// named is a track with its word: "ε (business)".
func (t Track) named() Phrase { return say("%s (%s)", t, say(t.Word())) }
