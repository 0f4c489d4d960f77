package screen

import (
	"strings"

	"kefi/tui/theme"
)

// recordEnd shows where the record ended, to be read aloud or copied, once the
// exercise is closed.
func (d *Drawing) recordEnd(s *Sight) {
	end := s.View.Own.Record
	if end == nil {
		return
	}
	d.Gap()
	d.Text(1, s.in(theme.Strong).Say("The record ends with act %d. Read aloud: %s", int(end.Act), strings.ReplaceAll(end.Aloud(), " ", bound)))
	digits := 64
	if d.width < digits+4 {
		digits = 32
	}
	for _, line := range end.Whole(digits) {
		d.Line(theme.Body, "   "+line)
	}
	d.Text(1, s.in(theme.Muted).Say("A record without that act, or with another hash there, is not the one that was closed. %s keeps this, %s the server's signature of it.", "/export head", "/export head.txt.sig"))
}
