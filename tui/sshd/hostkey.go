package sshd

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	gossh "golang.org/x/crypto/ssh"
)

// HostKeyFile is the name of the host key's file in the data folder.
const HostKeyFile = "host_ed25519"

// HostKey reads the host key of a data folder, and makes one where there is
// none yet, readable by its owner only. Made tells which. A file that is there
// but holds no key is an error, never replaced: a new key would look to every
// guest like an impostor.
func HostKey(folder string) (key gossh.Signer, made bool, err error) {
	path := filepath.Join(folder, HostKeyFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeHostKey(path); err != nil {
			return nil, false, fmt.Errorf("the host key could not be made: %w", err)
		}
		made = true
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, false, fmt.Errorf("the host key could not be read: %w", err)
	}
	key, err = gossh.ParsePrivateKey(text)
	if err != nil {
		return nil, false, fmt.Errorf("%s holds no usable host key (%w). Restore it from a backup, or move it away to have a new one made", path, err)
	}
	return key, made, nil
}

func makeHostKey(path string) error {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	block, err := gossh.MarshalPrivateKey(private, "kefi")
	if err != nil {
		return err
	}
	// Another server that starts in the same folder must not win half a file.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(pem.EncodeToMemory(block))
	return errors.Join(err, f.Sync(), f.Close())
}

// Fingerprint is what a client shows its user before the first connection:
// "SHA256:…".
func Fingerprint(key gossh.Signer) string {
	return gossh.FingerprintSHA256(key.PublicKey())
}
