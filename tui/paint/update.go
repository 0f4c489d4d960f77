package paint

import (
	"bytes"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// keptBuffer is how much memory a painter keeps between updates: enough for a
// few lines. A full screen borrows more and gives it back.
const keptBuffer = 2 << 10

// run is the painter's goroutine, the only one that writes.
func (p *Painter) run() {
	defer close(p.done)
	var next time.Time
	for p.wait(next) {
		if p.out.write(p.compose(p.take())) != nil {
			p.giveUp()
			return
		}
		next = time.Now().Add(p.interval)
	}
	_ = p.out.write(p.farewell()) // nobody is left to tell
}

// wait returns true when there is something to write and the interval is over,
// false when the painter is closed.
func (p *Painter) wait(next time.Time) bool {
	select {
	case <-p.quit:
		return false
	case <-p.wake:
	}
	pause := time.Until(next)
	if pause <= 0 {
		return true
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-p.quit:
		return false
	case <-timer.C:
		return true
	}
}

// giveUp lets go of the frame of a terminal that is gone.
func (p *Painter) giveUp() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.lines, p.extras, p.buf = nil, nil, nil
}

// update is what one write has to bring about.
type update struct {
	width, height int
	profile       colorprofile.Profile
	look          look
	all, modes    bool
	rows          []row
	runsOn        rows
	extras        []string
}

type row struct {
	y    int
	line string
}

// take empties the mailbox. Only the lines that changed leave it.
func (p *Painter) take() update {
	p.mu.Lock()
	defer p.mu.Unlock()
	u := update{
		width: p.width, height: p.height, profile: p.profile, look: p.look, runsOn: p.runsOn,
		all: p.all || !p.entered, modes: p.modes || !p.entered, extras: p.extras,
	}
	if u.width > 0 {
		u.rows = p.takeRows(u.all, u.height)
	}
	p.entered = true
	p.all, p.modes, p.stale = false, false, rows{}
	p.extras, p.extraN = nil, 0
	return u
}

func (p *Painter) takeRows(all bool, height int) (taken []row) {
	if !all && p.stale.empty() {
		return nil
	}
	for y := range height {
		line := ""
		if y < len(p.lines) {
			line = p.lines[y]
		}
		if all && line != "" || !all && p.stale.has(y) {
			taken = append(taken, row{y, line})
		}
	}
	return taken
}

// compose turns an update into bytes.
func (p *Painter) compose(u update) []byte {
	b := p.buf[:0]
	if u.modes {
		b = append(b, enterScreen...)
	}
	for _, s := range u.extras {
		b = append(b, s...)
	}
	b = p.appendLook(b, u)
	drawn := u.all || len(u.rows) > 0
	if drawn {
		b = p.appendRows(b, u)
	}
	b = p.appendCursor(b, u, drawn || len(u.extras) > 0)
	if drawn {
		b = append(b, ansi.ResetModeSynchronizedOutput...)
	}
	p.shown = u.look
	p.keep(b)
	return b
}

// keep holds on to a buffer worth holding on to.
func (p *Painter) keep(b []byte) {
	p.buf = nil
	if cap(b) <= keptBuffer {
		p.buf = b
	}
}

// appendLook brings title, mouse, progress and status up to date. After other modes
// were set again these are too.
func (p *Painter) appendLook(b []byte, u update) []byte {
	if u.look.mouse != p.shown.mouse || u.modes {
		if u.look.mouse {
			b = append(b, mouseOn...)
		} else {
			b = append(b, mouseOff...)
		}
	}
	if u.look.title != p.shown.title || u.modes && u.look.title != "" {
		if !p.titled {
			p.titled = true
			b = append(b, keepTitle...)
		}
		b = appendTitle(b, u.look.title)
	}
	if u.look.progress != p.shown.progress {
		b = appendProgress(b, u.look.progress)
	}
	if u.look.status != p.shown.status {
		b = appendStatus(b, u.look.status)
	}
	return b
}

// appendRows writes the changed lines, each at its place. A terminal that does
// not know synchronised output at least does not show the cursor running.
func (p *Painter) appendRows(b []byte, u update) []byte {
	b = append(b, ansi.SetModeSynchronizedOutput...)
	b = append(b, ansi.HideCursor...)
	if u.all {
		b = append(b, clearScreen...)
	}
	flow := flow{full: -1}
	for _, r := range u.rows {
		b = u.appendRow(b, r, &flow)
	}
	b = flow.wrap(b, false)
	p.shown.cursor.Visible = false
	return b
}

// flow is where a line that runs on has got to.
type flow struct {
	full  int  // the line written last, where it runs on and fills the width; else -1
	wraps bool // the terminal wraps by itself
}

func (f *flow) wrap(b []byte, on bool) []byte {
	switch {
	case on == f.wraps:
		return b
	case on:
		b = append(b, ansi.SetModeAutoWrap...)
	default:
		b = append(b, ansi.ResetModeAutoWrap...)
	}
	f.wraps = on
	return b
}

// appendRow writes one line at its place.
func (u update) appendRow(b []byte, r row, f *flow) []byte {
	if f.full >= 0 && f.full == r.y-1 {
		if joined, ok := u.appendJoined(b, r, f); ok {
			return joined
		}
	}
	b = f.wrap(b, u.runsOn.has(r.y))
	b, full := appendLine(appendMove(b, 0, r.y), r.line, u.width, u.profile)
	f.wrote(u, r.y, full)
	return b
}

// appendJoined writes a line that continues a full one. The cursor is not moved:
// the terminal wraps into it, and remembers that the two are one. A line that
// begins by erasing cannot be written so: it would erase the end of the other.
func (u update) appendJoined(b []byte, r row, f *flow) ([]byte, bool) {
	line, full := appendLine(nil, r.line, u.width, u.profile)
	if bytes.HasPrefix(line, []byte(ansi.EraseLineRight)) {
		return b, false
	}
	f.wrote(u, r.y, full)
	return append(b, line...), true
}

// wrote notes whether the next line may be joined to this one.
func (f *flow) wrote(u update, y int, full bool) {
	f.full = -1
	if full && u.runsOn.has(y) {
		f.full = y
	}
}

// appendCursor places the cursor if it was moved, by the frame or by writing.
func (p *Painter) appendCursor(b []byte, u update, moved bool) []byte {
	want, is := u.look.cursor, p.shown.cursor
	if moved || want.X != is.X || want.Y != is.Y {
		b = appendMove(b, min(max(want.X, 0), max(u.width-1, 0)), min(max(want.Y, 0), max(u.height-1, 0)))
	}
	if want.Visible && !is.Visible {
		return append(b, ansi.ShowCursor...)
	}
	if !want.Visible && is.Visible {
		return append(b, ansi.HideCursor...)
	}
	return b
}

// farewell undoes everything that was done to the terminal. What it did not
// see, because nothing was ever written, needs no undoing.
func (p *Painter) farewell() []byte {
	u := p.takeExtras()
	var b []byte
	for _, s := range u {
		b = append(b, s...)
	}
	if !p.entered {
		return b
	}
	b = append(b, ansi.ResetModeSynchronizedOutput+mouseOff+ansi.ResetModeBracketedPaste+ansi.ResetStyle...)
	if p.shown.progress >= 0 {
		b = append(b, progressOff...)
	}
	if p.shown.status.Told {
		b = append(b, statusOver...)
	}
	if p.titled {
		b = append(b, restoreTitle...)
	}
	return append(b, ansi.SetModeAutoWrap+ansi.ShowCursor+ansi.ResetModeAltScreenSaveCursor...)
}

func (p *Painter) takeExtras() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	extras := p.extras
	p.lines, p.extras = nil, nil
	return extras
}
