package paint

import (
	"errors"
	"io"
	"sync"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// ErrUnfinished is what Close returns when the terminal did not take everything
// in time. The connection should be closed.
var ErrUnfinished = errors.New("paint: the terminal has stopped reading")

// Painter shows frames on one terminal. Its methods may be called from any
// goroutine.
type Painter struct {
	options
	out  *output
	wake chan struct{} // one wish is enough to wake
	quit chan struct{}
	done chan struct{}

	mu      sync.Mutex
	closed  bool
	width   int
	height  int
	profile colorprofile.Profile
	lines   []string // what should be shown, of any height up to MaxHeight
	stale   rows     // lines that differ from what was last written
	runsOn  rows     // lines that the next one continues
	look    look
	all     bool // everything is to be written again
	modes   bool // and the modes too
	entered bool // the alternate screen is on; only the painter's goroutine sets it
	extras  []string
	extraN  int // bytes in extras

	// Only the painter's goroutine uses what follows.
	shown  look // what the terminal shows
	titled bool // the terminal's own title was put aside
	buf    []byte
}

// New starts the painter of a terminal of the given size and colours. Nothing
// is written before the first call that asks for something. It never closes w.
func New(w io.Writer, width, height int, profile colorprofile.Profile, opts ...Option) *Painter {
	p := &Painter{
		options: defaults(),
		wake:    make(chan struct{}, 1),
		quit:    make(chan struct{}),
		done:    make(chan struct{}),
		profile: profile,
		look:    look{progress: -1},
		shown:   look{cursor: Cursor{Visible: true}, progress: -1},
	}
	for _, o := range opts {
		o(&p.options)
	}
	p.width, p.height = clamp(width, height)
	p.out = newOutput(w, p.stall, p.onStall)
	go p.run()
	return p
}

func clamp(width, height int) (int, int) {
	return min(max(width, 0), MaxWidth), min(max(height, 0), MaxHeight)
}

// Paint makes f what the terminal should show. It compares f with the frame
// before and returns; the writing happens elsewhere.
func (p *Painter) Paint(f Frame) {
	p.wish(func() bool {
		changed := p.setLines(f.Lines[:min(len(f.Lines), MaxHeight)])
		changed = p.setRunsOn(f.RunsOn) || changed
		if l := lookOf(f); l != p.look {
			p.look, changed = l, true
		}
		return changed || !p.entered
	})
}

// setLines marks the lines that differ from the wanted ones.
func (p *Painter) setLines(lines []string) (changed bool) {
	for y, line := range lines {
		if y == len(p.lines) {
			p.lines = append(p.lines, "")
		}
		if !sameLine(p.lines[y], line) {
			p.lines[y], changed = line, true
			p.stale.add(y)
		}
	}
	for y := len(lines); y < len(p.lines); y++ {
		p.stale.add(y)
		changed = true
	}
	clear(p.lines[len(lines):])
	p.lines = p.lines[:len(lines)]
	return changed
}

// setRunsOn marks which lines run on. A terminal keeps that with its text, so
// both a change and lines that run on are written as a whole.
func (p *Painter) setRunsOn(lines []int) (changed bool) {
	var want rows
	want.addAll(lines)
	if want != p.runsOn {
		p.runsOn, p.all = want, true
		return true
	}
	if !want.empty() && !p.stale.empty() {
		p.all = true
	}
	return false
}

// Resize says how large the terminal is now. Everything is written again, since
// terminals differ in what a new size does to the text.
func (p *Painter) Resize(width, height int) {
	p.wish(func() bool {
		width, height = clamp(width, height)
		if width == p.width && height == p.height {
			return false
		}
		p.width, p.height, p.all = width, height, true
		return true
	})
}

// Redraw clears the terminal and writes everything again, modes included, for
// when something else has written to it.
func (p *Painter) Redraw() {
	p.wish(func() bool {
		p.all, p.modes = true, true
		return true
	})
}

// SetProfile changes the colours, as when the terminal's answers show that it
// knows more of them.
func (p *Painter) SetProfile(profile colorprofile.Profile) {
	p.wish(func() bool {
		if profile == p.profile {
			return false
		}
		p.profile, p.all = profile, true
		return true
	})
}

// Do writes sequences before the next frame. It reports false, and writes
// nothing, when a terminal that does not keep up has too many waiting.
func (p *Painter) Do(seqs ...Sequence) (taken bool) {
	p.wish(func() bool {
		n := p.extraN
		for _, s := range seqs {
			n += len(s.bytes)
		}
		if len(p.extras)+len(seqs) > maxSequences || n > maxSequenceBytes {
			return false
		}
		for _, s := range seqs {
			p.extras = append(p.extras, s.bytes)
			if s.scribbles > 0 {
				p.stale.add(s.scribbles)
			}
		}
		p.extraN, taken = n, true
		return len(seqs) > 0
	})
	return taken
}

// wish runs f under the lock and wakes the painter if f changed something.
func (p *Painter) wish(f func() bool) {
	p.mu.Lock()
	changed := !p.closed && f()
	p.mu.Unlock()
	if changed {
		select {
		case p.wake <- struct{}{}:
		default: // it is awake, or about to be
		}
	}
}

// Done is closed when nothing will be written any more: after Close, or when a
// write failed.
func (p *Painter) Done() <-chan struct{} { return p.done }

// Close writes what Do was given, puts the terminal back as it was, and waits
// for that within bounds. Frames not yet written are forgotten. Further calls
// of any method do nothing.
func (p *Painter) Close() error {
	p.mu.Lock()
	if !p.closed {
		p.closed = true
		close(p.quit)
	}
	p.mu.Unlock()

	limit := time.NewTimer(p.closing)
	defer limit.Stop()
	select {
	case <-p.done:
		return nil
	case <-limit.C:
		return ErrUnfinished
	}
}
