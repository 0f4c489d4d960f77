package sshd_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pkg/sftp"

	"kefi/exercise"
	"kefi/tui/sshd"
)

// minutes is longer than what the library sends at a time.
var minutes = bytes.Repeat([]byte("EXERCISE EXERCISE EXERCISE\x00\r\n\xff"), 9000)

// desk is a tree with two files, one of which breaks whoever opens it and one
// that cannot be had.
type desk struct{ fstest.MapFS }

func (d desk) Open(name string) (fs.File, error) {
	switch name {
	case "spring/broken.pdf":
		panic("no pen")
	case "spring/record.jsonl":
		return nil, &fs.PathError{Op: "open", Path: name, Err: exercise.Refuse(exercise.ErrNotNow, "The record leaves once the exercise is closed.")}
	}
	return d.MapFS.Open(name)
}

func copying(o *sshd.Options) {
	o.Handler = stage{files: func(_ context.Context, g sshd.Guest) (fs.FS, error) {
		if g.Seat == "hydra" {
			return nil, exercise.Refuse(exercise.ErrTerms, "Please accept the first page before you take part.")
		}
		return desk{fstest.MapFS{"spring/minutes.docx": {Data: minutes, Mode: 0o444}, "spring/floor.csv": {Data: []byte("a,b\n"), Mode: 0o444}}}, nil
	}}
}

func sftpOf(t *testing.T, o *open, seat exercise.SeatID) *sftp.Client {
	t.Helper()
	c, err := sftp.NewClient(o.as(t, seat))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func TestSftpReadsAndDoesNothingElse(t *testing.T) {
	c := sftpOf(t, serve(t, copying), "arcadia")
	read := func(name string) ([]byte, error) {
		f, err := c.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return io.ReadAll(f)
	}
	if got, err := read("/spring/minutes.docx"); err != nil || !bytes.Equal(got, minutes) {
		t.Errorf("the file came as %d bytes of %d: %v", len(got), len(minutes), err)
	}
	if got, err := read("/../../spring/minutes.docx"); err != nil || !bytes.Equal(got, minutes) {
		t.Errorf("there is nothing above the tree: %v", err)
	}
	if info, err := c.Stat("/spring/minutes.docx"); err != nil || info.Size() != int64(len(minutes)) || info.Mode().Perm() != 0o444 {
		t.Errorf("it is told as %+v: %v", info, err)
	}
	if list, err := c.ReadDir("/spring"); err != nil || len(list) != 2 {
		t.Errorf("the folder lists %v: %v", list, err)
	}
	for _, name := range []string{"/etc/passwd", "/../../etc/passwd", "/spring/../../etc/passwd", "/spring/none.pdf", "/spring/minutes.docx/x"} {
		if _, err := read(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for what, err := range map[string]error{
		"put":    func() error { _, err := c.Create("/spring/x"); return err }(),
		"change": func() error { _, err := c.OpenFile("/spring/minutes.docx", os.O_WRONLY|os.O_TRUNC); return err }(),
		"remove": c.Remove("/spring/minutes.docx"), "rename": c.Rename("/spring/minutes.docx", "/x"), "folder": c.Mkdir("/x"),
		"mode": c.Chmod("/spring/minutes.docx", 0o777), "link": c.Symlink("/etc/passwd", "/x"), "not now": func() error { _, err := read("/spring/record.jsonl"); return err }(),
	} {
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := read("/spring/broken.pdf"); err == nil {
		t.Error("a file that cannot be made was read")
	}
	if got, err := read("/spring/floor.csv"); err != nil || string(got) != "a,b\n" {
		t.Errorf("after one that broke: %q, %v", got, err)
	}
}

func TestSftpIsBounded(t *testing.T) {
	o := serve(t, copying)
	c := sftpOf(t, o, "arcadia")
	var err error
	held := 0
	for ; err == nil && held < 1000; held++ {
		_, err = c.Open("/spring/floor.csv")
	}
	if held != 65 {
		t.Errorf("%d files could be open at once", held-1)
	}
	for range 3 {
		sftpOf(t, o, "arcadia")
	}
	if _, err := sftp.NewClient(o.as(t, "arcadia")); err == nil {
		t.Error("a seat may copy in any number of sessions")
	}
	sftpOf(t, o, "observer")
}

// Whoever copies files sits nowhere: the person at the seat stays.
func TestFilesSitNowhere(t *testing.T) {
	o := serve(t, copying)
	w := o.window(t, o.as(t, "arcadia"))
	w.sees(t, "screen of arcadia")
	c := sftpOf(t, o, "arcadia")
	if _, err := c.ReadDir("/"); err != nil {
		t.Fatal(err)
	}
	s := newSession(t, o.as(t, "arcadia"))
	go func() { _, _ = s.in.Write(make([]byte, 3)) }() // go on, I have its name, I have it
	if err := s.Run("scp -f spring/floor.csv"); err != nil || s.shown.String() != "C0444 4 floor.csv\na,b\n\x00" {
		t.Errorf("scp: %v: %q", err, s.shown)
	}
	if strings.Contains(w.shown.String(), "taken over") {
		t.Errorf("the window shows %q", w.shown)
	}
}

func TestOlderScpIsAnsweredInSentences(t *testing.T) {
	o := serve(t, copying)
	for line, want := range map[string]string{
		"scp -t spring/x":            "Files are only read here",
		"scp -r -p -t spring":        "Files are only read here",
		"scp -f spring":              "spring is a folder; scp -r copies it.",
		"scp -f ../../etc/passwd":    "There is no file etc/passwd here.",
		"scp -f spring/record.jsonl": "The record leaves once the exercise is closed.",
		"scp -f spring/broken.pdf":   "could not be made",
		"scp -f":                     "did", // no scp at all: the verb answers
	} {
		s := newSession(t, o.as(t, "arcadia"))
		err := s.Run(line)
		if !strings.Contains(s.shown.String(), want) || want != "did" && status(err) != 1 {
			t.Errorf("%s: %v: %q", line, err, s.shown)
		}
	}
	s := newSession(t, o.as(t, "hydra"))
	if err := s.Run("scp -f spring/floor.csv"); status(err) != 1 || !strings.Contains(s.shown.String(), "Please accept the first page") {
		t.Errorf("before the terms: %v: %q", err, s.shown)
	}
	if told := toldBySftp(t, o, "hydra"); !strings.Contains(told, "Please accept the first page") {
		t.Errorf("before the terms sftp says %q", told)
	}
}

// toldBySftp is what a client of sftp reads beside its files, to the end.
func toldBySftp(t *testing.T, o *open, seat exercise.SeatID) string {
	t.Helper()
	s, err := o.as(t, seat).NewSession()
	if err != nil {
		t.Fatal(err)
	}
	told, err := s.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.RequestSubsystem("sftp"); err != nil {
		t.Fatal(err)
	}
	all, _ := io.ReadAll(told)
	return string(all)
}

// What people have: scp as it is today, as it was, and sftp.
func TestOpenSSHCopiesWholeFiles(t *testing.T) {
	o := serve(t, copying)
	socket, keys := runAgent(t, 1)
	o.house.bind("spring", "arcadia", keys[0])
	_, port, _ := net.SplitHostPort(o.addr)
	for _, c := range []struct{ name, program, from string }{
		{"scp", "scp", "arcadia.spring@127.0.0.1:spring/minutes.docx"},
		{"scp -O", "scp", "arcadia.spring@127.0.0.1:spring/minutes.docx"},
		{"sftp", "sftp", "arcadia.spring@127.0.0.1:spring/minutes.docx"},
	} {
		program, err := exec.LookPath(c.program)
		if err != nil {
			t.Skipf("THERE IS NO %s HERE: what OpenSSH copies from this door is not tested", c.program)
		}
		to := filepath.Join(t.TempDir(), "minutes.docx")
		cmd := openSSH(t, o, socket, "", "")
		options := cmd.Args[1 : len(cmd.Args)-4] // but the port, the host and the line
		if c.name == "scp -O" {
			options = append([]string{"-O"}, options...)
		}
		cmd.Path, cmd.Args = program, append(append([]string{program}, options...), "-P", port, c.from, to)
		out, err := cmd.CombinedOutput()
		got, _ := os.ReadFile(to)
		if err != nil || !bytes.Equal(got, minutes) {
			t.Errorf("%s: %v, %d bytes of %d: %s", c.name, err, len(got), len(minutes), out)
		}
	}
}
