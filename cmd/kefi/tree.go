package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/tui/sshd"
)

// Files implements sshd.Handler: EXERCISE/FILE for each export that the seat
// may take now; a file's name alone is as good.
func (g *guests) Files(ctx context.Context, guest sshd.Guest) (fs.FS, error) {
	seat, err := g.seat(guest)
	if err != nil {
		return nil, err
	}
	if err := accepted(seat.View()); err != nil {
		return nil, err
	}
	return &tree{ctx: ctx, copies: g.copies, at: guest}, nil
}

// tree is what a guest may copy. Its files are made when they are first asked
// for, once for as long as a snapshot lasts, so that the size that was told is
// that of the file which is then read.
type tree struct {
	ctx    context.Context
	copies *copies
	at     sshd.Guest

	mu  sync.Mutex
	now *moment
}

// snapshotLasts is how long a session copies from one snapshot, if the
// exercise goes on meanwhile.
const snapshotLasts = time.Minute

// Open implements fs.FS.
func (t *tree) Open(name string) (fs.File, error) {
	s, err := t.snapshot()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	dir, base := path.Split(strings.TrimPrefix(name, t.at.Exercise+"/"))
	switch {
	case name == ".":
		return s.folder(name, entry{name: t.at.Exercise, dir: true, open: func() (fs.File, error) { return t.Open(t.at.Exercise) }}), nil
	case name == t.at.Exercise:
		return s.folder(name, s.entries(t.ctx, t.copies)...), nil
	case dir != "":
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f, err := s.open(t.ctx, t.copies, base)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}

// snapshot is the present one, or a new one where the exercise has gone on and
// the old one has had its time.
func (t *tree) snapshot() (*moment, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	table := t.copies.house.table(t.at.Exercise)
	if table == nil {
		return nil, errGone
	}
	state := table.State()
	if s := t.now; s != nil && s.serves(state) {
		return s, nil
	}
	source, err := t.copies.source(t.ctx, t.at.Exercise, t.at.Seat)
	if err != nil {
		return nil, err
	}
	t.now = &moment{source: source, taken: time.Now(), made: map[string]*file{}}
	return t.now, nil
}

// moment is an exercise at one moment as a seat may copy it.
type moment struct {
	source *transcript.Source
	taken  time.Time

	mu   sync.Mutex
	made map[string]*file
}

// serves says whether the snapshot can still be copied from: not once play has
// stopped or words were removed.
func (s *moment) serves(now exercise.State) bool {
	then := s.source.State
	return then.Seq() == now.Seq() ||
		time.Since(s.taken) < snapshotLasts && then.Stopped() == now.Stopped() && then.Removals() == now.Removals()
}

// open makes a file, unless it was made already.
func (s *moment) open(ctx context.Context, c *copies, name string) (fs.File, error) {
	e, ok := transcript.Find(name)
	if !ok || e.File != name {
		return nil, fs.ErrNotExist
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.made[name]
	if f == nil {
		data, err := c.write(ctx, e, s.source)
		if err != nil {
			return nil, err
		}
		f = &file{info{name: name, size: int64(len(data)), at: s.at()}, data}
		s.made[name] = f
	}
	return opened{f.info, bytes.NewReader(f.data)}, nil
}

// entries are the files that can be had now.
func (s *moment) entries(ctx context.Context, c *copies) []entry {
	var list []entry
	for _, e := range transcript.Offered(s.source.View.Own) {
		if e.NotNow(s.source.View) == nil {
			list = append(list, entry{name: e.File, open: func() (fs.File, error) { return s.open(ctx, c, e.File) }})
		}
	}
	return list
}

func (s *moment) folder(name string, entries ...entry) fs.File {
	return &listed{info{name: path.Base(name), dir: true, at: s.at()}, entries}
}

func (s *moment) at() time.Time { return time.UnixMilli(s.source.State.Wall()) }

// file is one that was made.
type file struct {
	info
	data []byte
}

// opened is a file that is being read.
type opened struct {
	info
	*bytes.Reader
}

func (o opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o opened) Close() error               { return nil }

// Size is that of the whole file.
func (o opened) Size() int64 { return o.info.Size() }

// listed is a folder that is being listed.
type listed struct {
	info
	left []entry // not yet listed
}

func (f *listed) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *listed) Close() error               { return nil }

func (f *listed) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir implements fs.ReadDirFile.
func (f *listed) ReadDir(n int) ([]fs.DirEntry, error) {
	var list []fs.DirEntry
	for len(f.left) > 0 && (n <= 0 || len(list) < n) {
		if _, err := f.left[0].Info(); err == nil { // or it cannot be had now after all
			list = append(list, f.left[0])
		}
		f.left = f.left[1:]
	}
	if n > 0 && len(list) == 0 {
		return nil, io.EOF
	}
	return list, nil
}

// entry is a name in a folder. What it is like is known once it is made.
type entry struct {
	name string
	dir  bool
	open func() (fs.File, error)
}

func (e entry) Name() string { return e.name }
func (e entry) IsDir() bool  { return e.dir }

func (e entry) Type() fs.FileMode {
	if e.dir {
		return fs.ModeDir
	}
	return 0
}

// Info makes the file.
func (e entry) Info() (fs.FileInfo, error) {
	f, err := e.open()
	if err != nil {
		return nil, err
	}
	return f.Stat()
}

// info tells of a file or folder; nobody writes to either.
type info struct {
	name string
	size int64
	dir  bool
	at   time.Time
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return i.at }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}
