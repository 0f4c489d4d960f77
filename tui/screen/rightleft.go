package screen

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"

	"kefi/exercise"
)

// Text that is written from right to left is kept and sent as it is spoken. Most
// terminals draw it so, each by its own rules and always over the whole line, so
// it gets lines of its own. For those that do not, [Preferences].Reorder has its
// characters put into the order in which they are seen.

// beginsRight says that a text reads from right to left: that its first letter
// does.
func beginsRight(text string) bool {
	for _, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// holdsRight says that some of a text does.
func holdsRight(text string) bool {
	for _, r := range text {
		if r < 0x590 {
			continue // no such script begins before Hebrew
		}
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return true
		}
	}
	return false
}

// leftward says that something in the room reads from right to left, so that no
// two panes may share a line.
func (sh *Shell) leftward() bool {
	if sh.view == nil {
		return false
	}
	room := sh.view.Room
	return len(sh.cache.Lines(room, paneKey{pane: "leftward"}, func() []string {
		if roomHoldsRight(room) {
			return []string{"yes"}
		}
		return nil
	})) > 0 || slices.ContainsFunc(sh.view.Own.Incidents, incidentHoldsRight)
}

func roomHoldsRight(room *exercise.RoomView) bool {
	return slices.ContainsFunc(room.Clauses, clauseHoldsRight) ||
		slices.ContainsFunc(room.Incidents, incidentHoldsRight) ||
		slices.ContainsFunc(room.Feed, func(l exercise.Line) bool { return holdsRight(l.Text) })
}

func clauseHoldsRight(c exercise.ClauseView) bool {
	return holdsRight(c.Title) || slices.ContainsFunc(c.Paras, func(p exercise.ParaView) bool { return nodesHoldRight(p.Nodes) })
}

func nodesHoldRight(nodes []exercise.NodeView) bool {
	return slices.ContainsFunc(nodes, func(n exercise.NodeView) bool {
		return holdsRight(n.Text) || n.Point != nil && slices.ContainsFunc(n.Point.Alts, func(a exercise.AltView) bool {
			return holdsRight(a.Text) || nodesHoldRight(a.Nodes)
		})
	})
}

func incidentHoldsRight(x exercise.IncidentView) bool {
	return holdsRight(x.Title) || holdsRight(x.Body)
}

// levels are the embedding levels of a line's characters (UAX 9): even ones read
// to the right, odd ones to the left. right is the paragraph's direction.
func levels(chars []string, right bool) []int {
	text, first := strings.Join(chars, ""), 0
	option := bidi.DefaultDirection(bidi.RightToLeft)
	if !right {
		// The package takes the direction from the first letter: give it one.
		text, first, option = "a"+text, 1, bidi.DefaultDirection(bidi.LeftToRight)
	}
	var p bidi.Paragraph
	if _, err := p.SetString(text, option); err != nil {
		return make([]int, len(chars))
	}
	order, err := p.Order()
	if err != nil {
		return make([]int, len(chars))
	}
	var byRune []int
	for i := range order.NumRuns() {
		run := order.Run(i)
		byRune = append(byRune, runLevels(run, right, i > 0)...)
	}
	list := make([]int, len(chars))
	at := first
	for i, c := range chars {
		if at < len(byRune) {
			list[i] = byRune[at]
		}
		at += len([]rune(c))
	}
	return list
}

// runLevels are the levels of a run. The package tells only which way it reads;
// numbers within text that reads to the left are one level deeper than that,
// and stand at the head of a run that follows it.
func runLevels(run bidi.Run, right, follows bool) []int {
	text := []rune(run.String())
	list := make([]int, len(text))
	for i := range list {
		switch {
		case run.Direction() == bidi.RightToLeft:
			list[i] = 1
		case right:
			list[i] = 2
		}
	}
	if right || !follows || run.Direction() == bidi.RightToLeft {
		return list
	}
	for i := range leadingNumber(text) {
		list[i] = 2
	}
	return list
}

// leadingNumber is how much of a text is a number with its signs.
func leadingNumber(text []rune) (end int) {
	for i, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.EN, bidi.AN:
			end = i + 1
		case bidi.ET, bidi.NSM:
			if end == i {
				end = i + 1
			}
		case bidi.ES, bidi.CS:
		default:
			return end
		}
	}
	return end
}

// seenOrder gives the indexes of characters from left to right (rule L2).
func seenOrder(levels []int) []int {
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	for level := slices.Max(append([]int{0}, levels...)); level > 0; level-- {
		for i := 0; i < len(order); i++ {
			end := i
			for end < len(order) && levels[order[end]] >= level {
				end++
			}
			slices.Reverse(order[i:end])
			i = max(i, end)
		}
	}
	return order
}

// arrows are signs with a direction beside brackets, which the package knows.
var arrows = map[string]string{"«": "»", "»": "«", "‹": "›", "›": "‹", "<": ">", ">": "<"}

// mirrored is a character as it is drawn in text that reads to the left.
func mirrored(char string) string {
	if other, ok := arrows[char]; ok {
		return other
	}
	if r := []rune(char); len(r) == 1 {
		return bidi.ReverseString(char)
	}
	return char
}
