package plain

import (
	"context"
	"io"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/rehearsal"
	"kefi/tui/words"
)

// Rehearse talks a rehearsal through with somebody who has no seat: no exercise
// waits outside. It ends as Session does.
func Rehearse(ctx context.Context, table Table, in io.Reader, out io.Writer, host Host) error {
	host.Serve = notHere
	s := newSession(table, out, host)
	s.coach = &coach{}
	return s.sit(ctx, in)
}

// rehearse goes to a private table and comes back. The exercise is followed
// meanwhile, and what happens there is held.
func (s *session) rehearse(ctx context.Context) {
	a, _ := action.Find("rehearse")
	if why := a.NotNow(s.view); !why.IsZero() {
		s.say("%s", why)
		return
	}
	ctx, leave := context.WithCancel(ctx)
	defer leave()
	table, err := s.opened(ctx)
	if err != nil {
		s.say("%s", s.lang.Error(err))
		return
	}
	trial := newSession(table, s.out, Host{Now: s.host.Now, Serve: notHere, Language: s.lang})
	trial.coach, trial.views, trial.typed = &coach{outside: s}, make(chan sight), s.typed
	go follow(ctx, table, trial.views)
	if err = trial.first(ctx); err == nil {
		err = trial.talk(ctx)
	}
	s.back(trial, err)
}

// opened opens the private table, where there is one to be had.
func (s *session) opened(ctx context.Context) (Table, error) {
	if s.host.Rehearse == nil {
		return nil, exercise.Refuse(exercise.ErrNotNow, "There is no rehearsal to be had here.")
	}
	return s.host.Rehearse(ctx, s.lang)
}

// back is what a person hears who comes from a rehearsal.
func (s *session) back(trial *session, why error) {
	if s.err == nil {
		s.err = trial.err
	}
	s.left = trial.hungUp
	switch {
	case s.err != nil, s.left, s.view.Room.RealWorld: // nobody hears, or it has been said
		return
	case why != nil:
		s.say("%s", s.lang.Error(why))
	case rehearsal.Now(trial.view) == rehearsal.Ready && s.view.Room.Phase == exercise.Lobby:
		s.say("You are back in the lobby. Type ready to tell the room that you could begin")
	default:
		s.say("You are back at %s", s.view.Room.Exercise.Title)
	}
	s.release()
	s.warn()
}

// notHere answers what only an exercise's own server could.
func notHere(context.Context, action.Query) (exercise.Phrase, error) {
	return exercise.Phrase{}, exercise.Refuse(exercise.ErrNotNow, "That works at the exercise's own table; this is a rehearsal.")
}

// coach says in a rehearsal what to do next.
type coach struct {
	outside *session // at the exercise that waits; nil where none does
	said    exercise.Phrase
	step    rehearsal.Step
	begun   bool // it has been said that the exercise has begun
}

// next says the next thing to do, if it is another than before.
func (s *session) next() {
	if s.coach == nil {
		return
	}
	step, waits := rehearsal.Now(s.view), rehearsal.Waits(s.view)
	todo := asksFor(step, s.coach.outside != nil)
	if !waits || s.coach.step == step && !s.coach.said.IsZero() {
		return
	}
	s.coach.step, s.coach.said = step, todo
	s.hint()
}

// hint says it, again where a line was not understood.
func (s *session) hint() {
	if s.coach == nil || s.coach.said.IsZero() {
		return
	}
	again := s.again
	if s.coach.step == rehearsal.Ready {
		s.say("%s", s.coach.said)
	} else {
		s.say("%d of %d. %s", int(s.coach.step)+1, rehearsal.Steps, s.coach.said)
	}
	s.again = again
}

// asksFor is the sentence of a step.
func asksFor(step rehearsal.Step, outside bool) exercise.Phrase {
	switch {
	case step == rehearsal.Speak:
		return words.Phrase("Say hello to the table: type say hello")
	case step == rehearsal.Raise:
		return words.Phrase("Ada speaks. Ask for the floor: type hand")
	case step == rehearsal.Decide:
		return words.Phrase("You are asked for a position: type position, and then the number of your answer")
	case outside:
		return words.Phrase("You are ready. Stay and try more, or type leave to go back")
	}
	return words.Phrase("You are ready. Stay and try more, or type leave")
}

// outside is what the exercise shows that waits outside; nothing where
// none does.
func (s *session) outside() <-chan sight {
	if s.coach == nil || s.coach.outside == nil {
		return nil
	}
	return s.coach.outside.views
}

// besides takes what happens outside. A real-world stop ends the rehearsal at
// once, as does the end of the exercise; that it begins is told.
func (s *session) besides(next sight) {
	out := s.coach.outside
	if next.err != nil {
		out.err, s.left = next.err, true
		return
	}
	out.away = true
	out.tell(next.view)
	out.away = false
	if next.view.Room.RealWorld {
		s.left = true
	}
	if p := next.view.Room.Phase; !s.coach.begun && p != exercise.Lobby && p != exercise.Briefing {
		s.coach.begun = true
		s.say("The exercise has begun. Type leave to go to your seat")
	}
}
