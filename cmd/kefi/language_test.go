package main

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// TestALanguageIsKept: a seat that chose French is answered in it by verbs, in
// lines and on a screen, in whatever window it comes back, and after a restart;
// one that is open follows what a verb says meanwhile.
func TestALanguageIsKept(t *testing.T) {
	t.Parallel()
	keys := newKeyring(t, "arcadia")
	s := serve(t, "--scenario", "copycat", "--name", "spring", "--seats", keys.seatsFile(t))
	come := func(user exercise.SeatID) *gossh.Client {
		t.Helper()
		client, err := s.dial(user, gossh.PublicKeys(keys.signer(t, "arcadia")))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = client.Close() })
		return client
	}
	says := func(user exercise.SeatID, line string, status int, want string) {
		t.Helper()
		a := verb(t, come(user), line)
		if said := strings.ReplaceAll(a.out+a.errw, "\u00a0", " "); a.status != status || !strings.Contains(said, want) {
			t.Errorf("%s: %s: want status %d and %q, got %s", user, line, status, want, a)
		}
	}
	says("arcadia", "read A99", 1, "that you may read")
	says("arcadia+es", "read A99", 1, "que pueda leer")
	says("arcadia", "language klingon", 2, "English, français and español")
	says("arcadia", "language français", 0, "kefi vous parle français.")
	says("arcadia", "read A99", 1, "que vous puissiez lire")
	says("arcadia", "sing", 2, "n'est pas une commande")
	says("arcadia", "help amend", 0, "Dépose un amendement")

	older := &printed{}
	sitting(t, come("arcadia"), true, older)
	until(t, func() bool { return strings.Contains(older.plain(), "EXERCICE") }, older.plain)
	lines := &printed{}
	in := sitting(t, come("arcadia+plain"), false, lines)
	until(t, func() bool { return strings.Contains(lines.plain(), "Mode parlé.") }, lines.plain)
	until(t, func() bool { return strings.Contains(older.plain(), "Ce siège a été repris") }, older.plain)
	_, _ = io.WriteString(in, "language es\n")
	until(t, func() bool { return strings.Contains(lines.plain(), "kefi le habla en español.") }, lines.plain)
	says("arcadia", "language en", 0, "kefi speaks English to you.")
	until(t, func() bool { return strings.Contains(lines.plain(), "kefi speaks English to you.") }, lines.plain)
	says("arcadia", "language es", 0, "kefi le habla en español.")

	s.stop()
	s.start("--seats", keys.seatsFile(t))
	says("arcadia", "read A99", 1, "que pueda leer")
	again := &printed{}
	sitting(t, come("arcadia"), true, again)
	until(t, func() bool { return strings.Contains(again.plain(), "EJERCICIO") }, again.plain)
	says("arcadia", "language fr", 0, "kefi vous parle français.")
	until(t, func() bool { return strings.Contains(again.plain(), "EXERCICE") }, again.plain)
}

// plain is the text without what moves the cursor.
func (p *printed) plain() string { return ansi.Strip(p.String()) }

// sitting opens a session that stays, on a terminal or in lines, and gives its
// keyboard.
func sitting(t *testing.T, c *gossh.Client, terminal bool, out io.Writer) io.Writer {
	t.Helper()
	session, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	session.Stdout, session.Stderr = out, out
	keys, err := session.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if terminal {
		err = session.RequestPty("xterm-256color", 24, 80, nil)
	}
	if err := errors.Join(err, session.Shell()); err != nil {
		t.Fatal(err)
	}
	return keys
}
