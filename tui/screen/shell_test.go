package screen

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
	"kefi/tui/words"
)

// later is well after anything that has just arrived.
const later = int64(10_000)

// commandsIn are the commands that keys led to.
func commandsIn(acts []Act) []exercise.Command {
	var out []exercise.Command
	for _, a := range acts {
		if s, ok := a.(Submit); ok {
			out = append(out, s.Command)
		}
	}
	return out
}

func atTable(seat exercise.SeatID) *Shell { return seated(turnView(seat), theme.Dark, 100, 30) }

// floorOf is the table with a team on the floor, as Arcadia sees it.
func floorOf(team exercise.TeamID) *exercise.View {
	v := turnView("arcadia")
	v.Room.Floor.Speaker = team
	return v
}

func TestTypingIsNeverDisturbed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seat := rapid.SampledFrom([]exercise.SeatID{"arcadia", "hydra", "plumb"}).Draw(t, "seat")
		sh := seated(turnView(seat), theme.Dark, 80, 24)
		alone := &Editor{} // what the same keys do to a text that nobody disturbs
		for i := range rapid.IntRange(1, 40).Draw(t, "steps") {
			now := fixtureNow + int64(i)*rapid.Int64Range(1, 900).Draw(t, "gap")
			if rapid.Bool().Draw(t, "arrives") {
				m := rapid.SampledFrom(moments()).Draw(t, "view")
				if m.name == "firstcontact" || m.name == "collecting" || m.name == "boards" {
					continue // where a plain line means something else
				}
				sh.See(m.view(seat), now)
				sh.Frame(now)
				continue
			}
			k := rapid.SampledFrom([]string{"a", "b", " ", "é", "界", "<left>", "<right>", "<backspace>", "<home>", "<end>", "<delete>", "<ctrl+z>"}).Draw(t, "key")
			press(sh, k, now)
			press1, _ := nextKey(k)
			alone.Key(press1, 77)
		}
		in := sh.line()
		if in.text.Text() != alone.Text() || in.text.at != alone.at {
			t.Fatalf("the line holds %q with the cursor at %d; the keys alone make %q and %d", in.text.Text(), in.text.at, alone.Text(), alone.at)
		}
		if sh.focused {
			t.Fatal("something that arrived took the focus")
		}
	})
}

func TestAnOpenPageKeepsItsTextAndFocus(t *testing.T) {
	for _, m := range moments() {
		sh := atTable("arcadia")
		press(sh, "/amend 3.1<enter> and more", fixtureNow+later)
		page := sh.page().(*amend)
		want := page.text
		sh.See(m.view("arcadia"), fixtureNow+2*later)
		sh.Frame(fixtureNow + 2*later)
		if page.text.Text() != want.Text() || page.text.at != want.at || sh.focused == (m.name == "realworld") {
			t.Errorf("%s: the text is %q, the focus %v", m.name, page.text.Text(), sh.focused)
		}
		if m.name != "realworld" && sh.page() != Page(page) {
			t.Errorf("%s covers the page being written on", m.name)
		}
	}
}

func TestHeldWordsAreNeverSentByThemselves(t *testing.T) {
	sh := atTable("arcadia")
	acts := press(sh, "We could live with that.<enter>", fixtureNow+later)
	for i, m := range moments() {
		sh.See(m.view("arcadia"), fixtureNow+later*int64(i+2))
	}
	sh.See(floorOf("arcadia"), fixtureNow+100*later)
	if c := commandsIn(acts); len(c) > 0 {
		t.Errorf("holding submitted %v", c)
	}
	in := sh.line()
	if in.text.Text() != "We could live with that." || !in.held {
		t.Fatalf("the line holds %q, held %v", in.text.Text(), in.held)
	}
	if !strings.Contains(picture(t, sh), "The floor is yours. Enter sends the words you held.") {
		t.Error("the words are not offered back")
	}
	sent := commandsIn(press(sh, "<enter>", fixtureNow+200*later))
	if len(sent) != 1 || sent[0].(exercise.Say).Words.Value != "We could live with that." {
		t.Errorf("Enter with the floor submits %v", sent)
	}
}

func TestWhatArrivesIsDeafFor400ms(t *testing.T) {
	t.Run("Enter as the floor comes does not speak", func(t *testing.T) {
		sh := atTable("arcadia")
		press(sh, "Wait", fixtureNow+later)
		sh.See(floorOf("arcadia"), fixtureNow+2*later)
		if c := commandsIn(press(sh, "<enter>", fixtureNow+2*later+399)); len(c) > 0 {
			t.Errorf("it submitted %v", c)
		}
		if c := commandsIn(press(sh, "<enter>", fixtureNow+2*later+400)); len(c) != 1 {
			t.Errorf("a later Enter submitted %d commands", len(c))
		}
	})
	t.Run("Esc as an incident comes does not fold it", func(t *testing.T) {
		sh := atTable("arcadia")
		sh.See(incidentView("arcadia"), fixtureNow+later)
		press(sh, "<esc>", fixtureNow+later+399)
		if sh.incident == "" {
			t.Error("it was folded unread")
		}
		if acts := press(sh, "<esc>", fixtureNow+later+400); sh.incident != "" || len(acts) != 1 {
			t.Errorf("a later Esc leaves %q and does %v", sh.incident, acts)
		}
	})
	t.Run("an incident does not cover the page to sign on", func(t *testing.T) {
		sh := atTable("arcadia")
		sh.See(incidentView("arcadia"), fixtureNow+later)
		ending := closingView("arcadia")
		ending.Room.Incidents = incidentView("arcadia").Room.Incidents
		sh.See(ending, fixtureNow+2*later)
		if sh.incident != "" || sh.folded != "I2" {
			t.Errorf("%q covers it, %q waits", sh.incident, sh.folded)
		}
	})
	t.Run("y typed on after Ctrl+C is text", func(t *testing.T) {
		sh := atTable("arcadia")
		acts := press(sh, "ma<ctrl+c>y", fixtureNow+later)
		if sh.line().text.Text() != "may" || hasQuit(acts) {
			t.Errorf("the line holds %q, left %v", sh.line().text.Text(), hasQuit(acts))
		}
		if !hasQuit(press(sh, "y", fixtureNow+later+400)) {
			t.Error("y does not leave")
		}
	})
	t.Run("y too early does not lodge", func(t *testing.T) {
		sh := atTable("arcadia")
		press(sh, "/amend 3.1<enter> Really.<tab><tab><tab><enter>", fixtureNow+later)
		if c := commandsIn(press(sh, "y", fixtureNow+later+399)); len(c) > 0 {
			t.Errorf("it submitted %v", c)
		}
		if c := commandsIn(press(sh, "<enter>", fixtureNow+2*later)); len(c) > 0 {
			t.Errorf("a second Enter submitted %v", c)
		}
	})
}

func hasQuit(acts []Act) bool {
	for _, a := range acts {
		if _, ok := a.(Quit); ok {
			return true
		}
	}
	return false
}

func TestLodging(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "/amend 3.1<enter> Really.<tab>Keeps it short.<tab><tab><enter>", fixtureNow+later)
	c := commandsIn(press(sh, "y", fixtureNow+2*later))
	if len(c) != 1 {
		t.Fatalf("y submits %v", c)
	}
	got := c[0].(exercise.Amend)
	if got.Clause != "3" || len(got.Edits) != 1 || !got.Edits[0].After || got.Edits[0].New.Value != "Really." || got.Because.Value != "Keeps it short." {
		t.Errorf("it submits %+v", got)
	}
}

func TestRefusalKeepsTheText(t *testing.T) {
	sh := seated(floorOf("arcadia"), theme.Dark, 100, 30)
	acts := press(sh, "Good morning.<enter>", fixtureNow+later)
	var submit Submit
	for _, a := range acts {
		if s, ok := a.(Submit); ok {
			submit = s
		}
	}
	press(sh, "x", fixtureNow+later)
	sh.Answer(submit, errors.New("Hydra has the floor; you are next."), fixtureNow+later+10)
	if got := sh.line().text.Text(); got != "Good morning.x" {
		t.Errorf("the line holds %q", got)
	}
	if !strings.Contains(picture(t, sh), "! Hydra has the floor; you are next.") {
		t.Error("the refusal is not shown in its own words")
	}
}

func TestSpokenWordsLeaveTheLineWithTheRecord(t *testing.T) {
	sh := seated(floorOf("arcadia"), theme.Dark, 100, 30)
	acts := press(sh, "Good morning.<enter>", fixtureNow+later)
	if got := sh.line().text.Text(); got != "Good morning." {
		t.Errorf("before the answer the line holds %q", got)
	}
	if again := commandsIn(press(sh, "<enter>", fixtureNow+later)); len(again) > 0 {
		t.Error("a second Enter sends a second message")
	}
	press(sh, " And", fixtureNow+later)
	for _, a := range acts {
		if s, ok := a.(Submit); ok {
			sh.Answer(s, nil, fixtureNow+later+10)
		}
	}
	if got := sh.line().text.Text(); got != " And" {
		t.Errorf("after it the line holds %q", got)
	}
}

func TestPaletteKeepsHeldWords(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "We could.<enter>", fixtureNow+later)
	press(sh, "<ctrl+k>han", fixtureNow+2*later)
	acts := press(sh, "<enter>", fixtureNow+2*later)
	if c := commandsIn(acts); len(c) != 1 || c[0] != (exercise.Hand{}) {
		t.Errorf("the palette runs %v", c)
	}
	if in := sh.line(); in.text.Text() != "We could." || !in.held {
		t.Errorf("the line holds %q, held %v", in.text.Text(), in.held)
	}
}

// Held words are finished: a slash behind them begins a command.
func TestASlashBehindHeldWordsIsACommand(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "We could.<enter>/", fixtureNow+later)
	if in := sh.line(); in.text.Text() != "/" || in.aside != "We could." {
		t.Errorf("the line holds %q, aside %q", in.text.Text(), in.aside)
	}
	press(sh, "<esc>", fixtureNow+2*later)
	if in := sh.line(); in.text.Text() != "We could." || !in.held {
		t.Errorf("afterwards the line holds %q, held %v", in.text.Text(), in.held)
	}
}

// Who turned to the page with words in the line, and begins a command there,
// must not speak it.
func TestASlashFromThePageIsACommand(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "We could.<tab>", fixtureNow+later)
	acts := press(sh, "/hand<enter>", fixtureNow+2*later)
	if c := commandsIn(acts); len(c) != 1 || c[0] != (exercise.Hand{}) {
		t.Fatalf("it runs %v", acts)
	}
	sh.Answer(acts[0].(Submit), nil, fixtureNow+3*later)
	if got := sh.line().text.Text(); got != "We could." {
		t.Errorf("afterwards the line holds %q", got)
	}
}

// A refused command that was left in the line gives way to the next one.
func TestASlashFromThePageReplacesACommand(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "/no-such-verb x<enter><tab>", fixtureNow+later)
	sh.focused = true
	press(sh, "/hand", fixtureNow+2*later)
	if got := sh.line().text.Text(); got != "/hand" {
		t.Errorf("the line holds %q", got)
	}
}

func TestLettersAreTextOnTheLine(t *testing.T) {
	for _, m := range moments() {
		sh := seated(m.view("arcadia"), theme.Dark, 80, 24)
		press(sh, "plcxy12345q", fixtureNow+later)
		if got := sh.line().text.Text(); got != "plcxy12345q" {
			t.Errorf("%s: typing letters leaves %q", m.name, got)
		}
	}
}

func TestFooterAndPaletteComeFromTheRegistry(t *testing.T) {
	navigation := map[string]bool{"Tab": true, "Esc": true, "PgUp": true, "PgDn": true, "Space": true, "Up/Down": true, "Left/Right": true, "Enter": true, "/": true, "1-3": true, "1-2": true, "1-5": true, "1-6": true, "Ctrl+K": true, "Ctrl+Z": true}
	for _, m := range moments() {
		for _, seat := range fixtureSeats() {
			for _, keys := range []string{"", "<tab>", "/", "/amend 3.1<enter>", "/position<enter>"} {
				sh := seated(m.view(seat), theme.Dark, 200, 50)
				sh.Frame(fixtureNow)
				press(sh, keys, fixtureNow+later)
				for _, h := range sh.hints(sh.sight(), sh.speech()) {
					_, known := action.Find(h.Verb)
					if h.Verb != "" && !known {
						t.Errorf("%s/%s: footer entry %q stands for %q, which is no action", m.name, seat, h.Word, h.Verb)
					}
					if h.Verb == "" && len(h.Key) > 1 && !navigation[h.Key] {
						t.Errorf("%s/%s: footer entry %q %q is neither an action nor navigation", m.name, seat, h.Key, h.Word)
					}
				}
			}
		}
	}
}

func TestEverySizeIsDrawn(t *testing.T) {
	sizes := [][2]int{{0, 0}, {1, 1}, {0, 9}, {9, 0}, {2, 3}, {7, 5}, {20, 4}, {48, 11}, {59, 15}, {60, 16}, {99, 24}, {100, 16}, {120, 40}, {149, 20}, {200, 50}, {500, 200}}
	each := []exercise.SeatID{"arcadia", "hydra", "lantern", "chair", "recorder", "observer"} // one of each page
	for _, m := range moments() {
		for _, seat := range each {
			for _, size := range sizes {
				for _, look := range []theme.Look{theme.Dark, theme.ASCII} {
					sh := seated(m.view(seat), look, size[0], size[1])
					press(sh, "Some words", fixtureNow)
					f := sh.Frame(fixtureNow)
					if size[0] > 0 && size[1] > 0 && len(f.Lines) != size[1] {
						t.Fatalf("%s/%s at %v: %d lines", m.name, seat, size, len(f.Lines))
					}
					for y, line := range f.Lines {
						if cells(line) > size[0] {
							t.Fatalf("%s/%s at %v: line %d is %d cells wide: %q", m.name, seat, size, y, cells(line), line)
						}
					}
				}
			}
		}
	}
}

func TestHeaderSaysExerciseAtEverySize(t *testing.T) {
	for _, m := range moments() {
		for _, w := range append(windows, [2]int{24, 5}) {
			sh := seated(m.view("arcadia"), theme.Mono, w[0], w[1])
			top := sh.Frame(fixtureNow).Lines[0]
			if !strings.Contains(top, "EX") {
				t.Errorf("%s at %v: the header is %q", m.name, w, top)
			}
		}
	}
}

func TestRealWorldShowsNothingElse(t *testing.T) {
	sh := atTable("arcadia")
	press(sh, "/amend 3.1<enter>", fixtureNow+later)
	sh.See(realWorldView("arcadia"), fixtureNow+2*later)
	got := picture(t, sh)
	if !strings.Contains(got, "REAL WORLD - NOT EXERCISE.") || strings.Contains(got, "notify") || strings.Contains(got, "Hydra") {
		t.Errorf("the screen shows\n%s", got)
	}
}

func TestWhatCannotBeSentIsShownFirst(t *testing.T) {
	sh := seated(floorOf("arcadia"), theme.Dark, 100, 30)
	sh.Paste("co\u00adoperation", fixtureNow+later)
	if c := commandsIn(press(sh, "<enter>", fixtureNow+later)); len(c) > 0 {
		t.Fatalf("it was sent unseen: %v", c)
	}
	if got := sh.line().text.Text(); got != "cooperation" {
		t.Errorf("the line holds %q", got)
	}
	if c := commandsIn(press(sh, "<enter>", fixtureNow+later)); len(c) != 1 {
		t.Errorf("a second Enter submits %v", c)
	}
}

func TestTheASCIILookDrawsNoDisputedGlyph(t *testing.T) {
	for _, m := range moments() {
		for _, seat := range []exercise.SeatID{"arcadia", "chair", "recorder", "observer"} {
			for _, w := range windows {
				got := picture(t, seated(m.view(seat), theme.ASCII, w[0], w[1]))
				if i := strings.IndexAny(got, "─│▸✓·"); i >= 0 {
					t.Errorf("%s/%s at %v draws %q", m.name, seat, w, got[i:i+3])
				}
			}
		}
	}
}

// A private move leaves no line at the table: who made it is told that it was
// made, and who is asked or joined hears of it.
func TestAPrivateMoveIsConfirmed(t *testing.T) {
	invites := exercise.Line{No: "k1.7", Room: "team/arcadia", Kind: "caucus", Team: "arcadia", Seat: "arcadia", Phrase: words.Phrase("invites %s to a caucus: %s.", "Meridia", "C1")}
	joins := exercise.Line{No: "k1.8", Room: "team/arcadia", Kind: "caucus", Team: "meridia", Phrase: words.Phrase("joins the caucus; %s sit in it.", "Arcadia and Meridia")}
	asks := exercise.Line{No: "k1.9", Room: "team/arcadia", Kind: "ask", Team: "meridia", Seat: "meridia", Text: "How long?", Spoken: true}
	for _, c := range []struct {
		line exercise.Line
		want string
	}{
		{invites, "Arcadia invites Meridia to a caucus: C1."},
		{joins, "Meridia joins the caucus; Arcadia and Meridia sit in it.  /caucus"},
		{asks, ""}, // it stands under "For you"
	} {
		sh := atTable("arcadia")
		next := view("arcadia")
		next.Own.Lines = append(next.Own.Lines, c.line)
		sh.See(next, fixtureNow+later)
		if sh.note.text != c.want {
			t.Errorf("of %q it says %q, not %q", c.line.Phrase, sh.note.text, c.want)
		}
	}
}

// Whoever sends an inject from a page that shows nothing of it is told how to
// take it back while nobody has seen it.
func TestASentInjectCanBeTakenBack(t *testing.T) {
	sh := seated(view("chair"), theme.Mono, 100, 30)
	acts := press(sh, "/inject I6<enter>", fixtureNow+later)
	if len(acts) != 1 {
		t.Fatalf("it leads to %v", acts)
	}
	sh.Answer(acts[0].(Submit), nil, fixtureNow+later+10)
	if got, want := sh.note.text, "I6 is not out yet; /takeback I6 stops it unseen."; got != want {
		t.Errorf("it says %q, not %q", got, want)
	}
}
