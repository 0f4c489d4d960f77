package sshd

import (
	"net"
	"net/netip"
	"time"
)

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

// Close ends the connection and frees its place.
func (c *caller) Close() error {
	c.admit()
	c.gate.leave(c)
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
	c.gate.stopWaiting(c)
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
