package screen

import (
	"strconv"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

// missedView is the drafting after a seat was empty for a while.
func missedView(seat exercise.SeatID) *exercise.View {
	v := draftingView(seat)
	v.Own.Away = &exercise.AwayView{From: fixtureNow - 14*minute, Until: fixtureNow}
	for i, l := range v.Room.Feed {
		if l.Kind == "lodged" && strings.Contains(l.Text, " A1 ") {
			v.Room.Feed[i].Ref = "A1"
		}
	}
	return v
}

// returned is a window that has just opened: what the seat had kept under each
// slot, and the view.
func returned(v *exercise.View, look theme.Look, width, height int, kept map[string]string) (*Shell, []Act) {
	sh := NewShell(NewCache(), Preferences{Look: look})
	sh.Resize(width, height)
	acts := sh.Opened()
	left := sh.See(v, fixtureNow)
	for _, a := range acts {
		if r, ok := a.(Recall); ok {
			left = append(left, sh.Recalled(r, kept[r.Slot], fixtureNow)...)
		}
	}
	sh.Frame(fixtureNow)
	return sh, left
}

func TestComingBackAtEverySize(t *testing.T) {
	for name, keys := range map[string]string{"card": "", "incident": "<enter>", "amendment": "<enter><enter><enter>", "clause": "<enter><enter><enter><enter><enter>"} {
		t.Run(name, func(t *testing.T) {
			kept(t, func(look theme.Look, width, height int) *Shell {
				sh, _ := returned(missedView("arcadia"), look, width, height, nil)
				press(sh, keys, fixtureNow+later)
				return sh
			})
		})
	}
}

func TestWhoComesBackIsToldWhatWasMissed(t *testing.T) {
	ago := func(ms int64) string { return strconv.FormatInt(fixtureNow-ms, 10) }
	away := func(from, until int64) *exercise.AwayView {
		return &exercise.AwayView{From: fixtureNow - from, Until: fixtureNow - until}
	}
	for _, row := range []struct {
		name  string
		seat  exercise.SeatID
		away  *exercise.AwayView
		seen  string
		says  string // empty: nothing is told
		opens bool
	}{
		{"for the first time", "arcadia", nil, "", "", false},
		{"after the seat was empty", "arcadia", away(11*minute, 0), "", "While you were away (11 min): ", true},
		{"after it was empty and the window before was left", "arcadia", away(11*minute, 0), ago(11 * minute), "(11 min)", true},
		{"after a line that dropped unnoticed", "arcadia", away(9*minute, 0), ago(11 * minute), "(11 min)", true},
		{"to the window of another", "arcadia", nil, ago(4 * minute), "(4 min)", true},
		{"to the window of another, with an old absence", "arcadia", away(60*minute, 50*minute), ago(4 * minute), "(4 min)", true},
		{"within a breath, with an old absence", "arcadia", away(60*minute, 50*minute), "", "", false},
		{"after a crash, with an old key", "arcadia", away(4*minute, 0), ago(40 * minute), "(4 min)", true},
		{"when nothing has happened", "arcadia", away(second, 0), "", "", false},
		{"at a desk", "chair", away(11*minute, 0), "", "While you were away (11 min): ", false},
		{"as one who only watches", "observer", away(11*minute, 0), ago(11 * minute), "", false},
		{"at the projector", "projector", away(11*minute, 0), ago(11 * minute), "", false},
	} {
		t.Run(row.name, func(t *testing.T) {
			v := draftingView(row.seat)
			v.Own.Away = row.away
			sh, acts := returned(v, theme.Mono, 100, 30, map[string]string{seenSlot: row.seen})
			got := picture(t, sh)
			if told := strings.Contains(got, "While you were away"); told != (row.says != "") || !strings.Contains(got, row.says) {
				t.Errorf("it shows\n%s", got)
			}
			if _, open := sh.page().(*catchUp); open != row.opens {
				t.Errorf("the card is open: %v", open)
			}
			if sh.focused {
				t.Error("the card has the keys")
			}
			forgets := len(acts) > 0 && acts[len(acts)-1] == Act(Keep{Slot: seenSlot})
			if forgets != (row.seen != "") {
				t.Errorf("it keeps %v", acts)
			}
		})
	}
}

func TestTheCardLeavesADraftAlone(t *testing.T) {
	sh, _ := returned(missedView("arcadia"), theme.Mono, 80, 24, map[string]string{tableSlot: "We could live with"})
	press(sh, " that, all", fixtureNow+later)
	if got := sh.line().text.Text(); got != "We could live with that, all" {
		t.Errorf("the line holds %q", got)
	}
	if _, open := sh.page().(*catchUp); !open {
		t.Error("the card is gone")
	}
	press(sh, "<enter>", fixtureNow+later) // holds the words, and walks nowhere
	if p := sh.page().(*catchUp); p.at != 0 || !sh.line().held {
		t.Errorf("Enter walked to %d, held %v", p.at, sh.line().held)
	}
	press(sh, "<tab><enter>", fixtureNow+later)
	if p := sh.page().(*catchUp); p.at != 1 {
		t.Errorf("Tab and Enter are at %d", p.at)
	}
}

func TestWalkingThroughTheCard(t *testing.T) {
	for _, row := range []struct {
		name, keys string
		at         int // -1: the card is closed
	}{
		{"as it opens", "", 0},
		{"Enter", "<enter>", 1},
		{"and back", "<enter><enter><up>", 1},
		{"Esc skips all", "<esc>", -1},
		{"Esc from the midst", "<enter><esc>", -1},
		{"a skips all", "<tab>a", -1},
		{"a in the line is a letter", "a", 0},
		{"past the last", strings.Repeat("<enter>", 20), -1},
		{"new brings it back", "<esc>/new<enter>", 0},
	} {
		t.Run(row.name, func(t *testing.T) {
			sh, _ := returned(missedView("arcadia"), theme.Mono, 80, 24, nil)
			press(sh, row.keys, fixtureNow+later)
			p, open := sh.page().(*catchUp)
			if open != (row.at >= 0) || open && p.at != row.at {
				t.Errorf("open %v, at %+v", open, p)
			}
		})
	}
}

func TestAnIncidentOnTheCardIsRead(t *testing.T) {
	sh, _ := returned(missedView("arcadia"), theme.Mono, 80, 24, nil)
	if acts := press(sh, "<enter>", fixtureNow+later); len(acts) != 1 || acts[0] != Act(Seen{Incident: "I1"}) {
		t.Errorf("it leads to %v", acts)
	}
}

func TestNewAtAnyTime(t *testing.T) {
	sh := seated(draftingView("arcadia"), theme.Mono, 100, 30)
	press(sh, "/new<enter>", fixtureNow+later)
	if got := picture(t, sh); !strings.Contains(got, "In the last 10 min: ") {
		t.Errorf("it shows\n%s", got)
	}
	press(sh, "<esc>/new<enter>", fixtureNow+later+1000)
	if got := picture(t, sh); !strings.Contains(got, "Nothing new in the last 1 min.") {
		t.Errorf("asked again it shows\n%s", got)
	}
}

// Over the hot wash a line is still an answer, and nothing said aloud.
func TestALineUnderTheCardKeepsItsPurpose(t *testing.T) {
	v := hotWashCollectingView("arcadia")
	v.Own.Away = &exercise.AwayView{From: fixtureNow - 20*minute, Until: fixtureNow}
	sh, _ := returned(v, theme.Mono, 80, 24, nil)
	if _, open := sh.page().(*catchUp); !open {
		t.Fatal("no card is open")
	}
	if got := commandsIn(press(sh, "The hot line.<enter>", fixtureNow+later)); len(got) > 0 {
		t.Errorf("it submits %v", got)
	}
}

func TestWhatAWindowKeepsAsItCloses(t *testing.T) {
	for _, row := range []struct {
		seat exercise.SeatID
		keys string
		want string
	}{
		{"arcadia", "", strconv.FormatInt(fixtureNow, 10)},
		{"arcadia", "We", strconv.FormatInt(fixtureNow+later, 10)},
		{"observer", "We", ""},
	} {
		sh := seated(turnView(row.seat), theme.Mono, 80, 24)
		press(sh, row.keys, fixtureNow+later)
		got := ""
		for _, k := range sh.Closed() {
			got += k.Text
		}
		if got != row.want {
			t.Errorf("%s: %q is kept, not %q", row.seat, got, row.want)
		}
	}
}
