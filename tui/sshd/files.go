package sshd

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/tui/words"
)

// Bounds of those who copy files.
const (
	// filesIdle is how long a session may ask for nothing.
	filesIdle = 10 * time.Minute
	// maxHandles is how many files and folders one session may have open.
	maxHandles = 64
	// maxTold is how many sentences a session is told beside its files.
	maxTold = 16
)

// errFilesIdle is why a session that copies files is ended.
var errFilesIdle = because(words.Mark("Nothing was copied for ten minutes. You are welcome to come back."))

// errReadOnly is said to whoever tries to put, change or remove something.
var errReadOnly = exercise.Refuse(exercise.ErrRole, "Files are only read here: nothing can be put, changed or removed.")

// isFiles says whether the session copies files, by sftp or the older scp.
func (s *session) isFiles() bool { return s.Subsystem() == sftpName || s.isScp() }

// passes says whether a session comes and goes without sitting down.
func (s *session) passes() bool { return s.isVerb() || s.isFiles() }

// files lets a guest copy from the tree of the guest's seat.
func (d *Door) files(s *session) {
	if !d.seats.copying(s.guest.place(), d.Limits) {
		s.say("Too many people are copying files just now. Please try again in a minute.")
		s.status = 1
		return
	}
	defer d.seats.copied(s.guest.place())
	tree, err := d.Handler.Files(s.ctx, s.guest)
	if err != nil {
		s.tell(s.guest.Language.Error(err))
		s.status = 1
		return
	}
	c := &copier{session: s, tree: guarded{tree, d}, told: map[string]bool{}}
	send := c.scp
	if s.Subsystem() == sftpName {
		send = c.sftp
	}
	status := 0
	if s.readLines(func() { status = send() }) {
		s.status = status
	}
}

// copier is one session that copies files.
type copier struct {
	session *session
	tree    fs.FS

	mu   sync.Mutex
	open int             // files and folders
	told map[string]bool // sentences
}

// within gives the name in the tree of a path as clients write it; the tree
// knows nothing above itself.
func within(name string) string {
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		return "."
	}
	return name
}

// say tells why something cannot be had, once, beside what is copied: few
// clients show the words of a file server.
func (c *copier) say(err error) {
	var sentence interface{ Phrase() exercise.Phrase }
	if !errors.As(err, &sentence) {
		return
	}
	told := c.session.guest.Language.Phrase(sentence.Phrase())
	c.mu.Lock()
	again := c.told[told] || len(c.told) >= maxTold
	c.told[told] = true
	c.mu.Unlock()
	if !again {
		_, _ = io.WriteString(c.session.wire.Stderr(), told+"\n")
	}
}

// guarded is a tree whose maker may break without harm to anyone but whoever
// asked for the file.
type guarded struct {
	fs.FS
	door *Door
}

var errBroken = errors.New("this file could not be made")

// Open gives the file with its whole contents.
func (g guarded) Open(name string) (f fs.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			g.door.Log.Error("a file could not be made", "file", path.Base(name))
			f, err = nil, &fs.PathError{Op: "open", Path: name, Err: errBroken}
		}
	}()
	return g.FS.Open(name)
}

// untilIdle ends the session when nothing is asked for too long.
type untilIdle struct {
	io.Reader
	timer *time.Timer
}

func (u untilIdle) Read(p []byte) (int, error) {
	u.timer.Reset(filesIdle)
	return u.Reader.Read(p)
}
