package exercise

import "slices"

// verdict is what the positions amount to, in one sentence that names the
// binding track.
type verdict struct {
	outcome  Outcome
	sentence string
	binding  Track
	silent   []TeamID
}

// judge counts the positions as they stand now. A gavel is no-objection over
// all teams with a say; what is put needs concurrence in every track.
func (s State) judge(x decision) verdict {
	if v, away := s.judgeAbsence(x); away {
		return v
	}
	if x.Form != FormPut {
		return s.judgeGavel(x)
	}
	v := verdict{outcome: Carried}
	accepts := 0
	for _, t := range s.decidingTracks() {
		c := s.count(x, t)
		accepts += len(c.accept)
		v.silent = append(v.silent, c.silent...)
		v = worse(v, s.concurrence(t, c))
	}
	if v.outcome == Carried && accepts == 0 {
		return verdict{outcome: NotCarried, sentence: "Not carried: nobody accepted.", silent: v.silent}
	}
	if v.outcome == Carried {
		v.sentence = "Carried" + s.silence(v.silent)
	}
	return v
}

// judgeAbsence: presence is taken when the decision closes. Without a whole
// track, or with a team away for less than three minutes that has not
// answered, it is postponed.
func (s State) judgeAbsence(x decision) (verdict, bool) {
	for _, t := range s.decidingTracks() {
		if !slices.ContainsFunc(s.teamsHere(), func(id TeamID) bool { return s.track(id) == t }) {
			return verdict{outcome: Postponed, binding: t, sentence: "Postponed: nobody of " + string(t) + " (" + t.Word() + ") is here."}, true
		}
	}
	for _, team := range s.say() {
		if _, answered := x.position(team); !answered && s.inGrace(team) {
			return verdict{outcome: Postponed, binding: s.track(team), sentence: "Postponed: " + s.named([]TeamID{team}) + " has been away for less than three minutes."}, true
		}
	}
	return verdict{}, false
}

// worse keeps the finding that binds: a standing not-yet makes a decision
// postponed, never "not carried".
func worse(a, b verdict) verdict {
	rank := map[Outcome]int{Carried: 0, NotCarried: 1, Postponed: 2}
	if rank[b.outcome] > rank[a.outcome] {
		b.silent = a.silent
		return b
	}
	return a
}

// tally is one track's positions.
type tally struct {
	accept, aside, object, notYet, silent []TeamID
}

func (s State) count(x decision, t Track) tally {
	var c tally
	for _, team := range s.say() {
		if s.track(team) != t {
			continue
		}
		p, _ := x.position(team)
		switch p.kind {
		case Accept:
			c.accept = append(c.accept, team)
		case StandAside:
			c.aside = append(c.aside, team)
		case Objects:
			c.object = append(c.object, team)
		case NotYet:
			c.notYet = append(c.notYet, team)
		default:
			c.silent = append(c.silent, team)
		}
	}
	return c
}

// concurrence: nobody objects or awaits instructions and at least one
// accepts; a track whose present teams all stand aside concurs.
func (s State) concurrence(t Track, c tally) verdict {
	switch {
	case len(c.notYet) > 0:
		return verdict{outcome: Postponed, binding: t, sentence: "Postponed: " + s.named(c.notYet) + plural(c.notYet, " awaits", " await") + " instructions."}
	case len(c.object) > 0:
		return verdict{outcome: NotCarried, binding: t, sentence: "Not carried: " + s.named(c.object) + plural(c.object, " objects", " object") + "."}
	case len(c.accept) > 0:
		return verdict{outcome: Carried}
	case len(c.aside) > 0 && !slices.ContainsFunc(c.silent, s.teamHere):
		return verdict{outcome: Carried}
	}
	text := "Not carried: nobody in " + string(t) + " (" + t.Word() + ") accepted"
	return verdict{outcome: NotCarried, binding: t, sentence: text + s.silence(c.silent)}
}

func (s State) judgeGavel(x decision) verdict {
	v := verdict{outcome: Carried}
	for _, team := range s.say() {
		p, answered := x.position(team)
		if answered && p.kind == Objects {
			return verdict{outcome: ObjectedTo, binding: s.track(team), sentence: s.named([]TeamID{team}) + " objects; nothing is decided."}
		}
		if !answered {
			v.silent = append(v.silent, team)
		}
	}
	_, opened := s.decision(x.ID)
	for _, a := range s.draft.amendments {
		if a.after > opened && a.State == AmendmentLodged && len(a.Sponsors) > 0 && s.concerns(x, a.Amendment) {
			return verdict{
				outcome: ObjectedTo, binding: s.track(a.Sponsors[0]),
				sentence: s.named(a.Sponsors[:1]) + " has lodged " + string(a.ID) + " on it; nothing is decided.",
			}
		}
	}
	v.sentence = "No objection: so decided."
	return v
}

// named lists teams with their track: "Hydra (ε)".
func (s State) named(ids []TeamID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.teamName(id) + " (" + string(s.track(id)) + ")"
	}
	return sentenceList(names)
}

func plural(ids []TeamID, one, many string) string {
	if len(ids) == 1 {
		return one
	}
	return many
}

func (s State) silence(silent []TeamID) string {
	if len(silent) == 0 {
		return "."
	}
	return "; " + s.teamNames(silent) + " said nothing."
}

// ifNothingChanges is the sentence for a standing decision.
func (s State) ifNothingChanges(x decision) string {
	v := s.judge(x)
	if x.Form != FormPut && v.outcome == Carried {
		return "If nobody objects: so decided."
	}
	return "If nothing changes: " + lower(v.sentence)
}
