// Package paint is the wire of one seat: frames go out, keys come in.
//
// A [Painter] owns everything that is written to one terminal. [Painter.Paint]
// says what the terminal should show; the painter's goroutine writes the lines
// that changed. An [Input] owns everything that is read from it and turns bytes
// into Bubble Tea messages.
//
// # Promises
//
// Who may block. Paint, Resize, Redraw, SetProfile and Do never wait for the
// terminal: they leave a wish and return. Only the painter's goroutine writes,
// and only [Painter.Close] waits, for a bounded time. [Input.Run] blocks in its
// reader and in the functions it is given; that is how a fast client is slowed.
//
// Order. Of several frames the latest wins, and a frame may never be seen. What
// is given to Do is written once and in order, before the frame that follows it.
// Messages come out of an Input in the order of their bytes, one at a time.
//
// What reaches the terminal. From a frame: printable text and colours and
// attributes (SGR), nothing else. Control characters, other escape sequences,
// links, invisible format characters and invalid UTF-8 are dropped. Everything
// else on the wire is written by this package: cursor moves, modes, the title,
// the [Sequence]s that Do takes. After Close the terminal is as it was before
// the first frame.
//
// What reaches the program. Keys, mouse, focus and pastes. Answers of the
// terminal to queries go to a function of their own and never become keys or
// text, whoever made them up.
//
// # What it does not do
//
// It keeps no cells and compares whole lines, so a line with one changed
// character is written in full: frames whose lines are shared strings cost
// nothing where nothing changed. It does not lay out, wrap, expand tabs or
// follow links. It does not time out a silent client, and it does not close the
// connection: [WithStall] tells the owner when to.
package paint
