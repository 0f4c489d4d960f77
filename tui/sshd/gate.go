package sshd

import (
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"time"
)

// firstBytes is what a caller must have sent within [Limits.FirstBytes]. No
// client's version line and key-exchange packet together are shorter.
const firstBytes = 400

// gate is a listener that bounds callers who have not signed in. It uses
// timers that close the connection: a deadline would be erased by the ssh
// library, which sets its own.
//
// The library pauses by itself when there are no file descriptors left.
type gate struct {
	net.Listener
	limits Limits
	log    *slog.Logger

	mu      sync.Mutex
	waiting []*caller // oldest first
}

func newGate(l net.Listener, limits Limits, log *slog.Logger) *gate {
	return &gate{Listener: l, limits: limits, log: log}
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
	if shed := g.wait(c); shed != nil {
		g.log.Warn("too many callers: one that was silent had to go", "from", shed.from)
		_ = shed.Close()
	}
	return c, nil
}

func isTemporary(err error) bool {
	ne, ok := err.(net.Error)
	return ok && ne.Temporary() //nolint:staticcheck // what the ssh library goes by
}

// wait adds a caller and names the one that has to go for it, if any.
func (g *gate) wait(c *caller) (shed *caller) {
	g.mu.Lock()
	defer g.mu.Unlock()

	c.first = time.AfterFunc(g.limits.FirstBytes, func() { _ = c.Close() })
	c.signIn = time.AfterFunc(g.limits.SignIn, func() { _ = c.Close() })

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
	g.remove(shed)
	g.waiting = append(g.waiting, c)
	return shed
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

func (g *gate) remove(c *caller) {
	for i, w := range g.waiting {
		if w == c {
			g.waiting = append(g.waiting[:i], g.waiting[i+1:]...)
			return
		}
	}
}

// shut ends every caller who is still waiting.
func (g *gate) shut() {
	g.mu.Lock()
	waiting := append([]*caller(nil), g.waiting...)
	g.mu.Unlock()
	for _, c := range waiting {
		_ = c.Close()
	}
}

// caller is a connection that came through a gate. Until it is admitted its
// time and number are bounded.
type caller struct {
	net.Conn
	gate *gate
	from netip.Addr

	// The gate's lock guards what follows.
	first, signIn *time.Timer
	sent          int  // bytes, counted up to firstBytes
	admitted      bool // or closed: nothing is bounded any more
}

// Read counts what the caller sends.
func (c *caller) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	if !c.admitted && c.sent < firstBytes {
		if c.sent += n; c.sent >= firstBytes {
			c.first.Stop()
		}
	}
	return n, err
}

// Close ends the connection and frees its place at the gate.
func (c *caller) Close() error {
	c.admit()
	return c.Conn.Close()
}

// admit ends the waiting: the caller has signed in.
func (c *caller) admit() {
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	if c.admitted {
		return
	}
	c.admitted = true
	c.first.Stop()
	c.signIn.Stop()
	c.gate.remove(c)
}

// stay lets a stranger, who never signs in and so keeps waiting, be here a
// while longer.
func (c *caller) stay(d time.Duration) {
	c.gate.mu.Lock()
	defer c.gate.mu.Unlock()
	if !c.admitted {
		c.signIn.Reset(d)
	}
}

// addressOf is what callers are counted by: the address, or for IPv6 the /64
// it lies in, since one machine has all of those.
func addressOf(conn net.Conn) netip.Addr {
	tcp, ok := conn.RemoteAddr().(*net.TCPAddr)
	if !ok {
		return netip.Addr{}
	}
	addr := tcp.AddrPort().Addr().Unmap()
	if addr.Is6() {
		if p, err := addr.Prefix(64); err == nil {
			return p.Addr()
		}
	}
	return addr
}
