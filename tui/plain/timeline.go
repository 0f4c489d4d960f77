package plain

import (
	"kefi/exercise"
	"kefi/tui/words"
)

// timelineOf is the MSEL of those who know it.
func timelineOf(v *exercise.View) []exercise.InjectRow {
	switch {
	case v.Own.Control != nil:
		return v.Own.Control.Timeline
	case v.Own.Evaluator != nil:
		return v.Own.Evaluator.Timeline
	}
	return nil
}

// timeline lists the MSEL, an inject a line, then what waits for the world and
// where the model stands.
func (r *reply) timeline(v *exercise.View, now int64) {
	p := &r.text
	p.say("Story time is %s, %s", story(v.Room.Clocks.ScenarioAt(now)), running(v.Room.Clocks.ScenarioRunning, v.Room.Clocks.ScenarioWhy))
	list := timelineOf(v)
	for i, x := range list {
		p.say("%d of %d. %s, to %s, %s: %s", i+1, len(list), x.ID, x.To, progress(x), x.Title)
	}
	if v.Own.Control != nil {
		for _, q := range v.Own.Control.Requests {
			if q.Answer == "" {
				waitingQuestion(p, v, q, now)
			}
		}
	}
	model(p, v.Model(), v.Room.Clocks.ScenarioAt(now))
	r.data = map[string]any{"timeline": list, "model": v.Model()}
}

// waitingQuestion is one to the world, with its age and what is prepared.
func waitingQuestion(p *page, v *exercise.View, q exercise.RequestView, now int64) {
	p.say("%s. %s asked %s ago: %s", q.No, team(v, q.Team).Name, spell(now-q.Wall), q.Text)
	for _, o := range q.Offers {
		p.say("Prepared: %s, from %s: %s Type reply-as %s #%s", o.ID, o.From, o.Text, o.ID, q.No)
	}
}

// progress says how far an inject has come and what it waits for.
func progress(x exercise.InjectRow) exercise.Phrase {
	state := words.Phrase(x.State)
	switch {
	case !x.Pending() && x.At >= 0 && x.State != exercise.InjectDropped:
		state = words.Phrase("%s at %s", state, story(x.At))
	case x.State == exercise.InjectDropped:
	case x.State == exercise.InjectQueued:
	case x.State == exercise.InjectDue:
		state = words.Phrase("due, and waits for release %s", x.ID)
	case x.Reserve:
		state = words.Phrase("in reserve")
	case x.Waits != "":
		state = words.Phrase("waits until %s, %s", x.Waits, truth(x.TrueNow))
	case x.At >= 0:
		state = words.Phrase("planned for %s", story(x.At))
	default:
		state = words.Phrase("by hand")
	}
	if x.Held {
		state = words.Phrase("%s, held until release %s", state, x.ID)
	}
	if x.Returns != "" {
		state = words.Phrase("%s, the return of %s unless %s", state, x.Returns, x.Averts)
	}
	if !x.Why.IsZero() {
		state = words.Phrase("%s, because %s", state, x.Why)
	}
	if n := len(x.Opened); n > 0 {
		state = words.Phrase("%s, %s", state, words.Counted(n, "opened by %d seat", "opened by %d seats"))
	}
	return state
}

func truth(now bool) exercise.Phrase {
	if now {
		return words.Phrase("true now")
	}
	return words.Phrase("not yet")
}

// effects are what an inject does as it is delivered.
func effects(p *page, x exercise.InjectRow) {
	for _, d := range x.Does {
		if d.Waits == "" {
			p.say("As it goes out: %s. %s", d.What, d.Text)
			continue
		}
		p.say("As it goes out, if %s, %s: %s. %s", d.Waits, truth(d.TrueNow), d.What, d.Text)
	}
}

// model tells the figures of the author's model, and what moved each last.
func model(p *page, m *exercise.ModelView, scenario int64) {
	if m == nil {
		return
	}
	for _, d := range m.Dials {
		figure(p, d.Name, d.Value, d.Changes)
	}
	if m.Gap != nil {
		figure(p, m.Gap.Name, m.Gap.At(scenario), m.Gap.Changes)
	}
}

func figure(p *page, name string, value int, changes []exercise.ChangeView) {
	if n := len(changes); n > 0 {
		p.say("%s stands at %d of 100 in the author's model. Last: %+d, %s", name, value, changes[n-1].By, changes[n-1].Why)
		return
	}
	p.say("%s stands at %d of 100 in the author's model", name, value)
}
