package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/theme"
)

// This file is how the recorder hands the minutes over, and under which names.

// exportLetters are the letters of the most common formats, in the order of
// the desk's foot; the others are chosen from the list.
var exportLetters = []struct{ key, name string }{
	{"m", "md"}, {"w", "docx"}, {"p", "pdf"}, {"h", "html"}, {"c", "csv"}, {"j", "jsonl"}, {"a", "cast"},
}

// exportBy is the export of a letter, where there is one.
func exportBy(key string) (transcript.Export, bool) {
	for _, l := range exportLetters {
		if l.key == key {
			return transcript.Find(l.name)
		}
	}
	return transcript.Export{}, false
}

func exportLetter(e transcript.Export) string {
	for _, l := range exportLetters {
		if named, ok := transcript.Find(l.name); ok && named.Name == e.Name {
			return l.key
		}
	}
	return " "
}

// exportRows are the formats by what they are good for, how they are taken from
// any machine, and the names.
func (p *desk) exportRows(s *Sight) []listRow {
	var rows []listRow
	for _, g := range transcript.Groups() {
		head := s.heading(0, string(g), "")
		for _, e := range transcript.Offered(s.View.Own) {
			if e.Group() != g {
				continue
			}
			if head.lines != nil {
				rows, head = append(rows, head), listRow{}
			}
			rows = append(rows, s.exportRow(e))
		}
	}
	if !s.Card() {
		rows = append(rows, s.heading(0, "Names", ""))
	}
	rows = append(rows, listRow{
		id: "names", lines: s.row(0, runs{{theme.Strong, "n"}, {theme.Body, "  In every copy: " + namingWords(s.View.Room.Exercise.Naming)}}),
		does: []does{{key: "enter", word: "change", acts: []Act{Open{Page: &namingPage{}, Focus: true}}}},
	})
	if s.Card() {
		return rows
	}
	rows = append(rows, s.heading(0, "From any machine", ""))
	for _, line := range []string{s.takes("md > minutes.md"), s.copies("minutes.md")} {
		rows = append(rows, listRow{lines: s.row(0, plain("  "+line))})
	}
	return append(rows, s.remark("A copy holds what is on record when it is made; the exercise goes on."))
}

// exportRow is one format, with the name of its file, or why it cannot be
// taken now.
func (s *Sight) exportRow(e transcript.Export) listRow {
	row := listRow{id: "export " + e.Name}
	name := s.Theme.Paint(theme.Strong, exportLetter(e)) + s.Theme.Paint(theme.Body, "  "+sentence(e.Help))
	row.lines = []string{spread(name, s.Theme.Paint(theme.Muted, e.File), s.rowWidth(0), s.Theme.Glyphs.Waiting)}
	word := "how to take it"
	if e.Readable() {
		word = "show it"
	}
	row.does = []does{types("enter", word, "/export "+e.Name)}
	if err := e.NotNow(s.View); err != nil {
		row.lines = append(row.lines, s.under(0, 3, muted(s.whyNot(e)))...)
		row.more = s.under(0, 3, muted(s.Lang.Error(err)))
	}
	return row
}

// takes is the line that takes an export from any machine.
func (s *Sight) takes(form string) string { return s.reached() + " export " + form }

// copies is the line that copies a file from any machine.
func (s *Sight) copies(file string) string {
	line := strings.Replace(s.reached(), "ssh", "scp", 1)
	return strings.Replace(line, " -p ", " -P ", 1) + ":" + file + " ."
}

func (s *Sight) reached() string {
	if s.Reach == "" {
		return "ssh " + string(s.View.Own.Seat) + "@HOST"
	}
	return s.Reach
}

// exportBand is the same in three lines under the desk of a wide window.
func (s *Sight) exportBand() []string {
	if s.Height < 20 {
		return nil
	}
	d := s.Draw()
	d.Rule("Export now: a snapshot, the exercise goes on")
	keys := s.Theme.Paint(theme.Strong, "x") + " then "
	for _, l := range exportLetters {
		if e, ok := transcript.Find(l.name); ok {
			keys += "  " + s.Theme.Paint(theme.Strong, l.key) + " " + e.File
		}
	}
	d.Raw(" " + fit(keys, s.Width-2, s.Theme.Glyphs.Waiting))
	d.Raw(" " + fit("From any machine:  "+s.takes("md > minutes.md"), s.Width-2, s.Theme.Glyphs.Waiting))
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
