// Package recount decides a recorded play again under other procedures.
//
// It is mechanical: every recorded command is submitted again at its time, and
// what is refused is listed. So it tells who was pivotal, not what would have
// happened: under another rule people would have said other things.
//
// What it promises: the record is only read; under the procedure of the play
// itself the recount is the play; and a command that names an amendment means
// the same words as it did, or is refused because they are not there.
package recount
