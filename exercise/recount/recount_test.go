package recount_test

import (
	"slices"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/exercise/recount"
	"kefi/scenarios"
	"kefi/scenarios/format"
)

// play is a recorded play of copycat, everybody seated at the second reading
// of clause 3.
type play struct {
	t    *testing.T
	s    exercise.State
	now  int64
	acts []exercise.Act
}

func newPlay(t *testing.T) *play {
	t.Helper()
	sc, findings := format.Load(scenarios.FS, "copycat")
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	p := &play{t: t, s: exercise.New(), now: 1_790_000_000_000}
	p.do("", exercise.Begin{Name: "demo", Scenario: format.Draw(sc, 7), Seed: 7, Version: "test"})
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, exercise.Sit{Via: "screen"})
		p.do(seat.ID, exercise.Agree{})
	}
	p.do("chair", exercise.Start{})
	p.do("chair", exercise.EnterPhase{Phase: exercise.Table})
	p.do("chair", exercise.OpenItem{Name: "3"})
	return p
}

func (p *play) do(seat exercise.SeatID, c exercise.Command) {
	p.t.Helper()
	p.now += 100
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

// pass lets time go by; what falls due is recorded as it would be.
func (p *play) pass(seconds int64) {
	p.t.Helper()
	end := p.now + seconds*1000
	for due, ok := p.s.Due(); ok && due.At <= end; due, ok = p.s.Due() {
		act, err := exercise.Decide(p.s, "", due.At, exercise.Tick{})
		if err != nil {
			p.t.Fatal(err)
		}
		p.take(act)
	}
	p.now = end
}

func (p *play) positions(list string) {
	p.t.Helper()
	for one := range strings.SplitSeq(list, ", ") {
		seat, kind, _ := strings.Cut(one, " ")
		c := exercise.TakePosition{Position: exercise.PositionKind(kind)}
		if c.Position == exercise.Objects {
			c.Words = exercise.T("no")
		}
		p.do(exercise.SeatID(seat), c)
	}
}

func put(old, fresh string) exercise.Amend {
	return exercise.Amend{Clause: "3", Edits: []exercise.Edit{{Para: "3.3", Old: exercise.T(old), New: exercise.T(fresh)}}}
}

func (p *play) recount(procedure string) recount.Result {
	p.t.Helper()
	x, err := recount.Play(p.acts, procedure)
	if err != nil {
		p.t.Fatalf("%s: %v", procedure, err)
	}
	return x
}

func became(x recount.Result) (out []string) {
	for _, d := range x.Decisions {
		out = append(out, string(d.Outcome)+" "+string(d.Binding))
	}
	return out
}

func TestUnderItsOwnProcedureTheRecountIsThePlay(t *testing.T) {
	p := newPlay(t)
	p.do("hydra", put("notice", "message"))
	p.do("hydra", exercise.Withdraw{Amendment: "A1"})
	p.do("chair", exercise.Put{X: []exercise.Subject{"3.1a/1"}})
	p.positions("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept, plumb object")
	p.pass(180)
	p.do("chair", exercise.Gavel{X: "3.1b/1"})
	p.pass(60)
	x := p.recount(exercise.Lateral)
	if len(x.Refused) > 0 {
		t.Errorf("refused: %+v", x.Refused)
	}
	for i, d := range p.s.Room(exercise.TableRoom, nil).Decisions {
		if x.Decisions[i].Outcome != d.Outcome || !x.Decisions[i].Asked {
			t.Errorf("%s is %s in the play and %+v in the recount", d.ID, d.Outcome, x.Decisions[i])
		}
	}
}

func TestWhoWasPivotal(t *testing.T) {
	p := newPlay(t)
	p.do("chair", exercise.Put{X: []exercise.Subject{"3.1a/1"}})
	p.positions("arcadia accept, meridia accept, hydra object, forge object, lantern accept, plumb accept")
	p.pass(180)
	for procedure, want := range map[string]string{
		exercise.Lateral:      "not carried ε",
		exercise.Track1:       "carried ",
		exercise.Consultative: "carried ",
		exercise.TwoThirds:    "not carried ε",
	} {
		x := p.recount(procedure)
		if got := became(x); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s", procedure, got, want)
		}
		refused := slices.ContainsFunc(x.Refused, func(r recount.Refused) bool { return r.Seat == "hydra" && r.Command == "position" })
		if counted := procedure == exercise.Lateral || procedure == exercise.TwoThirds; counted == refused {
			t.Errorf("%s refused %+v", procedure, x.Refused)
		}
	}
}

// Where an amendment is refused or waits as input the later ones have other
// numbers; they are meant all the same.
func TestAmendmentsKeepTheirMeaning(t *testing.T) {
	p := newPlay(t)
	p.do("hydra", put("the services affected", "the services struck"))
	p.do("arcadia", put("the services affected", "the services hit"))
	p.do("chair", exercise.Put{X: []exercise.Subject{"A2"}})
	p.positions("arcadia accept, meridia accept, hydra accept, forge accept, lantern accept, plumb accept")
	p.pass(30)
	for _, procedure := range []string{exercise.Lateral, exercise.Track1, exercise.Consultative} {
		if got := became(p.recount(procedure)); len(got) != 1 || got[0] != "carried " {
			t.Errorf("%s: %v", procedure, got)
		}
	}
}

func TestARecordThatIsNone(t *testing.T) {
	if _, err := recount.Play(nil, exercise.Lateral); err == nil {
		t.Error("an empty record was counted")
	}
	p := newPlay(t)
	if _, err := recount.Play(p.acts, "plenary"); err == nil || !strings.Contains(err.Error(), "plenary") {
		t.Errorf("plenary: %v", err)
	}
	if _, err := recount.Play(p.acts[1:], exercise.Lateral); err == nil {
		t.Error("a record without its scenario was counted")
	}
}
