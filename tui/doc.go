// Package tui is one seat at the table, on one terminal.
//
// [Run] joins three things that know nothing of each other: a live exercise
// ([Table]), what the server keeps for the seat ([Store]) and a terminal
// ([Terminal]). Between them stands Bubble Tea's loop with its renderer off:
// keys, views and ticks come in as messages, package screen says what they mean
// and draws, and package paint writes what has changed.
//
// # Promises
//
// A slow or dead terminal holds up nobody: the table is read by a waiting
// command that is given out again after each view, the frame goes to a painter
// that never blocks, and no other goroutine sends to the program but the two
// of this seat that read its keys and its window's size.
//
// A seat that waits does nothing: no ticker runs but one message at the moment
// the next figure on the screen changes, at most once a second and, while
// nothing counts down, once a minute.
//
// Drafts are stored a second after the last change, and before Run returns.
// When Run has returned no goroutine of it is left, apart from a read of the
// terminal that only the terminal's end can finish.
package tui
