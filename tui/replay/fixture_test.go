package replay

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/bot/bottest"
	"kefi/exercise/journal/journaltest"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// keptActs is the exercise that is kept of version 0.1.0.
func keptActs(t testing.TB) []exercise.Act {
	t.Helper()
	return journaltest.Kept(t, "../../exercise/testdata/journals/0.1.0-copycat")
}

// began is when what the machine plays begins, in UTC ms.
const began = 1_790_000_000_000

// playedActs is copycat played by machine, with a token of its own in each
// brief and in what is said in private.
func playedActs(t testing.TB, change func(*exercise.Scenario)) []exercise.Act {
	t.Helper()
	sc, findings := format.Load(scenarios.FS, "copycat")
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	change(&sc)
	players := map[exercise.SeatID]bot.Player{}
	for i, s := range sc.Seats {
		switch {
		case s.Has(exercise.Chair):
			players[s.ID] = &bot.Chair{Read: readTyped}
		case s.Team != "":
			players[s.ID] = &bottest.Busy{Player: bot.NewDelegate(uint64(i)), Read: readTyped, Dice: rand.New(rand.NewPCG(7, uint64(i))), One: 9}
		}
	}
	var acts []exercise.Act
	p, err := bottest.New(sc, 7, began, players, func(_ *bottest.Play, a exercise.Act) { acts = append(acts, a) })
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sc.Seats {
		if s.Team == "" {
			continue
		}
		if err := p.Do(s.ID, exercise.SpeakRoom{Words: exercise.T("We keep canaryroom" + string(s.ID) + " to ourselves.")}); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Run(3 * 60 * 60_000); err != nil {
		t.Fatal(err)
	}
	return acts
}

func readTyped(line string) (exercise.Command, error) {
	intent, err := action.Parse(line)
	return intent.Command, err
}

// player is one at a terminal without colour.
func player(t testing.TB, acts []exercise.Act, seat exercise.SeatID, width, height int) *Player {
	t.Helper()
	r, err := Open(acts)
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPlayer(r, seat, Sheet{Width: width, Height: height, Look: theme.Mono}, false)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// press presses keys, by name.
func press(p *Player, keys ...string) {
	for _, k := range keys {
		p.Key(keyOf(k))
	}
}

func keyOf(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// picture is the frame as text.
func picture(p *Player) string {
	var b strings.Builder
	for _, line := range p.Frame().Lines {
		b.WriteString(strings.TrimRight(ansi.Strip(line), " ") + "\n")
	}
	return b.String()
}
