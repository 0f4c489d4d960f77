package plain

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
)

// where says in a few sentences where the exercise is and what the seat can do.
func where(p *page, v *exercise.View, now int64) {
	room := v.Room
	if room.RealWorld {
		p.say(realWorld)
		return
	}
	p.say("EXERCISE. %s, %s", room.Exercise.Title, phase(room.Phase))
	if item, ok := openItem(v); ok {
		p.say("The item is %s", itemTitle(item))
	}
	focus(p, v)
	f := room.Floor
	switch {
	case f.Speaker != "":
		p.say("%s has the floor", team(v, f.Speaker).Name)
	case room.Phase == exercise.Table:
		p.say("Nobody has the floor; it is %s", floorMode(f))
	}
	proceedings(p, v)
	for _, d := range room.Standing {
		p.say("%s: %s on %s, %s left", d.ID, d.Form, d.Title, left(room.Clocks, d.Until, now))
	}
	if v.Own.Do != "" {
		p.say("%s", v.Own.Do)
	}
	notices(p, v.Own.ForYou)
}

const realWorld = "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control."

func phase(x exercise.Phase) string {
	switch x {
	case exercise.Table:
		return "the table phase"
	case exercise.Closed:
		return "closed"
	}
	return "the " + string(x)
}

func floorMode(f exercise.FloorView) string {
	switch f.Mode {
	case "open":
		return "open to all"
	case "closed":
		return "closed"
	}
	return "given to those who raise a hand"
}

// notices tells what waits for the seat. A verb that ends in a quotation mark
// is one for a screen to begin with.
func notices(p *page, list []exercise.Notice) {
	for _, n := range list {
		p.say("For you: %s", n.Text)
		verb, wantsWords := strings.CutSuffix(n.Verb, ` "`)
		switch {
		case wantsWords:
			p.say("Type %s and your words", verb)
		case verb != "":
			p.say("Type %s", verb)
		}
	}
}

// recent is how many entries `new` tells.
const recent = 10

func (r *reply) news(v *exercise.View) {
	lines := slices.Concat(v.Room.Feed, v.Own.Lines)
	slices.SortStableFunc(lines, func(a, b exercise.Line) int { return int(a.Wall - b.Wall) })
	lines = lines[max(0, len(lines)-recent):]
	notices(&r.text, v.Own.ForYou)
	if len(lines) == 0 {
		r.text.say("Nothing has happened yet")
	}
	for i, l := range lines {
		r.text.say("%d of %d. %s", i+1, len(lines), Line(v, l))
	}
	r.data = lines
}

func (r *reply) situation(v *exercise.View) {
	r.text.say("%s", banner(v))
	r.text.prose(v.Room.Situation)
	r.text.say("%s", banner(v))
	r.data = map[string]string{"situation": v.Room.Situation}
}

func banner(v *exercise.View) string {
	return fmt.Sprintf("EXERCISE EXERCISE EXERCISE, %s, not real events.", v.Room.Exercise.Name)
}

func (r *reply) brief(v *exercise.View) error {
	b := v.Own.Brief
	if b == nil {
		return refusal(exercise.ErrUnknown, "Your seat has no brief; situation shows what everyone knows.")
	}
	p := &r.text
	p.say("%s", banner(v))
	p.prose(b.Page)
	for _, list := range []struct {
		title string
		texts []string
	}{{"You want", b.Wants}, {"You can trade", b.Trades}, {"Your red line", b.RedLines}, {"Only you can offer", b.Offers}} {
		for _, text := range list.texts {
			p.say("%s: %s", list.title, text)
		}
	}
	for _, point := range b.Points {
		p.say("Point %s matters to you: %s", point.Point, point.Why)
	}
	p.say("%s", banner(v))
	r.data = b
	return nil
}

func (r *reply) agenda(v *exercise.View, now int64) {
	r.text.say("%s, %s", v.Room.Exercise.Title, phase(v.Room.Phase))
	_, seated := openItem(v)
	for i, item := range v.Room.Agenda {
		text := fmt.Sprintf("%s, %s", itemTitle(item), count(item.Minutes, "minute"))
		switch {
		case seated && i == v.Room.Item && item.Until > 0:
			text += ", open now, " + left(v.Room.Clocks, item.Until, now) + " left"
		case seated && i == v.Room.Item:
			text += ", open now"
		}
		r.text.say("%d. %s", i+1, text)
	}
	if rules := v.Room.Rules; rules.Name != "" {
		r.text.say("Decided by the procedure %s", rules.Name)
		for _, line := range rules.Lines {
			r.text.say("%s", line)
		}
	}
	r.data = v.Room.Agenda
}

func itemTitle(item exercise.ItemView) string {
	title := string(item.Kind)
	switch len(item.Clauses) {
	case 0:
	case 1:
		title += " of clause " + string(item.Clauses[0])
	default:
		title += " of clauses " + and(strs(item.Clauses))
	}
	return title
}
