package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// positions is the table of who says what to a decision, a team a row.
func (s *Sight) positions(d *Drawing, x *exercise.DecisionView) {
	for _, p := range x.Positions {
		word := s.answerWord(p)
		if x.Outcome != "" && p.Position == exercise.NoPosition {
			word = s.Say("said nothing")
		}
		line := append(s.tableTeam(p.Team), run{theme.Body, fit(word, 15, "") + " "})
		d.Hang("  "+line.line(s.Theme), muted(p.Words))
	}
}

// tableTeam is a team as the first column of a table.
func (s *Sight) tableTeam(id exercise.TeamID) runs {
	t := s.Team(id)
	style := s.Theme.Track(string(t.Track))
	return runs{{style, fit(s.letter(t.Track)+" "+t.Name, 14, s.Theme.Glyphs.Waiting) + " "}}
}

// positionsShort is the same as running text, for a narrow window.
func (s *Sight) positionsShort(d *Drawing, x *exercise.DecisionView) {
	line := runs{}
	for i, p := range x.Positions {
		if i > 0 {
			line = append(line, run{theme.Muted, "  " + s.Theme.Glyphs.Dot + "  "})
		}
		line = append(append(line, s.TeamRuns(p.Team)...), run{theme.Body, " " + s.answerWord(p)})
	}
	d.Text(1, line)
}

// The forms of a decision, so that the catalogue has them.
var _ = [...]string{
	words.Mark("gavel"), words.Mark("put"), words.Mark("silence"), words.Mark("deferral"), words.Mark("reopening"),
}

// drawDecision writes a decision with everything known of it.
func (s *Sight) drawDecision(d *Drawing, x exercise.DecisionView) {
	d.Spread(s.Theme.Paint(theme.Strong, " "+string(x.ID)+"  "+s.phrase(x.Title)), s.Theme.Paint(theme.Muted, term(s, x.Form)+"  "+s.Clock(x.At)))
	d.Gap()
	sentence := x.Sentence
	if sentence.IsZero() {
		sentence = x.IfNothingChanges
	}
	d.Text(1, runs{{theme.Strong, s.phrase(sentence)}})
	switch {
	case x.TakenBack:
		d.Text(1, s.in(theme.Alert).Say("Taken back within a minute; it decides nothing."))
	case x.Voided:
		d.Text(1, s.in(theme.Alert).Say("Void: what it agreed has been reopened. It stays on record."))
	}
	for _, para := range x.AsItWouldRead {
		d.Text(3, plain(s.phrase(para)))
	}
	d.Gap()
	s.positions(d, &x)
	s.tallies(d, x.Tallies)
	s.beside(d, &x)
}
