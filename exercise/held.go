package exercise

import "slices"

// An amendment lodged on what is being put waits, visibly, until that closes.

// putOn is the standing put that an amendment would disturb, if any.
func (s State) putOn(a Amendment) (decision, bool) {
	for _, x := range s.standing() {
		if x.Form == FormPut && (x.X == WholeText || s.touches(x, a.Clause)) {
			return x, true
		}
	}
	return decision{}, false
}

// release lodges what waited and can be lodged now. What cannot be lodged any
// more is said so; the words stay on record.
func (d *decider) release() {
	for _, h := range slices.Clone(d.s.draft.held) {
		c := mapTexts(h.Amend, func(t *Text) { t.Value = d.s.text(t.ID) })
		e, err := d.amending(c, h.Team, h.By)
		switch {
		case err != nil:
			d.emit(HeldOver{Team: h.Team, Words: h.Amend.firstWord()})
		default:
			if _, still := d.s.putOn(e.Amendment); still {
				continue
			}
			d.emit(HeldOver{Team: h.Team, Words: h.Amend.firstWord(), Lodged: true})
			d.lodge(e)
		}
	}
}

// firstWord names a waiting amendment: ids of words are given once.
func (c Amend) firstWord() WordID {
	for _, e := range c.Edits {
		if e.Old.ID != (WordID{}) {
			return e.Old.ID
		}
		if e.New.ID != (WordID{}) {
			return e.New.ID
		}
	}
	return c.Because.ID
}

func (e Held) apply(s *State, a Act) {
	s.draft.held = append(slices.Clip(s.draft.held), e)
	x, _ := s.decision(e.ID)
	words := []WordID{e.Amend.Because.ID, e.Amend.Title.ID}
	for _, edit := range e.Amend.Edits {
		words = append(words, edit.Old.ID, edit.New.ID)
	}
	line := s.amendmentLine(Amendment{Clause: e.Amend.Clause, Edits: e.Amend.Edits})
	s.post(a, e, Line{
		Kind: "lodged", Team: e.Team, Seat: e.By, Ref: string(x.X),
		Text: "has an amendment that waits until " + string(x.X) + " closes: " + ended(line), words: words,
	})
}

func (e HeldOver) apply(s *State, a Act) {
	s.draft.held = slices.DeleteFunc(slices.Clone(s.draft.held), func(h Held) bool {
		return h.Team == e.Team && h.Amend.firstWord() == e.Words
	})
	if !e.Lodged {
		s.post(a, e, Line{
			Kind: "lodged", Team: e.Team,
			Text: "cannot lodge the amendment that waited: the text it was for has changed. Its words stay on record.",
		})
	}
}
