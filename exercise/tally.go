package exercise

import "slices"

// tally counts the positions of one body of teams as they stand now. A team
// counts once, by its last position; presence is taken now.
func (s State) tally(x decision, b body) TallyView {
	c := TallyView{Track: b.track, Rule: b.rule.String()}
	present := 0
	for _, team := range b.teams {
		if s.teamHere(team) {
			present++
		}
		p, _ := x.position(team)
		list := map[PositionKind]*[]TeamID{Accept: &c.Accept, StandAside: &c.Aside, Objects: &c.Object, NotYet: &c.NotYet}[p.kind]
		if list == nil {
			list = &c.Silent
		}
		*list = append(*list, team)
	}
	if b.rule.Kind == Majority {
		c.Base = map[Base]int{OfCast: c.cast(), OfPresent: present, OfEntitled: len(b.teams)}[b.rule.Base]
		c.Needed = b.rule.needed(c.Base)
	}
	c.Carries = s.finding(b.rule, c).outcome == Carried
	return c
}

// cast is how many have said yes or no.
func (c TallyView) cast() int { return len(c.Accept) + len(c.Object) }

// finding is what one body's count amounts to by its rule. A standing not-yet
// makes a decision postponed, never "not carried".
func (s State) finding(rule DecisionRule, c TallyView) verdict {
	if len(c.NotYet) > 0 {
		return verdict{outcome: Postponed, binding: c.Track, sentence: tally(len(c.NotYet), "Postponed: %[2]s awaits instructions.", "Postponed: %[2]s await instructions.", s.named(c.NotYet))}
	}
	if rule.Kind == Majority {
		return s.majority(rule, c)
	}
	if len(c.Object) > 0 {
		return notCarried(c, tally(len(c.Object), "Not carried: %[2]s objects.", "Not carried: %[2]s object.", s.named(c.Object)))
	}
	carries := true
	switch rule.Kind {
	case Concurrence:
		carries = len(c.Accept) > 0 || len(c.Aside) > 0 && !slices.ContainsFunc(c.Silent, s.teamHere)
	case Unanimity:
		carries = len(c.Accept) > 0
		if absent := slices.DeleteFunc(slices.Concat(c.Aside, c.Silent), func(id TeamID) bool { return !s.teamHere(id) }); carries && len(absent) > 0 {
			return notCarried(c, tally(len(absent), "Not carried: every team present must accept, and %[2]s has not.",
				"Not carried: every team present must accept, and %[2]s have not.", s.named(absent)))
		}
	}
	if !carries {
		return notCarried(c, s.silence(nobodyAccepted(c.Track), c.Silent))
	}
	return verdict{outcome: Carried}
}

// majority: nobody cast is not carried, whatever the base.
func (s State) majority(rule DecisionRule, c TallyView) verdict {
	switch {
	case c.cast() == 0 || len(c.Accept) == 0:
		return notCarried(c, s.silence(nobodyAccepted(c.Track), c.Silent))
	case len(c.Accept) < c.Needed:
		return notCarried(c, s.silence(tooFew(rule, c), c.Silent))
	}
	return verdict{outcome: Carried}
}

func notCarried(c TallyView, sentence Phrase) verdict {
	return verdict{outcome: NotCarried, binding: c.Track, sentence: sentence}
}

// nobodyAccepted of a track, or of all teams together, as a sentence to be ended.
func nobodyAccepted(t Track) Phrase {
	if t == "" {
		return say("Not carried: nobody accepted")
	}
	return say("Not carried: nobody in %s accepted", t.named())
}

func tooFew(rule DecisionRule, c TallyView) Phrase {
	if c.Track == "" {
		return say("Not carried: %d of %d %s accepted, and %s needs %d", len(c.Accept), c.Base, word(rule.Base), rule.named(), c.Needed)
	}
	return say("Not carried: %d of %d %s in %s accepted, and %s needs %d", len(c.Accept), c.Base, word(rule.Base), c.Track.named(), rule.named(), c.Needed)
}

// quorum is short where fewer of the entitled than it takes have answered
// anything but not-yet: nothing can be decided, so it is postponed.
func (s State) quorum(x decision, entitled []TeamID) (verdict, bool) {
	share := s.procedure().Quorum
	if share == (Ratio{}) {
		return verdict{}, false
	}
	answered := 0
	for _, team := range entitled {
		if p, ok := x.position(team); ok && p.kind != NotYet {
			answered++
		}
	}
	if answered >= share.of(len(entitled)) {
		return verdict{}, false
	}
	return verdict{outcome: Postponed, sentence: say("Postponed: %d of %d teams answered, and the quorum of %s is %d.",
		answered, len(entitled), share.String(), share.of(len(entitled)))}, true
}

// tallies are those of the record, or, while positions are asked, as they stand.
func (s State) tallies(x decision) []TallyView {
	if x.outcome != "" || x.takenBack || x.Form != FormPut {
		return x.tallies
	}
	return s.judge(x).tallies
}
