package exercise

// Effect says when the adopted text takes effect. Where it says nothing: with
// one signature or endorsement in each deciding track.
type Effect struct {
	// PerTrack is how many are needed in each deciding track; none where only
	// teams are named.
	PerTrack int `json:"perTrack,omitempty"`
	// Teams are those whose own is needed.
	Teams []TeamID `json:"teams,omitempty"`
	// Signed counts signatures only: an endorsement does not bind.
	Signed bool `json:"signed,omitempty"`
}

func (e Effect) perTrack() int {
	if e.PerTrack == 0 && len(e.Teams) == 0 {
		return 1
	}
	return e.PerTrack
}

// gave says whether a team has given what counts.
func (s State) gave(team TeamID) bool {
	how := s.signatureOf(team).how
	return how == HowSigned || how == HowEndorsed && !s.plan.Effect.Signed
}

// lacking tells what the text still needs to take effect, nothing once it has.
func (s State) lacking() []Phrase {
	var list []Phrase
	need := s.plan.Effect.perTrack()
	for _, t := range s.decidingTracks() {
		has, teams := 0, 0
		for _, x := range s.plan.Teams {
			teams += bit(x.Track == t)
			has += bit(x.Track == t && s.gave(x.ID))
		}
		switch need := min(need, teams); {
		case has >= need:
		case has == 0:
			list = append(list, say("%s has given none", t.named()))
		default:
			list = append(list, say("%s has given %d of %d", t.named(), has, need))
		}
	}
	for _, id := range s.plan.Effect.Teams {
		if !s.gave(id) {
			list = append(list, say("%s has given none", s.named([]TeamID{id})))
		}
	}
	return list
}

// effectLine is the sentence on when the text takes effect.
func (s State) effectLine() Phrase {
	var parts []Phrase
	if n := s.plan.Effect.perTrack(); n > 0 {
		parts = append(parts, s.plan.Effect.ofEachTrack(n))
	}
	if teams := s.plan.Effect.Teams; len(teams) > 0 {
		parts = append(parts, s.plan.Effect.ofTeams(len(teams), s.teamNames(teams)))
	}
	if lacking := s.lacking(); len(lacking) > 0 {
		return say("It takes effect with %s; %s.", listed(parts), listed(lacking))
	}
	return say("It is in effect: it has %s.", listed(parts))
}

func (e Effect) ofEachTrack(n int) Phrase {
	switch {
	case n == 1 && e.Signed:
		return say("one signature in each track that decides")
	case n == 1:
		return say("one signature or endorsement in each track that decides")
	case e.Signed:
		return say("%d signatures in each track that decides", n)
	}
	return say("%d signatures or endorsements in each track that decides", n)
}

func (e Effect) ofTeams(n int, names Phrase) Phrase {
	if e.Signed {
		return tally(n, "the signature of %[2]s", "the signatures of %[2]s", names)
	}
	return tally(n, "the signature or endorsement of %[2]s", "the signatures or endorsements of %[2]s", names)
}

// inEffect: the text is adopted and nothing is lacking.
func (s State) inEffect() bool {
	return s.closing.adopted && len(s.lacking()) == 0
}
