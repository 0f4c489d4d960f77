package exercise

import (
	"fmt"
	"slices"
	"strings"
)

// shownPlaces is how many places of an anchor a refusal lists.
const shownPlaces = 9

// place finds the one place an edit is meant for, or refuses with what a
// sponsor needs to name it.
func (m *amending) place(s *search, e Edit) (foundAt, error) {
	places := m.within(s.places(e.Old.Value))
	switch {
	case s.exhausted():
		return foundAt{}, refuse(ErrAnchor, "“%s” can be read in too many ways in %s; quote other words, or the whole paragraph.", clip(e.Old.Value), m.p.ID)
	case len(places) == 0:
		return foundAt{}, m.notFound(e.Old.Value)
	case e.At > 0 && e.At <= len(places):
		return places[e.At-1], nil
	case len(places) == 1 && e.At == 0:
		return places[0], nil
	}
	var shown strings.Builder
	for i, text := range m.listed(s, places[:min(len(places), shownPlaces)]) {
		fmt.Fprintf(&shown, " %d. %s", i+1, text)
	}
	list := say("%s", shown.String())
	if more := len(places) - shownPlaces; more > 0 {
		list = say("%s … and %d more;", shown.String(), more)
	}
	if len(places) == 1 {
		return foundAt{}, refuse(ErrAnchor, "“%s” stands in one place only in %s:%s; leave out `at %d`.", clip(e.Old.Value), m.p.ID, list, e.At)
	}
	return foundAt{}, refuse(ErrAnchor, "“%s” stands in %d places in %s:%s; add `at 2` to choose the second, or quote more words.",
		clip(e.Old.Value), len(places), m.p.ID, list)
}

// within keeps the places that touch what the amendment is to, if it is to one.
func (m *amending) within(places []foundAt) []foundAt {
	if m.by.In == "" {
		return places
	}
	return slices.DeleteFunc(places, func(at foundAt) bool {
		for pt := range eachPoint(m.p.Nodes[at.first : at.last()+1]) {
			for _, alt := range standing(pt) {
				if slices.Contains(alt.Amendments, m.by.In) {
					return false
				}
			}
		}
		return true
	})
}

func (m *amending) notFound(anchor string) error {
	if m.by.In != "" {
		return refuse(ErrAnchor, "“%s” is not in what %s says; `read %s` shows it.", clip(anchor), m.by.In, m.by.In)
	}
	texts := readings(m.p, m.words, strandLimit)
	if near := nearest(anchor, texts); near != "" {
		return refuse(ErrAnchor, "“%s” is not in %s; the nearest words there are “%s”.", clip(anchor), m.p.ID, near)
	}
	if len(texts) == 0 || texts[0] == "" {
		return refuse(ErrAnchor, "“%s” is not in %s, which has no words.", clip(anchor), m.p.ID)
	}
	return refuse(ErrAnchor, "“%s” is not in %s, which reads “%s”.", clip(anchor), m.p.ID, clip(texts[0]))
}

// listed shows places with as few words around them as tell them apart.
func (m *amending) listed(s *search, places []foundAt) []string {
	var out []string
	for _, around := range []int{3, 10, 40} {
		out = nil
		for _, at := range places {
			out = append(out, m.shown(s, at, around))
		}
		seen := slices.Clone(out)
		slices.Sort(seen)
		if len(slices.Compact(seen)) == len(out) {
			break
		}
	}
	return out
}

// shown gives a place with the words around it and the alternatives it is in:
// "… notify within 24 hours of becoming … (3.1b/1)".
func (m *amending) shown(s *search, at foundAt, around int) string {
	head, tail := s.around(at)
	before, after := s.outside(at)
	show := func(ps ...[]Piece) string { return edgedPieces(slices.Concat(ps...), m.words) }
	text := lastWords(show(before, head), around) + clip(show(s.matched(at))) + firstWords(show(tail, after), around)
	var in []string
	for i, k := range at.path {
		if alt := s.nodes[at.first+i][k].alt; alt > 0 {
			in = append(in, AltID{m.p.Nodes[at.first+i].Point.ID, alt}.String())
		}
	}
	if len(in) > 0 {
		text += " (" + strings.Join(in, ", ") + ")"
	}
	return text
}

// outside gives the words before and after the nodes a place touches, and of
// the agreed words it begins and ends in, by the first reading.
func (s *search) outside(at foundAt) (before, after []Piece) {
	for i, strands := range s.nodes {
		if len(strands) == 0 {
			continue
		}
		switch {
		case i < at.first:
			before = append(before, strands[0].pieces...)
		case i > at.last():
			after = append(after, strands[0].pieces...)
		}
	}
	if st := s.nodes[at.first][at.path[0]]; st.alt == 0 {
		before = append(before, st.span(0, at.from)...)
	}
	if st := s.nodes[at.last()][at.path[len(at.path)-1]]; st.alt == 0 {
		after = slices.Concat(st.span(at.to, len(st.glyphs)), after)
	}
	return before, after
}

// lastWords keeps the last n words of a text and the space after them.
func lastWords(text string, n int) string {
	fields := strings.Fields(text)
	if len(fields) <= n {
		return strings.TrimLeft(text, " ")
	}
	end := text[len(strings.TrimRight(text, " ")):]
	return "… " + strings.Join(fields[len(fields)-n:], " ") + end
}

// firstWords keeps the first n words of a text and the space before them.
func firstWords(text string, n int) string {
	fields := strings.Fields(text)
	if len(fields) <= n {
		return strings.TrimRight(text, " ")
	}
	start := text[:len(text)-len(strings.TrimLeft(text, " "))]
	return start + strings.Join(fields[:n], " ") + " …"
}

// clip shortens a text for a sentence.
func clip(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= 80 {
		return string(runes)
	}
	return string(runes[:79]) + "…"
}

// Bounds on the work of finding the nearest words: a refusal must be cheap.
const (
	nearestWords    = 30  // of the anchor
	nearestReadings = 4   // of the paragraph
	nearestText     = 400 // words of a reading
	nearestEnough   = 0.4 // likeness below which nothing is near
)

// nearest gives the words of the texts that are most like an anchor, or
// nothing where none is like it.
func nearest(anchor string, texts []string) string {
	want := strings.Fields(anchor)
	want = want[:min(len(want), nearestWords)]
	target := letterPairs(strings.Join(want, " "))
	best, score := "", nearestEnough
	for _, text := range texts[:min(len(texts), nearestReadings)] {
		fields := strings.Fields(text)
		fields = fields[:min(len(fields), nearestText)]
		for from := range fields {
			for to := from + max(1, len(want)-1); to <= min(from+len(want)+1, len(fields)); to++ {
				near := strings.Trim(strings.Join(fields[from:to], " "), ",.;:")
				if s := likeness(target, letterPairs(near)); s > score {
					best, score = near, s
				}
			}
		}
	}
	return clip(best)
}

// letterPairs are the pairs of neighbouring characters, sorted.
func letterPairs(text string) []string {
	runes := []rune(" " + strings.ToLower(text) + " ")
	var out []string
	for i := 1; i < len(runes); i++ {
		out = append(out, string(runes[i-1:i+1]))
	}
	slices.Sort(out)
	return out
}

// likeness is Dice's coefficient of two sorted lists of pairs: 0 to 1.
func likeness(a, b []string) float64 {
	common, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			common++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
