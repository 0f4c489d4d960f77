package exercise

import (
	"strings"
	"testing"
)

// Cases in which words, decisions or clocks once went astray.

func TestAnAmendmentWithoutSponsorsIsStillShown(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("36")}}})
	p.do("meridia", TakeStance{Alt: AltID{"3.1b", 3}, Stance: Prefer})
	p.do("hydra", Withdraw{Amendment: "A1"})
	p.pass(2 * minute)
	if d := p.room().Decisions[0]; d.Outcome != Carried {
		t.Errorf("the objection was withdrawn with its sponsor: %+v", d)
	}
	p.done()
}

func TestAsItStandsCanBePreferredAndDecided(t *testing.T) {
	p := atTable(t)
	p.do("plumb", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("should notify the operators concerned within 24"), New: T("shall notify")}}})
	p.do("hydra", TakeStance{Alt: AltID{"3.1c", 1}, Stance: Prefer})
	p.do("chair", Gavel{X: "3.1c/1"})
	p.pass(31 * second)
	if got := p.read("3.1"); !strings.Contains(got, "[shall | should]") || !strings.Contains(got, "[24 | 72]") {
		t.Errorf("only the outer brackets go: %s", got)
	}
	p.done()
}

func TestExpungingReachesEveryLineThatQuotes(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("nature, which JANEDOE leaked,")}}})
	feed := p.room().Feed
	no := feed[len(feed)-1].No
	p.do("hydra", TakeStance{Alt: AltID{"3.2a", 2}, Stance: CanLive})
	p.do("chair", Gavel{X: "3.2a/2"})
	p.pass(31 * second)
	p.do("chair", Say{Words: T("a")})
	p.do("chair", Expunge{No: no, Why: T("a person")})
	p.do("recorder", ConfirmExpunge{No: no})
	if strings.Contains(p.views(), "JANEDOE") {
		t.Error("the words are still to be read")
	}
	if title := p.room().Decisions[0].Title; title.String() != "3.2a/2" {
		t.Errorf("the decision is called %q", title)
	}
	p.done()
}

func TestAClauseIsNotAgreedWithAnOpenPoint(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "2.1a/1"})
	p.pass(31 * second)
	p.do("chair", Gavel{X: "2"})
	p.do("hydra", Amend{Clause: "2", Edits: []Edit{{Para: "2.1", Old: T("meet"), New: T("gather")}}})
	p.do("hydra", Withdraw{Amendment: "A1"})
	p.pass(2 * minute)
	if c := p.room().Clauses[1]; c.State == ClauseAgreed {
		t.Errorf("clause 2 is %s and reads %s", c.State, p.read("2.1"))
	}
	p.done()
}

func TestAGavelDoesNotFallWithoutAWholeTrack(t *testing.T) {
	p := atTable(t)
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("lantern", Leave{})
	p.do("plumb", Leave{})
	p.pass(31 * second)
	if d := p.room().Decisions[0]; d.Outcome != Postponed || !strings.Contains(d.Sentence.String(), "φ") {
		t.Errorf("the decision is %+v", d)
	}
	p.done()
}

func TestALapseKeepsWhatCameLater(t *testing.T) {
	p := atTable(t)
	p.do("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
	p.do("chair", Put{X: []Subject{"A1"}})
	p.answers("arcadia accept, meridia accept, hydra ad-ref, forge accept, lantern accept, plumb accept")
	p.pass(16 * second)
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.pass(2 * minute)
	if a, b := p.read("3.1"), p.read("3.2"); !strings.Contains(a, "[24 | 72 | 48]") || !strings.Contains(b, "[nature | kind]") {
		t.Errorf("after the lapse: %s %s", a, b)
	}
	if a := p.room().Amendments[0]; a.State != AmendmentLodged {
		t.Errorf("A1 is %s", a.State)
	}
	p.refused("chair", Undo{}, ErrNotNow)
	p.done()
}

func TestTheChairTakesTheFloorBack(t *testing.T) {
	p := atTable(t)
	p.do("chair", OpenItem{Name: "suspension"})
	p.do("chair", GiveFloor{Team: "hydra"})
	p.do("chair", Next{})
	if f := p.room().Floor; f.Speaker != "" {
		t.Errorf("the floor is %+v", f)
	}
	p.do("chair", OpenItem{Name: "endgame"})
	p.do("hydra", Hand{})
	p.do("chair", Skip{Team: "hydra"})
	if f := p.room().Floor; f.Speaker == "hydra" {
		t.Error("a team that is skipped has the floor at once again")
	}
	p.done()
}

func TestAPrivateInjectHasNoEmptyName(t *testing.T) {
	p := atTable(t)
	p.do("chair", SendInject{Inject: "I2", Now: true})
	p.refused("arcadia", AnswerInject{Inject: "", Words: T("mine?")}, ErrUnknown)
}

func TestAStopGivesTheHotWashItsTimeBack(t *testing.T) {
	p := atTable(t)
	p.do("chair", EnterPhase{Phase: HotWash})
	p.do("chair", Question{Words: T("What to keep?")})
	until := p.room().HotWash.Until
	p.do("hydra", RealWorld{Words: T("alarm")})
	p.pass(10 * minute)
	p.do("chair", Resume{})
	if got := p.room().HotWash.Until - until; got < 10*minute {
		t.Errorf("the question ends %d ms later", got)
	}
	p.done()
}

func TestNobodyAtTheTableStopsItsClock(t *testing.T) {
	p := newPlay(t)
	for _, seat := range p.s.Plan().Seats {
		p.do(seat.ID, Agree{})
	}
	p.do("chair", Sit{Via: "screen"})
	p.do("chair", Start{})
	p.do("chair", EnterPhase{Phase: Table})
	p.do("hydra", Hand{}) // present by a verb, for ten minutes
	p.pass(9 * minute)
	if !p.room().Clocks.TableRunning {
		t.Fatal("Hydra is present for ten minutes")
	}
	p.pass(2 * minute)
	if p.room().Clocks.TableRunning {
		t.Error("nobody is at the table, and its clock runs")
	}
	p.done()
}
