package action

import (
	"errors"
	"strings"

	"kefi/exercise"
	"kefi/tui/words"
)

// UsageError says that a line was not understood, and how to write it.
type UsageError struct {
	Sentence exercise.Phrase // what is wrong, with its full stop
	Synopsis string          // empty where the verb itself is not known
	Example  string
}

func (e *UsageError) Error() string { return e.Phrase().String() }

// Phrase is the whole of it, to be said in a language.
func (e *UsageError) Phrase() exercise.Phrase {
	if e.Synopsis == "" {
		return e.Sentence
	}
	example := e.Example
	if inner, ok := strings.CutSuffix(example, `."`); ok {
		example = inner + `"` // one full stop ends the sentence
	}
	return words.Phrase("%s Write: %s. For example: %s.", e.Sentence, e.Synopsis, example)
}

// Status is the exit status of a verb that ended with err: 0 done, 1 refused
// or failed, 2 not understood.
func Status(err error) int {
	var usage *UsageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		return 2
	default:
		return 1
	}
}
