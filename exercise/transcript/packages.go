package transcript

import (
	"strings"

	"kefi/exercise"
)

// packages lists what was bound together, by whom, and what became of it.
func (p *page) packages() {
	if len(p.room.Packages) == 0 {
		return
	}
	p.para("## Packages")
	for _, x := range p.room.Packages {
		p.item("**%s**%s: %s; %s", inline(string(x.ID)), p.sponsored(x), inline(parts(x)), packageState(x))
	}
	p.end()
}

func (p *page) sponsored(x exercise.PackageView) string {
	if len(x.Sponsors) == 0 {
		return ""
	}
	return " of " + p.delegations(x.Sponsors)
}

func parts(x exercise.PackageView) string {
	names := make([]string, len(x.Parts))
	for i, part := range x.Parts {
		names[i] = part.Title.String()
	}
	return strings.Join(names, ", ")
}

func packageState(x exercise.PackageView) string {
	if !x.Why.IsZero() && x.State == exercise.PackageFallen {
		return "fallen, because " + inline(x.Why.String()) + "."
	}
	return inline(x.State) + "."
}

// flagged says what a decision rested on and is so no longer.
func (p *page) flagged(d exercise.DecisionView) {
	if !d.Flagged.IsZero() {
		p.para("**Taken %s. %s.**", inline(d.Understanding.String()), inline(capital(d.Flagged.String())))
	}
}
