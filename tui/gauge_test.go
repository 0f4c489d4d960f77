package tui

import (
	"context"
	"image/color"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"kefi/tui/screen"
)

// emulated is a person's terminal: it draws, in its own way, and answers.
type emulated struct {
	t *testing.T

	mu   sync.Mutex
	em   *vt.Emulator
	draw func(string) string // how it reads what it is given
	more chan struct{}

	in     *io.PipeReader
	keys   *io.PipeWriter
	answer chan struct{} // closed when it begins to answer
	over   sync.WaitGroup
}

// faithful draws what it is given.
func faithful(s string) string { return s }

// cjk draws what is of ambiguous width in two cells, as terminals of East
// Asian settings do.
func cjk(s string) string {
	return strings.NewReplacer("κ", "字", "ε", "字", "φ", "字", "─", "线", "│", "线", "·", "点", "…", "点").Replace(s)
}

// latin1 reads bytes one by one, as PuTTY does that is not set to UTF-8.
func latin1(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c < 0x80 || c >= 0xa0 {
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

func emulate(t *testing.T, draw func(string) string) *emulated {
	x := &emulated{t: t, em: vt.NewEmulator(80, 24), draw: draw, more: make(chan struct{}, 1), answer: make(chan struct{})}
	x.in, x.keys = io.Pipe()
	said := make(chan []byte, 64)
	x.over.Go(func() {
		defer close(said)
		for {
			b := make([]byte, 64)
			n, err := x.em.Read(b)
			if err != nil {
				return
			}
			said <- b[:n]
		}
	})
	x.over.Go(func() {
		<-x.answer
		for b := range said {
			_, _ = x.keys.Write(b)
		}
	})
	return x
}

// sit runs a seat on the terminal until the test ends.
func (x *emulated) sit(likes map[string]string) {
	ended := make(chan error, 1)
	go func() {
		ended <- Run(context.WithoutCancel(x.t.Context()), Options{
			Table: newTable(), Store: &fakeStore{drafts: map[string]string{}, likes: likes}, Server: fakeServer{}, Cache: screen.NewCache(),
			Terminal: Terminal{In: x.in, Out: x, Profile: colorprofile.ANSI256, Width: 80, Height: 24},
		})
		_ = x.in.Close()
	}()
	x.t.Cleanup(func() {
		_ = x.keys.Close()
		if err := <-ended; err != nil {
			x.t.Error(err)
		}
		_ = x.em.InputPipe().(io.Closer).Close()
		x.over.Wait()
	})
}

// answers lets the terminal answer what it is asked.
func (x *emulated) answers() { close(x.answer) }

func (x *emulated) typed(keys string) {
	if _, err := io.WriteString(x.keys, keys); err != nil {
		x.t.Error(err)
	}
}

func (x *emulated) Write(b []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	_, _ = x.em.Write([]byte(x.draw(string(b))))
	select {
	case x.more <- struct{}{}:
	default:
	}
	return len(b), nil
}

func (x *emulated) text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.em.String()
}

// await waits until the screen holds all of some words.
func (x *emulated) await(words ...string) {
	x.t.Helper()
	limit := time.NewTimer(5 * time.Second)
	defer limit.Stop()
	missing := func() string {
		for _, w := range words {
			if !strings.Contains(x.text(), w) {
				return w
			}
		}
		return ""
	}
	for missing() != "" {
		select {
		case <-x.more:
		case <-limit.C:
			x.t.Fatalf("%q is not on the screen:\n%s", missing(), x.text())
		}
	}
}

// style is how the first cell that shows something is drawn.
func (x *emulated) style(of string) uv.Style {
	x.mu.Lock()
	defer x.mu.Unlock()
	for y := range x.em.Height() {
		for at := range x.em.Width() {
			if c := x.em.CellAt(at, y); c != nil && c.Content == of {
				return c.Style
			}
		}
	}
	x.t.Fatalf("%q is not on the screen:\n%s", of, x.em.String())
	return uv.Style{}
}

const typedEarly = "Forty-eight hours, or ten"

func TestATerminalTellsHowItDraws(t *testing.T) {
	for _, c := range []struct {
		given  string
		draw   func(string) string
		likes  map[string]string
		shows  []string
		hidden string
	}{
		{"it draws as it should", faithful, nil, []string{"κ", "─"}, "/look"},
		{"its Greek and its lines are wide", cjk, nil, []string{"K GOV Arcadia", "----", "two cells wide here", "/look auto"}, "线"},
		{"it reads no UTF-8", latin1, nil, []string{"K GOV Arcadia", "----", "Window, Translation", "/look auto"}, "â"},
		{"it is wide, and the person has chosen a look", cjk, map[string]string{"look": "mono"}, []string{"字", "线", "/look ascii"}, "K GOV Arcadia"},
		{"it reads no UTF-8, and plain letters were chosen", latin1, map[string]string{"look": "ascii"}, []string{"K GOV Arcadia", "----"}, "/look"},
	} {
		t.Run(c.given, func(t *testing.T) {
			x := emulate(t, c.draw)
			x.sit(c.likes)
			x.await("The Copycat Accord") // drawn before any answer
			x.typed(typedEarly)
			x.await("> " + typedEarly)
			x.answers()
			x.await(c.shows...)
			x.await("> " + typedEarly) // and no answer is in the text
			x.typed(".")
			x.await("> " + typedEarly + ".")
			if text := x.text(); strings.Contains(text, c.hidden) {
				t.Errorf("%s is on the screen:\n%s", c.hidden, text)
			}
		})
	}
}

func TestATerminalThatNeverAnswers(t *testing.T) {
	x := emulate(t, faithful)
	x.sit(nil)
	x.await("The Copycat Accord", "κ", "─")
	close(x.answer) // to nobody: the test is over
}

// A terminal that was set right is asked again by the look that follows it.
func TestAMendedTerminalIsDrawnWithLinesAgain(t *testing.T) {
	x := emulate(t, latin1)
	x.sit(nil)
	x.answers()
	x.await("K GOV Arcadia", "----")
	x.mu.Lock()
	x.draw = faithful
	x.mu.Unlock()
	x.typed("/look auto\r")
	x.await("κ GOV Arcadia", "────")
}

func TestTheBackgroundIsFollowed(t *testing.T) {
	x := emulate(t, faithful)
	x.em.SetDefaultBackgroundColor(color.White)
	x.sit(nil)
	x.await("κ")
	if got, want := x.style("κ").Fg, ansi.IndexedColor(111); got != want {
		t.Errorf("before any answer κ is %v, want %v", got, want)
	}
	x.answers()
	limit := time.Now().Add(5 * time.Second)
	for x.style("κ").Fg != ansi.IndexedColor(25) {
		if time.Now().After(limit) {
			t.Fatalf("on white κ is %v", x.style("κ").Fg)
		}
		<-x.more
	}
}
