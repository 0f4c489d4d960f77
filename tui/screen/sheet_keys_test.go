package screen

import (
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

func TestNumbersAnswerOnANarrowSheet(t *testing.T) {
	for _, width := range []int{48, 60, 79, 100} {
		sh := seated(sheetView("meridia"), theme.Dark, width, 18)
		got := commandsIn(press(sh, "/position<enter>1", fixtureNow+later))
		if len(got) != 1 || got[0].(exercise.TakePosition).Position != exercise.Accept {
			t.Errorf("1 in %d columns submits %v", width, got)
		}
	}
}

// reasoned is a sheet on which an objection with its reason has been sent.
func reasoned(t *testing.T) (*Shell, Submit) {
	t.Helper()
	sh := seated(sheetView("meridia"), theme.Dark, 100, 30)
	acts := press(sh, "/position<enter>4It costs us the port<enter>", fixtureNow+later)
	for _, a := range acts {
		if s, ok := a.(Submit); ok {
			return sh, s
		}
	}
	t.Fatalf("the reason submits nothing: %v", acts)
	return nil, Submit{}
}

func TestKeysGoBackToTheSheetOnceTheReasonIsGiven(t *testing.T) {
	sh, submit := reasoned(t)
	sh.Answer(submit, nil, fixtureNow+2*later)
	if !sh.focused {
		t.Error("the keys stay with the line")
	}
	if got := commandsIn(press(sh, "<down>1", fixtureNow+2*later+deaf)); len(got) != 1 {
		t.Errorf("the next answer submits %v", got)
	}
}

func TestWhoWritesOnKeepsTheLine(t *testing.T) {
	sh, submit := reasoned(t)
	sh.Answer(submit, nil, fixtureNow+2*later)
	if got := commandsIn(press(sh, "1", fixtureNow+2*later+deaf-1)); got != nil || sh.line().text.Text() != "1" {
		t.Errorf("a key on its way submits %v; the line holds %q", got, sh.line().text.Text())
	}
}

func TestARefusedReasonStaysInTheLine(t *testing.T) {
	sh, submit := reasoned(t)
	sh.Answer(submit, exercise.Refuse(exercise.ErrNotNow, "It has closed."), fixtureNow+2*later)
	if sh.focused || sh.line().text.Empty() {
		t.Errorf("focus %v, the line holds %q", sh.focused, sh.line().text.Text())
	}
}
