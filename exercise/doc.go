// Package exercise is the rule book: values in, values out.
//
// An exercise is a list of acts. Each act is a command that was accepted, or
// something that fell due, with the events it caused. [Decide] judges a
// command against the state and gives the act, or a [Refusal] in the words of
// a chairperson. [Evolve] gives the state after an act. Nothing else changes a
// state, which is a value: whoever holds one may keep it.
//
// The story of one exercise: [Begin] lays the scenario's draft on the table.
// Seats sit down ([Sit]), accept the terms ([Agree]), and control announces
// STARTEX ([Start]). In the first reading every team marks its stance on every
// point ([TakeStance]); in the second the floor passes from track to track
// ([Next], [Say]) while amendments are lodged in writing ([Amend]). The chair
// asks for objections ([Gavel]), positions ([Put]) or lets silence decide
// ([Silence]); teams bind what they want together ([Package]), accept on
// conditions, and meet in caucuses ([CallCaucus]). Who is counted, and by what
// rule, is data ([Procedure]). Incidents arrive ([Inject]) and are answered.
// What cannot be agreed is deferred, the rest is adopted and signed ([Sign]),
// and the hot wash asks what to keep.
//
// What it promises:
//
//   - Order: the same acts give the same state, text and tallies in any later
//     version. Events carry results; evolving never decides. Everything due is
//     decided before the next command, each at its own time ([State.Due]).
//   - Purity: no network, files, clocks, chance or goroutines. Time comes in
//     with the command. A refused command changes nothing.
//   - Visibility: [State.Room] and [State.Own] hold all that a seat may know
//     and nothing else: no hidden fields, counters or gaps. Who sees what is
//     decided in one file, sees.go.
//   - Words: texts are named by id and never copied, so that a single text can
//     be withheld or forgotten. What a draft says is made of pieces of them.
//   - The program never settles text: no point closes without a decision.
package exercise
