package exercise

// reading is the paragraph's text with one alternative chosen for each point.
// Where choose names none that exists, the first that stands is read.
func reading(p Paragraph, choose func(*Point) int, words wordsFunc) string {
	return plainNodes(p.Nodes, choose, words)
}

// readings lists the different texts the paragraph may become, at most limit.
func readings(p Paragraph, words wordsFunc, limit int) []string {
	var out []string
	seen := map[string]bool{}
	for _, ps := range strandsOf(p.Nodes, standing, limit) {
		text := plainPieces(ps, words)
		if !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}

// standing lists the alternatives of a point that have not been withdrawn.
func standing(pt *Point) []Alternative {
	var out []Alternative
	for _, a := range pt.Alts {
		if !a.Withdrawn {
			out = append(out, a)
		}
	}
	return out
}

// strandsOf lists the ways to read nodes as pieces, at most limit, the first
// alternatives first.
func strandsOf(nodes []Node, alts func(*Point) []Alternative, limit int) [][]Piece {
	out := [][]Piece{nil}
	for _, n := range nodes {
		if n.Point == nil {
			for i := range out {
				out[i] = joinPieces(out[i], n.Pieces)
			}
			continue
		}
		var next [][]Piece
		for _, before := range out {
			for _, alt := range alts(n.Point) {
				for _, ps := range strandsOf(alt.Nodes, alts, limit) {
					if len(next) < limit {
						next = append(next, joinPieces(joinPieces(nil, before), ps))
					}
				}
			}
		}
		out = next
	}
	return out
}

// wouldRead is the text with these alternatives chosen; points on which
// nothing is chosen stand as [one | other].
func wouldRead(p Paragraph, alts []AltID, words wordsFunc) string {
	chosen := map[PointID]int{}
	for _, a := range alts {
		chosen[a.Point] = a.N
	}
	f := flow{words: words}
	f.nodes(p.Nodes, chosen)
	return f.out.String()
}

// display is the paragraph as [one | other], with literal [ ] | \ escaped:
// ParseBrackets reads it back, but for outer points, which nest.
func display(p Paragraph, words wordsFunc) string {
	f := flow{words: words, escape: true}
	f.nodes(p.Nodes, nil)
	return f.out.String()
}

// nodes writes nodes, with points that are not chosen in brackets.
func (f *flow) nodes(nodes []Node, chosen map[PointID]int) {
	for _, n := range nodes {
		if n.Point == nil {
			f.pieces(n.Pieces)
		} else if at, ok := chosen[n.Point.ID]; ok {
			if alt := pick(n.Point, at); alt != nil {
				f.nodes(alt.Nodes, chosen)
			}
		} else {
			f.brackets(n.Point, chosen)
		}
	}
}

// brackets writes a point with all that stands in it: [one | other].
func (f *flow) brackets(pt *Point, chosen map[PointID]int) {
	f.mark("[")
	for i, alt := range standing(pt) {
		if i > 0 {
			f.mark(" | ")
		}
		inner := flow{words: f.words, escape: f.escape, authors: f.authors}
		inner.nodes(alt.Nodes, chosen)
		f.insert(&inner)
	}
	f.mark("]")
}

// insert writes what another flow has written.
func (f *flow) insert(inner *flow) {
	for _, by := range inner.by {
		by.From += f.out.Len()
		by.To += f.out.Len()
		f.by = append(f.by, by)
	}
	f.out.WriteString(inner.out.String())
}
