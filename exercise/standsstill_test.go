package exercise

import (
	"strings"
	"testing"
)

// While the table clock waits for somebody to start it, nothing else comes
// first: who can start it is told how, on both desks.
func TestWhoeverCanIsToldToResume(t *testing.T) {
	p := atTable(t)
	p.do("chair", Pause{})
	own := p.s.Own("chair")
	for what, says := range map[string]Phrase{"chair": own.Chair.Suggest, "control": own.Control.Next} {
		if !strings.Contains(says.String(), "paused by control. `resume`") {
			t.Errorf("%s reads %q", what, says)
		}
	}
	if own.Chair.Verb != "resume" {
		t.Errorf("the chair's key runs %q", own.Chair.Verb)
	}
	p.do("chair", Resume{})
	if own := p.s.Own("chair"); own.Chair.Verb == "resume" || strings.Contains(own.Control.Next.String(), "stands still") {
		t.Errorf("afterwards they read %q and %q", own.Chair.Suggest, own.Control.Next)
	}
	p.done()
}
