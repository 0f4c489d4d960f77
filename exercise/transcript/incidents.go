package transcript

import (
	"kefi/exercise"
)

// incidents gives those delivered to all, then those this seat knows beside
// them.
func (p *page) incidents() {
	if len(p.room.Incidents)+len(p.v.Own.Incidents) == 0 {
		return
	}
	p.para("## Incidents")
	for _, x := range p.room.Incidents {
		p.incident(x)
	}
	if len(p.v.Own.Incidents) > 0 {
		p.para("_What follows was not delivered to everyone._")
	}
	for _, x := range p.v.Own.Incidents {
		if staff(p.v.Own) { // numbers of the scenario's list, of which the table has its own
			x.ID = "MSEL " + x.ID
		}
		p.incident(x)
	}
}

func (p *page) incident(x exercise.IncidentView) {
	p.para("### %s. %s", inline(x.ID), inline(x.Title))
	p.para("%s, %s; from %s by %s, to %s.", p.clock(x.Wall), story(x.Scenario), inline(x.From), inline(x.Method), inline(x.To.String()))
	if x.Marking != "" {
		p.para("Marking: %s", inline(x.Marking))
	}
	if x.Recalled != "" {
		p.para("**Recalled:** %s", words(x.Recalled))
	}
	mark := inline(banner(p.room.Exercise.Title))
	p.para("> %s\n>\n%s\n>\n> %s", mark, quoted(x.Body), mark)
	if x.Asks != "" {
		by := ""
		if x.AnswerBy > 0 {
			by = " by " + story(x.AnswerBy)
		}
		p.para("Asked%s: %s", by, inline(x.Asks))
	}
	var answers []string
	for _, a := range x.Answers {
		answers = append(answers, p.delegation(a.Team)+", after "+span(a.After)+": "+words(a.Text))
	}
	p.list("Answers:", answers)
}

// requests are this seat's questions to the world outside the room.
func (p *page) requests() {
	for i, x := range p.v.Own.Requests {
		if i == 0 {
			p.para("## Questions to the world")
			p.para("_Seen by %s, and by those who answer for the world._", p.delegation(x.Team))
		}
		to := "the world"
		if x.To != "" {
			to = x.To
		}
		p.item("**%s** %s, to %s: %s", inline(x.No), p.clock(x.Wall), inline(to), words(x.Text))
		if x.Answer != "" {
			p.WriteString("  ")
			p.item("%s: %s", inline(x.By), words(x.Answer))
		}
	}
	if len(p.v.Own.Requests) > 0 {
		p.end()
	}
}
