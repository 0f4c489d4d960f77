package bot

import (
	"slices"

	"kefi/exercise"
)

// scales weigh what stands in a draft by a team's stakes. What something costs
// is how much less it is worth, in points of 100, than the wording the team
// wants most at that point.
type scales struct {
	stakes exercise.Stakes
	view   *exercise.View
}

// unfamiliar is what any change costs where the stakes say nothing.
const unfamiliar = 5

// worth of an alternative, in points.
func (s scales) worth(alt exercise.AltID) int {
	i := slices.IndexFunc(s.stakes.Points, func(p exercise.PointStake) bool { return p.Point == alt.Point })
	if i < 0 {
		if alt.N == 1 {
			return unfamiliar // the words as they stand
		}
		return 0
	}
	p := s.stakes.Points[i]
	switch {
	case alt.N <= len(p.Worth):
		return p.Worth[alt.N-1]
	case p.Other != nil:
		return *p.Other
	}
	return (slices.Max(p.Worth) + slices.Min(p.Worth)) / 2
}

// best is what the scenario's own wordings can be worth at a point.
func (s scales) best(p exercise.PointID) int {
	for _, x := range s.stakes.Points {
		if x.Point == p {
			return slices.Max(x.Worth)
		}
	}
	return unfamiliar
}

func (s scales) cost(alt exercise.AltID) int { return max(s.best(alt.Point)-s.worth(alt), 0) }

// favourite is the alternative that is worth most of those that stand.
func (s scales) favourite(p exercise.PointView) exercise.AltID {
	return slices.MaxFunc(p.Alts, func(a, b exercise.AltView) int { return s.worth(a.ID) - s.worth(b.ID) }).ID
}

// dearest is the open point at which most can be lost.
func (s scales) dearest() (exercise.PointView, bool) {
	open, found, most := exercise.PointView{}, false, 0
	for _, p := range points(s.view.Room) {
		loss := 0
		for _, a := range p.Alts {
			loss = max(loss, s.cost(a.ID))
		}
		if loss > most {
			open, found, most = p, true, loss
		}
	}
	return open, found
}

// spent is what the team has given so far: at points that are closed what was
// decided, at open ones the dearest wording that it said it can live with.
func (s scales) spent(and ...exercise.AltID) (sum int) {
	given := map[exercise.PointID]int{}
	for _, alt := range s.view.Room.Settled() {
		given[alt.Point] = s.cost(alt)
	}
	open := map[exercise.PointID]bool{}
	for _, p := range points(s.view.Room) {
		open[p.ID] = true
	}
	said := slices.Clone(and)
	for _, x := range s.view.Own.Stances {
		if x.Stance != exercise.Cannot {
			said = append(said, x.Alt)
		}
	}
	for _, alt := range said {
		if open[alt.Point] {
			given[alt.Point] = max(given[alt.Point], s.cost(alt))
		}
	}
	for _, cost := range given {
		sum += cost
	}
	return sum
}

// most is what the team can give before it would rather have no text.
func (s scales) most() int { return 100 - s.stakes.NoAgreement }

// bearable: with this decided the team is not worse off than without a text.
func (s scales) bearable(x exercise.Subject) bool {
	return s.spent(s.view.Room.Alternatives(x)...) <= s.most()
}
