// Package when is the small language of conditions, in which a scenario says
// on what an incident waits:
//
//	agreed("5") and minute > 40
//	not answered("I3")
//	(open("3.1b") or dial("trust") < 30) and phase = "table"
//
// A condition is made of facts, joined by not, and, or and parentheses: "not"
// binds closest, then "and", then "or". A fact is true or false by itself, or
// is a whole number or a word that is compared with >, >=, <, <=, = or !=.
// [All] lists the facts; what stands in their parentheses is in quotation
// marks.
//
// What it promises: a condition is text and stays text. Reading one takes time
// and memory bounded by [MostBytes], [MostFacts] and [MostNested], whatever it
// holds, and a mistake is told with its place. Asking whether one holds
// changes nothing, always ends, and depends on the facts alone. It is said to
// people as a sentence ([Expr.Sentence]).
package when
