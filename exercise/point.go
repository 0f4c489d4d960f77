package exercise

import "slices"

// openPoints lists the points of a paragraph in text order: an outer point,
// then the inner ones that are still open.
func openPoints(p Paragraph) []*Point {
	var out []*Point
	for pt := range eachPoint(p.Nodes) {
		known := func(o *Point) bool { return o.ID == pt.ID }
		if !slices.ContainsFunc(out, known) {
			out = append(out, pt)
		}
	}
	return out
}

// eachPoint walks points in text order, an outer point before its inner ones.
// An inner point that several alternatives leave open is met in each of them.
func eachPoint(nodes []Node) func(yield func(*Point) bool) {
	return func(yield func(*Point) bool) { walkPoints(nodes, yield) }
}

func walkPoints(nodes []Node, yield func(*Point) bool) bool {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		if !yield(n.Point) {
			return false
		}
		for _, alt := range n.Point.Alts {
			if !walkPoints(alt.Nodes, yield) {
				return false
			}
		}
	}
	return true
}

// findPoint gives the open point with an id, or nil.
func findPoint(p Paragraph, id PointID) *Point {
	for pt := range eachPoint(p.Nodes) {
		if pt.ID == id {
			return pt
		}
	}
	return nil
}

// findAlt gives an alternative and its point, or nils. Both are to be read only.
func findAlt(p Paragraph, id AltID) (*Point, *Alternative) {
	pt := findPoint(p, id.Point)
	if pt == nil {
		return nil, nil
	}
	for i := range pt.Alts {
		if pt.Alts[i].N == id.N {
			return pt, &pt.Alts[i]
		}
	}
	return nil, nil
}

// closePoint makes an alternative the text. What it leaves open stays open:
// deciding "as it stands" of an outer point removes the outer brackets only.
// Inner points that stand only in the other alternatives close with them.
func closePoint(p Paragraph, id AltID) (Paragraph, []ClosedPoint, error) {
	pt, chosen := findAlt(p, id)
	if chosen == nil {
		return p, nil, refuse(ErrUnknown, "There is no open alternative %s in %s.", id, p.ID)
	}
	if chosen.Withdrawn {
		return p, nil, refuse(ErrUnknown, "%s has been withdrawn; it can no longer become the text.", id)
	}
	closed := []ClosedPoint{{Point: pt.ID, Decided: id.N, Text: agreedPieces(chosen.Nodes), NotTaken: notTaken(pt, id.N)}}
	next := p
	next.Nodes = mapPoints(p.Nodes, func(q *Point) []Node {
		if q.ID != pt.ID {
			return []Node{{Point: q}}
		}
		return chosen.Nodes
	})
	for _, q := range openPoints(p) {
		if q.ID != pt.ID && findPoint(next, q.ID) == nil {
			closed = append(closed, ClosedPoint{Point: q.ID, NotTaken: notTaken(q, 0)})
		}
	}
	return next, closed, nil
}

// notTaken lists the standing alternatives other than n.
func notTaken(pt *Point, n int) []Alternative {
	var out []Alternative
	for _, a := range pt.Alts {
		if a.N != n && !a.Withdrawn {
			out = append(out, a)
		}
	}
	return out
}

func hasPoints(nodes []Node) bool {
	return slices.ContainsFunc(nodes, func(n Node) bool { return n.Point != nil })
}

// agreedPieces gives the agreed words among nodes.
func agreedPieces(nodes []Node) []Piece {
	var out []Piece
	for _, n := range nodes {
		out = append(out, n.Pieces...)
	}
	return out
}

// mapPoints rebuilds nodes with each point, inner ones first, replaced by what
// f makes of it. f may keep the point it is given; it is a copy.
func mapPoints(nodes []Node, f func(*Point) []Node) []Node {
	var out []Node
	for _, n := range nodes {
		if n.Point == nil {
			out = append(out, n)
			continue
		}
		pt := *n.Point
		pt.Alts = slices.Clone(pt.Alts)
		for i := range pt.Alts {
			pt.Alts[i].Nodes = mapPoints(pt.Alts[i].Nodes, f)
		}
		out = append(out, f(&pt)...)
	}
	return tidy(out)
}

// mapAlternatives rebuilds a paragraph with each alternative changed by f.
func mapAlternatives(p Paragraph, f func(AltID, *Alternative)) Paragraph {
	p.Nodes = mapPoints(p.Nodes, func(pt *Point) []Node {
		for i := range pt.Alts {
			f(AltID{pt.ID, pt.Alts[i].N}, &pt.Alts[i])
		}
		return []Node{{Point: pt}}
	})
	return p
}

// cosponsorNodes adds a team to the sponsors of what an amendment brought.
func cosponsorNodes(p Paragraph, a AmendmentID, team TeamID) Paragraph {
	return mapAlternatives(p, func(_ AltID, alt *Alternative) {
		if slices.Contains(alt.Amendments, a) {
			alt.Sponsors = addOnce(alt.Sponsors, team)
		}
	})
}

// leaving says what keeps an alternative in the draft when its sponsors go.
type leaving struct {
	// others: does the team sponsor this amendment too?
	others func(AmendmentID) bool
	// preferred: does somebody else prefer the alternative?
	preferred func(AltID) bool
}

// leaveNodes takes a team from the sponsors of what an amendment brought,
// unless it stands behind the same words by another amendment. Without a team
// it is the chair who takes back the chair's text. An alternative that nobody
// stands behind any more is marked withdrawn and listed. The words as they
// stood and the scenario's own are never withdrawn.
func leaveNodes(p Paragraph, a AmendmentID, team TeamID, x leaving) (Paragraph, []AltID) {
	var withdrawn []AltID
	next := mapAlternatives(p, func(id AltID, alt *Alternative) {
		behind := slices.Contains(alt.Sponsors, team) || team == "" && alt.Chair
		another := func(b AmendmentID) bool { return b != a && x.others(b) }
		if !behind || !slices.Contains(alt.Amendments, a) || slices.ContainsFunc(alt.Amendments, another) {
			return
		}
		alt.Sponsors = without(alt.Sponsors, team)
		alt.Chair = alt.Chair && team != ""
		if alt.Withdrawn || alt.held() || x.preferred(id) {
			return
		}
		alt.Withdrawn = true
		if !slices.Contains(withdrawn, id) {
			withdrawn = append(withdrawn, id)
		}
	})
	return next, withdrawn
}

// held says whether an alternative has somebody behind it, or needs nobody.
func (a Alternative) held() bool {
	return len(a.Sponsors) > 0 || a.Chair || a.AsItStands || a.Given
}

// addOnce appends x to a copy of list, unless it is there or empty.
func addOnce[T ~string](list []T, x T) []T {
	if x == "" || slices.Contains(list, x) {
		return list
	}
	return append(slices.Clip(list), x)
}
