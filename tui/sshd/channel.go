package sshd

import (
	"context"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// session is the handler of channels of the type "session"; there are no
// others. It counts them, and puts a filter between the client's requests and
// the ssh library, which would allocate, queue or block on whatever is asked.
//
// Middleware alone cannot do this: it runs only once a shell or a line has
// been asked for.
func (d *Door) session(srv *ssh.Server, conn *gossh.ServerConn, offer gossh.NewChannel, ctx ssh.Context) {
	v := visitOf(ctx)
	if !v.begin(ctx, conn) {
		_ = offer.Reject(gossh.ResourceShortage, "too many sessions on one connection")
		return
	}
	defer v.end()

	// The library keeps the channel of a session to itself and, for a client
	// with a terminal, copies every write twice on the way to it. The filter
	// sees the channel when the library accepts it. A server of one channel
	// hands it on: its handler is the door's middleware, called with the
	// library's session and the raw channel together. Terminals are answered
	// by the filter, so the library never hears of one and its emulation, with
	// the queue of window sizes that nobody may leave undrained, stays unused.
	f := newFilter(offer, d.Limits.Stall, func() { _ = v.Close() })
	handle := func(s ssh.Session) {
		srv.Handler(&session{Session: s, filter: f, visit: v, over: make(chan struct{})})
	}
	one := &ssh.Server{Handler: handle, SubsystemHandlers: map[string]ssh.SubsystemHandler{sftpName: handle}}
	ssh.DefaultSessionHandler(one, conn, f, ctx)
}

// filter is a channel offered by a client, of which the ssh library sees only
// the requests for a shell, a line or sftp. It answers the others.
type filter struct {
	gossh.NewChannel
	wire *wire

	// ctx is the session's life: it ends when the client closes the channel or
	// the connection is lost, or by end with its cause.
	ctx context.Context
	end context.CancelCauseFunc

	// What the client asked for before its shell or line; fixed from then on.
	terminal bool
	term     string
	size     Size
	env      environment
	started  bool

	// resize holds the latest window size that nobody has taken yet.
	resize chan Size
}

func newFilter(offer gossh.NewChannel, stall time.Duration, closeConn func()) *filter {
	ctx, end := context.WithCancelCause(context.Background())
	return &filter{
		NewChannel: offer,
		wire:       &wire{stall: stall, close: closeConn},
		ctx:        ctx,
		end:        end,
		resize:     make(chan Size, 1),
	}
}

// Accept takes the channel and starts filtering its requests.
func (f *filter) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, requests, err := f.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	f.wire.Channel = ch
	passed := make(chan *gossh.Request)
	go func() {
		defer f.end(ErrHungUp)
		defer close(passed)
		for r := range requests {
			f.answer(r, passed)
		}
	}()
	return f.wire, passed, nil
}

// answer is all that a client's request can do. Agents, X11, subsystems but
// sftp, signals and whatever else there is are refused.
func (f *filter) answer(r *gossh.Request, passed chan<- *gossh.Request) {
	ok := false
	switch r.Type {
	case "shell", "exec":
		f.started = true
		passed <- r
		return
	case "subsystem":
		if isSftp(r.Payload) {
			f.started = true
			passed <- r
			return
		}
	case "pty-req":
		ok = !f.started && !f.terminal && f.openTerminal(r.Payload)
	case "window-change":
		ok = f.terminal && f.changeWindow(r.Payload)
	case "env":
		ok = !f.started && f.env.add(r.Payload)
	}
	_ = r.Reply(ok, nil)
}
