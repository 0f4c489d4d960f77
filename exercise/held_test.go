package exercise

import "testing"

func TestAnAmendmentThatWaitsHasItsNumber(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48", ""))
	p.do("chair", Put{X: []Subject{"A1"}})
	p.do("hydra", in31("72", "96", ""))
	p.wantStates("A1 lodged, A2 waiting")
	if a := p.room().Amendments[1]; a.WaitsFor != "A1" || len(a.Alts) > 0 || a.Line.String() != `3.1: put "96" for "72"` {
		t.Errorf("it is %+v", a)
	}
	p.do("forge", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.refused("chair", Gavel{X: "A2"}, ErrNotNow, "A2")
	p.refused("lantern", Cosponsor{Amendment: "A2"}, ErrNotNow, "waits until A1 closes")
	p.refused("lantern", Withdraw{Amendment: "A2"}, ErrRole, "not a sponsor")
	p.do("chair", Close{X: "A1"}) // nobody accepted: it stays
	p.wantStates("A1 lodged, A2 lodged, A3 lodged")
	p.wantText("3.1", before31+"[24 | 72 | 48 | 96]"+after31)
	p.done()
}

func TestAnAmendmentThatWaitsCanBeWithdrawn(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48", ""))
	p.do("chair", Put{X: []Subject{"A1"}})
	p.do("hydra", in31("72", "96", ""))
	p.do("hydra", Withdraw{Amendment: "A2"})
	p.do("chair", Close{X: "A1"})
	p.wantStates("A1 lodged, A2 withdrawn")
	p.wantText("3.1", before31+"[24 | 72 | 48]"+after31)
	p.done()
}

func TestWhatCannotBeLodgedAnyMoreIsOnRecord(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48", ""))
	p.do("chair", Put{X: []Subject{"A1"}})
	p.do("hydra", in31("72", "96", ""))
	for _, team := range p.s.Plan().Teams {
		p.do(SeatID(team.ID), TakePosition{X: "A1", Position: Accept})
	}
	p.do("chair", Close{X: "A1"})
	p.wantStates("A1 carried, A2 not taken up")
	if !p.feedHas("cannot lodge A2, which waited") {
		t.Error("the record does not say so")
	}
	p.do("hydra", in31("48", "96", ""))
	p.wantStates("A1 carried, A2 not taken up, A3 lodged")
	p.done()
}
