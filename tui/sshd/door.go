package sshd

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/tui/words"
)

// Why a session ended. Each is a sentence for the person whose session it was.
var (
	// ErrTakenOver: a newer session of the same seat took it.
	ErrTakenOver = because(words.Mark("This seat was taken over by a newer window. Nothing is lost."))
	// ErrKicked: control ended this seat's sessions.
	ErrKicked = because(words.Mark("Control has closed this seat's windows. Ask control before you come back."))
	// ErrClosing: the server stops.
	ErrClosing = because(words.Mark("The server is stopping. Nothing is lost: your seat and your draft wait for you."))
	// ErrTimeUp: a stranger has read long enough.
	ErrTimeUp = because(words.Mark("This page closes after a few minutes. You are welcome to come back."))
	// ErrHungUp: the client has gone, or its input has ended.
	ErrHungUp = because(words.Mark("The connection was closed."))
)

// Options say what the door opens on to. Hall, Store, Handler and HostKey must
// be set.
type Options struct {
	Hall    Hall
	Store   Store
	Handler Handler
	HostKey gossh.Signer
	// Strangers admits unknown names to a static page. Where it is false they
	// are asked for a code that nothing satisfies.
	Strangers bool
	Limits    Limits
	Log       *slog.Logger // nil: nothing is logged
}

// Door serves one address. Make it with [New].
type Door struct {
	Options
	server  *ssh.Server
	guesses *guesses
	seats   *seats

	strangers  atomic.Int32 // at the page now
	rehearsals atomic.Int32 // of strangers, now

	mu     sync.Mutex
	gates  []*gate // as many as are served
	closed bool
}

// New makes a door. It fails where the door could let anyone in for want of a
// policy, or could not prove who it is.
func New(o Options) (*Door, error) {
	if o.Hall == nil || o.Store == nil || o.Handler == nil || o.HostKey == nil {
		return nil, errors.New("sshd: Hall, Store, Handler and HostKey must be set")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Limits = o.Limits.withDefaults()
	d := &Door{Options: o, guesses: newGuesses(o.Limits), seats: newSeats()}

	server, err := wish.NewServer(
		func(s *ssh.Server) error { s.AddHostKey(o.HostKey); return nil },
		ssh.WrapConn(d.arrive),
		d.middleware(),
	)
	if err != nil {
		return nil, err
	}
	server.ServerConfigCallback = d.config
	server.ChannelHandlers = map[string]ssh.ChannelHandler{"session": d.session}
	server.RequestHandlers = map[string]ssh.RequestHandler{} // no forwarding of any kind
	d.server = server
	return d, nil
}

// Serve takes callers from l until ctx ends or Shutdown is called, then closes
// l and returns nil. Where ctx ended, it does what Shutdown does, with five
// seconds for it, and every session is over when it returns.
func (d *Door) Serve(ctx context.Context, l net.Listener) error {
	g := newGate(l, d.Limits, d.Log)
	if !d.addGate(g) {
		return l.Close()
	}
	finished := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(finished)
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		_ = d.Shutdown(limit)
	})
	err := d.server.Serve(g)
	if !stop() {
		<-finished
	}
	if d.stopped() {
		return nil
	}
	g.close()
	return err
}

// Shutdown tells every session that the server stops, gives them
// [Limits.Farewell] to go, then closes their connections and waits until they
// are over. It returns ctx's error where ctx ended first.
//
// The ssh library's own Shutdown waits for clients that need not go, and races
// with those that are just arriving.
func (d *Door) Shutdown(ctx context.Context) error {
	d.seats.close(ErrClosing)
	gates := d.closeGates()
	for _, g := range gates {
		g.close()
	}
	leaving, cancel := context.WithTimeout(ctx, d.Limits.Farewell)
	defer cancel()
	for _, g := range gates {
		g.drain(leaving)
	}
	select {
	case <-d.seats.empty:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// addGate is false where the door has stopped.
func (d *Door) addGate(g *gate) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.gates = append(d.gates, g)
	return !d.closed
}

func (d *Door) closeGates() []*gate {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	return d.gates
}

func (d *Door) stopped() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.closed
}

// Kick ends every session and connection of a seat within [Limits.Kick], and
// refuses connections that signed in as it before and have no session open just
// now. It does not touch the seat's keys and code. It does not wait, so a verb
// may call it.
func (d *Door) Kick(exercise string, seat exercise.SeatID) {
	d.seats.kick(place{exercise, seat}, ErrKicked)
}
