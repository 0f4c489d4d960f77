package transcript

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// attendance lists the delegations by track, how they took part and how they
// stand to the text.
func (p *page) attendance() {
	p.para("## Delegations")
	adopted := p.room.Closing != nil && p.room.Closing.Adopted
	columns := []string{"Track", "Delegation", "Presence", "Spoke", "Floor"}
	if adopted {
		columns = append(columns, "The text")
	}
	p.row(columns...)
	p.row(slices.Repeat([]string{"---"}, len(columns))...)
	for _, track := range exercise.Tracks() {
		for _, t := range p.room.Teams {
			if t.Track != track {
				continue
			}
			cells := []string{string(track) + " " + track.Word(), inline(t.Name), p.presence(t), times(t.Spoken), length(t.SpokenFor)}
			if adopted {
				cells = append(cells, p.signature(t.ID))
			}
			p.row(cells...)
		}
	}
	p.end()
	p.floorTime()
	var staff []string
	for _, s := range p.room.Staff {
		roles := make([]string, len(s.Roles))
		for i, r := range s.Roles {
			roles[i] = string(r)
		}
		line := inline(s.Name)
		if all := strings.Join(roles, ", "); !strings.EqualFold(all, s.Name) {
			line += " (" + all + ")"
		}
		staff = append(staff, line)
	}
	if len(staff) > 0 {
		p.para("Other seats: %s.", strings.Join(staff, "; "))
	}
}

func (p *page) row(cells ...string) {
	p.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func times(n int) string {
	switch n {
	case 0:
		return "–"
	case 1:
		return "once"
	}
	return number(n) + " times"
}

// presence says who is here during play, and afterwards who was.
func (p *page) presence(t exercise.TeamView) string {
	text := string(t.Presence)
	if !p.provisional() {
		text = "took no part"
		if p.tookPart(t) {
			text = "took part"
		}
	}
	switch place := p.elsewhere(t); {
	case place != "" && p.provisional():
		text += ", " + place
	case place != "":
		text = place
	}
	switch t.Scripted {
	case exercise.ScriptedWhole:
		text += ", played by a script"
	case exercise.ScriptedInPart:
		text += ", played by a script in part"
	}
	if t.DeclaredAbsent {
		text += ", declared absent"
	}
	if t.Acting != "" && p.provisional() {
		text += ", acting head: " + p.seat(t.Acting)
	}
	return text
}

func (p *page) tookPart(t exercise.TeamView) bool {
	return slices.ContainsFunc(p.room.Feed, func(l exercise.Line) bool {
		mine := slices.ContainsFunc(t.Seats, func(s exercise.SeatView) bool { return s.ID == l.Seat })
		return mine || l.Team == t.ID && l.Kind != "floor" && l.Kind != "presence"
	})
}

// signature is how the delegation stands to the adopted text.
func (p *page) signature(id exercise.TeamID) string {
	for _, s := range p.room.Closing.Signatures {
		if s.Team != id {
			continue
		}
		text := s.How
		if text == "" {
			text = "not signed"
		}
		if s.Words != "" {
			text += ": " + inline(s.Words)
		}
		for _, r := range s.Reservations {
			text += "; reservation on clause " + inline(string(r.Clause))
		}
		for _, c := range s.Dissociated {
			text += "; dissociated from clause " + inline(string(c))
		}
		if v := attested(p.room, s); v != "" {
			text += "; " + inline(v)
		}
		return text
	}
	return "not signed"
}
