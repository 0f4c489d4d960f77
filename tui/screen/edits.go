package screen

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"kefi/exercise"
)

// This file turns what a person typed into the edits of an amendment.

// reading is one reading of a paragraph: at each point the alternative that
// own prefers, else the first. It is where an amendment's author begins.
func (s *Sight) reading(p *exercise.ParaView, own *exercise.OwnView) string {
	var b strings.Builder
	s.readNodes(&b, p.Nodes, own)
	return one(b.String())
}

func (s *Sight) readNodes(b *strings.Builder, nodes []exercise.NodeView, own *exercise.OwnView) {
	for _, n := range nodes {
		if n.Point == nil {
			b.WriteString(n.Text)
			continue
		}
		if len(n.Point.Alts) == 0 {
			continue
		}
		pick := n.Point.Alts[0]
		for _, a := range n.Point.Alts {
			if own != nil && s.ownStance(a.ID) == exercise.Prefer {
				pick = a
			}
		}
		if len(pick.Nodes) > 0 {
			s.readNodes(b, pick.Nodes, own)
			continue
		}
		b.WriteString(pick.Text)
	}
}

// hunk is one place where the typed text differs from the base, as indexes
// into the base's words, with the words that come instead.
type hunk struct {
	from, to int
	in       []string
}

// change is a stretch of a comparison, in whole words: kept, taken out or put in.
type change struct {
	kind  diffmatchpatch.Operation
	words []string
}

// wordDiff compares two texts word by word. Unlike the redline that people
// read it keeps a sign with the word it touches, as an edit has to.
func wordDiff(from, to []string) []change {
	var words []string
	index := map[string]rune{}
	encode := func(text []string) []rune {
		var out []rune
		for _, w := range text {
			r, ok := index[w]
			if !ok {
				// Runes from 1 on, past the surrogates, which are not valid ones.
				r = rune(len(words) + 1)
				if r >= 0xd800 {
					r += 0x800
				}
				index[w] = r
				words = append(words, w)
			}
			out = append(out, r)
		}
		return out
	}
	a, b := encode(from), encode(to)
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the result may not depend on how busy the machine is
	var out []change
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		c := change{kind: d.Type}
		for _, r := range d.Text {
			if r >= 0xe000 {
				r -= 0x800
			}
			c.words = append(c.words, words[r-1])
		}
		out = append(out, c)
	}
	return out
}

// hunksOf lists where two texts differ, in words.
func hunksOf(base, typed string) (words []string, hunks []hunk) {
	words = strings.Fields(base)
	at := 0
	open := false
	// Compared with one space between words, so that spacing is no edit.
	for _, c := range wordDiff(words, strings.Fields(typed)) {
		n := c.words
		if c.kind == diffmatchpatch.DiffEqual {
			if len(n) > 0 {
				open = false
			}
			at += len(n)
			continue
		}
		if len(n) == 0 {
			continue
		}
		if !open {
			hunks = append(hunks, hunk{from: at, to: at})
			open = true
		}
		h := &hunks[len(hunks)-1]
		if c.kind == diffmatchpatch.DiffDelete {
			at += len(n)
			h.to = at
		} else {
			h.in = append(h.in, n...)
		}
	}
	return words, hunks
}

// editsOf gives the edits that turn the base reading of a paragraph into what
// was typed, each with as few words around it as make its place certain, and
// the paragraph as it would be. The error is the sentence in which lodging
// would be refused.
func editsOf(p exercise.ParaView, base, typed string) ([]exercise.Edit, exercise.ParaView, error) {
	if strings.TrimSpace(typed) == "" {
		edits := []exercise.Edit{{Para: p.ID, Whole: true}}
		next, err := exercise.Preview(p, edits)
		return edits, next, err
	}
	words, hunks := hunksOf(base, typed)
	var edits []exercise.Edit
	for _, h := range hunks {
		e, err := placed(p, words, h)
		if err != nil {
			return nil, p, err
		}
		edits = append(edits, e)
	}
	if len(edits) == 0 {
		return nil, p, nil
	}
	next, err := exercise.Preview(p, edits)
	return edits, next, err
}

// maxContext is how many words on either side are tried to make a place certain.
const maxContext = 6

// placed finds the narrowest edit for a hunk that has one place only.
func placed(p exercise.ParaView, words []string, h hunk) (exercise.Edit, error) {
	var first error
	for n := range 2*maxContext + 1 {
		left, right := (n+1)/2, n/2
		e, ok := anchored(p.ID, words, h, left, right)
		if !ok {
			continue
		}
		_, err := exercise.Preview(p, []exercise.Edit{e})
		if err == nil {
			return e, nil
		}
		if first == nil {
			first = err
		}
	}
	return exercise.Edit{}, first
}

// anchored writes a hunk as an edit with words of context on either side. A
// pure insertion is added after what stands before it.
func anchored(para exercise.ParaID, words []string, h hunk, left, right int) (exercise.Edit, bool) {
	from, to := max(h.from-left, 0), min(h.to+right, len(words))
	if from == to {
		return exercise.Edit{}, false
	}
	if h.from == h.to && to == h.to {
		return exercise.Edit{
			Para: para, After: true,
			Old: exercise.T(strings.Join(words[from:to], " ")), New: exercise.T(strings.Join(h.in, " ")),
		}, true
	}
	in := append(append(append([]string(nil), words[from:h.from]...), h.in...), words[h.to:to]...)
	e := exercise.Edit{Para: para, Old: exercise.T(strings.Join(words[from:to], " "))}
	if len(in) > 0 {
		e.New = exercise.T(strings.Join(in, " "))
	}
	return e, true
}
