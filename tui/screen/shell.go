package screen

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/theme"
)

// deaf is how long whatever newly asks for a key does not hear one.
const deaf = 400 // ms

// Shell is one seat's screen. It is not safe for concurrent use: its program
// calls it from one goroutine.
type Shell struct {
	cache         *Cache
	look          theme.Look
	dark          bool
	width, height int
	view          *exercise.View // nil until the first arrives
	zone          *time.Location
	zoneName      string

	home     Page
	homeName string
	stack    []Page // opened by the person, over the home page
	focused  bool   // keys go to the page

	lines map[string]*input // by slot
	note  note
	quiet int64 // wall ms until which what newly asks for a key is deaf
	now   int64

	clause   exercise.ClauseID // the person's choice; empty follows the agenda
	item     int
	incident string          // the one that has the reading area
	reading  scroll          // of it
	known    map[string]bool // incidents that arrived before
	folded   string          // one that arrived while something else was open
	leaving  bool            // "Leave the table?" stands
	choice   chooser
	places   []place // where footer entries are, for clicks
	footerY  int
	bodyY    int
	lastBody int // height of the reading area when it was last drawn
}

// note is the line above the input.
type note struct {
	text    string
	refusal bool
}

// NewShell makes the screen of a seat that has not seen anything yet. The
// cache is the exercise's, or nil to share nothing.
func NewShell(cache *Cache, look theme.Look) *Shell {
	return &Shell{
		cache: cache, look: look, dark: true,
		home: &waiting{}, homeName: "waiting",
		lines: map[string]*input{}, item: -2,
	}
}

// Opened says what has to be done when a seat sits down: its draft is fetched.
func (sh *Shell) Opened() []Act {
	in := sh.line()
	return []Act{Recall{Slot: tableSlot, Then: func(text string) []Act {
		if in.text.Empty() {
			in.text.Reset(text)
		}
		return nil
	}}}
}

// Resize takes the size of the window; anything is drawn, 0x0 too. What is
// larger than a painter draws is cut to that: the size is the client's word.
func (sh *Shell) Resize(width, height int) {
	sh.width = min(max(width, 0), paint.MaxWidth)
	sh.height = min(max(height, 0), paint.MaxHeight)
}

// Background takes the terminal's answer about its background.
func (sh *Shell) Background(dark bool) { sh.dark = dark }

// SetLook takes the seat's look.
func (sh *Shell) SetLook(look theme.Look) { sh.look = look }

// sight is what pages are given now. The reading area's size is set by the
// frame that was drawn last.
func (sh *Shell) sight() *Sight {
	t := theme.For(sh.look, sh.dark)
	return &Sight{
		View: sh.view, Theme: t, Now: sh.now, Zone: sh.zone,
		Width: sh.width, Height: sh.bodyHeight(), size: sizeOf(sh.width, sh.height, t),
		Clause: sh.clauseInHand(), Focused: sh.focused, Cache: sh.cache,
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

// See takes a view that has arrived.
func (sh *Shell) See(v *exercise.View, now int64) {
	sh.now = now
	before := sh.speech().Enter
	first := sh.view == nil
	sh.view = v
	sh.setZone(v.Room.Exercise.Zone)
	if v.Room.Item != sh.item {
		sh.item, sh.clause = v.Room.Item, ""
	}
	sh.goHome()
	sh.arrivals(first)
	if !first && sh.speech().Enter != before {
		sh.quiet = now + deaf
		if !sh.note.refusal {
			sh.note = note{} // what it said of Enter is no longer so
		}
	}
}

func (sh *Shell) setZone(name string) {
	if name == sh.zoneName && sh.zone != nil {
		return
	}
	sh.zoneName, sh.zone = name, time.UTC
	if zone, err := time.LoadLocation(name); err == nil {
		sh.zone = zone
	}
}

// goHome changes the home page with the phase. A page that the person opened
// stays; a focus in the page that goes returns to the line.
func (sh *Shell) goHome() {
	if sh.stopped() {
		sh.focused = false
	}
	name, make := homeOf(sh.view)
	if name == sh.homeName {
		return
	}
	if _, first := sh.home.(*waiting); !first {
		sh.quiet = sh.now + deaf
	}
	sh.home, sh.homeName = make(), name
	if len(sh.stack) == 0 {
		sh.focused = false
	}
}

// arrivals shows an incident that is new: in the reading area where nothing
// else was opened, as a line above the input where it was.
func (sh *Shell) arrivals(first bool) {
	if sh.known == nil {
		sh.known = map[string]bool{}
	}
	for _, list := range [][]exercise.IncidentView{sh.view.Room.Incidents, sh.view.Own.Incidents} {
		for _, x := range list {
			if sh.known[x.ID] {
				continue
			}
			sh.known[x.ID] = true
			if first {
				continue
			}
			if len(sh.stack) > 0 || sh.focused {
				sh.folded = x.ID
				continue
			}
			sh.incident, sh.reading, sh.quiet = x.ID, scroll{}, sh.now+deaf
		}
	}
}

// Measured takes how many cells the terminal draws "κ─" in. Where that is not
// two, letters and lines would break every column, and a seat that left its
// look to the program is drawn in ASCII.
func (sh *Shell) Measured(width int) {
	if width != 2 && sh.look == theme.Auto {
		sh.look = theme.ASCII
	}
}

// Stored takes the outcome of storing a draft or a look.
func (sh *Shell) Stored(failed error) {
	if failed != nil && !errors.Is(failed, context.Canceled) {
		sh.note = note{text: "Your draft could not be stored on the server; keep this window open. " + sentence(failed.Error()), refusal: true}
	}
}

// Changes is how long it takes until the screen changes by itself: a second
// where a countdown is in its last minute, five above, else the minute's end.
func (sh *Shell) Changes(now int64) time.Duration {
	wait := 60_000 - now%60_000
	if sh.view == nil {
		return time.Duration(wait) * time.Millisecond
	}
	sh.now = now
	s := sh.sight()
	if c, ok := sh.page().(Counter); ok && c.Counting(s) {
		wait = 1000
	}
	for _, left := range s.countdowns() {
		step := int64(1000)
		if left > 60_000 {
			step = 5000
		}
		wait = min(wait, (left-1)%step+1)
	}
	return time.Duration(max(wait, 50)) * time.Millisecond
}

// Answer takes the end of a command that was submitted: nil, or the refusal.
func (sh *Shell) Answer(done Submit, refusal error, now int64) []Act {
	sh.now = now
	if refusal != nil {
		sh.note = note{text: refusal.Error(), refusal: true}
	}
	if done.Then == nil {
		return nil
	}
	return sh.do(done.Then(refusal))
}

// Recalled takes a draft that was asked for.
func (sh *Shell) Recalled(asked Recall, text string, now int64) []Act {
	sh.now = now
	return sh.do(asked.Then(text))
}

// Told takes the server's answer to a query and shows it as a page, or a
// single line above the input.
func (sh *Shell) Told(title, text string, failed error, now int64) []Act {
	sh.now = now
	if failed != nil {
		sh.note = note{text: failed.Error(), refusal: true}
		return nil
	}
	if len(text) < 100 && one(text) == text {
		sh.note = note{text: text}
		return nil
	}
	return sh.do([]Act{Open{Page: newPaper(title, plain(text))}})
}

// do carries out the acts that are the shell's own and gives back the rest.
func (sh *Shell) do(acts []Act) (out []Act) {
	for _, a := range acts {
		switch a := a.(type) {
		case Type:
			out = append(out, sh.run(a.Line, nil)...)
		case Prefill:
			out = append(out, sh.prefill(a.Line)...)
		case Open:
			out = append(out, sh.open(a)...)
		case Back:
			sh.back()
		case Close:
			sh.close(a.Page)
		case Take:
			sh.focused = true
		case Notice:
			sh.note = note{text: a.Text}
		case Choose:
			sh.clause = a.Clause
		default:
			out = append(out, a)
		}
	}
	return out
}

// open puts a page over the present one. A page of the same name is replaced:
// nobody has to close it twice.
func (sh *Shell) open(a Open) []Act {
	s := sh.sight()
	if n := len(sh.stack); n > 0 && sh.stack[n-1].Name(s) == a.Page.Name(s) {
		sh.stack = sh.stack[:n-1]
	}
	sh.stack = append(sh.stack, a.Page)
	sh.focused, sh.incident = a.Focus, ""
	if _, binds := a.Page.(*review); binds {
		sh.quiet = sh.now + deaf
	}
	if o, ok := a.Page.(Opener); ok {
		return sh.do(o.Opened(sh.sight()))
	}
	return nil
}

// back closes the page in sight.
func (sh *Shell) back() {
	if n := len(sh.stack); n > 0 {
		sh.stack = sh.stack[:n-1]
	}
	sh.focused = false
}

// close takes one page out of the stack.
func (sh *Shell) close(p Page) {
	for i, x := range sh.stack {
		if x == p {
			if i == len(sh.stack)-1 {
				sh.focused = false
			}
			sh.stack = append(sh.stack[:i:i], sh.stack[i+1:]...)
			return
		}
	}
}

// key is a key press, for pages.
type key = tea.KeyPressMsg
