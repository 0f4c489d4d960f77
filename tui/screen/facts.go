package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
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

// keptFor says how long private words are kept: "for 90 days".
func keptFor(retention string) string {
	days, ok := strings.CutSuffix(retention, "d")
	if n, err := strconv.Atoi(days); ok && err == nil {
		return "for " + counted(n, "day")
	}
	if retention == "" {
		return "until the organiser erases it"
	}
	return "for " + retention
}

// speaksFor says whom a seat speaks for, or what it does.
func speaksFor(s *Sight) string {
	own := s.View.Own
	if own.Team != "" {
		team := s.Team(own.Team)
		return "You speak for " + team.Name + ", a " + own.Track.Word() + " seat."
	}
	var roles []string
	for _, r := range own.Roles {
		roles = append(roles, roleWord[r])
	}
	if len(roles) == 0 {
		return "You watch."
	}
	return "You are " + enumerate(roles) + "."
}

// roleWord is a role in a sentence.
var roleWord = map[exercise.Role]string{
	exercise.Chair: "the chair", exercise.Control: "control", exercise.SimCell: "the world outside the room",
	exercise.Recorder: "the recorder", exercise.Evaluator: "an evaluator", exercise.Observer: "an observer", exercise.Projector: "the projector",
	exercise.Delegate: "a delegate",
}

// enumerate writes "a", "a and b", "a, b and c".
func enumerate(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// names writes teams in a sentence: "Meridia and Plumb".
func (s *Sight) names(teams []exercise.TeamID) string {
	var all []string
	for _, t := range teams {
		all = append(all, s.Team(t).Name)
	}
	return s.Lang.List(all)
}
