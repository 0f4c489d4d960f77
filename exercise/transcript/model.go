package transcript

import (
	"fmt"

	"kefi/exercise"
)

// model gives the figures of the author's model that this seat may know, with
// what moved them. They are no findings, and say so.
func (p *page) model() {
	m := p.v.Model()
	if m == nil {
		return
	}
	p.para("## The author's model")
	p.para("_Figures from 0 to 100 that the scenario's author reckons with. They are no findings and are not for comparison._")
	for _, d := range m.Dials {
		p.figure(d.Name, d.Value, d.Changes)
	}
	if m.Gap != nil {
		p.figure(m.Gap.Name, m.Gap.At(p.room.Clocks.Scenario), m.Gap.Changes)
	}
}

func (p *page) figure(name string, value int, changes []exercise.ChangeView) {
	lines := make([]string, len(changes))
	for i, c := range changes {
		lines[i] = fmt.Sprintf("%s, %s: %+d, to %d. %s", p.clock(c.Wall), story(c.Scenario), c.By, c.To, inline(c.Why))
		if c.Undone {
			lines[i] += " (taken back)"
		}
	}
	p.para("**%s: %d**", inline(name), value)
	p.list("What moved it:", lines)
}
