package screen

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

// clickAt presses and lets go at one cell of the screen.
func clickAt(sh *Shell, x, y int) []Act {
	sh.Frame(fixtureNow)
	sh.Mouse(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}, fixtureNow+later)
	return sh.Mouse(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft}, fixtureNow+later)
}

// drag presses at one cell and lets go at another, with a stop between.
func drag(sh *Shell, from, to Spot) []Act {
	sh.Frame(fixtureNow)
	sh.Mouse(tea.MouseClickMsg{X: from.X, Y: from.Y, Button: tea.MouseLeft}, fixtureNow+later)
	sh.Mouse(tea.MouseMotionMsg{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2, Button: tea.MouseLeft}, fixtureNow+later)
	sh.Mouse(tea.MouseMotionMsg{X: to.X, Y: to.Y, Button: tea.MouseLeft}, fixtureNow+later)
	return sh.Mouse(tea.MouseReleaseMsg{X: to.X, Y: to.Y, Button: tea.MouseLeft}, fixtureNow+later)
}

// find is the cell where some words stand on the screen.
func find(t *testing.T, sh *Shell, words string) Spot {
	t.Helper()
	for y, line := range sh.Frame(fixtureNow).Lines {
		if before, _, ok := strings.Cut(ansi.Strip(line), words); ok {
			return Spot{ansi.StringWidth(before), y}
		}
	}
	t.Fatalf("%q is not on the screen:\n%s", words, picture(t, sh))
	return Spot{}
}

// clickOn clicks on the first character of some words.
func clickOn(t *testing.T, sh *Shell, words string) []Act {
	t.Helper()
	at := find(t, sh, words)
	return clickAt(sh, at.X, at.Y)
}

func TestClicks(t *testing.T) {
	for _, c := range []struct {
		given string
		view  *exercise.View
		keys  string
		on    string
		want  func(*Shell) (bool, string) // with what there is instead
	}{
		{"a key in the footer", turnView("arcadia"), "", "Tab to the page", func(sh *Shell) (bool, string) { return sh.focused, "the line has the keys" }},
		{"the other one of two", turnView("arcadia"), "", "Up/Down clause", func(sh *Shell) (bool, string) { return sh.clauseInHand() == "2", string(sh.clauseInHand()) }},
		{"help", turnView("arcadia"), "", "? help", func(sh *Shell) (bool, string) { return sh.line().text.Text() == "?", sh.line().text.Text() }},
		{"commands while words stand in the line", turnView("arcadia"), "hello", "Ctrl+K", func(sh *Shell) (bool, string) {
			return sh.line().text.Text() == "/" && sh.line().aside == "hello", sh.line().text.Text()
		}},
		{"leaving asks first", turnView("arcadia"), "", "Ctrl+C leave", func(sh *Shell) (bool, string) { return sh.leaving, "it does not ask" }},
		{"a clause of the rail", turnView("arcadia"), "", "2 Off-limits", func(sh *Shell) (bool, string) { return sh.clauseInHand() == "2", string(sh.clauseInHand()) }},
		{"what is for this seat", turnView("arcadia"), "", "Lantern asks:", func(sh *Shell) (bool, string) {
			return strings.HasPrefix(sh.line().text.Text(), "/answer-ask #k1.5 "), sh.line().text.Text()
		}},
		{"an incident in the feed", incidentView("arcadia"), "<esc>", "A second utility", func(sh *Shell) (bool, string) { return sh.incident == "I2", sh.incident }},
		{"a command in the palette", turnView("arcadia"), "/", "room ", func(sh *Shell) (bool, string) {
			return sh.choice.moved && sh.offers(sh.line())[sh.choice.at].Name == "room", itoa(sh.choice.at)
		}},
		{"a point of the first reading", firstReadingView("arcadia"), "", "3.1b", func(sh *Shell) (bool, string) {
			return sh.focused && sh.page().(*firstReading).point == "3.1b", "another point is in hand"
		}},
		{"an answer", putView("meridia"), "/position<enter>", "5  ", func(sh *Shell) (bool, string) {
			return sh.page().(*decide).chosen == 4, itoa(sh.page().(*decide).chosen)
		}},
		{"plain text", turnView("arcadia"), "", "EXERCISE", func(sh *Shell) (bool, string) { return !sh.focused && sh.note == note{}, "something happens" }},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(c.view, theme.Dark, 100, 30)
			sh.Frame(fixtureNow)
			press(sh, c.keys, fixtureNow+later)
			clickOn(t, sh, c.on)
			if ok, instead := c.want(sh); !ok {
				t.Errorf("%s\n%s", instead, picture(t, sh))
			}
		})
	}
}

// Where a seat finds itself a click submits nothing: what it begins, a person
// sends.
func TestNoClickSubmits(t *testing.T) {
	for _, m := range moments() {
		for _, seat := range []exercise.SeatID{"arcadia", "chair", "observer"} {
			sh := seated(m.view(seat), theme.Dark, 100, 30)
			lines := sh.Frame(fixtureNow).Lines
			clicked := map[string]bool{}
			for y, line := range lines[:29] { // all but the footer, whose words are its keys
				for _, g := range readOf(line).glyphs {
					if g.target == "" || clicked[g.target] {
						continue
					}
					clicked[g.target] = true
					for _, a := range clickAt(seated(m.view(seat), theme.Dark, 100, 30), g.x, y) {
						if _, ok := a.(Submit); ok {
							t.Errorf("%s, %s: a click on %q submits %+v", m.name, seat, g.target, a)
						}
					}
				}
			}
		}
	}
}

func TestDragCopies(t *testing.T) {
	whole := "3.1 Each Party [shall κ2 φ1 | should ε1] notify the operators concerned within [24 κ1 φ1 | 72 ε2 | 48 κ1 ε1 φ1] hours of becoming aware of an incident that may disrupt water services."
	for _, c := range []struct {
		given         string
		width, height int
		keys          string
		from, to      string // where it begins, and the last word it ends on
		want          string
	}{
		{"within a line", 100, 30, "", "Each Party", "Party", "Each Party"},
		{"backwards", 100, 30, "", "Party", "Each", "Each Party"},
		{"a paragraph that the width has broken", 100, 30, "", "3.1", "services.", whole},
		{"the same in one column", 80, 24, "", "3.1", "services.", whole},
		{"the line with its mark", 80, 24, "Would forty-eight hours do?", "> Would", "do?", "Would forty-eight hours do?"},
		{"the rail, whose rows are lines", 100, 30, "", "1 Terms", "2 Off-limits", "1 Terms ✓ agreed\n2 Off-limits"},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(turnView("arcadia"), theme.Dark, c.width, c.height)
			sh.Frame(fixtureNow)
			press(sh, c.keys, fixtureNow+later)
			from, to := find(t, sh, c.from), find(t, sh, c.to)
			if from.Y < to.Y || from.X < to.X {
				to.X += ansi.StringWidth(c.to) - 1
			} else {
				from.X += ansi.StringWidth(c.from) - 1
			}
			acts := drag(sh, from, to)
			if want := []Act{Copy{Text: c.want}}; !reflect.DeepEqual(acts, want) {
				t.Errorf("it leads to %q, want %q\n%s", acts, want, picture(t, sh))
			}
			if !strings.Contains(sh.note.text, "in your clipboard") {
				t.Errorf("it says %q", sh.note.text)
			}
		})
	}
}

// What is dragged over is shown, and nothing else changes; a key ends that.
func TestTheMarkedIsReversed(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 100, 30)
	before := picture(t, sh)
	at := find(t, sh, "notify")
	sh.Mouse(tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft}, fixtureNow)
	if line := sh.Frame(fixtureNow).Lines[at.Y]; strings.Contains(line, "\x1b[7m") {
		t.Error("a click alone marks something")
	}
	sh.Mouse(tea.MouseMotionMsg{X: at.X + 5, Y: at.Y, Button: tea.MouseLeft}, fixtureNow)
	if line := sh.Frame(fixtureNow).Lines[at.Y]; !strings.Contains(line, "\x1b[7mnotify\x1b[m") {
		t.Errorf("it is not reversed: %q", line)
	}
	if after := picture(t, sh); after != before {
		t.Errorf("marking changes the screen:\n%s", after)
	}
	sh.Mouse(tea.MouseReleaseMsg{X: at.X + 5, Y: at.Y, Button: tea.MouseLeft}, fixtureNow)
	press(sh, "a", fixtureNow)
	if line := sh.Frame(fixtureNow).Lines[at.Y]; strings.Contains(line, "\x1b[7m") {
		t.Error("a key does not end it")
	}
}

// However it is dragged, on whatever page, in any look: no other pane, no rule,
// no escape sequence comes into the clipboard, and the screen keeps its words.
func TestAnyDrag(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(shots()).Draw(t, "shot")
		look := rapid.SampledFrom(theme.Looks()).Draw(t, "look")
		w := rapid.SampledFrom(windows).Draw(t, "window")
		sh := c.open(look, nil, w[0], w[1])
		spot := func(name string) Spot {
			return Spot{rapid.IntRange(-1, w[0]).Draw(t, name+" x"), rapid.IntRange(-1, w[1]).Draw(t, name+" y")}
		}
		before := sh.Frame(fixtureNow).Lines
		from, to := spot("from"), spot("to")
		sh.Mouse(tea.MouseClickMsg{X: from.X, Y: from.Y, Button: tea.MouseLeft}, fixtureNow)
		sh.Mouse(tea.MouseMotionMsg{X: to.X, Y: to.Y, Button: tea.MouseLeft}, fixtureNow)
		text := readOut(sh.marked())
		if strings.ContainsAny(text, "\x1b\a─│") {
			t.Fatalf("%s: %q", c.name, text)
		}
		for y, line := range sh.Frame(fixtureNow).Lines {
			if ansi.Strip(line) != ansi.Strip(before[y]) {
				t.Fatalf("%s: line %d was %q and is %q", c.name, y, ansi.Strip(before[y]), ansi.Strip(line))
			}
		}
	})
}

// A text that was wrapped to any width is read out as it was.
func TestWrappedTextIsReadOutWhole(t *testing.T) {
	word := rapid.SampledFrom([]string{"hours", "24", "à", "宽宽宽", "a\u0301b", "👨‍👩‍👧", "serviceinterruptionswithoutend", "κ2", "[48", "|", "72]"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 30).Draw(t, "words"), " ")
		width := rapid.IntRange(12, 60).Draw(t, "width")
		lead := rapid.SampledFrom([]string{"", " ", "3.1  ", "10:41  κ Arcadia  "}).Draw(t, "lead")
		s := &Sight{Theme: theme.For(theme.Dark, true), Width: width + ansi.StringWidth(lead), Height: 40}
		d := s.Draw()
		d.Hang(lead, plain(text))
		if got, want := readOut(stretchesOf(d.Lines(), s.Width)), oneBlank(strings.TrimLeft(lead, " "))+text; got != want {
			t.Fatalf("in %d cells:\n%s\nreads\n%q, want\n%q", s.Width, strings.Join(d.Lines(), "\n"), got, want)
		}
	})
}
