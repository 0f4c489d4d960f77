// Package start writes the first draft of a scenario: a folder that can be
// played as it is and says, where its author has work to do, what goes there.
//
// It promises that lint finds no error in what it writes, and a warning for each
// place where the author has work to do (they say "write here") and for nothing
// else; and that it replaces no file.
package start
