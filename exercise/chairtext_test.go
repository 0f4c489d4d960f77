package exercise

import (
	"slices"
	"testing"
)

func TestChairText(t *testing.T) {
	p := atTable(t)
	p.refused("hydra", ChairText{Para: "3.2", Words: T("x")}, ErrRole, "Only the chair")
	p.refused("chair", ChairText{Para: "3.9", Words: T("x")}, ErrUnknown, "3.9")
	p.refused("chair", ChairText{Para: "3.2"}, ErrText, "needs words")

	p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}})
	p.do("chair", ChairText{Para: "3.2", Words: T("A notice says what happened."), Because: T("both ask for that")})
	if got, want := p.read("3.2"), "[A notice states the nature of the incident. | A notice states the kind of the incident. | A notice says what happened.]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	alts := p.room().Clauses[2].Paras[1].Nodes[0].Point.Alts
	if a := alts[2]; !a.Chair || len(a.Sponsors) > 0 || len(a.Stances) > 0 || alts[1].Chair {
		t.Errorf("the chair's alternative is %+v", a)
	}
	if a := p.room().Amendments[1]; !a.Chair || a.ID != "A2" || len(a.Sponsors) > 0 {
		t.Errorf("the chair's text is %+v", a)
	}
	if want := "lodged A2 as the chair's text of 3.2: put \"A notice says what happened.\" for the whole, because both ask for that."; p.last() != want {
		t.Errorf("the record says %q", p.last())
	}
	p.refused("hydra", Withdraw{Amendment: "A2"}, ErrRole, "Only the chair")
	p.refused("hydra", Cosponsor{Amendment: "A2"}, ErrRole, "no sponsors", "prefer 3.2a/3")
	p.refused("chair", ChairText{Para: "3.2", Words: T("A notice  says what happened.")}, ErrText, "already")
	p.done()
}

func TestOnlyOneChairTextStandsOnAParagraph(t *testing.T) {
	p := atTable(t)
	p.do("chair", ChairText{Para: "3.1", Words: T("Each Party notifies within 36 hours.")})
	if got := p.read("3.1"); got != "[Each Party [shall | should] notify the operators concerned within [24 | 72] hours of becoming aware of an incident that may disrupt water services. | Each Party notifies within 36 hours.]" {
		t.Errorf("over two points it stands as %s", got)
	}
	p.do("hydra", TakeStance{Alt: AltID{"3.1c", 2}, Stance: Prefer})
	p.do("chair", ChairText{Para: "3.1", Words: T("Each Party notifies within 48 hours.")})
	var open []AmendmentID
	for _, a := range p.room().Amendments {
		if a.State == AmendmentLodged {
			open = append(open, a.ID)
		}
	}
	pt := p.room().Clauses[2].Paras[0].Nodes[0].Point
	if !slices.Equal(open, []AmendmentID{"A2"}) || len(pt.Alts) != 2 || pt.Alts[1].ID.N != 3 || !pt.Alts[1].Chair {
		t.Errorf("%v stand, in %+v", open, pt)
	}
	p.do("chair", Withdraw{Amendment: "A2"})
	if pt := p.room().Clauses[2].Paras[0].Nodes[0].Point; len(pt.Alts) != 1 {
		t.Errorf("withdrawn, it leaves %+v", pt)
	}
	p.done()
}

func TestChairTextIsDecidedLikeAnyOther(t *testing.T) {
	p := atTable(t)
	p.do("chair", ChairText{Para: "3.1", Words: T("Each Party notifies within 36 hours.")})
	p.do("chair", Gavel{X: "A1"})
	p.refused("chair", ChairText{Para: "3.1", Words: T("Other words.")}, ErrNotNow, "A1 stands")
	p.refused("chair", Withdraw{Amendment: "A1"}, ErrNotNow, "A1 stands")
	p.pass(31 * second)
	if got := p.read("3.1"); got != "Each Party notifies within 36 hours." {
		t.Errorf("the text is %s", got)
	}
	if a := p.room().Amendments[0]; a.State != AmendmentCarried {
		t.Errorf("it is %s", a.State)
	}
	p.done()
}

// A team may edit the chair's text, and the chair may take that in.
func TestTheChairTakesInAnAmendmentToTheChairsText(t *testing.T) {
	p := atTable(t)
	p.do("chair", ChairText{Para: "3.2", Words: T("A notice says what happened.")})
	p.do("hydra", Amend{In: "A1", Edits: []Edit{{Para: "3.2", Old: T("what"), New: T("when and what")}}})
	p.refused("hydra", Friendly{Amendment: "A2"}, ErrRole, "Only the chair")
	p.do("chair", Friendly{Amendment: "A2"})
	if got := p.read("3.2"); got != "[A notice states the nature of the incident. | A notice says when and what happened.]" {
		t.Errorf("got %s", got)
	}
	if a := p.room().Clauses[2].Paras[1].Nodes[0].Point.Alts[1]; !a.Chair || !slices.Equal(a.Amendments, []AmendmentID{"A2", "A1"}) {
		t.Errorf("it is %+v", a)
	}
	p.do("chair", Withdraw{Amendment: "A1"})
	if a := p.room().Amendments[1]; a.State != AmendmentLodged || a.Friendly != true {
		t.Logf("free again: %+v", a)
	}
	p.done()
}
