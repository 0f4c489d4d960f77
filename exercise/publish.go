package exercise

import (
	"cmp"
	"slices"
	"strings"
)

// publication is the draft as the hall was given it: the words and their
// brackets, without sponsors, amendments or stances.
type publication struct {
	clauses  []Clause
	revision int
	wall     int64
	adopted  bool
}

// Publish gives the hall the present revision.
type Publish struct{}

// Published tells the hall how the draft reads at this revision. Adopted is
// true where it is the adopted text.
type Published struct {
	Revision int  `json:"revision"`
	Adopted  bool `json:"adopted,omitempty"`
}

func (c Publish) decide(d *decider) error {
	if err := d.need("publish a revision", Chair); err != nil {
		return err
	}
	if len(d.s.Tables()) == 1 {
		return refuse(ErrNotNow, "Everybody is at the table under the procedure %s and sees the draft as it is.", d.s.procedure().Name)
	}
	if err := d.play("publish a revision", Briefing, Table, Closing); err != nil {
		return err
	}
	if last := d.s.lastPublished(); last.revision == d.s.draft.revision {
		return refuse(ErrNotNow, "Revision %d is what the hall has already; nothing has changed since.", last.revision)
	}
	d.emit(Published{Revision: d.s.draft.revision, Adopted: d.s.closing.adopted})
	return nil
}

// announce publishes the text by itself when it is adopted, so that every team
// can sign it, and again when its adoption is taken back.
func (d *decider) announce() {
	if len(d.s.Tables()) > 1 && d.s.closing.adopted != d.s.lastPublished().adopted {
		d.emit(Published{Revision: d.s.draft.revision, Adopted: d.s.closing.adopted})
	}
}

func (e Published) apply(s *State, a Act) {
	withdrawn := s.lastPublished().adopted && !e.Adopted
	s.publish(e, a.Wall)
	line := Line{Kind: "published", Seat: a.Seat, Phrase: say("publishes revision %d of the draft.", e.Revision)}
	switch {
	case e.Adopted:
		line = Line{Kind: "published", Phrase: say("The text is adopted. It is published as revision %d.", e.Revision)}
	case withdrawn:
		line = Line{Kind: "published", Phrase: say("The text is no longer adopted. Revision %d is published as it stands.", e.Revision)}
	}
	s.post(a, e, line)
}

// publish keeps the draft as it is now.
func (s *State) publish(e Published, wall int64) {
	p := publication{revision: e.Revision, wall: wall, adopted: e.Adopted}
	for _, c := range s.draft.clauses {
		p.clauses = append(p.clauses, bare(c))
	}
	s.published = append(slices.Clip(s.published), p)
}

// lastPublished is what the hall has.
func (s State) lastPublished() publication {
	if n := len(s.published); n > 0 {
		return s.published[n-1]
	}
	return publication{}
}

// bare is a clause without anything but its words and brackets.
func bare(c Clause) Clause {
	plain := Clause{ID: c.ID, Title: c.Title, State: c.State, Bearers: c.Bearers, NoReservation: c.NoReservation}
	for _, p := range c.Paras {
		plain.Paras = append(plain.Paras, Paragraph{ID: p.ID, Nodes: bareNodes(p.Nodes), Letters: p.Letters})
	}
	return plain
}

func bareNodes(nodes []Node) []Node {
	out := slices.Clone(nodes)
	for i, n := range nodes {
		if n.Point == nil {
			continue
		}
		pt := &Point{ID: n.Point.ID, Outer: n.Point.Outer}
		for _, a := range standing(n.Point) {
			pt.Alts = append(pt.Alts, Alternative{N: a.N, Nodes: bareNodes(a.Nodes), AsItStands: a.AsItStands})
		}
		out[i] = Node{Point: pt}
	}
	return out
}

func (p publication) annex() []ClauseID {
	var ids []ClauseID
	for _, c := range p.clauses {
		if c.State == ClauseDeferred {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// pieces are all words of the publication.
func (p publication) pieces() []Piece {
	var out []Piece
	for _, c := range p.clauses {
		out = append(out, c.Title...)
		for _, para := range c.Paras {
			out = append(out, allPieces(para.Nodes)...)
		}
	}
	return out
}

// quotes says whether the published text holds any of the words.
func (p publication) quotes(words []WordID) bool {
	return slices.ContainsFunc(p.pieces(), func(x Piece) bool { return slices.Contains(words, x.Word) })
}

// publishedWhole lists the texts of which every word is in the published text.
func (s State) publishedWhole() []WordID {
	shown := map[WordID][]Piece{}
	var order []WordID
	for _, x := range s.lastPublished().pieces() {
		if shown[x.Word] == nil {
			order = append(order, x.Word)
		}
		shown[x.Word] = append(shown[x.Word], x)
	}
	return slices.DeleteFunc(order, func(w WordID) bool { return !cover(shown[w], s.text(w)) })
}

// cover says whether nothing but white space of a text is outside the pieces.
func cover(pieces []Piece, text string) bool {
	slices.SortFunc(pieces, func(a, b Piece) int { return cmp.Compare(a.From, b.From) })
	at := 0
	for _, p := range pieces {
		if p.To > len(text) || p.From > at && strings.TrimSpace(text[at:p.From]) != "" {
			return false // removed, or cut
		}
		at = max(at, p.To)
	}
	return strings.TrimSpace(text[at:]) == ""
}

// allPieces are the words of nodes and of every alternative in them.
func allPieces(nodes []Node) []Piece {
	var out []Piece
	for _, n := range nodes {
		out = append(out, n.Pieces...)
		if n.Point != nil {
			for _, a := range n.Point.Alts {
				out = append(out, allPieces(a.Nodes)...)
			}
		}
	}
	return out
}

func (s State) publishedClause(c Clause) ClauseView {
	v := ClauseView{
		ID: c.ID, Title: plainPieces(c.Title, s.texting()), State: c.State, Bearers: c.Bearers,
		NoReservation: c.NoReservation, Open: len(pointsOf(c)),
	}
	for _, p := range c.Paras {
		v.Paras = append(v.Paras, paraView(p, viewing{words: s.texting(), stances: func(AltID) []StanceView { return nil }}))
	}
	return v
}

// publishedRevisions tells what each publication changed, not how the table
// came to it.
func (s State) publishedRevisions() []RevisionView {
	var out []RevisionView
	before := map[ParaID]Paragraph{}
	for i, pub := range s.published {
		why := say("published")
		if i == 0 {
			why = whyRevised(Begun{})
		}
		for _, c := range pub.clauses {
			for _, p := range c.Paras {
				if old, known := before[p.ID]; known && sameWords(old.Nodes, p.Nodes) {
					continue
				}
				before[p.ID] = p
				out = append(out, RevisionView{N: pub.revision, Wall: pub.wall, Para: p.ID, Text: display(p, s.texting()), Why: why})
			}
		}
	}
	return out
}
