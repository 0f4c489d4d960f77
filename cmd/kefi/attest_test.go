package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/roster"
	"kefi/tui/sshd"
)

// signingTable is a table whose text has been adopted, and who types there.
type signingTable struct {
	agreeing
	g *guests
}

func adoptedTable(t *testing.T) signingTable {
	t.Helper()
	p := &played{T: t, data: t.TempDir()}
	p.open()
	t.Cleanup(p.close)
	a := p.atTable("spring", nil)
	for _, x := range []exercise.Subject{"1.1a/1", "2.1a/1", "2.2a/1", "1", "2"} {
		a.decide(x)
	}
	a.do("chair", exercise.EnterPhase{Phase: exercise.Closing})
	a.decide(exercise.WholeText)
	return signingTable{a, &guests{house: p.h, copies: newCopies(p.h, 1), reach: newReach("127.0.0.1:2222", false)}}
}

// types gives one line as norrow over ssh, with what is sent beside it, and
// gives what comes back.
func (s signingTable) types(line, input string) string {
	s.Helper()
	var out bytes.Buffer
	s.g.Verb(s.Context(), sshd.Guest{Exercise: s.name, Seat: "norrow", Via: sshd.ViaKey}, line,
		sshd.Answer{In: strings.NewReader(input), Out: &out, Err: &out})
	return out.String()
}

// keygen runs ssh-keygen.
func keygen(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.Command("ssh-keygen", append([]string{"-q"}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("ssh-keygen %v: %v: %s", args, err, out)
	}
}

func newKeyFile(t *testing.T) (file string, public gossh.PublicKey) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "id_ed25519")
	keygen(t, "-t", "ed25519", "-N", "", "-f", file)
	line, err := os.ReadFile(file + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	if public, _, _, _, err = gossh.ParseAuthorizedKey(line); err != nil {
		t.Fatal(err)
	}
	return file, public
}

func signedBy(t *testing.T, key, namespace, text string) string {
	t.Helper()
	file := write(t, "accord.txt", text)
	keygen(t, "-Y", "sign", "-n", namespace, "-f", key, file)
	armored, err := os.ReadFile(file + ".sig")
	if err != nil {
		t.Fatal(err)
	}
	return string(armored)
}

// A delegation takes the adopted text, signs it with OpenSSH and its own key,
// and hands the signature in; nothing else is taken for one.
func TestDelegationsSignWithTheirOwnKeys(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("SSH-KEYGEN IS NOT HERE: nothing shows that the signatures it makes are taken")
	}
	s := adoptedTable(t)
	own, public := newKeyFile(t)
	stranger, _ := newKeyFile(t)
	if err := s.h.roster.BindKey(t.Context(), place(s.name, "norrow"), roster.PublicKey{Wire: public.Marshal()}); err != nil {
		t.Fatal(err)
	}
	text := s.types("export accord", "")
	good := signedBy(t, own, "kefi-accord", text)
	fingerprint := gossh.FingerprintSHA256(public)

	if said := s.types("attest", good); !strings.Contains(said, "`sign` or `endorse` first") {
		t.Errorf("before it has signed: %s", said)
	}
	s.do("norrow", exercise.Sign{})
	for _, row := range []struct{ given, line, input, says string }{
		{"nothing", "attest", "", "three lines in another window"},
		{"another namespace", "attest", signedBy(t, own, "git", text), "-n kefi-accord"},
		{"a changed text", "attest", signedBy(t, own, "kefi-accord", text+"\n"), "does not fit the adopted text"},
		{"a stranger's key", "attest", signedBy(t, stranger, "kefi-accord", text), "is not known at your seat"},
		{"no signature", "attest", text, "This is no SSH signature"},
		{"half a signature", "attest", good[:len(good)/2], "This is no SSH signature"},
		{"too much", "attest", strings.Repeat("a", 16<<10+1), "more than 16 KiB"},
	} {
		if said := s.types(row.line, row.input); !strings.Contains(said, row.says) {
			t.Errorf("given %s: %s", row.given, said)
		}
		if said := s.types("export md", ""); strings.Contains(said, "own SSH key") {
			t.Fatalf("given %s: it is on record", row.given)
		}
	}
	for _, row := range []struct{ given, line, input string }{
		{"the file", "attest", good},
		{"pasted", `attest "` + good + `"`, ""},
		{"pasted in one line", "attest " + strings.Join(strings.Fields(good), " "), ""},
	} {
		s.do("norrow", exercise.Sign{}) // anew, which drops the last one
		if said := s.types(row.line, row.input); !strings.Contains(said, fingerprint) {
			t.Errorf("given %s: %s", row.given, said)
		}
		if said := strings.ReplaceAll(s.types("export md", ""), `\`, ""); !strings.Contains(said, "own SSH key, "+fingerprint) {
			t.Errorf("given %s: the minutes do not say so", row.given)
		}
	}
	s.do("recorder", exercise.SetNaming{Naming: exercise.ByRole})
	if said := strings.ReplaceAll(s.types("export md", ""), `\`, ""); strings.Contains(said, fingerprint) || !strings.Contains(said, "verified with the delegation's own SSH key") {
		t.Error("a copy by roles shows the fingerprint, or nothing")
	}
}
