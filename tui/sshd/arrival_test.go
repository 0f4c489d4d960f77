package sshd_test

import (
	"io"
	"net"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

// silent makes callers that say nothing, or no more than a banner.
func silent(t *testing.T, o *open, n int, banner string) (callers []net.Conn) {
	t.Helper()
	for range n {
		c, err := net.Dial("tcp", o.addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Close() })
		_, _ = io.WriteString(c, banner)
		callers = append(callers, c)
	}
	return callers
}

// closed waits until the other side has closed the connection.
func closed(t *testing.T, c net.Conn) {
	t.Helper()
	_ = c.SetReadDeadline(time.Now().Add(5 * time.Second))
	if _, err := io.Copy(io.Discard, c); isTimeout(err) {
		t.Fatal("a caller that says nothing is kept")
	}
}

func isTimeout(err error) bool {
	ne, ok := err.(net.Error)
	return ok && ne.Timeout()
}

func TestSilentCallersAreClosed(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.FirstBytes = 200 * time.Millisecond })
	sitting := o.window(t, o.as(t, "arcadia"))
	callers := append(silent(t, o, 100, ""), silent(t, o, 100, "SSH-2.0-silence\r\n")...)
	o.window(t, o.as(t, "hydra")).sees(t, "screen of hydra")
	for _, c := range callers {
		closed(t, c)
	}
	if err := sitting.WindowChange(9, 9); err != nil {
		t.Error("somebody who had signed in was closed, too:", err)
	}
}

func TestAFullDoorStillOpens(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.Waiting = 8 })
	callers := silent(t, o, 40, "")
	o.window(t, o.as(t, "hydra")).sees(t, "screen of hydra")
	for _, c := range callers[:30] {
		closed(t, c)
	}
}

func TestGarbageInsteadOfSSH(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.FirstBytes = 200 * time.Millisecond })
	for _, garbage := range []string{
		"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\x00\x00\x00\x00\x00", string(make([]byte, 100_000)),
		"SSH-2.0-x\r\n" + string(make([]byte, 300_000)), "SSH-1.5-old\r\n",
	} {
		for _, c := range silent(t, o, 1, garbage) {
			closed(t, c)
		}
	}
	o.window(t, o.as(t, "hydra")).sees(t, "screen of hydra")
	if n := len(o.log.String()); n > 5*200+400 {
		t.Errorf("the log grew by %d bytes", n)
	}
}

func TestAConnectionMustBeUsed(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.Unused = 50 * time.Millisecond })
	used := o.as(t, "arcadia")
	w := o.window(t, used)
	w.sees(t, "screen of")
	_ = o.as(t, "hydra").Wait() // never opens a session, and is closed for it
	if err := w.WindowChange(9, 9); err != nil {
		t.Error("a connection with a session was closed, too:", err)
	}
}

// An agent may hold many keys; somebody who tries for ever is sent away.
func TestTwentyTries(t *testing.T) {
	o := serve(t, nil)
	tries := 0
	guess := gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) {
		tries++
		return []string{"a wrong code"}, nil
	})
	if _, err := o.dial("arcadia", gossh.RetryableAuthMethod(guess, 0)); err == nil {
		t.Fatal("a wrong code opened the seat")
	}
	if tries < 15 || tries > 20 {
		t.Errorf("%d wrong codes were taken on one connection", tries)
	}
}

func TestAlgorithms(t *testing.T) {
	o := serve(t, nil)
	rows := []struct {
		given  string
		config gossh.Config
		taken  bool
	}{
		{"post-quantum", gossh.Config{KeyExchanges: []string{gossh.KeyExchangeMLKEM768X25519}}, true},
		{"an older client", gossh.Config{KeyExchanges: []string{gossh.KeyExchangeCurve25519}, Ciphers: []string{gossh.CipherAES128CTR}}, true},
		{"NIST curves", gossh.Config{KeyExchanges: []string{gossh.KeyExchangeECDHP256}}, false},
		{"group 14", gossh.Config{KeyExchanges: []string{gossh.KeyExchangeDH14SHA256}}, false},
		{"MAC before encryption", gossh.Config{Ciphers: []string{gossh.CipherAES128CTR}, MACs: []string{gossh.HMACSHA256}}, false},
	}
	for _, r := range rows {
		c, err := gossh.Dial("tcp", o.addr, &gossh.ClientConfig{
			Config: r.config, User: "guest", HostKeyCallback: gossh.FixedHostKey(o.key.PublicKey()),
		})
		if (err == nil) != r.taken {
			t.Errorf("%s: %v", r.given, err)
		}
		if err != nil {
			continue
		}
		if got := string(c.ServerVersion()); got != "SSH-2.0-kefi" {
			t.Errorf("the server calls itself %s", got)
		}
		c.Close()
	}
}
