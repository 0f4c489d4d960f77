package exercise

import "slices"

// verdict is what the positions amount to, in one sentence that names the
// binding track.
type verdict struct {
	outcome  Outcome
	sentence Phrase
	binding  Track
	silent   []TeamID
	tallies  []TallyView
}

// judge counts the positions as they stand now. A gavel is no-objection over
// all teams with a say; what is put is counted by the rules of the procedure,
// and every track with a rule must carry.
func (s State) judge(x decision) verdict {
	sub, err := s.askedOn(x.Form, x.X)
	if err != nil { // what it was about has gone, by another decision
		return verdict{outcome: NotCarried, sentence: notDecided(err)}
	}
	if x.Form == FormSilence {
		return s.judgeSilence(x, sub)
	}
	if x.Form == FormReopening && x.Right != "" {
		return s.judgeReturn(x)
	}
	if x.Form != FormPut {
		if v, away := s.judgeAbsence(x, sub); away {
			return v
		}
		return s.judgeGavel(x, sub)
	}
	v := s.judgePut(x, sub)
	if away, is := s.judgeAbsence(x, sub); is {
		away.tallies = v.tallies
		return away
	}
	return v
}

func (s State) judgePut(x decision, sub subject) verdict {
	voters := s.sayOn(sub)
	v := verdict{outcome: Carried, silent: s.quiet(x, voters)}
	accepts, concur := 0, false
	for _, b := range s.bodies(sub) {
		c := s.tally(x, b)
		v = worse(v, s.finding(b.rule, c))
		v.tallies = append(v.tallies, c)
		accepts += len(c.Accept)
		concur = concur || b.rule.Kind == Concurrence
	}
	if short, is := s.quorum(x, voters); is {
		v = worse(v, short)
	}
	if v.outcome != Carried {
		return v
	}
	if concur && accepts == 0 { // at least one accept is needed over all tracks
		v.outcome, v.sentence = NotCarried, say("Not carried: nobody accepted.")
		return v
	}
	v.sentence = s.silence(s.figures(v.tallies), v.silent)
	return v
}

// notDecided is the sentence where there is nothing to decide any more.
func notDecided(err error) Phrase { return say("Not decided: %s", lower(because(err))) }

// figures says that it carried, and by how many under a rule over all teams.
func (s State) figures(tallies []TallyView) Phrase {
	rule, last := s.procedure().Overall, len(tallies)-1
	if rule == nil || rule.Kind != Majority || last < 0 {
		return say("Carried")
	}
	c := tallies[last]
	return say("Carried, %d of %d %s, %d needed", len(c.Accept), c.Base, word(rule.Base), c.Needed)
}

// quiet lists the voters without a position.
func (s State) quiet(x decision, voters []TeamID) []TeamID {
	return slices.DeleteFunc(slices.Clone(voters), func(id TeamID) bool { _, answered := x.position(id); return answered })
}

// judgeAbsence: presence is taken when the decision closes. Without a whole
// track, or with a team away for less than three minutes that has not
// answered, it is postponed.
func (s State) judgeAbsence(x decision, sub subject) (verdict, bool) {
	if sub.motion == MotionAppeal {
		return verdict{}, false // it is counted by who is present
	}
	for _, t := range s.decidingOn(sub) {
		if !s.trackHere(t) {
			return verdict{outcome: Postponed, binding: t, sentence: say("Postponed: nobody of %s is here.", t.named())}, true
		}
	}
	for _, team := range s.sayOn(sub) {
		if _, answered := x.position(team); !answered && s.inGrace(team) && x.Form != FormSilence {
			return verdict{outcome: Postponed, binding: s.track(team), sentence: say("Postponed: %s has been away for less than three minutes.", s.named([]TeamID{team}))}, true
		}
	}
	return verdict{}, false
}

// worse keeps the finding that binds: a standing not-yet makes a decision
// postponed, never "not carried".
func worse(a, b verdict) verdict {
	rank := map[Outcome]int{Carried: 0, NotCarried: 1, Postponed: 2}
	if rank[b.outcome] > rank[a.outcome] {
		b.silent, b.tallies = a.silent, a.tallies
		return b
	}
	return a
}

func (s State) judgeGavel(x decision, sub subject) verdict {
	v := verdict{outcome: Carried}
	for _, team := range s.sayOn(sub) {
		p, answered := x.position(team)
		if answered && p.kind == Objects {
			return verdict{outcome: ObjectedTo, binding: s.track(team), sentence: say("%s objects; nothing is decided.", s.named([]TeamID{team}))}
		}
		if !answered {
			v.silent = append(v.silent, team)
		}
	}
	if team, ok := s.awaited(sub.alts, false); ok && slices.Contains(v.silent, team) {
		return verdict{outcome: Postponed, binding: s.track(team), sentence: say("Postponed: %s is in consultations.", s.named([]TeamID{team}))}
	}
	if lodged, is := s.judgeLodged(x, sub); is {
		return lodged
	}
	v.sentence = say("No objection: so decided.")
	return v
}

// judgeLodged: an amendment lodged since the question was asked, and still
// standing, is an objection.
func (s State) judgeLodged(x decision, sub subject) (verdict, bool) {
	_, opened := s.decision(x.ID)
	for _, a := range s.draft.amendments {
		if a.after > opened && a.State == AmendmentLodged && s.sponsoredBySay(a.Amendment, sub) && s.concerns(x, a.Amendment) {
			return verdict{
				outcome: ObjectedTo, binding: s.track(a.Sponsors[0]),
				sentence: say("%s has lodged %s on it; nothing is decided.", s.named(a.Sponsors[:1]), a.ID),
			}, true
		}
	}
	return verdict{}, false
}

// sponsoredBySay: an amendment stands in the way of a gavel if a team that
// lodged or sponsors it is counted there.
func (s State) sponsoredBySay(a Amendment, sub subject) bool {
	return slices.ContainsFunc(a.Sponsors, func(id TeamID) bool { return s.counts(id, sub) })
}

// named lists teams with their track: "Hydra (ε)".
func (s State) named(ids []TeamID) Phrase {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.teamName(id) + " (" + string(s.track(id)) + ")"
	}
	return listed(names)
}

// silence ends a sentence, with who said nothing.
func (s State) silence(sentence Phrase, silent []TeamID) Phrase {
	if len(silent) == 0 {
		return say("%s.", sentence)
	}
	return tally(len(silent), "%[2]s; %[3]s said nothing.", "%[2]s; %[3]s said nothing.", sentence, s.teamNames(silent))
}

// ifNothingChanges is the sentence for a standing decision.
func (s State) ifNothingChanges(x decision) Phrase {
	v := s.judge(x)
	if x.Form == FormSilence && v.outcome == Carried {
		return say("If nobody breaks the silence: so decided.")
	}
	if x.Form != FormPut && v.outcome == Carried {
		return say("If nobody objects: so decided.")
	}
	return say("If nothing changes: %s", lower(v.sentence))
}
