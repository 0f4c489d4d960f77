// Package bot plays seats by machine: the scripted chair, for practice and
// for runs that can be repeated, and a delegate for rehearsals.
//
// A player sees what any person at its seat would see and acts by the same
// commands; the table does not know the difference, and the record says
// "by script". Players decide from the view, the time and a seed only.
package bot
