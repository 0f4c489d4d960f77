// Package start writes the first draft of a scenario: a folder that can be
// played as it is and says, where its author has work to do, what goes there.
//
// It promises that what it writes has no finding of lint, and that it replaces
// no file.
package start
