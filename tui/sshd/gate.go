package sshd

import (
	"context"
	"log/slog"
	"maps"
	"net"
	"slices"
	"sync"
	"time"
)

// firstBytes is what a caller must have sent within [Limits.FirstBytes]. No
// client's version line and key-exchange packet together are shorter.
const firstBytes = 400

// gate is a listener that bounds callers who have not signed in, and keeps
// account of all. It uses timers that close the connection: a deadline would
// be erased by the ssh library, which sets its own.
//
// The library pauses by itself when there are no file descriptors left.
type gate struct {
	net.Listener
	limits Limits
	log    *slog.Logger

	mu      sync.Mutex
	waiting []*caller        // not signed in, oldest first
	inside  map[*caller]bool // all, until they are closed
	shut    bool
	empty   chan struct{} // closed when it is shut and nobody is inside
}

func newGate(l net.Listener, limits Limits, log *slog.Logger) *gate {
	return &gate{Listener: l, limits: limits, log: log, inside: map[*caller]bool{}, empty: make(chan struct{})}
}

// Accept returns the next caller, as a *caller.
func (g *gate) Accept() (net.Conn, error) {
	conn, err := g.Listener.Accept()
	if err != nil {
		if isTemporary(err) {
			g.log.Warn("cannot take a caller just now", "error", err)
		}
		return nil, err
	}
	setUserTimeout(conn)
	c := &caller{Conn: conn, gate: g, from: addressOf(conn)}
	shed, ok := g.enter(c)
	if !ok {
		_ = conn.Close()
		return nil, net.ErrClosed
	}
	if shed != nil {
		g.log.Warn("too many callers: one that was silent had to go", "from", shed.from)
		_ = shed.Close()
	}
	return c, nil
}

func isTemporary(err error) bool {
	ne, ok := err.(net.Error)
	//lint:ignore SA1019 it is what the ssh library goes by
	return ok && ne.Temporary()
}

// enter adds a caller and names the one that has to go for it, if any. It is
// false once the gate is shut.
func (g *gate) enter(c *caller) (shed *caller, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut {
		return nil, false
	}
	neighbours := 0
	for _, w := range g.waiting {
		if w.from == c.from {
			neighbours++
		}
	}
	switch {
	case neighbours >= g.limits.WaitingPerAddress:
		shed = g.mostSilent(func(w *caller) bool { return w.from == c.from })
	case len(g.waiting) >= g.limits.Waiting:
		shed = g.mostSilent(func(*caller) bool { return true })
	}
	g.stopWaiting(shed)

	c.first = time.AfterFunc(g.limits.FirstBytes, func() { _ = c.Close() })
	c.signIn = time.AfterFunc(g.limits.SignIn, func() { _ = c.Close() })
	g.waiting = append(g.waiting, c)
	g.inside[c] = true
	return shed, true
}

// mostSilent is the caller that has sent least, of several the oldest.
func (g *gate) mostSilent(among func(*caller) bool) (least *caller) {
	for _, w := range g.waiting {
		if among(w) && (least == nil || w.sent < least.sent) {
			least = w
		}
	}
	return least
}

func (g *gate) stopWaiting(c *caller) {
	if i := slices.Index(g.waiting, c); i >= 0 {
		g.waiting = slices.Delete(g.waiting, i, i+1)
	}
}

// leave forgets a caller whose connection is closed.
func (g *gate) leave(c *caller) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.inside[c] {
		return
	}
	delete(g.inside, c)
	if g.shut && len(g.inside) == 0 {
		close(g.empty)
	}
}

// close lets nobody in any more and ends those who have not signed in.
func (g *gate) close() {
	_ = g.Listener.Close()
	g.mu.Lock()
	if !g.shut && len(g.inside) == 0 {
		close(g.empty)
	}
	g.shut = true
	waiting := slices.Clone(g.waiting)
	g.mu.Unlock()
	for _, c := range waiting {
		_ = c.Close()
	}
}

// drain waits until everybody has left a gate that is closed, and closes the
// connections of those who have not when ctx ends.
func (g *gate) drain(ctx context.Context) {
	select {
	case <-g.empty:
		return
	case <-ctx.Done():
	}
	g.mu.Lock()
	inside := slices.Collect(maps.Keys(g.inside))
	g.mu.Unlock()
	for _, c := range inside {
		_ = c.Close()
	}
}
