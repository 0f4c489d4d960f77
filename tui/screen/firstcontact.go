package screen

import (
	"strconv"
	"strings"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// firstContact is the one page that everyone accepts before sitting down: who
// runs this, what is recorded, who reads what, how long, whom to ask. Research
// is a second, separate choice.
type firstContact struct {
	menu menu
	read scroll
}

func newFirstContact() *firstContact { return &firstContact{} }

func (f *firstContact) Name(s *Sight) string { return s.Say("Before you sit down") }

func (f *firstContact) Draw(s *Sight) Area {
	d := s.Draw()
	if s.Card() {
		d.Line(theme.Strong, " "+s.languages())
	}
	d.Text(1, s.in(theme.Strong).Say("Please write no real secrets, real vulnerabilities, personal data."))
	if !s.Card() {
		d.Text(1, plain(s.Say("This is an exercise; its incidents, states and firms are invented.")+" "+speaksFor(s)))
		d.Gap()
	}
	for _, term := range action.Terms(s.View.Room.Exercise) {
		d.Fact(" "+s.Lang.Phrase(term.Label), 18, plain(s.Lang.Phrase(term.Says)))
		if s.Height > 20 || s.Theme.Large {
			d.Gap()
		}
	}
	f.menu.title = s.languages()
	return f.menu.under(s, &f.read, d.Lines(), f.items(s))
}

func (f *firstContact) items(s *Sight) []item {
	return []item{
		{words: s.Say("I have not decided yet"), does: []Act{Notice{s.Say("Take your time. y accepts, r accepts with research, Ctrl+C leaves.")}}},
		{key: "y", words: s.Say("I accept"), does: []Act{Submit{Command: exercise.Agree{Research: "no"}}}},
		{key: "r", words: s.Say("I accept, and allow use for research"), does: []Act{Submit{Command: exercise.Agree{Research: "yes"}}}},
	}
}

// languages offers each language in its own name, by number.
func (s *Sight) languages() string {
	var names []string
	for i, code := range words.Codes() {
		lang, _ := words.In(code)
		names = append(names, strconv.Itoa(i+1)+" "+lang.Name())
	}
	return strings.Join(names, "  "+s.Theme.Glyphs.Dot+"  ")
}

// inLanguage turns to the language of that number or name.
func inLanguage(said string) []Act {
	lang, ok := words.Named(said)
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(words.Codes()) {
		lang, ok = words.In(words.Codes()[n-1])
	}
	if !ok {
		return nil
	}
	return []Act{Type{"/language " + lang.Code()}}
}

func (f *firstContact) Key(s *Sight, k key) ([]Act, bool) {
	if acts := inLanguage(k.String()); s.Focused && acts != nil {
		return acts, true
	}
	return f.menu.key(s, k, f.items(s))
}

func (f *firstContact) Scroll(_ *Sight, by int) { f.read.move(by) }

func (f *firstContact) Hints(s *Sight) []Hint {
	if !s.Focused {
		return []Hint{{"Up/Down", s.Say("choose"), ""}, {"Enter", s.Say("take it"), ""}}
	}
	return []Hint{{"y", s.Say("accept it"), "agree"}, {"r", s.Say("accept, with research"), ""}, {"1-3", s.Say("language"), "language"}, {"Up/Down", s.Say("choose"), ""}}
}

// Speech takes "agree" as a plain word, and the page's letters as they may be
// typed here: nothing else can be said yet.
func (f *firstContact) Speech(s *Sight) Speech {
	return Speech{Prompt: s.Say("Choose above, or type “%s”", "agree"), Enter: s.Say("accept it"), Slot: "agree", Send: func(text string) []Act {
		if acts := inLanguage(text); acts != nil {
			return acts
		}
		switch strings.ToLower(text) {
		case "y", "yes":
			text = "agree"
		case "r":
			text = "agree research yes"
		}
		intent, err := action.Parse(text)
		agree, ok := intent.Command.(exercise.Agree)
		if err != nil || !ok {
			return []Act{Notice{s.Say("Before you sit down, accept this page: type agree, or choose above.")}}
		}
		return []Act{Submit{Command: agree}}
	}}
}
