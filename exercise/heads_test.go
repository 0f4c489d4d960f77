package exercise

import (
	"slices"
	"strings"
	"testing"
)

// withAdviser gives Arcadia a second seat.
func withAdviser(sc *Scenario) {
	sc.Teams[0].Seats = append(sc.Teams[0].Seats, "arcadia-2")
	sc.Seats = append(sc.Seats, Seat{ID: "arcadia-2", Name: "Arcadia 2", Team: "arcadia", Roles: []Role{Delegate}})
}

func TestAnAdvisersBindingActWaitsForTheHead(t *testing.T) {
	put := func(p *play) {
		p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
		p.do("chair", Put{X: []Subject{"A1"}})
	}
	for _, row := range []struct {
		given func(*play)
		when  Command
		line  string // of the wish
		then  func(*play) bool
	}{
		{
			put,
			TakePosition{Position: NotYet, Words: T("Our capital sleeps.")},
			"position not-yet “Our capital sleeps.”",
			func(p *play) bool { return p.feedHas("is not yet ready on A1: Our capital sleeps.") },
		},
		{
			nil,
			TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T("Too late.")},
			"cannot 3.1b/2 “Too late.”",
			func(p *play) bool { return p.feedHas("cannot accept 3.1b/2 \"72\": Too late.") },
		},
		{
			func(p *play) {
				p.do("arcadia", Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T("48")}}})
			},
			Withdraw{Amendment: "A1"},
			"withdraw A1", func(p *play) bool { return p.feedHas("no longer sponsors A1") || p.feedHas("withdraws A1") },
		},
	} {
		p := atTable(t, withAdviser)
		if row.given != nil {
			row.given(p)
		}
		before := len(p.room().Feed)
		p.do("arcadia-2", row.when)
		if got := len(p.room().Feed); got != before {
			t.Errorf("%s of an adviser is told at the table: %s", CommandName(row.when), p.last())
		}
		wishes := p.s.Own("arcadia").Wishes
		if len(wishes) != 1 || wishes[0].No != "W1" || wishes[0].Seat != "arcadia-2" || wishes[0].Line != row.line {
			t.Errorf("the wishes are %+v, want one of %q", wishes, row.line)
		}
		p.refused("arcadia-2", DropWish{Wish: "W1"}, ErrRole, "arcadia")
		p.do("arcadia", confirming("W1"))
		if !row.then(p) {
			t.Errorf("%s, confirmed: the table hears %q", row.line, p.last())
		}
		if left := p.s.Own("arcadia").Wishes; len(left) != 0 {
			t.Errorf("settled, but %+v still waits", left)
		}
		p.done()
	}
}

// confirming is what the head types: `confirm W1`.
func confirming(no Subject) Command { return Confirm{X: no} }

func TestAWishIsJudgedWhenItIsMadeAndAgainWhenConfirmed(t *testing.T) {
	p := atTable(t, withAdviser)
	p.refused("arcadia-2", Withdraw{Amendment: "A1"}, ErrUnknown, "There is no amendment A1.")
	p.do("chair", Gavel{X: "3.1b/1"})
	p.do("arcadia-2", Object{Why: T("Not yet.")})
	if x := p.room().Standing[0]; x.Positions[0].Position != PositionWait {
		t.Errorf("an adviser's objection counts as %q at once, want wait", x.Positions[0].Position)
	}
	p.pass(3 * minute) // the gavel has fallen
	p.do("chair", Gavel{X: "3.1a/1"})
	p.refused("arcadia", confirming("W1"), ErrUnknown, "3.1a/1") // it was to another
	p.do("arcadia", DropWish{Wish: "w1"})
	p.refused("arcadia", DropWish{Wish: "W1"}, ErrNotNow, "settled")
	if len(p.room().Standing) != 1 {
		t.Error("an objection to one gavel was taken for another")
	}
	p.done()
}

func TestEmpoweredSeatsBind(t *testing.T) {
	p := atTable(t, withAdviser)
	p.refused("arcadia-2", Empower{Seat: "arcadia-2"}, ErrRole, "arcadia")
	p.refused("arcadia", Empower{Seat: "hydra"}, ErrUnknown, "delegation")
	p.do("arcadia", Empower{Seat: "arcadia-2"})
	p.do("arcadia-2", TakeStance{Alt: AltID{"3.1b", 2}, Stance: Cannot, Why: T("Too late.")})
	if !p.feedHas("cannot accept 3.1b/2") || !p.s.Own("arcadia-2").Head || !p.room().Teams[0].Seats[1].Empowered {
		t.Error("an empowered seat does not bind")
	}
	p.do("arcadia", Empower{Seat: "arcadia-2"})
	p.do("arcadia-2", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Cannot, Why: T("Too early.")})
	if p.feedHas("cannot accept 3.1b/1") {
		t.Error("a seat binds whose powers were taken back")
	}
	p.done()
}

func TestWishesAreTheTeamsOwn(t *testing.T) {
	p := atTable(t, withAdviser)
	p.do("arcadia-2", TakeStance{Alt: AltID{"3.1b", 1}, Stance: Cannot, Why: T("token-wish")})
	p.expect("wish", "token-wish", "arcadia arcadia-2")
	for _, n := range p.s.Own("arcadia").ForYou {
		if strings.Contains(n.Text.String(), "token-wish") && n.Verb == "confirm W1" {
			return
		}
	}
	t.Errorf("the head is not told: %+v", slices.Collect(slices.Values(p.s.Own("arcadia").ForYou)))
}

func TestAnAdvisersSignatureIsToTheDraftAsItStood(t *testing.T) {
	p := bilateral(t, withAdviser)
	draft := func(words string) DraftJoint {
		return DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{Para: "3.1", Old: T("24"), New: T(words)}}}}
	}
	p.do("arcadia-2", draft("48")) // drafting binds nobody
	p.do("arcadia-2", SignJoint{})
	if v := p.caucusOf("hydra"); v.Draft.IsZero() || len(v.Signed) != 0 {
		t.Errorf("an adviser drafted and signed: %+v", v)
	}
	p.do("hydra", draft("36"))
	p.refused("arcadia", Confirm{X: "W1"}, ErrNotNow, "settled")
	p.do("arcadia-2", SignJoint{})
	p.do("meridia", CallCaucus{Teams: []TeamID{"arcadia"}})
	p.do("arcadia", JoinCaucus{}) // the newest caucus is another one now
	p.do("arcadia", Confirm{X: "W2"})
	if v := p.caucusOf("hydra"); !slices.Equal(v.Signed, []TeamID{"arcadia"}) {
		t.Errorf("confirmed, but signed by %v", v.Signed)
	}
	p.done()
}
