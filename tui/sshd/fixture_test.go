package sshd_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"
	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
	"kefi/tui/sshd"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// house is a Hall and a Store in memory: two exercises, of which only spring
// has hydra and the observer.
type house struct {
	mu    sync.Mutex
	codes map[string]string // "spring/arcadia" to code
	keys  map[string]bool   // "spring/arcadia " and the key
	gone  map[string]bool   // exercises closed meanwhile

	languages map[string]string // "spring/arcadia" to "fr"
}

func newHouse() *house {
	return &house{
		codes: map[string]string{
			"spring/arcadia": "amber boat calm dune", "autumn/arcadia": "early fern gold hill",
			"spring/hydra": "iron jade kite lamp", "spring/observer": "moss north oak pine",
		},
		keys: map[string]bool{}, gone: map[string]bool{}, languages: map[string]string{},
	}
}

func (h *house) Exercises() []string { return []string{"spring", "autumn"} }

func (h *house) Written(exercise string) string {
	return map[string]string{"autumn": "es-MX"}[exercise]
}

func (h *house) Seat(ex string, seat exercise.SeatID) (exercise.Seat, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, ok := h.codes[at(ex, seat)]
	role := exercise.Delegate
	if seat == "observer" {
		role = exercise.Observer
	}
	return exercise.Seat{ID: seat, Roles: []exercise.Role{role}}, ok && !h.gone[ex]
}

func (h *house) KeyOpens(_ context.Context, ex string, seat exercise.SeatID, key gossh.PublicKey) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.keys[at(ex, seat)+" "+string(key.Marshal())], nil
}

func (h *house) CodeOpens(_ context.Context, ex string, seat exercise.SeatID, code string) (bool, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.codes[at(ex, seat)] == code && code != "", nil
}

func (h *house) BindKey(_ context.Context, ex string, seat exercise.SeatID, key gossh.PublicKey) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.keys[at(ex, seat)+" "+string(key.Marshal())] = true
	return nil
}

func (h *house) Language(_ context.Context, ex string, seat exercise.SeatID) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.languages[at(ex, seat)], nil
}

func (h *house) bind(ex string, seat exercise.SeatID, key gossh.Signer) {
	_ = h.BindKey(context.Background(), ex, seat, key.PublicKey())
}

func (h *house) bound(ex string, seat exercise.SeatID, key gossh.Signer) bool {
	ok, _ := h.KeyOpens(context.Background(), ex, seat, key.PublicKey())
	return ok
}

func at(ex string, seat exercise.SeatID) string { return ex + "/" + string(seat) }

// stage is a Handler. What it does by default: it greets, and stays until the
// guest goes.
type stage struct {
	screen func(context.Context, sshd.Guest, sshd.Terminal)
	plain  func(context.Context, sshd.Guest, io.ReadWriter) int
	verb   func(context.Context, sshd.Guest, string, io.Writer, io.Writer) int
	files  func(context.Context, sshd.Guest) (fs.FS, error)
}

func (s stage) Screen(ctx context.Context, g sshd.Guest, t sshd.Terminal) {
	if s.screen != nil {
		s.screen(ctx, g, t)
		return
	}
	fmt.Fprintf(t.Out, "screen of %s\r\n", greeting(g))
	go io.Copy(io.Discard, t.In)
	<-ctx.Done()
}

func (s stage) Plain(ctx context.Context, g sshd.Guest, rw io.ReadWriter) int {
	if s.plain != nil {
		return s.plain(ctx, g, rw)
	}
	fmt.Fprintf(rw, "lines of %s\n", greeting(g))
	_, _ = io.Copy(rw, rw)
	return 0
}

func (s stage) Verb(ctx context.Context, g sshd.Guest, line string, to sshd.Answer) int {
	if s.verb != nil {
		return s.verb(ctx, g, line, to.Out, to.Err)
	}
	fmt.Fprintf(to.Out, "%s did %d bytes\n", greeting(g), len(line))
	return 0
}

func (s stage) Files(ctx context.Context, g sshd.Guest) (fs.FS, error) {
	if s.files != nil {
		return s.files(ctx, g)
	}
	return fstest.MapFS{}, nil
}

func (s stage) Rehearse(ctx context.Context, g sshd.Guest, t sshd.Terminal) {
	fmt.Fprintf(t.Out, "a rehearsal %v\r\n", g.Looks)
	<-ctx.Done()
}

func greeting(g sshd.Guest) string {
	return fmt.Sprintf("%s in %s by %s %v", g.Seat, g.Exercise, g.Via, g.Looks)
}

// open is a door that is being served.
type open struct {
	*sshd.Door
	addr  string
	house *house
	key   gossh.Signer
	log   *locked
	stop  context.CancelFunc // as SIGTERM would
	ended chan error
}

// serve opens a door on a port of its own until the test is over.
func serve(t *testing.T, change func(*sshd.Options)) *open {
	t.Helper()
	o := &open{house: newHouse(), key: newKey(t), log: &locked{}, ended: make(chan error, 1)}
	options := sshd.Options{
		Hall: o.house, Store: o.house, Handler: stage{}, HostKey: o.key, Strangers: true,
		Log:    slog.New(slog.NewTextHandler(o.log, nil)),
		Limits: sshd.Limits{SlowGuess: time.Nanosecond},
	}
	if change != nil {
		change(&options)
	}
	door, err := sshd.New(options)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	o.Door, o.addr, o.stop = door, l.Addr().String(), stop
	go func() { o.ended <- door.Serve(ctx, l); close(o.ended) }()
	t.Cleanup(func() { stop(); <-o.ended })
	return o
}

// dial signs in, or says why not.
func (o *open) dial(user string, auth ...gossh.AuthMethod) (*gossh.Client, error) {
	return gossh.Dial("tcp", o.addr, &gossh.ClientConfig{
		User: user, Auth: auth, HostKeyCallback: gossh.FixedHostKey(o.key.PublicKey()), Timeout: 10 * time.Second,
	})
}

// client signs in, which has to succeed.
func (o *open) client(t *testing.T, user string, auth ...gossh.AuthMethod) *gossh.Client {
	t.Helper()
	c, err := o.dial(user, auth...)
	if err != nil {
		t.Fatalf("signing in as %s: %v", user, err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// as signs in with a key that is bound to the seat in spring.
func (o *open) as(t *testing.T, seat exercise.SeatID) *gossh.Client {
	t.Helper()
	k := newKey(t)
	o.house.bind("spring", seat, k)
	return o.client(t, string(seat)+".spring", gossh.PublicKeys(k))
}

// answers types what is given, in order, whatever is asked; asked keeps the
// questions and instructions.
func answers(asked *[]string, typed ...string) gossh.AuthMethod {
	return gossh.KeyboardInteractive(func(_, instruction string, questions []string, _ []bool) ([]string, error) {
		if instruction != "" && asked != nil {
			*asked = append(*asked, instruction)
		}
		out := make([]string, len(questions))
		for i, q := range questions {
			if asked != nil {
				*asked = append(*asked, q)
			}
			if len(typed) == 0 {
				return nil, errors.New("nothing left to type")
			}
			out[i], typed = typed[0], typed[1:]
		}
		return out, nil
	})
}

// window is an interactive session with all that it has shown.
type window struct {
	*gossh.Session
	in    io.WriteCloser
	shown *locked
}

func (o *open) window(t *testing.T, c *gossh.Client, env ...string) *window {
	t.Helper()
	w := newSession(t, c, env...)
	if err := w.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Shell(); err != nil {
		t.Fatal(err)
	}
	return w
}

// newSession begins a session with "KEY=value" in its environment.
func newSession(t *testing.T, c *gossh.Client, env ...string) *window {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	w := &window{Session: s, shown: &locked{}}
	s.Stdout, s.Stderr = w.shown, w.shown
	if w.in, err = s.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	for _, v := range env {
		name, value, _ := strings.Cut(v, "=")
		if err := s.Setenv(name, value); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// sees waits until the window shows some text.
func (w *window) sees(t *testing.T, text string) {
	t.Helper()
	eventually(t, fmt.Sprintf("the window to show %q; it shows %q", text, w.shown), func() bool {
		return strings.Contains(w.shown.String(), text)
	})
}

// locked is a buffer that may be read while it is written.
type locked struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *locked) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// status is the exit status of a command that ran.
func status(err error) int {
	var exit *gossh.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitStatus()
	}
	return -1
}

func newKey(t testing.TB) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// eventually is the one place that polls: what it waits for happens on the
// other side of a real socket.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); {
		if ok() {
			return
		}
		<-time.NewTimer(2 * time.Millisecond).C
	}
	t.Fatalf("waited in vain for %s", what)
}
