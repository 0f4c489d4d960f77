// Package transcript is what the recorder hands over: the minutes as Markdown
// and the record as JSON Lines.
//
// What it promises:
//
//   - Minutes are made from a view and from nothing else. They hold what that
//     seat may know; a copy made during play says that it is provisional.
//   - What people wrote reads as they wrote it. None of it becomes markup, a
//     link, HTML or a control character, wherever it stands.
//   - Times are local in the scenario's zone, which the heading names.
//   - EXERCISE, the exercise's name and "not real events" stand at head and
//     foot of the minutes and of every incident in them, and in every line of
//     the record. No author can remove them.
//   - A copy of the record verifies as a whole, whatever is withheld from it.
//     What is withheld from a seat is decided by naming what is shown: a part
//     that nothing admits is not in the copy.
//
// # JSON Lines: kefi.record/v1
//
// One act a line, in order, and a last line with the head. UTF-8; characters
// that cannot be seen are written as \u escapes. Every line has "schema" and
// "exercise", the marking as an exercise. An act has
//
//	seq        its number, from 0 without gaps
//	hash       its place in the chain, 64 hexadecimal digits
//	envelope   times, seat, kind
//	structure  the command and the events it caused; texts by id only
//	words      the free texts: word n of act 147 is the text 147.n
//
// Envelope, structure and each word are parts, of one shape:
//
//	{"salt": 32 hexadecimal digits, "text": "…"}  shown
//	{"hash": 64 hexadecimal digits}               withheld
//	{"hash": …, "removed": true}                  removed from the record for good
//
// The texts of envelope and structure are JSON themselves, kept as strings
// because their bytes are what is hashed (jq: .structure.text | fromjson). To
// verify: the hash of a part that is shown is SHA-256(salt ‖ text); the hash of
// an act is SHA-256(hash of the act before, 32 zero bytes before act 0 ‖ hash
// of the envelope ‖ hash of the structure ‖ hash of each word). The last line
// has
//
//	head     seq and hash of the last act: without it a cut tail would not show
//	name     of the exercise on its server
//	marking  of the scenario
//	kefi     the version of kefi that began the exercise
package transcript
