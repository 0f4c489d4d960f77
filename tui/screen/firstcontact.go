package screen

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

// firstContact is the one page that everyone accepts before sitting down: who
// runs this, what is recorded, who reads what, how long, whom to ask. Research
// is a second, separate choice.
type firstContact struct {
	menu menu
	read scroll
}

func newFirstContact() *firstContact { return &firstContact{} }

func (f *firstContact) Name(*Sight) string { return "Before you sit down" }

func (f *firstContact) Draw(s *Sight) Area {
	d := s.Draw()
	d.Text(1, runs{{theme.Strong, "Please write no real secrets, real vulnerabilities, personal data."}})
	if !s.Card() {
		d.Text(1, plain("This is an exercise; its incidents, states and firms are invented. "+speaksFor(s)))
		d.Gap()
	}
	for _, fact := range s.terms() {
		d.Fact(" "+fact[0], 18, plain(fact[1]))
		if s.Height > 20 || s.Theme.Large {
			d.Gap()
		}
	}
	return f.menu.under(s, &f.read, d.Lines(), f.items())
}

// terms are the facts of the page, each a label with its sentences.
func (s *Sight) terms() [][2]string {
	about := s.View.Room.Exercise
	return [][2]string{
		{"Who runs this", strings.TrimRight(about.Organiser, ".") + ". Ask them anything about it."},
		{"What is kept", "What you send, with its time. Drafts you do not send are erased when the exercise ends."},
		{"Who can read it", "What is said at the table: everyone, and the minutes. In your team room: your team. A question: the two teams. " +
			"A whisper: you and the chair. The server's operator: all of it."},
		{"How long", "Private words are kept " + keptFor(about.Retention) + ", then they and the names of people are forgotten."},
		{"Research", "A separate choice. It changes nothing in play."},
	}
}

func (f *firstContact) items() []item {
	return []item{
		{words: "I have not decided yet", does: []Act{Notice{"Take your time. y accepts, r accepts with research, Ctrl+C leaves."}}},
		{key: "y", words: "I accept", does: []Act{Submit{Command: exercise.Agree{Research: "no"}}}},
		{key: "r", words: "I accept, and allow use for research", does: []Act{Submit{Command: exercise.Agree{Research: "yes"}}}},
	}
}

func (f *firstContact) Key(s *Sight, k key) ([]Act, bool) {
	return f.menu.key(s, k, f.items())
}

func (f *firstContact) Scroll(_ *Sight, by int) { f.read.move(by) }

func (f *firstContact) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", "choose", ""}, {"Enter", "take it", ""}}
	}
	return []Hint{{"y", "accept", "agree"}, {"r", "accept, with research", ""}, {"Up/Down", "choose", ""}}
}

// Speech takes "agree" as a plain word, and the page's letters as they may be
// typed here: nothing else can be said yet.
func (f *firstContact) Speech(*Sight) Speech {
	return Speech{Prompt: "Choose above, or type agree", Enter: "accept", Slot: "agree", Send: func(text string) []Act {
		switch strings.ToLower(text) {
		case "y", "yes":
			text = "agree"
		case "r":
			text = "agree research yes"
		}
		intent, err := action.Parse(text)
		agree, ok := intent.Command.(exercise.Agree)
		if err != nil || !ok {
			return []Act{Notice{"Before you sit down, accept this page: type agree, or choose above."}}
		}
		return []Act{Submit{Command: agree}}
	}}
}
