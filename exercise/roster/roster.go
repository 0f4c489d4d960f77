package roster

import (
	"context"

	"kefi/exercise"
)

// Roster is all of it. Its methods may be called at the same time from
// several goroutines. Things that are not there are not errors: they read as
// empty, and forgetting them does nothing.
type Roster interface {
	Codes
	Keys
	Words
	Desk
	Answers

	// ForgetPeople erases who took part in an exercise: codes, keys, names,
	// looks, drafts, traces, answers. The keys of words stay.
	ForgetPeople(ctx context.Context, exercise string) error
	// Forget erases everything about one exercise, so that no word of its
	// journal can be read any more.
	Forget(ctx context.Context, exercise string) error

	// Close lets go of the roster; nothing else may be called afterwards.
	Close() error
}

// Place is a seat of one of the server's exercises.
type Place struct {
	Exercise string
	Seat     exercise.SeatID
}

// Codes are what people are invited with. The caller's form does not matter:
// codes are taken as NormalizeCode writes them.
type Codes interface {
	// SetCode makes code the seat's only code.
	SetCode(ctx context.Context, p Place, code string) error
	// HasCode says whether the seat has a code.
	HasCode(ctx context.Context, p Place) (bool, error)
	// CheckCode says whether code is the seat's. It takes as long for a seat
	// without a code, and waits while too many others are being checked.
	CheckCode(ctx context.Context, p Place, code string) (bool, error)
}

// PublicKey is an SSH public key that opens a seat.
type PublicKey struct {
	// Wire is the key in SSH wire format.
	Wire []byte
	// Comment says which computer it is, for people.
	Comment string
}

// Keys are bound to seats once they were proved; the roster takes the
// caller's word for that.
type Keys interface {
	// BindKey binds a key to the seat; binding it again replaces its comment.
	BindKey(ctx context.Context, p Place, key PublicKey) error
	// KeyBound says whether the key in wire format is bound to the seat.
	KeyBound(ctx context.Context, p Place, wire []byte) (bool, error)
	// Keys lists the seat's keys, in order of their bytes.
	Keys(ctx context.Context, p Place) ([]PublicKey, error)
	// SeatsOfKey lists where a key is bound, by exercise, then seat.
	SeatsOfKey(ctx context.Context, wire []byte) ([]Place, error)
	// ForgetKeys unbinds all keys of the seat.
	ForgetKeys(ctx context.Context, p Place) error
}

// WordKeys are the keys of the words of one journal, by word.
type WordKeys = map[exercise.WordID][32]byte

// Words are readable as long as their keys are here.
type Words interface {
	// PutWordKeys stores keys, all or none, replacing those of the same
	// words. They must be stored before the act that needs them.
	PutWordKeys(ctx context.Context, exercise string, keys WordKeys) error
	// WordKeys gives all keys of the exercise.
	WordKeys(ctx context.Context, exercise string) (WordKeys, error)
	// ForgetWordKeys removes these words for good.
	ForgetWordKeys(ctx context.Context, exercise string, words ...exercise.WordID) error
}

// Desk is what a seat has lying about. Setting a text to "" clears it.
type Desk interface {
	// Preferences are how the seat likes kefi to be, by name, as the words
	// after the verb of that name: "look" is "mono".
	Preferences(ctx context.Context, p Place) (map[string]string, error)
	SetPreference(ctx context.Context, p Place, name, value string) error
	// Name is the form of address of whoever sits there.
	Name(ctx context.Context, p Place) (string, error)
	SetName(ctx context.Context, p Place, name string) error
	// Draft is an unsent text; slot says of what: "line", "amend/old" …
	Draft(ctx context.Context, p Place, slot string) (string, error)
	SetDraft(ctx context.Context, p Place, slot, text string) error
	// MarkRead notes that the seat opened an inject at wall, in UTC
	// milliseconds. The first time counts.
	MarkRead(ctx context.Context, p Place, inject exercise.InjectID, wall int64) error
	// Readings lists who opened what, by time, then seat, then inject.
	Readings(ctx context.Context, exercise string) ([]Reading, error)
	// ForgetTraces erases unsent drafts and readings, as promised at ENDEX.
	ForgetTraces(ctx context.Context, exercise string) error
}

// Reading says when a seat first opened an inject, in UTC milliseconds.
type Reading struct {
	Seat   exercise.SeatID
	Inject exercise.InjectID
	Wall   int64
}

// Answers are those to the open hot-wash question, kept unseen until all are
// revealed together.
type Answers interface {
	// AddPending takes a seat's answer, replacing its earlier one.
	AddPending(ctx context.Context, p Place, text string) error
	// Pending lists the answers, by text and without names.
	Pending(ctx context.Context, exercise string) ([]string, error)
	// ClearPending erases them, once they are on record.
	ClearPending(ctx context.Context, exercise string) error
}
