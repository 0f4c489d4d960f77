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
		e.New.ID = known.add(e.New.Value, Author{})
		own[i] = e
	}
	next, _, err := applyEdits(para, own, Amendment{ID: PreviewID}, known.text)
	if err != nil {
		return p, err
	}
	return paraView(next, viewing{words: known.text, authors: known.author, stances: stancesIn(p.Nodes)}), nil
}

// previewWords are the texts of one preview, numbered from 1.
type previewWords []Stretch

func (w *previewWords) add(text string, by Author) WordID {
	*w = append(*w, Stretch{text, by})
	return WordID{Seq: 1, N: len(*w)}
}

func (w *previewWords) stretch(id WordID) Stretch {
	if id.N < 1 || id.N > len(*w) {
		return Stretch{}
	}
	return (*w)[id.N-1]
}

func (w *previewWords) text(id WordID) string   { return w.stretch(id).Text }
func (w *previewWords) author(id WordID) Author { return w.stretch(id).By }

func (w *previewWords) pieces(text string, by []AuthorView) []Piece {
	var out []Piece
	for _, x := range stretches(text, by) {
		out = append(out, Piece{w.add(x.Text, x.By), 0, len(x.Text)})
	}
	return out
}

// nodes turns a view back into nodes.
func (w *previewWords) nodes(views []NodeView) []Node {
	var out []Node
	for _, v := range views {
		if v.Point == nil {
			out = append(out, Node{Pieces: w.pieces(v.Text, v.Authors)})
			continue
		}
		pt := &Point{ID: v.Point.ID, Outer: v.Point.Outer}
		for _, a := range v.Point.Alts {
			alt := Alternative{N: a.ID.N, AsItStands: a.AsItStands, Sponsors: a.Sponsors, Amendments: a.Amendments, Chair: a.Chair}
			if len(a.Nodes) > 0 {
				alt.Nodes = w.nodes(a.Nodes)
			} else {
				alt.Nodes = agreedNodes(w.pieces(a.Text, a.Authors))
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

// viewing is what a paragraph is shown by.
type viewing struct {
	words   wordsFunc
	authors authorsFunc // nil: nobody's
	stances func(AltID) []StanceView
}

// paraView is a paragraph with its text resolved. A text keeps one space at an
// end where white space stands, so that nodes can be put side by side.
// Withdrawn alternatives are left out; Ready is left for the engine.
func paraView(p Paragraph, x viewing) ParaView {
	return ParaView{ID: p.ID, Nodes: x.nodes(p.Nodes)}
}

func (x viewing) nodes(nodes []Node) []NodeView {
	var out []NodeView
	for _, n := range nodes {
		if n.Point == nil {
			text, by := x.text(n.Pieces)
			out = append(out, NodeView{Text: text, Authors: by})
			continue
		}
		pt := &PointView{ID: n.Point.ID, Outer: n.Point.Outer}
		for _, alt := range standing(n.Point) {
			pt.Alts = append(pt.Alts, x.alternative(n.Point.ID, alt))
		}
		out = append(out, NodeView{Point: pt})
	}
	return out
}

func (x viewing) alternative(pt PointID, alt Alternative) AltView {
	id := AltID{pt, alt.N}
	v := AltView{
		ID: id, AsItStands: alt.AsItStands, Sponsors: alt.Sponsors, Chair: alt.Chair,
		Amendments: alt.Amendments, Stances: x.stances(id),
	}
	if hasPoints(alt.Nodes) {
		v.Nodes = x.nodes(alt.Nodes)
		return v
	}
	v.Text, v.Authors = x.text(agreedPieces(alt.Nodes))
	return v
}

func (x viewing) text(ps []Piece) (string, []AuthorView) {
	f := flow{words: x.words, authors: x.authors}
	f.pieces(ps)
	return f.edged(), f.edgedBy()
}
