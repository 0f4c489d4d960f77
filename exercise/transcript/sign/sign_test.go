package sign_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise/transcript/sign"
)

func newKey(t *testing.T, seed byte) gossh.Signer {
	t.Helper()
	key, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func signed(t *testing.T, namespace string, key gossh.Signer, text string) []byte {
	t.Helper()
	armored, err := sign.In(namespace, key, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return armored
}

const minutes = "EXERCISE EXERCISE EXERCISE\nThe text was adopted.\n"

func TestCheck(t *testing.T) {
	key := newKey(t, 1)
	good := signed(t, sign.Transcript, key, minutes)
	tests := []struct {
		given   string
		text    string
		armored []byte
		want    error
	}{
		{"the text as it was signed", minutes, good, nil},
		{"blank lines round a pasted signature", minutes, []byte("\n" + string(good) + "\n\n"), nil},
		{"one byte changed", strings.Replace(minutes, "adopted", "Adopted", 1), good, sign.ErrChanged},
		{"one byte more", minutes + "\n", good, sign.ErrChanged},
		{"another namespace", minutes, signed(t, "git", key, minutes), sign.ErrNamespace},
		{"no signature", minutes, []byte("-----BEGIN SSH SIGNATURE-----\n"), sign.ErrNone},
		{"half a signature", minutes, good[:len(good)/2], sign.ErrNone},
	}
	for _, tt := range tests {
		by, err := sign.Check(sign.Transcript, strings.NewReader(tt.text), tt.armored)
		if !errors.Is(err, tt.want) {
			t.Errorf("given %s: %v, want %v", tt.given, err, tt.want)
		}
		if err == nil && !bytes.Equal(by.Marshal(), key.PublicKey().Marshal()) {
			t.Errorf("given %s: signed by %s", tt.given, gossh.FingerprintSHA256(by))
		}
	}
}

func TestAllowed(t *testing.T) {
	key, other := newKey(t, 1).PublicKey(), newKey(t, 2).PublicKey()
	line := sign.AllowedSigner("kefi", sign.Transcript, key)
	tests := []struct {
		given, file, namespace string
		key                    gossh.PublicKey
		want                   bool
	}{
		{"the server's own line", line, sign.Transcript, key, true},
		{"comments and blank lines", "# who signs\n\n" + line + "\n", sign.Transcript, key, true},
		{"another namespace", line, sign.Accord, key, false},
		{"another key", line, sign.Transcript, other, false},
		{"a line without namespaces", "kefi " + string(gossh.MarshalAuthorizedKey(key)), sign.Accord, key, true},
		{"a pattern", sign.AllowedSigner("kefi", "kefi-*", key), sign.Accord, key, true},
	}
	for _, tt := range tests {
		allowed, err := sign.ReadAllowed([]byte(tt.file))
		if err != nil {
			t.Fatalf("given %s: %v", tt.given, err)
		}
		if by, ok := allowed.Believe(tt.namespace, tt.key); ok != tt.want || ok && by != "kefi" {
			t.Errorf("given %s: believed as %q: %v, want %v", tt.given, by, ok, tt.want)
		}
	}
	for _, bad := range []string{"kefi", "kefi ssh-ed25519 AAAA", `kefi cert-authority ` + string(gossh.MarshalAuthorizedKey(key))} {
		if _, err := sign.ReadAllowed([]byte(bad)); err == nil {
			t.Errorf("given %q: taken", bad)
		}
	}
}

// OpenSSH itself is the judge: what kefi signs it finds good, and what it
// signs kefi does.
func TestOpenSSHAgrees(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("SSH-KEYGEN IS NOT HERE: nothing shows that OpenSSH takes the signatures")
	}
	key := newKey(t, 1)
	folder := t.TempDir()
	write := func(name string, text []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	believed := write("allowed_signers", []byte(sign.AllowedSigner(sign.Principal, sign.Transcript, key.PublicKey())+"\n"))
	good := signed(t, sign.Transcript, key, minutes)
	tests := []struct {
		given, text string
		armored     []byte
		want        string
	}{
		{"the text as it was signed", minutes, good, "Good"},
		{"one byte changed", strings.Replace(minutes, "adopted", "Adopted", 1), good, "incorrect signature"},
		{"another namespace", minutes, signed(t, "git", key, minutes), "namespace"},
		{"another key", minutes, signed(t, sign.Transcript, newKey(t, 2), minutes), "Could not verify"},
	}
	for _, tt := range tests {
		cmd := exec.Command("ssh-keygen", "-Y", "verify", "-f", believed, "-I", sign.Principal, "-n", sign.Transcript,
			"-s", write("minutes.sig", tt.armored))
		cmd.Stdin = strings.NewReader(tt.text)
		out, err := cmd.CombinedOutput()
		if (err == nil) != (tt.want == "Good") || !strings.Contains(string(out), tt.want) {
			t.Errorf("given %s: %v, %s; want %s", tt.given, err, out, tt.want)
		}
	}

	private := filepath.Join(folder, "id")
	if out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", private).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	accord := write("accord.txt", []byte(minutes))
	if out, err := exec.Command("ssh-keygen", "-q", "-Y", "sign", "-n", sign.Accord, "-f", private, accord).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	armored, err := os.ReadFile(accord + sign.Suffix)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := sign.Check(sign.Accord, strings.NewReader(minutes), armored); err != nil {
		t.Errorf("given a signature made by ssh-keygen: %v", err)
	}
}
