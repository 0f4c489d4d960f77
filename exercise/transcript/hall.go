package transcript

import (
	"fmt"
	"slices"

	"kefi/exercise"
)

// published says in the hall's copy which text it has.
func (p *page) published() {
	switch {
	case p.room.ID != exercise.HallRoom:
	case p.room.Published == 0:
		p.para("_Minutes of the hall. Of the table they hold what was published: the scenario's draft and no revision._")
	default:
		p.para("_Minutes of the hall. Of the table they hold what was published, last revision %d._", p.room.Published)
	}
}

// input lists what tracks without a say have written, and what became of it
// as far as this room knows.
func (p *page) input() {
	var items []string
	for _, a := range p.room.Amendments {
		if len(a.Alts) > 0 || a.State == exercise.AmendmentWaiting || !a.ID.IsInput() {
			continue
		}
		by := "nobody any more"
		if len(a.Sponsors) > 0 {
			by = p.delegations(a.Sponsors)
		}
		items = append(items, fmt.Sprintf("**%s** of %s, %s%s %s", inline(string(a.ID)), by, a.State, p.takenUp(a.ID), ended(inline(a.Line.String()))))
	}
	heading := "## Written input"
	if len(p.room.Rules.Hall) > 0 {
		heading = "## Non-paper of the hall"
	}
	p.list(heading, items)
}

// takenUp names the amendment that written input became.
func (p *page) takenUp(id exercise.AmendmentID) string {
	for _, a := range p.room.Amendments {
		if a.Input == id {
			return fmt.Sprintf(" as %s by %s:", inline(string(a.ID)), p.delegations(a.Sponsors))
		}
	}
	return ":"
}

// hall is the second part of the minutes, for those who serve both rooms.
func (p *page) hall() {
	if lines := p.hallLines(); len(lines) > 0 {
		p.para("## Record of the hall")
		p.lines(lines)
	}
}

// hallLines are the entries of the hall before a seat at the table.
func (p *page) hallLines() []exercise.Line {
	var lines []exercise.Line
	for _, l := range p.v.Own.Lines {
		if l.Room == exercise.HallRoom {
			lines = append(lines, l)
		}
	}
	return lines
}

// elsewhere says where a delegation sits that is not in this room; "" of one
// that is.
func (p *page) elsewhere(t exercise.TeamView) string {
	inHall := slices.Contains(p.room.Rules.Hall, t.Track)
	switch {
	case inHall == (p.room.ID == exercise.HallRoom):
		return ""
	case inHall:
		return "in the hall"
	}
	return "at the table"
}
