package transcript

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// AgreedText is the section of the minutes that holds the agreed text and
// nothing else: each clause that is agreed or final, its text clean, with the
// reservations and dissociations to it, and when the text takes effect. It is
// empty where nothing is agreed.
func AgreedText(v *exercise.RoomView) string {
	p := newPage(&exercise.View{Room: v})
	adopted := v.Closing != nil && v.Closing.Adopted
	for _, c := range v.Clauses {
		if c.State.Agreed() {
			p.clause(c)
			p.standings(c.ID)
		}
	}
	if p.Len() == 0 {
		return ""
	}
	for _, c := range v.Clauses {
		if c.State == exercise.ClauseDeleted {
			p.para("_Clause %s was deleted._", inline(string(c.ID)))
		}
	}
	status := "_Agreed provisionally: nothing is agreed until everything is agreed._\n\n"
	if adopted {
		status = ""
		if !v.Closing.Effect.IsZero() {
			p.para("**Effect.** %s", inline(v.Closing.Effect.String()))
		}
	}
	return "## Agreed text\n\n" + status + p.String()
}

// clause writes a clause with its paragraphs; open points stand in brackets.
func (p *page) clause(c exercise.ClauseView) {
	p.para("### %s. %s", inline(string(c.ID)), inline(c.Title))
	for _, para := range c.Paras {
		if text := strings.TrimSpace(nodes(para.Nodes)); text != "" {
			p.para("%s %s", inline(string(para.ID)), text)
		}
	}
}

// standings are the reservations and dissociations to one clause.
func (p *page) standings(id exercise.ClauseID) {
	if p.room.Closing == nil {
		return
	}
	for _, s := range p.room.Closing.Signatures {
		for _, r := range s.Reservations {
			if r.Clause == id {
				p.para("> **Reservation of %s:** %s", p.delegation(s.Team), inline(r.Text))
			}
		}
		if slices.Contains(s.Dissociated, id) {
			p.para("> **Dissociation:** %s stands apart from this clause.", p.delegation(s.Team))
		}
	}
}

// nodes is a paragraph's text with its points as [one | other].
func nodes(list []exercise.NodeView) string {
	var b strings.Builder
	afterPoint := false
	for _, n := range list {
		if n.Point == nil {
			text := escape(n.Text)
			if afterPoint {
				text = guard(text)
			}
			b.WriteString(text)
		} else {
			b.WriteString(point(*n.Point))
		}
		afterPoint = n.Point != nil
	}
	return b.String()
}

func point(pt exercise.PointView) string {
	alts := make([]string, len(pt.Alts))
	for i, a := range pt.Alts {
		alts[i] = strings.TrimSpace(escape(a.Text))
		if len(a.Nodes) > 0 {
			alts[i] = strings.TrimSpace(nodes(a.Nodes))
		}
		if alts[i] == "" {
			alts[i] = "–" // no words: a deletion
		}
	}
	return "[" + strings.Join(alts, " | ") + "]"
}

// notAgreed is the annex of deferred clauses and, where the text is not
// adopted, the clauses still open.
func (p *page) notAgreed() {
	p.clauses("## Annex: not agreed", "Deferred, with the brackets as they stood: the alternatives of each point, and – for no words.",
		func(s exercise.ClauseState) bool { return s == exercise.ClauseDeferred })
	p.clauses("## Draft: open clauses", "Not decided. Brackets hold the alternatives of each point, and – stands for no words.",
		func(s exercise.ClauseState) bool {
			return s == exercise.ClauseDraft || s == exercise.ClauseOpen || s == exercise.ClauseReopened
		})
}

func (p *page) clauses(heading, what string, in func(exercise.ClauseState) bool) {
	begun := false
	for _, c := range p.room.Clauses {
		if !in(c.State) {
			continue
		}
		if !begun {
			p.para("%s", heading)
			p.para("%s", what)
			begun = true
		}
		p.clause(c)
		p.authors(c)
	}
}

// authors says who put which words into a clause that is not agreed. Agreed
// text carries no names.
func (p *page) authors(c exercise.ClauseView) {
	for _, para := range c.Paras {
		var said []string
		eachAuthored(para.Nodes, func(text string, by exercise.Author) {
			who := "the chair"
			if !by.Chair {
				who = p.delegation(by.Team)
			}
			if x := who + " “" + inline(strings.TrimSpace(text)) + "”"; !slices.Contains(said, x) {
				said = append(said, x)
			}
		})
		if len(said) > 0 {
			p.para("_Words put into %s by:_ %s.", inline(string(para.ID)), strings.Join(said, "; "))
		}
	}
}

// eachAuthored visits the words of nodes that are not the scenario's.
func eachAuthored(list []exercise.NodeView, visit func(string, exercise.Author)) {
	words := func(text string, by []exercise.AuthorView) {
		for _, a := range by {
			visit(text[a.From:a.To], a.Author)
		}
	}
	for _, n := range list {
		words(n.Text, n.Authors)
		if n.Point == nil {
			continue
		}
		for _, a := range n.Point.Alts {
			words(a.Text, a.Authors)
			eachAuthored(a.Nodes, visit)
		}
	}
}

// guard keeps words that follow a closing bracket from making a link of it.
func guard(s string) string {
	if strings.HasPrefix(s, "(") || strings.HasPrefix(s, ":") {
		return `\` + s
	}
	return s
}
