package exercise

import "slices"

// An amendment lodged on what is being put waits, visibly and under its
// number, until that closes.

// putOn is the standing put that an amendment would disturb, if any.
func (s State) putOn(a Amendment) (decision, bool) {
	for _, x := range s.standing() {
		if x.Form == FormPut && (x.X == WholeText || s.touches(x, a.Clause)) {
			return x, true
		}
	}
	return decision{}, false
}

// waitsFor is what must close before a waiting amendment is lodged.
func (s State) waitsFor(id AmendmentID) Subject {
	for _, h := range s.draft.held {
		if h.Amendment.ID != id {
			continue
		}
		if x, still := s.putOn(h.Amendment); still {
			return x.X
		}
		x, _ := s.decision(h.ID)
		return x.X
	}
	return ""
}

// release lodges what waited and can be lodged now. What cannot be lodged any
// more is said so; the words stay on record.
func (d *decider) release() {
	for _, h := range d.s.draft.held {
		if !d.s.waits(h.Amendment.ID) {
			continue // what the one before it closed has released it
		}
		if slices.ContainsFunc(wordsOf(h.Amend), d.s.gone) {
			d.emit(HeldOver{Amendment: h.Amendment.ID, Removed: true})
			continue
		}
		c, a := d.s.spelled(h.Amend), h.Amendment
		e, err := d.amending(c, Amendment{ID: a.ID, Sponsors: a.Sponsors, By: a.By})
		if err != nil {
			d.emit(HeldOver{Amendment: a.ID})
			continue
		}
		if _, still := d.s.putOn(e.Amendment); still {
			continue
		}
		d.emit(HeldOver{Amendment: a.ID, Lodged: true})
		d.lodge(e)
	}
}

func (s State) waits(id AmendmentID) bool {
	return slices.ContainsFunc(s.draft.held, func(h Held) bool { return h.Amendment.ID == id })
}

func (s *State) stopWaiting(id AmendmentID) {
	s.draft.held = slices.DeleteFunc(slices.Clone(s.draft.held), func(h Held) bool { return h.Amendment.ID == id })
}

func (e Held) apply(s *State, a Act) {
	s.draft.held = append(slices.Clip(s.draft.held), e)
	s.enter(e.Amendment)
	x, _ := s.decision(e.ID)
	s.post(a, e, Line{
		Kind: "lodged", Team: e.Amendment.Sponsors[0], Seat: e.Amendment.By, Ref: string(e.Amendment.ID),
		Phrase: say("has %s ready, which waits until %s closes: %s", e.Amendment.ID, x.X, s.amendmentLine(e.Amendment)).Ended(),
		words:  append(e.Amendment.words(), e.Amend.Title.ID),
	})
}

func (e HeldOver) apply(s *State, a Act) {
	x, _ := s.amendment(e.Amendment)
	text := say("cannot lodge %s, which waited: the text it was for has changed. Its words stay on record.", e.Amendment)
	if e.Removed {
		text = say("cannot lodge %s, which waited: words of it have been removed.", e.Amendment)
	}
	s.stopWaiting(e.Amendment)
	if e.Lodged {
		return // the line that it was lodged says so
	}
	s.changeAmendment(e.Amendment, func(x *Amendment) { x.State = AmendmentNotTakenUp })
	s.post(a, e, Line{Kind: "lodged", Team: x.Sponsors[0], Ref: string(e.Amendment), Phrase: text})
}
