package main

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

func TestVersion(t *testing.T) {
	if a := kefi(t, "--version"); a.status != 0 || !strings.Contains(a.out, version) {
		t.Errorf("--version: %s", a)
	}
}

// TestCannotServe: what stands in the way is told in a sentence that says what
// to do, and the status is 1, or 2 where the command line is not understood.
func TestCannotServe(t *testing.T) {
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = busy.Close() })
	folder := func(name, text string) string { return filepath.Dir(write(t, name, text)) }
	for _, x := range []struct {
		what   string
		args   []string
		status int
		says   []string
	}{
		{"port taken", []string{"--demo", "--listen", busy.Addr().String()}, 1, []string{"another program listens on " + busy.Addr().String(), "--listen"}},
		{"no such scenario", []string{"--scenario", "copykat"}, 1, []string{"copykat"}},
		{"bad scenario", []string{"--scenario", folder("scenario.yaml", "title: Half\nteams:\n  - [\n")}, 1, []string{"cannot be played", "scenario.yaml:3:5"}},
		{"nothing to serve", nil, 1, []string{"no exercise in", "--scenario copycat"}},
		{"data is a file", []string{"--data", write(t, "data", "")}, 1, []string{"--data DIR"}},
		{"damaged journal", []string{"--data", folder("spring.kefi", strings.Repeat("no journal ", 1000))}, 1, []string{"spring", "not"}},
		{"damaged roster", []string{"--data", folder("roster.db", strings.Repeat("no roster ", 1000))}, 1, []string{"roster"}},
		{"damaged host key", []string{"--scenario", "copycat", "--data", folder("host_ed25519", "no key")}, 1, []string{"host_ed25519", "Restore it"}},
		{"bad seats file", []string{"--scenario", "copycat", "--seats", write(t, "seats", "arcadia ssh-rsa\n")}, 1, []string{"line 1"}},
		{"no such seat", []string{"--scenario", "copycat", "--seats", newKeyring(t, "atlantis").seatsFile(t)}, 1, []string{"line 1", "atlantis"}},
		{"unknown flag", []string{"--speeed", "2"}, 2, []string{"speeed"}},
		{"speed 0", []string{"--speed", "0"}, 2, []string{"--speed"}},
	} {
		t.Run(x.what, func(t *testing.T) {
			t.Parallel()
			a := kefi(t, append([]string{"serve", "--listen", "127.0.0.1:0", "--data", t.TempDir()}, x.args...)...)
			if a.status != x.status || strings.Contains(a.errw, "goroutine") {
				t.Errorf("want status %d: %s", x.status, a)
			}
			for _, words := range x.says {
				if !strings.Contains(a.errw, words) {
					t.Errorf("it does not say %q: %s", words, a)
				}
			}
		})
	}
}

// TestSecondServer: one server a data folder; the other one is named.
func TestSecondServer(t *testing.T) {
	t.Parallel()
	s := serve(t, "--scenario", "copycat", "--name", "spring")
	a := kefi(t, "serve", "--listen", "127.0.0.1:0", "--data", s.data)
	if a.status != 1 || !strings.Contains(a.errw, "spring") || !strings.Contains(a.errw, "kefi serve on 127.0.0.1") {
		t.Errorf("beside the first: %s", a)
	}
	s.kill()
	s.start()
}

// TestStop: SIGTERM tells everybody, ends cleanly and loses nothing.
func TestStop(t *testing.T) {
	t.Parallel()
	c := newCast(t)
	c.serve("--scenario", "copycat", "--name", "spring")
	c.listen("lantern")
	c.sitDownAt("arcadia")
	c.sitDownAt("hydra")
	c.do("arcadia", "ready")
	began := time.Now()
	status := c.server.stop()
	if took := time.Since(began); status != 0 || took > 5*time.Second {
		t.Errorf("it ends with status %d after %v:\n%s", status, took, c.server.out.String())
	} else {
		t.Logf("it ends %v after SIGTERM", took)
	}
	for _, told := range []string{c.stages["arcadia"].text(), c.heard["lantern"][0].String()} {
		if !strings.Contains(told, "The server is stopping. Nothing is lost") {
			t.Errorf("a session ends with:\n%s", told)
		}
	}
	c.server.start()
	c.connect()
	if v := c.view("hydra"); !strings.Contains(printJSON(v.Room.Feed), "is ready.") {
		t.Errorf("after the restart the feed is %s", printJSON(v.Room.Feed))
	}
}

// TestLeavingSaysGoodbye: who leaves is told that the seat waits, on the screen
// that was there before.
func TestLeavingSaysGoodbye(t *testing.T) {
	t.Parallel()
	c := newCast(t)
	c.serve("--scenario", "copycat", "--name", "spring")
	c.sitDownAt("hydra")
	hydra := c.stages["hydra"]
	hydra.press("\x03")
	hydra.see("Leave the table?")
	until(t, func() bool {
		_, _ = io.WriteString(hydra.keys, "y") // until it has been heard, when no more can be typed
		return strings.Contains(hydra.text(), "Goodbye. Your seat waits for you.")
	}, func() string { return "it ends with:\n" + hydra.text() })
}

var codes = regexp.MustCompile(`(?m)code (\S+(?: \S+)*)$`)

// TestInviteBesideTheServer: a new code opens the seat at once, the old one
// does so no more; `kefi seats` tells how things stand.
func TestInviteBesideTheServer(t *testing.T) {
	t.Parallel()
	s := serve(t, "--scenario", "copycat", "--name", "spring")
	old := lineOf(t, s.out.String(), "arcadia@")
	old = codes.FindStringSubmatch(old)[1]
	enters := func(code string) error {
		client, err := s.dial("arcadia", byCode(code))
		if err != nil {
			return err
		}
		defer client.Close()
		if a := verb(t, client, "help"); a.status != 0 {
			t.Errorf("inside: %s", a)
		}
		return nil
	}
	if err := enters(old); err != nil {
		t.Fatalf("the code that was printed: %v", err)
	}
	a := kefi(t, "invite", "--data", s.data, "--listen", s.addr, "arcadia")
	if a.status != 0 || !strings.Contains(a.out, gossh.FingerprintSHA256(s.host)) || !strings.Contains(a.out, "arcadia@127.0.0.1") {
		t.Fatalf("kefi invite: %s", a)
	}
	fresh := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(lineOf(t, a.out, "Code ")), "Code "))
	if err := enters(fresh); err != nil {
		t.Errorf("the new code: %v", err)
	}
	if err := enters(old); err == nil {
		t.Error("the old code still opens the seat")
	}
	a = kefi(t, "seats", "--data", s.data)
	if line := lineOf(t, a.out, "arcadia"); a.status != 0 || !strings.Contains(line, "a code, 0 keys") {
		t.Errorf("kefi seats: %s", a)
	}
	if a := kefi(t, "invite", "--data", s.data, "atlantis"); a.status != 1 || !strings.Contains(a.errw, "kefi seats") {
		t.Errorf("a seat that is not there: %s", a)
	}
	if a := kefi(t, "seats", "--data", filepath.Join(os.TempDir(), "no-such-folder")); a.status != 1 || !strings.Contains(a.errw, "no data folder") {
		t.Errorf("a folder that is not there: %s", a)
	}
}

// lineOf is the first line that holds these words.
func lineOf(t *testing.T, text, words string) string {
	t.Helper()
	for line := range strings.Lines(text) {
		if strings.Contains(line, words) {
			return strings.TrimRight(line, "\n")
		}
	}
	t.Fatalf("no line with %q in:\n%s", words, text)
	return ""
}
