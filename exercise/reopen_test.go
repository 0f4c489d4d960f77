package exercise

import (
	"slices"
	"strings"
	"testing"
)

// gavelled asks for objections and lets the gavel fall.
func (p *play) gavelled(xs ...Subject) {
	p.t.Helper()
	for _, x := range xs {
		p.do("chair", Gavel{X: x})
		p.pass(31 * second)
	}
}

// acceptAdRef carries what is put, Hydra's board having half an hour to agree.
func (p *play) acceptAdRef() {
	p.t.Helper()
	p.answers("arcadia accept, meridia accept, forge accept, lantern accept, plumb accept")
	p.do("hydra", TakePosition{Position: Accept, AdRef: 30 * minute})
	p.pass(16 * second)
}

func (p *play) state(id ClauseID) ClauseState {
	c, _ := p.s.clause(id)
	return c.State
}

func TestAnAgreedClauseIsAmendedOnlyAfterItIsReopened(t *testing.T) {
	p := atTable(t)
	p.gavelled("3.1a/1", "3.1b/1", "3")
	agreed := p.read("3.1")
	p.refused("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}}, ErrNotNow, "reopened")
	p.do("hydra", RequestReopen{X: "3"})
	p.refused("hydra", RequestReopen{X: "3"}, ErrNotNow, "asked for that already")
	if list := p.s.Own("chair").Chair.Requests; len(list) != 1 || list[0].String() != "Hydra asks to reopen 3." {
		t.Errorf("the chair sees %q", list)
	}
	p.refused("hydra", Reopen{X: "3"}, ErrRole, "chair")
	p.do("chair", Reopen{X: "3"})
	if s := p.room().Standing; len(s) != 1 || s[0].Form != FormReopening || !strings.Contains(p.last(), "reopening clause 3") {
		t.Fatalf("it stands as %+v", s)
	}
	p.pass(31 * second)
	if p.state("3") != ClauseReopened || p.read("3.1") != agreed {
		t.Fatalf("clause 3 is %s and reads %s", p.state("3"), p.read("3.1"))
	}
	d := p.room().Decisions
	if d[0].Voided || d[1].Voided || !d[2].Voided || d[2].Outcome != Carried {
		t.Errorf("what was said on the clause is void, on its points not: %+v", d)
	}
	if list := p.s.Own("chair").Chair.Requests; len(list) > 0 {
		t.Errorf("the chair still sees %q", list)
	}
	p.lodge("hydra", "24", "48")
	p.gavelled("A1", "3")
	if p.state("3") != ClauseAgreed || !strings.Contains(p.read("3.1"), "within 48 hours") {
		t.Errorf("clause 3 is %s and reads %s", p.state("3"), p.read("3.1"))
	}
	p.done()
}

func TestReopeningAndAgreeingAgainGivesTheSameText(t *testing.T) {
	p := atTable(t)
	p.agreeAll()
	before := []string{p.read("1.1"), p.read("2.1"), p.read("3.1"), p.read("3.2")}
	for _, id := range []Subject{"1", "2", "3"} {
		p.do("chair", Reopen{X: id})
		p.pass(31 * second)
	}
	p.gavelled("1", "2", "3")
	if after := []string{p.read("1.1"), p.read("2.1"), p.read("3.1"), p.read("3.2")}; !slices.Equal(before, after) {
		t.Errorf("the text was %q and is %q", before, after)
	}
	p.done()
}

func TestAnObjectionStopsAReopening(t *testing.T) {
	p := atTable(t)
	p.gavelled("2.1a/1", "2")
	p.do("chair", Reopen{X: "2"})
	p.refused("chair", Reopen{X: "2"}, ErrNotNow, "stands")
	p.do("hydra", Object{Why: T("We have only just agreed it.")})
	if d := p.room().Decisions; d[len(d)-1].Outcome != ObjectedTo || p.state("2") != ClauseAgreed {
		t.Errorf("clause 2 is %s after %+v", p.state("2"), d[len(d)-1])
	}
	p.refused("chair", Reopen{X: "3"}, ErrNotNow, "is open")
	p.refused("chair", Reopen{X: "text"}, ErrNotNow, "has not been adopted")
	p.refused("chair", Reopen{X: "A7"}, ErrUnknown, "Name a clause")
	p.done()
}

func TestReopeningTheAdoptedTextReturnsToTheTable(t *testing.T) {
	for _, x := range []Subject{"3", "text"} {
		p := atTable(t)
		p.agreeAll()
		p.gavelled("text")
		p.do("chair", EnterPhase{Phase: Closing})
		p.do("hydra", Sign{Reservations: []Reservation{{Clause: "3", Words: T("Not our pumps.")}}})
		p.do("chair", Reopen{X: x})
		p.pass(31 * second)
		v := p.room()
		if v.Phase != Table || v.Closing != nil && v.Closing.Adopted {
			t.Errorf("%s: the phase is %s, the closing %+v", x, v.Phase, v.Closing)
		}
		if len(v.Voided) != 1 || v.Voided[0].Reservations[0].Text != "Not our pumps." {
			t.Errorf("%s: the reservation stays on record: %+v", x, v.Voided)
		}
		want := ClauseReopened
		if x == WholeText {
			want = ClauseAgreed
		}
		if p.state("3") != want || p.state("1") != ClauseAgreed {
			t.Errorf("%s: the clauses are %s and %s", x, p.state("1"), p.state("3"))
		}
		p.done()
	}
}

func TestADeferredClauseComesBackWithItsBrackets(t *testing.T) {
	p := atTable(t)
	was := p.read("2.1")
	p.do("chair", Defer{Clauses: []ClauseID{"2"}})
	p.pass(31 * second)
	p.do("chair", Reopen{X: "2"})
	p.pass(31 * second)
	if p.state("2") != ClauseReopened || p.read("2.1") != was {
		t.Errorf("clause 2 is %s and reads %s", p.state("2"), p.read("2.1"))
	}
	p.done()
}

func TestADeletedClauseComesBackWithItsPoint(t *testing.T) {
	p := atTable(t)
	was := p.read("2.1")
	p.do("hydra", Amend{Clause: "2", Delete: true})
	lodged := p.read("2.1")
	p.gavelled("A1")
	if p.state("2") != ClauseDeleted {
		t.Fatalf("clause 2 is %s", p.state("2"))
	}
	p.do("chair", Reopen{X: "2"})
	p.pass(31 * second)
	if p.state("2") != ClauseReopened || p.read("2.1") != lodged {
		t.Errorf("clause 2 is %s and reads %s, before the amendment %s", p.state("2"), p.read("2.1"), was)
	}
	if a := p.room().Amendments[0]; a.State != AmendmentLodged {
		t.Errorf("A1 is %s", a.State)
	}
	p.done()
}

// A team declared absent comes back; what was decided meanwhile is its to
// have reopened, for five minutes, unless a majority objects.
func TestTheReturnedTeamsRight(t *testing.T) {
	cases := map[string]struct {
		objectors []SeatID
		granted   bool
	}{
		"nobody objects":     {nil, true},
		"half of them":       {[]SeatID{"arcadia", "meridia", "forge"}, true},
		"a majority objects": {[]SeatID{"arcadia", "meridia", "forge", "lantern"}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			p.do("hydra", Leave{})
			p.pass(4 * minute)
			p.do("chair", DeclareAbsent{Team: "hydra"})
			p.gavelled("3.1b/1", "2.1a/1", "2")
			p.do("hydra", Sit{Via: "screen"})
			p.gavelled("3.1a/1")
			p.do("hydra", RequestReopen{X: "3.1a/1"})
			if !strings.Contains(p.last(), "asks the chair") {
				t.Errorf("what was decided in its presence is only asked for: %s", p.last())
			}
			p.do("hydra", RequestReopen{X: "3.1b/1"})
			for _, seat := range c.objectors {
				p.do(seat, Object{X: "D1", Why: T("No.")})
			}
			p.pass(31 * second)
			if open := strings.Contains(p.read("3.1"), "[24 | 72]"); open != c.granted {
				t.Errorf("3.1 reads %s: %s", p.read("3.1"), p.room().Decisions[len(p.room().Decisions)-1].Sentence)
			}
			p.pass(5 * minute)
			p.do("hydra", RequestReopen{X: "2"})
			if len(p.room().Standing) > 0 {
				t.Error("after five minutes it is only asked for")
			}
			p.done()
		})
	}
}

// An acceptance ad referendum is not cleared, after the paragraph has changed.
func TestAPointComesBackWhereItsWordsStillStand(t *testing.T) {
	cases := map[string]struct {
		since func(*play)
		reads string
		kept  bool
	}{
		"nothing since":         {func(*play) {}, "[shall | should] notify the operators concerned within [24 | 72] hours", false},
		"another point decided": {func(p *play) { p.gavelled("3.1a/1") }, "shall notify the operators concerned within [24 | 72] hours", false},
		"words beside it amended": {
			func(p *play) { p.lodge("forge", "hours of", "working hours of") },
			"within [24 | 72] [hours of | working hours of] becoming", false,
		},
		"decided words beside it": {
			func(p *play) { p.lodge("forge", "hours of", "working hours of"); p.gavelled("A1") },
			"within [24 | 72] working hours of becoming", false,
		},
		"inside a later point": {
			func(p *play) { p.lodge("forge", "within 24 hours", "at once, and within 24 hours,") },
			"[within [24 | 72] hours | at once, and within 24 hours,]", false,
		},
		"put in other words": {
			func(p *play) { p.lodge("forge", "within 24 hours", "at once"); p.gavelled("A1") },
			"concerned at once of becoming", true,
		},
		"the clause agreed":   {func(p *play) { p.gavelled("3.1a/1", "3") }, "within [24 | 72] hours", false},
		"the clause deferred": {func(p *play) { p.do("chair", Defer{Clauses: []ClauseID{"3"}}); p.pass(31 * second) }, "within [24 | 72] hours", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			p.do("hydra", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Prefer})
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.acceptAdRef()
			c.since(p)
			p.do("hydra", NotCleared{X: "3.1b/1", Why: T("The board wants 72.")})
			if now := p.read("3.1"); !strings.Contains(now, c.reads) {
				t.Errorf("3.1 reads %s", now)
			}
			if kept := p.feedHas("3.1b stays closed"); kept != c.kept {
				t.Errorf("the record says that it stays closed: %v", kept)
			}
			if d := p.room().Decisions[0]; d.Outcome != Postponed || !d.AdRef[0].Lapsed || d.AdRef[0].Why != "The board wants 72." {
				t.Errorf("the decision is %+v", d)
			}
			if !c.kept && len(p.s.openStances(AltID{"3.1b", 2})) != 1 {
				t.Error("the stances on it are lost")
			}
			if name == "the clause agreed" && p.state("3") != ClauseReopened || name == "the clause deferred" && p.state("3") != ClauseDeferred {
				t.Errorf("clause 3 is %s", p.state("3"))
			}
			if !c.kept && name != "the clause deferred" {
				p.gavelled("3.1b/2")
				if now := p.read("3.1"); !strings.Contains(now, "72") || strings.Contains(now, "[24 | 72]") {
					t.Errorf("decided again, 3.1 reads %s", now)
				}
			}
			p.done()
		})
	}
}

func TestADeletedSpanComesBackBetweenItsNeighbours(t *testing.T) {
	p := atTable(t)
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("concerned")}}})
	was := p.read("3.1")
	p.do("chair", Put{X: []Subject{"A1"}})
	p.acceptAdRef()
	p.gavelled("3.1a/1")
	p.do("hydra", NotCleared{Why: T("No.")})
	if now := p.read("3.1"); now != strings.Replace(was, "[shall | should]", "shall", 1) {
		t.Errorf("3.1 read %s and reads %s", was, now)
	}
	if a := p.room().Amendments[0]; a.State != AmendmentLodged {
		t.Errorf("A1 is %s", a.State)
	}
	p.done()
}

func TestAdRefDeadlinesAreThoseOfTheTable(t *testing.T) {
	cases := map[string]func(*play){
		"a suspension":         func(p *play) { p.do("chair", Suspend{Time: 10 * minute}); p.pass(10 * minute) },
		"a suspension cut off": func(p *play) { p.do("chair", Suspend{Time: 20 * minute}); p.pass(10 * minute); p.do("chair", Next{}) },
		"a pause":              func(p *play) { p.do("chair", Pause{}); p.pass(10 * minute); p.do("chair", Resume{}) },
	}
	for name, between := range cases {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			p.do("chair", Put{X: []Subject{"3.1b/1"}})
			p.answers("arcadia accept, meridia accept, hydra ad-ref, forge accept, lantern accept, plumb accept")
			p.pass(16 * second) // one minute to clear it
			between(p)
			p.pass(50 * second)
			if d := p.room().Decisions[0]; d.Outcome != Carried {
				t.Fatalf("it lapsed early: %+v", d)
			}
			p.refused("chair", Gavel{X: "text"}, ErrNotNow)
			p.pass(11 * second)
			if d := p.room().Decisions[0]; d.Outcome != Postponed {
				t.Errorf("it did not lapse: %+v", d)
			}
			p.done()
		})
	}
}

// A divided clause is agreed by paragraphs, and each can be reopened.
func TestAParagraphDecidedByItselfIsReopened(t *testing.T) {
	p := atTable(t)
	p.do("hydra", Divide{Para: "3.2"})
	p.gavelled("M1", "3.2")
	p.refused("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}, ErrNotNow)
	p.do("chair", Undo{})
	if c := p.room().Clauses[2]; len(c.Agreed) > 0 {
		t.Fatalf("taken back, %v is agreed", c.Agreed)
	}
	p.gavelled("3.2")
	p.do("chair", Reopen{X: "3.2"})
	p.pass(31 * second)
	if c := p.room().Clauses[2]; len(c.Agreed) > 0 || c.State != ClauseOpen {
		t.Errorf("clause 3 is %s, agreed are %v", c.State, c.Agreed)
	}
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.done()
}
