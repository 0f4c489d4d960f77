package tui

import (
	"context"
	"io"

	"github.com/charmbracelet/colorprofile"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/replay"
	"kefi/tui/screen"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Table is a live exercise as one seat sees it.
type Table interface {
	// Submit waits until the command is on the record, or gives the refusal.
	Submit(context.Context, exercise.Command) (exercise.Receipt, error)
	// Next waits until there is something new for this seat after the cursor,
	// and gives the present view with its cursor; 0 gives the view at once. An
	// error ends the seat's session.
	Next(ctx context.Context, after int64) (*exercise.View, int64, error)
}

// Store keeps what belongs to the seat and not to the record.
type Store interface {
	// Draft gives the text kept in a slot, empty where there is none.
	Draft(ctx context.Context, slot string) (string, error)
	// SaveDraft keeps a text in a slot; an empty one forgets it.
	SaveDraft(ctx context.Context, slot, text string) error
	// Preferences gives how the seat likes its screen, by the name of what it
	// chose: "look", "bell".
	Preferences(ctx context.Context) (map[string]string, error)
	// SavePreference keeps one choice; an empty value forgets it.
	SavePreference(ctx context.Context, name, value string) error
	// MarkRead notes that the seat has opened or folded an incident, by the
	// label it has in the seat's view.
	MarkRead(ctx context.Context, incident string) error
}

// Server answers what cannot be answered from the view: export, reflect, a
// seat's new code. The text is shown as it is, lines and all; an error is shown
// as its sentence.
type Server interface {
	Serve(context.Context, action.Query) (exercise.Phrase, error)
}

// Terminal is where the seat is drawn.
type Terminal struct {
	In      io.Reader // keys; its end ends the session
	Out     io.Writer
	Profile colorprofile.Profile
	Width   int
	Height  int
	Resize  <-chan Size // may be nil
	// Stalled is called when the terminal has taken nothing for 10 s; it is to
	// close the connection. May be nil.
	Stalled func()
}

// Size is a window's, in cells.
type Size struct{ Width, Height int }

// Options are what Run joins.
type Options struct {
	Table    Table
	Store    Store
	Server   Server // nil: there is nobody to ask
	Terminal Terminal
	// Cache is the exercise's, shared by all its seats; nil shares nothing.
	Cache *screen.Cache
	// Reach is how this seat is reached from any machine, as typed:
	// "ssh -p 2222 arcadia@192.0.2.7". May be empty.
	Reach string
	// Look, where it is not empty, is used instead of the stored one: the
	// person asked for it at the door.
	Look theme.Look
	// Language is what the seat is spoken to in, by its choice or the client's
	// environment; nil is English.
	Language *words.Language
	// Chosen brings what a verb has chosen and kept for the seat meanwhile, such
	// as its language. May be nil.
	Chosen <-chan action.Query
	// Rehearse opens a private table for a rehearsal, which lasts until ctx is
	// done. Nil: there is none to be had.
	Rehearse func(ctx context.Context, lang *words.Language) (Table, error)
	// Replay opens what the seat saw of an exercise that is closed, drawn on a
	// sheet. Nil: there is none to be had.
	Replay func(context.Context, replay.Sheet) (*replay.Player, error)
	// Rehearsing says that Table is itself a rehearsal's; Store may be nil then.
	Rehearsing bool
}
