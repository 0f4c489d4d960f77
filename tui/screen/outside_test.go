package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

const notReal = "EXERCISE EXERCISE EXERCISE - not real events"

// speaking gives the seat's team the floor for some table ms more.
func speaking(v *exercise.View, left int64) *exercise.View {
	v.Room.Clocks.TableRunning = true
	v.Room.Floor = exercise.FloorView{Mode: "rounds", Speaker: v.Own.Team, Until: v.Room.Clocks.TableAt(fixtureNow) + left}
	return v
}

func TestTheTitleSaysWhoIsCalled(t *testing.T) {
	for _, c := range []struct {
		given string
		view  *exercise.View
		look  theme.Look
		want  string
	}{
		{"nothing yet", nil, theme.Auto, notReal},
		{"its floor", speaking(turnView("arcadia"), minute), theme.Auto, "Your turn · The Copycat Accord · " + notReal},
		{"its floor, in plain letters", speaking(turnView("arcadia"), minute), theme.ASCII, "Your turn - The Copycat Accord - " + notReal},
		{"a decision that awaits it", putView("meridia"), theme.Auto, "Your answer on A1 · The Copycat Accord · " + notReal},
		{"one that it has answered", putView("hydra"), theme.Auto, "1 thing for you · The Copycat Accord · " + notReal},
		{"a watcher", putView("observer"), theme.Auto, "The Copycat Accord · " + notReal},
		{"a real-world stop", realWorldView("arcadia"), theme.Auto, "REAL WORLD - NOT EXERCISE"},
	} {
		sh := NewShell(nil, Preferences{Look: c.look})
		sh.Resize(80, 24)
		if c.view != nil {
			sh.See(c.view, fixtureNow)
		}
		if got := sh.Frame(fixtureNow).Title; got != c.want {
			t.Errorf("%s: the title is %q, want %q", c.given, got, c.want)
		}
	}
}

func TestTheTitleIsPlainText(t *testing.T) {
	for _, m := range moments() {
		for _, seat := range fixtureSeats() {
			title := seated(m.view(seat), theme.Dark, 80, 24).Frame(fixtureNow).Title
			if ansi.Strip(title) != title || !strings.Contains(title, "EXERCISE") || ansi.StringWidth(title) > 120 {
				t.Errorf("%s, %s: the title is %q", m.name, seat, title)
			}
		}
	}
}

func TestTheCountdown(t *testing.T) {
	sh := seated(speaking(turnView("arcadia"), 2*minute), theme.Dark, 80, 24)
	at := func(now int64) int { return sh.Frame(now).Progress }
	for _, c := range []struct {
		after int64
		want  int
	}{{0, 100}, {30 * second, 75}, {minute, 50}, {2*minute - 1, 1}, {2 * minute, -1}} {
		if got := at(fixtureNow + c.after); got != c.want {
			t.Errorf("after %d s: %d, want %d", c.after/second, got, c.want)
		}
	}
	for _, c := range []struct {
		given string
		view  *exercise.View
		want  int
	}{
		{"another's floor", func() *exercise.View {
			v := speaking(turnView("arcadia"), minute)
			v.Room.Floor.Speaker = "hydra"
			return v
		}(), -1},
		{"its floor halted", func() *exercise.View {
			v := speaking(turnView("arcadia"), minute)
			v.Room.Floor.Halted = true
			return v
		}(), -1},
		{"a real-world stop", realWorldView("arcadia"), -1},
		{"a position due", putView("meridia"), 100},
		{"a position given", putView("forge"), -1},
	} {
		if got := seated(c.view, theme.Dark, 80, 24).Frame(fixtureNow).Progress; got != c.want {
			t.Errorf("%s: %d, want %d", c.given, got, c.want)
		}
	}
}

// The countdown never grows while the same deadline stands, and stays within
// 1 to 100 until it is over.
func TestTheCountdownOnlyFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		left := rapid.Int64Range(1, 20*minute).Draw(t, "left")
		sh := seated(speaking(turnView("arcadia"), left), theme.Dark, 80, 24)
		last := 100
		times := rapid.SliceOf(rapid.Int64Range(0, left-1)).Draw(t, "times")
		slices.Sort(times)
		for _, at := range times {
			got := sh.Frame(fixtureNow + at).Progress
			if got > last || got < 1 {
				t.Fatalf("%d ms into %d: %d after %d", at, left, got, last)
			}
			last = got
		}
		if got := sh.Frame(fixtureNow + left).Progress; got != -1 {
			t.Fatalf("when it is over: %d", got)
		}
	})
}

func TestTheBellRingsOnlyWhereItWasAskedFor(t *testing.T) {
	asked := func(n ...string) *exercise.View {
		v := turnView("arcadia")
		v.Own.ForYou = nil
		for _, text := range n {
			v.Own.ForYou = append(v.Own.ForYou, exercise.Notice{Text: words.Phrase(text)})
		}
		return v
	}
	for _, c := range []struct {
		given  string
		bell   bool
		before *exercise.View
		after  *exercise.View
		want   bool
	}{
		{"more asks for it", true, asked("Hydra asks: Why?"), asked("Hydra asks: Why?", "You are next to speak."), true},
		{"one thing follows another", true, asked("You are next to speak."), asked("You have the floor."), true},
		{"less asks for it", true, asked("Hydra asks: Why?", "You are next to speak."), asked("Hydra asks: Why?"), false},
		{"nothing new", true, asked("Hydra asks: Why?"), asked("Hydra asks: Why?"), false},
		{"an incident", true, turnView("arcadia"), incidentView("arcadia"), true},
		{"on sitting down", true, nil, asked("Hydra asks: Why?"), false},
		{"off", false, asked(), asked("Hydra asks: Why?"), false},
	} {
		sh := NewShell(nil, Preferences{Bell: c.bell})
		sh.Resize(80, 24)
		if c.before != nil {
			sh.See(c.before, fixtureNow)
		}
		if got := slices.Contains(sh.See(c.after, fixtureNow), Act(Ring{})); got != c.want {
			t.Errorf("%s: rings %v", c.given, got)
		}
	}
}

func TestPreferencesAreTurnedAndKept(t *testing.T) {
	for _, c := range []struct {
		line string
		want Preferences
		kept map[string]string
	}{
		{"/bell on", Preferences{Look: theme.Auto, Bell: true}, map[string]string{"bell": "on"}},
		{"/mouse off", Preferences{Look: theme.Auto, NoMouse: true}, map[string]string{"mouse": "off"}},
		{"/look mono", Preferences{Look: theme.Mono}, map[string]string{"look": "mono"}},
		{"/look plain", Preferences{Look: theme.Auto}, map[string]string{"look": "plain"}},
	} {
		sh := seated(turnView("arcadia"), theme.Auto, 80, 24)
		kept := map[string]string{}
		for _, a := range press(sh, c.line+"<enter>", fixtureNow+later) {
			if r, ok := a.(Remember); ok {
				kept[r.Name] = r.Value
			}
		}
		if len(kept) != 1 || kept[strings.Fields(c.line)[0][1:]] != c.kept[strings.Fields(c.line)[0][1:]] {
			t.Errorf("%s keeps %v", c.line, kept)
		}
		if sh.likes != c.want || Liked(kept) != c.want {
			t.Errorf("%s: likes %+v, at the next visit %+v, want %+v", c.line, sh.likes, Liked(kept), c.want)
		}
		if sh.note.text == "" || sh.note.refusal {
			t.Errorf("%s is answered by %+v", c.line, sh.note)
		}
		if f := sh.Frame(fixtureNow); f.Mouse == c.want.NoMouse {
			t.Errorf("%s: the mouse is %v", c.line, f.Mouse)
		}
	}
	if got := Liked(map[string]string{"bell": "loud", "mouse": "", "colour": "on"}); got != (Preferences{Look: theme.Auto}) {
		t.Errorf("what is not known makes %+v", got)
	}
}
