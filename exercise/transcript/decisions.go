package transcript

import (
	"strings"

	"kefi/exercise"
)

// decisions lists what was decided or refused, in order.
func (p *page) decisions() {
	for i, d := range p.room.Decisions {
		if i == 0 {
			p.para("## Decisions")
		}
		p.decision(d)
	}
}

func (p *page) decision(d exercise.DecisionView) {
	outcome := string(d.Outcome)
	switch {
	case d.TakenBack:
		outcome = "taken back"
	case d.Voided:
		outcome += ", void since"
	}
	p.para("### %s. %s: %s", inline(string(d.ID)), inline(capital(p.title(d))), outcome)
	line := form(d)
	if d.At > 0 {
		line = p.clock(d.At) + ", " + line
	}
	if d.TakenBack {
		p.para("%s. The chair took it back.", line)
	} else {
		p.para("%s. %s", line, inline(d.Sentence.String()))
	}
	p.flagged(d)
	p.lodged(d)
	p.positions(d)
	p.list("Counted:", p.counted(d))
	p.list("Said with it:", p.saidWith(d))
}

// title says what was decided. A closed alternative has lost its words in the
// draft; the line of the record that closed it still has them.
func (p *page) title(d exercise.DecisionView) string {
	for _, l := range p.room.Feed {
		text, on := strings.CutPrefix(l.Text, "On ")
		if l.Kind != "decided" || l.Ref != string(d.ID) || !on {
			continue
		}
		if i := strings.LastIndex(text, ". "+d.Sentence.String()); i > 0 {
			return text[:i]
		}
	}
	return d.Title.String()
}

// lodged says what an amendment asked for, and why.
func (p *page) lodged(d exercise.DecisionView) {
	for _, a := range p.room.Amendments {
		if string(a.ID) != string(d.X) {
			continue
		}
		text := p.sponsors(a) + ": " + inline(a.Line.String())
		if a.Because != "" {
			text += ", because " + inline(a.Because)
		}
		p.para("%s of %s", inline(string(a.ID)), ended(text))
	}
}

// sponsors says whose an amendment is.
func (p *page) sponsors(a exercise.AmendmentView) string {
	switch {
	case a.Chair:
		return "the chair"
	case len(a.Sponsors) == 0:
		return "nobody any more"
	}
	return p.delegations(a.Sponsors)
}

func form(d exercise.DecisionView) string {
	switch d.Form {
	case exercise.FormGavel:
		return "gavel (“Is there any objection?”)"
	case exercise.FormDeferral:
		return "gavel to defer"
	case exercise.FormReopening:
		return "gavel to reopen"
	case exercise.FormSilence:
		return "silence procedure"
	case exercise.FormPut:
		if d.Sheet != "" {
			return "put to the delegations on sheet " + inline(d.Sheet)
		}
		return "put to the delegations"
	}
	return inline(d.Form)
}

// positions is a table of who said what, track by track; none where nobody
// had to say anything.
func (p *page) positions(d exercise.DecisionView) {
	said := false
	cells := map[exercise.Track][]string{}
	for _, x := range d.Positions {
		said = said || x.Position != exercise.NoPosition
		t := p.team(x.Team)
		cells[t.Track] = append(cells[t.Track], inline(t.Name)+": "+position(x))
	}
	if !said && d.Form != exercise.FormPut {
		return
	}
	var names, rules, row []string
	for _, t := range exercise.Tracks() {
		names = append(names, string(t)+" "+t.Word())
		rules = append(rules, "---")
		row = append(row, strings.Join(cells[t], "; "))
	}
	p.row(names...)
	p.row(rules...)
	p.row(row...)
	p.end()
}

func position(x exercise.PositionView) string {
	switch {
	case x.Position == exercise.NoPosition:
		return "–"
	case x.Position == exercise.NotYet:
		return "not yet"
	case x.Position == exercise.StandAside:
		return "stands aside"
	case x.Position == exercise.PositionWait:
		return "asked for time"
	case x.Position == exercise.RefuseSilence:
		return "wanted no silence procedure"
	case x.Position == exercise.BreakTheHush:
		return "broke the silence"
	case x.AdRef:
		return "accept ad ref"
	}
	return string(x.Position)
}

// saidWith are the words given with positions, statements and what became of
// acceptances ad referendum.
func (p *page) saidWith(d exercise.DecisionView) []string {
	var out []string
	for _, x := range d.Positions {
		if x.Words != "" {
			out = append(out, p.delegation(x.Team)+", "+position(x)+": "+words(x.Words))
		}
	}
	for _, a := range d.AdRef {
		text := p.delegation(a.Team) + ", ad referendum: " + adRef(a)
		if a.Why != "" {
			out = append(out, text+": "+words(a.Why))
			continue
		}
		out = append(out, text+".")
	}
	for _, s := range d.Statements {
		out = append(out, "Statement of "+p.delegation(s.Team)+": "+words(s.Text))
	}
	return out
}

func adRef(a exercise.AdRefView) string {
	switch {
	case a.Cleared:
		return "cleared"
	case a.Why != "":
		return "refused, so the decision is postponed"
	case a.Lapsed:
		return "not cleared in time, so the decision is postponed"
	}
	return "still to be cleared"
}
