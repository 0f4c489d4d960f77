//go:build unix

package sqlite

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"kefi/exercise/journal"
)

// lock takes the file beside the journal and writes the owner into it. It is
// not the journal's own file, because closing a second descriptor of that one
// would drop the locks that SQLite holds on it. The system lets go of the
// lock when the process ends, however it ends; the file stays.
func lock(path, owner string) (*os.File, error) {
	file, err := os.OpenFile(path+".lock", os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the journal %s cannot be locked: %w", path, err)
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		defer file.Close()
		return nil, fmt.Errorf("%w: %s is open in %s; stop that first", journal.ErrLocked, path, readOwner(file))
	}
	if err == nil {
		err = file.Truncate(0)
	}
	if err == nil {
		_, err = file.WriteAt([]byte(owner+"\n"), 0)
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("the journal %s cannot be locked: %w", path, err)
	}
	return file, nil
}

func readOwner(file *os.File) string {
	text, err := io.ReadAll(io.LimitReader(file, 1024))
	owner := strings.TrimSpace(string(text))
	if err != nil || owner == "" {
		return "another process"
	}
	return owner
}
