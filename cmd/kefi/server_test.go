package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

// program is the program under test, built once for all tests.
var program string

func TestMain(m *testing.M) { os.Exit(buildAndRun(m)) }

func buildAndRun(m *testing.M) int {
	folder, err := os.MkdirTemp("", "kefi-test-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(folder)
	program = filepath.Join(folder, "kefi")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "go build: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// kefi runs one command of the program to its end.
func kefi(t testing.TB, args ...string) answer {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	var out, errw bytes.Buffer
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdout, cmd.Stderr = &out, &errw
	_ = cmd.Run() // the status tells
	return answer{out.String(), errw.String(), cmd.ProcessState.ExitCode()}
}

// server is `kefi serve` as a child process. It may be killed and started
// again on the same data and address.
type server struct {
	t    testing.TB
	data string
	addr string // 127.0.0.1:PORT, once it has started
	host gossh.PublicKey

	cmd *exec.Cmd
	out printed // of this start
}

// serve starts `kefi serve` with further arguments in a new data folder.
func serve(t testing.TB, args ...string) *server {
	t.Helper()
	s := &server{t: t, data: t.TempDir(), addr: "127.0.0.1:0"}
	t.Cleanup(s.kill)
	s.start(args...)
	return s
}

var listening = regexp.MustCompile(`Listening +ssh (\S+)`)

// start serves the data folder, on the address it had before if it had one.
func (s *server) start(args ...string) {
	s.t.Helper()
	s.out = printed{}
	s.cmd = exec.Command(program, append([]string{"serve", "--listen", s.addr, "--data", s.data}, args...)...)
	s.cmd.Stdout, s.cmd.Stderr = &s.out, &s.out
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	until(s.t, func() bool { return strings.Contains(s.out.String(), "Ctrl+C") }, func() string {
		return "the server does not start. It prints:\n" + s.out.String()
	})
	s.addr = listening.FindStringSubmatch(s.out.String())[1]
	key, _, err := sshd.HostKey(s.data)
	if err != nil {
		s.t.Fatal(err)
	}
	s.host = key.PublicKey()
}

// kill ends it as a power cut would.
func (s *server) kill() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}

// stop asks it to end and gives its exit status.
func (s *server) stop() int {
	s.t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		s.t.Fatal(err)
	}
	_ = s.cmd.Wait()
	return s.cmd.ProcessState.ExitCode()
}

// printed collects what a process or a session writes, safe to read meanwhile.
type printed struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (p *printed) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(b)
}

func (p *printed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}
