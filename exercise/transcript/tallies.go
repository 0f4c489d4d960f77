package transcript

import (
	"fmt"
	"strings"

	"kefi/exercise"
)

// procedure names who decides and by what rule. Three equal tracks are what
// kefi is for; any other rule is spelled out.
func (p *page) procedure() {
	rules := p.room.Rules
	p.field("Procedure", p.room.Exercise.Procedure)
	p.field("Control arm", rules.Arm)
	if p.room.Exercise.Procedure != exercise.Lateral {
		lines := make([]string, len(rules.Lines))
		for i, line := range rules.Lines {
			lines[i] = line.String()
		}
		p.field("Decided by", strings.Join(lines, " "))
	}
}

// counted is the tally of each body of teams, with its rule and what that needs.
func (p *page) counted(d exercise.DecisionView) []string {
	var out []string
	for _, t := range d.Tallies {
		who := "All teams"
		if t.Track != "" {
			who = string(t.Track) + " " + t.Track.Word()
		}
		text := who + ", " + t.Rule + ": " + said(t)
		if t.Needed > 0 {
			text += fmt.Sprintf("; %d of %d needed", t.Needed, t.Base)
		}
		if !t.Carries {
			text += "; does not carry"
		}
		out = append(out, inline(text)+".")
	}
	return out
}

// said counts what a body has said: "2 accept, 1 silent".
func said(t exercise.TallyView) string {
	var parts []string
	for _, x := range []struct {
		word  string
		teams []exercise.TeamID
	}{{"accept", t.Accept}, {"object", t.Object}, {"aside", t.Aside}, {"not yet", t.NotYet}, {"silent", t.Silent}} {
		if len(x.teams) > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", len(x.teams), x.word))
		}
	}
	if len(parts) == 0 {
		return "nobody is counted"
	}
	return strings.Join(parts, ", ")
}
