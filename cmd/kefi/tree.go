package main

import (
	"context"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/tui/sshd"
)

// Files implements sshd.Handler: EXERCISE/FILE for each export that the seat
// may take now, EXERCISE/incidents/LABEL/FILE for what came with its incidents,
// and beside each its signature, FILE.sig. What stands after EXERCISE/ is as
// good by itself.
func (g *guests) Files(ctx context.Context, guest sshd.Guest) (fs.FS, error) {
	seat, err := g.seat(guest)
	if err != nil {
		return nil, err
	}
	if err := accepted(seat.View()); err != nil {
		return nil, err
	}
	return &tree{ctx: ctx, copies: g.copies, key: g.key, at: guest}, nil
}

// tree is what a guest may copy. Its files are made when they are first asked
// for, once for as long as a snapshot lasts, so that the size that was told is
// that of the file which is then read.
type tree struct {
	ctx    context.Context
	copies *copies
	key    gossh.Signer
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
	if name == "." {
		return s.folder(name, entry{name: t.at.Exercise, dir: true, open: func() (fs.File, error) { return t.Open(t.at.Exercise) }}), nil
	}
	f, err := s.open(path.Clean(strings.TrimPrefix(name+"/", t.at.Exercise+"/")))
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
	t.now = newMoment(t, source)
	return t.now, nil
}
