package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kefi/tui/sshd"
)

// What is written beside an export is good to whoever has the server's line
// and OpenSSH, and no longer after a byte has changed.
func TestASignatureBesideAFile(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("SSH-KEYGEN IS NOT HERE: nothing shows that OpenSSH takes the signatures")
	}
	data := t.TempDir()
	if a := kefi(t, "key", "--data", data); a.status != 1 || !strings.Contains(a.errw, "host_ed25519") {
		t.Errorf("without a key: %s", a)
	}
	key, _, err := sshd.HostKey(data)
	if err != nil {
		t.Fatal(err)
	}
	minutes := write(t, "minutes.md", "EXERCISE EXERCISE EXERCISE\n")
	if err := signBeside(minutes, key); err != nil {
		t.Fatal(err)
	}
	line := kefi(t, "key", "--data", data)
	if line.status != 0 {
		t.Fatalf("kefi key: %s", line)
	}
	believed := write(t, "allowed_signers", line.out)
	if out, err := opensshVerifies(believed, minutes); err != nil || !strings.HasPrefix(out, "Good") {
		t.Errorf("as it was signed: %v %s", err, out)
	}
	if err := os.WriteFile(minutes, []byte("EXERCISE EXERCISE EXERCISe\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := opensshVerifies(believed, minutes); err == nil {
		t.Errorf("one byte changed: %s", out)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(minutes), ".kefi-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// opensshVerifies asks ssh-keygen about a file and the signature beside it.
func opensshVerifies(believed, file string) (string, error) {
	text, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer text.Close()
	cmd := exec.Command("ssh-keygen", "-Y", "verify", "-f", believed, "-I", "kefi", "-n", "kefi-transcript", "-s", file+".sig")
	cmd.Stdin = text
	out, err := cmd.CombinedOutput()
	return string(out), err
}
