package replay

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/plain"
	"kefi/tui/theme"
)

// What happens is told where there are so many cells for it. In windows of so
// many columns parts below a rank give way to it.
const (
	leastLabel  = 12
	wantedLabel = 24
	tellsFrom   = 72
	keptRank    = 4
)

// part is a piece of the replay's line. Where there is no room for all, those of
// the lowest rank go first.
type part struct {
	style theme.Style
	text  string
	rank  int
}

// bar is the replay's line: that it is one and an exercise, whose eyes these
// are, when it is, what happens, and at the right how it goes on.
type bar struct {
	left, right []part
	label       string // what happens, in the room that is left
}

// when says a time of a reel: on the wall, in the story, and the phase.
func (s Sheet) when(l *Reel, i int, now int64) []part {
	m, room := l.moments[i], l.View(i).Room
	return []part{
		{theme.Strong, clock(l, now), 7},
		{theme.Body, story(room.Clocks.ScenarioAt(now)), 5},
		{theme.Muted, s.say(string(m.Phase)), 2},
	}
}

// mark says that this is a replay and an exercise, and whose eyes these are.
func (s Sheet) mark(l *Reel) []part {
	eyes := ansi.Truncate(l.seat.Name, 20, "…")
	if s.Width >= 120 {
		eyes = s.say("as %s saw it", eyes)
	}
	return []part{
		{theme.Strong | theme.Reverse, " " + s.say("REPLAY") + " " + s.say("EXERCISE") + " ", 10},
		{theme.Body, eyes, 8},
	}
}

// label says what happens at a moment: the decision, the incident or the phase
// where there is one, else the first thing.
func (s Sheet) label(l *Reel, i int) string {
	lines := l.moments[i].Lines
	if len(lines) == 0 {
		return ""
	}
	told := lines[0]
	for _, x := range lines {
		if x.Kind == "decided" || x.Kind == "incident" || x.Kind == "phase" {
			told = x
		}
	}
	return strings.ReplaceAll(plain.Entry(s.Language, l.View(i), told), "\n", " ")
}

// line draws the bar, as wide as the sheet.
func (b bar) line(s Sheet) string {
	for b.width() > s.Width && len(b.left) > 1 || b.label != "" && s.Width >= tellsFrom && b.width()+2+wantedLabel > s.Width && b.least() < keptRank {
		b.drop()
	}
	right := s.paint(b.right)
	left := s.paint(b.left)
	if room := s.Width - b.width() - 2; room >= leastLabel && b.label != "" {
		left += "  " + s.theme().Paint(theme.Body, ansi.Truncate(b.label, room, "…"))
	}
	gap := max(s.Width-ansi.StringWidth(left)-ansi.StringWidth(right), 0)
	return s.theme().Typeset(ansi.Truncate(left+strings.Repeat(" ", gap)+right, s.Width, ""))
}

// width is how many cells the parts take, with a gap between two and between
// both ends.
func (b bar) width() (n int) {
	for _, p := range append(b.left[:len(b.left):len(b.left)], b.right...) {
		n += 2 + ansi.StringWidth(p.text)
	}
	return max(n-2, 0)
}

// least is the lowest rank there is.
func (b bar) least() int {
	rank := 10
	for _, p := range append(b.left[:len(b.left):len(b.left)], b.right...) {
		rank = min(rank, p.rank)
	}
	return rank
}

// drop leaves out what matters least.
func (b *bar) drop() {
	rank := b.least()
	of := func(p part) bool { return p.rank == rank }
	b.left, b.right = slices.DeleteFunc(slices.Clone(b.left), of), slices.DeleteFunc(slices.Clone(b.right), of)
}

func (s Sheet) paint(parts []part) string {
	var painted []string
	for _, p := range parts {
		painted = append(painted, s.theme().Paint(p.style, p.text))
	}
	return strings.Join(painted, "  ")
}

// clock is a time of day in the exercise's zone, to the second.
func clock(l *Reel, wall int64) string { return time.UnixMilli(wall).In(l.zone).Format("15:04:05") }

// story writes a scenario time as it is typed: T+45m, T+1h05m.
func story(ms int64) string {
	if m := ms / 60_000; m >= 60 {
		return fmt.Sprintf("T+%dh%02dm", m/60, m%60)
	}
	return fmt.Sprintf("T+%dm", ms/60_000)
}

// banner is the line that stands at head and foot of everything.
func banner(about exercise.About) string {
	return "EXERCISE EXERCISE EXERCISE · " + about.Title + " · not real events"
}
