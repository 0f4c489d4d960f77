package transcript_test

import (
	"strings"
	"testing"

	"kefi/exercise/transcript"
	"kefi/exercise/transcript/paper"
)

// Paper goes to the person it is for: briefs to their own handout, what is to
// come to those who conduct. All of it is marked as an exercise.
func TestEachSheetHoldsWhatItsReaderMayKnow(t *testing.T) {
	p := closed(t)
	s := p.source("chair")
	handouts := 0
	for _, x := range transcript.Sheets(p.s.Plan()) {
		var b strings.Builder
		check(t, paper.HTML(&b, x.Document(s)))
		text := b.String()
		handout := strings.HasPrefix(x.Name, "handout-")
		if handout {
			handouts++
		}
		if strings.Count(text, "EXERCISE EXERCISE EXERCISE") < 2 {
			t.Errorf("%s is not marked at head and foot", x.Name)
		}
		if strings.Contains(text, "token-brief") != handout {
			t.Errorf("%s holds a brief: %v", x.Name, !handout)
		}
		if conducts := x.Name == "controller-handbook"; strings.Contains(text, "token-expected") && !conducts && x.Name != "state" {
			t.Errorf("%s tells what is expected of players", x.Name)
		}
		for _, token := range []string{"token-room", "token-ask", "token-whisper", "token-confessional", "token-note", "token-realworld"} {
			if strings.Contains(text, token) {
				t.Errorf("%s holds %s", x.Name, token)
			}
		}
	}
	if handouts != 6 {
		t.Errorf("%d handouts for six delegations", handouts)
	}
}

// A table that goes on without machines needs the whole text, and not only what
// has been agreed.
func TestSheetsHoldTheTextThatIsNotAgreed(t *testing.T) {
	p := newPlay(t)
	s := p.source("chair")
	for _, x := range transcript.Sheets(p.s.Plan()) {
		if x.Name != "state" && x.Name != "situation-manual" {
			continue
		}
		var b strings.Builder
		check(t, paper.HTML(&b, x.Document(s)))
		holds(t, b.String(), "Open points", "3.1b/1", "<h3>3. ")
	}
}
