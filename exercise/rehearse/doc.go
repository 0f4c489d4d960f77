// Package rehearse plays a scenario by machine from the lobby to ENDEX in a
// moment, on a clock of its own, and reports what an author would want to know
// before people sit down: which incidents never went out, which clauses nobody
// touched, what was refused, where the dials ended.
//
// The players of package bot sit on every seat and act by the rules: what they
// do could be done by people, and the record that comes out is one that could
// have been played. They know nothing of what they negotiate, so a rehearsal
// says whether a scenario works, never whether it is good. The same scenario
// and seed give the same rehearsal.
package rehearse
