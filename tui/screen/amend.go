package screen

import (
	"strings"

	"kefi/exercise"
)

// amend is the page on which an amendment is written: a reading of the
// paragraph to change, beside what the room will see. Nothing is lodged before
// a review.
type amend struct {
	para  exercise.ParaID
	base  string // the reading the author began with
	text  Editor
	why   Editor
	field amendField
	read  scroll

	// What the text amounts to, worked out when it or the view changes.
	of    *exercise.RoomView
	typed string
	edits []exercise.Edit
	next  exercise.ParaView
	err   error
}

type amendField int

const (
	amendText amendField = iota
	amendWhy
	amendKeep
	amendLodge
)

// openAmend opens the page for a paragraph; without one, for the paragraph in
// hand.
func (s *Sight) openAmend(rest []string) []Act {
	var p *exercise.ParaView
	switch {
	case len(rest) == 0:
		p = s.paraInHand()
	case strings.Contains(rest[0], "."):
		p = s.Para(exercise.ParaID(rest[0]))
	}
	if p == nil {
		return nil // the grammar says what is missing
	}
	a := &amend{para: p.ID, base: s.reading(p, s.View.Own)}
	a.text.Reset(a.base)
	return []Act{Open{Page: a, Focus: true}}
}

func (a *amend) Name(s *Sight) string { return s.Say("Amend %s", a.para) }

// slot is where the draft is kept.
func (a *amend) slot() string { return "amend/" + string(a.para) }

// Opened recalls what was written before, and from which reading: the words of
// others since then are not the author's to undo.
func (a *amend) Opened(*Sight) []Act {
	base := ""
	return []Act{
		Recall{Slot: a.slot() + "/base", Then: func(text string) []Act {
			base = text
			return nil
		}},
		Recall{Slot: a.slot(), Then: func(text string) []Act {
			if text != "" && a.text.Text() == a.base {
				a.text.Reset(text)
				if base != "" {
					a.base = base
				}
			}
			return nil
		}},
		Recall{Slot: a.slot() + "/why", Then: func(text string) []Act {
			if a.why.Empty() {
				a.why.Reset(text)
			}
			return nil
		}},
	}
}

// work finds out what the text amounts to, once for each text and view.
func (a *amend) work(s *Sight) {
	typed := a.text.Text()
	if a.of == s.View.Room && a.typed == typed && a.of != nil {
		return
	}
	a.of, a.typed = s.View.Room, typed
	a.edits, a.err = nil, nil
	p := s.Para(a.para)
	if p == nil {
		a.err = exercise.Refuse(exercise.ErrUnknown, "Paragraph %s is not in the draft any more; your text stays here as a draft.", a.para)
		return
	}
	a.next = *p
	if one(typed) != one(a.base) {
		a.edits, a.next, a.err = editsOf(*p, a.base, typed)
	}
}

// kept are the drafts as they now stand.
func (a *amend) kept() []Act {
	text, base := a.text.Text(), a.base
	if text == base {
		text, base = "", ""
	}
	return []Act{Keep{Slot: a.slot() + "/base", Text: base}, Keep{Slot: a.slot(), Text: text}, Keep{Slot: a.slot() + "/why", Text: a.why.Text()}}
}

// forget are the drafts once they are lodged.
func (a *amend) forget() []Act {
	return []Act{Keep{Slot: a.slot() + "/base"}, Keep{Slot: a.slot()}, Keep{Slot: a.slot() + "/why"}}
}

// lodge asks for the review; what cannot be lodged says why.
func (a *amend) lodge(s *Sight) []Act {
	a.work(s)
	switch {
	case a.err != nil:
		return []Act{Notice{Text: sentence(s.Lang.Error(a.err))}}
	case len(a.edits) == 0:
		return []Act{Notice{Text: s.Say("Nothing has been changed yet: change the words, then lodge.")}}
	}
	because, err := exercise.Clean(strings.TrimSpace(a.why.Text()))
	if err != nil {
		return []Act{Notice{Text: s.Lang.Error(err)}}
	}
	command, err := a.command(because)
	if err != nil {
		return []Act{Notice{Text: s.Lang.Error(err)}}
	}
	submit := Submit{Command: command, Then: func(refusal error) []Act {
		if refusal != nil {
			return nil // the page and its text stay
		}
		return append(a.forget(), Close{Page: a},
			Notice{Text: s.Say("Lodged. It stands on %s for all to see; introduce it when you have the floor.", a.para)})
	}}
	return []Act{Open{Page: a.review(s, because, submit), Focus: true}}
}

// command is the amendment as submitted, each text checked.
func (a *amend) command(because string) (exercise.Command, error) {
	for i := range a.edits {
		text, err := exercise.Clean(a.edits[i].New.Value)
		if err != nil {
			return nil, err
		}
		a.edits[i].New.Value = text
	}
	clause, _, _ := strings.Cut(string(a.para), ".")
	c := exercise.Amend{Clause: exercise.ClauseID(clause), Edits: a.edits}
	if because != "" {
		c.Because = exercise.T(because)
	}
	return c, nil
}

// review is the one page before the amendment is public.
func (a *amend) review(s *Sight, because string, submit Submit) *review {
	says := []string{
		s.Say("You are about to lodge an amendment to %s. Everyone at the table will see it with your team's name; you can withdraw it, but the record keeps it.", a.para),
		s.redlineRuns(exercise.Redline(a.base, one(a.text.Text()))).words(),
	}
	if because != "" {
		says = append(says, s.Say("Because: %s", because))
	}
	yes := s.Say("Lodge it")
	if team := s.Team(s.View.Own.Team); team.Name != "" {
		yes = s.Say("Lodge it for %s", team.Name)
	}
	return &review{title: s.Say("Lodge on %s", a.para), says: says, yes: yes, does: []Act{submit}}
}
