package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is what waits in the team room: advisers' acts that bind the team
// and want its head, and positions that are sealed until their condition holds.

// pendingRow is one of them.
type pendingRow struct {
	id    string // as typed after confirm: W1, A1
	words runs
	asked bool // a confirmation is wanted
}

// pending lists what waits, wishes first.
func (s *Sight) pending() []pendingRow {
	own := s.View.Own
	var rows []pendingRow
	for _, w := range own.Wishes {
		rows = append(rows, pendingRow{id: w.No, asked: own.Head, words: append(
			strong(w.No+" "), s.in(theme.Body).Say("%s would: %s", s.seatName(w.Seat), strong(w.Line))...,
		)})
	}
	for _, c := range own.Conditionals {
		rows = append(rows, pendingRow{id: string(c.X), asked: c.Asked && !c.Confirmed, words: append(
			s.in(theme.Body).Say("sealed: accept %s if %s", strong(string(c.X)), s.phrase(c.If)), s.sealState(c)...,
		)})
	}
	return rows
}

// sealState says how far a sealed position has come.
func (s *Sight) sealState(c exercise.ConditionalView) runs {
	switch {
	case c.Confirmed:
		return muted(", " + s.Say("confirmed"))
	case c.Asked:
		return runs{{theme.Alert, ", " + s.Say("its condition can be met: confirm it?")}}
	}
	return muted(", " + s.Say("seen by you alone"))
}

// chosen is the index of the row that the keys are for: the person's choice,
// else the first that wants a confirmation; -1 where nothing waits.
func (t *teamRoom) chosen(rows []pendingRow) int {
	first := -1
	for i, r := range rows {
		if r.id == t.at {
			return i
		}
		if r.asked && first < 0 {
			first = i
		}
	}
	if first < 0 && len(rows) > 0 {
		return 0
	}
	return first
}

// forHead draws what waits under what is said, in at most so many lines.
func (t *teamRoom) forHead(s *Sight, width, height int) []string {
	rows := s.pending()
	if len(rows) == 0 || height < 1 {
		return nil
	}
	d := s.DrawWide(width)
	title := s.Say("Waits for the head of your team")
	if s.View.Own.Head {
		title = s.Say("Waits for you as head")
	}
	if !s.Card() {
		d.Rule(title)
	}
	at := t.chosen(rows)
	top, end := d.Rows(), 0 // of the row in hand
	for i, r := range rows {
		lead := "  "
		if s.Focused && i == at {
			lead = s.Theme.Paint(theme.Chosen, s.marked(true))
		}
		words := r.words
		if r.asked && (i == at || !s.Focused) {
			words = append(words[:len(words):len(words)], run{theme.Muted, "   " + strings.ReplaceAll(s.Say("y confirms"), " ", bound)})
		}
		d.Hang(lead, words)
		if i <= at {
			end = d.Rows() - 1
		}
	}
	lines := d.Lines()
	if len(lines) <= height {
		return lines
	}
	read := scroll{}
	read.reveal(top, end, height)
	shown := lines[min(read.from, len(lines)-height):][:height:height]
	if end < len(lines)-1 {
		shown[height-1] = s.Theme.Paint(theme.Muted, cut(s.Theme.Glyphs.Waiting+" "+s.Count(len(rows)-at-1, "%d more thing: Tab, then Down", "%d more things: Tab, then Down"), width, ""))
	}
	return shown
}

// Key chooses among what waits; y confirms, x drops a wish.
func (t *teamRoom) Key(s *Sight, k key) ([]Act, bool) {
	rows := s.pending()
	at := t.chosen(rows)
	if !s.Focused || at < 0 {
		return nil, false
	}
	r := rows[at]
	switch k.String() {
	case "up":
		t.at = rows[max(at-1, 0)].id
	case "down":
		t.at = rows[min(at+1, len(rows)-1)].id
	case "x":
		if !strings.HasPrefix(r.id, "W") || !r.asked {
			return []Act{Notice{s.Say("Only what an adviser asks of you can be dropped.")}}, true
		}
		return []Act{Type{"/confirm " + r.id + " no"}}, true
	case "y":
		if !r.asked {
			return []Act{Notice{s.Say("Nothing is to be confirmed there.")}}, true
		}
		t.at = r.id
		return []Act{Type{"/confirm " + r.id}}, true
	default:
		return nil, false
	}
	return nil, true
}

func (t *teamRoom) Hints(s *Sight) []Hint {
	hints := []Hint{{"/ask", s.Say("ask a team"), "ask"}, {"Esc", s.Say("to the table"), ""}}
	rows := s.pending()
	switch at := t.chosen(rows); {
	case at < 0:
		return hints
	case !s.Focused:
		return append([]Hint{{"Tab", s.Say("what waits"), ""}}, hints...)
	case rows[at].asked && strings.HasPrefix(rows[at].id, "W"):
		return append([]Hint{{"y", s.Say("confirm"), "confirm"}, {"x", s.Say("drop"), "confirm"}, {"Up/Down", s.Say("choose"), ""}}, hints...)
	case rows[at].asked:
		return append([]Hint{{"y", s.Say("confirm"), "confirm"}, {"Up/Down", s.Say("choose"), ""}}, hints...)
	}
	return append([]Hint{{"Up/Down", s.Say("choose"), ""}}, hints...)
}
