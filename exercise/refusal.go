package exercise

import "errors"

// Why a wish is not granted. The sentinels group refusals by situation; the
// sentence a person reads is the Refusal's own.
var (
	// ErrUnknown: it names something that does not exist.
	ErrUnknown = errors.New("unknown")
	// ErrRole: this seat may not do that.
	ErrRole = errors.New("not for this seat")
	// ErrNotNow: not in this phase, or while something else stands.
	ErrNotNow = errors.New("not now")
	// ErrFloor: another team has the floor.
	ErrFloor = errors.New("the floor")
	// ErrAnchor: the words to be changed are not there, or in several places.
	ErrAnchor = errors.New("the anchor")
	// ErrText: the text itself cannot be taken.
	ErrText = errors.New("the text")
	// ErrTerms: the first-contact page has not been accepted.
	ErrTerms = errors.New("the terms")
)

// Refusal says in a full sentence why a command was not accepted and what can
// be done instead. It wraps one of the sentinels above.
type Refusal struct {
	Situation error
	Sentence  Phrase
}

func (r *Refusal) Error() string { return r.Sentence.String() }

// Phrase is the sentence, to be said in a language.
func (r *Refusal) Phrase() Phrase { return r.Sentence }

// Unwrap gives the situation, for errors.Is.
func (r *Refusal) Unwrap() error { return r.Situation }

// Refuse makes a Refusal; see Phrase for what the arguments may be.
func Refuse(situation error, format string, args ...any) *Refusal {
	return &Refusal{Situation: situation, Sentence: say(format, args...)}
}

// refuse is Refuse as an error.
func refuse(situation error, format string, args ...any) error {
	return Refuse(situation, format, args...)
}
