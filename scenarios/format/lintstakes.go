package format

import (
	"slices"

	"kefi/exercise"
)

// lintStakes looks at what outcomes are worth: to each team, and together.
func (r *reader) lintStakes() {
	teams := r.scenario.Teams
	if !slices.ContainsFunc(teams, func(t exercise.Team) bool { return t.Stakes != nil }) {
		r.warn(codeStakes, nil, "Write stakes into the briefs; the guide says how.", "no team has stakes: nobody can say later what the text was worth to whom")
	} else {
		whole := true
		for _, t := range teams {
			whole = r.lintTeamStakes(t) && whole
		}
		if whole && !r.zone() {
			r.warn(codeNoZone, nil, "Lower a no-agreement value, or let teams care for different clauses.", "no text leaves every team above its no-agreement value")
		}
	}
	for _, t := range teams {
		if n := len(t.Brief.Offers); n < offersExpected {
			r.warn(codeOffers, r.briefOf(t), "Two things that only this team can give.", "%s has %s", t.Name, plural(n, "offer"))
		}
	}
	if n := len(r.scenario.Stress); n > 0 && n < stressExpected {
		r.warn(codeStress, r.places["the scenario"].get("stress"), "Ten try a text from every side.", "the final text is tried by %s", plural(n, "stress incident"))
	}
}

func (r *reader) briefOf(t exercise.Team) *node { return r.places["the brief of "+string(t.ID)] }

// lintTeamStakes reports whether the team's stakes can be reckoned with.
func (r *reader) lintTeamStakes(t exercise.Team) bool {
	if t.Stakes == nil {
		r.warn(codeStakes, r.briefOf(t), "", "%s has no stakes, and other teams have", t.Name)
		return false
	}
	at, best := r.briefOf(t).get("stakes"), t.Stakes.Best()
	if best != 100 {
		r.warn(codeStakes, at, "Make the best text worth 100, so that teams can be compared.", "the best text is worth %d to %s", best, t.Name)
	}
	for _, p := range t.Brief.Points {
		if !slices.ContainsFunc(t.Stakes.Points, func(x exercise.PointStake) bool { return x.Point == p.Point }) {
			r.warn(codeStakes, at, "Its brief says why it cares; say with points what each wording is worth.", "%s has no stakes for %s", p.Point, t.Name)
		}
	}
	if t.Stakes.NoAgreement >= best {
		r.warn(codeStakes, at, "", "%s is never better off with a text than without", t.Name)
		return false
	}
	return true
}

// mostOutcomes bounds the search for a text that all could sign.
const mostOutcomes = 3000

// zone: some text leaves every team above its no-agreement value. Clause by
// clause it keeps the outcomes than which no other is better for all. It also
// says so where there are too many to tell.
func (r *reader) zone() bool {
	teams := r.scenario.Teams
	sums := [][]int{make([]int, len(teams))}
	for _, c := range r.scenario.Clauses {
		var next [][]int
		for _, option := range r.outcomes(c.ID) {
			for _, sum := range sums {
				next = append(next, plus(sum, option))
			}
			if len(next) > mostOutcomes {
				return true
			}
		}
		sums = undominated(next)
	}
	return slices.ContainsFunc(sums, func(sum []int) bool {
		for i, t := range teams {
			if sum[i] <= t.Stakes.NoAgreement {
				return false
			}
		}
		return true
	})
}

// outcomes lists what a clause may come to, as points by team: not agreed, or
// agreed with one alternative at each of its points.
func (r *reader) outcomes(c exercise.ClauseID) [][]int {
	teams := r.scenario.Teams
	agreed := make([]int, len(teams))
	for i, t := range teams {
		for _, x := range t.Stakes.Clauses {
			if x.Clause == c {
				agreed[i] = x.Agreed
			}
		}
	}
	list := [][]int{agreed}
	for _, p := range r.pointsOf(c) {
		var next [][]int
		for n := range r.names.alternatives[p] {
			for _, sum := range list {
				next = append(next, plus(sum, r.worthOf(p, n)))
			}
		}
		if list = undominated(next); len(list) > mostOutcomes {
			break
		}
	}
	return append(list, make([]int, len(teams)))
}

// worthOf is what alternative n of a point is worth to each team.
func (r *reader) worthOf(point string, n int) []int {
	worth := make([]int, len(r.scenario.Teams))
	for i, t := range r.scenario.Teams {
		for _, p := range t.Stakes.Points {
			if string(p.Point) == point && n < len(p.Worth) {
				worth[i] = p.Worth[n]
			}
		}
	}
	return worth
}

func plus(a, b []int) []int {
	sum := slices.Clone(a)
	for i := range sum {
		sum[i] += b[i]
	}
	return sum
}

// undominated leaves out what another outcome betters, or equals, for all.
func undominated(list [][]int) (kept [][]int) {
	slices.SortFunc(list, func(a, b []int) int { return slices.Compare(b, a) })
	for _, x := range slices.CompactFunc(list, slices.Equal) {
		if !slices.ContainsFunc(kept, func(k []int) bool { return coversAll(k, x) }) {
			kept = append(kept, x)
		}
	}
	return kept
}

func coversAll(a, b []int) bool {
	for i := range a {
		if a[i] < b[i] {
			return false
		}
	}
	return true
}
