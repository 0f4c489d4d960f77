package sshd

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"time"

	"charm.land/wish/v2/scp"

	"kefi/exercise"
)

// isScp says whether the line is that of an older scp, or of scp -O.
func (s *session) isScp() bool { return scp.GetInfo(s.Command()).Ok }

// scp sends what the line asks for, and gives the exit status. The library's
// own sender does not wait for the client to say that it has what was sent, and
// a client whose server hangs up meanwhile takes that for a loss.
func (c *copier) scp() int {
	asked := scp.GetInfo(c.session.Command())
	if asked.Op != scp.OpCopyToClient {
		c.say(errReadOnly)
		return 1
	}
	names, err := c.find(within(asked.Path), asked.Recursive)
	if err != nil {
		c.say(err)
		return 1
	}
	timer := time.AfterFunc(filesIdle, func() { c.session.end(errFilesIdle) })
	defer timer.Stop()
	s := scpSender{
		tree: c.tree, out: c.session.wire, in: untilIdle{c.session.wire, timer},
		times: slices.Contains(c.session.Command(), "-p"),
	}
	if err := s.heard(); err != nil {
		return 1
	}
	for _, name := range names {
		if err := s.send(name); err != nil {
			c.say(err)
			return 1
		}
	}
	return 0
}

// find takes a path for a file's before it takes it for a pattern, and gives
// what can be had.
func (c *copier) find(name string, recursive bool) ([]string, error) {
	info, err := fs.Stat(c.tree, name)
	switch {
	case err == nil && info.IsDir() && !recursive:
		return nil, exercise.Refuse(exercise.ErrUnknown, "%s is a folder; scp -r copies it.", name)
	case err == nil:
		return []string{name}, nil
	case errors.Is(err, errBroken):
		return nil, exercise.Refuse(exercise.ErrNotNow, "%s could not be made. Tell whoever runs the server.", name)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	found, _ := fs.Glob(c.tree, name)
	if len(found) == 0 {
		return nil, exercise.Refuse(exercise.ErrUnknown, "There is no file %s here.", name)
	}
	return found, nil
}

// scpSender is the sending side of the older scp: a line of what comes, then
// the file, each to be acknowledged.
type scpSender struct {
	tree  fs.FS
	out   io.Writer
	in    io.Reader
	times bool
}

// errScpRefused: the client would not take it. It says why to its own person.
var errScpRefused = errors.New("the client refused")

// send gives a file, or a folder with all that is in it.
func (s scpSender) send(name string) error {
	f, err := s.tree.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if s.times && name != "." {
		at := info.ModTime().Unix()
		if err := s.tell("T%d 0 %d 0\n", at, at); err != nil {
			return err
		}
	}
	if info.IsDir() {
		return s.sendFolder(name, info)
	}
	if err := s.tell("C%04o %d %s\n", info.Mode().Perm(), info.Size(), path.Base(name)); err != nil {
		return err
	}
	if _, err := io.Copy(s.out, f); err != nil {
		return err
	}
	return s.tell("\x00")
}

func (s scpSender) sendFolder(name string, info fs.FileInfo) error {
	entries, err := fs.ReadDir(s.tree, name)
	if err != nil {
		return err
	}
	if name == "." { // it has no name to be sent under
		return s.sendAll(name, entries)
	}
	// With the owner's right to write: the client has yet to fill it.
	if err := s.tell("D%04o 0 %s\n", info.Mode().Perm()|0o200, path.Base(name)); err != nil {
		return err
	}
	if err := s.sendAll(name, entries); err != nil {
		return err
	}
	return s.tell("E\n")
}

func (s scpSender) sendAll(folder string, entries []fs.DirEntry) error {
	for _, e := range entries {
		if err := s.send(within(folder + "/" + e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// tell sends a line and waits until it is acknowledged.
func (s scpSender) tell(format string, args ...any) error {
	if _, err := fmt.Fprintf(s.out, format, args...); err != nil {
		return err
	}
	return s.heard()
}

func (s scpSender) heard() error {
	var ack [1]byte
	if _, err := io.ReadFull(s.in, ack[:]); err != nil {
		return err
	}
	if ack[0] != 0 {
		return errScpRefused
	}
	return nil
}
