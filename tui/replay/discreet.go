package replay

import (
	"slices"

	"kefi/exercise"
)

// discreetly leaves out of a reel what was said in private and what only this
// seat or its team was given, as where the scenario discloses that to nobody.
func (l *Reel) discreetly() {
	kept := l.moments[:0:0]
	for i, m := range l.moments {
		had := len(m.Lines)
		m.Lines = slices.DeleteFunc(slices.Clone(m.Lines), func(x exercise.Line) bool {
			return x.Room != exercise.TableRoom && x.Room != exercise.HallRoom
		})
		if i == 0 || m.turns || had == 0 || len(m.Lines) > 0 {
			kept = append(kept, m)
		}
	}
	l.moments, l.made, l.redact = kept, nil, discreet
}

// discreet takes that out of a view.
func discreet(v *exercise.View) *exercise.View {
	own := *v.Own
	own.Brief, own.Stakes, own.Chair = nil, nil, nil
	own.Lines, own.Asks, own.Requests, own.Wishes, own.Conditionals, own.Caucuses = nil, nil, nil, nil, nil, nil
	own.Stances, own.Incidents, own.Owed, own.ForYou = nil, nil, nil, nil
	return &exercise.View{Schema: v.Schema, Room: v.Room, Own: &own}
}

// whole leaves a view as it is.
func whole(v *exercise.View) *exercise.View { return v }
