package plain

import (
	"fmt"

	"kefi/exercise"
	"kefi/tui/words"
)

// made is the closing report in sentences: what all made together, how each
// clause came to what it is, who was heard, and one's own delegation.
func made(p *page, v *exercise.View) {
	m := v.Room.Made()
	for _, sum := range m.Sums() {
		p.say("%s", words.List(sum))
	}
	for _, x := range m.Lives {
		p.say("Clause %s: %s", string(x.Clause), words.Phrase(string(x.State)))
	}
	for _, x := range m.Voice {
		p.say("%s said %s of the words", words.Phrase(x.Track.Word()), fmt.Sprintf("%.0f %%", x.Share*100))
	}
	for _, b := range m.Bridges {
		var names []string
		for _, t := range b.Teams {
			names = append(names, team(v, t).Name)
		}
		p.say("%s", words.Counted(b.Count, "%[2]s: %[1]d amendment together", "%[2]s: %[1]d amendments together", words.List(names)))
	}
	if v.Own.Team == "" {
		return
	}
	if v.Own.Brief != nil {
		for _, x := range v.Own.Brief.Points {
			p.say("Your brief, %s, %s: %s", string(x.Point), x.Why, v.AsToPoint(x.Point))
		}
	}
	for _, x := range v.OwnStanding() {
		p.say("%s", x)
	}
}
