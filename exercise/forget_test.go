package exercise

import (
	"strings"
	"testing"
)

// What was said among some is forgotten when its time is over, wherever it
// was said; what the table and the evaluators were shown stays, and so does
// what the organiser wrote.
func TestPrivateWordsAreForgotten(t *testing.T) {
	p := atTable(t, func(sc *Scenario) { sc.Retention = "90d" })
	draft := Amend{Clause: "3", Edits: []Edit{{New: T("PRIVATE in a joint draft"), Fresh: true}}}
	p.do("hydra", SpeakRoom{Words: T("PRIVATE in a room")})
	p.do("hydra", Whisper{To: "chair", Words: T("PRIVATE to the chair")})
	p.do("hydra", Ask{Team: "arcadia", Words: T("PRIVATE to Arcadia")})
	p.do("hydra", TakeStance{Alt: AltID{Point: "3.1b", N: 1}, Stance: Cannot, Why: T("PRIVATE, a confession"), ToChair: true})
	p.do("recorder", Note{Words: T("PRIVATE, a note")})
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	p.do("hydra", SpeakCaucus{Words: T("PRIVATE in a caucus")})
	p.do("arcadia", DraftJoint{Amend: draft})
	p.do("chair", Say{Words: T("PUBLIC words of the chair")})
	p.do("hydra", putting("3.1", "24", "PUBLIC"))
	p.do("hydra", Request{Words: T("PUBLIC to the world: who pays?"), To: "press"})
	p.do("chair", End{})
	ended := p.s.Wall()
	p.do("chair", EnterPhase{Phase: Closed})

	k := Keeps(p.acts)
	if due, ok := k.Due(); !ok || k.From != ended || !k.Over || due != ended+90*24*60*60*1000 {
		t.Errorf("it is due at %d, %v: %+v", due, ok, k)
	}
	before := p.views()
	p.refused("chair", Forget{Words: k.Words}, ErrRole, "server")
	p.do("", Forget{Words: k.Words})
	after := p.views()
	if n := strings.Count(before, "PRIVATE"); n < 7 || strings.Contains(after, "PRIVATE") {
		t.Errorf("of %d private words views still hold some: %s", n, after[max(strings.Index(after, "PRIVATE")-80, 0):][:160])
	}
	if a, b := strings.Count(before, "PUBLIC"), strings.Count(after, "PUBLIC"); a != b || a == 0 {
		t.Errorf("public words were read %d times before and %d after", a, b)
	}
	if !strings.Contains(after, ForgottenMark) {
		t.Error("nothing stands in their place")
	}
	again := Keeps(p.acts)
	if len(again.Words) > 0 || again.Done != p.s.Wall() || p.s.ForgottenAt() != again.Done {
		t.Errorf("afterwards it keeps %+v", again)
	}
	p.done()
}

// A private text that its authors take to the table is the table's.
func TestWordsThatCameToTheTableStay(t *testing.T) {
	p := atTable(t)
	p.do("arcadia", CallCaucus{Teams: []TeamID{"hydra"}})
	p.do("hydra", JoinCaucus{})
	p.do("arcadia", DraftJoint{Amend: Amend{Clause: "3", Edits: []Edit{{New: T("A paragraph of both."), Fresh: true}}}})
	p.do("arcadia", SignJoint{})
	p.do("hydra", SignJoint{})
	p.do("arcadia", LodgeJoint{})
	if k := Keeps(p.acts); len(k.Words) > 0 {
		t.Errorf("it would forget %v, which the table has read", k.Words)
	}
	p.done()
}

// Where play was left without an ENDEX the time begins with the last act of
// anybody, and no restart of the server puts it off.
func TestAnExerciseThatWasLeftIsDueToo(t *testing.T) {
	p := atTable(t)
	p.do("hydra", SpeakRoom{Words: T("We go home.")})
	last := p.s.Wall()
	p.pass(5 * minute)
	p.do("", Restart{Gap: minute})
	if k := Keeps(p.acts); k.From != last || k.Over || len(k.Words) != 1 {
		t.Errorf("%+v, want from %d", k, last)
	}
	if k := Keeps(nil); k.Days != 0 || k.Words != nil {
		t.Errorf("of nothing: %+v", k)
	}
}
