package plain

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// published says which revision is read where not everybody sees the draft.
func published(p *page, v *exercise.View) {
	room := v.Room
	switch {
	case room.ID == exercise.HallRoom && room.Published == 0:
		p.say("This is the scenario's draft; the chair has published no revision yet")
	case room.ID == exercise.HallRoom:
		p.say("This is revision %d, as published", room.Published)
	case len(room.Rules.Hall) > 0 && room.Published == room.Revision:
		p.say("The hall reads the same revision, %d", room.Published)
	case len(room.Rules.Hall) > 0:
		p.say("The draft is at revision %d; the hall reads revision %d", room.Revision, room.Published)
	}
}

// focus says what the chair has brought before everybody.
func focus(p *page, v *exercise.View) {
	if v.Room.Focus != "" {
		p.say("The chair has brought %s before everybody", v.Room.Focus)
	}
}

// input says what can become of written input, and where words came from.
func input(p *page, v *exercise.View, a exercise.AmendmentView) {
	inHall := v.Room.ID == exercise.HallRoom
	switch {
	case a.Input != "":
		p.say("It takes up the written input %s", a.Input)
	case inHall && a.State == exercise.AmendmentInput:
		p.say("It is part of the non-paper, which is not delivered yet")
	case a.State == exercise.AmendmentInput || a.State == exercise.AmendmentDelivered && !inHall:
		p.say("It is no text until a team with a say sponsors it: cosponsor %s", a.ID)
	}
}

// onWhat names the clause of an amendment; a proposal may be for a new one.
func onWhat(a exercise.AmendmentView) exercise.Phrase {
	if a.Clause == "" {
		return words.Phrase("for a new clause")
	}
	return words.Phrase("on clause %s", string(a.Clause))
}
