package screen

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// This file holds that every action of the registry can be reached from a
// screen: by /, by ?, by the mouse and by typing; and that what the footer
// offers is an action.

// holder is a view of a seat that has an action.
func holder(a action.Action) *exercise.View {
	for _, seat := range fixtureSeats() {
		v := turnView(seat)
		if slices.ContainsFunc(action.For(v), func(x action.Action) bool { return x.Name == a.Name }) {
			return v
		}
	}
	return nil
}

func TestEveryActionIsReachedOnAScreen(t *testing.T) {
	for _, a := range action.All() {
		v := holder(a)
		if v == nil {
			t.Errorf("no seat has %s", a.Name)
			continue
		}
		for _, sign := range []string{"/", "?"} {
			sh := seated(v, theme.Mono, 100, 30)
			press(sh, sign+strings.ReplaceAll(a.Name, " ", ""), fixtureNow+later)
			press(sh, strings.Repeat("<backspace>", len(strings.ReplaceAll(a.Name, " ", "")))+a.Name, fixtureNow+later)
			if offers := sh.offers(sh.line()); len(offers) == 0 || offers[0].Name != a.Name {
				t.Errorf("%s%s: the list does not begin with it", sign, a.Name)
				continue
			}
			text := ansi.Strip(strings.Join(sh.Frame(fixtureNow).Lines, "\n"))
			if !strings.Contains(text, a.Name) {
				t.Errorf("%s%s: the list does not show it", sign, a.Name)
			}
			rowOf(t, sh, a.Name)
		}
	}
}

// rowOf clicks an action's row in the open list until it runs or fills the line.
func rowOf(t *testing.T, sh *Shell, name string) {
	t.Helper()
	for y, line := range sh.Frame(fixtureNow).Lines[:sh.bodyY+sh.bodyHeight()] {
		if g, _ := readOf(line).at(4); !strings.HasPrefix(g.target, targetOffer) || !strings.Contains(ansi.Strip(line), " "+name+" ") {
			continue
		}
		acts := append(clickAt(sh, 4, y), clickAt(sh, 4, y)...)
		if text := sh.line().text.Text(); len(acts) == 0 && !strings.HasPrefix(text, "/"+name) && text != "?" && len(sh.stack) == 0 && sh.note == (note{}) && !sh.focused && sh.incident == "" {
			t.Errorf("two clicks on %s do nothing; the line holds %q", name, text)
		}
		return
	}
	t.Errorf("no row of %s to click", name)
}

// Every hint names an action, or a key that only moves about.
func TestEveryHintIsAnAction(t *testing.T) {
	for _, c := range shots() {
		sh := c.open(theme.Mono, nil, 100, 30)
		s := sh.sight()
		for _, focused := range []bool{true, false} {
			s.Focused = focused
			for _, h := range sh.page().Hints(s) {
				if _, ok := action.Find(h.Verb); h.Verb != "" && !ok {
					t.Errorf("%s: %q stands for %q, which is no action", c.name, h.Key, h.Verb)
				}
			}
		}
	}
}

// A click on a footer entry does what its key does.
func TestFooterEntriesArePressed(t *testing.T) {
	for _, c := range []struct {
		given string
		view  func(exercise.SeatID) *exercise.View
		seat  exercise.SeatID
		keys  string
		entry string
		want  []exercise.Command
	}{
		{"a mark", turnView, "recorder", "<tab>", "Space quote", []exercise.Command{exercise.Mark{No: "20", Kind: "quote"}}},
		{"what is suggested", turnView, "chair", "<tab>", "Enter gavel", []exercise.Command{exercise.Gavel{X: "A1"}}},
		{"the floor", turnView, "chair", "<tab>", "n next", []exercise.Command{exercise.Next{}}},
		{"a line that is written", turnView, "hydra", "We agree.", "Enter send", []exercise.Command{exercise.Say{Words: exercise.T("We agree.")}}},
		{"a letter is no press while it would be text", turnView, "recorder", "Note", "Enter note", []exercise.Command{exercise.Note{Words: exercise.T("Note")}}},
	} {
		sh := seated(c.view(c.seat), theme.Mono, 100, 30)
		sh.Frame(fixtureNow)
		press(sh, c.keys, fixtureNow+later)
		lines := sh.Frame(fixtureNow + later).Lines
		x := strings.Index(ansi.Strip(lines[29]), c.entry)
		if x < 0 {
			t.Errorf("%s: no %q in %q", c.given, c.entry, ansi.Strip(lines[29]))
			continue
		}
		got := acted(clickAt(sh, x, 29))
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: a click on %q gives %+v, want %+v", c.given, c.entry, got, c.want)
		}
	}
}

// What cannot be taken back is asked once more, however it was asked for.
func TestWhatBindsIsAskedOnceMore(t *testing.T) {
	for _, c := range []struct {
		view  func(exercise.SeatID) *exercise.View
		seat  exercise.SeatID
		line  string
		wants exercise.Command
	}{
		{closingView, "arcadia", "/sign", exercise.Sign{}},
		{closingView, "arcadia", "/decline \"Not without means.\"", exercise.Decline{Words: exercise.T("Not without means.")}},
		{closingView, "arcadia", "/dissociate 2", exercise.Dissociate{Clause: "2"}},
		{lobbyView, "control", "/start", exercise.Start{}},
		{turnView, "control", "/phase closing", exercise.EnterPhase{Phase: exercise.Closing}},
	} {
		sh := seated(c.view(c.seat), theme.Mono, 100, 30)
		sh.Frame(fixtureNow)
		if got := acted(press(sh, c.line+"<enter><enter>", fixtureNow+later)); len(got) > 0 {
			t.Errorf("%s: Enter alone does %+v", c.line, got)
		}
		if sh.line().text.Text() != c.line {
			t.Errorf("%s: the line is gone before it was done: %q", c.line, sh.line().text.Text())
		}
		press(sh, "<esc>", fixtureNow+2*later)
		press(sh, "<enter>", fixtureNow+3*later)
		got := press(sh, "y", fixtureNow+4*later)
		if !reflect.DeepEqual(acted(got), []exercise.Command{c.wants}) {
			t.Fatalf("%s: y does %+v, want %+v", c.line, acted(got), c.wants)
		}
		sh.Answer(got[0].(Submit), nil, fixtureNow+5*later)
		if text := sh.line().text.Text(); text != "" {
			t.Errorf("%s: the line still holds %q", c.line, text)
		}
	}
}

// The list says which key of the page in sight does the same.
func TestTheListTellsThePagesKeys(t *testing.T) {
	sh := seated(turnView("chair"), theme.Mono, 100, 30)
	sh.Frame(fixtureNow)
	press(sh, "?next", fixtureNow+later)
	if text := frameText(sh, fixtureNow); !strings.Contains(text, "Tab n") {
		t.Errorf("it does not tell that n passes the floor on:\n%s", text)
	}
}
