package figures

import (
	"slices"

	"kefi/exercise"
)

// Rights are what a track could do under the procedure, and how often it did
// or could have: the procedure check. It is no result: it says what was given
// to whom before anybody spoke, and belongs apart from what came of it.
type Rights struct {
	Track exercise.Track
	Teams int
	// Hall: it sat in a room of its own, not at the table. Observes: it sat at
	// the table without a say.
	Hall, Observes bool
	// Speaks: in turns at the table. Otherwise in the stakeholder slot where it
	// observes, or in the hall.
	Speaks bool
	// Tables: what it lodges is text in the draft. Otherwise it is written
	// input, or goes into the non-paper, or cannot be lodged.
	Tables, Input, NonPaper bool
	Decides                 bool   // its teams are counted
	Rule                    string // by which rule of its own; empty: none
	Blocks                  bool   // one team of it that objects stops what is put
	// Of the decisions on text that were closed: on how many it was counted,
	// how many it could have stopped alone, and in how many it was binding,
	// that is, what it said is why nothing was decided.
	Closed, Counted, Stoppable, Binding int
}

// rights has nothing to see: they are so from act 0 on. It tells after the
// decisions, which it counts.
type rights struct{}

func (rights) see(*moment) {}

func (rights) tell(f *Figures, end *ending) {
	p := end.Procedure()
	for _, t := range exercise.Tracks() {
		x := Rights{Track: t, Teams: seated(end, t)}
		if x.Teams == 0 {
			continue
		}
		x.Decides, x.Hall = p.Counts(t), slices.Contains(p.Hall, t)
		x.Observes = p.Input && !x.Decides && !x.Hall
		x.Speaks = !x.Hall && !x.Observes
		x.Tables = x.Speaks
		x.Input, x.NonPaper = x.Observes, x.Hall && len(p.NonPaper) > 0
		if rule, own := p.Of(t); own {
			x.Rule, x.Blocks = rule.String(), rule.Decides() && rule.StoppedBy(1, x.Teams)
		}
		if p.Overall != nil && x.Decides {
			x.Blocks = x.Blocks || p.Overall.StoppedBy(1, len(end.Plan().Teams))
		}
		for _, d := range f.Decisions {
			x.count(d)
		}
		f.Check = append(f.Check, x)
	}
}

func seated(end *ending, t exercise.Track) (n int) {
	for _, team := range end.Plan().Teams {
		if team.Track == t {
			n++
		}
	}
	return n
}

func (x *Rights) count(d Decision) {
	if !d.Textual {
		return
	}
	x.Closed++
	if slices.Contains(d.Counted, x.Track) {
		x.Counted++
	}
	if slices.Contains(d.Stoppable, x.Track) {
		x.Stoppable++
	}
	if d.Binding == x.Track {
		x.Binding++
	}
}
