package screen

import (
	"kefi/exercise"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Fact adds a labelled text: beside its label where there is room, under it on
// a card.
func (d *Drawing) Fact(label string, column int, r runs) {
	if d.width < cardBelow {
		d.Text(0, append(runs{{theme.Strong, label + ": "}}, r...))
		return
	}
	d.Hang(d.s.Theme.Paint(theme.Strong, fit(label, column, d.tail())), r)
}

// List adds a heading with a line for each text; nothing where there is none.
func (d *Drawing) List(title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	d.Gap()
	d.Line(theme.Strong, title)
	for _, t := range texts {
		d.Hang(" - ", inline(t))
	}
}

// speaksFor says whom a seat speaks for, or what it does.
func speaksFor(s *Sight) string {
	own := s.View.Own
	if own.Team != "" {
		return s.Say("You speak for %s, a %s seat.", s.Team(own.Team).Name, words.Phrase(own.Track.Word()))
	}
	var roles []exercise.Phrase
	for _, r := range own.Roles {
		roles = append(roles, words.Phrase(roleWord[r]))
	}
	if len(roles) == 0 {
		return s.Say("You watch.")
	}
	return s.Say("You are %s.", words.List(roles))
}

// roleWord is a role in a sentence.
var roleWord = map[exercise.Role]string{
	exercise.Chair: words.Mark("the chair"), exercise.Control: words.Mark("exercise control"), exercise.SimCell: words.Mark("the world outside the room"),
	exercise.Recorder: words.Mark("the recorder"), exercise.Evaluator: words.Mark("an evaluator"), exercise.Observer: words.Mark("an observer"), exercise.Projector: words.Mark("the projector"),
	exercise.Delegate: words.Mark("a delegate"),
}

// names writes teams in a sentence: "Meridia and Plumb".
func (s *Sight) names(teams []exercise.TeamID) string {
	var all []string
	for _, t := range teams {
		all = append(all, s.Team(t).Name)
	}
	return s.Lang.List(all)
}
