package sshd

import (
	"context"
	"io"
	"io/fs"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

// Hall says what is held behind this door. Its methods may be called from any
// goroutine and must not block.
type Hall interface {
	// Exercises names what is open here, in lower case, in the order in which
	// to list it.
	Exercises() []string
	// Seat looks a seat up. It is false where either name is unknown.
	Seat(exercise string, seat exercise.SeatID) (exercise.Seat, bool)
	// Written is the tag of the language that an exercise's texts are in; empty
	// where its scenario does not say.
	Written(exercise string) string
}

// Store remembers who may sit where. An error means that the answer is not
// known; nobody is let in by it.
type Store interface {
	// KeyOpens says whether the key is bound to the seat. The key need not
	// have been proved yet: asking must change nothing.
	KeyOpens(ctx context.Context, exercise string, seat exercise.SeatID, key gossh.PublicKey) (bool, error)
	// CodeOpens says whether the code, as typed, is the seat's present
	// invitation code. It takes as long for a wrong code as for the right one,
	// and changes nothing: a code stays good until it is replaced.
	CodeOpens(ctx context.Context, exercise string, seat exercise.SeatID, code string) (bool, error)
	// Language is the code of the language that was chosen at the seat; empty
	// where none was.
	Language(ctx context.Context, exercise string, seat exercise.SeatID) (string, error)
	// BindKey makes a proved key open the seat from now on.
	BindKey(ctx context.Context, exercise string, seat exercise.SeatID, key gossh.PublicKey) error
}

// Handler is what awaits a guest behind the door. Each method runs in its own
// goroutine and is done when it returns; a panic ends that session only.
//
// The context ends when the guest is to leave; [context.Cause] says why, and
// is one of the errors of this package. The door writes that sentence after
// the handler has returned. A handler that has not
// returned within [Limits.Farewell] has its channel closed under it.
type Handler interface {
	// Screen plays on a terminal until the guest leaves. It must leave the
	// terminal as it found it.
	Screen(ctx context.Context, guest Guest, terminal Terminal)
	// Plain plays in lines of text until the guest leaves or the input ends,
	// and gives the exit status. The input also ends when the context does.
	Plain(ctx context.Context, guest Guest, lines io.ReadWriter) int
	// Verb does what one line says. The exit status is 0 done, 1 refused or
	// failed, 2 not understood.
	Verb(ctx context.Context, guest Guest, line string, to Answer) int
	// Files gives the tree from which the guest may copy while ctx lasts. Each
	// of its files is an [io.ReaderAt] too and stays as it was opened; a refusal
	// of one is an error of Open.
	Files(ctx context.Context, guest Guest) (fs.FS, error)
	// Rehearse lets a stranger, a guest without a seat, try a table at which
	// nobody else sits, until the stranger leaves.
	Rehearse(ctx context.Context, stranger Guest, terminal Terminal)
}

// Answer is where a verb answers: to Out, refusals to Err. What is written is
// what arrives, byte for byte, unless both are shown on a terminal, which is
// for text.
type Answer struct {
	In       io.Reader // what the client sends beside the line; nil from a terminal
	Out, Err io.Writer
	Terminal bool
}

// Terminal is the far end of an interactive session. Out is the channel
// itself: nothing rewrites what is written to it.
type Terminal struct {
	In     io.Reader // keys; at its end the session's context ends too
	Out    io.Writer
	Term   string      // as the client calls it: "xterm-256color", never empty
	Env    []string    // "KEY=value": LANG, LC_*, COLORTERM, NO_COLOR, TERM_PROGRAM
	Size   Size        // at the start
	Resize <-chan Size // the latest that was not taken yet
	// Close ends the connection at once. It is for a terminal that has stopped
	// reading; whoever leaves in peace returns from the handler.
	Close func()
}

// Lines turns the terminal into lines of text, for [Handler.Plain] on it. In,
// Out and Resize must not be used beside it.
func (t Terminal) Lines() io.ReadWriter { return newCooked(t.In, t.Out, t.Size, t.Resize) }

// Size is a terminal's width and height in cells, at most [MaxWidth] and
// [MaxHeight]. Either may be 0 where the client does not know it.
type Size struct{ Width, Height int }

// MaxWidth and MaxHeight bound a terminal. Clients may claim any 32-bit number,
// and buffers follow the claim.
const (
	MaxWidth  = 500
	MaxHeight = 200
)
