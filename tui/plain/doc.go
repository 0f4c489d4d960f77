// Package plain speaks the exercise in lines: what verbs over SSH answer, and
// the mode for screen readers, braille displays, pipes and logs.
//
// Its promises:
//
//   - One thing is one line, who comes first, and each message ends its
//     sentence. Nothing is redrawn.
//   - Output holds no escape sequence, no line-drawing, arrow or braille
//     character and no emoji, whatever people have typed: such characters are
//     written as their number, (U+2192).
//   - Everything is read from the seat's own view, so that nothing can be said
//     that the seat may not know.
package plain
