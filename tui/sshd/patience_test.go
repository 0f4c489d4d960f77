package sshd

import (
	"context"
	"errors"
	"io"
	"net/netip"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

var here = netip.MustParseAddr("192.0.2.1")

func TestWrongCodesSlowAnAddressDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGuesses(Limits{}.withDefaults())
		for i, want := range []time.Duration{0, 0, 0, 0, 0, 1, 2, 4, 8, 8, 8} {
			began := time.Now()
			if err := g.pause(t.Context(), here); err != nil {
				t.Fatal(err)
			}
			if got := time.Since(began); got != want*time.Second {
				t.Errorf("after %d wrong ones the answer took %v, not %v", i, got, want*time.Second)
			}
			g.miss(here)
		}
		if g.wait(netip.MustParseAddr("192.0.2.2")) != 0 {
			t.Error("another address is slow, too")
		}
		ended, cancel := context.WithCancel(t.Context())
		cancel()
		if g.pause(ended, here) == nil {
			t.Error("it answers somebody who has gone")
		}
		time.Sleep(forgetGuesses + time.Second)
		if g.wait(here) != 0 {
			t.Error("it never forgets")
		}
	})
}

func TestGuessesAreRememberedWithinBounds(t *testing.T) {
	g := newGuesses(Limits{}.withDefaults())
	from := here
	for range 3 * maxTallies {
		g.miss(from)
		from = from.Next()
	}
	if len(g.wrong) > maxTallies {
		t.Errorf("%d addresses are remembered", len(g.wrong))
	}
}

// client answers keepalives for a while.
type client struct {
	answers int
	closed  chan struct{}
}

func (c *client) SendRequest(name string, wantReply bool, _ []byte) (bool, []byte, error) {
	if name != "keepalive@openssh.com" || !wantReply {
		return false, nil, errors.New("that is no keepalive")
	}
	if c.answers--; c.answers >= 0 {
		return false, nil, nil // OpenSSH refuses it; any answer will do
	}
	<-c.closed
	return false, nil, io.EOF
}

func (c *client) Close() error { close(c.closed); return nil }

func TestKeepalive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		keepalive(t.Context(), &client{answers: 10, closed: make(chan struct{})}, 15*time.Second)
		if got, want := time.Since(began), 11*15*time.Second+45*time.Second; got != want {
			t.Errorf("a client that answers ten times was there for %v, not %v", got, want)
		}
		ended, cancel := context.WithCancel(t.Context())
		cancel()
		keepalive(ended, nil, 15*time.Second) // returns at once
	})
}

// sink takes some bytes at a time, each after a while.
type sink struct {
	gossh.Channel
	takes time.Duration
	got   int
}

func (s *sink) Write(p []byte) (int, error) {
	time.Sleep(s.takes)
	s.got += len(p)
	return len(p), nil
}

func (s *sink) Stderr() io.ReadWriter {
	return struct {
		io.Reader
		io.Writer
	}{nil, s}
}

func TestAWriteThatMakesNoProgress(t *testing.T) {
	for takes, want := range map[time.Duration]bool{9 * time.Second: false, 11 * time.Second: true} {
		synctest.Test(t, func(t *testing.T) {
			var closed atomic.Bool
			to := &sink{takes: takes}
			w := &wire{Channel: to, stall: 10 * time.Second, close: func() { closed.Store(true) }}
			for _, out := range []io.Writer{w, w.Stderr()} {
				closed.Store(false)
				to.got = 0
				n, err := out.Write(make([]byte, 100_000)) // seven times what is written at once
				if n != 100_000 || to.got != n || err != nil {
					t.Errorf("%d of 100000 bytes were written: %v", n, err)
				}
				synctest.Wait()
				if closed.Load() != want {
					t.Errorf("with %v for each part the connection was closed: %v", takes, closed.Load())
				}
			}
		})
	}
}
