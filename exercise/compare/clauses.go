package compare

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/exercise/figures"
	"kefi/exercise/transcript/paper"
)

// clauses tells of each how far it came, and how long that took.
func (x *comparison) clauses() {
	x.heading(2, "Clause by clause")
	t := x.sides()
	for _, id := range x.clauseIDs() {
		t.row(x.clauseTitle(id), func(r run) string { return r.clauseLife(id) })
	}
	t.put("Clause")
	x.note("Times run on the table clock, from the opening of the clause to the last time it was agreed.")
	if x.twins {
		return
	}
	shown := false
	for _, id := range x.clauseIDs() {
		if !differs(x.runs, id) {
			continue
		}
		if shown { // the first stands above already
			x.heading(3, "Clause "+string(id))
			x.redlines(id)
		}
		shown = true
	}
}

func (x *comparison) clauseTitle(id exercise.ClauseID) string {
	for _, r := range x.runs {
		if c, ok := r.clause(id); ok && !x.twins {
			return string(id) + ". " + c.Title
		}
	}
	return string(id)
}

func (r run) clauseLife(id exercise.ClauseID) string {
	i := slices.IndexFunc(r.figures.Clauses, func(c figures.ClauseLife) bool { return c.Clause == id })
	if i < 0 {
		return "not there"
	}
	c := r.figures.Clauses[i]
	text := string(c.State)
	if c.Agreed > 0 && len(c.Spans) > 0 {
		text += " after " + minutes(c.AgreedAfter)
	}
	if c.Reopened > 0 {
		text += "; reopened " + counted(c.Reopened, "time")
	}
	if c.Reserved > 0 {
		text += "; " + counted(c.Reserved, "reservation")
	}
	return text
}

// points tells which wording of the scenario's own points became the text, and
// who first put it into words where that was a team.
func (x *comparison) points() {
	t := x.sides()
	for _, id := range x.given() {
		t.row(string(id), func(r run) string { return r.pointEnd(id) })
	}
	if len(t.rows) == 0 {
		return
	}
	x.heading(2, "The scenario's points")
	t.put("Point")
}

// given lists the points that the scenario's draft has.
func (x *comparison) given() []exercise.PointID {
	var ids []exercise.PointID
	for _, e := range x.runs[0].Acts[0].Events {
		begun, ok := e.(exercise.Begun)
		if !ok {
			continue
		}
		for _, c := range begun.Clauses {
			for _, p := range c.Paras {
				for _, n := range p.Nodes {
					if n.Point != nil {
						ids = append(ids, n.Point.ID)
					}
				}
			}
		}
	}
	return ids
}

func (r run) pointEnd(id exercise.PointID) string {
	i := slices.IndexFunc(r.figures.Points, func(p figures.PointLife) bool { return p.Point == id })
	if i < 0 || r.figures.Points[i].Closed == 0 {
		return "open"
	}
	p := r.figures.Points[i]
	if p.Decided == 0 {
		return "closed without one of its wordings"
	}
	text := fmt.Sprintf("%s/%d at %s", id, p.Decided, r.clock(p.Closed))
	for _, s := range r.figures.Shaped {
		if s.Point == id && s.Alt == p.Decided && len(s.Teams) > 0 {
			text += ", first put by " + r.teams(s.Teams)
		}
	}
	return text
}

// bridges tells behind which amendments teams of more than one track stood,
// and what came of them.
func (x *comparison) bridges() {
	x.heading(2, "Who bridged")
	var items [][]paper.Run
	for _, r := range x.runs {
		var said []string
		for _, a := range r.room.Amendments {
			if r.across(a.Sponsors) {
				said = append(said, fmt.Sprintf("%s on clause %s, by %s: %s", a.ID, a.Clause, r.teams(a.Sponsors), a.State))
			}
		}
		if len(said) == 0 {
			said = []string{"teams of different tracks stood behind no amendment together"}
		}
		items = append(items, []paper.Run{{Text: r.Name, Bold: true}, {Text: ": " + strings.Join(said, "; ") + "."}})
	}
	x.blocks = append(x.blocks, paper.List{Items: items})
}

// across says that teams are of more than one track.
func (r run) across(teams []exercise.TeamID) bool {
	tracks := map[exercise.Track]bool{}
	for _, id := range teams {
		if t, ok := r.State.Team(id); ok {
			tracks[t.Track] = true
		}
	}
	return len(tracks) > 1
}
