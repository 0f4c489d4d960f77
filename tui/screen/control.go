package screen

import (
	"fmt"
	"slices"
	"strings"

	"kefi/exercise"
	"kefi/tui/theme"
)

// controlPage is the exercise director's: the timeline with what can still be
// taken back, questions to the world, clocks and the author's model, seats,
// last actions. A wide window shows all of them in two panes; elsewhere one is
// in sight and a line names the others by their numbers.
type controlPage struct {
	rows  rowList
	shown int // the section in sight in a narrow window; 0 is the first
}

// section is a part of control's page, by the number that turns to it. The
// numbers go on from those of the podium.
type section struct {
	number int
	name   string
	rows   func(*Sight) []listRow
	waits  func(*Sight) int // what in it wants attention
}

var sections = []section{
	{4, "Timeline", (*Sight).timelineSection, func(s *Sight) int { return s.inState(exercise.InjectDue, exercise.InjectQueued) }},
	{5, "World", (*Sight).worldSection, func(s *Sight) int { return len(s.waitingRequests()) }},
	{6, "Clocks", (*Sight).clocksSection, func(*Sight) int { return 0 }},
	{7, "Seats", (*Sight).seatRows, func(s *Sight) int { return len(s.View.Own.Control.Timeouts) }},
	{8, "Actions", (*Sight).actionRows, func(*Sight) int { return 0 }},
}

// inState counts the injects that stand so.
func (s *Sight) inState(states ...string) (n int) {
	for _, x := range s.View.Own.Control.Timeline {
		if slices.Contains(states, x.State) {
			n++
		}
	}
	return n
}

func (c *controlPage) draw(s *Sight) Area {
	top := s.queuedLines()
	if !s.Wide() {
		top = append([]string{c.tabs(s)}, top...)
	}
	inner := *s
	inner.Height = max(s.Height-len(top), 1)
	area := c.rows.area(&inner, c.inSight(&inner))
	area.Lines = append(top, area.Lines...)
	if area.Cursor != nil {
		area.Cursor.Y += len(top)
	}
	return area
}

// inSight are the rows of the whole page, or of the section that is shown.
func (c *controlPage) inSight(s *Sight) []listRow {
	if s.Wide() {
		return slices.Concat(s.pressing(), s.requestRows(), s.timelineSection(), s.clocksSection(), s.actionRows(), s.seatRows(), s.staffRows(1))
	}
	if c.shown == 0 {
		return slices.Concat(s.pressing(), s.timelineSection())
	}
	return sections[c.shown].rows(s)
}

// pressing is what cannot wait, at the head of the first section.
func (s *Sight) pressing() []listRow {
	return slices.Concat(s.nextRows(), s.newCodeRows(), s.questionRows())
}

// tabs names the sections with what waits in each. Where there is no room for
// the names only that of the one in sight is there.
func (c *controlPage) tabs(s *Sight) string {
	line := c.tabLine(s, true)
	if cells(line) > s.Width {
		line = c.tabLine(s, false)
	}
	return line
}

func (c *controlPage) tabLine(s *Sight, named bool) string {
	tabs := make([]string, len(sections))
	for i, x := range sections {
		label := fmt.Sprint(x.number)
		if named || i == c.shown {
			label += " " + x.name
		}
		switch n := x.waits(s); {
		case i == c.shown:
			tabs[i] = s.Theme.Paint(theme.Chosen, "["+label+"]")
		case n > 0:
			tabs[i] = label + s.Theme.Paint(theme.Alert, fmt.Sprintf(" %s%d", theme.MarkAlert, n))
		default:
			tabs[i] = label
		}
		tabs[i] = link(targetSection+fmt.Sprint(x.number), tabs[i])
	}
	return " " + strings.Join(tabs, "  ")
}

func (c *controlPage) key(s *Sight, k key) ([]Act, bool) {
	if !s.Focused {
		return c.rows.key(s, k, c.inSight(s))
	}
	if c.turn(s, k.String()) {
		return nil, true
	}
	if acts, taken := c.rows.key(s, k, c.inSight(s)); taken {
		return acts, true
	}
	for _, x := range s.controlKeys() {
		if x.key == k.String() {
			return x.acts, true
		}
	}
	return nil, false
}

// targetSection begins the click target of a section's name.
const targetSection = "section "

func (c *controlPage) click(s *Sight, target string) []Act {
	if number, ok := strings.CutPrefix(target, targetSection); ok {
		c.turn(s, number)
		return []Act{Take{}}
	}
	return c.rows.click(target)
}

// turn goes to a section by its number: where all are in sight, to its first row.
func (c *controlPage) turn(s *Sight, key string) bool {
	i := slices.IndexFunc(sections, func(x section) bool { return fmt.Sprint(x.number) == key })
	if i < 0 {
		return false
	}
	c.shown, c.rows.id = i, ""
	if !s.Wide() || i == 0 {
		return true
	}
	for _, row := range sections[i].rows(s) {
		if row.id != "" {
			c.rows.id = row.id
			break
		}
	}
	return true
}

// controlKeys are the keys of the whole page, whichever row is chosen.
func (s *Sight) controlKeys() []does {
	var keys []does
	if x, there := s.queued(); there {
		keys = append(keys, types("t", "take back "+string(x.ID), "/takeback "+string(x.ID)))
	}
	if !s.live() {
		return keys
	}
	verb := s.pauseOrResume()
	keys = append(keys, types("p", strings.TrimPrefix(verb, "/")+" the clocks", verb), prefills("s", "slip", "/slip "), prefills("j", "jump", "/jump "),
		prefills("w", "write an inject", "/inject new to "))
	if !s.View.Own.CanUndo.IsZero() {
		keys = append(keys, types("u", "undo", "/undo"))
	}
	return keys
}

func (c *controlPage) hints(s *Sight) []Hint {
	hints := c.rows.hints(s, c.inSight(s))
	if !s.Focused {
		return hints
	}
	for i, x := range s.controlKeys() {
		h := Hint{x.key, x.word, verbOf(x.acts)}
		switch {
		case hasKey(hints, x.key):
		case i == 0 && x.key == "t":
			hints = append([]Hint{h}, hints...)
		default:
			hints = append(hints, h)
		}
	}
	return append(hints, Hint{"4-8", "parts", "page"})
}

// live says that the clocks are control's to stop: after STARTEX, before ENDEX.
func (s *Sight) live() bool {
	switch s.View.Room.Phase {
	case exercise.Lobby, exercise.Debrief, exercise.Closed:
		return false
	}
	return true
}

// pauseOrResume is the verb that changes the clocks from how they stand.
func (s *Sight) pauseOrResume() string {
	c := s.View.Room.Clocks
	if c.ScenarioRunning || c.TableRunning {
		return "/pause"
	}
	return "/resume"
}
