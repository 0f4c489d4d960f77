package screen

import (
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/rehearsal"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// coach is what makes a shell a rehearsal's: it says the next thing to do above
// the input, has a kind word for a wrong key, and lets Esc leave.
type coach struct {
	outside exercise.Phase // of the exercise that waits outside; empty where none does
}

// Rehearsal makes the screen of a rehearsal, drawn as this one is.
func (sh *Shell) Rehearsal() *Shell {
	trial := NewShell(nil, sh.likes)
	trial.dark, trial.gauge, trial.told, trial.lang, trial.coach = sh.dark, sh.gauge, sh.told, sh.lang, &coach{}
	trial.Resize(sh.width, sh.height)
	if sh.view != nil {
		trial.Outside(sh.view)
	}
	return trial
}

// Outside tells a rehearsal how far the exercise has come.
func (sh *Shell) Outside(v *exercise.View) { sh.coach.outside = v.Room.Phase }

// BackFrom comes back from a rehearsal. What was chosen there is kept, and
// that the three things were done is ticked off.
func (sh *Shell) BackFrom(trial *Shell, now int64) []Act {
	sh.now, sh.likes, sh.lang = now, trial.likes, trial.lang
	if trial.view == nil || rehearsal.Now(trial.view) != rehearsal.Ready {
		return nil
	}
	return sh.steps.did(stepTry)
}

// Refuse says why something that was asked of the program could not be done.
func (sh *Shell) Refuse(why error) { sh.note = note{text: sh.lang.Error(why), refusal: true} }

// Stopped says that a real-world stop stands.
func (sh *Shell) Stopped() bool { return sh.stopped() }

// Language is the seat's; nil is English.
func (sh *Shell) Language() *words.Language { return sh.lang }

// lines say what to do next, wrapped to the window.
func (c *coach) lines(sh *Shell, s *Sight) []string {
	if c == nil || s.View == nil {
		return nil
	}
	step := rehearsal.Now(s.View)
	r := strong(s.Say("%d of %d", min(int(step)+1, rehearsal.Steps), rehearsal.Steps) + "  ")
	switch {
	case c.called():
		r = append(runs{{theme.Alert, theme.MarkAlert + " "}}, strong(s.Say("The exercise has begun. Esc takes you to your seat."))...)
	case step == rehearsal.Ready:
		r = append(runs{{theme.Strong, s.Theme.Glyphs.Done + " "}}, c.ready(s)...)
	default:
		r = append(r, plain(sh.asksFor(s, step))...)
	}
	return r.wrap(s.Theme, max(s.Width, 1))
}

// called says that the exercise outside has left its lobby.
func (c *coach) called() bool {
	return c.outside != "" && c.outside != exercise.Lobby && c.outside != exercise.Briefing
}

func (c *coach) ready(s *Sight) runs {
	if c.outside == "" {
		return s.in(theme.Body).Say("%s Stay and try more, or press Esc to leave.", strong(s.Say("You are ready.")))
	}
	return s.in(theme.Body).Say("%s Stay and try more, or press Esc to go back to the lobby.", strong(s.Say("You are ready.")))
}

// asksFor is the sentence of a step.
func (sh *Shell) asksFor(s *Sight, step rehearsal.Step) string {
	_, answering := sh.page().(*decide)
	switch {
	case step == rehearsal.Speak:
		return s.Say("Say hello to the table: type hello, then press Enter.")
	case step == rehearsal.Raise && !rehearsal.Waits(s.View):
		return s.Say("That was heard. Now watch: the robots answer.")
	case step == rehearsal.Raise:
		return s.Say("Ada speaks. Ask for the floor: type /hand, then press Enter.")
	case !rehearsal.Waits(s.View):
		return s.Say("Your hand is up. Now watch: you are given the floor.")
	case answering:
		return s.Say("Take a position: choose with Up and Down, press Enter, and Enter once more.")
	}
	return s.Say("You are asked for a position: type /position, then press Enter.")
}

// known are the keys that mean something somewhere; what has a text does too.
var known = []string{
	"enter", "tab", "shift+tab", "esc", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "backspace", "delete", "space",
	"ctrl+c", "ctrl+k", "ctrl+l", "ctrl+z", "ctrl+left", "ctrl+right", "ctrl+a", "ctrl+e", "ctrl+u", "ctrl+w", "ctrl+backspace", "alt+backspace", "ctrl+y", "ctrl+shift+z",
}

// corrects says a kind sentence where a key does nothing, or where a command
// would be spoken, and whether it has.
func (c *coach) corrects(sh *Shell, k key) bool {
	if c == nil || sh.view == nil {
		return false
	}
	if k.Text == "" && !slices.Contains(known, k.String()) {
		sh.note = note{text: sh.lang.Say("That key does nothing here, and nothing is lost by it.")}
		return true
	}
	if k.String() != "enter" || sh.focused {
		return false
	}
	text := strings.ToLower(strings.TrimSpace(sh.line().text.Text()))
	if _, isVerb := action.Find(text); !isVerb {
		return false
	}
	sh.note = note{text: sh.lang.Say("What begins with a slash is done, and all else is spoken. You may mean %s.", "/"+text)}
	return true
}

// rehearse asks for a rehearsal, where this is the time for one.
func (sh *Shell) rehearse() []Act {
	a, _ := action.Find("rehearse")
	if why := a.NotNow(sh.view); !why.IsZero() {
		sh.note = note{text: sh.lang.Phrase(why), refusal: true}
		return nil
	}
	return []Act{Rehearse{}}
}
