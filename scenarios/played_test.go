package scenarios_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"kefi/exercise"
	"kefi/scenarios/format"
)

// played is a scenario at a test's hands: everybody sits, and the table's
// first item is open.
type played struct {
	t   *testing.T
	s   exercise.State
	now int64 // wall ms
}

func seated(t *testing.T, name string) *played {
	t.Helper()
	p := &played{t: t, s: exercise.New(), now: 1_790_000_000_000}
	sc := format.Draw(load(t, name), 7)
	p.do("", exercise.Begin{Name: "test", Scenario: sc, Seed: 7, Version: "test"})
	for _, seat := range sc.Seats {
		p.do(seat.ID, exercise.Sit{Via: "screen"})
		p.do(seat.ID, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Table})
	return p
}

// do submits a command that must be accepted.
func (p *played) do(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	p.now++
	act, err := exercise.Decide(p.s, seat, p.now, c)
	if err != nil {
		p.t.Fatalf("%s: %s refused: %v", seat, exercise.CommandName(c), err)
	}
	p.s = exercise.Evolve(p.s, act)
}

// pass lets time go by; what falls due happens at its time.
func (p *played) pass(d time.Duration) {
	p.t.Helper()
	end := p.now + d.Milliseconds()
	for due, ok := p.s.Due(); ok && due.At <= end; due, ok = p.s.Due() {
		act, err := exercise.Decide(p.s, "", due.At, exercise.Tick{})
		if err != nil {
			p.t.Fatal(err)
		}
		p.s = exercise.Evolve(p.s, act)
	}
	p.now = end
}

// agree opens a clause and gavels what is named, then the clause.
func (p *played) agree(clause exercise.ClauseID, xs ...exercise.Subject) {
	p.t.Helper()
	p.do("chair", exercise.OpenItem{Name: string(clause)})
	for _, x := range append(xs, exercise.Subject(clause)) {
		p.do("chair", exercise.Gavel{X: x})
		p.pass(2 * time.Minute) // an inject to all stops the gavel while people read
	}
	if c := p.clause(clause); c.State != exercise.ClauseAgreed {
		p.t.Fatalf("clause %s is %s", clause, c.State)
	}
}

func (p *played) room() *exercise.RoomView { return p.s.Room(exercise.TableRoom, nil) }

func (p *played) clause(id exercise.ClauseID) exercise.ClauseView {
	p.t.Helper()
	clauses := p.room().Clauses
	i := slices.IndexFunc(clauses, func(c exercise.ClauseView) bool { return c.ID == id })
	if i < 0 {
		p.t.Fatalf("there is no clause %s", id)
	}
	return clauses[i]
}

// words of a paragraph that has no open point.
func (p *played) words(id exercise.ParaID) string {
	p.t.Helper()
	clause, _, _ := strings.Cut(string(id), ".")
	text := ""
	for _, para := range p.clause(exercise.ClauseID(clause)).Paras {
		for _, n := range para.Nodes {
			if para.ID == id {
				text += n.Text
			}
		}
	}
	return text
}

// got says whether an incident of that title has reached the seat, or all.
func (p *played) got(seat exercise.SeatID, title string) bool {
	is := func(x exercise.IncidentView) bool { return x.Title == title }
	return slices.ContainsFunc(p.s.Own(seat).Incidents, is) || slices.ContainsFunc(p.room().Incidents, is)
}
