package transcript

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// A report is a document about what came of an exercise, built block by block
// from a view and from figures. What is quoted in it is what the view shows;
// what is counted is what package figures counts.

// report collects one.
type report struct {
	s      *Source
	page   *page // names and times, as in the minutes
	room   *exercise.RoomView
	fig    figures.Figures
	blocks []paper.Block
}

func newReport(s *Source) *report {
	return &report{s: s, page: newPage(s.View), room: s.View.Room, fig: figures.Of(s.Acts)}
}

// document is the report as it is handed over, naming people as the recorder
// chose.
func (r *report) document(title string) paper.Document {
	about := r.room.Exercise
	head := []paper.Block{
		paper.Heading{Level: 1, Text: paper.Text(title + ": " + about.Title)},
		paper.Para{Style: paper.Note, Text: paper.Text(r.s.Provenance())},
	}
	if text := namingNote(about.Naming); text != "" {
		head = append(head, paper.Para{Style: paper.Note, Text: paper.Text(text)})
	}
	d := paper.Document{
		Title: title + ": " + about.Title, Banner: banner(about.Title), Marking: Marking(r.s.View),
		Wall: r.room.Clocks.Wall, Blocks: append(head, r.blocks...),
	}
	return d.Map(renames(r.room).in)
}

func namingNote(n exercise.Naming) string {
	switch n {
	case exercise.ByRole:
		return "Names: roles only; every name of a delegation or seat is replaced, also in what was said."
	case exercise.ByTrack:
		return "Names: tracks only; every name of a delegation or seat is replaced, also in what was said."
	}
	return ""
}

func (r *report) add(blocks ...paper.Block) { r.blocks = append(r.blocks, blocks...) }

func (r *report) section(text string) { r.add(paper.Heading{Level: 2, Text: paper.Text(text)}) }

func (r *report) part(text string) { r.add(paper.Heading{Level: 3, Text: paper.Text(text)}) }

func (r *report) para(format string, args ...any) {
	r.add(paper.Para{Text: paper.Text(fmt.Sprintf(format, args...))})
}

func (r *report) note(format string, args ...any) {
	r.add(paper.Para{Style: paper.Note, Text: paper.Text(fmt.Sprintf(format, args...))})
}

func (r *report) quote(text string) { r.add(paper.Para{Style: paper.Quote, Text: paper.Text(text)}) }

// field is a line to be filled in by hand.
func (r *report) field(label string) {
	r.add(paper.Para{Style: paper.Field, Text: paper.Text(label)})
}

// list lists entries; none, no list.
func (r *report) list(items ...string) {
	if len(items) == 0 {
		return
	}
	l := paper.List{}
	for _, text := range items {
		l.Items = append(l.Items, paper.Text(text))
	}
	r.add(l)
}

// rows are those of a table.
type rows [][][]paper.Run

func (t *rows) add(cells ...string) {
	row := make([][]paper.Run, len(cells))
	for i, c := range cells {
		row[i] = paper.Text(c)
	}
	*t = append(*t, row)
}

// team names a delegation with its track: Hydra (ε).
func (r *report) team(id exercise.TeamID) string {
	t := r.page.team(id)
	return t.Name + " (" + string(t.Track) + ")"
}

func (r *report) teams(ids []exercise.TeamID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = r.team(id)
	}
	return and(names)
}

func (r *report) clock(wall int64) string { return r.page.clock(wall) }

// unbroken keeps a length of time on one line of a narrow column.
func unbroken(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

func percent(share float64) string { return fmt.Sprintf("%.0f %%", share*100) }

// trackName is a track as reports name it: κ government.
func trackName(t exercise.Track) string { return string(t) + " " + t.Word() }

// figure is a number, and a dash for none.
func figure(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// as writes a report in one format.
func as(write func(io.Writer, paper.Document) error, build func(*Source) paper.Document) func(io.Writer, *Source) error {
	return func(w io.Writer, s *Source) error { return write(w, build(s)) }
}

// staff run, record or evaluate the exercise: reports tell of incidents that
// went to some only.
func staff(own *exercise.OwnView) bool {
	return own.Recorder != nil || own.Control != nil || own.Evaluator != nil
}

func delegates(own *exercise.OwnView) bool { return own.Team != "" }
