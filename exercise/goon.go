package exercise

import (
	"fmt"
	"slices"
)

// mostSpelled bounds into how many texts a point within a point is spelled out.
const mostSpelled = 12

// GoOn gives the scenario of a later session as it goes on from an earlier
// one, before it begins: its text becomes the draft, its dials and stances
// stand, as Follows.Carries says. Head is the hash, in hex, of the earlier
// record's last act. The scenario given is not changed. The error is a
// sentence.
func GoOn(sc Scenario, from State, head string) (Scenario, error) {
	switch f := sc.Follows; {
	case f.Scenario == "":
		return sc, fmt.Errorf("the scenario %s is no later session: it has no `follows` that names the one before it", sc.Name)
	case from.plan == nil || f.Scenario != from.plan.Name:
		return sc, fmt.Errorf("%s follows the scenario %s, and %s was played by another one", sc.Name, f.Scenario, from.Name())
	case from.phase != Debrief && from.phase != Closed:
		return sc, fmt.Errorf("%s is in the %s: a session can go on from it once it has ended (ENDEX)", from.Name(), from.phase)
	}
	carries := func(what string) bool { return slices.Contains(sc.Follows.Carries, what) }
	sc.Follows.Earlier = from.asEarlier(head)
	if carries(CarryText) {
		if err := carryText(&sc, from); err != nil {
			return sc, err
		}
	}
	if carries(CarryDials) {
		carryDials(&sc, from.model, from.now.scenario)
	}
	if carries(CarryText) && carries(CarryPositions) {
		sc.Follows.Earlier.Stances = from.stancesFor(sc)
	}
	return sc, nil
}

// asEarlier is how a session ended.
func (s State) asEarlier(head string) Earlier {
	x := Earlier{
		Exercise: s.name, Title: s.plan.Title, Acts: s.seq + 1, Head: head,
		Adopted: s.closing.adopted, InEffect: s.inEffect(), Summary: s.copied(s.closing.summary), Annex: s.annex(),
	}
	for _, c := range s.draft.clauses {
		switch {
		case c.State.Agreed():
			x.Agreed = append(x.Agreed, c.ID)
		case c.State == ClauseDeleted:
			x.Deleted = append(x.Deleted, c.ID)
		case c.State != ClauseDeferred:
			x.Open = append(x.Open, c.ID)
		}
	}
	if !s.closing.adopted {
		return x
	}
	for _, t := range s.plan.Teams {
		sig := s.signatureOf(t.ID)
		e := EarlierSignature{Team: t.Name, How: sig.how, Words: s.copied(sig.words), Dissociated: sig.dissociated}
		for _, r := range sig.reservations {
			e.Reservations = append(e.Reservations, EarlierReservation{Clause: r.Clause, Words: s.copied(r.Words)})
		}
		x.Signatures = append(x.Signatures, e)
	}
	return x
}

// copied is a text for another record; removed words stay removed.
func (s State) copied(id WordID) Text { return T(s.text(id)) }

// carryText puts the earlier text in the place of the scenario's own. A clause
// that was deleted is proposed as the scenario has it; one that the scenario
// does not know comes last.
func carryText(sc *Scenario, from State) error {
	own := sc.Clauses
	sc.Clauses = slices.Clone(own)
	moved := map[PointID]PointID{}
	for _, c := range from.draft.clauses {
		if c.State == ClauseDeleted {
			continue
		}
		spec, err := from.carried(c)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(own, func(x ClauseSpec) bool { return x.ID == c.ID })
		if i < 0 {
			sc.Clauses = append(sc.Clauses, spec)
			if !spec.Agreed {
				sc.Agenda = withLast(sc.Agenda, c.ID)
			}
			continue
		}
		spec.Bearers, spec.NoReservation = own[i].Bearers, own[i].NoReservation
		sc.Clauses[i] = spec
		for old, now := range samePoints(own[i], spec) {
			moved[old] = now
		}
	}
	sc.Teams = slices.Clone(sc.Teams)
	for i, t := range sc.Teams {
		sc.Teams[i] = t.caringFor(sc.Clauses, own, moved)
	}
	return nil
}

// carried is a clause as it ended, as an author would write it.
func (s State) carried(c Clause) (ClauseSpec, error) {
	spec := ClauseSpec{ID: c.ID, Title: T(plainPieces(c.Title, s.texting())), Bearers: c.Bearers, NoReservation: c.NoReservation, Agreed: c.State.Agreed()}
	for _, p := range c.Paras {
		text := display(s.spelledOut(p), s.texting())
		if _, err := ParseBrackets(text); err != nil {
			return spec, fmt.Errorf("paragraph %s of %s cannot be carried over: %w", p.ID, s.name, err)
		}
		spec.Paras = append(spec.Paras, T(text))
	}
	return spec, nil
}

// spelledOut is a paragraph whose points are of words alone: where points
// stand within another, every reading of it is an alternative. A point with
// one alternative left has those back that were withdrawn.
func (s State) spelledOut(p Paragraph) Paragraph {
	nodes := p.Nodes
	p.Nodes = nil
	for _, n := range nodes {
		if n.Point != nil {
			n = s.spelledPoint(n.Point)
		}
		p.Nodes = append(p.Nodes, n)
	}
	p.Nodes = tidy(p.Nodes)
	return p
}

func (s State) spelledPoint(point *Point) Node {
	alts := standing(point)
	if len(alts) < 2 {
		alts = point.Alts
	}
	spelled := Point{ID: point.ID}
	var known []string
	for _, alt := range alts {
		for _, ps := range strandsOf(alt.Nodes, standing, mostSpelled) {
			if text := plainPieces(ps, s.texting()); !slices.Contains(known, text) && len(known) < mostSpelled {
				known = append(known, text)
				spelled.Alts = append(spelled.Alts, Alternative{N: len(known), Nodes: agreedNodes(ps)})
			}
		}
	}
	if len(spelled.Alts) == 1 {
		return Node{Pieces: agreedPieces(spelled.Alts[0].Nodes)}
	}
	return Node{Point: &spelled}
}

// withLast gives the last item at which text is decided one clause more.
func withLast(agenda []AgendaItem, id ClauseID) []AgendaItem {
	agenda = slices.Clone(agenda)
	for i := range slices.Backward(agenda) {
		if agenda[i].Kind == Endgame || agenda[i].Kind == SecondReading {
			agenda[i].Clauses = append(slices.Clip(agenda[i].Clauses), id)
			break
		}
	}
	return agenda
}

// pointsIn lists the points of a clause with the texts of their alternatives.
func pointsIn(c ClauseSpec) (ids []PointID, texts [][]string) {
	for i, para := range c.Paras {
		p, _ := layParagraph(ParaID(string(c.ID)+"."+itoa(i+1)), WordID{N: 1}, para.Value)
		for _, point := range openPoints(p) {
			var alts []string
			for _, a := range point.Alts {
				alts = append(alts, plainNodes(a.Nodes, nil, func(WordID) string { return para.Value }))
			}
			ids, texts = append(ids, point.ID), append(texts, alts)
		}
	}
	return ids, texts
}

// samePoints finds the points of a clause that are still open as their author
// wrote them, with what was put beside them: by their id there, the id here.
func samePoints(own, carried ClauseSpec) map[PointID]PointID {
	same := map[PointID]PointID{}
	ids, texts := pointsIn(own)
	nowIDs, nowTexts := pointsIn(carried)
	for i, id := range ids {
		j := slices.IndexFunc(nowTexts, func(now []string) bool {
			return len(now) >= len(texts[i]) && slices.Equal(now[:len(texts[i])], texts[i])
		})
		if j >= 0 {
			same[id] = nowIDs[j]
		}
	}
	return same
}

// caringFor is a team whose brief and stakes speak of the points there are.
func (t Team) caringFor(clauses, own []ClauseSpec, moved map[PointID]PointID) Team {
	here := func(p PointID) (PointID, bool) {
		if now, ok := moved[p]; ok {
			return now, true
		}
		at := func(c ClauseSpec) bool { return c.ID == clauseOf(paraOf(p)) }
		i, j := slices.IndexFunc(clauses, at), slices.IndexFunc(own, at)
		// The clause is not carried over: it is as its author wrote it.
		return p, i >= 0 && j >= 0 && slices.Equal(clauses[i].Paras, own[j].Paras)
	}
	points := t.Brief.Points
	t.Brief.Points = nil
	for _, p := range points {
		if now, ok := here(p.Point); ok {
			p.Point = now
			t.Brief.Points = append(t.Brief.Points, p)
		}
	}
	if t.Stakes == nil {
		return t
	}
	stakes := *t.Stakes
	stakes.Points = nil
	for _, p := range t.Stakes.Points {
		if now, ok := here(p.Point); ok {
			p.Point = now
			stakes.Points = append(stakes.Points, p)
		}
	}
	t.Stakes = &stakes
	return t
}

// carryDials starts the dials of the same name, and the policy gap, where the
// earlier session left them.
func carryDials(sc *Scenario, m model, at int64) {
	sc.Dials = slices.Clone(sc.Dials)
	for i := range sc.Dials {
		if d := m.dial(sc.Dials[i].ID); d.ID != "" {
			sc.Dials[i].Start = d.value
		}
	}
	if !sc.Gap.none() && !m.gap.none() {
		sc.Gap.Start = m.gap.at(at)
	}
}

// stancesFor are the open stances that can stand in a later session: its team
// is there, and the point and the alternative are open under the id they have.
func (s State) stancesFor(sc Scenario) []EarlierStance {
	var list []EarlierStance
	for _, c := range s.draft.clauses {
		for _, p := range c.Paras {
			list = append(list, s.stancesIn(p, sc)...)
		}
	}
	return list
}

func (s State) stancesIn(p Paragraph, sc Scenario) []EarlierStance {
	var list []EarlierStance
	letter := 0
	for _, n := range s.spelledOut(p).Nodes {
		if n.Point == nil {
			continue
		}
		letter++
		for _, alt := range n.Point.Alts {
			old := s.altWith(p, n.Point.ID, plainNodes(alt.Nodes, nil, s.texting()))
			for _, x := range s.draft.stances[old] {
				here := slices.ContainsFunc(sc.Teams, func(t Team) bool { return t.ID == x.team })
				if here && !x.toChair {
					list = append(list, EarlierStance{Alt: AltID{pointID(p.ID, letter), alt.N}, Team: x.team, Stance: x.stance})
				}
			}
		}
	}
	return list
}

// altWith is the alternative of a point that has these words alone.
func (s State) altWith(p Paragraph, id PointID, text string) AltID {
	point := findPoint(p, id)
	for _, alt := range standing(point) {
		if !hasPoints(alt.Nodes) && plainNodes(alt.Nodes, nil, s.texting()) == text {
			return AltID{id, alt.N}
		}
	}
	return AltID{}
}
