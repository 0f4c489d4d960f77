package exercise

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// by plays under a procedure, with clause 3 borne by κ and ε.
func by(procedure string) func(*Scenario) {
	return func(sc *Scenario) {
		sc.Procedure = procedure
		sc.Clauses[2].Bearers = []Track{Kappa, Epsilon}
	}
}

const everyone = "arcadia accept, meridia accept, hydra accept, forge accept, lantern accept, plumb accept"

func TestProceduresDecide(t *testing.T) {
	for _, row := range []struct {
		procedure, x, given string
		outcome             Outcome
		sentence            string
		tallies             int
	}{
		{Lateral, "3.1b/1", everyone, Carried, "Carried.", 3},
		{Lateral, "3.1b/1", "arcadia accept, hydra accept", NotCarried, "Not carried: nobody in φ (philanthropy) accepted; Lantern and Plumb said nothing.", 3},
		{LateralByBearer, "3.1b/1", "arcadia accept, hydra accept", Carried, "Carried; Meridia and Forge said nothing.", 2},
		{LateralByBearer, "1.1a/1", "arcadia accept, hydra accept", NotCarried, "Not carried: nobody in φ (philanthropy) accepted; Lantern and Plumb said nothing.", 3},
		{Consultative, "3.1b/1", "arcadia accept, meridia accept", Carried, "Carried.", 1},
		{Consultative, "3.1b/1", "arcadia accept, meridia object", NotCarried, "Not carried: Meridia (κ) objects.", 1},
		{Track1, "3.1b/1", "arcadia accept, meridia not-yet", Postponed, "Postponed: Meridia (κ) awaits instructions.", 1},
		{Track2, "3.1b/1", "arcadia accept", Carried, "Carried; Meridia said nothing.", 1},
		{TwoThirds, "3.1b/1", "arcadia accept, meridia accept, hydra accept, forge object, lantern accept, plumb object", Carried, "Carried, 4 of 6 cast, 4 needed.", 4},
		{TwoThirds, "3.1b/1", "arcadia accept, meridia object, hydra accept, forge object, lantern accept, plumb object", NotCarried, "Not carried: 3 of 6 cast accepted, and at least 2/3 of cast needs 4. It is not taken up.", 4},
		{TwoThirds, "3.1b/1", "arcadia accept, meridia accept, hydra accept, forge accept, lantern object", NotCarried, "Not carried: nobody in φ (philanthropy) accepted; Plumb said nothing. It is not taken up.", 4},
	} {
		p := atTable(t, by(row.procedure))
		p.do("chair", Put{X: []Subject{Subject(row.x)}})
		p.answers(row.given)
		p.pass(3 * minute)
		d := p.room().Decisions[0]
		if d.Outcome != row.outcome || d.Sentence.String() != row.sentence || len(d.Tallies) != row.tallies {
			t.Errorf("%s, %s on %s:\n got %s, %q with %d tallies\nwant %s, %q with %d", row.procedure, row.given, row.x,
				d.Outcome, d.Sentence, len(d.Tallies), row.outcome, row.sentence, row.tallies)
		}
		p.done()
	}
}

func TestWhoIsNotCountedIsToldSo(t *testing.T) {
	p := atTable(t, by(LateralByBearer))
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.refused("lantern", TakePosition{Position: Accept}, ErrRole, "κ (government) and ε (business)", "voice")
	p.do("chair", Gavel{X: "1.1a/1"})
	p.do("lantern", Object{X: "1.1a/1", Why: T("whose track?")})
	p.done()

	p = atTable(t, by(Consultative))
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.refused("hydra", TakePosition{Position: Accept}, ErrRole, "observes", "consultative")
	p.do("chair", Gavel{X: "1.1a/1"})
	p.refused("plumb", Object{Why: T("no")}, ErrRole, "observes")
	p.done()
}

func TestWhatACountDoesNotCarryFalls(t *testing.T) {
	p := atTable(t, by(TwoThirds))
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}, {Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.do("chair", Put{X: []Subject{"A1"}})
	p.answers("hydra accept, forge accept, arcadia object, meridia object, lantern object, plumb accept")
	p.do("chair", Close{})
	room := p.room()
	if room.Amendments[0].State != AmendmentNotTakenUp || strings.Contains(p.read("3.1"), "36") || strings.Contains(p.read("3.2"), "kind") {
		t.Errorf("A1 is %s; %s %s", room.Amendments[0].State, p.read("3.1"), p.read("3.2"))
	}
	if !strings.Contains(p.read("3.2"), "[nature]") {
		t.Errorf("a point left with one alternative stays bracketed: %s", p.read("3.2"))
	}
	p.do("chair", Undo{})
	if !strings.Contains(p.read("3.1"), "36") || p.room().Amendments[0].State != AmendmentLodged {
		t.Errorf("taken back: %s", p.read("3.1"))
	}
	p.done()
}

func TestWhatAnOutcomeExcludesIsNotPut(t *testing.T) {
	p := atTable(t)
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("shall notify the operators concerned within 24 hours"), New: T("warns at once")}}})
	outer := p.room().Amendments[0].Alts[0]
	p.do("chair", Gavel{X: "3.1b/1", Time: 5 * minute})
	p.do("chair", Gavel{X: Subject(outer.String())})
	p.pass(31 * second)
	d := p.room().Decisions
	if len(d) != 2 || len(p.room().Standing) != 0 || d[0].Outcome != NotCarried || !strings.Contains(d[0].Sentence.String(), "Not decided") {
		t.Errorf("the outer point closed the inner one: %+v", d)
	}
	p.done()
}

func TestWhereNothingIsCountedItStays(t *testing.T) {
	p := atTable(t)
	p.do("chair", Put{X: []Subject{"3.1b/2"}})
	p.answers("hydra accept, arcadia object")
	p.do("chair", Close{})
	if !strings.Contains(p.read("3.1"), "[24 | 72]") {
		t.Errorf("3.1 reads %s", p.read("3.1"))
	}
	p.done()
}

func TestTheRoomReadsItsRules(t *testing.T) {
	for _, name := range ProcedureNames() {
		p := newPlay(t, by(name))
		v := p.room().Rules
		if v.Name != name || len(v.Lines) < 3 {
			t.Errorf("%s reads %+v", name, v)
		}
		for _, line := range v.Lines {
			if !strings.HasSuffix(line.String(), ".") {
				t.Errorf("%s: %q is no sentence", name, line)
			}
		}
	}
}

func TestAProcedureThatIsNone(t *testing.T) {
	sc := harbour()
	sc.Procedure = "plenary"
	if _, err := Decide(New(), "", morning, Begin{Name: "demo", Scenario: sc}); err == nil || !strings.Contains(err.Error(), "plenary") {
		t.Errorf("plenary: %v", err)
	}
	sc = withoutTrack(harbour(), Kappa)
	sc.Procedure = Consultative
	if _, err := Decide(New(), "", morning, Begin{Name: "demo", Scenario: sc}); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("consultative without κ: %v", err)
	}
}

// Where government decides, nothing that business or philanthropy does changes
// by count what becomes of the text.
func TestLawOnlyThoseWithASayAreCounted(t *testing.T) {
	for _, name := range []string{Consultative, Track1, Track2} {
		start := atTable(t, by(name))
		start.do("chair", Put{X: []Subject{"3.1b/1"}})
		start.do("chair", Gavel{X: "2.1a/1"})
		rapid.Check(t, func(rt *rapid.T) {
			p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
			for range rapid.IntRange(1, 30).Draw(rt, "length") {
				p.pass(rapid.Int64Range(0, 5).Draw(rt, "seconds") * second)
				seat, c := anyone(rt), anything(rt, p.s)
				before := p.s
				act, err := Decide(p.s, seat, p.now, c)
				if err != nil {
					continue
				}
				p.take(act)
				if team := p.s.teamOf(seat); team != "" && p.s.track(team) != Kappa {
					nothingBecomes(rt, before, p.s, act)
				}
			}
		})
	}
}

func nothingBecomes(t *rapid.T, before, after State, a Act) {
	if x, y := textOf(t, before), textOf(t, after); x != y {
		t.Fatalf("%s of %s changed the text from %s to %s", CommandName(a.Command), a.Seat, x, y)
	}
	for _, x := range before.standing() {
		if before.matter(x).procedural() {
			continue
		}
		y, _ := after.decision(x.ID)
		if y.outcome != "" || y.Until != x.Until || after.judge(y).sentence.String() != before.judge(x).sentence.String() {
			t.Fatalf("%s of %s changed %s from %q to %q", CommandName(a.Command), a.Seat, x.X, before.judge(x).sentence, after.judge(y).sentence)
		}
	}
	for alt := range before.draft.stances {
		if before.ready(alt, true) != after.ready(alt, true) {
			t.Fatalf("%s of %s changed whether %s is ready", CommandName(a.Command), a.Seat, alt)
		}
	}
}

func textOf(t *rapid.T, s State) string {
	b, err := json.Marshal(s.draft.clauses)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestControlArms(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { *sc, _ = Arm(*sc, SixGovernments) })
	for _, team := range p.room().Teams {
		if team.Track != Kappa {
			t.Errorf("%s is seated as %s", team.Name, team.Track)
		}
	}
	p.do("chair", SendInject{Inject: "I3", Now: true})
	if len(p.s.Own("hydra").Incidents) != 1 || len(p.s.Own("arcadia").Incidents) != 0 {
		t.Error("an inject to ε reaches those for whom it was written")
	}
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.answers(everyone)
	p.pass(16 * second)
	if d := p.room().Decisions[0]; d.Outcome != Carried || len(d.Tallies) != 1 {
		t.Errorf("six governments: %+v", d)
	}
	p.done()

	for arm, gone := range map[string]Track{KappaEpsilon: Phi, KappaPhi: Epsilon} {
		p := atTable(t, func(sc *Scenario) { *sc, _ = Arm(*sc, arm) })
		if slices.ContainsFunc(p.room().Teams, func(v TeamView) bool { return v.Track == gone }) || len(p.room().Teams) != 4 {
			t.Errorf("%s: %+v", arm, p.room().Teams)
		}
		p.do("chair", SendInject{Inject: "I3", Now: true})
		for _, team := range p.room().Teams {
			if reached := len(p.s.Own(SeatID(team.ID)).Incidents) > 0; reached != (team.Track == Epsilon) {
				t.Errorf("%s: the inject to ε reached %s: %v", arm, team.Name, reached)
			}
		}
		p.do("chair", Put{X: []Subject{"3.1b/1"}})
		for _, team := range p.room().Teams {
			p.do(SeatID(team.ID), TakePosition{Position: Accept})
		}
		p.pass(16 * second)
		if d := p.room().Decisions[0]; d.Outcome != Carried {
			t.Errorf("%s: %+v", arm, d)
		}
		p.done()
	}
	if _, err := Arm(harbour(), "one-government"); err == nil {
		t.Error("an arm that is none was made")
	}
}

// Replay equals live under every procedure, and no point closes undecided.
func TestLawsOfRandomPlayUnderEveryProcedure(t *testing.T) {
	for _, name := range ProcedureNames()[1:] {
		start := atTable(t, by(name))
		rapid.Check(t, func(rt *rapid.T) {
			p := &play{t: t, s: start.s, replay: start.replay, now: start.now}
			for range rapid.IntRange(1, 30).Draw(rt, "length") {
				p.pass(rapid.Int64Range(0, 40).Draw(rt, "seconds") * second)
				before := p.s
				act, err := Decide(p.s, anyone(rt), p.now, anything(rt, p.s))
				if err == nil {
					p.take(act)
					lawsOfTheText(rt, before, p.s, act)
				}
			}
			if live, replayed := allViews(t, p.s), allViews(t, p.replay); live != replayed {
				rt.Fatalf("replay differs from live play at %s", firstDifference(live, replayed))
			}
		})
	}
}
