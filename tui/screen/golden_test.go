package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Every screen is kept in testdata, one file for each look with all sizes. To
// draw one again: go test ./tui/screen -run AtEverySize/^lobby$ -update

// shot is a screen as somebody comes to it: the moment, the seat and the keys
// that lead there.
type shot struct {
	name string
	view func(exercise.SeatID) *exercise.View
	seat exercise.SeatID
	keys string
}

// shots are all screens. Pages add theirs in a list of their own.
func shots() []shot {
	return slices.Concat(copyShots, rightLeftShots, tableShots, pageShots, ruleShots, watcherShots, mselShots, earlierShots, surveyShots, precedentShots, debriefShots)
}

// windows are the sizes at which every screen is kept.
var windows = [][2]int{{200, 50}, {120, 40}, {100, 30}, {80, 24}, {60, 18}, {48, 11}}

// open seats somebody and presses the keys.
func (c shot) open(look theme.Look, lang *words.Language, width, height int) *Shell {
	sh := NewShell(NewCache(), Preferences{Look: look})
	sh.lang = lang
	sh.Resize(width, height)
	sh.See(c.view(c.seat), fixtureNow)
	sh.Frame(fixtureNow) // the first drawing tells the sizes
	press(sh, c.keys, fixtureNow+later)
	sh.Frame(fixtureNow)
	return sh
}

func TestScreensAtEverySize(t *testing.T) {
	for _, c := range shots() {
		t.Run(c.name, func(t *testing.T) {
			kept(t, func(look theme.Look, width, height int) *Shell { return c.open(look, nil, width, height) })
		})
	}
}

// TestIncidentAtEverySize: the incident arrives while a sentence is being
// written.
func TestIncidentAtEverySize(t *testing.T) {
	kept(t, func(look theme.Look, width, height int) *Shell {
		sh := seated(turnView("arcadia"), look, width, height)
		press(sh, "If the operator itself does not know, who starts the clock?", fixtureNow)
		sh.See(incidentView("arcadia"), fixtureNow)
		sh.Frame(fixtureNow)
		return sh
	})
}

// kept compares a screen at every size with what is kept of it: its text
// without colour and in ASCII, and the meanings that the dark look colours,
// whose text is the same.
func kept(t *testing.T, open func(look theme.Look, width, height int) *Shell) {
	t.Helper()
	var mono, ascii, dark strings.Builder
	for _, w := range windows {
		title := "== " + itoa(w[0]) + "x" + itoa(w[1]) + "\n"
		text := picture(t, open(theme.Mono, w[0], w[1]))
		mono.WriteString(title + text)
		ascii.WriteString(title + picture(t, open(theme.ASCII, w[0], w[1])))
		sh := open(theme.Dark, w[0], w[1])
		if coloured := picture(t, sh); coloured != text {
			t.Errorf("%s the dark look says\n%swithout colour it is\n%s", title, coloured, text)
		}
		dark.WriteString(title + meanings(sh.Frame(fixtureNow).Lines))
	}
	for look, all := range map[theme.Look]string{theme.Mono: mono.String(), theme.ASCII: ascii.String(), theme.Dark: dark.String()} {
		t.Run(string(look), func(t *testing.T) { golden.RequireEqual(t, all) })
	}
}

// seated is a shell that has just been given a view.
func seated(v *exercise.View, look theme.Look, width, height int) *Shell {
	sh := NewShell(NewCache(), Preferences{Look: look})
	sh.Resize(width, height)
	sh.See(v, fixtureNow)
	return sh
}

// picture is the screen as text, checked to be as large as the window and no
// wider, with the cursor shown by an underscore.
func picture(t *testing.T, sh *Shell) string {
	t.Helper()
	f := sh.Frame(fixtureNow)
	within(t, f.Lines, sh.width, sh.height)
	var b strings.Builder
	for y, line := range f.Lines {
		text := ansi.Strip(line)
		if y == f.Cursor.Y && f.Cursor.Visible {
			text += blanks(f.Cursor.X-ansi.StringWidth(text)) + strings.Repeat("_", max(1+f.Cursor.X-max(ansi.StringWidth(text), f.Cursor.X), 0))
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	return b.String()
}

// within checks that a screen fills its window and is no larger.
func within(t *testing.T, lines []string, width, height int) {
	t.Helper()
	if len(lines) != height {
		t.Errorf("%d lines in a window of %dx%d", len(lines), width, height)
	}
	for y, line := range lines {
		if w := ansi.StringWidth(line); w > width {
			t.Errorf("line %d is %d cells wide in a window of %dx%d: %q", y, w, width, height, ansi.Strip(line))
		}
	}
}

// letterOf shows each meaning as a letter.
var letterOf = map[theme.Style]string{
	theme.Muted: ".", theme.Strong: "s", theme.Kappa: "k", theme.Epsilon: "e", theme.Phi: "p",
	theme.Alert: "!", theme.Added: "+", theme.Removed: "-",
	theme.Strong | theme.Underline: "u", theme.Strong | theme.Reverse: "r", theme.Body | theme.Underline: "_",
}

// meanings draws the meanings of the dark look's lines, a letter for each cell
// that has one.
func meanings(lines []string) string {
	letters := map[string]string{}
	for style, letter := range letterOf {
		before, _, _ := strings.Cut(theme.For(theme.Dark, true).Paint(style, "x"), "x")
		letters[before] = letter
	}
	var b strings.Builder
	for _, line := range lines {
		row, style := "", " "
		for rest := line; rest != ""; {
			seq, width, n, _ := ansi.DecodeSequence(rest, ansi.NormalState, nil)
			switch letter, known := letters[seq]; {
			case known:
				style = letter
			case seq == "\x1b[m":
				style = " "
			case strings.HasPrefix(seq, "\x1b]"): // a tag, which is not shown
			case width == 0 && strings.HasPrefix(seq, "\x1b"):
				style = "?" // a style without a letter
			case seq == " " && strings.Contains(".skep!", style): // which shows on no blank
				row += " "
			default:
				row += strings.Repeat(style, width)
			}
			rest = rest[n:]
		}
		b.WriteString(strings.TrimRight(row, " ") + "\n")
	}
	return b.String()
}
