package screen

import (
	"kefi/tui/theme"
	"kefi/tui/words"
)

// helpKey is a key, or several, with what they do.
type helpKey struct{ keys, what string }

// helpKeys are the keys that mean the same everywhere; they are never changed.
var helpKeys = []helpKey{
	{"Enter", words.Mark("speaks your line, or holds it until the floor is yours")},
	{"Up, Down", words.Mark("on an empty line: another clause or row")},
	{"Tab", words.Mark("to the page and back to your line")},
	{"PgUp, PgDn", words.Mark("read back and forth")},
	{"Esc", words.Mark("one step back; never loses text")},
	{"Ctrl+Z, Ctrl+L", words.Mark("undo in your text; draw the screen again")},
}

func (d *Drawing) helpKeys() {
	for _, k := range helpKeys {
		d.Runs(runs{{theme.Strong, "  " + fit(k.keys, 16, "") + " "}, {theme.Body, d.s.Say(k.what)}})
	}
	d.Gap()
}
