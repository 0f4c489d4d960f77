package exercise

import (
	"fmt"
	"strings"
)

// Span is a stretch of a source text, in bytes.
type Span struct{ From, To int }

// BracketNode is a stretch of a paragraph as its author wrote it: agreed
// words (Text), or a point with its alternatives. A stretch has several spans
// where an escape splits it, none where it is empty.
type BracketNode struct {
	Text         []Span
	Alternatives [][]Span // two or more for a point, nil for agreed words
}

// BracketError tells what is wrong with a paragraph's source, and where.
type BracketError struct {
	Offset  int    // in bytes from the start of the source
	Problem string // a full sentence
}

func (e *BracketError) Error() string {
	return fmt.Sprintf("at byte %d: %s", e.Offset, e.Problem)
}

// ParseBrackets reads a paragraph in which disputed text stands as
// [one | other]. Points do not nest. Alternatives are two or more, all
// different, taken without the white space around them, and one may be empty.
// Literal [ ] | \ are written \[ \] \| \\. An error is a *BracketError.
func ParseBrackets(source string) ([]BracketNode, error) {
	p := bracketParser{source: source, open: -1}
	for p.at < len(source) {
		if err := p.step(); err != nil {
			return nil, err
		}
	}
	if p.open >= 0 {
		return nil, &BracketError{p.open, "This [ is never closed; add ] or write \\[ for a literal bracket."}
	}
	p.endAgreed()
	return p.nodes, nil
}

// bracketParser holds one pass over a source.
type bracketParser struct {
	source string
	at     int      // next byte
	from   int      // where the span in hand begins
	open   int      // offset of the open bracket, or -1
	spans  []Span   // of the stretch in hand
	alts   [][]Span // of the point in hand
	nodes  []BracketNode
}

func (p *bracketParser) step() error {
	switch p.source[p.at] {
	case '\\':
		return p.escape()
	case '[':
		if p.open >= 0 {
			return p.fail("A [ inside brackets: points do not nest; write \\[ for a literal bracket.")
		}
		p.endSpan()
		p.endAgreed()
		p.open = p.at
		p.skip()
	case '|':
		if p.open < 0 {
			return p.fail("A | outside brackets; write \\| for a literal bar.")
		}
		p.endAlternative()
	case ']':
		return p.closeBracket()
	default:
		p.at++
		if p.at == len(p.source) {
			p.endSpan()
		}
	}
	return nil
}

func (p *bracketParser) fail(problem string) error { return &BracketError{p.at, problem} }

// escape leaves the \ out and goes on with the character after it.
func (p *bracketParser) escape() error {
	if p.at+1 >= len(p.source) || !strings.ContainsRune(`[]|\`, rune(p.source[p.at+1])) {
		return p.fail("A \\ stands only before [ ] | or \\; write \\\\ for a literal backslash.")
	}
	p.endSpan()
	p.from = p.at + 1
	p.at += 2
	if p.at == len(p.source) {
		p.endSpan()
	}
	return nil
}

func (p *bracketParser) endSpan() {
	if p.from < p.at {
		p.spans = append(p.spans, Span{p.from, p.at})
	}
}

// skip passes over a sign; the next stretch begins after it.
func (p *bracketParser) skip() {
	p.at++
	p.from = p.at
	p.spans = nil
}

func (p *bracketParser) endAgreed() {
	if len(p.spans) > 0 {
		p.nodes = append(p.nodes, BracketNode{Text: p.spans})
	}
	p.spans = nil
}

func (p *bracketParser) endAlternative() {
	p.endSpan()
	p.alts = append(p.alts, trimSpans(p.source, p.spans))
	p.skip()
}

func (p *bracketParser) closeBracket() error {
	if p.open < 0 {
		return p.fail("A ] without its [; write \\] for a literal bracket.")
	}
	start := p.open
	p.endAlternative()
	if len(p.alts) < 2 {
		return &BracketError{start, "A point needs two alternatives or more, as in [one | other]."}
	}
	seen := map[string]bool{}
	for _, alt := range p.alts {
		text := strings.Join(strings.Fields(spanText(p.source, alt)), " ")
		if seen[text] {
			return &BracketError{start, fmt.Sprintf("Two alternatives of this point are the same: %q.", text)}
		}
		seen[text] = true
	}
	p.nodes = append(p.nodes, BracketNode{Alternatives: p.alts})
	p.alts, p.open = nil, -1
	return nil
}

// trimSpans takes the white space off both ends.
func trimSpans(source string, spans []Span) []Span {
	for len(spans) > 0 {
		s := &spans[0]
		s.From = s.To - len(strings.TrimLeft(source[s.From:s.To], " \t\r\n"))
		if s.From < s.To {
			break
		}
		spans = spans[1:]
	}
	for len(spans) > 0 {
		s := &spans[len(spans)-1]
		s.To = s.From + len(strings.TrimRight(source[s.From:s.To], " \t\r\n"))
		if s.From < s.To {
			break
		}
		spans = spans[:len(spans)-1]
	}
	return spans
}

func spanText(source string, spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(source[s.From:s.To])
	}
	return b.String()
}

// layParagraph makes a paragraph of its author's source, which is the text
// with id word. Its points are lettered in order of their place.
func layParagraph(id ParaID, word WordID, source string) (Paragraph, error) {
	parsed, err := ParseBrackets(source)
	if err != nil {
		return Paragraph{}, err
	}
	p := Paragraph{ID: id}
	pieces := func(spans []Span) []Piece {
		var out []Piece
		for _, s := range spans {
			out = append(out, Piece{word, s.From, s.To})
		}
		return out
	}
	for _, n := range parsed {
		if n.Alternatives == nil {
			p.Nodes = append(p.Nodes, Node{Pieces: pieces(n.Text)})
			continue
		}
		p.Letters++
		pt := &Point{ID: pointID(id, p.Letters)}
		for i, alt := range n.Alternatives {
			pt.Alts = append(pt.Alts, Alternative{N: i + 1, Given: true, Nodes: agreedNodes(pieces(alt))})
		}
		p.Nodes = append(p.Nodes, Node{Point: pt})
	}
	return p, nil
}

// pointID gives the n-th letter of a paragraph, from 1: a … z, aa, ab …
func pointID(para ParaID, n int) PointID {
	letters := ""
	for ; n > 0; n = (n - 1) / 26 {
		letters = string(rune('a'+(n-1)%26)) + letters
	}
	return PointID(string(para) + letters)
}
