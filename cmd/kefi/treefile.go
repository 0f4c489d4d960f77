package main

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

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
