package sshd_test

import (
	"crypto/rand"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

const springCode, autumnCode = "amber boat calm dune", "early fern gold hill"

func TestWhoGetsIn(t *testing.T) {
	bound, unbound := newKey(t), newKey(t)
	many := []gossh.Signer{newKey(t), newKey(t), newKey(t), newKey(t), bound}
	both := newKey(t)
	rows := []struct {
		given string
		user  string
		auth  []gossh.AuthMethod
		then  string // what a verb answers; empty: refused
	}{
		{"a bound key", "arcadia", keys(bound), "arcadia in spring by key []"},
		{"five keys of which the last is bound", "arcadia", keys(many...), "arcadia in spring by key []"},
		{"the name in capitals, with looks", "Arcadia.SPRING+Plain+mono", keys(bound), "arcadia in spring by key [plain mono]"},
		{"a key bound in the other exercise", "arcadia.autumn", keys(bound), ""},
		{"an unbound key and no code", "arcadia", keys(unbound), ""},
		{"no key, and the code of spring", "arcadia", codes(springCode), "arcadia in spring by code []"},
		{"no key, and the code of autumn", "arcadia", codes(autumnCode), "arcadia in autumn by code []"},
		{"the code of spring for autumn", "arcadia.autumn", codes(springCode), ""},
		{"another seat's code", "hydra", codes(springCode), ""},
		{"an empty code", "arcadia", codes(""), ""},
		{"a code of a megabyte", "arcadia", codes(strings.Repeat("x", 100_000)), ""},
		{"an unbound key, then the code", "arcadia", append(keys(unbound), answers(nil, springCode, "no")), "arcadia in spring by code []"},
		{"a key bound in both, and a choice", "arcadia", append(keys(both), answers(nil, "Autumn")), "arcadia in autumn by key []"},
		{"a key bound in both, and no choice", "arcadia", append(keys(both), answers(nil, "winter")), ""},
		{"a key bound in both, and the exercise named", "arcadia.spring", keys(both), "arcadia in spring by key []"},
		{"the password method", "arcadia", []gossh.AuthMethod{gossh.Password(springCode)}, ""},
	}
	for _, r := range rows {
		t.Run(r.given, func(t *testing.T) {
			o := serve(t, nil)
			o.house.bind("spring", "arcadia", bound)
			o.house.bind("spring", "arcadia", both)
			o.house.bind("autumn", "arcadia", both)
			c, err := o.dial(r.user, r.auth...)
			if r.then == "" {
				if err == nil {
					c.Close()
					t.Fatal("it got in")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if got := verb(t, c, "who"); !strings.HasPrefix(got, r.then) {
				t.Errorf("it got in as %q, not %q", got, r.then)
			}
		})
	}
}

func TestRememberBindsTheProvedKey(t *testing.T) {
	for answer, want := range map[string]bool{"yes": true, " Y ": true, "no": false, "": false, "yesterday": false} {
		o := serve(t, nil)
		first, second := newKey(t), newKey(t)
		var asked []string
		o.client(t, "arcadia.spring", append(keys(first, second), answers(&asked, springCode, answer))...)
		if got := o.house.bound("spring", "arcadia", first); got != want {
			t.Errorf("after the answer %q: bound %v, want %v", answer, got, want)
		}
		if o.house.bound("spring", "arcadia", second) || o.house.bound("autumn", "arcadia", first) {
			t.Errorf("after the answer %q: more was bound than the proved key to its seat", answer)
		}
		if want := []string{"Invitation code: ", "Remember this computer? yes/no "}; !slices.Equal(asked, want) {
			t.Errorf("it asked %q, not %q", asked, want)
		}
	}
}

func TestWrongCodeIsSaidAndMayBeTriedAgain(t *testing.T) {
	o := serve(t, nil)
	var asked []string
	o.client(t, "arcadia.spring", gossh.RetryableAuthMethod(answers(&asked, "amber boat calm dusk", springCode), 3))
	if len(asked) != 3 || !strings.Contains(asked[1], "does not open this seat") {
		t.Errorf("it asked %q", asked)
	}
	if strings.Contains(o.log.String(), "dusk") {
		t.Error("the log holds what was typed")
	}
}

// pretender has a public key and not the private part: it can offer, and
// either fails to sign or signs nonsense.
type pretender struct {
	key    gossh.PublicKey
	forges bool
}

func (p pretender) PublicKey() gossh.PublicKey { return p.key }

func (p pretender) Sign(io.Reader, []byte) (*gossh.Signature, error) {
	if p.forges {
		return &gossh.Signature{Format: p.key.Type(), Blob: make([]byte, 64)}, nil
	}
	return nil, errors.New("no private key")
}

// After GHSA-pchf-49fh-w34r: an offer made on the way must leave nothing.
func TestAKeyThatIsOnlyOfferedOpensNothing(t *testing.T) {
	o := serve(t, nil)
	victims := newKey(t)
	o.house.bind("spring", "arcadia", victims)

	if _, err := o.dial("arcadia.spring", keys(pretender{victims.PublicKey(), true})...); err == nil {
		t.Error("a forged signature opened the seat")
	}
	offer := keys(pretender{victims.PublicKey(), false})
	if _, err := o.dial("arcadia.spring", append(offer, answers(nil, "wrong"))...); err == nil {
		t.Error("an offer without a signature opened the seat")
	}
	for user, code := range map[string]string{"hydra": "iron jade kite lamp", "arcadia.spring": springCode} {
		var asked []string
		c := o.client(t, user, append(offer, answers(&asked, code))...)
		if got := verb(t, c, "who"); !strings.Contains(got, "in spring by code") {
			t.Errorf("after the mere offer of a key, %s was %q", user, got)
		}
		if len(asked) != 1 {
			t.Errorf("a key that was never proved was offered to be remembered: %q", asked)
		}
	}
}

func TestCertificatesOpenNothing(t *testing.T) {
	o := serve(t, nil)
	ca, key := newKey(t), newKey(t)
	o.house.bind("spring", "arcadia", key)
	for name, cert := range map[string]*gossh.Certificate{
		"user":          {CertType: gossh.UserCert, ValidPrincipals: []string{"arcadia"}, ValidBefore: gossh.CertTimeInfinity},
		"host":          {CertType: gossh.HostCert, ValidPrincipals: []string{"arcadia"}, ValidBefore: gossh.CertTimeInfinity},
		"no principals": {CertType: gossh.UserCert, ValidBefore: gossh.CertTimeInfinity},
		"expired":       {CertType: gossh.UserCert, ValidPrincipals: []string{"arcadia"}, ValidBefore: 1},
	} {
		cert.Key = key.PublicKey()
		if err := cert.SignCert(rand.Reader, ca); err != nil {
			t.Fatal(err)
		}
		signer, err := gossh.NewCertSigner(cert, key)
		if err != nil {
			t.Fatal(err)
		}
		o.house.bind("spring", "arcadia", signer)
		if c, err := o.dial("arcadia.spring", gossh.PublicKeys(signer)); err == nil {
			c.Close()
			t.Errorf("a certificate (%s) opened the seat", name)
		}
	}
}

func TestGuessesNeverLockTheOwnerOut(t *testing.T) {
	o := serve(t, func(o *sshd.Options) { o.Limits.SlowGuess = time.Nanosecond })
	owner := newKey(t)
	o.house.bind("spring", "arcadia", owner)
	guess := gossh.RetryableAuthMethod(gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) {
		return []string{"a wrong code"}, nil
	}), 0)
	for range 5 {
		if _, err := o.dial("arcadia.spring", guess); err == nil {
			t.Fatal("a wrong code opened the seat")
		}
	}
	o.client(t, "arcadia.spring", gossh.PublicKeys(owner))
	o.client(t, "arcadia.spring", answers(nil, springCode))
}

func TestEveryClientMeetsTheSameWords(t *testing.T) {
	// A replaced code, one of an exercise that has been closed, an unknown seat
	// where strangers are not admitted: each is answered as a wrong code is.
	said := map[string][]string{}
	for name, prepare := range map[string]func(*house){
		"wrong":    func(h *house) {},
		"replaced": func(h *house) { h.codes["spring/arcadia"] = "quiet red sail tide" },
		"closed":   func(h *house) { h.gone["spring"] = true },
		"unknown":  func(h *house) { delete(h.codes, "spring/arcadia") },
	} {
		o := serve(t, func(o *sshd.Options) { o.Strangers = false })
		prepare(o.house)
		code := springCode
		if name == "wrong" {
			code = "no such code here"
		}
		var asked []string
		_, err := o.dial("arcadia.spring", gossh.RetryableAuthMethod(answers(&asked, code, code), 2))
		if err == nil {
			t.Errorf("%s: it got in", name)
		}
		said[name] = asked
	}
	for name, asked := range said {
		if !slices.Equal(asked, said["wrong"]) {
			t.Errorf("%s: %q, but a wrong code: %q", name, asked, said["wrong"])
		}
	}
}

func TestRefusesToOpenWithoutAPolicy(t *testing.T) {
	if _, err := sshd.New(sshd.Options{}); err == nil {
		t.Error("a door without hall, store and key was made")
	}
}

func keys(signers ...gossh.Signer) []gossh.AuthMethod {
	return []gossh.AuthMethod{gossh.PublicKeys(signers...)}
}

func codes(code string) []gossh.AuthMethod { return []gossh.AuthMethod{answers(nil, code)} }

// verb runs one line and gives what it answered.
func verb(t *testing.T, c *gossh.Client, line string) string {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	out, err := s.Output(line)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
