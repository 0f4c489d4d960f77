package exercise

import "testing"

// A script holds a seat only until a person comes: it accepts no terms for
// that person, is not ready for them, and the record says who played.
func TestAPersonTakesOverFromAScript(t *testing.T) {
	p := newPlay(t)
	p.do("hydra", Sit{Via: "script"})
	if !p.feedHas("is played by a script.") {
		t.Error("the record does not say that a script plays")
	}
	p.do("hydra", Ready{}) // a script needs no terms
	p.do("hydra", Sit{Via: "screen"})
	own := p.s.Own("hydra")
	if own.Agreed || own.Ready || own.Away != nil {
		t.Errorf("who takes over has agreed %v, is ready %v, was away %v", own.Agreed, own.Ready, own.Away)
	}
	if p.last() != "is here." {
		t.Errorf("the record says %q of who takes over", p.last())
	}
	p.refused("hydra", Ready{}, ErrTerms, "agree")
	p.do("hydra", Agree{})
	p.do("hydra", Ready{})

	p.do("hydra", Leave{})
	left := p.s.now.wall
	p.do("hydra", Sit{Via: "script"})
	p.pass(minute)
	p.do("hydra", Sit{Via: "plain"})
	if own := p.s.Own("hydra"); !own.Agreed || own.Away == nil || own.Away.From != left {
		t.Errorf("who comes back has agreed %v and was away %+v, not from %d", own.Agreed, own.Away, left)
	}
}

// The record says of whom a script has played, and whether it was all of it.
func TestWhoseHandsPlayed(t *testing.T) {
	p := newPlay(t)
	p.do("hydra", Sit{Via: "script"})
	p.do("hydra", Ready{})
	of := func(id TeamID) Scripted {
		for _, x := range p.s.Room(TableRoom, nil).Teams {
			if x.ID == id {
				return x.Scripted
			}
		}
		return "no such team"
	}
	if got := of("hydra"); got != "" {
		t.Errorf("before STARTEX it is %q", got)
	}
	p.do("chair", Sit{Via: "screen"})
	p.do("chair", Agree{})
	p.do("chair", Start{})
	p.do("chair", EnterPhase{Phase: Table})
	p.do("chair", OpenItem{Name: "3"})
	p.do("hydra", Hand{})
	if got := of("hydra"); got != ScriptedWhole {
		t.Errorf("a script acted: %q", got)
	}
	p.do("hydra", Sit{Via: "screen"})
	p.do("hydra", Agree{})
	if got := of("hydra"); got != ScriptedWhole {
		t.Errorf("sitting down is no play: %q", got)
	}
	p.do("hydra", Hand{Down: true})
	if got := of("hydra"); got != ScriptedInPart {
		t.Errorf("and then a person: %q", got)
	}
}

// A script that leaves leaves nothing behind it.
func TestAScriptLeavesNoConsent(t *testing.T) {
	p := newPlay(t)
	p.do("hydra", Sit{Via: "script"})
	p.do("hydra", Ready{})
	p.do("hydra", Leave{})
	if own := p.s.Own("hydra"); own.Agreed || own.Ready {
		t.Errorf("agreed %v, ready %v", own.Agreed, own.Ready)
	}
}
