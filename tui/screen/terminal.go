package screen

import "kefi/tui/theme"

// This file takes what the terminal says of itself. Nothing waits for it.

// Background takes the terminal's answer about its background.
func (sh *Shell) Background(dark bool) { sh.dark = dark }

// Measured takes how many cells the terminal draws one of theme.Samples in. A
// seat that leaves its look to the program is drawn with plain letters where
// Greek ones and lines would break every column.
func (sh *Shell) Measured(sample, cells int, now int64) {
	sh.now = now
	sh.gauge.Answer(sample, cells)
	sh.tellTrouble()
}

// theme is how the screen is drawn: by the person's choice, else by what the
// terminal can do.
func (sh *Shell) theme() *theme.Theme {
	look := sh.likes.Look
	if look == theme.Auto && sh.gauge.Trouble() != theme.None {
		look = theme.ASCII
	}
	return theme.For(look, sh.dark)
}

// tellTrouble says once what is wrong with the terminal and how to mend it. A
// projector shows nothing but the exercise.
func (sh *Shell) tellTrouble() {
	trouble := sh.gauge.Trouble()
	if trouble == sh.told || sh.view == nil || projects(sh.view.Own) || sh.note.refusal {
		return
	}
	sh.told = trouble
	if says := sh.troubleSays(trouble); says != "" {
		sh.note = note{text: says, at: sh.now}
	}
}

// troubleSays is the sentence for a trouble; a look that is ASCII already, by
// choice, has nothing to mend.
func (sh *Shell) troubleSays(trouble theme.Trouble) string {
	auto := sh.likes.Look == theme.Auto
	switch {
	case trouble == theme.None, sh.likes.Look == theme.ASCII:
		return ""
	case trouble == theme.NotUTF8 && auto:
		return sh.lang.Say("No UTF-8 here, so plain letters are used. Set the terminal to UTF-8 (PuTTY: Window, Translation), then type %s.", "/look auto")
	case trouble == theme.NotUTF8:
		return sh.lang.Say("No UTF-8 here: lines look broken. Set the terminal to UTF-8 (PuTTY: Window, Translation), or type %s.", "/look ascii")
	case auto:
		return sh.lang.Say("Greek letters and lines are two cells wide here, so plain ones are used. Set ambiguous width to narrow, then type %s.", "/look auto")
	}
	return sh.lang.Say("Greek letters and lines are two cells wide here. Set ambiguous width to narrow, or type %s.", "/look ascii")
}

// gaugeAgain asks the terminal anew, as after it was set otherwise.
func (sh *Shell) gaugeAgain() []Act {
	sh.gauge, sh.told = theme.Gauge{}, theme.None
	return []Act{Gauge{}}
}
