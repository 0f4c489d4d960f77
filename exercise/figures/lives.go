package figures

import (
	"slices"

	"kefi/exercise"
)

// ClauseLife is how a clause came to what it is. It lives from the opening of
// its agenda item until it is agreed, deferred or deleted, and again from each
// reopening. One that was decided before its item opened lived for no time.
type ClauseLife struct {
	Clause exercise.ClauseID
	Title  string
	State  exercise.ClauseState
	// Spans are its lives in wall ms; the last ends with the record where the
	// clause is still open.
	Spans [][2]int64
	// Agreed is when it was last agreed, in wall ms, and AgreedAfter how long
	// after its opening, in ms of the table clock; both 0 where it is not
	// agreed. A clause that was agreed in an earlier session has no spans.
	Agreed, AgreedAfter int64
	Reopened            int // times
	// Reserved counts the teams that signed with a reservation on it,
	// Dissociated those that stand apart from it.
	Reserved, Dissociated int
	// Events are incidents to all, caucuses and joint drafts of the time in
	// which its agenda item was open.
	Events []LifeEvent
}

// LifeEvent is one of them. Kind is incident, caucus or joint draft.
type LifeEvent struct {
	Wall int64
	Kind string
	Ref  string // I4, A16
}

// The kinds of events in a clause's life, and of what a move came after.
const (
	AfterIncident     = "incident"
	AfterCaucus       = "caucus"
	AfterJointDraft   = "joint draft"
	AfterAmendment    = "amendment"
	AfterIntervention = "intervention"
)

type lives struct {
	all    []ClauseLife
	opened map[exercise.ClauseID]int64 // table ms
	item   []exercise.ClauseID
}

func (l *lives) see(m *moment) {
	for _, e := range m.act.Events {
		if item, ok := e.(exercise.ItemOpened); ok && item.Room == exercise.TableRoom {
			l.item = m.after.Plan().Agenda[item.Item].Clauses
		}
		if x, ok := lifeEvent(e); ok {
			x.Wall = m.act.Wall
			l.note(x)
		}
	}
	for _, c := range m.after.Clauses() {
		l.change(c, m)
	}
}

func lifeEvent(e exercise.Event) (LifeEvent, bool) {
	switch e := e.(type) {
	case exercise.Delivered:
		return LifeEvent{Kind: AfterIncident, Ref: string(e.Inject)}, e.All
	case exercise.CaucusMet:
		return LifeEvent{Kind: AfterCaucus}, slices.Contains(e.Rooms, exercise.TableRoom)
	case exercise.Lodged:
		return LifeEvent{Kind: AfterJointDraft, Ref: string(e.Amendment.ID)}, len(e.Amendment.Sponsors) > 1
	}
	return LifeEvent{}, false
}

func (l *lives) note(x LifeEvent) {
	for i := range l.all {
		if slices.Contains(l.item, l.all[i].Clause) {
			l.all[i].Events = append(l.all[i].Events, x)
		}
	}
}

// change follows a clause from state to state.
func (l *lives) change(c exercise.Clause, m *moment) {
	i := slices.IndexFunc(l.all, func(x ClauseLife) bool { return x.Clause == c.ID })
	if i < 0 {
		l.all = append(l.all, ClauseLife{Clause: c.ID, State: exercise.ClauseDraft})
		i = len(l.all) - 1
		if c.State != exercise.ClauseDraft && m.act.Seq == 0 {
			l.all[i].State = c.State // as an earlier session left it
		}
	}
	x := &l.all[i]
	if was := x.State; was == c.State || was.Agreed() && c.State.Agreed() {
		x.State = c.State
		return
	}
	switch x.State = c.State; {
	case live(c.State) && !x.living():
		if len(x.Spans) > 0 || c.State == exercise.ClauseReopened {
			x.Reopened++
		}
		x.Spans = append(x.Spans, [2]int64{m.act.Wall, 0})
		x.Agreed, x.AgreedAfter = 0, 0
		l.start(c.ID, m.act.Table)
	case !live(c.State) && x.living():
		x.Spans[len(x.Spans)-1][1] = m.act.Wall
	case !live(c.State) && len(x.Spans) == 0: // decided without having been opened
		x.Spans = [][2]int64{{m.act.Wall, m.act.Wall}}
		l.start(c.ID, m.act.Table)
	}
	if c.State.Agreed() {
		x.Agreed, x.AgreedAfter = m.act.Wall, m.act.Table-l.opened[c.ID]
	}
}

// start keeps the first opening: a clause that was reopened took all that time.
func (l *lives) start(id exercise.ClauseID, table int64) {
	if l.opened == nil {
		l.opened = map[exercise.ClauseID]int64{}
	}
	if _, known := l.opened[id]; !known {
		l.opened[id] = table
	}
}

func (x *ClauseLife) living() bool {
	n := len(x.Spans)
	return n > 0 && x.Spans[n-1][1] == 0
}

func live(s exercise.ClauseState) bool {
	return s == exercise.ClauseOpen || s == exercise.ClauseReopened
}

func (l *lives) tell(f *Figures, end *ending) {
	for i := range l.all {
		x := &l.all[i]
		if x.living() {
			x.Spans[len(x.Spans)-1][1] = f.Ended
		}
		for _, c := range end.room.Clauses {
			if c.ID == x.Clause {
				x.Title = c.Title
			}
		}
		if end.room.Closing != nil {
			for _, s := range end.room.Closing.Signatures {
				x.count(s)
			}
		}
	}
	f.Clauses = l.all
}

func (x *ClauseLife) count(s exercise.SignatureView) {
	if slices.ContainsFunc(s.Reservations, func(r exercise.ReservationView) bool { return r.Clause == x.Clause }) {
		x.Reserved++
	}
	if slices.Contains(s.Dissociated, x.Clause) {
		x.Dissociated++
	}
}
