package exercise

import (
	"fmt"
	"slices"
	"strings"
)

// Names of the procedures that kefi knows.
const (
	Lateral         = "lateral"           // three equal tracks: concurrence in κ, ε and φ
	LateralByBearer = "lateral-by-bearer" // those who would carry a duty decide on it
	Track1          = "track-1"           // κ decides behind closed doors
	Track2          = "track-2"           // the same, beside an unofficial table
	Consultative    = "consultative"      // κ decides, ε and φ are heard
	TwoThirds       = "two-thirds"        // all are counted together
)

// KnownProcedures are those that need no description in a scenario, in the
// order in which they are named to people.
func KnownProcedures() []Procedure {
	concur := DecisionRule{Kind: Concurrence}
	each := func(k, e, p DecisionRule) []TrackRule { return []TrackRule{{Kappa, k}, {Epsilon, e}, {Phi, p}} }
	government := func(others RuleKind) []TrackRule {
		return each(concur, DecisionRule{Kind: others}, DecisionRule{Kind: others})
	}
	return []Procedure{
		{Name: Lateral, Rules: each(concur, concur, concur)},
		{Name: LateralByBearer, Rules: each(concur, concur, concur), ByBearer: true},
		{Name: Track1, Rules: government(NoRule), Hall: []Track{Epsilon, Phi}},
		{Name: Track2, Rules: government(NoRule), Hall: []Track{Epsilon, Phi}},
		{Name: Consultative, Rules: government(Voice), Input: true},
		{
			Name:    TwoThirds,
			Rules:   each(oneAccept(), oneAccept(), oneAccept()),
			Overall: &DecisionRule{Kind: Majority, Share: Ratio{2, 3}, Base: OfCast},
		},
	}
}

// ProcedureNames lists the procedures that kefi knows.
func ProcedureNames() []string {
	var names []string
	for _, p := range KnownProcedures() {
		names = append(names, p.Name)
	}
	return names
}

// ProcedureOf is the procedure that a scenario is played by: its own, or the
// one it names. Tracks that have no team have no part in it.
func ProcedureOf(sc Scenario) (Procedure, error) {
	p, err := procedureNamed(sc)
	if err != nil {
		return p, err
	}
	if p.Name == Track2 && len(p.NonPaper) == 0 {
		p.NonPaper = deliveries(sc)
	}
	seated := func(t Track) bool {
		return slices.ContainsFunc(sc.Teams, func(x Team) bool { return x.Track == t })
	}
	p.Rules = slices.DeleteFunc(slices.Clone(p.Rules), func(r TrackRule) bool { return !seated(r.Track) })
	p.Hall = slices.DeleteFunc(slices.Clone(p.Hall), func(t Track) bool { return !seated(t) })
	if len(p.Hall) == 0 {
		p.Hall, p.NonPaper = nil, nil
	}
	return p, p.Check()
}

func procedureNamed(sc Scenario) (Procedure, error) {
	if sc.Rules != nil {
		p := *sc.Rules
		p.Name = sc.Procedure
		return p, nil
	}
	for _, p := range KnownProcedures() {
		if p.Name == sc.Procedure {
			return p, nil
		}
	}
	return Procedure{}, fmt.Errorf("there is no procedure %q; the procedures are %s, or a scenario's own", sc.Procedure, strings.Join(ProcedureNames(), ", "))
}

// deliveries are the set times of track-2's non-papers: whenever an item of the
// second reading opens, the endgame, and the stakeholder slot, in which the
// table reads what those in the hall would have said.
func deliveries(sc Scenario) []string {
	var items []string
	for _, item := range sc.Agenda {
		if item.Kind == SecondReading || item.Kind == Endgame || item.Kind == StakeholderSlot {
			items = append(items, item.Name)
		}
	}
	return items
}

// Check says what is wrong with a procedure, in a sentence for its author.
func (p Procedure) Check() error {
	deciding := p.Overall != nil
	for i, r := range p.Rules {
		if slices.ContainsFunc(p.Rules[:i], func(x TrackRule) bool { return x.Track == r.Track }) {
			return fmt.Errorf("the procedure %s has two rules for %s", p.Name, r.Track)
		}
		if err := r.Rule.Check(); err != nil {
			return fmt.Errorf("%s: %w", r.Track, err)
		}
		deciding = deciding || r.Rule.decides()
	}
	if p.Overall != nil {
		if err := p.Overall.Check(); err != nil || !p.Overall.decides() {
			return fmt.Errorf("the rule over all teams cannot be %s", p.Overall)
		}
	}
	if p.Quorum != (Ratio{}) {
		if err := p.Quorum.Check(); err != nil {
			return fmt.Errorf("quorum: %w", err)
		}
	}
	if !deciding {
		return fmt.Errorf("under the procedure %s nobody with a seat at the table decides", p.Name)
	}
	for _, t := range p.Hall {
		if p.decides(t) {
			return fmt.Errorf("%s is in the hall and cannot decide", t)
		}
	}
	return nil
}

// decides says whether a track's teams are counted on anything: by a rule of
// their own, or, where they have none, by the one over all.
func (p Procedure) decides(t Track) bool {
	if rule, own := p.ruleOf(t); own {
		return rule.decides()
	}
	return p.Overall != nil
}

func (p Procedure) ruleOf(t Track) (DecisionRule, bool) {
	for _, r := range p.Rules {
		if r.Track == t {
			return r.Rule, true
		}
	}
	return DecisionRule{}, false
}

// Under gives the scenario as it is played by a procedure, that of its own
// name included, with the rules written out: act 0 keeps them, whatever a later
// kefi calls by the name. The scenario given is not changed.
func Under(sc Scenario, procedure string) (Scenario, error) {
	if procedure != sc.Procedure {
		sc.Procedure, sc.Rules = procedure, nil
	}
	p, err := ProcedureOf(sc)
	sc.Rules = &p
	return sc, err
}
