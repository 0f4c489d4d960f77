package words

import "kefi/exercise"

// Phrase makes a phrase to be said later, whole or as a part of another. Its
// arguments are names and people's words as strings, ints, and other phrases.
func Phrase(format string, args ...any) exercise.Phrase {
	return exercise.Phrase{Format: format, Args: args}
}

// Counted makes a phrase that counts: Counted(3, "%d point", "%d points").
// More arguments follow n.
func Counted(n int, one, many string, more ...any) exercise.Phrase {
	return exercise.Phrase{Format: many, One: one, Args: append([]any{n}, more...)}
}

// List makes a list of names or phrases: "a, b and c".
func List[T ~string | exercise.Phrase](members []T) exercise.Phrase {
	p := exercise.Phrase{Args: make([]any, len(members))}
	for i, m := range members {
		p.Args[i] = m
	}
	return p
}
