package exercise

// A clause can be read in four ways: the original, with its changes, clean and
// as one's own team would have it. These are pure functions of what a seat
// sees, so that every screen and the record read alike.

// Choice says which alternative of a point is read; 0 leaves the point open,
// in brackets.
type Choice func(PointView) int

// InBrackets leaves every point open.
func InBrackets(PointView) int { return 0 }

// Leading reads a point by the alternative that is ready for the gavel, and
// leaves it in brackets where none is, or more than one.
func Leading(pt PointView) int {
	n := 0
	for _, a := range pt.Alts {
		switch {
		case a.Ready && n > 0:
			return 0
		case a.Ready:
			n = a.ID.N
		}
	}
	return n
}

// Preferred reads a point as a team prefers it or, failing that, as it can
// live with it.
func Preferred(stances []OwnStance) Choice {
	return func(pt PointView) int {
		n := 0
		for _, s := range stances {
			switch {
			case s.Alt.Point != pt.ID:
			case s.Stance == Prefer:
				return s.Alt.N
			case s.Stance == CanLive && n == 0:
				n = s.Alt.N
			}
		}
		return n
	}
}

// Text is the paragraph with its points read as chosen. The others stand as
// [one | other]; literal [ ] | \ are escaped.
func (p ParaView) Text(read Choice) string {
	return p.flow(read).out.String()
}

// Stretches is the paragraph with its points in brackets, cut at its authors.
func (p ParaView) Stretches() []Stretch {
	f := p.flow(InBrackets)
	return stretches(f.out.String(), f.by)
}

// flow writes the paragraph.
func (p ParaView) flow(read Choice) *flow {
	var known previewWords
	para := Paragraph{ID: p.ID, Nodes: known.nodes(p.Nodes)}
	chosen := map[PointID]int{}
	eachPointView(p.Nodes, func(pt PointView) {
		if n := read(pt); n > 0 {
			chosen[pt.ID] = n
		}
	})
	f := &flow{words: known.text, authors: known.author, escape: true}
	f.nodes(para.Nodes, chosen)
	return f
}

// eachPointView visits points, outer ones before those inside them.
func eachPointView(nodes []NodeView, visit func(PointView)) {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		visit(*n.Point)
		for _, a := range n.Point.Alts {
			eachPointView(a.Nodes, visit)
		}
	}
}

// ParaAt is a paragraph as revision n of the draft left it, 0 being the
// scenario's; false where it was not there yet.
func (v *RoomView) ParaAt(id ParaID, n int) (string, bool) {
	text, found := "", false
	for _, r := range v.Revisions {
		if r.Para == id && r.N <= n {
			text, found = r.Text, true
		}
	}
	return text, found
}

// Changes is the redline of a paragraph between two revisions.
func (v *RoomView) Changes(id ParaID, from, to int) []Change {
	old, _ := v.ParaAt(id, from)
	now, _ := v.ParaAt(id, to)
	return Redline(old, now)
}

// ChangesSince is the redline of a paragraph from a revision to what stands,
// with who put the added words.
func (v *RoomView) ChangesSince(p ParaView, from int) []Change {
	old, _ := v.ParaAt(p.ID, from)
	return attribute(Redline(old, p.Text(InBrackets)), p.Stretches())
}
