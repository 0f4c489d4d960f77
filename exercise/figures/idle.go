package figures

import (
	"slices"

	"kefi/exercise"
)

// idleAfter is the table time without an act after which the table is idle.
const idleAfter = 60_000

// Idle are stretches of more than a minute of the table clock in which nobody
// did anything that the table saw. Pauses, suspensions and time to read an
// incident are none: the clock stands still, or the table is meant to be empty.
type Idle struct {
	Times          int
	Total, Longest int64 // ms of the table clock
}

type idling struct {
	Idle
	last      int64 // table ms of the last act of a person
	suspended bool
}

func (i *idling) see(m *moment) {
	if m.before.Phase() == exercise.Table && !i.suspended && i.seen(m) {
		if gap := m.act.Table - i.last; gap > idleAfter {
			i.Times++
			i.Total += gap
			i.Longest = max(i.Longest, gap)
		}
		i.last = m.act.Table
	}
	for _, e := range m.act.Events {
		switch e := e.(type) {
		case exercise.Suspended:
			i.suspended = true
		case exercise.SuspensionEnded:
			i.suspended, i.last = false, m.act.Table
		case exercise.ItemOpened:
			i.suspended, i.last = m.after.Plan().Agenda[e.Item].Kind == exercise.Suspension, m.act.Table
		case exercise.PhaseEntered:
			i.suspended, i.last = false, m.act.Table
		}
	}
}

// seen: somebody did something, and the table saw it. Coming, going and
// accepting the terms are not play.
func (i *idling) seen(m *moment) bool {
	switch m.act.Command.(type) {
	case exercise.Sit, exercise.Leave, exercise.Agree, exercise.Ready, exercise.Tick, exercise.Restart:
		return false
	}
	return m.act.Seat != "" && slices.Contains(m.after.Audience(m.act), exercise.TableRoom)
}

func (i *idling) tell(f *Figures, _ *ending) { f.Idle = i.Idle }
