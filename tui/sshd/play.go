package sshd

import (
	"context"
	"io"
	"slices"
	"strings"
)

// maxLine bounds the line of a verb, in bytes.
const maxLine = 16 << 10

// play hands the guest to the handler: files, a verb, a screen, or plain lines.
func (d *Door) play(s *session, _ func()) {
	switch line := s.RawCommand(); {
	case len(line) > maxLine:
		s.say("That line is too long: at most 16 KiB fit in one verb.")
		s.status = 2
	case s.isFiles():
		d.files(s)
	case s.isVerb():
		s.status = d.Handler.Verb(s.ctx, s.guest, line, s.answer())
		s.answered = true
	case s.terminal && s.term != "dumb" && !s.guest.Wants(Plain):
		d.Handler.Screen(s.ctx, s.guest, s.screen())
	case s.terminal:
		d.playLines(s, s.screen().Lines())
	default:
		d.playLines(s, s.wire)
	}
}

func (d *Door) playLines(s *session, lines io.ReadWriter) {
	var status int
	if s.readLines(func() { status = d.Handler.Plain(s.ctx, s.guest, lines) }) {
		s.status = status
	}
}

func (s *session) isVerb() bool { return strings.TrimSpace(s.RawCommand()) != "" }

// answer is where a verb answers. A client in raw mode needs carriage returns.
func (s *session) answer() Answer {
	if s.terminal {
		return Answer{Out: crlf{s.wire}, Err: crlf{s.wire.Stderr()}, Terminal: true}
	}
	return Answer{In: s.wire, Out: s.wire, Err: s.wire.Stderr()}
}

// screen is the client's terminal over the raw channel.
func (s *session) screen() Terminal {
	return Terminal{
		In:     untilEnd{s.wire, s.end},
		Out:    s.wire,
		Term:   s.term,
		Env:    slices.Clone(s.env.vars),
		Size:   s.size,
		Resize: s.resize,
		Close:  func() { _ = s.visit.Close() },
	}
}

// untilEnd takes the end of the input for leaving.
type untilEnd struct {
	io.Reader
	end context.CancelCauseFunc
}

func (u untilEnd) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if err != nil {
		u.end(ErrHungUp)
	}
	return n, err
}
