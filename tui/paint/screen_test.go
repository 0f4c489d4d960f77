package paint

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"
)

// screen is a terminal: an emulator, and everything written to it.
type screen struct {
	mu  sync.Mutex
	em  *vt.Emulator
	log bytes.Buffer
}

func newScreen(w, h int) *screen { return &screen{em: vt.NewEmulator(max(w, 1), max(h, 1))} }

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log.Write(b)
	return s.em.Write(b)
}

func (s *screen) resize(w, h int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.em.Resize(max(w, 1), max(h, 1))
}

func (s *screen) taken() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	b := s.log.String()
	s.log.Reset()
	return b
}

// drain takes the emulator's answers, which it would otherwise wait with, until
// the returned function is called.
func (s *screen) drain() func() {
	go io.Copy(io.Discard, s.em)
	return func() { s.em.InputPipe().(io.Closer).Close() }
}

// cells describes every cell, its style and the cursor.
func (s *screen) cells() string { return s.grid() + fmt.Sprint(s.em.CursorPosition()) }

func (s *screen) grid() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return cellsOf(s.em)
}

// cellsOf describes every cell and its style. A blank is a blank whether it was
// written or erased.
func cellsOf(em *vt.Emulator) string {
	var b strings.Builder
	for y := range em.Height() {
		for x := range em.Width() {
			c := em.CellAt(x, y)
			if c == nil || c.IsZero() || c.Content == " " && c.Style.IsZero() {
				b.WriteByte('.')
				continue
			}
			fmt.Fprintf(&b, "%s", c.Content)
			if !c.Style.IsZero() {
				fmt.Fprintf(&b, "<%s>", c.Style.String()[1:])
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// text is what a person sees.
func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := strings.Split(s.em.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// fresh is the screen of a terminal that only ever saw f.
func fresh(w, h int, profile colorprofile.Profile, f Frame) (*screen, func() error) {
	s := newScreen(w, h)
	p := New(s, w, h, profile, WithInterval(0))
	p.Paint(f)
	synctest.Wait()
	return s, p.Close
}

// bubble runs f with a clock of its own; synctest.Wait there means that the
// painter has nothing left to do.
func bubble(t *testing.T, f func(t *testing.T)) {
	t.Helper()
	synctest.Test(t, f)
}

// checkInBubble checks a property whose terminals share the bubble's clock.
func checkInBubble(t *testing.T, property func(*rapid.T)) {
	t.Helper()
	// rapid asks a *testing.T for its deadline, which a bubble does not have.
	synctest.Test(t, func(t *testing.T) { rapid.Check(struct{ rapid.TB }{t}, property) })
}

// start returns a painter of a screen, closed at the end of the bubble.
func start(t *testing.T, w, h int, opts ...Option) (*Painter, *screen) {
	t.Helper()
	s := newScreen(w, h)
	p := New(s, w, h, colorprofile.TrueColor, opts...)
	t.Cleanup(func() { p.Close() })
	return p, s
}

// never is a connection whose other end does not read. Closing it ends the write.
type never struct {
	closed chan struct{}
	once   sync.Once
}

func newNever() *never { return &never{closed: make(chan struct{})} }

func (n *never) Write([]byte) (int, error) { <-n.closed; return 0, errClosed }
func (n *never) close()                    { n.once.Do(func() { close(n.closed) }) }

var errClosed = fmt.Errorf("closed")

func ended(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}

// pass lets time go by on the bubble's clock, and all be done that it brings.
func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// took is the time f takes on the bubble's clock.
func took(f func()) time.Duration {
	begin := time.Now()
	f()
	return time.Since(begin)
}
