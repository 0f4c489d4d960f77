package compare

import (
	"errors"
	"fmt"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/paper"
)

// Document sets runs side by side. It is refused for fewer than two, and for
// different scenarios that are no twins.
func Document(list []Run) (paper.Document, error) {
	if len(list) < 2 {
		return paper.Document{}, errors.New("one run is compared with another; name two or more")
	}
	x := comparison{}
	for _, r := range list {
		x.runs = append(x.runs, open(r))
	}
	var wall int64
	for _, r := range x.runs {
		twins, err := kin(x.runs[0].State.Plan(), r.State.Plan())
		if err != nil {
			return paper.Document{}, err
		}
		x.twins = x.twins || twins
		wall = max(wall, r.State.Wall())
	}
	x.write()
	d := paper.Document{Title: "Runs compared", Banner: banner(x.runs), Marking: x.marking(), Wall: wall, Blocks: x.blocks}
	for _, r := range x.runs {
		d = d.Map(transcript.Renaming(r.room))
	}
	return d, nil
}

// comparison is one while it is written.
type comparison struct {
	runs   []run
	twins  bool
	blocks []paper.Block
}

func (x *comparison) write() {
	x.heading(1, "Runs compared")
	x.note(fmt.Sprintf("%s are %s: what differs may be the people, the day or chance. This sets side by side what happened; it does not say why.", capital(counted(len(x.runs), "table")), counted(len(x.runs), "story")))
	x.header()
	x.parted()
	x.clauses()
	x.points()
	x.bridges()
	x.incidents()
	x.figures()
	x.averages()
}

// marking is the highest of the runs'.
func (x *comparison) marking() string {
	var marks []string
	for _, r := range x.runs {
		marks = append(marks, r.room.Exercise.Marking)
	}
	return exercise.Highest(marks...)
}

func (x *comparison) heading(level int, text string) {
	x.blocks = append(x.blocks, paper.Heading{Level: level, Text: paper.Text(text)})
}

func (x *comparison) para(text string) {
	x.blocks = append(x.blocks, paper.Para{Text: paper.Text(text)})
}

func (x *comparison) note(text string) {
	x.blocks = append(x.blocks, paper.Para{Style: paper.Note, Text: paper.Text(text)})
}

// sideBySide is a table with a column for each run.
type sideBySide struct {
	x    *comparison
	rows [][][]paper.Run
}

func (x *comparison) sides() *sideBySide { return &sideBySide{x: x} }

// row asks every run for its cell.
func (t *sideBySide) row(label string, cell func(run) string) {
	row := [][]paper.Run{paper.Text(label)}
	for _, r := range t.x.runs {
		row = append(row, paper.Text(cell(r)))
	}
	t.rows = append(t.rows, row)
}

// put writes the table, if it has rows.
func (t *sideBySide) put(first string) {
	if len(t.rows) == 0 {
		return
	}
	head := []string{first}
	for _, r := range t.x.runs {
		head = append(head, r.Name)
	}
	t.x.blocks = append(t.x.blocks, paper.Table{Head: head, Rows: t.rows})
}

func (x *comparison) header() {
	t := x.sides()
	t.row("Scenario", func(r run) string { return r.State.Plan().Name })
	t.row("Procedure, arm", run.side)
	t.row("Medium", func(r run) string { return r.room.Exercise.Medium })
	t.row("Seed", func(r run) string { return fmt.Sprint(r.State.Seed()) })
	t.row("Played by scripts", run.scripted)
	t.row("Outcome", run.outcome)
	t.row("kefi", func(r run) string { return r.Acts[0].Command.(exercise.Begin).Version })
	t.put("")
	if x.twins {
		x.note("The scenarios are twins: the same stakes under another surface. Ids stand for the same things; words are not compared.")
	}
}

// clauseIDs lists the clauses of all runs, in the first's order.
func (x *comparison) clauseIDs() []exercise.ClauseID {
	var ids []exercise.ClauseID
	known := map[exercise.ClauseID]bool{}
	for _, r := range x.runs {
		for _, c := range r.room.Clauses {
			if !known[c.ID] {
				known[c.ID] = true
				ids = append(ids, c.ID)
			}
		}
	}
	return ids
}
