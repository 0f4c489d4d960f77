package exercise

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// The laws of the draft, held over random paragraphs and random moves on them.

// checkLaw checks a law lawRuns times.
func checkLaw(t *testing.T, law func(*rapid.T)) {
	t.Helper()
	checks := flag.Lookup("rapid.checks").Value
	before := checks.String()
	defer func() { _ = checks.Set(before) }()
	if err := checks.Set(strconv.Itoa(lawRuns)); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, law)
}

// enough is more readings than the paragraphs of the laws have.
const enough = 1 << 20

// drawPage draws a paragraph of up to eight stretches. Words are all different
// at first; amendments repeat them.
func drawPage(t *rapid.T) *page {
	n := 0
	text := func(least int) string {
		var out []string
		for range rapid.IntRange(least, 3).Draw(t, "words") {
			n++
			out = append(out, fmt.Sprintf("w%d", n))
		}
		return strings.Join(out, " ")
	}
	var source []string
	points := 0
	for range rapid.IntRange(1, 6).Draw(t, "stretches") {
		if points == 3 || rapid.Bool().Draw(t, "agreed") {
			source = append(source, text(1))
			continue
		}
		points++
		var alts []string
		for i := range rapid.IntRange(2, 3).Draw(t, "alternatives") {
			alts = append(alts, text(min(i, 1)))
		}
		source = append(source, "["+strings.Join(alts, " | ")+"]")
	}
	return layPage(t, strings.Join(source, " "))
}

// drawEdit draws an edit whose anchor stands in some reading of the paragraph.
func drawEdit(t *rapid.T, p *page) Edit {
	text := rapid.SampledFrom([]string{"x", "y", "x y", "w1", "w2 w3", "x w2"}).Draw(t, "new")
	if rapid.IntRange(0, 9).Draw(t, "whole") == 0 {
		return whole(rapid.SampledFrom([]string{"", text}).Draw(t, "rest"))
	}
	fields := strings.Fields(rapid.SampledFrom(readings(p.para, p.words, 50)).Draw(t, "reading"))
	if len(fields) == 0 {
		return whole(text)
	}
	from := rapid.IntRange(0, len(fields)-1).Draw(t, "from")
	to := rapid.IntRange(from+1, min(from+4, len(fields))).Draw(t, "to")
	old := strings.Join(fields[from:to], " ")
	switch rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		return strike(old)
	case 1:
		return add(text, old)
	}
	return put(text, old)
}

// drawLodge lodges a drawn edit, at a drawn place where there are several. It
// tells whether it was lodged.
func drawLodge(t *rapid.T, p *page) (Edit, AltID, bool) {
	e := drawEdit(t, p)
	tooMany := false
	if !e.Whole {
		m := newSearch(p.para, standing, p.words)
		n := len(m.places(e.Old.Value))
		tooMany = m.exhausted()
		if n == 0 {
			t.Fatalf("%q stands in a reading of %s and was not found", e.Old.Value, p.show())
		}
		if n > 1 {
			e.At = rapid.IntRange(1, n).Draw(t, "at")
		}
	}
	team := rapid.SampledFrom([]TeamID{"arcadia", "hydra", "lantern"}).Draw(t, "team")
	if e.Whole && e.New.Value != "" && rapid.Bool().Draw(t, "chair's text") {
		team = ""
	}
	alts, err := p.lodge(team, e)
	switch {
	case err == nil:
		return e, alts[0], true
	case errors.Is(err, ErrText), tooMany && errors.Is(err, ErrAnchor):
		return e, AltID{}, false
	}
	t.Fatalf("%+v on %s: %v", e, p.show(), err)
	return e, AltID{}, false
}

func textSet(texts []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range texts {
		out[s] = true
	}
	return out
}

// readingsWith are the texts that remain possible when an alternative is
// chosen wherever its point is read.
func readingsWith(p Paragraph, id AltID, words wordsFunc) map[string]bool {
	out := map[string]bool{}
	chosen := func(pt *Point) []Alternative {
		if pt.ID == id.Point {
			return []Alternative{*pick(pt, id.N)}
		}
		return standing(pt)
	}
	for _, ps := range strandsOf(p.Nodes, chosen, enough) {
		out[plainPieces(ps, words)] = true
	}
	return out
}

// edited are the texts that an edit can make of a reading, by fields.
func edited(text string, e Edit) []string {
	if e.Whole {
		return []string{e.New.Value}
	}
	fields, old, with := strings.Fields(text), strings.Fields(e.Old.Value), strings.Fields(e.New.Value)
	if e.After {
		with = slices.Concat(old, with)
	}
	var out []string
	for i := 0; i+len(old) <= len(fields); i++ {
		if slices.Equal(fields[i:i+len(old)], old) {
			out = append(out, strings.Join(slices.Concat(fields[:i], with, fields[i+len(old):]), " "))
		}
	}
	return out
}

func TestLawAnEditAddsItsTextAndLosesNobodys(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		for range rapid.IntRange(1, 5).Draw(t, "moves") {
			before := p.para
			e, alt, ok := drawLodge(t, p)
			if !ok {
				continue
			}
			possible := map[string]bool{}
			want := textSet(readings(before, p.words, enough))
			for text := range maps.Clone(want) {
				for _, s := range edited(text, e) {
					possible[s] = true
				}
			}
			for text := range readingsWith(p.para, alt, p.words) {
				if !possible[text] {
					t.Fatalf("%+v on %s\nbecame %s in %s\nwhich reads %q", e, display(before, p.words), alt, p.show(), text)
				}
				want[text] = true
			}
			if got := textSet(readings(p.para, p.words, enough)); !maps.Equal(got, want) {
				t.Fatalf("%+v on %s\nmade %s\nreadings %v\nwant     %v", e, display(before, p.words), p.show(), got, want)
			}
		}
	})
}

// alternatives counts a paragraph's alternatives, each once.
func alternatives(p Paragraph) int {
	n := 0
	for _, pt := range openPoints(p) {
		n += len(pt.Alts)
	}
	return n
}

func TestLawAlternativesAreCounted(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		for range rapid.IntRange(1, 6).Draw(t, "moves") {
			before, count := p.para, alternatives(p.para)
			_, alt, ok := drawLodge(t, p)
			if !ok {
				continue
			}
			want := count + 1
			switch pt, known := findAlt(before, alt); {
			case known != nil:
				want = count // equal texts are one alternative
			case pt == nil && findPoint(before, alt.Point) == nil:
				want = count + 2 // and the words as they stood
			}
			if got := alternatives(p.para); got != want {
				t.Fatalf("%s became %s: %d alternatives, want %d", display(before, p.words), p.show(), got, want)
			}
		}
	})
}

func TestLawOrderOfAmendmentsToAgreedWords(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		var agreed [][]string
		for _, n := range p.para.Nodes {
			if n.Point == nil {
				agreed = append(agreed, strings.Fields(plainPieces(n.Pieces, p.words)))
			}
		}
		agreed = slices.DeleteFunc(agreed, func(fields []string) bool { return len(fields) == 0 })
		if len(agreed) == 0 {
			return
		}
		draw := func(text string) Edit {
			fields := rapid.SampledFrom(agreed).Draw(t, "stretch")
			from := rapid.IntRange(0, len(fields)-1).Draw(t, "from")
			to := rapid.IntRange(from+1, len(fields)).Draw(t, "to")
			old := strings.Join(fields[from:to], " ")
			return rapid.SampledFrom([]Edit{strike(old), put(text, old), add(text, old)}).Draw(t, "edit")
		}
		first, second := draw("x"), draw("y z")
		one := lodgeAsItStood(t, p, first, second)
		other := lodgeAsItStood(t, p, second, first)
		if !maps.Equal(textSet(readings(one, p.words, enough)), textSet(readings(other, p.words, enough))) {
			t.Fatalf("%s: %+v then %+v gives %s, the other way %s", p.show(), first, second, display(one, p.words), display(other, p.words))
		}
	})
}

// lodgeAsItStood lodges edits, each at the place among the words that stood.
func lodgeAsItStood(t *rapid.T, p *page, edits ...Edit) Paragraph {
	q := *p
	for _, e := range edits {
		s := newSearch(q.para, standing, q.words)
		places := s.places(e.Old.Value)
		e.At = 1 + slices.IndexFunc(places, func(at foundAt) bool {
			for i, k := range at.path {
				if s.nodes[at.first+i][k].alt > 1 {
					return false
				}
			}
			return true
		})
		if _, err := q.lodge("arcadia", e); err != nil {
			t.Fatal(err)
		}
	}
	p.count = q.count
	return q.para
}

func TestLawClosingGivesTheReadingsThatChoseIt(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		for range rapid.IntRange(0, 4).Draw(t, "moves") {
			drawLodge(t, p)
		}
		for open := openPoints(p.para); len(open) > 0; open = openPoints(p.para) {
			pt := rapid.SampledFrom(open).Draw(t, "point")
			id := AltID{pt.ID, rapid.SampledFrom(standing(pt)).Draw(t, "alternative").N}
			next, closed, err := closePoint(p.para, id)
			if err != nil {
				t.Fatal(err)
			}
			want := readingsWith(p.para, id, p.words)
			if got := textSet(readings(next, p.words, enough)); !maps.Equal(got, want) {
				t.Fatalf("%s decided in %s\ngives %s", id, p.show(), display(next, p.words))
			}
			if len(openPoints(next))+len(closed) != len(open) {
				t.Fatalf("%s decided in %s: closed %v, open %s", id, p.show(), closed, display(next, p.words))
			}
			p.para = next
		}
		if got, want := wouldRead(p.para, nil, p.words), plainPieces(agreedPieces(p.para.Nodes), p.words); got != want || len(p.para.Nodes) > 1 {
			t.Fatalf("with no point open it reads %q in %d nodes, want %q", got, len(p.para.Nodes), want)
		}
	})
}

func TestLawNothingGivenIsChangedAndLettersAreNeverReused(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		type kept struct {
			para Paragraph
			json string
		}
		history := []kept{{p.para, asJSON(t, p.para)}}
		for range rapid.IntRange(1, 10).Draw(t, "moves") {
			p.para = rapid.SampledFrom(history).Draw(t, "from").para
			before := p.para
			drawMove(t, p)
			for pt := range eachPoint(p.para.Nodes) {
				if findPoint(before, pt.ID) == nil && letterOf(before.ID, pt.ID) <= before.Letters {
					t.Fatalf("%s is a letter given before: %s", pt.ID, p.show())
				}
			}
			history = append(history, kept{p.para, asJSON(t, p.para)})
		}
		for _, h := range history {
			if now := asJSON(t, h.para); now != h.json {
				t.Fatalf("a paragraph was changed\nfrom %s\nto   %s", h.json, now)
			}
		}
	})
}

// drawMove lodges, cosponsors, leaves or closes.
func drawMove(t *rapid.T, p *page) {
	a := AmendmentID(fmt.Sprintf("A%d", rapid.IntRange(1, 4).Draw(t, "amendment")))
	team := rapid.SampledFrom([]TeamID{"arcadia", "hydra", "lantern"}).Draw(t, "team")
	switch rapid.IntRange(0, 5).Draw(t, "move") {
	case 0:
		p.para = cosponsorNodes(p.para, a, team)
	case 1:
		p.para, _ = leaveNodes(p.para, a, team, unless(func(id AltID) bool { return id.N < 3 }))
	case 2:
		open := openPoints(p.para)
		if len(open) == 0 {
			return
		}
		pt := rapid.SampledFrom(open).Draw(t, "point")
		next, _, err := closePoint(p.para, AltID{pt.ID, rapid.SampledFrom(standing(pt)).Draw(t, "alternative").N})
		if err != nil {
			t.Fatal(err)
		}
		p.para = next
	default:
		drawLodge(t, p)
	}
}

func asJSON(t *rapid.T, p Paragraph) string {
	out, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestLawParagraphsAreWhole(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		for range rapid.IntRange(1, 8).Draw(t, "moves") {
			drawMove(t, p)
			checkNodes(t, p, p.para.Nodes)
			text := asJSON(t, p.para)
			var back Paragraph
			if err := json.Unmarshal([]byte(text), &back); err != nil {
				t.Fatal(err)
			}
			if again := asJSON(t, back); again != text {
				t.Fatalf("there and back\n%s\n%s", text, again)
			}
		}
	})
}

// checkNodes holds what every paragraph keeps: pieces within their texts,
// nodes that are one thing, agreed words in one node, numbers that rise.
func checkNodes(t *rapid.T, p *page, nodes []Node) {
	for i, n := range nodes {
		if n.Point == nil && (len(n.Pieces) == 0 || i > 0 && nodes[i-1].Point == nil) {
			t.Fatalf("agreed words lie in pieces: %s", asJSON(t, p.para))
		}
		for _, piece := range n.Pieces {
			text, ok := wordsFunc(p.words).cut(piece)
			if !ok || !utf8.ValidString(text) || n.Point != nil {
				t.Fatalf("piece %+v is not within its text: %s", piece, asJSON(t, p.para))
			}
		}
		if n.Point == nil {
			continue
		}
		last := 0
		for _, alt := range n.Point.Alts {
			if alt.N <= last || alt.AsItStands && alt.Withdrawn {
				t.Fatalf("%s/%d: %s", n.Point.ID, alt.N, asJSON(t, p.para))
			}
			last = alt.N
			checkNodes(t, p, alt.Nodes)
		}
	}
}

func TestLawPreviewShowsWhatLodgingGives(t *testing.T) {
	checkLaw(t, func(t *rapid.T) {
		p := drawPage(t)
		none := func(AltID) []StanceView { return nil }
		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			view := paraView(p.para, viewing{words: p.words, stances: none})
			e, _, ok := drawLodge(t, p)
			shown, err := Preview(view, []Edit{e})
			if ok != (err == nil) {
				t.Fatalf("lodged %v, previewed %v", ok, err)
			}
			if !ok {
				continue
			}
			want := paraView(p.para, viewing{words: p.words, stances: none})
			forgetSponsors(shown.Nodes)
			forgetSponsors(want.Nodes)
			if got, want := fmt.Sprint(views(shown)), fmt.Sprint(views(want)); got != want {
				t.Fatalf("%+v\ngot  %s\nwant %s", e, got, want)
			}
		}
	})
}

func views(p ParaView) string {
	out, _ := json.Marshal(p)
	return string(out)
}

// forgetSponsors leaves out of a view what a preview cannot know.
func forgetSponsors(nodes []NodeView) {
	for _, n := range nodes {
		if n.Point == nil {
			continue
		}
		for i := range n.Point.Alts {
			n.Point.Alts[i].Sponsors, n.Point.Alts[i].Amendments, n.Point.Alts[i].Chair = nil, nil, false
			forgetSponsors(n.Point.Alts[i].Nodes)
		}
	}
}
