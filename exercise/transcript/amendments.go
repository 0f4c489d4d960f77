package transcript

import (
	"fmt"

	"kefi/exercise"
)

// notTakenUp lists the amendments that a decision on other words left behind:
// those who lodged one read here what became of it.
func (p *page) notTakenUp() {
	var out []string
	for _, a := range p.room.Amendments {
		if a.State == exercise.AmendmentNotTakenUp {
			out = append(out, fmt.Sprintf("%s of %s: %s", inline(string(a.ID)), p.sponsors(a), ended(inline(a.Line.String()))))
		}
	}
	p.list("## Amendments not taken up", out)
}
