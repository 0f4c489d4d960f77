package screen

import "kefi/tui/theme"

// helpKeys lists the keys that mean the same everywhere.
func (d *Drawing) helpKeys() {
	for _, k := range [...]struct{ keys, what string }{
		{"Enter", "speaks your line, or holds it until the floor is yours"},
		{"Up, Down", "on an empty line: another clause or row"},
		{"Tab", "to the page and back to your line"},
		{"PgUp, PgDn", "read back and forth"},
		{"Esc", "one step back; never loses text"},
		{"Ctrl+Z, Ctrl+L", "undo in your text; draw the screen again"},
	} {
		d.Runs(runs{{theme.Strong, "  " + fit(k.keys, 16, "") + " "}, {theme.Body, k.what}})
	}
	d.Gap()
}
