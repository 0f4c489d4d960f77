package sshd

import (
	"errors"
	"io"
	"io/fs"
	"time"

	"github.com/pkg/sftp"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

const sftpName = "sftp"

// isSftp reads a request for a subsystem; there is no other.
func isSftp(payload []byte) bool {
	var req struct{ Name string }
	return gossh.Unmarshal(payload, &req) == nil && req.Name == sftpName
}

// sftp serves the tree until the client has had enough, and gives the exit
// status. The library would close the channel at the end, and clients take
// the lack of an exit status for a failure: the session closes it.
func (c *copier) sftp() int {
	s := c.session
	timer := time.AfterFunc(filesIdle, func() { s.end(errFilesIdle) })
	defer timer.Stop()
	files := sftpFiles{c}
	server := sftp.NewRequestServer(stays{untilIdle{s.wire, timer}, s.wire},
		sftp.Handlers{FileGet: files, FilePut: files, FileCmd: files, FileList: files})
	if err := server.Serve(); err != nil && !errors.Is(err, io.EOF) {
		return 1
	}
	return 0
}

// stays is a channel that its user does not close.
type stays struct {
	io.Reader
	io.Writer
}

func (stays) Close() error { return nil }

// sftpFiles answers what clients of sftp ask.
type sftpFiles struct{ copier *copier }

// Fileread opens a file.
func (f sftpFiles) Fileread(r *sftp.Request) (io.ReaderAt, error) {
	file, err := f.copier.tree.Open(within(r.Filepath))
	if err != nil {
		return nil, f.refused(err)
	}
	bytes, ok := file.(io.ReaderAt)
	if !ok {
		return nil, sftp.ErrSSHFxFailure // a folder
	}
	if !f.copier.hold() {
		return nil, sftp.ErrSSHFxFailure
	}
	return openFile{bytes, held(f)}, nil
}

// Filewrite is asked for where something is to be put here.
func (f sftpFiles) Filewrite(*sftp.Request) (io.WriterAt, error) { return nil, f.refused(errReadOnly) }

// Filecmd is asked for where something is to be changed or removed.
func (f sftpFiles) Filecmd(*sftp.Request) error { return f.refused(errReadOnly) }

// Filelist lists a folder, or tells of one file.
func (f sftpFiles) Filelist(r *sftp.Request) (sftp.ListerAt, error) {
	name := within(r.Filepath)
	switch r.Method {
	case "Stat", "Lstat":
		info, err := fs.Stat(f.copier.tree, name)
		if err != nil {
			return nil, f.refused(err)
		}
		return listing{infos: []fs.FileInfo{info}}, nil
	case "List":
		infos, err := f.list(name)
		if err != nil {
			return nil, f.refused(err)
		}
		if !f.copier.hold() {
			return nil, sftp.ErrSSHFxFailure
		}
		return listing{infos, held(f)}, nil
	}
	return nil, sftp.ErrSSHFxOpUnsupported
}

// Lstat is Stat: there are no links.
func (f sftpFiles) Lstat(r *sftp.Request) (sftp.ListerAt, error) { return f.Filelist(r) }

// list leaves out what cannot be had after all.
func (f sftpFiles) list(name string) ([]fs.FileInfo, error) {
	entries, err := fs.ReadDir(f.copier.tree, name)
	if err != nil {
		return nil, err
	}
	var infos []fs.FileInfo
	for _, e := range entries {
		info, err := fs.Stat(f.copier.tree, within(name+"/"+e.Name()))
		if err != nil {
			f.copier.say(err)
			continue
		}
		infos = append(infos, info)
	}
	return infos, nil
}

// refused is an error as the protocol has it; its sentence is told beside.
func (f sftpFiles) refused(err error) error {
	f.copier.say(err)
	var refusal *exercise.Refusal
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fs.ErrNotExist
	case errors.As(err, &refusal), errors.Is(err, fs.ErrPermission):
		return sftp.ErrSSHFxPermissionDenied
	}
	return sftp.ErrSSHFxFailure
}

// hold counts what the session has open; false where that is too much.
func (c *copier) hold() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.open >= maxHandles {
		return false
	}
	c.open++
	return true
}

// held is something open, until it is closed. The library closes each once.
type held struct{ copier *copier }

// Close gives it back.
func (h held) Close() error {
	if c := h.copier; c != nil {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.open--
	}
	return nil
}

type openFile struct {
	io.ReaderAt
	held
}

// listing is a folder's entries, or one file.
type listing struct {
	infos []fs.FileInfo
	held
}

// ListAt gives the entries from one on.
func (l listing) ListAt(to []fs.FileInfo, from int64) (int, error) {
	if from >= int64(len(l.infos)) {
		return 0, io.EOF
	}
	n := copy(to, l.infos[from:])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}
