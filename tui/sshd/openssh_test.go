package sshd_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
)

// The client that most guests have, with an agent of five keys of which the
// last is bound: it gets in without being asked for a code.
func TestOpenSSHWithFiveKeys(t *testing.T) {
	o := serve(t, nil)
	socket, keys := runAgent(t, 5)
	o.house.bind("spring", "arcadia", keys[4])
	out, err := openSSH(t, o, socket, "arcadia", "who").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "arcadia in spring by key") {
		t.Errorf("%v: %s", err, out)
	}
	if out, err := openSSH(t, o, socket, "hydra", "who").CombinedOutput(); err == nil {
		t.Errorf("five unbound keys opened a seat: %s", out)
	}
}

// An invitation code, typed into OpenSSH, and yes: the next time the key will do.
func TestOpenSSHTypesACode(t *testing.T) {
	o := serve(t, nil)
	socket, _ := runAgent(t, 2)
	first := openSSH(t, o, socket, "arcadia", "who")
	first.Args = append(first.Args[:1], append([]string{"-o", "BatchMode=no"}, first.Args[1:]...)...)
	first.Env = append(first.Env, "SSH_ASKPASS="+askpass(t, map[string]string{"code": springCode, "Remember": "yes"}),
		"SSH_ASKPASS_REQUIRE=force", "DISPLAY=:0")
	out, err := first.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "arcadia in spring by code") {
		t.Fatalf("%v: %s", err, out)
	}
	out, err = openSSH(t, o, socket, "arcadia", "who").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "arcadia in spring by key") {
		t.Errorf("the second time: %v: %s", err, out)
	}
}

// openSSH prepares the ssh client, without anything of who runs the test.
func openSSH(t *testing.T, o *open, socket, user, line string) *exec.Cmd {
	t.Helper()
	ssh, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("THERE IS NO ssh CLIENT HERE: what OpenSSH does with this door is not tested")
	}
	host, port, _ := net.SplitHostPort(o.addr)
	known := filepath.Join(t.TempDir(), "known_hosts")
	entry := fmt.Sprintf("[%s]:%s %s", host, port, gossh.MarshalAuthorizedKey(o.key.PublicKey()))
	if err := os.WriteFile(known, []byte(entry), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), ssh, "-F", "none", "-o", "BatchMode=yes", "-o", "UserKnownHostsFile="+known,
		"-o", "StrictHostKeyChecking=yes", "-o", "IdentityAgent="+socket, "-o", "IdentityFile=none",
		"-p", port, user+"@"+host, line)
	cmd.Env = []string{"HOME=" + t.TempDir(), "PATH=" + os.Getenv("PATH")}
	return cmd
}

// askpass is a program that answers a prompt by a word that stands in it.
func askpass(t *testing.T, answers map[string]string) string {
	t.Helper()
	var script strings.Builder
	script.WriteString("#!/bin/sh\ncase \"$1\" in\n")
	for word, answer := range answers {
		fmt.Fprintf(&script, "*%s*) echo '%s';;\n", word, answer)
	}
	script.WriteString("esac\n")
	path := filepath.Join(t.TempDir(), "askpass")
	if err := os.WriteFile(path, []byte(script.String()), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// runAgent holds some new keys behind a socket.
func runAgent(t *testing.T, n int) (socket string, keys []gossh.Signer) {
	t.Helper()
	ring := agent.NewKeyring()
	for range n {
		_, private, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if err := ring.Add(agent.AddedKey{PrivateKey: private}); err != nil {
			t.Fatal(err)
		}
		key, err := gossh.NewSignerFromKey(private)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	socket = filepath.Join(t.TempDir(), "agent")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { defer c.Close(); _ = agent.ServeAgent(ring, c) }()
		}
	}()
	return socket, keys
}
