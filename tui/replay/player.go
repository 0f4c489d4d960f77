package replay

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/screen"
	"kefi/tui/theme"
)

// speeds are how much faster than life a replay goes, by the digit that chooses
// one.
var speeds = []int64{1, 2, 5, 10, 30, 60, 120, 300, 600}

// How long a frame stands at least and at most while a replay plays.
const (
	leastStand = 50 * time.Millisecond
	mostStand  = time.Second
)

// Player goes through what a seat saw, by keys and by time. It is plain state:
// it starts nothing and waits for nothing. It is not safe for concurrent use.
type Player struct {
	sheet   Sheet
	record  *Record
	reel    *Reel
	alone   bool // nobody else's eyes can be chosen
	at      int  // the moment
	now     int64
	playing bool
	speed   int
	note    string // until the next key
	over    page   // what lies over the seat's screen; nil: nothing
	asks    *ask   // a time that is being typed
	left    bool

	shell *screen.Shell // of the moment; nil where it has to be made
}

// page is what may lie over the seat's screen.
type page interface {
	lines(p *Player, width, height int) []string
	key(p *Player, k string)
}

// NewPlayer begins at the first moment, paused. Alone keeps to this seat: no
// other can be chosen.
func NewPlayer(r *Record, seat exercise.SeatID, s Sheet, alone bool) (*Player, error) {
	reel, err := r.Reel(seat)
	if err != nil {
		return nil, err
	}
	p := &Player{sheet: s, record: r, reel: reel, alone: alone}
	p.goTo(0)
	p.note = s.say("Space plays, ? tells the keys")
	return p, nil
}

// Resize takes the size of the window.
func (p *Player) Resize(width, height int) {
	p.sheet.Width, p.sheet.Height = min(max(width, 0), paint.MaxWidth), min(max(height, 0), paint.MaxHeight)
	p.shell = nil
}

// Background takes the terminal's answer about its background.
func (p *Player) Background(dark bool) { p.sheet.Light, p.shell = !dark, nil }

// Left says that the person has left.
func (p *Player) Left() bool { return p.left }

// goTo shows a moment as it begins.
func (p *Player) goTo(i int) {
	p.at, p.now, p.shell = i, p.reel.moments[i].Wall, nil
}

// Pass lets real time pass.
func (p *Player) Pass(d time.Duration) {
	if !p.playing {
		return
	}
	p.now += d.Milliseconds() * speeds[p.speed]
	at := p.at
	for at+1 < p.reel.Len() && p.reel.moments[at+1].Wall <= p.now {
		at++
	}
	if at != p.at {
		p.at, p.shell = at, nil
	}
	if at == p.reel.Len()-1 {
		p.playing, p.now = false, p.reel.moments[at].Wall
		p.note = p.sheet.say("The end of the record")
	}
}

// Changes is how long it takes until the frame changes by itself; 0 where it
// does not.
func (p *Player) Changes() time.Duration {
	if !p.playing {
		return 0
	}
	wait := mostStand
	if p.at+1 < p.reel.Len() {
		next := time.Duration(p.reel.moments[p.at+1].Wall-p.now) * time.Millisecond
		wait = min(wait, next/time.Duration(speeds[p.speed]))
	}
	return max(wait, leastStand)
}

// Frame draws what is to be seen now.
func (p *Player) Frame() paint.Frame {
	if p.shell == nil {
		p.shell = p.reel.shell(p.at, p.sheet)
		p.shell.Frame(p.now) // the first drawing tells the sizes
	}
	f := p.shell.Frame(p.now)
	if p.over != nil {
		f.Lines, f.RunsOn = p.over.lines(p, p.sheet.Width, max(p.sheet.Height-1, 0)), nil
	}
	f = p.sheet.over(f, p.bar())
	if p.asks != nil && p.sheet.Height > 0 {
		f.Cursor = p.asks.cursor(p)
	}
	return f
}

// bar is the line of the replay.
func (p *Player) bar() string {
	if p.asks != nil {
		return p.asks.line(p)
	}
	s := p.sheet
	if p.note != "" {
		told := bar{left: s.mark(p.reel), label: p.note}
		if told.width()+2+ansi.StringWidth(p.note) > s.Width {
			told.left = told.left[:1] // the header says whose eyes these are
		}
		return told.line(s)
	}
	state := s.say("paused")
	if p.playing {
		state = s.say("playing")
	}
	return bar{
		left:  append(s.mark(p.reel), s.when(p.reel, p.at, p.now)...),
		label: s.label(p.reel, p.at),
		right: []part{{theme.Strong, state, 6}, {theme.Body, fmt.Sprintf("%dx", speeds[p.speed]), 4}, {theme.Muted, fmt.Sprintf("%d/%d", p.at+1, p.reel.Len()), 1}},
	}.line(s)
}

// Key takes a key.
func (p *Player) Key(k tea.KeyPressMsg) {
	p.note = ""
	switch name := k.String(); {
	case name == "ctrl+c":
		p.left = true
	case p.asks != nil:
		p.asks.key(p, k)
	case p.over != nil:
		p.over.key(p, name)
	default:
		p.press(name)
	}
}

// As goes on with the eyes of another seat, at the same time.
func (p *Player) As(seat exercise.SeatID) error {
	reel, err := p.record.Reel(seat)
	if err != nil {
		return err
	}
	act, now := p.reel.moments[p.at].Act, p.now
	p.reel = reel
	p.goTo(reel.At(act))
	p.now = max(p.now, now)
	return nil
}
