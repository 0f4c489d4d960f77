package plain

import (
	"context"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// ownVerb is what only a conversation has.
type ownVerb struct{ written, help string }

// ownVerbs are listed by help, beside those of the registry.
var ownVerbs = []ownVerb{
	{"again", words.Mark("Says once more what was said last.")},
	{"quiet", words.Mark("Holds what happens while you write; an empty line lets it out, quiet off ends it.")},
	{"change 3.1", words.Mark("Begins an amendment that you write a line at a time.")},
}

// helpHere adds the verbs of the conversation to the list.
func (s *session) helpHere(p *page) {
	for _, v := range ownVerbs {
		p.say("%s: %s", v.written, words.Phrase(v.help))
	}
	if s.change != nil {
		p.say("%s", s.change.waitsFor())
	}
}

// own runs the verbs that concern the conversation itself.
func (s *session) own(ctx context.Context, line string) bool {
	switch strings.Join(strings.Fields(strings.ToLower(strings.TrimPrefix(line, "/"))), " ") {
	case "again":
		s.print(s.again)
	case "quiet", "quiet on":
		s.quiet = true
		s.say("Quiet. What happens is held; an empty line lets it out, quiet off ends it")
	case "quiet off":
		s.quiet = false
		if len(s.held.lines) == 0 {
			s.say("You hear again what happens")
		}
		s.release()
	default:
		return s.begins(ctx, line)
	}
	return true
}

// begins starts a change, if the line asks for one.
func (s *session) begins(ctx context.Context, line string) bool {
	c, err := begun(s.view, line)
	switch {
	case err != nil:
		s.say("%s", s.lang.Error(err))
		return true
	case c == nil:
		return false
	}
	s.begin(ctx, c)
	p := s.page()
	c.opened(&p, s.view)
	c.soFar(&p)
	s.print(p)
	return true
}

// changing gives a line to the amendment that is being written.
func (s *session) changing(ctx context.Context, line string) bool {
	p := s.page()
	took, tabled, over, err := s.change.takes(&p, s.view, line)
	if err != nil {
		p.say("%s", s.lang.Error(err))
	}
	s.print(p)
	if tabled {
		whole := s.change.line()
		before := s.heard.count()
		s.verb(ctx, whole)
		over = s.heard.count() > before // a refusal keeps what was written
	}
	switch {
	case over:
		s.done(ctx)
	case took && err == nil:
		s.keep(ctx)
	}
	return took
}

// ask puts a question to the person.
func (s *session) ask(q *question) {
	s.asking = q
	p := s.page()
	q.print(&p)
	s.print(p)
}

// reply takes a line as the answer to what was asked. A line that is none
// ends the question and is run as what it says.
func (s *session) reply(ctx context.Context, line string) bool {
	verb, next, took := s.asking.answered(line)
	s.asking = nil
	switch {
	case !took:
		return false
	case next != nil:
		s.ask(next)
	case verb != "":
		s.verb(ctx, verb)
	default:
		s.say("Left as it was")
	}
	return true
}

// hold keeps what happens until the person wants to hear it.
func (s *session) hold(p page) {
	s.held.lang = s.lang
	s.held.lines = append(s.held.lines, p.lines...)
	again := s.again
	s.say("%d waiting", len(s.held.lines))
	s.again = again
}

// release says what was held.
func (s *session) release() {
	held := s.held
	s.held = page{}
	s.print(held)
}

// news tells what has happened since it was last asked.
func (s *session) news() {
	lines := missed(s.view)
	switch {
	case s.since > 0:
		lines = slices.DeleteFunc(entries(s.view), func(l exercise.Line) bool { return l.Wall <= s.since })
	case len(lines) == 0:
		lines = last(entries(s.view), recent)
	}
	r := reply{text: s.page()}
	if s.since > 0 && len(lines)+len(s.view.Own.ForYou) == 0 {
		r.text.say("Nothing new since you asked last")
	} else {
		r.tell(s.view, lines)
	}
	if all := entries(s.view); len(all) > 0 {
		s.since = all[len(all)-1].Wall
	}
	s.held = page{}
	s.print(r.text)
}
