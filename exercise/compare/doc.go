// Package compare sets recorded runs of one scenario, or of twins, side by
// side: where they parted, clause by clause, incident by incident, figure by
// figure.
//
// What it promises:
//
//   - It describes, and does not infer: two tables are two stories. Below ten
//     tables a side there are no averages.
//   - It is made of what the whole table saw. Dials and the policy gap are the
//     author's model and in none of it.
//   - Teams that a script played are named as such, and their voices left out.
//   - Clauses, scenario's points and incidents are aligned by their ids. An
//     amendment's id means something else in each run, so that decisions are
//     alike only if the text they left is.
package compare
