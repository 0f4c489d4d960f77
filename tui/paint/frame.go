package paint

import "unsafe"

// The largest screen a painter draws. A larger window shows the frame in its
// upper left corner: the size is the client's word, and memory must not follow it.
const (
	MaxWidth  = 500
	MaxHeight = 200
)

// Frame is what a terminal should show.
type Frame struct {
	// Lines from the top. Each is text with SGR sequences, and begins with
	// plain style whatever the line above ended with. OSC strings may stand in
	// it as the program's tags of the line; they are not shown. Missing lines are blank,
	// lines below the screen are not shown, text past the right edge is cut.
	// Lines that did not change should be the same strings as before: they then
	// compare by address. Paint copies the slice, so it may be used again.
	Lines []string

	// RunsOn lists lines that the next one continues. Where such a line fills
	// the width the terminal itself wraps there, so that what a person marks
	// with the terminal's own means is one line.
	RunsOn []int

	// Cursor is where the terminal's own cursor stands.
	Cursor Cursor

	// Title is the window title; empty leaves the terminal's own.
	Title string

	// Mouse asks for clicks, wheel and drags.
	Mouse bool

	// Progress shows 0 to 100 per cent in the terminal's task bar; -1 shows none.
	Progress int

	// Status is what the terminal's list of programs says of this one.
	Status Status
}

// Cursor is a place on the screen, counted from 0. The zero Cursor is hidden.
// A hidden cursor is still moved there: screen readers and input methods
// follow it.
type Cursor struct {
	X, Y    int
	Visible bool
}

// look is the part of a frame that is not lines.
type look struct {
	cursor   Cursor
	title    string
	mouse    bool
	progress int
	status   Status
}

// lookOf normalises what can be compared cheaply afterwards.
func lookOf(f Frame) look {
	return look{
		cursor:   f.Cursor,
		title:    f.Title,
		mouse:    f.Mouse,
		progress: min(max(f.Progress, -1), 100),
		status:   f.Status,
	}
}

// sameLine compares by address before it compares bytes.
func sameLine(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	return unsafe.StringData(a) == unsafe.StringData(b) || a == b
}

// rows is a set of line numbers below MaxHeight.
type rows [(MaxHeight + 63) / 64]uint64

func (r *rows) add(y int) { r[y/64] |= 1 << (y % 64) }
func (r *rows) addAll(ys []int) {
	for _, y := range ys {
		if y >= 0 && y < MaxHeight {
			r.add(y)
		}
	}
}
func (r *rows) has(y int) bool { return r[y/64]&(1<<(y%64)) != 0 }
func (r *rows) empty() bool    { return *r == rows{} }
