package compare

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// figure is one that stands side by side, as a number and how it is written.
type figure struct {
	name  string
	of    func(run) float64
	write func(float64) string
}

func whole(x float64) string { return fmt.Sprintf("%g", x) }

func span(ms float64) string { return minutes(int64(ms)) }

// list is every figure that is compared. None is of the author's model.
func list() []figure {
	figs := []figure{
		{"Time at the table", func(r run) float64 { return float64(r.figures.Table) }, span},
		{"Time in which nothing happened", func(r run) float64 { return float64(r.figures.Idle.Total) }, span},
		{"Clauses agreed", func(r run) float64 { return float64(r.figures.Depth.Clauses) }, whole},
		{"Clauses deferred", func(r run) float64 { return float64(r.figures.Depth.Deferred) }, whole},
		{"Reservations", func(r run) float64 { return float64(r.figures.Depth.Reservations) }, whole},
		{"Words agreed", func(r run) float64 { return float64(r.figures.Depth.Words) }, whole},
		{"Points open at the end", open0, whole},
		{"Amendments lodged", func(r run) float64 { return float64(len(r.figures.Amendments)) }, whole},
		{"Moves from cannot", func(r run) float64 { return float64(len(r.figures.Moves)) }, whole},
		{"Decisions on text carried", carried, whole},
	}
	for _, t := range exercise.Tracks() {
		figs = append(figs,
			figure{"Floor of " + t.Word(), func(r run) float64 { return float64(r.voice(t).Floor) }, span},
			figure{"Interventions of " + t.Word(), func(r run) float64 { return float64(r.voice(t).Interventions) }, whole})
	}
	return figs
}

func open0(r run) float64 {
	if n := len(r.figures.Open); n > 0 {
		return float64(r.figures.Open[n-1].Total)
	}
	return 0
}

func carried(r run) (n float64) {
	for _, d := range r.figures.Decisions {
		if d.Textual && d.Outcome == exercise.Carried && !d.TakenBack {
			n++
		}
	}
	return n
}

// voice adds up the people of a track; teams that a script played are left out.
func (r run) voice(t exercise.Track) (sum figures.Voice) {
	for _, v := range r.figures.Voices {
		if v.Track == t && v.Scripted == "" {
			sum.Floor += v.Floor
			sum.Interventions += v.Interventions
		}
	}
	return sum
}

func (x *comparison) figures() {
	x.heading(2, "Figures")
	t := x.sides()
	for _, f := range list() {
		t.row(f.name, func(r run) string { return f.write(f.of(r)) })
	}
	t.put("Figure")
	x.note("By the definitions of figures " + figures.Version + ". What a script did for a team is not counted among its track's voices.")
}

// enough is how many tables a side needs for an average.
const enough = 10

// averages gives the middle and the range of each figure for each side, once
// every side has enough tables.
func (x *comparison) averages() {
	sides := map[string][]run{}
	for _, r := range x.runs {
		sides[r.side()] = append(sides[r.side()], r)
	}
	var names, few []string
	for name, runs := range sides {
		names = append(names, name)
		if len(runs) < enough {
			few = append(few, fmt.Sprintf("%s: %s", name, counted(len(runs), "table")))
		}
	}
	slices.Sort(names)
	slices.Sort(few)
	if len(few) > 0 {
		x.note(fmt.Sprintf("No averages: they need at least %s a side (%s).", counted(enough, "table"), strings.Join(few, "; ")))
		return
	}
	x.heading(2, "The middle table of each side")
	t := paper.Table{Head: append([]string{"Figure"}, names...)}
	for _, f := range list() {
		row := [][]paper.Run{paper.Text(f.name)}
		for _, name := range names {
			row = append(row, paper.Text(f.middle(sides[name])))
		}
		t.Rows = append(t.Rows, row)
	}
	x.blocks = append(x.blocks, t)
	x.note("The median, and in brackets the least and the most.")
}

// middle is the median of some runs, with the range.
func (f figure) middle(runs []run) string {
	values := make([]float64, len(runs))
	for i, r := range runs {
		values[i] = f.of(r)
	}
	slices.Sort(values)
	n := len(values)
	median := (values[(n-1)/2] + values[n/2]) / 2
	return fmt.Sprintf("%s (%s to %s)", f.write(median), f.write(values[0]), f.write(values[n-1]))
}
