package replay

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/charmbracelet/colorprofile"

	"kefi/exercise"
	"kefi/tui/paint"
	"kefi/tui/theme"
)

// How long, in seconds, a cast stands at a moment at most, how long it is at
// most as a whole, how long a screen stands at least, and how long the last.
// What comes quicker is seen with the next screen, unless it has a marker.
const (
	mostIdle   = 2.0
	mostCast   = 15 * 60.0
	leastShown = 0.4
	lastStand  = 3.0
)

// CastSize is that of the terminal that a cast is for.
const (
	CastWidth  = 100
	CastHeight = 30
)

// ErrNamed: a cast shows the screens as they were, with every name, and this
// exercise is written without names.
var ErrNamed = errors.New("a replay shows every name, and this exercise is written without names; the minutes are written without them")

// Cast writes an exercise as one seat saw it as an asciicast, version 3, for
// asciinema and its players: the real times between two things that the seat saw,
// cut where nothing happens and bounded as a whole, with a marker at each phase,
// decision and incident. It is made from that seat's views only; where the
// scenario discloses private words to nobody they are not in it either. Provenance
// is said in a marker at its foot. The same record gives the same bytes. The error
// is [ErrNamed] where the exercise is written without names, that of a seat that
// is not there, or w's.
func Cast(w io.Writer, acts []exercise.Act, seat exercise.SeatID, provenance string) error {
	record, err := Open(acts)
	if err != nil {
		return err
	}
	if record.State(len(acts)-1).Room(exercise.TableRoom, nil).Exercise.Naming != exercise.Named {
		return ErrNamed
	}
	reel, err := record.Reel(seat)
	if err != nil {
		return err
	}
	if reel.View(0).Room.Exercise.Disclosure == exercise.ToNobody {
		reel.discreetly()
	}
	out := bufio.NewWriter(w)
	c := cast{reel: reel, sheet: castSheet(), out: out, film: paint.NewFilm(CastWidth, CastHeight, colorprofile.ANSI256)}
	if err := c.write(provenance); err != nil {
		return err
	}
	return out.Flush()
}

func castSheet() Sheet { return Sheet{Width: CastWidth, Height: CastHeight, Look: theme.Dark} }

// cast is one being written.
type cast struct {
	reel  *Reel
	sheet Sheet
	film  *paint.Film
	out   *bufio.Writer
	idle  float64 // s since the last event
}

// header is the first line.
type header struct {
	Version   int    `json:"version"`
	Term      term   `json:"term"`
	Timestamp int64  `json:"timestamp"`
	Title     string `json:"title"`
}

type term struct {
	Cols int    `json:"cols"`
	Rows int    `json:"rows"`
	Type string `json:"type"`
}

func (c *cast) write(provenance string) error {
	head := banner(c.reel.View(0).Room.Exercise)
	if err := c.line(header{
		Version: 3, Term: term{CastWidth, CastHeight, "xterm-256color"}, Timestamp: c.reel.moments[0].Wall / 1000,
		Title: head + " · " + c.sheet.say("as %s saw it", c.reel.seat.Name),
	}); err != nil {
		return err
	}
	if err := c.event("m", head); err != nil {
		return err
	}
	waits := c.reel.paces()
	for i, m := range c.reel.moments {
		c.idle += waits[i]
		if c.idle < leastShown && !m.Turns() && !marked(m) && i > 0 && i < c.reel.Len()-1 {
			continue
		}
		if err := c.moment(i); err != nil {
			return err
		}
	}
	c.idle += lastStand
	for _, said := range []string{provenance, head} {
		if err := c.event("m", said); err != nil {
			return err
		}
	}
	return nil
}

// moment writes what changes on the screen at a moment, and its marker.
func (c *cast) moment(i int) error {
	m := c.reel.moments[i]
	if m.Turns() || marked(m) {
		if err := c.event("m", c.sheet.marker(c.reel, i)); err != nil {
			return err
		}
	}
	return c.event("o", string(c.film.Draw(c.frame(i))))
}

// frame is the screen of a moment: the seat's, and under it a line that says
// what this is.
func (c *cast) frame(i int) paint.Frame {
	return c.sheet.over(c.reel.shell(i, c.sheet).Frame(c.reel.moments[i].Wall), bar{
		left:  append(c.sheet.mark(c.reel), c.sheet.when(c.reel, i, c.reel.moments[i].Wall)...),
		label: c.sheet.label(c.reel, i),
		right: []part{{theme.Muted, fmt.Sprintf("%d/%d", i+1, c.reel.Len()), 1}},
	}.line(c.sheet))
}

// marker says what a moment is, with the time of the story.
func (s Sheet) marker(l *Reel, i int) string {
	m := l.moments[i]
	if label := s.label(l, i); label != "" {
		return story(m.Scenario) + " " + label
	}
	return story(m.Scenario) + " " + s.say(string(m.Phase))
}

// event writes one, after the time since the last. One without data is none.
func (c *cast) event(code, data string) error {
	if data == "" {
		return nil
	}
	wait := json.RawMessage(strconv.FormatFloat(c.idle, 'f', 3, 64))
	c.idle = 0
	return c.line([]any{wait, code, data})
}

func (c *cast) line(x any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return err
	}
	_, err := c.out.Write(b.Bytes())
	return err
}

// paces are the seconds before each moment: the real ones, none longer than
// mostIdle, all quicker where they are too long together.
func (l *Reel) paces() []float64 {
	waits, sum := make([]float64, len(l.moments)), 0.0
	for i := 1; i < len(waits); i++ {
		gap := time.Duration(l.moments[i].Wall-l.moments[i-1].Wall) * time.Millisecond
		waits[i] = min(gap.Seconds(), mostIdle)
		sum += waits[i]
	}
	if sum <= mostCast {
		return waits
	}
	for i := range waits {
		waits[i] *= mostCast / sum
	}
	return waits
}
