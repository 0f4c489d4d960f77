package screen

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

// The lines are drawn as a terminal shows them that draws every cell where it
// was put: the examples follow UAX 9 by hand.
func TestTextIsTurned(t *testing.T) {
	for _, row := range []struct{ name, text, seen string }{
		{"latin", "Clause 3, open", "Clause 3, open"},
		{"hebrew", "אבג", "גבא"},
		{"words keep their order from the right", "אב גד", "דג בא"},
		{"a number reads to the right", "אב 24 גד", "דג 24 בא"},
		{"latin within hebrew", "אב Tier 1 גד", "דג Tier 1 בא"},
		{"hebrew within latin", "the word אב גד here", "the word דג בא here"},
		{"a number after hebrew within latin", "the word אב 24 here", "the word 24 בא here"},
		{"brackets are mirrored", "אב [גד | הו]", "[וה | דג] בא"},
		{"quotation marks too", "אב «גד»", "«דג» בא"},
		{"a mark stays with its letter", "שׁב", "בשׁ"},
		{"arabic and a number", "سلام 12", "12 مالس"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got := strings.TrimSpace(readOf(row.text).turned(80).draw())
			if got != row.seen {
				t.Errorf("%q is seen as %q, should be %q", row.text, got, row.seen)
			}
		})
	}
}

// Nothing is lost or doubled by turning, and what is marked reads as written.
func TestTurningKeepsEveryGlyph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "text"), "")
		line := theme.For(theme.Dark, true).Paint(theme.Strong, text)
		turned := readOf(line).turned(200)
		drawn := turned.draw()
		if cells(drawn) > 2*cells(text)+1 {
			t.Fatalf("%q is %d cells wide, was %d", drawn, cells(drawn), cells(text))
		}
		if a, b := sortedRunes(text), sortedRunes(ansi.Strip(drawn)); a != b {
			t.Fatalf("%q holds %q, should hold %q", drawn, b, a)
		}
		var read strings.Builder
		used := map[int]bool{}
		for _, g := range turned.glyphs {
			read.WriteString(g.text)
			for x := g.x; x < g.x+g.w; x++ {
				if used[x] {
					t.Fatalf("two characters of %q stand in cell %d", text, x)
				}
				used[x] = true
			}
		}
		if read.String() != text {
			t.Fatalf("it reads %q, should read %q", read.String(), text)
		}
	})
}

// sortedRunes are the characters of a text in order of their code.
func sortedRunes(text string) string {
	all := []rune(strings.ReplaceAll(text, " ", ""))
	slices.Sort(all)
	return string(all)
}

// What is typed is kept in the order in which it is spoken; the cursor stands
// where the next letter comes.
func TestTypingFromTheRight(t *testing.T) {
	for _, row := range []struct {
		name, keys, seen string
		reorder          bool
		x                int
	}{
		{"the terminal turns it", "אבג", "> אבג", false, 5},
		{"kefi turns it", "אבג", ">  גבא", true, 2},
		{"before a letter", "אבג<left>", ">  גבא", true, 3},
		{"with a blank behind it", "אבג ", ">   גבא", true, 2},
		{"latin", "abc", "> abc", true, 5},
		{"hebrew in latin", "ab אב", "> ab בא", true, 4},
	} {
		t.Run(row.name, func(t *testing.T) {
			sh := seated(turnView("arcadia"), theme.Mono, 80, 24)
			sh.likes.Reorder = row.reorder
			press(sh, row.keys, fixtureNow+later)
			f := sh.Frame(fixtureNow + later)
			if got := strings.TrimRight(ansi.Strip(f.Lines[f.Cursor.Y]), " "); got != row.seen || f.Cursor.X != row.x {
				t.Errorf("it shows %q with the cursor at %d; should be %q at %d", got, f.Cursor.X, row.seen, row.x)
			}
			if typed := strings.ReplaceAll(row.keys, "<left>", ""); sh.line().text.Text() != typed {
				t.Errorf("the line holds %q", sh.line().text.Text())
			}
		})
	}
}

var rightLeftShots = []shot{
	{"right-to-left", hebrewView, "arcadia", "אנו מציעים 24 שעות"},
	{"right-to-left-reordered", hebrewView, "arcadia", "/reorder on<enter>אנו מציעים 24 שעות"},
}

// hebrewView has a clause in Hebrew.
func hebrewView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	room := *v.Room
	room.Clauses = slices.Clone(room.Clauses)
	for i, c := range room.Clauses {
		if c.ID == "3" {
			c.Title = "הודעה על אירועים"
			c.Paras = slices.Clone(c.Paras)
			c.Paras[0].Nodes = []exercise.NodeView{{Text: "כל צד מודיע למפעילים הנוגעים בדבר בתוך 24 שעות מהמועד שבו נודע לו על אירוע העלול לשבש שירותי נמל (Tier 1)."}}
			room.Clauses[i] = c
		}
	}
	v.Room = &room
	return v
}

// A text from right to left has its lines to itself, at every size, and no
// line grows beyond its window by turning.
func TestRightToLeftScreens(t *testing.T) {
	for _, on := range []bool{false, true} {
		for _, w := range windows {
			sh := seated(hebrewView("arcadia"), theme.Mono, w[0], w[1])
			sh.likes.Reorder = on
			lines := sh.Frame(fixtureNow).Lines
			within(t, lines, w[0], w[1])
			for _, line := range lines {
				text := ansi.Strip(line)
				if holdsRight(text) && (strings.Contains(text, "│") || strings.Contains(text, "open")) {
					t.Errorf("%v: something else stands in the line %q", w, text)
				}
			}
		}
	}
}
