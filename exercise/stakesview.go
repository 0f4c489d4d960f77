package exercise

// StakesView is what outcomes are worth to a team, in points of 100 for the
// best text it can think of: the author's figures. Its team and the evaluators
// see it; control and the chair do not.
type StakesView struct {
	// NoAgreement is what the team has without any text.
	NoAgreement int              `json:"noAgreement"`
	Points      []PointStakeView `json:"points,omitempty"`
	Clauses     []ClauseStake    `json:"clauses,omitempty"`
}

// PointStakeView is what the wordings of a point are worth.
type PointStakeView struct {
	Point PointID        `json:"point"`
	Alts  []AltStakeView `json:"alts"` // the scenario's, in its order
	// Other is what any other wording is worth; nil where the author did not say.
	Other *int `json:"other,omitempty"`
}

// AltStakeView is what one wording is worth. Its text may be empty: deletion.
type AltStakeView struct {
	Text  string `json:"text"`
	Worth int    `json:"worth"`
}

// wordStakes words every team's stakes, which all views of them share.
func (s *State) wordStakes() {
	s.stakes = map[TeamID]*StakesView{}
	for _, t := range s.plan.Teams {
		if t.Stakes != nil {
			s.stakes[t.ID] = s.stakesView(t.Stakes)
		}
	}
}

// stakesView words one team's stakes.
func (s State) stakesView(x *Stakes) *StakesView {
	v := &StakesView{NoAgreement: x.NoAgreement, Clauses: x.Clauses}
	for _, p := range x.Points {
		point := PointStakeView{Point: p.Point, Other: p.Other}
		given := s.givenPoint(p.Point)
		for i, worth := range p.Worth {
			alt := AltStakeView{Worth: worth}
			if given != nil && i < len(given.Alts) {
				alt.Text = plainNodes(given.Alts[i].Nodes, nil, s.texting())
			}
			point.Alts = append(point.Alts, alt)
		}
		v.Points = append(v.Points, point)
	}
	return v
}

// givenPoint is a point as the scenario gave it; nil where it gave none.
func (s State) givenPoint(id PointID) *Point {
	for _, c := range s.draft.given {
		for _, p := range c.Paras {
			if point := findPoint(p, id); point != nil {
				return point
			}
		}
	}
	return nil
}

// Outlook is what a text can bring a team, in points: between the least and
// the most, which meet once nothing is open.
type Outlook struct {
	Least int `json:"least"`
	Most  int `json:"most"`
}

func (o Outlook) plus(x Outlook) Outlook { return Outlook{o.Least + x.Least, o.Most + x.Most} }

// or is what either of two may bring.
func (o Outlook) or(x Outlook) Outlook { return Outlook{min(o.Least, x.Least), max(o.Most, x.Most)} }

// Outlook is what the text that a room sees would bring if all that is open in
// it were agreed, with any of the wordings that stand. Deferred and deleted
// clauses bring nothing. Where the words are not the scenario's and the author
// said nothing of others, they count from the worst of the scenario's to the
// best; what a settled point brings does not change with later edits of it.
func (v StakesView) Outlook(r *RoomView) (o Outlook) {
	settled, open := map[PointID]int{}, map[PointID]Outlook{}
	for _, alt := range r.Settled() {
		settled[alt.Point] = alt.N
	}
	counts := map[ClauseID]bool{}
	for _, c := range r.Clauses {
		counts[c.ID] = c.State != ClauseDeferred && c.State != ClauseDeleted
		for _, p := range c.Paras {
			v.open(p.Nodes, false, open)
		}
	}
	for _, p := range v.Points {
		brings, disputed := open[p.Point]
		if !disputed {
			brings = p.brings(settled[p.Point])
		}
		if counts[clauseOf(paraOf(p.Point))] {
			o = o.plus(brings)
		}
	}
	for _, c := range v.Clauses {
		if counts[c.Clause] {
			o = o.plus(Outlook{c.Agreed, c.Agreed})
		}
	}
	return o
}

// open gathers what each open point may bring. One within an outer point may
// also close with other words.
func (v StakesView) open(nodes []NodeView, within bool, found map[PointID]Outlook) {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		for _, a := range n.Point.Alts {
			v.open(a.Nodes, true, found)
		}
		for _, p := range v.Points {
			if p.Point != n.Point.ID {
				continue
			}
			brings := p.brings(n.Point.Alts[0].ID.N)
			for _, a := range n.Point.Alts[1:] {
				brings = brings.or(p.brings(a.ID.N))
			}
			if within {
				brings = brings.or(p.brings(0))
			}
			found[p.Point] = brings
		}
	}
}

// brings is what alternative n of a point is worth, 0 for words that stand in
// none of them.
func (p PointStakeView) brings(n int) Outlook {
	switch {
	case n > 0 && n <= len(p.Alts):
		return Outlook{p.Alts[n-1].Worth, p.Alts[n-1].Worth}
	case p.Other != nil:
		return Outlook{*p.Other, *p.Other}
	case len(p.Alts) == 0:
		return Outlook{}
	}
	o := p.brings(1)
	for i := range p.Alts {
		o = o.or(p.brings(i + 1))
	}
	return o
}
