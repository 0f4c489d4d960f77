package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// precedent lists agreed language, says one piece of it, or how something
// departs from it.
func (r *reply) precedent(v *exercise.View, args []string) error {
	p := &r.text
	if len(args) == 0 {
		for _, x := range v.Room.Precedents {
			p.say("Precedent %s: %s Source: %s", x.ID, x.Text, x.Source)
		}
		r.data = v.Room.Precedents
		return nil
	}
	x, ok := v.Room.Precedent(args[0])
	if !ok {
		return noPrecedent(v.Room, args[0])
	}
	if len(args) == 1 {
		p.say("Precedent %s: %s Source: %s", x.ID, x.Text, x.Source)
		r.data = x
		return nil
	}
	list := v.Room.Deviations(x, args[1])
	if len(list) == 0 {
		return exercise.Refuse(exercise.ErrUnknown, "There is nothing called %s in the draft to compare; name a clause, a paragraph, an alternative or an amendment that stands.", args[1])
	}
	for _, d := range list {
		deviation(p, x, d)
	}
	p.say("Source: %s", x.Source)
	r.data = list
	return nil
}

// deviation says a redline for the eye, then each change for the ear.
func deviation(p *page, x exercise.PrecedentView, d exercise.Deviation) {
	if d.Same() {
		p.say("%s reads as precedent %s does", comparedTo(d), x.ID)
		return
	}
	p.say("%s beside precedent %s: %s", comparedTo(d), x.ID, redline(d.Changes))
	for _, c := range d.Changes {
		switch text := strings.TrimSpace(c.Text); {
		case strings.Trim(text, "[]| ") == "":
		case c.Op == exercise.Removed:
			p.say("in the precedent alone, “%s”", text)
		case c.Op == exercise.Added:
			p.say("in the draft alone, “%s”", text)
		}
	}
}

// comparedTo names what is compared: "3.1", or "A16 in 3.1".
func comparedTo(d exercise.Deviation) exercise.Phrase {
	if d.Of == string(d.Para) {
		return words.Phrase(d.Of)
	}
	return words.Phrase("%s in %s", d.Of, string(d.Para))
}

func noPrecedent(r *exercise.RoomView, id string) error {
	ids := make([]string, len(r.Precedents))
	for i, x := range r.Precedents {
		ids[i] = x.ID
	}
	return exercise.Refuse(exercise.ErrUnknown, "There is no precedent %q; there are %s.", id, words.List(ids))
}
