package screen

import (
	"kefi/tui/action"
	"kefi/tui/theme"
)

// This file is the way from a seat's screen to the replay of what it saw, which
// lies over it and is not the shell's.

// replay asks for it, once the exercise is closed.
func (sh *Shell) replay() []Act {
	a, _ := action.Find("replay")
	if why := a.NotNow(sh.view); !why.IsZero() {
		sh.note = note{text: sh.lang.Phrase(why), refusal: true}
		return nil
	}
	return []Act{Replay{}}
}

// Look is how the seat is drawn now, and whether on a light background.
func (sh *Shell) Look() (look theme.Look, light bool) { return sh.theme().Look, !sh.dark }

// afterwards is what there is to do once the exercise is closed.
func (s *Sight) afterwards() []item {
	return []item{
		{key: "t", words: s.Say("Read the text"), does: []Act{Type{"/text clean"}}},
		s.copyItem(),
		{key: "p", words: s.Say("Replay from the start"), beside: s.Say("what your seat saw"), verb: "replay", does: []Act{Type{"/replay"}}},
	}
}
