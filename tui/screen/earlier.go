package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// earlier adds what the session before this one left: how it ended, what of
// it stands and who signed, with the number of its record.
func (d *Drawing) earlier(x *exercise.EarlierView) {
	if x == nil {
		return
	}
	s := d.s
	d.Gap()
	d.Rule(s.Say("The session before: %s", x.Title))
	if x.Later != "" {
		d.Markdown(x.Later)
	}
	facts := make([]string, len(x.Facts))
	for i, fact := range x.Facts {
		facts[i] = s.phrase(fact)
	}
	d.List(s.phrase(x.Outcome.Ended()), facts)
	if x.Summary != "" {
		d.Gap()
		d.Line(theme.Strong, s.Say("Its chair's summary, which binds nobody"))
		d.Markdown(x.Summary)
	}
	d.Gap()
	d.Text(0, s.in(theme.Muted).Say("Its record: %s, %d acts, %s…", x.Exercise, x.Acts, x.Short()))
}
