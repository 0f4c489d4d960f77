package figures_test

import (
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/figures"
)

const (
	second = int64(1000)
	minute = 60 * second
)

// play is a small exercise at a test's hands: one delegation a track.
type play struct {
	t    testing.TB
	s    exercise.State
	now  int64
	acts []exercise.Act
}

func harbour() exercise.Scenario {
	sc := exercise.Scenario{
		Name: "harbour", Title: "Harbour Accord", Zone: "UTC", Procedure: exercise.Lateral, Language: "en", Situation: exercise.T("A port is dark."),
		Clauses: []exercise.ClauseSpec{
			{ID: "1", Title: exercise.T("Terms"), Paras: []exercise.Text{exercise.T("Party means any signatory [of whatever track | ].")}},
			{ID: "2", Title: exercise.T("Notice"), Paras: []exercise.Text{exercise.T("Each Party [shall | should] notify the operators within [24 | 72] hours of an incident.")}},
		},
		Agenda: []exercise.AgendaItem{
			{Name: "2", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"2"}, Minutes: 30, Mode: "open"},
			{Name: "1", Kind: exercise.SecondReading, Clauses: []exercise.ClauseID{"1"}, Minutes: 10, Mode: "queue"},
			{Name: "endgame", Kind: exercise.Endgame, Minutes: 5},
		},
		Times: exercise.Times{
			Turn: 75 * second, Gavel: 30 * second, Wait: 60 * second, Put: 2 * minute, Settle: 15 * second, Order: minute, Reflect: 90 * second, Reading: 45 * second,
		},
		Injects: []exercise.Inject{
			{ID: "I1", Kind: exercise.ExpectedAction, From: "CERT", To: []string{"all"}, At: -1, Reserve: true, Title: exercise.T("Outage"), Body: exercise.T("Dark."), Asks: exercise.T("What now?"), AnswerIn: 2 * minute, Expected: exercise.T("A notice.")},
			{ID: "I2", Kind: exercise.Contextual, From: "Board", To: []string{"hydra"}, At: -1, Reserve: true, Title: exercise.T("A call"), Body: exercise.T("Worried.")},
		},
		Personas: []exercise.Persona{{Name: "CERT"}, {Name: "Board"}},
	}
	for i, name := range []string{"Arcadia", "Hydra", "Lantern"} {
		id := strings.ToLower(name)
		sc.Teams = append(sc.Teams, exercise.Team{ID: exercise.TeamID(id), Name: name, Track: exercise.Tracks()[i], Seats: []exercise.SeatID{exercise.SeatID(id)}})
		sc.Seats = append(sc.Seats, exercise.Seat{ID: exercise.SeatID(id), Name: name, Team: exercise.TeamID(id), Roles: []exercise.Role{exercise.Delegate}})
	}
	sc.Seats = append(sc.Seats, exercise.Seat{ID: "chair", Name: "Chair", Roles: []exercise.Role{exercise.Chair, exercise.Control, exercise.SimCell}})
	return sc
}

// atTable is one whose table is open at clause 2, everybody seated.
func atTable(t testing.TB, change ...func(*exercise.Scenario)) *play {
	t.Helper()
	sc := harbour()
	for _, f := range change {
		f(&sc)
	}
	p := &play{t: t, s: exercise.New(), now: 1_790_000_000_000}
	p.do("", exercise.Begin{Name: "demo", Scenario: sc, Seed: 7, Version: "test"})
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, exercise.Sit{Via: "screen"})
		p.do(seat.ID, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	if p.s.Phase() != exercise.Table {
		p.do("chair", exercise.EnterPhase{Phase: exercise.Table})
	}
	p.do("chair", exercise.OpenItem{Name: "2"})
	return p
}

// do submits what must be accepted. No time passes.
func (p *play) do(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	act, err := exercise.Decide(p.s, seat, p.now, c)
	if err != nil {
		p.t.Fatalf("%s: %s: %v", seat, exercise.CommandName(c), err)
	}
	p.take(act)
}

func (p *play) take(act exercise.Act) {
	p.s = exercise.Evolve(p.s, act)
	p.acts = append(p.acts, act)
}

// pass lets time go by; what falls due happens.
func (p *play) pass(ms int64) {
	p.t.Helper()
	end := p.now + ms
	for due, ok := p.s.Due(); ok && due.At <= end; due, ok = p.s.Due() {
		act, err := exercise.Decide(p.s, "", due.At, exercise.Tick{})
		if err != nil {
			p.t.Fatal(err)
		}
		p.take(act)
	}
	p.now = end
}

// figures are those of the play, and of its record as it would be read again.
func (p *play) figures() figures.Figures {
	p.t.Helper()
	var stored []exercise.Act
	for _, act := range p.acts {
		parts, err := exercise.Encode(act)
		if err != nil {
			p.t.Fatal(err)
		}
		act, err = exercise.Decode(parts)
		if err != nil {
			p.t.Fatal(err)
		}
		stored = append(stored, act)
	}
	f := figures.Of(p.acts)
	if again := figures.Of(stored); !reflect.DeepEqual(f, again) {
		p.t.Errorf("the record gives other figures:\n%+v\n%+v", again, f)
	}
	return f
}

func (p *play) say(seat exercise.SeatID, words string) {
	p.t.Helper()
	p.do(seat, exercise.Say{Words: exercise.T(words)})
}

func (p *play) stance(seat exercise.SeatID, alt string, stance exercise.Stance, toChair bool) {
	p.t.Helper()
	c := exercise.TakeStance{Stance: stance, ToChair: toChair}
	if err := c.Alt.UnmarshalText([]byte(alt)); err != nil {
		p.t.Fatal(err)
	}
	if stance == exercise.Cannot {
		c.Why = exercise.T("no")
	}
	p.do(seat, c)
}

// gavel lets a gavel fall on each of these in turn.
func (p *play) gavel(xs ...exercise.Subject) {
	p.t.Helper()
	for _, x := range xs {
		p.do("chair", exercise.Gavel{X: x})
		p.pass(30 * second)
	}
}

func amend(old, fresh string) exercise.Amend {
	return exercise.Amend{Clause: "2", Edits: []exercise.Edit{{Para: "2.1", Old: exercise.T(old), New: exercise.T(fresh)}}}
}
