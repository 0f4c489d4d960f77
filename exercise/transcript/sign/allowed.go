package sign

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	gossh "golang.org/x/crypto/ssh"
)

// Allowed are the keys that an allowed_signers file believes.
type Allowed []allowed

type allowed struct {
	principal  string
	namespaces []string // nil: any
	key        gossh.PublicKey
}

// Only believes one key in one namespace.
func Only(namespace string, key gossh.PublicKey) Allowed {
	return Allowed{{principal: Principal, namespaces: []string{namespace}, key: key}}
}

// ReadAllowed reads an allowed_signers file as ssh-keygen does: a line has
// principals, perhaps options, of which namespaces is heeded, and a key.
// Certificate authorities and times of validity are not for this: such a line
// is refused rather than half understood.
func ReadAllowed(text []byte) (Allowed, error) {
	var found Allowed
	for n, line := range bytes.Split(text, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		one, err := readAllowed(line)
		if err != nil {
			return nil, fmt.Errorf("line %d of the allowed signers: %w", n+1, err)
		}
		found = append(found, one)
	}
	return found, nil
}

func readAllowed(line []byte) (allowed, error) {
	principal, rest, ok := bytes.Cut(line, []byte(" "))
	if !ok {
		return allowed{}, fmt.Errorf("a name and a key are wanted, as `kefi key` prints them")
	}
	key, _, options, _, err := gossh.ParseAuthorizedKey(rest)
	if err != nil {
		return allowed{}, fmt.Errorf("there is no key in it that can be read")
	}
	one := allowed{principal: string(principal), key: key}
	for _, o := range options {
		name, value, _ := strings.Cut(o, "=")
		if !strings.EqualFold(name, "namespaces") {
			return allowed{}, fmt.Errorf("its option %s is not understood here; check with ssh-keygen -Y verify", name)
		}
		one.namespaces = append(one.namespaces, strings.Split(strings.Trim(value, `"`), ",")...)
	}
	return one, nil
}

// Believe says by which name a key may sign in a namespace; false where it
// may not.
func (a Allowed) Believe(namespace string, key gossh.PublicKey) (principal string, ok bool) {
	for _, one := range a {
		if bytes.Equal(one.key.Marshal(), key.Marshal()) && one.covers(namespace) {
			return one.principal, true
		}
	}
	return "", false
}

func (a allowed) covers(namespace string) bool {
	return a.namespaces == nil || slices.ContainsFunc(a.namespaces, func(pattern string) bool {
		fits, err := path.Match(pattern, namespace)
		return err == nil && fits
	})
}
