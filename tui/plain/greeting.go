package plain

import (
	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/words"
)

// greet opens the session; a rehearsal is told as one.
func (s *session) greet() {
	if s.coach == nil {
		s.print(greeting(s.lang, s.view, s.host.Now()))
		if mustAccept(s.view) {
			s.ask(&accepting)
		}
		return
	}
	p := s.page()
	p.say("EXERCISE. REHEARSAL")
	p.prose(s.view.Room.Situation)
	p.say("Type leave at any time to go")
	s.print(p)
}

func mustAccept(v *exercise.View) bool { return !v.Own.Agreed && !v.Room.RealWorld }

// greeting opens a session: where one is, or the page to accept first.
func greeting(lang *words.Language, v *exercise.View, now int64) page {
	p := page{lang: lang}
	title := v.Room.Exercise.Title
	if v.Own.Track == "" {
		p.say("Plain mode is on. %s. You are %s", title, v.Own.Name)
	} else {
		p.say("Plain mode is on. %s. You are %s, a %s seat", title, v.Own.Name, track(v.Own.Track))
	}
	if mustAccept(v) {
		terms(&p, v)
		return p
	}
	where(&p, v, now)
	if n := len(missed(v)); n > 0 {
		p.say("%s while you were away. Type new to hear it, help for the list of commands",
			words.Counted(n, "%d thing happened", "%d things happened"))
	} else {
		p.say("Type new to hear what has happened, help for the list of commands")
	}
	return p
}

// terms is the page of first contact.
func terms(p *page, v *exercise.View) {
	about := v.Room.Exercise
	otherLanguages(p)
	p.say("Before you take part, please accept this page")
	p.say("Please write no real secrets, real vulnerabilities, personal data.")
	p.say("This is an exercise; its incidents, states and firms are invented.")
	for _, term := range action.Terms(about) {
		p.say("%s: %s", term.Label, term.Says)
	}
	if about.Marking != "" {
		p.say("Marking: %s. This server is for unclassified information", about.Marking)
	}
}

// accepting asks for an answer to the first page.
var accepting = question{
	prompt: words.Phrase("Do you accept this page?"),
	choices: []choice{
		{label: words.Phrase("I accept"), line: "agree research no"},
		{label: words.Phrase("I accept, and allow use for research"), line: "agree research yes"},
	},
	yes: true,
}

// otherLanguages offers each of the other languages in its own words.
func otherLanguages(p *page) {
	for _, code := range words.Codes() {
		if lang, _ := words.In(code); lang != p.lang {
			p.say("%s", lang.Say("For English, type: %s", "language "+code))
		}
	}
}
