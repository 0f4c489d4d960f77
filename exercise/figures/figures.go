package figures

import "kefi/exercise"

// Version is that of the definitions. It changes when any figure of the same
// record would.
const Version = "1"

// Figures are those of one record, as far as it goes.
type Figures struct {
	Version string
	// Began and Ended are STARTEX and ENDEX in wall ms; Ended is the last act's
	// time while there is no ENDEX, and both are 0 before STARTEX.
	Began, Ended int64
	// Table is how long the table sat, in ms of the table clock.
	Table int64

	Open       []OpenSample
	Clauses    []ClauseLife
	Points     []PointLife
	Shaped     []Shaped
	Moves      []Move
	Voices     []Voice
	Chair      ChairVoice
	Incidents  []Incident
	Amendments []Amendment
	Decisions  []Decision
	Caucuses   []Caucus
	Bridges    []Bridge
	Idle       Idle
	Depth      Depth
	Check      []Rights
}

// Of takes the figures of a record: its acts from 0 on, in order.
func Of(acts []exercise.Act) Figures {
	f := Figures{Version: Version}
	gauges := []gauge{
		&times{}, &openPoints{}, &lives{}, &readiness{}, &shaping{}, &moving{}, &voices{},
		&incidents{}, &amendments{}, &decisions{}, &consultations{}, &idling{},
		depth{},
		rights{},
	}
	m := moment{after: exercise.New()}
	for _, act := range acts {
		m = moment{act: act, before: m.after, after: exercise.Evolve(m.after, act)}
		for _, g := range gauges {
			g.see(&m)
		}
	}
	if len(acts) == 0 {
		return f
	}
	end := ending{State: m.after, room: m.after.Room(exercise.TableRoom, nil)}
	for _, g := range gauges {
		g.tell(&f, &end)
	}
	return f
}

// gauge takes one figure: it sees every act, and tells at the end.
type gauge interface {
	see(m *moment)
	tell(f *Figures, end *ending)
}

// moment is an act with what was so before it and after.
type moment struct {
	act           exercise.Act
	before, after exercise.State
}

// ending is what is so at the end, and what the table then saw.
type ending struct {
	exercise.State
	room *exercise.RoomView
}

// Public are the figures that everybody at the table may be shown: without
// incidents that went to some only, without the hall, and without whose words
// the final text is made of.
func (f Figures) Public() Figures {
	f.Incidents = keep(f.Incidents, func(x Incident) bool { return x.All })
	f.Voices = keep(f.Voices, func(x Voice) bool { return !x.Hall })
	f.Depth.By = nil
	return f
}

func keep[T any](list []T, which func(T) bool) []T {
	var out []T
	for _, x := range list {
		if which(x) {
			out = append(out, x)
		}
	}
	return out
}

// times are when the exercise began and ended.
type times struct{ began, ended int64 }

func (t *times) see(m *moment) {
	for _, e := range m.act.Events {
		if p, ok := e.(exercise.PhaseEntered); ok {
			switch p.Announce {
			case "STARTEX":
				t.began = m.act.Wall
			case "ENDEX":
				t.ended = m.act.Wall
			}
		}
	}
}

func (t *times) tell(f *Figures, end *ending) {
	if t.began == 0 {
		return
	}
	f.Began, f.Ended, f.Table = t.began, t.ended, end.room.Clocks.Table
	if t.ended == 0 {
		f.Ended = end.Wall()
	}
}
