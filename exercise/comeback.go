package exercise

import (
	"reflect"
	"slices"
)

// A decision that falls gives back the points it closed, with the alternatives
// they had. A paragraph that nobody has touched since is as it was before. In
// one that has changed, a point comes back where the words that were decided
// still stand, told by where they come from, not by how they read: among the
// agreed words, or inside an alternative of a later point, which then is an
// outer point. Where they stand no more, or would stand two points deep, the
// paragraph keeps its words and the point stays closed; the record says so.

// unmade is what a decision's clauses and amendments would be if it had not
// been made, and the points that cannot come back. The clauses keep their
// present state.
func (s State) unmade(x decision) (clauses []Clause, amendments []Amendment, kept []PointID) {
	for i, old := range x.before {
		now, _ := s.clause(old.ID)
		now.Paras = slices.Clone(now.Paras)
		for k, p := range now.Paras {
			before, made := paraIn(old, p.ID), paraIn(x.after[i], p.ID)
			if before == nil || made == nil || reflect.DeepEqual(*before, *made) {
				continue
			}
			var lost []PointID
			now.Paras[k], lost = unmadePara(p, *before, *made, x)
			kept = append(kept, lost...)
		}
		now.Agreed = slices.DeleteFunc(slices.Clone(now.Agreed), func(id ParaID) bool {
			return slices.Contains(x.after[i].Agreed, id) && !slices.Contains(old.Agreed, id)
		})
		clauses = append(clauses, now)
	}
	back := s
	back.putClauses(clauses)
	for _, m := range x.beforeAm {
		if !slices.ContainsFunc(m.Alts, func(id AltID) bool { p, _ := back.para(paraOf(id.Point)); return findPoint(p, id.Point) == nil }) {
			amendments = append(amendments, m)
		}
	}
	return clauses, amendments, kept
}

func paraIn(c Clause, id ParaID) *Paragraph {
	i := slices.IndexFunc(c.Paras, func(p Paragraph) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &c.Paras[i]
}

// unmadePara takes one paragraph back: whole, where it is still what the
// decision made of it, else point by point.
func unmadePara(now, before, made Paragraph, x decision) (Paragraph, []PointID) {
	if reflect.DeepEqual(now, made) {
		return before, nil
	}
	var kept []PointID
	for _, c := range x.closed {
		if paraOf(c.Point) != now.ID || c.Decided == 0 {
			continue // inner points come back with the outer one
		}
		next, ok := comeBack(now, before, c)
		if !ok {
			kept = append(kept, c.Point)
		}
		now = next
	}
	return revived(now, before, made), kept
}

// revived puts back what the decision withdrew beside what it decided: the
// other alternatives of an amendment that fell.
func revived(now, before, made Paragraph) Paragraph {
	return mapAlternatives(now, func(id AltID, alt *Alternative) {
		_, old := findAlt(before, id)
		_, left := findAlt(made, id)
		if alt.Withdrawn && old != nil && !old.Withdrawn && left != nil && left.Withdrawn {
			alt.Withdrawn, alt.Sponsors = false, old.Sponsors
		}
	})
}

// comeBack opens a closed point again where its decided words stand.
func comeBack(now, before Paragraph, c ClosedPoint) (Paragraph, bool) {
	pt, chosen := findAlt(before, AltID{c.Point, c.Decided})
	if chosen == nil || findPoint(now, c.Point) != nil {
		return now, false
	}
	left, right := beside(before.Nodes, c.Point)
	spot := spot{point: current(pt, now), words: atoms(chosen.Nodes), left: left, right: right}
	if nodes, ok := spot.fill(now.Nodes); ok {
		now.Nodes = nodes
		return now, true
	}
	if pt.Outer {
		return now, false
	}
	found := false
	now.Nodes = slices.Clone(now.Nodes)
	for i, n := range now.Nodes {
		if n.Point == nil {
			continue
		}
		host := *n.Point
		host.Alts = slices.Clone(host.Alts)
		for k, alt := range host.Alts {
			if nodes, ok := spot.fill(alt.Nodes); ok {
				host.Alts[k].Nodes, host.Outer, found = nodes, true, true
			}
		}
		now.Nodes[i].Point = &host
	}
	return now, found
}

// current is a point as it was, with the inner points that are still open as
// they are now.
func current(pt *Point, now Paragraph) *Point {
	nodes := mapPoints([]Node{{Point: pt}}, func(q *Point) []Node {
		if open := findPoint(now, q.ID); open != nil {
			return []Node{{Point: open}}
		}
		return []Node{{Point: q}}
	})
	return nodes[0].Point
}

// atoms splits nodes into single bytes of text and whole points, so that runs
// of them can be compared and cut; tidy puts them together again.
func atoms(nodes []Node) []Node {
	var out []Node
	for _, n := range nodes {
		if n.Point != nil {
			out = append(out, n)
		}
		for _, p := range n.Pieces {
			if p == spacePiece {
				out = append(out, Node{Pieces: []Piece{p}})
			}
			for k := p.From; k < p.To; k++ {
				out = append(out, Node{Pieces: []Piece{{p.Word, k, k + 1}}})
			}
		}
	}
	return out
}

func sameAtom(a, b Node) bool {
	if a.Point != nil || b.Point != nil {
		return a.Point != nil && b.Point != nil && a.Point.ID == b.Point.ID
	}
	return slices.Equal(a.Pieces, b.Pieces)
}

// beside gives the atoms on either side of a point, none at an end.
func beside(nodes []Node, id PointID) (left, right []Node) {
	all := atoms(nodes)
	for i, n := range all {
		switch {
		case n.Point == nil:
		case n.Point.ID == id:
			return all[max(i-1, 0):i], all[i+1 : min(i+2, len(all))]
		default:
			for _, alt := range n.Point.Alts {
				if l, r := beside(alt.Nodes, id); len(l)+len(r) > 0 {
					return l, r
				}
			}
		}
	}
	return nil, nil
}

// spot is a point that looks for its place: the words that were decided, or,
// where those were none, what stood on either side.
type spot struct {
	point       *Point
	words       []Node
	left, right []Node
}

// fill puts the point in place of its words, if nodes hold them.
func (s spot) fill(nodes []Node) ([]Node, bool) {
	all := atoms(nodes)
	for i := 0; i+len(s.words) <= len(all); i++ {
		if s.at(all, i) {
			return tidy(slices.Concat(all[:i], []Node{{Point: s.point}}, all[i+len(s.words):])), true
		}
	}
	return nil, false
}

// at says whether the point's place begins before atom i.
func (s spot) at(all []Node, i int) bool {
	if len(s.words) > 0 {
		return slices.EqualFunc(all[i:i+len(s.words)], s.words, sameAtom)
	}
	if len(s.left)+len(s.right) == 0 {
		return len(all) == 0
	}
	return i > 0 && len(s.left) > 0 && sameAtom(all[i-1], s.left[0]) ||
		i < len(all) && len(s.right) > 0 && sameAtom(all[i], s.right[0])
}
