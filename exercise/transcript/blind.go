package transcript

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// writeBlind writes the final text for people who rate it and may not know how
// it came about: without the run, its arm and its procedure, without dates,
// names, or where the record stood. The reservations stand under their
// clauses, by nobody. The same record gives the same number.
func writeBlind(w io.Writer, s *Source) error { return paper.MD(w, s.blind(s.finalText()...)) }

// blind is a document that does not say of which record it is.
func (s *Source) blind(blocks ...paper.Block) paper.Document {
	about, title := s.View.Room.Exercise, "Text "+s.BlindID()
	return paper.Document{
		Title: title, Banner: banner(about.Title), Marking: about.Marking,
		Blocks: append([]paper.Block{paper.Heading{Level: 1, Text: paper.Text(title)}}, blocks...),
	}.Map(renames(s.View.Room).in)
}

// BlindID is the number of a text among those that raters are given. Nobody
// who does not have the record can reckon back from it.
func (s *Source) BlindID() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "kefi blind\n%d\n%d", s.State.Seed(), s.Acts[0].Wall))
	return strings.ToUpper(fmt.Sprintf("%x", sum[:4]))
}

// finalText is what is agreed, then the titles of what is not.
func (s *Source) finalText() []paper.Block {
	var blocks []paper.Block
	var open [][]paper.Run
	for _, c := range s.View.Room.Clauses {
		switch {
		case c.State.Agreed():
			blocks = append(blocks, s.finalClause(c)...)
		case c.State != exercise.ClauseDeleted:
			open = append(open, paper.Text(clauseTitle(c)))
		}
	}
	if len(open) > 0 {
		blocks = append(blocks, paper.Heading{Level: 2, Text: paper.Text("Not agreed")}, paper.List{Items: open})
	}
	return blocks
}

func (s *Source) finalClause(c exercise.ClauseView) []paper.Block {
	blocks := []paper.Block{paper.Heading{Level: 2, Text: paper.Text(clauseTitle(c))}}
	for _, p := range c.Paras {
		blocks = append(blocks, paper.Para{Text: paper.Text(string(p.ID) + " " + agreedText(p))})
	}
	if s.View.Room.Closing == nil {
		return blocks
	}
	for _, x := range s.View.Room.Closing.Signatures {
		for _, r := range x.Reservations {
			if r.Clause == c.ID {
				blocks = append(blocks, paper.Para{Style: paper.Quote, Text: paper.Text("A reservation: " + r.Text)})
			}
		}
	}
	return blocks
}

func clauseTitle(c exercise.ClauseView) string { return string(c.ID) + ". " + c.Title }

// agreedText is a paragraph without points.
func agreedText(p exercise.ParaView) string {
	var b strings.Builder
	for _, n := range p.Nodes {
		b.WriteString(n.Text)
	}
	return strings.TrimSpace(b.String())
}
