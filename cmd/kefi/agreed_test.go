package main

import (
	"testing"

	"kefi/exercise"
)

// agreeing is a data folder in which exercises were played until clauses were
// agreed.
type agreeing struct {
	*played
	name string
}

// agree plays an exercise of first-table as name: each alternative is put and
// accepted by all, then each clause named.
func (p *played) agree(name string, change func(*exercise.Scenario), alts []exercise.Subject, clauses ...exercise.Subject) {
	p.Helper()
	a := p.atTable(name, change)
	for _, x := range append(alts, clauses...) {
		a.decide(x)
	}
	a.do("chair", exercise.End{})
	a.do("chair", exercise.EnterPhase{Phase: exercise.Closed})
}

// atTable begins an exercise of first-table as name.
func (p *played) atTable(name string, change func(*exercise.Scenario)) agreeing {
	p.Helper()
	sc, err := loadScenario("first-table")
	if err != nil {
		p.Fatal(err)
	}
	if change != nil {
		change(&sc)
	}
	if err := p.h.create(p.Context(), name, sc, 1, 1); err != nil {
		p.Fatal(err)
	}
	a := agreeing{p, name}
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell", "chair", "recorder"} {
		a.do(seat, exercise.Sit{Via: "screen"})
		a.do(seat, exercise.Agree{Research: "yes"})
	}
	a.do("chair", exercise.Start{})
	for _, item := range []string{"1", "2"} {
		a.do("chair", exercise.OpenItem{Name: item})
	}
	return a
}

func (a agreeing) decide(x exercise.Subject) {
	a.Helper()
	a.do("chair", exercise.Put{X: []exercise.Subject{x}})
	for _, seat := range []exercise.SeatID{"norrow", "pellwater", "lampwell"} {
		a.do(seat, exercise.TakePosition{X: x, Position: exercise.Accept})
	}
	a.do("chair", exercise.Close{X: x})
}

func (a agreeing) do(seat exercise.SeatID, c exercise.Command) {
	a.Helper()
	s, err := a.h.table(a.name).Seat(seat)
	if err == nil {
		_, err = s.Submit(a.Context(), c)
	}
	if err != nil {
		a.Fatalf("%s: %s: %s: %v", a.name, seat, exercise.CommandName(c), err)
	}
}

// agreedRuns is the data folder of some exercises that agreed on clause 2, each
// with another number of minutes in it.
func agreedRuns(t *testing.T, names ...string) *played {
	t.Helper()
	p := &played{T: t, data: t.TempDir()}
	p.open()
	for i, name := range names {
		minutes := exercise.Subject([]string{"2.1a/1", "2.1a/2"}[i%2])
		p.agree(name, nil, []exercise.Subject{minutes, "2.2a/1"}, "2")
	}
	p.close()
	return p
}
