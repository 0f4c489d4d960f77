package screen

import (
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

func TestClickOnTheRailTakesAClauseInHand(t *testing.T) {
	for _, c := range []struct {
		given         string
		width, height int
		x, y          int // within the reading area
		want          exercise.ClauseID
	}{
		{"the rail beside the table", 100, 30, 5, 2, "2"},
		{"its heading", 100, 30, 5, 0, "3"},
		{"the clause's text", 100, 30, 50, 2, "3"},
		{"the folded rail", 80, 24, 1, 0, "1"},
		{"a row below it", 80, 24, 1, 3, "3"},
		{"one card has no rail", 48, 11, 1, 0, "3"},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(turnView("arcadia"), theme.Dark, c.width, c.height)
			sh.Frame(fixtureNow)
			clickAt(sh, c.x, sh.bodyY+c.y)
			if got := sh.clauseInHand(); got != c.want {
				t.Errorf("clause %s is in hand, not %s", got, c.want)
			}
		})
	}
}

func TestCopyHasWordsOnly(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 100, 30)
	sh.Frame(fixtureNow)
	acts := press(sh, "<tab>y", fixtureNow+later)
	if len(acts) != 1 {
		t.Fatalf("y leads to %v", acts)
	}
	text := acts[0].(Copy).Text
	if !strings.HasPrefix(text, "Clause 3. ") || !strings.Contains(text, "\n3.1 ") || strings.ContainsAny(text, "\x1b│\u00a0") {
		t.Errorf("the clipboard gets %q", text)
	}
}

func TestFirstReadingKeys(t *testing.T) {
	for _, c := range []struct {
		given, keys string
		want        []exercise.Command
		line        string
	}{
		{"p prefers", "<tab><down>p", []exercise.Command{exercise.TakeStance{Alt: exercise.AltID{Point: "3.1b", N: 1}, Stance: exercise.Prefer}}, ""},
		{"c asks for its reason", "<tab>c", nil, `/cannot 3.1a/1 "`},
		{"what was said already is not said again", "<tab>p", nil, ""},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(firstReadingView("arcadia"), theme.Dark, 80, 24)
			sh.Frame(fixtureNow)
			got := commandsIn(press(sh, c.keys, fixtureNow+later))
			if len(got)+len(c.want) > 0 && !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q gives %+v, want %+v", c.keys, got, c.want)
			}
			if line := sh.line().text.Text(); line != c.line {
				t.Errorf("%q leaves %q in the line, want %q", c.keys, line, c.line)
			}
		})
	}
}

func TestSayingNothingToAGavel(t *testing.T) {
	sh := seated(gavelView("meridia"), theme.Dark, 80, 24)
	sh.Frame(fixtureNow)
	acts := press(sh, "/position<enter><enter><enter>", fixtureNow+later)
	if c := commandsIn(acts); len(c) != 0 {
		t.Errorf("two Enters on the page of a gavel submit %v", c)
	}
	if len(sh.stack) != 0 {
		t.Error("the page of the gavel is still there")
	}
}

func TestReviewGivesTheKeysBack(t *testing.T) {
	sh := seated(lobbyView("control"), theme.Dark, 80, 24)
	sh.Frame(fixtureNow)
	press(sh, "<tab><enter>", fixtureNow+later)
	press(sh, "<esc>", fixtureNow+2*later)
	if !sh.focused || len(sh.stack) != 0 {
		t.Errorf("after the review the page has the keys: %v, pages over it: %d", sh.focused, len(sh.stack))
	}
}

func TestEscPutsACommandAwayAndUndoBringsItBack(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "/gravel A1<enter><esc><esc>", fixtureNow+later)
	if got := sh.line().text.Text(); got != "" {
		t.Fatalf("the line holds %q", got)
	}
	press(sh, "<ctrl+z>", fixtureNow+later)
	if got := sh.line().text.Text(); got != "/gravel A1" {
		t.Errorf("undo brings back %q", got)
	}
}

func TestTypewriterLookIsASCIIAroundPeoplesWords(t *testing.T) {
	sh := seated(gavelView("meridia"), theme.ASCII, 100, 30)
	sh.Frame(fixtureNow)
	press(sh, "<tab><down><enter>", fixtureNow+later)
	for _, line := range sh.Frame(fixtureNow + later).Lines {
		if i := strings.IndexFunc(line, func(r rune) bool { return r > 126 }); i >= 0 {
			t.Errorf("%q is not ASCII from %q", line, line[i:])
		}
	}
}
