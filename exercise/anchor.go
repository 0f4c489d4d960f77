package exercise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// An anchor is looked for in every reading of a paragraph without writing the
// readings out: each node is a set of strands (one for agreed words, one for
// each alternative that can be read), and a search walks from strand to strand.

// Bounds on one search: whatever is written, a refusal must be cheap.
const (
	strandLimit = 64      // readings of one outer point
	placeLimit  = 100     // places of an anchor
	searchSteps = 1 << 18 // characters compared
)

// glyph is one character with its marks, or one white-space character.
type glyph struct {
	text     string // after NFC; " " for any white space, "[removed]" for removed text, then ""
	piece    int    // index into the strand's pieces
	from, to int    // bytes in the piece's word
}

// strand is one way to read a node.
type strand struct {
	alt    int // alternative of the node's point, 0 for agreed words
	pieces []Piece
	glyphs []glyph
	starts []bool // starts[k]: a whole word may begin before glyph k, or end there
}

// foundAt is a place of an anchor: from glyph From of the first node's strand
// up to glyph To of the last node's, by the strands in path.
type foundAt struct {
	first    int // index of the first node touched
	path     []int
	from, to int
}

func (f foundAt) last() int { return f.first + len(f.path) - 1 }

// newStrand splits pieces into glyphs and finds the edges of words.
func newStrand(alt int, pieces []Piece, words wordsFunc) strand {
	s := strand{alt: alt, pieces: pieces}
	for i, p := range pieces {
		text, ok := words.cut(p)
		if !ok {
			s.glyphs = append(s.glyphs, s.removedGlyph(i, p))
		} else if p == spacePiece {
			s.glyphs = append(s.glyphs, glyph{text: " ", piece: i})
		}
		for _, g := range splitGlyphs(text) {
			g.piece, g.from, g.to = i, g.from+p.From, g.to+p.From
			s.glyphs = append(s.glyphs, g)
		}
	}
	s.starts = make([]bool, len(s.glyphs)+1)
	for k := range s.starts {
		s.starts[k] = !s.inWord(k)
	}
	return s
}

// removedGlyph stands for a piece of a removed text, which is shown as
// "[removed]", once where two of its pieces meet.
func (s strand) removedGlyph(piece int, p Piece) glyph {
	g := glyph{text: removed, piece: piece, from: p.From, to: p.To}
	if piece > 0 && s.pieces[piece-1].Word == p.Word {
		g.text = ""
	}
	return g
}

// splitGlyphs gives the characters of a text with their marks; "[removed]" is
// one, so that an edit can put words for it.
func splitGlyphs(text string) []glyph {
	var out []glyph
	for from := 0; from < len(text); {
		if strings.HasPrefix(text[from:], removed) {
			out = append(out, glyph{text: removed, from: from, to: from + len(removed)})
			from += len(removed)
			continue
		}
		r, size := utf8.DecodeRuneInString(text[from:])
		to := from + size
		for to < len(text) && !unicode.IsSpace(r) {
			mark, n := utf8.DecodeRuneInString(text[to:])
			if !unicode.IsMark(mark) {
				break
			}
			to += n
		}
		g := glyph{text: norm.NFC.String(text[from:to]), from: from, to: to}
		if unicode.IsSpace(r) {
			g.text = " "
		}
		out = append(out, g)
		from = to
	}
	return out
}

func (g glyph) first() rune { r, _ := utf8.DecodeRuneInString(g.text); return r }
func (g glyph) letter() bool {
	return unicode.IsLetter(g.first()) && !unspaced(g.first())
}
func (g glyph) digit() bool { return unicode.IsNumber(g.first()) }
func (g glyph) wordy() bool { return g.letter() || g.digit() || unicode.IsMark(g.first()) }

// inWord says whether glyphs k-1 and k belong to one word: letters and digits
// do, an apostrophe between letters, a point or comma between digits. In
// scripts that part words without spaces every character is a word.
func (s strand) inWord(k int) bool {
	if k == 0 || k == len(s.glyphs) {
		return false
	}
	return s.glyphs[k-1].wordy() && s.glyphs[k].wordy() || s.inner(k-1) || s.inner(k)
}

// inner says whether glyph k is a sign within a word.
func (s strand) inner(k int) bool {
	if k == 0 || k+1 >= len(s.glyphs) {
		return false
	}
	before, after := s.glyphs[k-1], s.glyphs[k+1]
	switch s.glyphs[k].text {
	case "'", "’":
		return before.letter() && after.letter()
	case ".", ",":
		return before.digit() && after.digit()
	}
	return false
}

// span gives the pieces of glyphs from i up to j.
func (s strand) span(i, j int) []Piece {
	var out []Piece
	for _, g := range s.glyphs[i:j] {
		out = joinPieces(out, []Piece{{s.pieces[g.piece].Word, g.from, g.to}})
	}
	return out
}

// search is one anchor looked for in one paragraph.
type search struct {
	nodes [][]strand // the strands of each node
	want  []string   // glyphs of the anchor, white space as one " "
	found []foundAt
	steps int // left before the search gives up
}

// newSearch reads a paragraph's strands; alts says which alternatives of a
// point can be read.
func newSearch(p Paragraph, alts func(*Point) []Alternative, words wordsFunc) *search {
	m := &search{}
	for _, n := range p.Nodes {
		m.nodes = append(m.nodes, nodeStrands(n, alts, words))
	}
	return m
}

func nodeStrands(n Node, alts func(*Point) []Alternative, words wordsFunc) []strand {
	if n.Point == nil {
		return []strand{newStrand(0, n.Pieces, words)}
	}
	var out []strand
	for _, alt := range alts(n.Point) {
		var texts []string
		for _, ps := range strandsOf(alt.Nodes, alts, strandLimit) {
			if text := plainPieces(ps, words); !slices.Contains(texts, text) {
				texts = append(texts, text)
				out = append(out, newStrand(alt.N, ps, words))
			}
		}
	}
	return out
}

// anchorGlyphs gives what an anchor asks for: no white space at the ends or
// where punctuation hugs, so that an anchor copied from any screen fits.
func anchorGlyphs(anchor string) []string {
	var out []string
	space := false
	for _, g := range splitGlyphs(norm.NFC.String(anchor)) {
		if g.text == " " {
			space = len(out) > 0
			continue
		}
		if space && !hugs(glyph{text: out[len(out)-1]}.first(), g.first()) {
			out = append(out, " ")
		}
		space = false
		out = append(out, g.text)
	}
	return out
}

// exhausted says whether the last search gave up before its end.
func (m *search) exhausted() bool { return m.steps <= 0 || len(m.found) >= placeLimit }

// places lists where the anchor stands, in the order of the text.
func (m *search) places(anchor string) []foundAt {
	m.want, m.found, m.steps = anchorGlyphs(anchor), nil, searchSteps
	if len(m.want) == 0 {
		return nil
	}
	for i, strands := range m.nodes {
		for s, st := range strands {
			for k, g := range st.glyphs {
				if g.text == m.want[0] && m.free(i, s, k, -1) {
					m.walk(foundAt{first: i, path: []int{s}, from: k}, k, 0)
				}
			}
		}
	}
	return m.found
}

// walk goes on from glyph k of the path's last strand, with w glyphs found.
func (m *search) walk(at foundAt, k, w int) {
	s := at.path[len(at.path)-1]
	glyphs := m.nodes[at.last()][s].glyphs
	for ; k < len(glyphs) && !m.exhausted(); k++ {
		m.steps--
		switch g := glyphs[k].text; {
		case g == m.want[w]:
			w++
		case g == "", g == " " && m.passes(w):
		default:
			return
		}
		if w == len(m.want) {
			at.to = k + 1
			for at.to < len(glyphs) && glyphs[at.to].text == "" {
				at.to++
			}
			if m.free(at.last(), s, at.to, +1) {
				m.found = append(m.found, at)
			}
			return
		}
	}
	if next := at.last() + 1; next < len(m.nodes) && !m.exhausted() {
		m.steps--
		for s := range m.nodes[next] {
			on := at
			on.path = append(slices.Clone(at.path), s)
			m.walk(on, 0, w)
		}
	}
}

// passes says whether white space before want[w] is passed over: the rest of
// a run, or where punctuation hugs.
func (m *search) passes(w int) bool {
	if w == 0 {
		return false
	}
	before, next := glyph{text: m.want[w-1]}, glyph{text: m.want[w]}
	return before.text == " " || hugs(before.first(), next.first())
}

// free says whether a whole word can begin (step -1) or end (+1) before glyph
// k of a strand. At a strand's edge some reading of the next node must allow it.
func (m *search) free(i, s, k, step int) bool {
	st := m.nodes[i][s]
	if edge := k == 0 && step < 0 || k == len(st.glyphs) && step > 0; !edge {
		return st.starts[k]
	}
	inside := st.glyphs[min(k, len(st.glyphs)-1)]
	return !inside.wordy() || m.opens(i+step, step)
}

// opens says whether some reading goes on from node i, in the direction of
// step, with something that does not belong to a word.
func (m *search) opens(i, step int) bool {
	if i < 0 || i >= len(m.nodes) {
		return true
	}
	for _, st := range m.nodes[i] {
		n := len(st.glyphs)
		switch {
		case n == 0 && m.opens(i+step, step),
			n > 0 && step < 0 && !st.glyphs[n-1].wordy(),
			n > 0 && step > 0 && !st.glyphs[0].wordy():
			return true
		}
	}
	return false
}
