package paint

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/time/rate"
)

const (
	// Reading is slowed to these, whatever the client sends. A paste of the
	// greatest length and a fast typist never feel them.
	inputRate  = 32 << 10 // bytes a second
	inputBurst = 64 << 10
	eventRate  = 500 // a second: every one may redraw the seat's screen
	eventBurst = 4096

	maxPending = 4 << 10 // undecided bytes
	readSize   = 1 << 10

	escapeWait = 50 * time.Millisecond // for what may be a key by itself
	answerWait = 2 * time.Second       // for what can only be cut short by the line
	pasteWait  = 5 * time.Second       // for the rest of a paste

	expectWait = 300 * time.Millisecond // instead of escapeWait, while answers are expected
	expectFor  = 3 * time.Second
)

// Input reads what one terminal sends.
type Input struct {
	r      io.Reader
	bytes  *rate.Limiter
	events *rate.Limiter

	mu      sync.Mutex // one goroutine decodes at a time: Run's or the timer's
	ctx     context.Context
	emit    func(tea.Msg)
	answer  func(tea.Msg)
	timer   *time.Timer
	turn    int // counts what makes an older timer obsolete
	expects time.Time
	pending []byte
	looked  int  // how much of pending is known to be undecided
	long    bool // pending was cut to maxPending; the unit means nothing
	paste   paste
	decoder uv.EventDecoder
}

// NewInput reads a terminal's input from r.
func NewInput(r io.Reader) *Input {
	return &Input{
		r:      r,
		bytes:  rate.NewLimiter(inputRate, inputBurst),
		events: rate.NewLimiter(eventRate, eventBurst),
	}
}

// Run reads until the reader ends or ctx is done, and is to be called once. A
// read under way ends only with its reader: whoever cancels ctx closes that too.
//
// emit gets keys (tea.KeyPressMsg, tea.KeyReleaseMsg), the mouse, focus,
// tea.PasteMsg and [PasteTruncatedMsg]. answer, which may be nil, gets what the
// terminal says about itself: Bubble Tea's messages (tea.BackgroundColorMsg,
// tea.CursorPositionMsg, tea.ModeReportMsg, …) or, where it has none,
// ultraviolet's events (uv.PrimaryDeviceAttributesEvent, …). Neither is called
// from two goroutines at once, and neither may call Run.
//
// The end of the input is no error.
func (in *Input) Run(ctx context.Context, emit, answer func(tea.Msg)) error {
	if answer == nil {
		answer = func(tea.Msg) {}
	}
	in.mu.Lock()
	in.ctx, in.emit, in.answer = ctx, emit, answer
	in.mu.Unlock()
	defer in.disarm()

	buf := make([]byte, readSize)
	for {
		n, err := in.r.Read(buf)
		if n > 0 {
			// What has arrived is not late, however long it has to wait.
			in.disarm()
			if e := in.bytes.WaitN(ctx, n); e != nil {
				return context.Cause(ctx)
			}
			in.feed(buf[:n])
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err != nil {
			in.expire()
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// Expect tells that the terminal has been asked something. An answer may come
// in pieces, and its first byte alone is the Esc key; for three seconds that
// waits longer for the rest, which would else be typed into the line.
func (in *Input) Expect() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.expects = time.Now().Add(expectFor)
}

// disarm forgets the timer. One that has fired already finds its turn over.
func (in *Input) disarm() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.turn++
	if in.timer != nil {
		in.timer.Stop()
	}
}

// arm waits for the rest of what is undecided. The lock is held.
func (in *Input) arm() {
	wait := answerWait
	switch {
	case in.paste.on:
		wait = pasteWait
	case len(in.pending) == 0:
		return
	case !in.long && brief(in.pending):
		wait = escapeWait
		if time.Now().Before(in.expects) {
			wait = expectWait
		}
	}
	in.turn++
	turn := in.turn
	in.timer = time.AfterFunc(wait, func() {
		in.mu.Lock()
		defer in.mu.Unlock()
		if turn == in.turn {
			in.settle()
		}
	})
}

// expire settles what is undecided at the end of the input.
func (in *Input) expire() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.settle()
}

// settle decides without the rest: the lock is held.
func (in *Input) settle() {
	b, long := in.pending, in.long
	in.forget()
	switch {
	case in.paste.on:
		in.endPaste() // b is a cut end mark
	case len(b) == 0, long, !brief(b):
		// A cut character, or an answer whose end got lost.
	case string(b) == "\x1b\x1b":
		in.decode(b[:1])
		in.decode(b[:1])
	default:
		in.decode(b)
	}
}

// forget drops the undecided bytes.
func (in *Input) forget() {
	in.pending, in.looked, in.long = nil, 0, false
}

// feed decodes b together with what was undecided.
func (in *Input) feed(b []byte) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if len(in.pending) > 0 {
		b = append(in.pending, b...)
	}
	for len(b) > 0 && in.ctx.Err() == nil {
		n, more := in.step(b)
		b = b[n:]
		if more {
			break
		}
		in.looked, in.long = 0, false
	}
	in.hold(b)
	in.arm()
}

// step decodes the head of b. It returns how many bytes that took, and whether
// more are needed to go on.
func (in *Input) step(b []byte) (n int, more bool) {
	if in.paste.on {
		return in.pasteStep(b)
	}
	n, v := unit(b, in.looked)
	switch {
	case v == open:
		in.looked = n
		return 0, true
	case v == junk, in.long:
		return n, false
	default:
		return in.decode(b[:n]), false
	}
}

// pasteStep collects a paste. One that grows too long is handed on at once: its
// end may be a hundred megabytes away.
func (in *Input) pasteStep(b []byte) (n int, more bool) {
	was := in.paste.truncated
	n, ended := in.paste.take(b)
	if in.paste.truncated && !was {
		kept := len(in.paste.text)
		in.send(in.paste.message())
		in.send(PasteTruncatedMsg{Kept: kept})
	}
	if ended {
		in.endPaste()
	}
	return n, !ended
}

func (in *Input) endPaste() {
	if !in.paste.truncated {
		in.send(in.paste.message())
	}
	in.paste = paste{}
}

// hold keeps undecided bytes for the next read. Of a unit that grows too long
// only the beginning stays, enough to find its end by.
func (in *Input) hold(b []byte) {
	if len(b) == 0 {
		in.forget()
		return
	}
	if len(b) > maxPending {
		last := b[len(b)-1]
		b = b[:3]
		if last == ansi.ESC {
			b = append(b, last)
		}
		in.looked, in.long = 3, true
	}
	if cap(in.pending) >= len(b) && cap(in.pending) <= 2*maxPending {
		in.pending = append(in.pending[:0], b...)
		return
	}
	in.pending = append([]byte(nil), b...)
}
