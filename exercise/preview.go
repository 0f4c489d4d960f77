package exercise

// PreviewID marks, in what Preview returns, the alternatives that the edits
// became. No amendment on record has this id.
const PreviewID AmendmentID = "draft"

// Preview shows a paragraph as it would be if an amendment with these edits
// were lodged now: what a screen draws while its author types. It needs nothing
// but the view, and refuses in the words in which lodging would be refused.
// New points get the letter after the last in sight, which need not be the
// letter that lodging gives. The view passed in is not changed.
func Preview(p ParaView, edits []Edit) (ParaView, error) {
	var known previewWords
	para := Paragraph{ID: p.ID, Nodes: known.nodes(p.Nodes)}
	for pt := range eachPoint(para.Nodes) {
		para.Letters = max(para.Letters, letterOf(p.ID, pt.ID))
	}
	own := make([]Edit, len(edits))
	for i, e := range edits {
		e.New.ID = known.add(e.New.Value)
		own[i] = e
	}
	next, _, err := applyEdits(para, own, "", PreviewID, known.text)
	if err != nil {
		return p, err
	}
	return paraView(next, known.text, stancesIn(p.Nodes)), nil
}

// previewWords are the texts of one preview, numbered from 1.
type previewWords []string

func (w *previewWords) add(text string) WordID {
	*w = append(*w, text)
	return WordID{Seq: 1, N: len(*w)}
}

func (w *previewWords) text(id WordID) string {
	if id.N < 1 || id.N > len(*w) {
		return ""
	}
	return (*w)[id.N-1]
}

func (w *previewWords) pieces(text string) []Piece {
	return []Piece{{w.add(text), 0, len(text)}}
}

// nodes turns a view back into nodes.
func (w *previewWords) nodes(views []NodeView) []Node {
	var out []Node
	for _, v := range views {
		if v.Point == nil {
			out = append(out, Node{Pieces: w.pieces(v.Text)})
			continue
		}
		pt := &Point{ID: v.Point.ID, Outer: v.Point.Outer}
		for _, a := range v.Point.Alts {
			alt := Alternative{N: a.ID.N, AsItStands: a.AsItStands, Sponsors: a.Sponsors, Amendments: a.Amendments}
			if len(a.Nodes) > 0 {
				alt.Nodes = w.nodes(a.Nodes)
			} else {
				alt.Nodes = agreedNodes(w.pieces(a.Text))
			}
			pt.Alts = append(pt.Alts, alt)
		}
		out = append(out, Node{Point: pt})
	}
	return out
}

// letterOf is the number of a point's letter: 1 for 3.1a, 27 for 3.1aa.
func letterOf(para ParaID, pt PointID) int {
	n := 0
	for _, r := range pt[min(len(para), len(pt)):] {
		n = n*26 + int(r-'a') + 1
	}
	return n
}

// stancesIn looks open stances up in a view.
func stancesIn(views []NodeView) func(AltID) []StanceView {
	found := map[AltID][]StanceView{}
	var walk func([]NodeView)
	walk = func(views []NodeView) {
		for _, v := range views {
			if v.Point == nil {
				continue
			}
			for _, a := range v.Point.Alts {
				found[a.ID] = a.Stances
				walk(a.Nodes)
			}
		}
	}
	walk(views)
	return func(id AltID) []StanceView { return found[id] }
}

// paraView is a paragraph with its text resolved. A text keeps one space at an
// end where white space stands, so that nodes can be put side by side.
// Withdrawn alternatives are left out; Ready is left for the engine.
func paraView(p Paragraph, words wordsFunc, stances func(AltID) []StanceView) ParaView {
	return ParaView{ID: p.ID, Nodes: nodeViews(p.Nodes, words, stances)}
}

func nodeViews(nodes []Node, words wordsFunc, stances func(AltID) []StanceView) []NodeView {
	var out []NodeView
	for _, n := range nodes {
		if n.Point == nil {
			out = append(out, NodeView{Text: edgedPieces(n.Pieces, words)})
			continue
		}
		pt := &PointView{ID: n.Point.ID, Outer: n.Point.Outer}
		for _, alt := range standing(n.Point) {
			id := AltID{n.Point.ID, alt.N}
			v := AltView{ID: id, AsItStands: alt.AsItStands, Sponsors: alt.Sponsors, Amendments: alt.Amendments, Stances: stances(id)}
			if hasPoints(alt.Nodes) {
				v.Nodes = nodeViews(alt.Nodes, words, stances)
			} else {
				v.Text = edgedPieces(agreedPieces(alt.Nodes), words)
			}
			pt.Alts = append(pt.Alts, v)
		}
		out = append(out, NodeView{Point: pt})
	}
	return out
}
