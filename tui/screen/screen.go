package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// Page is one page of the reading area: the table, the lobby, the amend page.
// A page holds only what is its seat's own there (a selection, how far one has
// scrolled, text being written); everything else it reads from the Sight.
type Page interface {
	// Name stands in the header after the exercise's title: "Amend 3.1",
	// "Team room". Empty for the table itself.
	Name(*Sight) string

	// Draw gives the reading area: Sight.Height lines, each at most
	// Sight.Width cells. Missing lines are blank, surplus ones are cut off.
	Draw(*Sight) Area

	// Key is offered keys while the page has the focus, and Up and Down while
	// the input line has it and is empty. What the page does not take goes on
	// to the shell, which knows Tab, Esc, PgUp, the palette and leaving.
	// A page with several fields takes Tab until its last one.
	Key(*Sight, tea.KeyPressMsg) (does []Act, taken bool)

	// Hints are the page's footer entries for its present focus, the most
	// useful first. The shell adds its own.
	Hints(*Sight) []Hint
}

// What a page may be beside.
type (
	// Speaker is a page on which a plain line means something else than
	// speaking to the table: the team room, the hot wash, the desk.
	Speaker interface{ Speech(*Sight) Speech }

	// Writer is a page with text fields of its own. Pastes go to it while it
	// has the focus, and an incident does not cover it.
	Writer interface{ Paste(*Sight, string) []Act }

	// Scroller is a page that PgUp, PgDn and the wheel scroll, by lines:
	// negative goes back.
	Scroller interface{ Scroll(*Sight, int) }

	// Clicker is a page that takes clicks on what it has drawn with link: the
	// target of that.
	Clicker interface {
		Click(s *Sight, target string) []Act
	}

	// Whole is a page that takes the whole of a wide window. Beside others
	// stands there what is said at the table.
	Whole interface{ Whole() }

	// Bare is a page that leaves the mouse to the terminal.
	Bare interface{ Bare() }

	// Opener is a page that begins with something, such as recalling a draft.
	Opener interface{ Opened(*Sight) []Act }

	// Counter is a page with a countdown of its own beside those of the
	// header: it says whether the page has to be drawn each second.
	Counter interface{ Counting(*Sight) bool }
)

// Sight is what a page is given to draw from: one seat's view now, and how.
type Sight struct {
	View  *exercise.View
	Theme *theme.Theme
	Now   int64 // wall ms
	Zone  *time.Location

	Width, Height int // of the reading area, in cells
	size          size
	narrowed      bool // what is said at the table stands beside the page
	numbered      bool // entries tell their numbers, for whoever refers to them
	rehearsing    bool // this is a rehearsal
	measured      bool // the terminal has told how wide it draws, and it is right
	steps         *steps
	lines         map[string]*input // by slot

	// Clause is the clause in hand: the seat's choice, else the agenda's.
	Clause exercise.ClauseID
	// Focused says that keys go to the page and not to the input line.
	Focused bool
	// Lang is the seat's language; nil is English.
	Lang *words.Language
	// Reach is how this seat is reached from any machine, as typed; empty where
	// that is not known.
	Reach string
	// Behind is by how many ms the view came later than what it tells of.
	Behind int64
	// Cache shares what is drawn from the room alone between all its seats.
	Cache *Cache
}

// Area is a drawn reading area. Cursor is where the terminal's own cursor
// stands while the page has the focus; nil leaves it in the input line.
type Area struct {
	Lines  []string
	Cursor *Spot
	// RunsOn lists lines that the next one continues, as paint.Frame has it.
	RunsOn []int
}

// Spot is a cell, counted from 0.
type Spot struct{ X, Y int }

// Hint is a footer entry: "Enter send". A click on it presses its key. Verb is
// the action of the registry that it stands for; navigation has none.
type Hint struct{ Key, Word, Verb string }

// Speech is what Enter does with a plain line.
type Speech struct {
	Prompt  string // "Speak to the table"
	Enter   string // the footer's word: "send", "hold"
	Private bool   // drawn with the private edge
	Slot    string // which draft this is; empty: the table's
	// Send is what speaking the text does. nil: there is nobody to speak to,
	// and Refusal says so.
	Send    func(text string) []Act
	Refusal string
}

// Act is what a key led to. The shell does most of them itself; the rest
// reaches the seat's program as it is.
type Act interface{ act() }

// The acts.
type (
	// Submit sends a command to the table. Then, which may be nil, runs with
	// nil once it is on the record, or with the refusal; a refusal is also
	// shown above the input.
	Submit struct {
		Command exercise.Command
		Then    func(refusal error) []Act
	}
	// Ask puts a question that only the server can answer; its answer is
	// shown as a page or a line. Then is as that of Submit.
	Ask struct {
		Query action.Query
		Then  func(refusal error) []Act
	}
	// Type does what a typed line does: "/hand".
	Type struct{ Line string }
	// Prefill puts a line into the input for the person to finish.
	Prefill struct{ Line string }
	// Open opens a page over the present one; Esc comes back. With Focus the
	// keys go to it at once.
	Open struct {
		Page  Page
		Focus bool
	}
	// Back leaves the page in sight.
	Back struct{}
	// Close leaves one page, wherever it lies.
	Close struct{ Page Page }
	// Take gives the page the focus, Write gives it back to the line.
	Take  struct{}
	Write struct{}
	// Notice shows a sentence above the input until the next key.
	Notice struct{ Text string }
	// Choose takes a clause in hand.
	Choose struct{ Clause exercise.ClauseID }
	// Keep stores a draft with the seat; empty text forgets it.
	Keep struct{ Slot, Text string }
	// Recall fetches a draft from the seat; Then gets its text, empty where
	// there is none.
	Recall struct {
		Slot string
		Then func(text string) []Act
	}
	// Seen tells that an incident has been opened or folded, by its label.
	Seen struct{ Incident string }
	// Remember stores with the seat how it likes something, by name.
	Remember struct{ Name, Value string }
	// Copy puts text into the terminal's clipboard.
	Copy struct{ Text string }
	// Ring rings the terminal's bell.
	Ring struct{}
	// Gauge asks the terminal again what it was asked at the beginning.
	Gauge struct{}
	// Rehearse opens a private table to try things at.
	Rehearse struct{}
	// Replay shows again what the seat saw, from the start.
	Replay struct{}
	// Redraw writes the whole screen again.
	Redraw struct{}
	// Quit leaves the table, or the rehearsal; the seat waits.
	Quit struct{}
)

func (Submit) act()   {}
func (Ask) act()      {}
func (Type) act()     {}
func (Prefill) act()  {}
func (Open) act()     {}
func (Back) act()     {}
func (Close) act()    {}
func (Take) act()     {}
func (Write) act()    {}
func (Notice) act()   {}
func (Choose) act()   {}
func (Keep) act()     {}
func (Recall) act()   {}
func (Seen) act()     {}
func (Remember) act() {}
func (Copy) act()     {}
func (Ring) act()     {}
func (Gauge) act()    {}
func (Rehearse) act() {}
func (Replay) act()   {}
func (Redraw) act()   {}
func (Quit) act()     {}
