// Package rehearsal is the private table in the lobby: one newcomer, two
// patient robots and a host, who between them teach three things, to speak, to
// ask for the floor and to take a position.
//
// It is an exercise like any other, played by the same rules: [Scenario] is
// what it is about, [Cast] who plays it beside the newcomer, and [Now] tells
// from the newcomer's view what comes next. Whoever opens one keeps it in
// memory: nothing of it is recorded.
package rehearsal
