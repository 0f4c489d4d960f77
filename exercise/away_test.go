package exercise

import "testing"

func TestWhoComesBackIsToldSinceWhen(t *testing.T) {
	p := atTable(t)
	if own := p.s.Own("hydra"); own.Away != nil {
		t.Fatalf("hydra sat down for the first time, but was away %+v", own.Away)
	}
	p.do("hydra", Sit{Via: "screen"})
	p.do("hydra", Leave{})
	left := p.s.now.wall
	p.pass(90_000)
	p.do("hydra", Sit{Via: "screen"})
	own := p.s.Own("hydra")
	if own.Away == nil || own.Away.From != left || own.Away.Until != p.s.now.wall {
		t.Fatalf("away %+v, not from %d until %d", own.Away, left, p.s.now.wall)
	}
	p.do("hydra", Sit{Via: "plain"}) // takes over from its other terminal
	if again := p.s.Own("hydra"); *again.Away != *own.Away {
		t.Errorf("a takeover changed it to %+v", again.Away)
	}
}
