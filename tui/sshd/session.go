package sshd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
)

// middleware is what every session passes, in wish's order: the last is the
// first to run.
func (d *Door) middleware() ssh.Option {
	return wish.WithMiddleware(
		step(d.play),     // innermost: knows who it is and that the seat is theirs
		step(d.takeSeat), // before play, so that an older window has gone when it begins
		step(d.identify), // before any seat is touched: a guest, or a stranger at the door
		step(d.attend),   // around all that may last, so that Shutdown reaches it and its end is told
		step(d.recover),  // outermost: a panic anywhere above ends one session, not the server
	)
}

// step makes a middleware of one that knows the door's own sessions.
func step(f func(s *session, next func())) wish.Middleware {
	return func(next ssh.Handler) ssh.Handler {
		return func(s ssh.Session) {
			own := s.(*session)
			f(own, func() { next(own) })
		}
	}
}

// session is one session as the middleware passes it on.
type session struct {
	ssh.Session // the library's: its line and its exit status
	*filter     // what the client asked for, and the raw channel
	visit       *visit
	over        chan struct{} // closed when the session has ended
	bye         sync.Once

	guest    Guest // set by identify
	status   int   // exit status
	answered bool  // by a verb: there is nothing to add

	// The seats' lock guards what follows.
	at    place
	alone bool // sits, and nobody else may
}

// dismiss ends the session and soon its connection.
func (s *session) dismiss(cause error) {
	s.end(cause)
	time.AfterFunc(s.visit.door.Limits.Kick, func() { _ = s.visit.Close() })
}

func (d *Door) recover(s *session, next func()) {
	defer func() {
		if r := recover(); r != nil {
			// What panicked may hold what someone wrote: only its type is told.
			d.Log.Error("a session broke", "exercise", s.guest.Exercise, "seat", s.guest.Seat, "panic", fmt.Sprintf("%T", r))
			s.say("Something went wrong in this window. Nothing is lost; please connect again.")
			_ = s.Exit(1)
		}
	}()
	next()
}

// attend keeps account of the session and says why it ended.
func (d *Door) attend(s *session, next func()) {
	if err := d.seats.enter(s); err != nil {
		s.end(err)
		s.farewell()
		return
	}
	defer close(s.over)
	defer d.seats.leave(s)
	next()
	s.farewell()
}

// farewell writes why the session was ended, if it was, and closes the channel.
func (s *session) farewell() {
	s.bye.Do(func() {
		cause := context.Cause(s.ctx)
		if cause != nil && !errors.Is(cause, ErrHungUp) && !s.answered {
			s.tell(s.languageNow().Error(cause))
			s.status = 1
		}
		_ = s.Exit(s.status)
	})
}

// readLines runs f, which waits for lines of input. Where the session's life
// ends meanwhile, its farewell is said and the channel closed, which ends the
// input under f; readLines is false then.
func (s *session) readLines(f func()) bool {
	stop := context.AfterFunc(s.ctx, s.farewell)
	f()
	return stop()
}

// say says a sentence of the door's own in the guest's language.
func (s *session) say(sentence string) { s.tell(s.guest.Language.Say(sentence)) }

// tell writes a sentence to the person, beside the output.
func (s *session) tell(sentence string) {
	if s.terminal {
		_, _ = io.WriteString(s.wire, "\r\n"+sentence+"\r\n")
		return
	}
	_, _ = io.WriteString(s.wire.Stderr(), sentence+"\n")
}

// identify reads once who the handshake let in.
func (d *Door) identify(s *session, next func()) {
	guest, ok := guestOf(s.Permissions().Permissions)
	if !ok {
		guest, ok = d.receive(s)
	}
	if !ok {
		return
	}
	s.guest = guest
	s.guest.Language = d.language(s.ctx, guest, s.env.vars)
	d.Log.Info("session", "exercise", guest.Exercise, "seat", guest.Seat, "via", guest.Via,
		"from", s.visit.from, "terminal", s.terminal, "verb", s.isVerb())
	next()
}
