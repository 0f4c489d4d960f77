//go:build !unix

package sqlite

import (
	"errors"
	"os"
)

// lock refuses: without it two servers could write one journal.
func lock(path, owner string) (*os.File, error) {
	return nil, errors.New("journals can be written on Unix systems only; here they can be read")
}
