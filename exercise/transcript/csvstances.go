package transcript

import (
	"cmp"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kefi/exercise"
)

// writeStances writes the matrix of stances and positions, a row a cell: every
// alternative by every team, then every decision by every team, with the last
// word of each and when it was said. What was given to the chair alone is not
// among it, nor what stands sealed.
func writeStances(w io.Writer, s *Source) error {
	t := newTable(w, s, "kind", "clause", "point", "alternative", "decision", "subject", "text", "team", "track",
		"value", "why", "changes", "at_utc", "at_local", "at_table_s", "became")
	m := s.matrix()
	for _, alt := range m.alternatives() {
		clause, _, _ := strings.Cut(string(alt.Point), ".")
		text := s.State.Reads(m.nodes[alt])
		for _, team := range s.View.Room.Teams {
			x := m.stances[stanceCell{alt, team.ID}]
			t.row("stance", clause, string(alt.Point), alt.String(), "", alt.String(), text, string(team.ID), team.Track.Word(),
				x.value, x.why, strconv.Itoa(x.changes), t.utc(x.wall), t.local(x.wall), x.clock(), m.fates[alt])
		}
	}
	for _, d := range slices.Concat(s.View.Room.Decisions, s.View.Room.Standing) {
		for _, p := range d.Positions {
			x := m.positions[positionCell{d.ID, p.Team}]
			value := string(p.Position)
			if p.AdRef {
				value += " ad-ref"
			}
			t.row("position", "", "", "", string(d.ID), string(d.X), d.Title.String(), string(p.Team), t.track(p.Team),
				value, p.Words, strconv.Itoa(x.changes), t.utc(x.wall), t.local(x.wall), x.clock(), string(d.Outcome))
		}
	}
	return t.close()
}

type (
	stanceCell struct {
		alt  exercise.AltID
		team exercise.TeamID
	}
	positionCell struct {
		id   exercise.DecisionID
		team exercise.TeamID
	}
	// lastWord is what was said last, how often it was said, and when.
	lastWord struct {
		value, why  string
		changes     int
		wall, table int64
	}
)

func (x lastWord) clock() string {
	if x.changes == 0 {
		return ""
	}
	return seconds(x.table)
}

// matrix is what a room was told of every alternative.
type matrix struct {
	word      func(exercise.WordID) string
	nodes     map[exercise.AltID][]exercise.Node
	fates     map[exercise.AltID]string
	stances   map[stanceCell]lastWord
	positions map[positionCell]lastWord
}

func (s *Source) matrix() matrix {
	m := matrix{
		word: s.word, nodes: map[exercise.AltID][]exercise.Node{}, fates: map[exercise.AltID]string{},
		stances: map[stanceCell]lastWord{}, positions: map[positionCell]lastWord{},
	}
	for a, e := range s.told() {
		m.learn(e)
		m.hear(a, e)
	}
	return m
}

// alternatives lists them by point and number.
func (m matrix) alternatives() []exercise.AltID {
	return slices.SortedFunc(maps.Keys(m.nodes), func(a, b exercise.AltID) int {
		return cmp.Or(byNumbers(string(a.Point), string(b.Point)), cmp.Compare(a.N, b.N))
	})
}

// byNumbers puts 2.1 before 10.1.
func byNumbers(a, b string) int {
	clauseA, _, _ := strings.Cut(a, ".")
	clauseB, _, _ := strings.Cut(b, ".")
	return cmp.Or(cmp.Compare(len(clauseA), len(clauseB)), cmp.Compare(a, b))
}

// learn takes what an event tells of points: their alternatives as they now
// are, and what became of those that closed.
func (m matrix) learn(e exercise.Event) {
	eachPoint(reflect.ValueOf(e), func(p exercise.Point) {
		for _, a := range p.Alts {
			id := exercise.AltID{Point: p.ID, N: a.N}
			m.nodes[id], m.fates[id] = a.Nodes, "open"
			if a.Withdrawn {
				m.fates[id] = "withdrawn"
			}
		}
	})
	d, decided := e.(exercise.Decided)
	if !decided {
		return
	}
	for _, c := range d.Closed {
		for id := range m.nodes {
			if id.Point == c.Point && m.fates[id] == "open" {
				m.fates[id] = "not taken up"
			}
		}
		if c.Decided > 0 {
			m.fates[exercise.AltID{Point: c.Point, N: c.Decided}] = "the text"
		}
	}
}

func (m matrix) hear(a exercise.Act, e exercise.Event) {
	switch e := e.(type) {
	case exercise.StanceTaken:
		m.stance(a, stanceCell{e.Alt, e.Team}, string(e.Stance), m.word(e.Why))
		m.onlyPreference(a, e)
	case exercise.StanceCleared:
		m.clear(a, e.Point, e.Team)
	case exercise.StancesRestored:
		m.clear(a, e.Point, e.Team)
		for _, h := range e.Stances {
			m.stance(a, stanceCell{exercise.AltID{Point: e.Point, N: h.N}, e.Team}, string(h.Stance), m.word(h.Why))
		}
	case exercise.Positioned:
		m.position(a, e.ID, e.Team)
	case exercise.PositionRestored:
		m.position(a, e.ID, e.Team)
	}
}

func (m matrix) stance(a exercise.Act, at stanceCell, value, why string) {
	m.stances[at] = lastWord{value, why, m.stances[at].changes + 1, a.Wall, a.Table}
}

// onlyPreference: a team prefers one alternative of a point at most.
func (m matrix) onlyPreference(a exercise.Act, e exercise.StanceTaken) {
	if e.Stance != exercise.Prefer {
		return
	}
	for at, x := range m.stances {
		if at.team == e.Team && at.alt.Point == e.Alt.Point && at.alt != e.Alt && x.value == string(exercise.Prefer) {
			m.stance(a, at, "", "")
		}
	}
}

func (m matrix) clear(a exercise.Act, point exercise.PointID, team exercise.TeamID) {
	for at, x := range m.stances {
		if at.team == team && at.alt.Point == point && x.value != "" {
			m.stance(a, at, "", "")
		}
	}
}

func (m matrix) position(a exercise.Act, id exercise.DecisionID, team exercise.TeamID) {
	at := positionCell{id, team}
	m.positions[at] = lastWord{changes: m.positions[at].changes + 1, wall: a.Wall, table: a.Table}
}

var pointType = reflect.TypeFor[exercise.Point]()

// eachPoint visits every point of a value, an outer one before those inside.
func eachPoint(v reflect.Value, visit func(exercise.Point)) {
	switch {
	case v.Kind() == reflect.Struct:
		if v.Type() == pointType {
			visit(v.Interface().(exercise.Point))
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachPoint(v.Field(i), visit)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			eachPoint(v.Index(i), visit)
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		eachPoint(v.Elem(), visit)
	}
}
