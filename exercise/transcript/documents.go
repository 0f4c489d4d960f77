package transcript

import (
	"io"
	"strings"

	"kefi/exercise/transcript/paper"
)

// document is one with nothing in it yet but what stands on every page. It is
// of the time of the last act, so that the same record gives the same bytes.
func (s *Source) document(title string, blocks ...paper.Block) paper.Document {
	about := s.View.Room.Exercise
	wall := s.View.Room.Clocks.Wall
	if n := len(s.Acts); n > 0 {
		wall = s.Acts[n-1].Wall
	}
	return paper.Document{
		Title: title + ": " + about.Title, Banner: banner(about.Title), Marking: Marking(s.View),
		Wall: wall, Blocks: blocks,
	}
}

// handedOver is a document as it leaves: with where the record stood, and with
// names as the copy has them.
func (s *Source) handedOver(d paper.Document) paper.Document {
	d.Blocks = append(d.Blocks[:len(d.Blocks):len(d.Blocks)], paper.Rule{}, paper.Para{Style: paper.Note, Text: paper.Text(s.Provenance())})
	return d.Map(renames(s.View.Room).in)
}

// minutes are those of writeMinutes, as a document.
func (s *Source) minutes() (paper.Document, error) {
	var md strings.Builder
	if err := writeMinutes(&md, s); err != nil {
		return paper.Document{}, err
	}
	blocks, err := paper.Markdown(md.String())
	return s.handedOver(s.document("Minutes", unframed(blocks, Marking(s.View))...)), err
}

// unframed takes banner and marking from head and foot of the minutes: on paper
// they stand on every page.
func unframed(blocks []paper.Block, marking string) []paper.Block {
	head, foot := 1, 2 // the banner; a rule and the banner
	if marking != "" {
		head, foot = 2, 3
	}
	if len(blocks) < head+foot {
		return blocks
	}
	return blocks[head : len(blocks)-foot]
}

func writeMinutesDOCX(w io.Writer, s *Source) error {
	d, err := s.minutes()
	if err != nil {
		return err
	}
	return paper.DOCX(w, d)
}

func writeMinutesPDF(w io.Writer, s *Source) error {
	d, err := s.minutes()
	if err != nil {
		return err
	}
	return paper.PDF(w, d)
}
