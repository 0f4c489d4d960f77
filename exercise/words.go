package exercise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsFunc gives the text with an id, as State.text does: "[removed]" for one
// that was removed. Pieces of such a text are shown as "[removed]" too.
type wordsFunc func(WordID) string

// with also knows a text that is not on record yet.
func (f wordsFunc) with(t Text) wordsFunc {
	return func(id WordID) string {
		if id == t.ID {
			return t.Value
		}
		return f(id)
	}
}

// spacePiece is the one thing that belongs to nobody's text: the space between
// words that an edit puts side by side. It is the zero Piece.
var spacePiece = Piece{}

// cut gives a piece's text, and false where the text was removed.
func (f wordsFunc) cut(p Piece) (string, bool) {
	text := f(p.Word)
	if text == removed || p.To > len(text) || p.From > p.To {
		return "", false
	}
	return text[p.From:p.To], true
}

// flow writes pieces one after the other as a reader sees them. Runs of white
// space become one space, none at the ends. Where two pieces meet that did not
// stand together in one text (a seam), the space goes away before closing
// and after opening punctuation, so that an empty alternative leaves "hours."
// and not "hours .". Words are never parted or joined.
type flow struct {
	words  wordsFunc
	escape bool // write [ ] | \ as a scenario would
	out    strings.Builder
	last   rune  // last character written, 0 before the first
	prev   Piece // last piece seen
	space  bool  // white space waits to be written
	seam   bool  // no character has been written since two texts met
	lead   bool  // white space stood before the first character

	authors authorsFunc  // nil where nobody asks
	by      []AuthorView // whose the words are that have been written
}

func (f *flow) pieces(ps []Piece) {
	for _, p := range ps {
		f.piece(p)
	}
}

func (f *flow) piece(p Piece) {
	if p == spacePiece {
		f.space, f.seam, f.prev = true, true, p
		return
	}
	f.seam = f.seam || !f.follows(p)
	text, ok := f.words.cut(p)
	if !ok {
		if _, shown := f.words.cut(f.prev); f.prev.Word == p.Word && !shown {
			return
		}
		text = removed
	}
	f.prev = p
	from := f.out.Len()
	f.write(text)
	f.note(p.Word, from)
}

// follows says whether p went on where the last piece ended, but for a \.
func (f *flow) follows(p Piece) bool {
	if p.Word != f.prev.Word {
		return false
	}
	gap, ok := f.words.cut(Piece{p.Word, f.prev.To, p.From})
	return ok && (gap == "" || gap == `\`)
}

// write takes a text word by word.
func (f *flow) write(text string) {
	for text != "" {
		end := strings.IndexAny(text, " \t\n\r")
		if end == 0 {
			f.space, text = true, text[1:]
			continue
		}
		if end < 0 {
			end = len(text)
		}
		f.word(text[:end])
		text = text[end:]
	}
}

// word writes what has no white space in it.
func (f *flow) word(text string) {
	first, _ := utf8.DecodeRuneInString(text)
	f.settle(first)
	f.last, _ = utf8.DecodeLastRuneInString(text)
	f.seam = false
	for f.escape && text != "" {
		next := strings.IndexAny(text, `[]|\`)
		if next < 0 {
			break
		}
		f.out.WriteString(text[:next] + `\` + text[next:next+1])
		text = text[next+1:]
	}
	f.out.WriteString(text)
}

// mark writes signs that are not words of the draft, such as brackets.
func (f *flow) mark(s string) {
	f.settle(0)
	f.out.WriteString(s)
	f.last, f.seam, f.prev = ']', true, spacePiece
}

// settle writes the space that waits before r, if it is wanted.
func (f *flow) settle(r rune) {
	switch {
	case !f.space:
	case f.last == 0:
		f.lead = true
	case !f.seam || !hugs(f.last, r):
		f.out.WriteByte(' ')
	}
	f.space = false
}

// edged is the text with one space at an end where white space stands.
func (f *flow) edged() string {
	text := f.out.String()
	if f.lead {
		text = " " + text
	}
	if f.space {
		text += " "
	}
	return text
}

// hugs says whether b stands against a without a space.
func hugs(a, b rune) bool {
	return strings.ContainsRune("([{“‘（「『【《", a) || strings.ContainsRune(",.;:!?)]}”，。、；：！？）」』】》", b)
}

// needsSpace says whether a space belongs between a text ending in a and one
// beginning with b: not at punctuation, nor in scripts that use none.
func needsSpace(a, b rune) bool {
	return !hugs(a, b) && !(unspaced(a) && unspaced(b))
}

// unspaced tells scripts that part words without white space.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// plainPieces is the text that pieces make.
func plainPieces(ps []Piece, words wordsFunc) string {
	f := flow{words: words}
	f.pieces(ps)
	return f.out.String()
}

// edgedPieces is the same with one space at an end where white space stands.
func edgedPieces(ps []Piece, words wordsFunc) string {
	f := flow{words: words}
	f.pieces(ps)
	return f.edged()
}

// Reads is the text of nodes as words stand now, with the first alternative
// chosen for each point inside; "[removed]" for words that were removed.
func (s State) Reads(nodes []Node) string { return plainNodes(nodes, nil, s.texting()) }

// plainNodes is the text of nodes with one alternative chosen for each point
// (see pick).
func plainNodes(nodes []Node, choose func(*Point) int, words wordsFunc) string {
	return plainPieces(flatten(nodes, choose), words)
}

// flatten gives the pieces of nodes with one alternative chosen for each point.
func flatten(nodes []Node, choose func(*Point) int) []Piece {
	if choose == nil {
		choose = func(*Point) int { return 0 } // the first that stands
	}
	var out []Piece
	for _, n := range nodes {
		if n.Point == nil {
			out = append(out, n.Pieces...)
		} else if alt := pick(n.Point, choose(n.Point)); alt != nil {
			out = append(out, flatten(alt.Nodes, choose)...)
		}
	}
	return out
}

// pick gives alternative n of a point; where there is none, the first that
// has not been withdrawn.
func pick(pt *Point, n int) *Alternative {
	for i := range pt.Alts {
		if pt.Alts[i].N == n {
			return &pt.Alts[i]
		}
	}
	for i := range pt.Alts {
		if !pt.Alts[i].Withdrawn {
			return &pt.Alts[i]
		}
	}
	return nil
}

// sameText compares texts after runs of white space.
func sameText(a, b string) bool {
	return slices.Equal(strings.Fields(a), strings.Fields(b))
}

// agreedNodes makes nodes of agreed words; none for no words.
func agreedNodes(ps []Piece) []Node { return tidy([]Node{{Pieces: ps}}) }

// tidy joins neighbouring nodes of agreed words, and pieces that went on from
// each other, in new slices.
func tidy(nodes []Node) []Node {
	var out []Node
	for _, n := range nodes {
		switch last := len(out) - 1; {
		case n.Point != nil:
			out = append(out, n)
		case last >= 0 && out[last].Point == nil:
			out[last].Pieces = joinPieces(out[last].Pieces, n.Pieces)
		default:
			if ps := joinPieces(nil, n.Pieces); len(ps) > 0 {
				out = append(out, Node{Pieces: ps})
			}
		}
	}
	return out
}

// joinPieces appends more to ps, which it owns.
func joinPieces(ps, more []Piece) []Piece {
	for _, p := range more {
		last := len(ps) - 1
		switch {
		case p.From == p.To && p != spacePiece:
		case last >= 0 && ps[last].Word == p.Word && ps[last].To == p.From:
			ps[last].To = p.To
		default:
			ps = append(ps, p)
		}
	}
	return ps
}
