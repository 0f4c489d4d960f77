package screen

import (
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/rehearsal"
	"kefi/tui/rehearsal/rehearsaltest"
	"kefi/tui/theme"
)

// rehearsed is a rehearsal after what the newcomer has done, as it is on a
// screen.
func rehearsed(t *testing.T, look theme.Look, width, height int, did ...exercise.Command) *Shell {
	t.Helper()
	p := rehearsaltest.Open(t, rehearsal.Newcomer{Name: "Arcadia", Zone: "Europe/Zurich"}, fixtureNow-minute)
	for _, c := range did {
		p.You(c)
	}
	sh := NewShell(NewCache(), Preferences{Look: look})
	sh.Resize(width, height)
	trial := sh.Rehearsal()
	trial.Outside(lobbyView("arcadia"))
	trial.See(p.View(), fixtureNow)
	trial.Frame(fixtureNow)
	return trial
}

// The steps of a rehearsal, as commands.
var (
	hello    = exercise.Say{Words: exercise.T("hello")}
	hand     = exercise.Hand{}
	position = exercise.TakePosition{X: "1.1a/2", Position: exercise.Accept}
)

func TestRehearsalAtEverySize(t *testing.T) {
	for _, row := range []struct {
		name string
		did  []exercise.Command
		keys string
	}{
		{"speak", nil, "hel"},
		{"raise", []exercise.Command{hello}, ""},
		{"decide", []exercise.Command{hello, hand}, ""},
		{"deciding", []exercise.Command{hello, hand}, "/position<enter>"},
		{"ready", []exercise.Command{hello, hand, position}, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			kept(t, func(look theme.Look, width, height int) *Shell {
				sh := rehearsed(t, look, width, height, row.did...)
				press(sh, row.keys, fixtureNow+later)
				return sh
			})
		})
	}
}

func TestKeysInARehearsal(t *testing.T) {
	for _, row := range []struct {
		name, keys, says string
		did              []exercise.Command
		submits, leaves  bool
	}{
		{"words are spoken", "hello<enter>", "", nil, true, false},
		{"a verb without its slash is not", "hand<enter>", "What begins with a slash is done, and all else is spoken. You may mean /hand.", nil, false, false},
		{"a key without a meaning", "<f5>", "That key does nothing here, and nothing is lost by it.", nil, false, false},
		{"words while Ada speaks", "hello<enter>", "/hand asks for it.", []exercise.Command{hello}, false, false},
		{"the hand", "/hand<enter>", "", []exercise.Command{hello}, true, false},
		{"the position", "/position<enter><enter><enter>", "", []exercise.Command{hello, hand}, true, false},
		{"Esc leaves", "<esc>", "", nil, false, true},
		{"Esc leaves from a sentence", "hel<esc>", "", nil, false, true},
		{"Esc leaves after a kind word", "<f5><esc>", "", nil, false, true},
		{"Esc first closes a page", "/brief<enter><esc>", "", nil, false, false},
		{"leaving is asked", "<ctrl+c>", "Leave the rehearsal?", nil, false, false},
		{"/leave leaves", "/leave<enter>", "", nil, false, true},
		{"no rehearsal in a rehearsal", "/rehearse<enter>", "rehearse is for the lobby", nil, false, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			sh := rehearsed(t, theme.Mono, 80, 24, row.did...)
			acts := press(sh, row.keys, fixtureNow+later)
			if got := len(commandsIn(acts)) > 0; got != row.submits {
				t.Errorf("it submits %v", commandsIn(acts))
			}
			if got := hasQuit(acts); got != row.leaves {
				t.Errorf("it leaves: %v", got)
			}
			if got := one(picture(t, sh)); !strings.Contains(got, row.says) {
				t.Errorf("it does not say %q:\n%s", row.says, picture(t, sh))
			}
		})
	}
}

// A rehearsal sends nothing to the seat's own store but what it asks to keep
// with the person; ending it ticks the lobby's step once.
func TestTheLobbyTicksARehearsal(t *testing.T) {
	for _, row := range []struct {
		name string
		did  []exercise.Command
		want string
	}{
		{"left at once", nil, "0 of 4 done"},
		{"left half way", []exercise.Command{hello, hand}, "0 of 4 done"},
		{"played out", []exercise.Command{hello, hand, position}, "1 of 4 done"},
	} {
		t.Run(row.name, func(t *testing.T) {
			sh := seated(lobbyView("arcadia"), theme.Mono, 80, 24)
			acts := sh.BackFrom(rehearsed(t, theme.Mono, 80, 24, row.did...), fixtureNow)
			if got := picture(t, sh); !strings.Contains(got, row.want) {
				t.Errorf("the lobby shows\n%s", got)
			}
			if kept := len(acts) == 1 && acts[0] == Act(Keep{Slot: stepsSlot, Text: "try"}); kept != (row.want == "1 of 4 done") {
				t.Errorf("it keeps %v", acts)
			}
		})
	}
}

func TestTheExerciseCallsFromARehearsal(t *testing.T) {
	sh := rehearsed(t, theme.Mono, 80, 24)
	sh.Outside(briefingView("arcadia"))
	if got := picture(t, sh); strings.Contains(got, "The exercise has begun.") {
		t.Error("the briefing calls already")
	}
	sh.Outside(turnView("arcadia"))
	if got := picture(t, sh); !strings.Contains(got, "! The exercise has begun. Esc takes you to your seat.") {
		t.Errorf("it shows\n%s", got)
	}
}
