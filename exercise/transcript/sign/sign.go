// Package sign puts SSH signatures (SSHSIG) beside the files that are handed
// over, so that whoever gets one can check it with nothing but OpenSSH:
//
//	ssh-keygen -Y verify -f allowed_signers -I kefi -n kefi-transcript -s minutes.docx.sig < minutes.docx
//
// It says whose key a signature is of and whether it fits. Whom to believe is
// for the caller.
package sign

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hiddeco/sshsig"
	gossh "golang.org/x/crypto/ssh"
)

// The namespaces say what a signature is for: one made for another purpose is
// none.
const (
	// Transcript is that of what the server hands over.
	Transcript = "kefi-transcript"
	// Accord is that of an adopted text, signed by those who adopted it.
	Accord = "kefi-accord"
)

// Suffix of a signature's file, which stands beside the file it is of.
const Suffix = ".sig"

// Principal is the server's name in its line for allowed_signers.
const Principal = "kefi"

// What is wrong with a signature.
var (
	// ErrNone: it is not an armored SSH signature.
	ErrNone = errors.New("this is not an SSH signature; it begins with -----BEGIN SSH SIGNATURE----- and is taken whole")
	// ErrNamespace: it was made for another purpose.
	ErrNamespace = errors.New("the signature was made for another purpose")
	// ErrChanged: the text is not the one that was signed, or the signature
	// itself was altered.
	ErrChanged = errors.New("the signature does not fit: the text was changed after it was signed, or the signature was")
)

// Sign gives the armored signature of a text in the namespace Transcript. An
// Ed25519 key gives the same signature of the same text each time.
func Sign(key gossh.Signer, text []byte) ([]byte, error) {
	return In(Transcript, key, text)
}

// In is Sign in any namespace.
func In(namespace string, key gossh.Signer, text []byte) ([]byte, error) {
	sig, err := sshsig.SignWithRand(bytes.NewReader(text), rand.Reader, key, sshsig.HashSHA512, namespace)
	if err != nil {
		return nil, fmt.Errorf("it could not be signed: %w", err)
	}
	// OpenSSH breaks lines at 70, pem at 64; it reads either.
	return sshsig.Armor(sig), nil
}

// Check gives the key that made an armored signature of text in a namespace.
// The error is one of this package's, wrapped, or text's own.
func Check(namespace string, text io.Reader, armored []byte) (gossh.PublicKey, error) {
	sig, err := sshsig.Unarmor(bytes.TrimSpace(armored))
	if err != nil {
		return nil, ErrNone
	}
	if sig.Namespace != namespace {
		return nil, fmt.Errorf("%w: its namespace is %q, and %q is wanted", ErrNamespace, sig.Namespace, namespace)
	}
	own := reading{from: text}
	if err := sshsig.Verify(&own, sig, sig.PublicKey, sig.HashAlgorithm, namespace); err != nil {
		if own.err != nil {
			return nil, own.err
		}
		return nil, ErrChanged
	}
	return sig.PublicKey, nil
}

// Pasted gives an armored signature whose lines were run together or broken
// elsewhere, as on a screen, in the form that Check reads. What is none is given
// back as it is.
func Pasted(text []byte) []byte {
	const kind = "SSH SIGNATURE"
	_, rest, begins := strings.Cut(string(text), "-----BEGIN "+kind+"-----")
	inside, _, ends := strings.Cut(rest, "-----END "+kind+"-----")
	blob, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(inside), ""))
	if !begins || !ends || err != nil {
		return text
	}
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: blob})
}

// reading remembers why a text could not be read.
type reading struct {
	from io.Reader
	err  error
}

func (r *reading) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}

// AllowedSigner is the line of an allowed_signers file that believes a key in
// a namespace, without line end.
func AllowedSigner(principal, namespace string, key gossh.PublicKey) string {
	wire := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key)))
	return fmt.Sprintf("%s namespaces=%q %s", principal, namespace, wire)
}
