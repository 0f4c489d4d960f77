package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

var copyShots = []shot{
	{"copy", turnView, "arcadia", "/copy 3<enter>"},
	{"copy-incident", incidentView, "arcadia", "<esc>/copy I2<enter>"},
}

func TestCopyWords(t *testing.T) {
	for _, c := range []struct {
		view  func(exercise.SeatID) *exercise.View
		id    string
		begin string
		holds string
	}{
		{turnView, "", "Clause 3. Notification\n3.1 Each Party [shall | should] notify", "notifies the State in whose territory it works at the same time."},
		{turnView, "2", "Clause 2. Off-limits\n2.1 ", ""},
		{turnView, "3.2", "3.2 A notice states the nature", "at the same time."},
		{turnView, "a1", "3.1: put \"48\" for \"24\"", "because midway, and our vendors can meet it"},
		{turnView, "3.1b/2", "3.1b/1 “24”", "\n3.1b/2 “72”; prefer: ε Hydra"},
		{turnView, "#20", "10:40 ε Hydra: Seventy-two hours is what", "a fault or an attack."},
		{incidentView, "i2", "EXERCISE EXERCISE EXERCISE", "Two others have seen the same loader in their own networks."},
	} {
		s := seated(c.view("arcadia"), theme.Dark, 80, 24)
		s.Frame(fixtureNow)
		text := s.sight().copyWords(c.id)
		if text == "" || !strings.HasPrefix(text, c.begin) || !strings.Contains(text, c.holds) || strings.ContainsAny(text, "\x1b│─") {
			t.Errorf("%q: %q", c.id, text)
		}
	}
}

func TestWhatIsReadIsCopiedByY(t *testing.T) {
	for _, c := range []struct {
		given, keys  string
		begin, holds string
		bare         string // said as the other way
	}{
		{"a clause", "/text 3<enter><tab>y", "Clause 3. Notification\n3.1 Each Party [shall | should] notify", "\n3.2 A notice", "/copy 3"},
		{"a paragraph", "/text 3.2<enter><tab>y", "3.2 A notice states", "at the same time.", "/copy 3.2"},
		{"the whole draft in another view", "/text<enter><tab>vy", "Clause 1. ", "\nClause 2. ", ""},
		{"an amendment", "/read A1<enter><tab>y", "3.1: put \"48\" for \"24\"", "because midway", "/copy A1"},
		{"who is here", "/who<enter><tab>y", "", "Hydra", ""},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(turnView("arcadia"), theme.Dark, 100, 30)
			sh.Frame(fixtureNow)
			acts := press(sh, c.keys, fixtureNow+later)
			i := slices.IndexFunc(acts, func(a Act) bool { _, copies := a.(Copy); return copies })
			if i < 0 {
				t.Fatalf("y leads to %v", acts)
			}
			text := acts[i].(Copy).Text
			if text = strings.TrimLeft(text, "\n"); !strings.HasPrefix(text, c.begin) || !strings.Contains(text, c.holds) || strings.ContainsAny(text, "\x1b│\u00a0") {
				t.Errorf("the clipboard gets %q", text)
			}
			if said := sh.note.text; !strings.Contains(said, "clipboard") || !strings.Contains(said, c.bare) || c.bare == "" && strings.Contains(said, "/copy") {
				t.Errorf("it says %q", said)
			}
		})
	}
}

// However small the window, the page says how to go back.
func TestTheCopyPageSaysHowToGoBack(t *testing.T) {
	for _, w := range windows {
		for _, keys := range []string{"/copy 3<enter>", "/copy 3<enter><pgdown><pgdown><pgdown>"} {
			sh := seated(turnView("arcadia"), theme.Dark, w[0], w[1])
			sh.Frame(fixtureNow)
			press(sh, keys, fixtureNow+later)
			sh.Frame(fixtureNow)
			if text := ansi.Strip(strings.Join(sh.Frame(fixtureNow).Lines, "\n")); !strings.Contains(text, "Esc goes back.") {
				t.Errorf("%q at %v:\n%s", keys, w, text)
			}
		}
	}
}

func TestTheCopyPageLeavesTheMouse(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 60, 24)
	sh.Frame(fixtureNow)
	press(sh, "/copy 3.1<enter>", fixtureNow+later)
	f := sh.Frame(fixtureNow)
	if f.Mouse || len(f.RunsOn) == 0 {
		t.Errorf("the mouse is the screen's: %v; lines that run on: %v", f.Mouse, f.RunsOn)
	}
	text := ""
	for y := f.RunsOn[0]; y <= f.RunsOn[len(f.RunsOn)-1]+1; y++ {
		text += ansi.Strip(f.Lines[y])
	}
	if want := sh.sight().copyWords("3.1"); text != want {
		t.Errorf("the lines are %q, want %q", text, want)
	}
	press(sh, "<esc>", fixtureNow+later)
	if f := sh.Frame(fixtureNow); !f.Mouse || len(f.RunsOn) > 0 {
		t.Errorf("back at the table the mouse is %v, and %v run on", f.Mouse, f.RunsOn)
	}
	press(sh, "/copy Z9<enter>", fixtureNow+later)
	if !sh.note.refusal {
		t.Error("what is not there is copied")
	}
}

// A text broken for the page is whole when what runs on is joined, and no line
// is wider than the page, nor shorter than it has to be.
func TestFlowedTextIsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab κ宽\n\u0301é👍")), 0, 60, -1).Draw(t, "text")
		width := rapid.IntRange(2, 20).Draw(t, "width")
		lines, runsOn := flowed(text, width)
		var b strings.Builder
		for i, line := range lines {
			if cells(line) > width || runsOn[i] && cells(line) < width-1 {
				t.Fatalf("%q takes %d of %d cells", line, cells(line), width)
			}
			b.WriteString(line)
			if !runsOn[i] && i+1 < len(lines) {
				b.WriteByte('\n')
			}
		}
		if b.String() != text {
			t.Fatalf("%q becomes %q", text, b.String())
		}
	})
}

func TestCopyPageScrolls(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 30, 12)
	sh.Frame(fixtureNow)
	press(sh, "/copy 3<enter>", fixtureNow+later)
	first := sh.Frame(fixtureNow)
	press(sh, "<pgdown>", fixtureNow+later)
	sh.Frame(fixtureNow)
	if after := sh.Frame(fixtureNow); slices.Equal(first.Lines, after.Lines) {
		t.Error("PgDn does not go on")
	}
	for _, y := range first.RunsOn {
		if strings.Contains(ansi.Strip(first.Lines[y+1]), "below") {
			t.Error("the text runs on into what is said about it")
		}
	}
}
