package sshd

import (
	"errors"
	"log/slog"
	"net"
	"syscall"
	"testing"
	"testing/synctest"
	"time"
)

// street is a listener in memory, whose callers come from one address or, by
// their number, from several.
type street struct {
	arriving chan arrival
}

type arrival struct {
	conn net.Conn
	err  error
}

func (s *street) Accept() (net.Conn, error) {
	a, ok := <-s.arriving
	if !ok {
		return nil, net.ErrClosed
	}
	return a.conn, a.err
}

func (s *street) Close() error   { close(s.arriving); return nil }
func (s *street) Addr() net.Addr { return &net.TCPAddr{} }

// placed is a connection that comes from somewhere.
type placed struct {
	net.Conn
	from net.Addr
}

func (p placed) RemoteAddr() net.Addr { return p.from }

// call makes a caller at the gate; the other end is the client's.
func call(t *testing.T, g *gate, ip string) (*caller, net.Conn) {
	t.Helper()
	ours, theirs := net.Pipe()
	go func() {
		g.Listener.(*street).arriving <- arrival{conn: placed{ours, &net.TCPAddr{IP: net.ParseIP(ip)}}}
	}()
	c, err := g.Accept()
	if err != nil {
		t.Fatal(err)
	}
	return c.(*caller), theirs
}

func newTestGate(l Limits) *gate {
	return newGate(&street{make(chan arrival)}, l.withDefaults(), slog.New(slog.DiscardHandler))
}

// closedAfter reads until the connection is closed and says when that was.
func closedAfter(c net.Conn) time.Duration {
	began := time.Now()
	for {
		if _, err := c.Read(make([]byte, 100)); err != nil {
			return time.Since(began)
		}
	}
}

func TestTimeToSignIn(t *testing.T) {
	rows := []struct {
		given  string
		client func(theirs net.Conn, c *caller)
		closed time.Duration // 0: it stays
	}{
		{"silence", func(net.Conn, *caller) {}, 20 * time.Second},
		{"a banner and silence", func(theirs net.Conn, _ *caller) { send(theirs, 20) }, 20 * time.Second},
		{"a byte every five seconds", func(theirs net.Conn, _ *caller) {
			for send(theirs, 1) == nil {
				time.Sleep(5 * time.Second)
			}
		}, 20 * time.Second},
		{"a key exchange and no more", func(theirs net.Conn, _ *caller) { send(theirs, 1500) }, 180 * time.Second},
		{"a person who signs in after 90 s", func(theirs net.Conn, c *caller) {
			send(theirs, 1500)
			time.Sleep(90 * time.Second)
			c.admit()
		}, 0},
		{"a stranger, who reads for five minutes", func(theirs net.Conn, c *caller) {
			send(theirs, 1500)
			c.stay(5 * time.Minute)
		}, 5 * time.Minute},
	}
	for _, r := range rows {
		t.Run(r.given, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				g := newTestGate(Limits{})
				c, theirs := call(t, g, "192.0.2.1")
				go r.client(theirs, c)
				time.AfterFunc(time.Hour, func() { c.Close() })
				got, want := closedAfter(c), r.closed
				if want == 0 {
					want = time.Hour
				}
				if got != want {
					t.Errorf("it was closed after %v, not %v", got, want)
				}
				theirs.Close()
				time.Sleep(time.Minute) // whoever still sends has noticed
				if len(g.waiting) != 0 {
					t.Error("it still counts as waiting")
				}
			})
		})
	}
}

func send(c net.Conn, n int) error {
	_, err := c.Write(make([]byte, n))
	return err
}

func TestWhoGoesWhenTheGateIsFull(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newTestGate(Limits{Waiting: 4})
		talks, talksEnd := call(t, g, "192.0.2.1")
		go closedAfter(talks)
		send(talksEnd, 500)
		synctest.Wait()
		silent, _ := call(t, g, "192.0.2.2")
		younger, _ := call(t, g, "192.0.2.3")
		seated, _ := call(t, g, "192.0.2.4")
		seated.admit() // and counts no more
		call(t, g, "192.0.2.5")
		if silent.admitted {
			t.Error("somebody went before the gate was full")
		}
		call(t, g, "192.0.2.6")
		if !silent.admitted || younger.admitted || talks.admitted {
			t.Error("not the oldest of the silent ones went")
		}
		g.close()
		if len(g.waiting) != 0 || !talks.admitted {
			t.Error("callers still wait after the gate was shut")
		}
	})
}

func TestACrowdedAddressPaysForItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newTestGate(Limits{WaitingPerAddress: 2})
		other, _ := call(t, g, "192.0.2.1")
		oldest, _ := call(t, g, "192.0.2.2")
		second, _ := call(t, g, "192.0.2.2")
		if oldest.admitted {
			t.Error("somebody went too early")
		}
		third, _ := call(t, g, "192.0.2.2")
		if !oldest.admitted || second.admitted || third.admitted || other.admitted {
			t.Error("not the oldest of the crowded address went")
		}
		g.close()
	})
}

func TestAddresses(t *testing.T) {
	rows := []struct {
		a, b string
		same bool
	}{
		{"192.0.2.1", "192.0.2.2", false},
		{"192.0.2.1", "::ffff:192.0.2.1", true},
		{"2001:db8::1", "2001:db8::2", true},
		{"2001:db8:0:1::1", "2001:db8:0:2::1", false},
	}
	for _, r := range rows {
		a := addressOf(placed{from: &net.TCPAddr{IP: net.ParseIP(r.a)}})
		b := addressOf(placed{from: &net.TCPAddr{IP: net.ParseIP(r.b)}})
		if (a == b) != r.same {
			t.Errorf("%s and %s count as %v and %v", r.a, r.b, a, b)
		}
	}
}

// The ssh library pauses and tries again on errors that are temporary, and so
// never sees one that is not.
func TestNoFileDescriptors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newTestGate(Limits{})
		full := &net.OpError{Op: "accept", Err: &net.OpError{Err: syscall.EMFILE}}
		go func() { g.Listener.(*street).arriving <- arrival{err: full} }()
		if _, err := g.Accept(); !errors.Is(err, syscall.EMFILE) || !isTemporary(err) {
			t.Errorf("it gave %v", err)
		}
		c, theirs := call(t, g, "192.0.2.1")
		c.Close()
		theirs.Close()
	})
}
