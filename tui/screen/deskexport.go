package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
)

// This file is how the recorder hands the minutes over, and under which names.

// exportKeys are the forms by their letters.
var exportKeys = map[string]string{"m": "md", "j": "jsonl"}

// exportRows are the forms, how they are taken from any machine, and the names.
func (p *desk) exportRows(s *Sight) []listRow {
	rows := []listRow{
		{
			id: "md", lines: s.row(0, runs{{theme.Strong, "m"}, {theme.Body, "  Minutes as Markdown, as far as they go"}}),
			does: []does{types("enter", "show them", "/export md")},
		},
		{
			id: "jsonl", lines: s.row(0, append(runs{{theme.Strong, "j"}, {theme.Body, "  Record as JSON Lines"}}, s.jsonlNow()...)),
			does: []does{types("enter", "show it", "/export jsonl")},
		},
		{
			id: "names", lines: s.row(0, runs{{theme.Strong, "n"}, {theme.Body, "  Names: " + namingWords(s.View.Room.Exercise.Naming)}}),
			does: []does{{key: "enter", word: "change", acts: []Act{Open{Page: &namingPage{}, Focus: true}}}},
		},
	}
	if s.Card() {
		return rows
	}
	rows = append(rows, s.heading(0, "From any machine", ""))
	for _, form := range []string{"md > minutes.md", "jsonl > record.jsonl"} {
		rows = append(rows, listRow{lines: s.row(0, plain("  "+s.takes(form)))})
	}
	return append(rows, s.remark("A copy holds what is on record when it is made; the exercise goes on."))
}

// jsonlNow says why the record cannot be taken yet.
func (s *Sight) jsonlNow() runs {
	switch {
	case s.View.Room.Phase != exercise.Closed:
		return muted("   once the exercise is closed")
	case s.View.Room.Exercise.Naming != exercise.Named:
		return muted("   not without names: its lines are sealed with them")
	}
	return nil
}

// takes is the line that takes an export from any machine.
func (s *Sight) takes(form string) string {
	reach := s.Reach
	if reach == "" {
		reach = "ssh " + string(s.View.Own.Seat) + "@HOST"
	}
	return reach + " export " + form
}

// exportBand is the same in two lines under the desk of a wide window.
func (s *Sight) exportBand() []string {
	if s.Height < 20 {
		return nil
	}
	d := s.Draw()
	d.Rule("Export now: a snapshot, the exercise goes on")
	forms, how := "  Markdown; once closed, the record", "from any machine:  "+s.takes("md > minutes.md")+" "
	if cells(forms+how)+3 > s.Width {
		forms = "  Markdown"
	}
	d.Raw(" " + spread(s.Theme.Paint(theme.Strong, "x")+forms, how, s.Width-1, s.Theme.Glyphs.Waiting))
	return d.Lines()
}

// namingPage chooses how the minutes name people. The table is told, so that
// the choice is made once and not by turns.
type namingPage struct {
	menu menu
	used bool
}

func (p *namingPage) Name(*Sight) string { return "Names in the minutes" }

func (p *namingPage) items(s *Sight) []item {
	var items []item
	for i, n := range exercise.Namings() {
		it := item{key: string(n[0]), words: namingWords(n), does: []Act{Back{}, Take{}, Type{"/names " + string(n)}}}
		if n == s.View.Room.Exercise.Naming {
			it.beside, it.does = "as it is", []Act{Back{}, Take{}}
			if !p.used {
				p.used, p.menu.chosen = true, i
			}
		}
		items = append(items, it)
	}
	return items
}

func namingWords(n exercise.Naming) string {
	switch n {
	case exercise.ByRole:
		return "roles only, such as “Government 1”"
	case exercise.ByTrack:
		return "tracks only, such as “Government”"
	}
	return "named"
}

func (p *namingPage) Draw(s *Sight) Area {
	items := p.items(s)
	d := s.Draw()
	if s.Card() {
		d.Text(1, plain("Names in every copy; the table is told."))
	} else {
		d.Text(1, plain("How every copy of the minutes names delegations and seats, also in what was said. The table is told of a change."))
		d.Gap()
	}
	p.menu.draw(d, items)
	return d.Area()
}

func (p *namingPage) Key(s *Sight, k key) ([]Act, bool) { return p.menu.key(s, k, p.items(s)) }

func (p *namingPage) Hints(*Sight) []Hint {
	return []Hint{{"Up/Down", "choose", ""}, {"Enter", "take it", "names"}, {"Esc", "leave it as it is", ""}}
}
