package plain

import (
	"slices"

	"kefi/exercise"
	"kefi/tui/words"
)

// recent is how many entries `new` tells where none has been missed.
const recent = 10

// most is how many it tells at once.
const most = 40

// entries are those of all the seat's rooms, in order of time.
func entries(v *exercise.View) []exercise.Line {
	lines := slices.Concat(v.Room.Feed, v.Own.Lines)
	slices.SortStableFunc(lines, func(a, b exercise.Line) int { return int(a.Wall - b.Wall) })
	return lines
}

// missed are the entries made while nobody sat here, comings and goings left
// out.
func missed(v *exercise.View) []exercise.Line {
	return slices.DeleteFunc(entries(v), func(l exercise.Line) bool {
		return !v.Own.Away.Missed(l) || l.Kind == "presence"
	})
}

// news tells what was missed, or else what has happened lately.
func (r *reply) news(v *exercise.View) {
	lines := missed(v)
	if len(lines) == 0 {
		lines = last(entries(v), recent)
	}
	r.tell(v, lines)
}

// tell numbers what waits for the seat and then the lines, "1 of 3.".
func (r *reply) tell(v *exercise.View, lines []exercise.Line) {
	r.data = lines
	waits := v.Own.ForYou
	if len(waits)+len(lines) == 0 {
		r.text.say("Nothing has happened yet")
		return
	}
	if n := len(lines) - most; n > 0 {
		r.text.say("%s earlier; read and a number shows one, such as read #%s",
			words.Counted(n, "%d entry", "%d entries"), lines[0].No)
		lines = last(lines, most)
	}
	all := len(waits) + len(lines)
	for i, n := range waits {
		r.text.say("%d of %d. %s", i+1, all, notice(n))
	}
	for i, l := range lines {
		r.text.say("%d of %d. %s", len(waits)+i+1, all, Line(r.text.lang, v, l))
	}
}

func last(lines []exercise.Line, n int) []exercise.Line { return lines[max(0, len(lines)-n):] }
