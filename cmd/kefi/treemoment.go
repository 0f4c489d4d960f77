package main

import (
	"bytes"
	"context"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/exercise/transcript"
	"kefi/exercise/transcript/sign"
)

// moment is an exercise at one moment as a seat may copy it.
type moment struct {
	ctx      context.Context
	copies   *copies
	key      gossh.Signer
	source   *transcript.Source
	taken    time.Time
	attached map[string][]byte  // by path: incidents/I4/map.txt
	folders  map[string][]entry // by path; "." is the exercise's own

	mu   sync.Mutex
	made map[string]*file
}

func newMoment(t *tree, source *transcript.Source) *moment {
	s := &moment{
		ctx: t.ctx, copies: t.copies, key: t.key, source: source, taken: time.Now(),
		attached: map[string][]byte{}, folders: map[string][]entry{".": nil}, made: map[string]*file{},
	}
	for _, e := range transcript.Offered(source.View.Own) {
		if e.NotNow(source.View) == nil {
			s.list(e.File, false)
			s.list(e.File+sign.Suffix, false)
		}
	}
	for _, a := range transcript.Attachments(source.View) {
		s.attached[a.File] = a.Data
		s.list(a.File, false)
		s.list(a.File+sign.Suffix, false)
	}
	return s
}

// list puts a name into its folder, and a folder that is new into its own.
func (s *moment) list(name string, dir bool) {
	folder := path.Dir(name)
	if _, ok := s.folders[folder]; !ok {
		s.list(folder, true)
	}
	s.folders[folder] = append(s.folders[folder], entry{name: path.Base(name), dir: dir, open: func() (fs.File, error) { return s.open(name) }})
}

// serves says whether the snapshot can still be copied from: not once play has
// stopped or words were removed.
func (s *moment) serves(now exercise.State) bool {
	then := s.source.State
	return then.Seq() == now.Seq() ||
		time.Since(s.taken) < snapshotLasts && then.Stopped() == now.Stopped() && then.Removals() == now.Removals()
}

// open gives a folder, or a file with its whole contents, by its path within
// the exercise's folder.
func (s *moment) open(name string) (fs.File, error) {
	if list, ok := s.folders[name]; ok {
		return s.folder(name, list...), nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f, err := s.file(name)
	if err != nil {
		return nil, err
	}
	return opened{f.info, bytes.NewReader(f.data)}, nil
}

// file makes a file, unless it was made already.
func (s *moment) file(name string) (*file, error) {
	if f := s.made[name]; f != nil {
		return f, nil
	}
	data, err := s.bytes(name)
	if err != nil {
		return nil, err
	}
	f := &file{info{name: path.Base(name), size: int64(len(data)), at: s.at()}, data}
	s.made[name] = f
	return f, nil
}

func (s *moment) bytes(name string) ([]byte, error) {
	if data, ok := s.attached[name]; ok {
		return data, nil
	}
	if strings.HasPrefix(name, "incidents/") && transcript.Stopped(s.source.View) != nil {
		return nil, transcript.Stopped(s.source.View)
	}
	if of, ok := strings.CutSuffix(name, sign.Suffix); ok {
		f, err := s.file(of)
		if err != nil {
			return nil, err
		}
		return sign.Sign(s.key, f.data)
	}
	e, ok := transcript.Find(name)
	if !ok || e.File != name {
		return nil, fs.ErrNotExist
	}
	return s.copies.write(s.ctx, e, s.source)
}

func (s *moment) folder(name string, entries ...entry) fs.File {
	return &listed{info{name: path.Base(name), dir: true, at: s.at()}, entries}
}

func (s *moment) at() time.Time { return time.UnixMilli(s.source.State.Wall()) }
