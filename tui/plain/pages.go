package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
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
		p.say("%s: %s on %s, %s left", d.ID, words.Phrase(d.Form), d.Title, left(room.Clocks, d.Until, now))
	}
	if room.Phase == exercise.Closed {
		made(p, v)
	}
	if !v.Own.Do.IsZero() {
		p.say("%s", v.Own.Do)
	}
	if end := v.Own.Record; end != nil {
		p.say("The whole hash of act %d: %s", int(end.Act), end.Hash)
	}
	notices(p, v.Own.ForYou)
}

const realWorld = "REAL WORLD - NOT EXERCISE. Play has stopped. Stay connected and wait for control."

func phase(x exercise.Phase) exercise.Phrase {
	switch x {
	case exercise.Table:
		return words.Phrase("the table phase")
	case exercise.Closed:
		return words.Phrase("closed")
	}
	return words.Phrase("the " + string(x))
}

func floorMode(f exercise.FloorView) exercise.Phrase {
	switch f.Mode {
	case "open":
		return words.Phrase("open to all")
	case "closed":
		return words.Phrase("closed")
	}
	return words.Phrase("given to those who raise a hand")
}

// notices tells what waits for the seat.
func notices(p *page, list []exercise.Notice) {
	for _, n := range list {
		p.say("%s", notice(n))
	}
}

// notice is one thing that waits, with what to type. A verb that ends in a
// quotation mark is one for a screen to begin with.
func notice(n exercise.Notice) exercise.Phrase {
	verb, wantsWords := strings.CutSuffix(n.Verb, ` "`)
	switch {
	case wantsWords:
		return words.Phrase("For you: %s Type %s and your words.", n.Text.Ended(), verb)
	case verb != "":
		return words.Phrase("For you: %s Type %s.", n.Text.Ended(), strings.TrimSpace(verb))
	}
	return words.Phrase("For you: %s", n.Text.Ended())
}

func (r *reply) situation(v *exercise.View, now int64) {
	r.text.say("%s", banner(v))
	r.text.prose(v.Room.Situation)
	earlier(&r.text, v.Room.Earlier)
	model(&r.text, v.Room.Model, v.Room.Clocks.ScenarioAt(now))
	r.text.say("%s", banner(v))
	r.data = map[string]any{"situation": v.Room.Situation, "model": v.Room.Model, "earlier": v.Room.Earlier}
}

// earlier tells what the session before this one left.
func earlier(p *page, x *exercise.EarlierView) {
	if x == nil {
		return
	}
	p.say("The session before: %s", x.Title)
	if x.Later != "" {
		p.prose(x.Later)
	}
	p.say("%s", x.Outcome.Ended())
	for _, fact := range x.Facts {
		p.say("%s", fact)
	}
	if x.Summary != "" {
		p.say("Its chair's summary, which binds nobody")
		p.prose(x.Summary)
	}
	p.say("Its record: %s, %d acts, %s…", x.Exercise, x.Acts, x.Short())
}

func banner(v *exercise.View) exercise.Phrase {
	return words.Phrase("EXERCISE EXERCISE EXERCISE, %s, not real events.", v.Room.Exercise.Name)
}

// brief is the seat's own, or for evaluators every team's.
func (r *reply) brief(v *exercise.View) error {
	own, p := v.Own, &r.text
	if own.Brief == nil && own.Evaluator == nil {
		return exercise.Refuse(exercise.ErrUnknown, "Your seat has no brief; situation shows what everyone knows.")
	}
	p.say("%s", banner(v))
	if own.Brief != nil {
		brief(p, v.Room, own.Brief, own.Stakes)
		r.data = briefed{own.Brief, own.Stakes}
	} else {
		for _, x := range own.Evaluator.Briefs {
			p.say("Brief of %s", team(v, x.Team).Name)
			brief(p, v.Room, &x.Brief, x.Stakes)
		}
		r.data = own.Evaluator.Briefs
	}
	p.say("%s", banner(v))
	return nil
}

func brief(p *page, room *exercise.RoomView, b *exercise.BriefView, x *exercise.StakesView) {
	p.prose(b.Page)
	for _, list := range []struct {
		title string
		texts []string
	}{
		{words.Mark("You want: %s"), b.Wants},
		{words.Mark("You can trade: %s"), b.Trades},
		{words.Mark("Your red line: %s"), b.RedLines},
		{words.Mark("Only you can offer: %s"), b.Offers},
	} {
		for _, text := range list.texts {
			p.say(list.title, text)
		}
	}
	for _, point := range b.Points {
		p.say("Point %s matters to you: %s", point.Point, point.Why)
	}
	stakes(p, room, x)
}

func (r *reply) agenda(v *exercise.View, now int64) {
	r.text.say("%s, %s", v.Room.Exercise.Title, phase(v.Room.Phase))
	_, seated := openItem(v)
	for i, item := range v.Room.Agenda {
		text := words.Phrase("%s, %s", itemTitle(item), words.Counted(item.Minutes, "%d minute", "%d minutes"))
		switch {
		case seated && i == v.Room.Item && item.Until > 0:
			text = words.Phrase("%s, open now, %s left", text, left(v.Room.Clocks, item.Until, now))
		case seated && i == v.Room.Item:
			text = words.Phrase("%s, open now", text)
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

func itemTitle(item exercise.ItemView) exercise.Phrase {
	kind := words.Phrase(string(item.Kind))
	switch len(item.Clauses) {
	case 0:
		return kind
	case 1:
		return words.Phrase("%s of clause %s", kind, item.Clauses[0])
	}
	return words.Phrase("%s of clauses %s", kind, words.List(item.Clauses))
}
