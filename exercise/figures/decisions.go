package figures

import "kefi/exercise"

// Decision is one that was closed, with the tracks whose teams were counted on
// it when it closed.
type Decision struct {
	ID      exercise.DecisionID
	Form    string
	X       exercise.Subject
	Outcome exercise.Outcome
	// Textual: on text, not on a motion or an appeal.
	Textual        bool
	Opened, Closed int64 // wall ms
	Took           int64 // ms of the table clock from asking to closing
	Binding        exercise.Track
	// Counted are the tracks with a say on it, Stoppable those of them that
	// could have stopped it alone, all its counted teams objecting.
	Counted   []exercise.Track
	Stoppable []exercise.Track
	TakenBack bool
	Voided    bool // by a reopening
}

type decisions struct {
	open   map[exercise.DecisionID]opening
	closed []Decision
}

type opening struct {
	form        string
	x           exercise.Subject
	wall, table int64
}

func (d *decisions) see(m *moment) {
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.DecisionOpened:
			if d.open == nil {
				d.open = map[exercise.DecisionID]opening{}
			}
			d.open[e.ID] = opening{e.Form, e.X, m.act.Wall, m.act.Table}
		case exercise.Decided:
			d.decided(e, m)
		}
	}
}

func (d *decisions) decided(e exercise.Decided, m *moment) {
	o := d.open[e.ID]
	x := Decision{
		ID: e.ID, Form: o.form, X: o.x, Outcome: e.Outcome, Opened: o.wall, Closed: m.act.Wall, Took: m.act.Table - o.table, Binding: e.Binding,
	}
	var teams []exercise.TeamID
	teams, x.Textual = m.before.Counted(o.form, o.x)
	size := map[exercise.Track]int{}
	for _, id := range teams {
		team, _ := m.before.Team(id)
		size[team.Track]++
	}
	for _, t := range exercise.Tracks() {
		if size[t] == 0 {
			continue
		}
		x.Counted = append(x.Counted, t)
		if stops(m.before.Procedure(), o.form, t, size[t], len(teams)) {
			x.Stoppable = append(x.Stoppable, t)
		}
	}
	d.closed = append(d.closed, x)
}

// stops says whether a track that objects as one keeps a thing from carrying
// that all others accept. What is not put is asked by no-objection of all.
func stops(p exercise.Procedure, form string, t exercise.Track, size, all int) bool {
	if form != exercise.FormPut {
		return size > 0
	}
	if rule, own := p.Of(t); own && rule.StoppedBy(size, size) {
		return true
	}
	return p.Overall != nil && p.Overall.StoppedBy(size, all)
}

func (d *decisions) tell(f *Figures, end *ending) {
	back := map[exercise.DecisionID]exercise.DecisionView{}
	for _, x := range end.room.Decisions {
		back[x.ID] = x
	}
	for i := range d.closed {
		x := &d.closed[i]
		x.TakenBack, x.Voided = back[x.ID].TakenBack, back[x.ID].Voided
	}
	f.Decisions = d.closed
}
