package exercise

// Stakes are what outcomes are worth to a team, in points of 100 for the best
// text it can think of: the author's figures, for analysis after play. What a
// clause holds counts only where the clause is agreed.
type Stakes struct {
	// NoAgreement is what the team has without any text, 0-100.
	NoAgreement int           `json:"noAgreement"`
	Points      []PointStake  `json:"points,omitempty"`
	Clauses     []ClauseStake `json:"clauses,omitempty"`
}

// PointStake is what each alternative of a point is worth to a team.
type PointStake struct {
	Point PointID `json:"point"`
	Worth []int   `json:"worth"` // by alternative, in the scenario's order
	// Other is the worth of any wording that the scenario does not hold; nil
	// where its author did not say.
	Other *int `json:"other,omitempty"`
}

// ClauseStake is what it is worth to a team that a clause is agreed at all,
// whatever its points hold.
type ClauseStake struct {
	Clause ClauseID `json:"clause"`
	Agreed int      `json:"agreed"`
}

// Best is the worth of the text that a team would write alone, in points.
func (x Stakes) Best() int {
	sum := 0
	for _, p := range x.Points {
		best := 0
		for _, w := range p.Worth {
			best = max(best, w)
		}
		if p.Other != nil {
			best = max(best, *p.Other)
		}
		sum += best
	}
	for _, c := range x.Clauses {
		sum += max(c.Agreed, 0)
	}
	return sum
}
