package transcript

import (
	"strings"

	"kefi/exercise"
)

// debrief is what evaluators recorded, once everybody sees it: never by whom.
func (p *page) debrief() {
	v := p.room.Debrief
	if v == nil || v.Empty() {
		return
	}
	p.para("## Debrief")
	p.para("_What the evaluators saw, in their words. Ratings are theirs and are not computed: P performed without challenges, S with some, M with major challenges, U unable to be performed._")
	for _, o := range v.Objectives {
		p.para("### Objective %s. %s", inline(o.ID), inline(o.Text))
		p.rating(o.Rating)
		p.list("Strengths:", p.observations(o.Of(exercise.Strength)))
		p.list("Areas for improvement:", p.observations(o.Of(exercise.Improve)))
	}
	p.actions(v.Actions)
}

func (p *page) rating(x *exercise.RatingView) {
	if x == nil {
		p.para("Not rated.")
		return
	}
	p.para("**%s**, %s: %s", inline(string(x.Rating)), x.Rating.Says(), inline(ended(x.Why)))
}

func (p *page) observations(list []exercise.ObservationView) []string {
	var items []string
	for _, x := range list {
		text := inline(x.Text)
		if len(x.Entries) > 0 {
			text += " (#" + strings.Join(x.Entries, ", #") + ")"
		}
		items = append(items, text)
	}
	return items
}

func (p *page) actions(list []exercise.ActionView) {
	if len(list) == 0 {
		return
	}
	p.para("### Actions proposed")
	p.WriteString("| | action | owner | by |\n|---|---|---|---|\n")
	for _, x := range list {
		p.WriteString("| " + number(x.N) + " | " + inline(x.Text) + " | " + inline(x.Owner) + " | " + inline(x.Due) + " |\n")
	}
	p.end()
}
