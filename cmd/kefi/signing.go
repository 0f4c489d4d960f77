package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise/transcript/sign"
	"kefi/tui/sshd"
)

// signingKey is the server's own key, with which what is handed over is
// signed. One that is not there is not made: nobody would know it.
func signingKey(data string) (gossh.Signer, error) {
	path := filepath.Join(data, sshd.HostKeyFile)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no %s to sign with; a server that has been started there has one, and --data names another folder", path)
	}
	key, _, err := sshd.HostKey(data)
	return key, err
}

// signBeside writes the signature of a file beside it: minutes.md.sig.
func signBeside(path string, key gossh.Signer) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("%s cannot be signed: %w", path, err)
	}
	armored, err := sign.Sign(key, text)
	if err != nil {
		return fmt.Errorf("%s cannot be signed: %w", path, err)
	}
	return toFile(path+sign.Suffix, nil, func(w io.Writer) error {
		_, err := w.Write(armored)
		return err
	})
}
