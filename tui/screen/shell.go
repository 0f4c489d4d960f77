package screen

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// deaf is how long whatever newly asks for a key does not hear one.
const deaf = 400 // ms

// noteLasts is how long the line above the input keeps a notice at least, once
// something new has arrived. A refusal stays until the next key.
const noteLasts = 10_000 // ms

// Shell is one seat's screen. It is not safe for concurrent use: its program
// calls it from one goroutine.
type Shell struct {
	cache         *Cache
	likes         Preferences
	dark          bool        // what is known of the terminal: its background,
	gauge         theme.Gauge // and how wide it draws
	told          theme.Trouble
	counted       deadline        // what the task bar counts down
	lang          *words.Language // nil is English
	width, height int
	view          *exercise.View // nil until the first arrives
	zone          *time.Location
	zoneName      string
	reach         string // how this seat is reached from any machine, as typed
	behind        int64  // ms by which the last view was behind what it tells of

	home     Page
	homeName string
	stack    []Page // opened by the person, over the home page
	focused  bool   // keys go to the page
	fromPage bool   // the review in sight was asked for by a page that had the keys
	handed   int64  // wall ms until which a page that got the keys back hears none: they stay with the text

	lines map[string]*input // by slot
	note  note
	quiet int64 // wall ms until which what newly asks for a key is deaf
	now   int64
	used  int64 // wall ms of the last key

	clause   exercise.ClauseID // the person's choice; empty follows the agenda
	item     int
	focus    exercise.Subject // what the chair had brought when it was last seen
	incident string           // the one that has the reading area
	reading  scroll           // of it
	known    map[string]bool  // incidents that arrived before
	folded   string           // one that arrived while something else was open
	steps    steps            // of the lobby that are done
	came     comeback         // what this window's person has not seen
	coach    *coach           // of a rehearsal; nil at the exercise's own table
	leaving  bool             // "Leave the table?" stands
	choice   chooser
	mark     marking
	drawn    []string // the lines of the last frame, for the mouse
	bodyY    int
	lastBody int // height of the reading area when it was last drawn
}

// note is the line above the input.
type note struct {
	text    string
	refusal bool
	at      int64 // wall ms, of one that came without a key
}

// NewShell makes the screen of a seat that has not seen anything yet. The
// cache is the exercise's, or nil to share nothing.
func NewShell(cache *Cache, likes Preferences) *Shell {
	return &Shell{
		cache: cache, likes: likes, lang: likes.Language, dark: true,
		home: &waiting{}, homeName: "waiting",
		lines: map[string]*input{}, item: -2,
	}
}

// ReachedBy tells how this seat is reached from any machine, as typed:
// "ssh -p 2222 arcadia@192.0.2.7". Pages say by it how a copy is taken.
func (sh *Shell) ReachedBy(line string) { sh.reach = line }

// Opened says what has to be done when a seat sits down: what it has kept is
// fetched.
func (sh *Shell) Opened() []Act {
	return sh.settled([]Act{sh.steps.recall(), sh.recallSeen()})
}

// Resize takes the size of the window; anything is drawn, 0x0 too. What is
// larger than a painter draws is cut to that: the size is the client's word.
func (sh *Shell) Resize(width, height int) {
	sh.width = min(max(width, 0), paint.MaxWidth)
	sh.height = min(max(height, 0), paint.MaxHeight)
}

// Height is the window's, in lines.
func (sh *Shell) Height() int { return sh.height }

// sight is what pages are given now. The reading area's size is set by the
// frame that was drawn last.
func (sh *Shell) sight() *Sight {
	t := sh.theme()
	size := sizeOf(sh.width, sh.height, t)
	if size == wide && sh.leftward() {
		size = narrow
	}
	return &Sight{
		View: sh.view, Theme: t, Now: sh.now, Zone: sh.zone,
		Width: sh.pageWidth(), Height: sh.bodyHeight(), size: size,
		Clause: sh.clauseInHand(), Focused: sh.focused, Lang: sh.lang, Cache: sh.cache,
		Reach: sh.reach, Behind: sh.behind,
		rehearsing: sh.coach != nil, steps: &sh.steps, lines: sh.lines, measured: sh.gauge.Whole(),
	}
}

// page is the page in sight.
func (sh *Shell) page() Page {
	if sh.stopped() {
		return &realWorld{}
	}
	if n := len(sh.stack); n > 0 {
		return sh.stack[n-1]
	}
	return sh.home
}

// stopped says that a real-world stop stands: nothing else is shown, and all
// that was there waits as it was.
func (sh *Shell) stopped() bool { return sh.view != nil && sh.view.Room.RealWorld }

// clauseInHand is the person's choice, else what the agenda deals with, else
// the first clause.
func (sh *Shell) clauseInHand() exercise.ClauseID {
	if sh.view == nil {
		return ""
	}
	room := sh.view.Room
	if sh.clause != "" && clauseOf(room, sh.clause) != nil {
		return sh.clause
	}
	if room.Item >= 0 && room.Item < len(room.Agenda) {
		for _, id := range room.Agenda[room.Item].Clauses {
			if c := clauseOf(room, id); c != nil && c.State != exercise.ClauseAgreed {
				return id
			}
		}
	}
	for _, c := range room.Clauses {
		if c.State == exercise.ClauseOpen || c.State == exercise.ClauseReopened {
			return c.ID
		}
	}
	if len(room.Clauses) > 0 {
		return room.Clauses[0].ID
	}
	return ""
}

// key is a key press, for pages.
type key = tea.KeyPressMsg
