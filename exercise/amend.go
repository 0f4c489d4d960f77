package exercise

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// applyEdit makes one edit an alternative of a paragraph; see applyEdits.
func applyEdit(p Paragraph, e Edit, by Amendment, words wordsFunc) (Paragraph, AltID, error) {
	next, alts, err := applyEdits(p, []Edit{e}, by, words)
	if err != nil {
		return p, AltID{}, err
	}
	return next, alts[0], nil
}

// applyEdits makes the edits of one amendment on one paragraph alternatives,
// each edit on the text as the ones before it left it, and gives the
// alternative that each became. They stand or fall together: an error leaves
// the paragraph as it was. The paragraph given is never changed. Of the
// amendment only who brings it, and to what, is read.
func applyEdits(p Paragraph, edits []Edit, by Amendment, words wordsFunc) (Paragraph, []AltID, error) {
	m := amending{base: p, p: p, by: by, words: words}
	for _, e := range edits {
		m.words = m.words.with(e.New)
		if err := m.apply(e); err != nil {
			return p, nil, err
		}
	}
	for pt := range eachPoint(m.p.Nodes) {
		if len(pt.Alts) < 2 && findPoint(p, pt.ID) == nil {
			return p, nil, refuse(ErrText, "These edits undo each other; %s would read as it does.", p.ID)
		}
	}
	return m.p, m.alts, nil
}

// amending is one amendment on its way into one paragraph.
type amending struct {
	base  Paragraph // before the amendment
	p     Paragraph // as the edits so far leave it
	by    Amendment // its id, sponsors, and the amendment it is to
	words wordsFunc
	alts  []AltID // one for each edit so far
}

// stretch is the run of a paragraph that an edit touches and what it becomes.
type stretch struct {
	before, run, after []Node
	becomes            []Piece
}

func (m *amending) apply(e Edit) error {
	if e.Whole || e.Fresh {
		return m.replaceAll(e)
	}
	if strings.TrimSpace(e.Old.Value) == "" {
		return refuse(ErrAnchor, "Say which words of %s to change, as in `put \"X\" for \"Y\"`.", m.p.ID)
	}
	if e.After && newPiece(e) == nil {
		return refuse(ErrText, "Say what to add after “%s”.", clip(e.Old.Value))
	}
	search := newSearch(m.p, m.readable, m.words)
	at, err := m.place(search, e)
	if err != nil {
		return err
	}
	matched := search.matched(at)
	head, tail := search.around(at)
	was := slices.Concat(head, matched, tail)
	s := search.stretch(m.p.Nodes, at)
	s.becomes = slices.Concat(head, m.replacement(e, matched), tail)
	if m.same(was, s.becomes) {
		return m.noChange()
	}
	return m.put(s)
}

// replaceAll puts the new text, or nothing, for the whole paragraph.
func (m *amending) replaceAll(e Edit) error {
	s := stretch{run: m.p.Nodes, becomes: newPiece(e)}
	if len(openPoints(m.p)) == 0 && m.same(agreedPieces(m.p.Nodes), s.becomes) {
		return m.noChange()
	}
	return m.put(s)
}

func (m *amending) same(a, b []Piece) bool {
	return sameText(plainPieces(a, m.words), plainPieces(b, m.words))
}

func (m *amending) noChange() error {
	return refuse(ErrText, "%s reads so already; the edit would change nothing.", m.p.ID)
}

// readable lists the alternatives in which an anchor is looked for: those that
// stand; where this amendment has changed the point already, its own; where
// the amendment it is to has, that one's.
func (m *amending) readable(pt *Point) []Alternative {
	for _, id := range []AmendmentID{m.by.ID, m.by.In} {
		for _, alt := range standing(pt) {
			if slices.Contains(alt.Amendments, id) {
				return []Alternative{alt}
			}
		}
	}
	return standing(pt)
}

// newPiece is the edit's new text without white space around it.
func newPiece(e Edit) []Piece {
	text := strings.TrimSpace(e.New.Value)
	if text == "" {
		return nil
	}
	from := strings.Index(e.New.Value, text)
	return []Piece{{e.New.ID, from, from + len(text)}}
}

// replacement is what stands for the anchor's words after the edit.
func (m *amending) replacement(e Edit, matched []Piece) []Piece {
	added := newPiece(e)
	if !e.After {
		return added
	}
	last, _ := utf8.DecodeLastRuneInString(plainPieces(matched, m.words))
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(e.New.Value))
	if needsSpace(last, next) {
		matched = append(slices.Clip(matched), spacePiece)
	}
	return slices.Concat(matched, added)
}

// matched gives the anchor's own words.
func (m *search) matched(at foundAt) []Piece {
	var out []Piece
	for i, s := range at.path {
		st := m.nodes[at.first+i][s]
		from, to := 0, len(st.glyphs)
		if i == 0 {
			from = at.from
		}
		if i == len(at.path)-1 {
			to = at.to
		}
		out = joinPieces(out, st.span(from, to))
	}
	return out
}

// around gives the words of the touched alternatives before and after the
// anchor; where it begins or ends in agreed words there are none.
func (m *search) around(at foundAt) (head, tail []Piece) {
	if st := m.nodes[at.first][at.path[0]]; st.alt > 0 {
		head = st.span(0, at.from)
	}
	if st := m.nodes[at.last()][at.path[len(at.path)-1]]; st.alt > 0 {
		tail = st.span(at.to, len(st.glyphs))
	}
	return head, tail
}

// stretch parts a paragraph's nodes around a place: agreed words at its ends
// are cut, points are taken whole.
func (m *search) stretch(nodes []Node, at foundAt) stretch {
	s := stretch{before: slices.Clone(nodes[:at.first]), after: slices.Clone(nodes[at.last()+1:])}
	for i := at.first; i <= at.last(); i++ {
		st := m.nodes[i][at.path[i-at.first]]
		if st.alt > 0 {
			s.run = append(s.run, nodes[i])
			continue
		}
		from, to := 0, len(st.glyphs)
		if i == at.first {
			from = at.from
			s.before = append(s.before, Node{Pieces: st.span(0, from)})
		}
		if i == at.last() {
			to = at.to
			s.after = slices.Concat([]Node{{Pieces: st.span(to, len(st.glyphs))}}, s.after)
		}
		s.run = append(s.run, Node{Pieces: st.span(from, to)})
	}
	return s
}

// put makes the new words an alternative of the point that covers the run:
// the one that is there, grown to the run, or a new one.
func (m *amending) put(s stretch) error {
	host := host(s.run)
	if host == nil {
		host = m.open(s.run)
	} else {
		host = m.release(grown(host, s.run))
	}
	left, right := m.spaced(s.before, true), m.spaced(s.after, false)
	for i := range host.Alts {
		host.Alts[i].Nodes = m.trim(host.Alts[i].Nodes, left, right)
	}
	n := m.add(host, m.trim(agreedNodes(s.becomes), left, right))
	m.p.Nodes = tidy(slices.Concat(s.before, []Node{{Point: host}}, s.after))
	alt := AltID{host.ID, n}
	for i := range m.alts {
		if m.alts[i].Point == host.ID {
			m.alts[i] = alt // an amendment has one alternative in a point
		}
	}
	m.alts = append(m.alts, alt)
	return nil
}

// host is the point of a run that takes a further alternative: its outer
// point, or its only one. Nil asks for a new point. Of several outer points
// the first takes it, and grows over the others, which stay open within each
// of its alternatives as inner points do: nothing multiplies.
func host(run []Node) *Point {
	var points []*Point
	for _, n := range run {
		if n.Point == nil {
			continue
		}
		if n.Point.Outer {
			return n.Point
		}
		points = append(points, n.Point)
	}
	if len(points) == 1 {
		return points[0]
	}
	return nil
}

// open makes a new point of a run, which stands as its first alternative; an
// outer point where the run holds points that stay open.
func (m *amending) open(run []Node) *Point {
	m.p.Letters++
	nodes := tidy(run)
	return &Point{
		ID:    pointID(m.p.ID, m.p.Letters),
		Outer: hasPoints(nodes),
		Alts:  []Alternative{{N: 1, Nodes: nodes, AsItStands: true}},
	}
}

// grown is a copy of a point with every alternative spelled out over a run
// that holds it. Another point in the run stays open in each of them.
func grown(host *Point, run []Node) *Point {
	at := slices.IndexFunc(run, func(n Node) bool { return n.Point == host })
	next := *host
	next.Alts = slices.Clone(host.Alts)
	for i := range next.Alts {
		next.Alts[i].Nodes = tidy(slices.Concat(run[:at], next.Alts[i].Nodes, run[at+1:]))
	}
	return &next
}

// release takes back what this amendment's earlier edits put into a point,
// which is the amendment's own copy: the edit in hand was made upon it.
func (m *amending) release(host *Point) *Point {
	var alts []Alternative
	for _, alt := range host.Alts {
		_, old := findAlt(m.base, AltID{host.ID, alt.N})
		switch mine := slices.Contains(alt.Amendments, m.by.ID); {
		case mine && old != nil:
			alt.Sponsors, alt.Amendments, alt.Chair = old.Sponsors, old.Amendments, old.Chair
		case mine && alt.AsItStands:
			alt.Sponsors, alt.Amendments = nil, nil
		case mine:
			continue
		}
		alts = append(alts, alt)
	}
	host.Alts = alts
	return host
}

// add gives a point a further alternative and tells its number. Equal texts
// are one alternative with several sponsors.
func (m *amending) add(host *Point, nodes []Node) int {
	n := 0
	for i := range host.Alts {
		alt := &host.Alts[i]
		n = max(n, alt.N)
		if alt.Withdrawn || hasPoints(alt.Nodes) || !m.same(agreedPieces(alt.Nodes), agreedPieces(nodes)) {
			continue
		}
		alt.bring(m.by)
		return alt.N
	}
	alt := Alternative{N: n + 1, Nodes: nodes}
	alt.bring(m.by)
	host.Alts = append(host.Alts, alt)
	return n + 1
}

// bring puts an amendment and its sponsors behind an alternative.
func (a *Alternative) bring(by Amendment) {
	for _, team := range by.Sponsors {
		a.Sponsors = addOnce(a.Sponsors, team)
	}
	a.Amendments = addOnce(a.Amendments, by.ID)
	a.Chair = a.Chair || by.Chair
}

// spaced says whether nodes end (or begin) in white space, or are none: then
// an alternative beside them needs none of its own.
func (m *amending) spaced(nodes []Node, end bool) bool {
	nodes = tidy(nodes)
	if len(nodes) == 0 {
		return true
	}
	f := flow{words: m.words}
	if end {
		f.pieces(nodes[len(nodes)-1].Pieces)
		return f.space
	}
	f.pieces(nodes[0].Pieces)
	return f.lead || f.space && f.last == 0
}

// trim takes white space off the ends of an alternative, where asked to.
func (m *amending) trim(nodes []Node, left, right bool) []Node {
	nodes = tidy(nodes)
	for i := range nodes {
		s := newStrand(0, nodes[i].Pieces, m.words)
		from, to := 0, len(s.glyphs)
		for left && i == 0 && from < to && s.glyphs[from].text == " " {
			from++
		}
		for right && i == len(nodes)-1 && from < to && s.glyphs[to-1].text == " " {
			to--
		}
		nodes[i].Pieces = s.span(from, to)
	}
	return tidy(nodes)
}
