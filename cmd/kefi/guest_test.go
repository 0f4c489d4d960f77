package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// answer is what a verb or a command gave: standard output, standard error
// and exit status.
type answer struct {
	out, errw string
	status    int
}

func (a answer) String() string {
	return fmt.Sprintf("status %d\n%s%s", a.status, a.out, a.errw)
}

// keyring has a key for each seat.
type keyring map[exercise.SeatID]ed25519.PrivateKey

func newKeyring(t testing.TB, seats ...exercise.SeatID) keyring {
	t.Helper()
	keys := keyring{}
	for _, seat := range seats {
		_, key, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		keys[seat] = key
	}
	return keys
}

func (k keyring) signer(t testing.TB, seat exercise.SeatID) gossh.Signer {
	t.Helper()
	signer, err := gossh.NewSignerFromKey(k[seat])
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

// seatsFile writes what `--seats` reads; everybody but those named has agreed
// beforehand.
func (k keyring) seatsFile(t testing.TB, undecided ...exercise.SeatID) string {
	t.Helper()
	var text strings.Builder
	for seat := range k {
		agreed := " agreed"
		if slices.Contains(undecided, seat) {
			agreed = ""
		}
		line := gossh.MarshalAuthorizedKey(k.signer(t, seat).PublicKey())
		fmt.Fprintf(&text, "%s %s test%s\n", seat, bytes.TrimSpace(line), agreed)
	}
	return write(t, "seats", text.String())
}

// dial opens a connection as a seat, by the methods given.
func (s *server) dial(seat exercise.SeatID, auth ...gossh.AuthMethod) (*gossh.Client, error) {
	return gossh.Dial("tcp", s.addr, &gossh.ClientConfig{
		User: string(seat), Auth: auth,
		HostKeyCallback: gossh.FixedHostKey(s.host), Timeout: patience,
	})
}

// byCode types an invitation code, and no when asked to remember this computer.
func byCode(code string) gossh.AuthMethod {
	return gossh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
		answers := make([]string, len(questions))
		for i, q := range questions {
			answers[i] = code
			if strings.Contains(q, "emember") {
				answers[i] = "no"
			}
		}
		return answers, nil
	})
}

// verb runs one line on a connection, as `ssh SEAT@HOST LINE` does.
func verb(t testing.TB, c *gossh.Client, line string) answer {
	t.Helper()
	session, err := c.NewSession()
	if err != nil {
		t.Fatalf("%s: no session for %q: %v", c.User(), line, err)
	}
	defer session.Close()
	var out, errw bytes.Buffer
	session.Stdout, session.Stderr = &out, &errw
	err = session.Run(line)
	var exit *gossh.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%s: %q: %v", c.User(), line, err)
	}
	a := answer{out: out.String(), errw: errw.String()}
	if exit != nil {
		a.status = exit.ExitStatus()
	}
	return a
}

// openSSH runs one line with the ssh client that most guests have, without
// anything of who runs the test.
func openSSH(t testing.TB, s *server, key ed25519.PrivateKey, seat exercise.SeatID, line string) answer {
	t.Helper()
	client, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("THERE IS NO ssh CLIENT HERE: what OpenSSH does with this server is not tested")
	}
	block, err := gossh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(err)
	}
	host, port, _ := net.SplitHostPort(s.addr)
	known := fmt.Sprintf("[%s]:%s %s", host, port, gossh.MarshalAuthorizedKey(s.host))
	var out, errw bytes.Buffer
	cmd := exec.CommandContext(t.Context(), client, "-F", "none", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes",
		"-o", "IdentityAgent=none", "-o", "UserKnownHostsFile="+write(t, "known_hosts", known), "-o", "StrictHostKeyChecking=yes",
		"-i", write(t, "key", string(pem.EncodeToMemory(block))), "-p", port, string(seat)+"@"+host, line)
	cmd.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}
	cmd.Stdout, cmd.Stderr, cmd.WaitDelay = &out, &errw, time.Second
	_ = cmd.Run() // the status tells
	return answer{out.String(), errw.String(), cmd.ProcessState.ExitCode()}
}

// write puts a text into a new file, readable by its owner only.
func write(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
