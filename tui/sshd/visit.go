package sshd

import (
	"context"
	"net"
	"sync"
	"time"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// visit is one connection from its arrival to its end.
type visit struct {
	*caller
	door *Door

	mu     sync.Mutex
	known  int         // of the seats' kicks, as many as there had been at sign-in
	used   bool        // a session was opened
	unused *time.Timer // runs from sign-in to the first session
	open   int         // sessions now
}

type visitKey struct{}

// arrive is the ssh library's hook for a new connection. What the connection
// is goes into its context; who it is does not.
func (d *Door) arrive(ctx ssh.Context, conn net.Conn) net.Conn {
	v := &visit{caller: conn.(*caller), door: d}
	ctx.SetValue(visitKey{}, v)
	return v
}

func visitOf(ctx ssh.Context) *visit {
	return ctx.Value(visitKey{}).(*visit)
}

// signIn ends the waiting: from here on this is somebody.
func (v *visit) signIn() {
	v.admit()
	kicks := v.door.seats.kicksSoFar() // before the lock: seats ask visits, under theirs
	v.mu.Lock()
	defer v.mu.Unlock()
	v.known = kicks
	if !v.used {
		v.unused = time.AfterFunc(v.door.Limits.Unused, func() { _ = v.Close() })
	}
}

// begin counts a session in. It is false where there are too many.
func (v *visit) begin(ctx context.Context, conn gossh.Conn) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.open >= v.door.Limits.Channels {
		return false
	}
	v.open++
	if !v.used {
		v.used = true
		if v.unused != nil {
			v.unused.Stop()
		}
		go keepalive(ctx, conn, v.door.Limits.Keepalive)
	}
	return true
}

func (v *visit) end() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.open--
}

// signedInBefore says whether the connection was somebody before a kick.
func (v *visit) signedInBefore(kick int) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.known < kick
}

// pinger is the part of a connection that keepalive needs.
type pinger interface {
	SendRequest(name string, wantReply bool, payload []byte) (bool, []byte, error)
	Close() error
}

// keepalive asks the client at every interval whether it is there, and closes
// the connection when three intervals have passed without an answer. TCP alone
// would take many minutes to notice a dead link while nothing is sent. It
// returns when the connection is closed, which ends ctx.
func keepalive(ctx context.Context, conn pinger, interval time.Duration) {
	silence := time.AfterFunc(4*interval, func() { _ = conn.Close() })
	defer silence.Stop()
	pause := time.NewTicker(interval)
	defer pause.Stop()
	for {
		select {
		case <-pause.C:
		case <-ctx.Done():
			return
		}
		silence.Reset(3 * interval)
		if _, _, err := conn.SendRequest("keepalive@openssh.com", true, nil); err != nil {
			return
		}
		silence.Reset(4 * interval)
	}
}
