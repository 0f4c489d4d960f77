package action

import (
	"slices"
	"strings"

	"kefi/exercise"
)

// What an acceptance depends on, after "if": `A15 carried and 5 agreed`, with
// "or" and parentheses. "and" binds closer than "or"; there is no "not".

// deepest is how far parentheses may nest.
const deepest = 6

// conditionReader reads a condition word by word.
type conditionReader struct {
	l     *line
	words []string
	depth int
}

// condition reads a condition that ends the line.
func (l *line) condition() exercise.Condition {
	r := &conditionReader{l: l, words: strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(l.rest))}
	l.rest = ""
	c := r.either()
	if len(r.words) > 0 {
		l.fail("Nothing more was expected at %q.", shorten(r.words[0]))
	}
	if l.err != nil {
		return exercise.Condition{}
	}
	return c
}

func (r *conditionReader) peek() string {
	if len(r.words) == 0 || r.l.err != nil {
		return ""
	}
	return strings.ToLower(r.words[0])
}

func (r *conditionReader) accept(words ...string) bool {
	if !slices.Contains(words, r.peek()) || r.peek() == "" {
		return false
	}
	r.words = r.words[1:]
	return true
}

// either reads parts joined by "or".
func (r *conditionReader) either() exercise.Condition {
	parts := []exercise.Condition{r.both()}
	for r.accept("or") {
		parts = append(parts, r.both())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return exercise.Condition{Any: parts}
}

// both reads parts joined by "and".
func (r *conditionReader) both() exercise.Condition {
	parts := []exercise.Condition{r.part()}
	for r.accept("and") {
		parts = append(parts, r.part())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return exercise.Condition{All: parts}
}

// part reads one thing, or a condition in parentheses.
func (r *conditionReader) part() exercise.Condition {
	if !r.accept("(") {
		return r.thing()
	}
	if r.depth++; r.depth > deepest {
		r.l.fail("The parentheses nest too deeply.")
		return exercise.Condition{}
	}
	c := r.either()
	r.depth--
	if !r.accept(")") {
		r.l.fail("A parenthesis is not closed.")
	}
	return c
}

// thing reads "A15 carried" or "5 agreed"; either word will do for either.
func (r *conditionReader) thing() exercise.Condition {
	word := r.peek()
	x, ok := subject(word)
	switch {
	case r.l.err != nil:
		return exercise.Condition{}
	case word == "not":
		r.l.fail(`A condition never says "not": it waits for something to be carried or agreed.`)
		return exercise.Condition{}
	case word == "":
		r.l.fail("Here what it depends on is missing.")
		return exercise.Condition{}
	case !ok || x == exercise.WholeText || motionID.MatchString(word) || paraID.MatchString(word):
		r.l.fail("%q is not something to depend on, such as A15, 3.1a/2, 5 or P1.", shorten(word))
		return exercise.Condition{}
	}
	r.words = r.words[1:]
	r.accept("is")
	if !r.accept("carried", "agreed") {
		r.l.fail("After %s stands what it waits for: %s.", x, becomes(x))
		return exercise.Condition{}
	}
	return exercise.Condition{X: x, Is: becomes(x)}
}

// becomes is the word for what decides it: clauses are agreed, all else is carried.
func becomes(x exercise.Subject) string {
	if clauseID.MatchString(string(x)) {
		return "agreed"
	}
	return "carried"
}
