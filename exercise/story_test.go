package exercise

import (
	"strings"
	"testing"
)

// TestTheStory plays one exercise from STARTEX to the hot wash.
func TestTheStory(t *testing.T) {
	p := atTable(t)
	if f := p.room().Floor; f.Speaker != "arcadia" || f.Mode != ModeRounds {
		t.Fatalf("the round begins with the first κ team, got %+v", f)
	}
	p.do("arcadia", Say{Words: T("Seventy-two hours is long.")})
	p.refused("hydra", Say{Words: T("No.")}, ErrFloor, "Arcadia has the floor", "you are next")
	p.do("arcadia", Yield{})
	p.refused("arcadia", Say{Words: T("More.")}, ErrFloor, "Hydra has the floor")

	// An amendment into one alternative, floor or no floor.
	p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}, Because: T("midway")})
	if got := p.read("3.1"); !strings.Contains(got, "[24 | 72 | 48]") {
		t.Fatalf("3.1 reads %s", got)
	}
	for _, team := range []SeatID{"meridia", "hydra", "lantern"} {
		p.do(team, TakeStance{Alt: AltID{"3.1b", 3}, Stance: CanLive})
	}
	if v := p.s.Own("chair").Chair; len(v.Ready) != 1 || v.Ready[0].X != "3.1b/3" {
		t.Fatalf("48 is ready, the chair sees %+v", v.Ready)
	}

	// An objection stops a gavel; the next one falls.
	p.do("chair", Gavel{X: "A1"})
	p.do("hydra", Object{Why: T("we need instructions")})
	if p.last() != "On A1 on 3.1. Hydra (ε) objects; nothing is decided." {
		t.Fatalf("the feed says %q", p.last())
	}
	p.do("chair", Gavel{X: "A1"})
	p.pass(30 * second)
	if got := p.read("3.1"); !strings.Contains(got, "within 48 hours") {
		t.Fatalf("3.1 reads %s", got)
	}
	p.do("chair", Undo{})
	if got := p.read("3.1"); !strings.Contains(got, "[24 | 72 | 48]") {
		t.Fatalf("after the undo 3.1 reads %s", got)
	}

	// An amendment over both points, decided whole.
	p.do("plumb", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("should notify the operators concerned within 48"), New: T("shall notify the operators concerned within 48")}}})
	if n := p.room().Clauses[2].Open; n != 3 {
		t.Fatalf("an outer point opened over two: %d open in %s", n, p.read("3.1"))
	}
	p.do("chair", Put{X: []Subject{"A2"}})
	for _, team := range []SeatID{"arcadia", "meridia", "lantern", "plumb", "hydra"} {
		p.do(team, TakePosition{X: "A2", Position: Accept})
	}
	p.do("forge", TakePosition{X: "A2", Position: StandAside})
	p.pass(15 * second)
	want := "Each Party shall notify the operators concerned within 48 hours of becoming aware of an incident that may disrupt water services."
	if got := p.read("3.1"); got != want {
		t.Fatalf("3.1 reads %s", got)
	}
	p.do("chair", Gavel{X: "3"})
	p.pass(30 * second)
	if c := p.room().Clauses[2]; c.State != ClauseAgreed {
		t.Fatalf("clause 3 is %s", c.State)
	}
	p.refused("hydra", Amend{Clause: "3", Edits: []Edit{{Para: "3.2", Old: T("nature"), New: T("kind")}}}, ErrNotNow, "agreed")

	p.endgame()
	p.done()
}

// endgame defers clause 2, agrees clause 1, adopts, signs and reflects.
func (p *play) endgame() {
	t := p.t
	p.do("chair", Gavel{X: "1.1a/1"})
	p.pass(30 * second)
	p.do("chair", Gavel{X: "1"})
	p.pass(30 * second)
	p.refused("chair", Gavel{X: WholeText}, ErrNotNow, "2")
	p.refused("chair", Gavel{X: "2"}, ErrNotNow, "2.1a")
	p.do("chair", Defer{Clauses: []ClauseID{"2"}})
	p.pass(30 * second)
	p.do("chair", EnterPhase{Phase: Closing})
	p.do("chair", Gavel{X: WholeText})
	p.pass(30 * second)
	p.refused("arcadia", Sign{Reservations: []Reservation{{Clause: "1", Words: T("no")}}}, ErrRole, "admits no reservation")
	p.do("arcadia", Sign{Reservations: []Reservation{{Clause: "3", Words: T("48 hours from discovery")}}})
	p.do("hydra", Sign{})
	if got := p.room().Closing; got.InEffect || got.Outcome.String() != "Adopted in part but not yet in effect; not agreed: clause 2" {
		t.Fatalf("closing is %+v", got)
	}
	p.do("lantern", Endorse{})
	if got := p.room().Closing; !got.InEffect || got.Outcome.String() != "Adopted in part and signed; not agreed: clause 2" {
		t.Fatalf("closing is %+v", got)
	}
	p.do("chair", EnterPhase{Phase: HotWash})
	p.do("chair", Question{Words: T("What should the real talks borrow?")})
	p.now = p.room().HotWash.Until
	act, err := Decide(p.s, "", p.now, Reveal{Answers: SortAnswers([]string{"the gavel", "equal tracks"})})
	if err != nil {
		t.Fatal(err)
	}
	p.take(act)
	p.do("hydra", Vote{Answers: []int{1}})
	if b := p.room().HotWash.Boards; b[0].Answers[0].Text != "equal tracks" || b[0].Answers[0].Votes != 1 {
		t.Fatalf("boards are %+v", b)
	}
	p.do("chair", End{})
	p.do("chair", EnterPhase{Phase: Closed})
}
