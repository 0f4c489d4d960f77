package exercise

import (
	"encoding/json"
	"strings"
	"testing"
)

func (p *play) json(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(b)
}

// proposal finds an amendment or written input in a room's view.
func proposalIn(v *RoomView, id AmendmentID) AmendmentView {
	for _, a := range v.Amendments {
		if a.ID == id {
			return a
		}
	}
	return AmendmentView{}
}

// In the stakeholder slot the table reads what those in the hall have written;
// where nobody observes and nobody writes, the slot is an item like any other.
func TestTheSlotReadsTheNonPaper(t *testing.T) {
	for _, x := range []struct{ procedure, says string }{
		{Track2, "Stakeholder slot is open: the table reads the non-paper of the hall."},
		{Consultative, "Stakeholder slot is open: those who observe are heard."},
		{Lateral, "Stakeholder slot is open."},
	} {
		p := atTable(t, under(x.procedure), func(sc *Scenario) {
			sc.Agenda = append(sc.Agenda, AgendaItem{Name: "voices", Kind: StakeholderSlot, Minutes: 5})
		})
		p.do("hydra", forty8())
		p.do("chair", OpenItem{Name: "voices"})
		if !p.feedHas(x.says) {
			t.Errorf("%s: the table reads %q", x.procedure, p.said(p.room().Feed))
		}
		if x.procedure == Track2 && !p.hallHas("delivered to the table: N1.") {
			t.Errorf("the non-paper is not delivered: %q", p.heard())
		}
	}
}

func TestTheNonPaper(t *testing.T) {
	p := atTable(t, under(Track2))
	p.do("arcadia", Amend{Edits: []Edit{{Para: "3.1", Old: T("notify"), New: T("tell")}}})
	p.do("hydra", forty8())
	p.do("plumb", Amend{Title: T("Costs"), Edits: []Edit{{New: T("Each bears its own."), Fresh: true}}})
	p.do("lantern", Amend{Clause: "2", Delete: true})
	p.do("forge", Cosponsor{Amendment: "N1"})
	p.do("lantern", Withdraw{Amendment: "n3"})
	if a := proposalIn(p.hall(), "N1"); a.State != AmendmentInput || a.Line.String() != `3.1: put "48" for "24", because midway.` || len(a.Sponsors) != 2 {
		t.Errorf("the hall reads %+v", a)
	}
	if a := proposalIn(p.hall(), "A1"); a.ID != "" {
		t.Error("the hall reads an amendment of the table")
	}
	if strings.Contains(p.json(p.room()), "N1") || strings.Contains(p.json(p.room()), "bears its own") {
		t.Error("the table reads the non-paper before it is delivered")
	}
	p.refused("arcadia", Cosponsor{Amendment: "N1"}, ErrUnknown, "N1")
	p.do("chair", OpenItem{Name: "1"})
	if !p.hallHas("delivered to the table: N1 and N2.") || !p.feedHas(`N1 of Hydra (ε) and Forge (ε) is on 3.1: put "48" for "24", because midway.`) {
		t.Errorf("the delivery reads %q", p.said(p.room().Feed))
	}
	p.refused("hydra", Withdraw{Amendment: "N1"}, ErrNotNow, "delivered")
	p.do("arcadia", Cosponsor{Amendment: "N1"})
	if a := proposalIn(p.room(), "A2"); a.Input != "N1" || len(a.Sponsors) != 1 || a.Sponsors[0] != "arcadia" {
		t.Errorf("N1 became %+v", a)
	}
	if got := p.read("3.1"); !strings.Contains(got, "48") {
		t.Errorf("the draft reads %s", got)
	}
	if got := proposalIn(p.room(), "N1").State; got != AmendmentSponsored {
		t.Errorf("at the table N1 is %s", got)
	}
	if got := proposalIn(p.hall(), "N1").State; got != AmendmentDelivered {
		t.Errorf("the hall learns that N1 is %s", got)
	}
	p.refused("meridia", Cosponsor{Amendment: "N1"}, ErrNotNow, "A2")
	p.do("arcadia", Cosponsor{Amendment: "N2"})
	if c, ok := p.s.clause("4"); !ok || plainPieces(c.Title, p.s.text) != "Costs" {
		t.Error("the proposed clause is not in the draft")
	}
	feed := len(p.hall().Feed)
	p.do("chair", OpenItem{Name: "3"})
	if len(p.hall().Feed) != feed {
		t.Errorf("an empty non-paper is delivered: %q", p.heard())
	}
	p.done()
}

// In the hall an anchor is looked for in what is published, at the table in
// the draft.
func TestInputIsOnTheTextBeforeItsAuthor(t *testing.T) {
	p := atTable(t, under(Track2))
	p.do("arcadia", Amend{Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("nature and cause")}}})
	p.refused("hydra", Amend{Edits: []Edit{{Para: "3.2", Old: T("cause"), New: T("source")}}}, ErrAnchor)
	p.do("hydra", Amend{Edits: []Edit{{Para: "3.2", Old: T("states the nature of the incident"), New: T("says what happened")}}})
	p.do("chair", Gavel{X: "A1"})
	p.pass(31 * second)
	p.do("chair", OpenItem{Name: "1"})
	p.refused("meridia", Cosponsor{Amendment: "N1"}, ErrAnchor, "N1 cannot be taken up as it was written.", "nature and cause")
	p.refused("hydra", Amend{Edits: []Edit{{Para: "3.2", Old: T("cause"), New: T("source")}}}, ErrAnchor)
	p.do("chair", Publish{})
	p.do("hydra", Amend{Edits: []Edit{{Para: "3.2", Old: T("cause"), New: T("source")}}})
	p.done()
}

func TestConsultation(t *testing.T) {
	p := atTable(t, under(Consultative), func(sc *Scenario) {
		sc.Agenda = append(sc.Agenda, AgendaItem{Name: "voices", Kind: StakeholderSlot, Minutes: 5})
	})
	if len(p.s.Tables()) != 1 || p.s.floorOf(TableRoom).speaker != "arcadia" {
		t.Fatalf("the tables are %v and %s has the floor", p.s.Tables(), p.s.floorOf(TableRoom).speaker)
	}
	p.refused("hydra", Say{Words: T("May we?")}, ErrFloor, "voices", "Endgame", "`amend`")
	p.refused("hydra", Hand{}, ErrFloor, "stakeholder slot")
	p.refused("hydra", TakeStance{Alt: AltID{"3.1a", 1}, Stance: Cannot, Why: T("no")}, ErrRole, "observes")
	p.refused("chair", GiveFloor{Team: "hydra"}, ErrFloor, "stakeholder slot")
	p.do("hydra", forty8())
	if a := proposalIn(p.room(), "N1"); a.State != AmendmentInput || strings.Contains(p.read("3.1"), "48") {
		t.Errorf("written input is %+v and the draft reads %s", a, p.read("3.1"))
	}
	p.refused("plumb", Cosponsor{Amendment: "A1"}, ErrUnknown, "N1")
	p.do("plumb", Cosponsor{Amendment: "N1"})
	p.do("meridia", Cosponsor{Amendment: "N1"})
	if a := proposalIn(p.room(), "A1"); a.Input != "N1" || !strings.Contains(p.read("3.1"), "48") {
		t.Errorf("N1 became %+v and the draft reads %s", a, p.read("3.1"))
	}
	p.do("chair", Put{X: []Subject{"A1"}})
	p.refused("hydra", TakePosition{Position: Objects, Words: T("no")}, ErrRole, "observes")
	p.do("arcadia", TakePosition{Position: Accept})
	p.pass(3 * minute)
	p.do("chair", OpenItem{Name: "voices"})
	var turns []TeamID
	for p.s.floorOf(TableRoom).speaker != "" {
		team := p.s.floorOf(TableRoom).speaker
		turns = append(turns, team)
		p.do(SeatID(team), Say{Words: T("Hear us.")})
		p.do(SeatID(team), Yield{})
	}
	if len(turns) != 4 || turns[0] != "hydra" || turns[1] != "lantern" {
		t.Errorf("in the slot the floor passes %v", turns)
	}
	p.do("hydra", Hand{})
	p.do("chair", OpenItem{Name: "1"})
	p.refused("hydra", Say{Words: T("More.")}, ErrFloor, "voices")
	p.done()
}

func TestObserversVoteOnAnAppeal(t *testing.T) {
	p := atTable(t, under(Consultative))
	p.do("arcadia", Order{Words: T("Is that in order?")})
	p.do("chair", Rule{Words: T("It is.")})
	p.do("hydra", Appeal{})
	p.do("plumb", TakePosition{Position: Accept})
	p.refused("plumb", Gavel{X: "M1"}, ErrRole)
	p.done()
}

func TestADecisionInHandWaitsNotForInput(t *testing.T) {
	p := atTable(t, under(Consultative))
	p.do("hydra", forty8())
	p.do("chair", Put{X: []Subject{"3.1b/1"}})
	p.refused("arcadia", Cosponsor{Amendment: "N1"}, ErrNotNow, "3.1b/1")
	p.refused("hydra", Say{Words: T("May we?")}, ErrFloor, "no stakeholder slot")
}
