package compare

import (
	"fmt"
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript/paper"
)

// parted tells after how many decisions alike the runs went apart, and on what.
func (x *comparison) parted() {
	x.heading(2, "Where they parted")
	lists := make([][]step, len(x.runs))
	for i, r := range x.runs {
		lists[i] = r.steps()
	}
	n := alike(lists)
	switch {
	case allEnded(lists, n) && n == 0:
		x.para("No decision on text was closed in any of them.")
	case allEnded(lists, n):
		x.para(fmt.Sprintf("Nowhere: the same %s on text, in the same order, left the same words.", counted(n, "decision")))
	default:
		x.para(fmt.Sprintf("After %s alike:", counted(n, "decision")))
		var items [][]paper.Run
		for i, r := range x.runs {
			said := "closed no other decision on text."
			if n < len(lists[i]) {
				said = lists[i][n].said
			}
			items = append(items, []paper.Run{{Text: r.Name, Bold: true}, {Text: ": " + said}})
		}
		x.blocks = append(x.blocks, paper.List{Items: items})
	}
	x.partedText()
}

// step is a closed decision on text: what it was, and what it left.
type step struct{ is, left, said string }

// steps lists them in the order in which they closed.
func (r run) steps() []step {
	left := map[string][]string{}
	for _, v := range r.room.Revisions {
		if id, decided := strings.CutSuffix(v.Why.String(), " decided"); decided {
			left[id] = append(left[id], string(v.Para)+" "+v.Text)
		}
	}
	titles := map[exercise.DecisionID]exercise.DecisionView{}
	for _, d := range r.room.Decisions {
		titles[d.ID] = d
	}
	var list []step
	for _, d := range r.figures.Decisions {
		if !d.Textual || d.Outcome == "" || d.TakenBack {
			continue
		}
		view := titles[d.ID]
		list = append(list, step{
			is: string(d.X) + " " + string(d.Outcome), left: strings.Join(left[string(d.ID)], "\n"),
			said: fmt.Sprintf("%s, %s: %s. %s", r.clock(d.Closed), view.Title, d.Outcome, view.Sentence),
		})
	}
	return list
}

// alike counts the decisions with which all begin.
func alike(lists [][]step) int {
	for n := 0; ; n++ {
		for _, list := range lists {
			if n >= len(list) || n >= len(lists[0]) || list[n].is != lists[0][n].is || list[n].left != lists[0][n].left {
				return n
			}
		}
	}
}

func allEnded(lists [][]step, n int) bool {
	for _, list := range lists {
		if n < len(list) {
			return false
		}
	}
	return true
}

// partedText shows the first clause whose agreed words differ, each run's
// against the first's.
func (x *comparison) partedText() {
	if x.twins {
		return
	}
	for _, id := range x.clauseIDs() {
		if differs(x.runs, id) {
			x.para(fmt.Sprintf("The first agreed text that differs is clause %s.", id))
			x.redlines(id)
			return
		}
	}
	x.para("No clause that all of them agreed reads differently.")
}

// differs: agreed in all, in other words.
func differs(runs []run, id exercise.ClauseID) bool {
	other := false
	for _, r := range runs {
		if r.agreed(id) == "" {
			return false
		}
		other = other || r.agreed(id) != runs[0].agreed(id)
	}
	return other
}

// redlines writes the first run's words with what each other has instead.
func (x *comparison) redlines(id exercise.ClauseID) {
	first := x.runs[0]
	for _, r := range x.runs[1:] {
		if r.agreed(id) == first.agreed(id) {
			continue
		}
		runs := []paper.Run{{Text: first.Name + " to " + r.Name + ": ", Bold: true}}
		for _, c := range exercise.Redline(first.agreed(id), r.agreed(id)) {
			part := paper.Run{Text: c.Text}
			if c.Op != exercise.Kept {
				part.Change = &paper.Change{Struck: c.Op == exercise.Removed, Author: r.Name}
			}
			runs = append(runs, part)
		}
		x.blocks = append(x.blocks, paper.Para{Text: runs})
	}
}
