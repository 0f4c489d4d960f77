package transcript

import (
	"strings"

	"kefi/exercise"
)

// void lists what did not last: what was reopened, the signatures that were
// void with it, and what people took back.
func (p *page) void() {
	var reopened, back []string
	for _, l := range p.room.Feed {
		entry := "**" + inline(l.No) + "** " + p.clock(l.Wall) + " "
		switch {
		case l.Kind == "reopened":
			reopened = append(reopened, entry+inline(l.Text))
		case l.Kind == "undo" && l.Team != "":
			back = append(back, entry+p.delegation(l.Team)+" "+inline(l.Text))
		case l.Kind == "undo":
			back = append(back, entry+"The chair "+inline(l.Text))
		}
	}
	for _, s := range p.room.Voided {
		reopened = append(reopened, p.voided(s))
	}
	if len(reopened)+len(back) == 0 {
		return
	}
	p.para("## Reopened and taken back")
	p.list("Reopened:", reopened)
	p.list("Taken back:", back)
}

// voided is a signature that a reopening made void, with all that it said.
func (p *page) voided(s exercise.SignatureView) string {
	how := s.How
	if how == "" {
		how = "not signed"
	}
	text := "Void: " + p.delegation(s.Team) + ", " + how
	if s.Words != "" {
		text += ": " + words(s.Words)
	}
	for _, r := range s.Reservations {
		text += "; reservation on clause " + inline(string(r.Clause)) + ": " + words(r.Text)
	}
	for _, c := range s.Dissociated {
		text += "; dissociated from clause " + inline(string(c))
	}
	if strings.HasSuffix(text, "”") {
		return text
	}
	return text + "."
}
