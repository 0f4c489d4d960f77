// Package replay shows a recorded exercise again, as one of its seats saw it.
//
// A [Record] is the acts of an exercise. A [Reel] is what one seat saw of them:
// its moments, one for each act that it may see, and at each its screen, drawn by
// package screen from the view that the seat had. A [Player] goes through a reel
// at a terminal; [Cast] writes one as an asciicast; [Lines] as lines of text.
//
// # Promises
//
// What is shown is made from the seat's own views and from nothing else. Words
// that were removed are removed in every moment, also in those before.
//
// A frame depends on the moment, the time and how it is drawn, not on how one
// came there: going back shows what going forward showed.
//
// Any moment of a record of 10,000 acts is there at once: states are kept at
// short distances, and the acts between are evolved again.
//
// Every frame says EXERCISE, REPLAY, and whose eyes these are.
//
// # What it does not do
//
// It does not know what the seat's person had opened, typed or read back: that
// is in no record. It shows the page that the seat had without touching a key.
package replay
