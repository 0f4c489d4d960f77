package plain

import (
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// greet opens the session; a rehearsal is told as one.
func (s *session) greet() {
	if s.coach == nil {
		s.print(greeting(s.lang, s.view, s.host.Now()))
		return
	}
	p := s.page()
	p.say("EXERCISE. REHEARSAL")
	p.prose(s.view.Room.Situation)
	p.say("Type leave at any time to go")
	s.print(p)
}

// greeting opens a session: where one is, or the page to accept first.
func greeting(lang *words.Language, v *exercise.View, now int64) page {
	p := page{lang: lang}
	title := v.Room.Exercise.Title
	if v.Own.Track == "" {
		p.say("Plain mode is on. %s. You are %s", title, v.Own.Name)
	} else {
		p.say("Plain mode is on. %s. You are %s, a %s seat", title, v.Own.Name, track(v.Own.Track))
	}
	if !v.Own.Agreed && !v.Room.RealWorld {
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
	if about.Organiser != "" {
		p.say("Who runs this, and whom to ask: %s", about.Organiser)
	}
	p.say("What you type is recorded with its time. Who operates the server can read all of it, your team room too")
	if about.Retention != "" {
		p.say("Private words are kept for %s", strings.TrimSuffix(about.Retention, "."))
	}
	if about.Marking != "" {
		p.say("Marking: %s. This server is for unclassified information", about.Marking)
	}
	p.say("Bring no real secrets, no real vulnerabilities and no personal data")
	p.say("Whether the record may be used for research is a choice of its own that changes nothing in play")
	p.say("Type agree research yes, or agree research no, or only agree")
}

// otherLanguages offers each of the other languages in its own words.
func otherLanguages(p *page) {
	for _, code := range words.Codes() {
		if lang, _ := words.In(code); lang != p.lang {
			p.say("%s", lang.Say("For English, type: %s", "language "+code))
		}
	}
}
