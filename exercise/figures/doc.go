// Package figures takes figures from a record: the same acts give the same
// figures, in any later version that has the same Version.
//
// Every figure is defined in the comment of its type. They are counts and
// times of what was done at the table. None of them says whether a text is
// good, and none is about a person: teams and tracks only.
//
// What they are taken from:
//
//   - Open stances only: what a team told the chair alone is in no figure.
//   - Caucuses as the table was told of them, by the scenario's setting. A
//     joint draft counts once it is lodged, when everybody sees its sponsors.
//   - Words are counted, never kept. A text that was removed counts as none.
//   - Dials and the policy gap are the author's model, and in no figure.
//
// Some figures tell of more than the whole table saw: incidents that went to
// some, the hall beside the table. They are for the organiser. Public leaves
// them out.
package figures
