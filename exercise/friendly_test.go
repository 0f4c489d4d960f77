package exercise

import "testing"

// in31 amends 3.1, in another amendment where one is named.
func in31(old, with string, in AmendmentID) Amend {
	return Amend{Clause: "3", In: in, Edits: []Edit{{Para: "3.1", Old: T(old), New: T(with)}}}
}

// states lists the amendments with their states: "A1 lodged, A2 taken in".
func (p *play) states() string {
	text := ""
	for _, a := range p.room().Amendments {
		if text != "" {
			text += ", "
		}
		text += string(a.ID) + " " + a.State
	}
	return text
}

func (p *play) wantStates(want string) {
	p.t.Helper()
	if got := p.states(); got != want {
		p.t.Errorf("the amendments are %s; want %s", got, want)
	}
}

func (p *play) wantText(id ParaID, want string) {
	p.t.Helper()
	if got := p.read(id); got != want {
		p.t.Errorf("%s reads\n     %s\nwant %s", id, got, want)
	}
}

const before31, after31 = "Each Party [shall | should] notify the operators concerned within ", " hours of becoming aware of an incident that may disrupt water services."

func TestAnAmendmentToAnAmendmentStandsBesideIt(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48 full", ""))
	p.refused("hydra", in31("72", "36", "A1"), ErrAnchor, "not in what A1 says", "read A1")
	p.refused("hydra", in31("72", "36", "A9"), ErrUnknown, "no amendment A9")
	p.refused("hydra", Amend{Clause: "3", In: "A1", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}, ErrAnchor, "A1 changes nothing in 3.2; it is on 3.1")
	p.refused("hydra", Amend{Clause: "3", In: "A1", Delete: true}, ErrText, "in A1")
	p.do("hydra", in31("full", "working", "A1"))
	p.wantText("3.1", before31+"[24 | 72 | 48 full | 48 working]"+after31)
	if a := p.room().Amendments[1]; a.In != "A1" || a.Friendly || a.Alts[0].String() != "3.1b/4" {
		t.Errorf("it is %+v", a)
	}
	if p.last() != `lodged A2 in A1 on 3.1: put "working" for "full".` {
		t.Errorf("the record says %s", p.last())
	}
	p.done()
}

func TestFriendly(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48 full", ""))
	p.do("lantern", Cosponsor{Amendment: "A1"})
	p.do("forge", TakeStance{Alt: AltID{"3.1b", 3}, Stance: CanLive})
	p.do("hydra", in31("full", "working", "A1"))
	p.refused("hydra", Friendly{Amendment: "A2"}, ErrRole, "A1 is by Arcadia and Lantern")
	p.refused("arcadia", Friendly{Amendment: "A1"}, ErrText, "cosponsor A1")
	p.do("arcadia", Friendly{Amendment: "A2"})
	if p.last() != "calls A2 friendly; Lantern has not yet." {
		t.Errorf("the record says %s", p.last())
	}
	p.refused("arcadia", Friendly{Amendment: "A2"}, ErrNotNow, "already", "Lantern has not yet")
	p.wantStates("A1 lodged, A2 lodged")
	p.do("lantern", Friendly{Amendment: "A2"})
	p.wantStates("A1 lodged, A2 taken in")
	p.wantText("3.1", before31+"[24 | 72 | 48 working]"+after31)
	if a := p.room().Amendments[0]; a.Alts[0].String() != "3.1b/4" || a.Line.String() != `3.1: put "48 full" for "24"; with A2 taken in` {
		t.Errorf("A1 is %+v", a)
	}
	if stances := p.room().Clauses[2].Paras[0].Nodes[3].Point.Alts[2].Stances; len(stances) != 3 {
		t.Errorf("sponsors prefer it and nobody else does: %+v", stances)
	}
	p.refused("hydra", Withdraw{Amendment: "A2"}, ErrNotNow, "taken in by A1")
	p.refused("chair", Gavel{X: "A2"}, ErrNotNow, "A2")
	p.do("chair", Gavel{X: "A1"})
	p.pass(31 * second)
	p.wantStates("A1 carried, A2 carried")
	p.wantText("3.1", before31+"48 working"+after31)
	p.done()
}

// What others prefer of the former words stays.
func TestFriendlyKeepsWhatOthersPrefer(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48 full", ""))
	p.do("forge", TakeStance{Alt: AltID{"3.1b", 3}, Stance: Prefer})
	p.do("hydra", in31("full", "working", "A1"))
	p.do("arcadia", Friendly{Amendment: "A2"})
	p.wantText("3.1", before31+"[24 | 72 | 48 full | 48 working]"+after31)
	p.done()
}

func TestATakenInAmendmentIsFreeWhenItsHostGoes(t *testing.T) {
	for _, row := range []struct{ by, then, text string }{
		{"hydra", "A1 withdrawn, A2 lodged", "[24 | 72 | 48 working]"},
		{"arcadia", "A1 withdrawn, A2 withdrawn", "[24 | 72]"},
	} {
		p := atTable(t)
		p.do("arcadia", in31("24", "48 full", ""))
		p.do(SeatID(row.by), in31("full", "working", "A1"))
		p.do("arcadia", Friendly{Amendment: "A2"})
		p.do("arcadia", Withdraw{Amendment: "A1"})
		p.wantStates(row.then)
		p.wantText("3.1", before31+row.text+after31)
		p.done()
	}
}

func TestOneTeamBehindTwoAmendmentsWithTheSameWords(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", in31("24", "48", ""))
	p.do("arcadia", in31("72", "48", ""))
	p.do("arcadia", Withdraw{Amendment: "A1"})
	p.wantStates("A1 withdrawn, A2 lodged")
	p.wantText("3.1", before31+"[24 | 72 | 48]"+after31)
	p.do("arcadia", Withdraw{Amendment: "A2"})
	p.wantText("3.1", before31+"[24 | 72]"+after31)
	p.done()
}
