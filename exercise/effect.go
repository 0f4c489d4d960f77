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
func (s State) lacking() []string {
	var list []string
	need := s.plan.Effect.perTrack()
	for _, t := range s.decidingTracks() {
		has, teams := 0, 0
		for _, x := range s.plan.Teams {
			teams += bit(x.Track == t)
			has += bit(x.Track == t && s.gave(x.ID))
		}
		if need := min(need, teams); has < need {
			given := itoa(has) + " of " + itoa(need)
			if has == 0 {
				given = "none"
			}
			list = append(list, string(t)+" ("+t.Word()+") has given "+given)
		}
	}
	for _, id := range s.plan.Effect.Teams {
		if !s.gave(id) {
			list = append(list, s.named([]TeamID{id})+" has given none")
		}
	}
	return list
}

// effectLine is the sentence on when the text takes effect.
func (s State) effectLine() string {
	e := s.plan.Effect
	one, many := "signature or endorsement", "signatures or endorsements"
	if e.Signed {
		one, many = "signature", "signatures"
	}
	var parts []string
	switch n := e.perTrack(); n {
	case 0:
	case 1:
		parts = append(parts, "one "+one+" in each track that decides")
	default:
		parts = append(parts, itoa(n)+" "+many+" in each track that decides")
	}
	if len(e.Teams) > 0 {
		parts = append(parts, "the "+map[bool]string{true: one, false: many}[len(e.Teams) == 1]+" of "+s.teamNames(e.Teams))
	}
	needs := sentenceList(parts)
	if lacking := s.lacking(); len(lacking) > 0 {
		return "It takes effect with " + needs + "; " + sentenceList(lacking) + "."
	}
	return "It is in effect: it has " + needs + "."
}

// inEffect: the text is adopted and nothing is lacking.
func (s State) inEffect() bool {
	return s.closing.adopted && len(s.lacking()) == 0
}
