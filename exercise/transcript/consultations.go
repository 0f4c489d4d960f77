package transcript

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// consultations lists what the minutes may tell of caucuses, the reports of
// contact groups, and straw polls.
func (p *page) consultations() {
	var met []exercise.Line
	for _, l := range p.room.Feed {
		if l.Kind == "caucus" && l.Team == "" || l.Kind == "group" && (l.Team != "" || l.Seat != "") {
			met = append(met, l)
		}
	}
	if len(met) == 0 && len(p.room.Polls) == 0 {
		return
	}
	p.para("## Consultations")
	for _, l := range met {
		p.item("**%s** %s", inline(l.No), p.attributed(l))
	}
	for _, x := range p.room.Polls {
		p.item("%s", p.poll(x))
	}
	p.end()
}

// poll gives the answers with who gave them.
func (p *page) poll(x exercise.PollView) string {
	var answers []string
	for _, o := range x.Options {
		text := fmt.Sprintf("“%s” %d", inline(o.Text), len(o.Teams))
		if len(o.Teams) > 0 {
			text += " (" + p.delegations(o.Teams) + ")"
		}
		answers = append(answers, text)
	}
	if len(x.Silent) > 0 {
		answers = append(answers, "no answer from "+p.delegations(x.Silent))
	}
	return fmt.Sprintf("Straw poll, which decided nothing: “%s”: %s.", inline(x.Question), strings.Join(answers, "; "))
}
