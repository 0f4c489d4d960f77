package transcript

import (
	"fmt"
	"strconv"

	"kefi/exercise"
)

func number(n int) string { return strconv.Itoa(n) }

// hotWash gives the boards: answers without names.
func (p *page) hotWash() {
	wash := p.room.HotWash
	if wash == nil || len(wash.Boards) == 0 {
		return
	}
	p.para("## Hot wash")
	for i, b := range wash.Boards {
		var answers []string
		for _, a := range b.Answers {
			text := words(a.Text)
			if a.Votes > 0 {
				text += " (" + count(a.Votes, "vote") + ")"
			}
			answers = append(answers, text)
		}
		if len(answers) == 0 {
			answers = []string{"No answer."}
		}
		p.list(fmt.Sprintf("### %d. %s", i+1, inline(b.Question)), answers)
	}
}

func count(n int, what string) string {
	switch n {
	case 0:
		return "no " + what
	case 1:
		return "1 " + what
	}
	return number(n) + " " + what + "s"
}

// stayedOpen lists what the exercise left undone.
func (p *page) stayedOpen() {
	var open []string
	for _, c := range p.room.Clauses {
		switch c.State {
		case exercise.ClauseAgreed, exercise.ClauseFinal, exercise.ClauseDeleted:
		default:
			open = append(open, fmt.Sprintf("Clause %s, %s (%s): %s.", inline(string(c.ID)), inline(c.Title), c.State, count(c.Open, "open point")))
		}
	}
	for _, d := range p.room.Standing {
		open = append(open, fmt.Sprintf("%s on %s stands. %s", inline(string(d.ID)), inline(d.Title.String()), inline(d.IfNothingChanges.String())))
	}
	for _, a := range p.room.Amendments {
		switch a.State {
		case exercise.AmendmentLodged, exercise.AmendmentWaiting:
			open = append(open, fmt.Sprintf("%s of %s was not decided: %s", inline(string(a.ID)), p.sponsors(a), ended(inline(a.Line.String()))))
		}
	}
	for _, d := range p.room.Decisions {
		for _, a := range d.AdRef {
			if !a.Cleared && !a.Lapsed && !d.TakenBack && !d.Voided {
				open = append(open, fmt.Sprintf("%s accepted %s ad referendum; it has not been cleared.", p.delegation(a.Team), inline(d.Title.String())))
			}
		}
	}
	open = append(open, p.unanswered()...)
	p.list("## What stayed open", append(open, p.unsigned()...))
}

// unanswered lists incidents to all that asked something.
func (p *page) unanswered() []string {
	var out []string
	for _, x := range p.room.Incidents {
		answered := map[exercise.TeamID]bool{}
		for _, a := range x.Answers {
			answered[a.Team] = true
		}
		var silent []exercise.TeamID
		for _, t := range p.room.Teams {
			if x.Asks != "" && !answered[t.ID] {
				silent = append(silent, t.ID)
			}
		}
		if len(silent) > 0 {
			out = append(out, fmt.Sprintf("%s has no answer of %s.", inline(x.ID), p.delegations(silent)))
		}
	}
	return out
}

// unsigned lists who has not said how it stands to the adopted text.
func (p *page) unsigned() []string {
	if p.room.Closing == nil || !p.room.Closing.Adopted {
		return nil
	}
	var silent []exercise.TeamID
	for _, s := range p.room.Closing.Signatures {
		if s.How == "" {
			silent = append(silent, s.Team)
		}
	}
	if len(silent) == 0 {
		return nil
	}
	return []string{"Neither signed, endorsed nor declined: " + p.delegations(silent) + "."}
}
