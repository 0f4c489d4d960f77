package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// debrief reads what evaluators recorded.
func (r *reply) debrief(v *exercise.View) {
	x := v.Debriefed()
	r.data = x
	p := &r.text
	p.say("%s", banner(v))
	if v.Room.Debrief == nil {
		p.say("The debrief is not open: only control and evaluators see this")
	}
	for _, o := range x.Objectives {
		p.say("Objective %s: %s", o.ID, o.Text)
		rating(p, o.Rating)
		for _, a := range []exercise.Aspect{exercise.Strength, exercise.Improve} {
			for _, obs := range o.Of(a) {
				p.say("%s: %s%s", a.Says().Capital(), obs.Text, references(obs.Entries))
			}
		}
		if len(o.Observations) == 0 {
			p.say("Nothing was observed")
		}
	}
	for _, a := range x.Actions {
		p.say("Action %d: %s Owner: %s, by %s", a.N, ended(a.Text), a.Owner, a.Due)
	}
	if len(x.Actions) == 0 {
		p.say("No action is proposed")
	}
	p.say("%s", banner(v))
}

func rating(p *page, x *exercise.RatingView) {
	if x == nil {
		p.say("It is not rated")
		return
	}
	p.say("Rated %s, %s: %s", string(x.Rating), x.Rating.Says(), x.Why)
	for _, e := range x.Earlier {
		p.say("Rated earlier %s, %s: %s", string(e.Rating), e.Rating.Says(), e.Why)
	}
}

// references are the numbers of entries, after the words.
func references(entries []string) exercise.Phrase {
	if len(entries) == 0 {
		return exercise.Phrase{}
	}
	return words.Phrase(" (see #%s)", strings.Join(entries, ", #"))
}
