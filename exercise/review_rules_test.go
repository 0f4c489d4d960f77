package exercise

import (
	"slices"
	"strings"
	"testing"
)

// Cases in which rules met that each worked alone.

func putting(para ParaID, what, with string) Amend {
	return Amend{Clause: clauseOf(para), Edits: []Edit{{Para: para, Old: T(what), New: T(with)}}}
}

// countFeed counts the lines of the table that contain the words.
func (p *play) countFeed(words string) int {
	n := 0
	for _, l := range p.room().Feed {
		n += bit(strings.Contains(l.Text, words))
	}
	return n
}

func TestAnAmendmentThatWaitedIsLodgedOnce(t *testing.T) {
	p := atTable(t)
	p.do("chair", Silence{X: "3.1a/1", Time: 10 * minute})
	p.pass(31 * second)
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.do("arcadia", putting("3.1", "shall", "will")) // breaks the silence once it is lodged
	p.do("hydra", putting("3.1", "concerned", "affected"))
	p.pass(3 * minute)
	if a := p.room().Amendments[1]; a.State != AmendmentLodged || p.feedHas("cannot lodge A2") {
		t.Errorf("A2 is %s, and the table reads %q", a.State, p.last())
	}
	if n := p.countFeed("lodged A2"); n != 1 {
		t.Errorf("A2 is lodged %d times", n)
	}
	p.done()
}

func TestASheetIsClosedOnceThoughOnePartExcludesAnother(t *testing.T) {
	p := atTable(t)
	p.do("plumb", putting("3.1", "should notify the operators concerned within 24", "shall notify"))
	p.do("chair", Put{X: []Subject{"3.1c/2", "3.1a/1"}})
	for _, team := range p.s.say() {
		p.do(SeatID(team), TakePosition{X: "3.1c/2", Position: Accept})
		p.do(SeatID(team), TakePosition{X: "3.1a/1", Position: Accept})
	}
	act := p.do("chair", Close{})
	closed := slices.DeleteFunc(slices.Clone(act.Events), func(e Event) bool { _, is := e.(Decided); return !is })
	if len(closed) != 2 {
		t.Errorf("two decisions are closed by %d events", len(closed))
	}
	p.done()
}

func TestAPackageIsOpenAgainWithItsParts(t *testing.T) {
	for name, row := range map[string]struct{ carry, open func(*play) }{
		"a part carried by itself is taken back": {
			func(p *play) { p.gavelled("3.1a/1", "2.1a/1") },
			func(p *play) { p.do("chair", Undo{}) },
		},
		"what it carried is reopened": {
			func(p *play) { p.gavelled("P1") },
			func(p *play) { p.do("chair", Reopen{X: "P1"}); p.pass(31 * second) },
		},
		"it is taken back": {
			func(p *play) { p.gavelled("P1") },
			func(p *play) { p.do("chair", Undo{}) },
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			p.do("arcadia", Package{X: []Subject{"3.1a/1", "2.1a/1"}})
			row.carry(p)
			if v := p.room().Packages[0]; v.State != PackageCarried {
				t.Fatalf("P1 is %s", v.State)
			}
			row.open(p)
			if v := p.room().Packages[0]; v.State != PackageOpen || !p.feedHas("P1 is open again.") {
				t.Errorf("P1 is %s with the parts %+v", v.State, v.Parts)
			}
			p.gavelled("P1")
			if v := p.room().Packages[0]; v.State != PackageCarried {
				t.Errorf("carried anew, P1 is %s", v.State)
			}
			p.done()
		})
	}
}

func TestAPackageStandsAgainWhenALostPartComesBack(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Package{X: []Subject{"3.1a/1", "2.1a/1"}})
	p.do("chair", Gavel{X: "3.1a/2"})
	p.pass(31 * second)
	if v := p.room().Packages[0]; v.RenewBy == 0 {
		t.Fatalf("P1 does not wait: %+v", v)
	}
	p.do("chair", Undo{})
	if v := p.room().Packages[0]; v.RenewBy != 0 || len(v.Parts) != 2 {
		t.Errorf("P1 is %+v", v)
	}
	p.pass(3 * minute)
	if v := p.room().Packages[0]; v.State != PackageOpen {
		t.Errorf("P1 is %s", v.State)
	}
	p.done()
}

func TestAPackageDoesNotAgreeWhatItDeletes(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", Amend{Clause: "2", Delete: true})
	for _, x := range [][]Subject{{"A1", "2"}, {"2", "A1"}} {
		p.refused("arcadia", Package{X: x}, ErrText, "the other deletes")
	}
	p.do("arcadia", Package{X: []Subject{"A1", "3.1a/1"}})
	p.gavelled("P1")
	if v := p.room().Packages[0]; v.State != PackageCarried {
		t.Errorf("P1 is %+v", v)
	}
	p.done()
}

func TestACosponsoringOfAPackageIsTakenBack(t *testing.T) {
	p := atTable(t)
	p.do("hydra", TakeStance{Alt: AltID{"3.1a", 1}, Stance: Prefer})
	p.do("arcadia", Package{X: []Subject{"3.1a/1", "2.1a/1"}})
	p.do("hydra", Cosponsor{Amendment: "P1"})
	for _, row := range []struct {
		sponsors []TeamID
		says     string
	}{
		{[]TeamID{"arcadia"}, "it does not sponsor P1."},
		{[]TeamID{"arcadia", "hydra"}, "it sponsors P1."},
	} {
		p.do("hydra", Undo{})
		if v := p.room().Packages[0]; !slices.Equal(v.Sponsors, row.sponsors) || !strings.HasSuffix(p.last(), row.says) || !strings.HasPrefix(p.last(), "takes back #") {
			t.Errorf("the sponsors of P1 are %v, after %q", v.Sponsors, p.last())
		}
	}
	p.do("chair", Gavel{X: "P1"})
	p.refused("hydra", Undo{}, ErrNotNow, "P1 is before the table")
	if len(p.s.draft.stances[AltID{"3.1a", 1}]) != 1 {
		t.Error("an older act was taken back in its place")
	}
	p.done()
}

func TestWhatAPackageCannotHoldIsOnlyAnsweredWhenPut(t *testing.T) {
	p := atTable(t)
	p.do("forge", Move{Kind: MotionClose})
	p.do("arcadia", acceptIf("M1", carriedIf("3.1a/1")))
	p.do("hydra", acceptIf("3.1a/1", carriedIf("2.1a/1")))
	p.do("lantern", acceptIf("2.1a/1", carriedIf("3.1a/1")))
	p.refused("arcadia", Confirm{X: "M1"}, ErrNotNow)
	p.do("hydra", Confirm{X: "3.1a/1"})
	p.do("lantern", Confirm{X: "2.1a/1"})
	if v := p.room().Packages[0]; len(v.Parts) != 2 {
		t.Errorf("P1 holds %+v", v.Parts)
	}
	p.do("forge", Withdraw{Amendment: "M1"})
	if own := p.s.Own("arcadia").Conditionals; len(own) != 0 {
		t.Errorf("Arcadia still has %+v", own)
	}
	p.done()
}

func TestASuspensionStopsWhatIsAdReferendumHoweverItEnds(t *testing.T) {
	for name, end := range map[string]Command{"next": Next{}, "an item": OpenItem{Name: "1"}, "a phase": EnterPhase{Phase: Closing}} {
		t.Run(name, func(t *testing.T) {
			p := atTable(t)
			p.do("chair", Put{X: []Subject{"3.1a/1"}})
			for _, seat := range []SeatID{"arcadia", "meridia", "hydra", "forge", "lantern"} {
				p.do(seat, TakePosition{Position: Accept})
			}
			p.do("plumb", TakePosition{Position: Accept, AdRef: 2 * minute})
			p.do("chair", Close{})
			p.do("chair", Suspend{Time: 10 * minute})
			p.pass(5 * minute)
			p.do("chair", end)
			p.pass(minute)
			if d := p.room().Decisions[0]; d.Outcome != Carried {
				t.Errorf("the suspension counted: %s", d.Sentence)
			}
			p.pass(2 * minute)
			if d := p.room().Decisions[0]; d.Outcome != Postponed {
				t.Errorf("its time did not run on: %s", d.Sentence)
			}
			p.done()
		})
	}
}

func TestNothingIsDecidedAfterENDEX(t *testing.T) {
	p := atTable(t)
	p.do("chair", Poll{Question: T("48 hours?"), Options: []Text{T("yes"), T("no")}})
	p.gavelled("3.1a/1", "3.1b/1", "1.1a/1", "2.1a/1", "1", "2", "3")
	p.do("chair", Put{X: []Subject{WholeText}})
	for _, team := range p.s.say() {
		p.do(SeatID(team), TakePosition{Position: Accept, AdRef: 60 * minute})
	}
	p.do("chair", Close{})
	for _, team := range p.s.say() {
		p.do(SeatID(team), Sign{})
	}
	p.do("chair", End{})
	p.refused("plumb", NotCleared{Why: T("no")}, ErrNotNow, "debrief")
	p.refused("plumb", Cleared{}, ErrNotNow, "debrief")
	p.refused("plumb", AnswerPoll{Answer: T("yes")}, ErrNotNow, "debrief")
	p.refused("chair", Undo{}, ErrNotNow)
	if line := p.s.outcomeLine(); line.String() != "Adopted and signed" {
		t.Errorf("the outcome is %q", line)
	}
	p.done()
}

func TestASealedPositionIsNotConfirmedOnceTheTableIsOver(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", acceptIf("3.1a/1", carriedIf("2.1a/1")))
	p.do("hydra", acceptIf("2.1a/1", carriedIf("3.1a/1")))
	p.do("arcadia", Confirm{X: "3.1a/1"})
	p.do("chair", EnterPhase{Phase: HotWash})
	p.refused("hydra", Confirm{X: "2.1a/1"}, ErrNotNow, "hot wash")
	p.do("chair", End{})
	p.refused("hydra", Confirm{X: "2.1a/1"}, ErrNotNow, "debrief")
	p.done()
}

// expunged removes the words of the first line of the table that contains them.
func (p *play) expunged(words string) {
	p.t.Helper()
	for _, l := range p.room().Feed {
		if strings.Contains(l.Text, words) {
			p.do("chair", Expunge{No: l.No, Why: T("a person")})
			p.do("recorder", ConfirmExpunge{No: l.No})
			break
		}
	}
	if strings.Contains(p.views(), words) {
		p.t.Errorf("%s is still to be read", words)
	}
}

func TestAParagraphAgreedByItselfOpensWithItsWordsRemoved(t *testing.T) {
	p := atTable(t)
	p.do("hydra", putting("3.2", "nature", "JANEDOE"))
	p.do("hydra", Divide{Para: "3.2"})
	p.gavelled("M1", "3.2a/2", "3.2")
	p.expunged("JANEDOE")
	if c := p.room().Clauses[2]; slices.Contains(c.Agreed, "3.2") {
		t.Error("3.2 is agreed without its words")
	}
	p.do("forge", putting("3.2", "states", "says"))
	p.gavelled("3.2b/1", "3.2")
	if c := p.room().Clauses[2]; !slices.Contains(c.Agreed, "3.2") {
		t.Error("3.2 cannot be agreed again")
	}
	p.done()
}

func TestRemovedWordsAreNotLodgedLater(t *testing.T) {
	fresh := Amend{Clause: "3", Edits: []Edit{{New: T("JANEDOE"), Fresh: true}}}
	t.Run("what waits", func(t *testing.T) {
		p := atTable(t)
		p.do("chair", Put{X: []Subject{"3.1b/1"}})
		p.do("hydra", putting("3.1", "24", "JANEDOE"))
		p.expunged("JANEDOE")
		p.do("chair", Close{})
		if a := p.room().Amendments[0]; a.State != AmendmentNotTakenUp || p.last() != "cannot lodge A1, which waited: words of it have been removed." {
			t.Errorf("A1 is %s, and the table reads %q", a.State, p.last())
		}
		p.done()
	})
	t.Run("a joint draft", func(t *testing.T) {
		p := atTable(t)
		p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
		p.do("hydra", JoinCaucus{})
		p.do("arcadia", DraftJoint{Amend: fresh})
		p.do("arcadia", SignJoint{})
		p.do("hydra", SignJoint{})
		no := p.s.Own("arcadia").Caucuses[0].Lines[0].No
		p.do("chair", Expunge{No: no, Why: T("a person")})
		p.do("recorder", ConfirmExpunge{No: no})
		p.refused("arcadia", LodgeJoint{}, ErrNotNow, "removed by control")
		if strings.Contains(p.views(), "JANEDOE") {
			t.Error("the words are still to be read")
		}
		p.done()
	})
}

func TestADecisionTakenBackDoesNotReturnOverWhatWasLodgedSince(t *testing.T) {
	p := atTable(t)
	p.gavelled("3.1a/1", "3.1b/1", "3")
	p.do("chair", Undo{})
	p.do("plumb", putting("3.2", "nature", "kind"))
	p.refused("chair", Undo{}, ErrNotNow, "Clause 3 still has open points: 3.2a")
	p.gavelled("3.2a/1", "3", "1.1a/1", "1", "2.1a/1", "2", WholeText)
	p.do("chair", Undo{})
	p.do("plumb", Amend{Title: T("Depositary"), Edits: []Edit{{New: T("The port keeps it."), Fresh: true}}})
	p.refused("chair", Undo{}, ErrNotNow, "Not every clause is agreed, deleted or deferred: 4.")
	p.done()
}
