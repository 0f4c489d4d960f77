package screen

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

// form is somewhere one writes: when it can be opened, how, and as long as what
// it is about is there.
type form struct {
	name  string
	seat  exercise.SeatID
	opens string
	keys  []string // beside letters and moves within the text
	fits  func(*exercise.View) bool
	// views are what is seen where the play does not come so far.
	views []*exercise.View
}

// seen are the views that arrive: those of the play, or of a fixture.
func (f form) seen(t testing.TB) []*exercise.View {
	if f.views != nil {
		return f.views
	}
	return playedFor(t, f.seat)
}

// signing is the closing as the others sign, one after the other.
func signing() (views []*exercise.View) {
	for n := range 6 {
		v := closingView("arcadia")
		for i := range v.Room.Closing.Signatures[1:] {
			if i >= n {
				v.Room.Closing.Signatures[i+1] = exercise.SignatureView{Team: v.Room.Closing.Signatures[i+1].Team}
			}
		}
		views = append(views, v)
	}
	return views
}

// writingKeys write, and move in what is written.
var writingKeys = []string{"a", "b", " ", "é", "界", "s", "y", "1", "<left>", "<right>", "<home>", "<end>", "<backspace>", "<delete>", "<ctrl+z>"}

func inPhase(phases ...exercise.Phase) func(*exercise.View) bool {
	return func(v *exercise.View) bool {
		for _, p := range phases {
			if v.Room.Phase == p {
				return !v.Room.RealWorld
			}
		}
		return false
	}
}

// positionAsked says that a position on something is positionAsked.
func positionAsked(v *exercise.View) bool {
	return len(v.Room.Standing) == 1 && v.Room.Standing[0].Form == exercise.FormPut
}

var (
	whileTalking = inPhase(exercise.Lobby, exercise.Briefing, exercise.Table, exercise.Closing)
	whileSitting = inPhase(exercise.Table)
	whileSigning = func(v *exercise.View) bool {
		return v.Room.Phase == exercise.Closing && v.Room.Closing != nil && v.Room.Closing.Adopted
	}
)

// forms are everywhere that anything is written.
var forms = []form{
	{"the line", "arcadia", "", nil, whileTalking, nil},
	{"a command", "arcadia", "/han", nil, whileTalking, nil},
	{"the filter of the palette", "arcadia", "<ctrl+k>po", nil, whileTalking, nil},
	{"the filter of help", "arcadia", "?am", nil, whileTalking, nil},
	{"an answer", "arcadia", `/answer I1 "We`, nil, whileSitting, nil},
	{"an objection", "arcadia", `/object "We`, nil, whileSitting, nil},
	{"the amend page", "arcadia", "/amend 3.1<enter>", []string{"<tab>", "<up>", "<down>"}, whileSitting, nil},
	{"its reason", "arcadia", "/amend 3.1<enter><tab>", []string{"<tab>"}, whileSitting, nil},
	{"the team room", "arcadia", "/room<enter>", nil, whileTalking, nil},
	{"the caucuses", "arcadia", "/caucuses<enter>", nil, whileSitting, nil},
	{"the reason of a position", "arcadia", "/position<enter><tab>", nil, positionAsked, nil},
	{"a reservation", "arcadia", "<tab>r", nil, whileSigning, signing()},
	{"an answer of the hot wash", "arcadia", "", nil, inPhase(exercise.HotWash), nil},
	{"a note", "recorder", "", nil, inPhase(exercise.Table, exercise.Closing), nil},
}

// written is all that is a person's own on the screen: page, focus, texts,
// cursors, fields.
func written(sh *Shell) string {
	in := sh.line()
	s := ""
	if sh.focused || len(sh.stack) > 0 {
		s = fmt.Sprintf("%T ", sh.page()) // a home page under a line may change
	}
	s += fmt.Sprintf("focused %v, line %q at %d held %v over %q", sh.focused, in.text.Text(), in.text.at, in.held, in.aside)
	switch p := sh.page().(type) {
	case *amend:
		s += fmt.Sprintf(", text %q at %d, why %q at %d, field %d", p.text.Text(), p.text.at, p.why.Text(), p.why.at, p.field)
	case *decide:
		s += fmt.Sprintf(", why %q at %d, field %d, answer %d", p.why.Text(), p.why.at, p.field, p.chosen)
	}
	return s
}

// TestWhatOthersDoDisturbsNobodyWriting plays an exercise that is really played
// into a screen on which somebody writes, and holds it against a screen where
// the same keys are pressed and nothing arrives.
func TestWhatOthersDoDisturbsNobodyWriting(t *testing.T) {
	starts := map[string][]int{}
	for _, f := range forms {
		for i, v := range f.seen(t) {
			if v.Own.Agreed && f.fits(v) {
				starts[f.name] = append(starts[f.name], i)
			}
		}
		if len(starts[f.name]) == 0 {
			t.Fatalf("%s: the play has no place for it", f.name)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		f := rapid.SampledFrom(forms).Draw(rt, "form")
		f.disturb(rt, f.seen(t), rapid.SampledFrom(starts[f.name]).Draw(rt, "from"))
	})
}

func (f form) disturb(t *rapid.T, views []*exercise.View, at int) {
	size := rapid.SampledFrom(windows).Draw(t, "window")
	at0, first := at, views[at]
	now := first.Room.Clocks.Wall + later
	open := func() *Shell {
		sh := seated(first, theme.Mono, size[0], size[1])
		sh.Frame(now)
		press(sh, f.opens, now)
		sh.Frame(now)
		return sh
	}
	alone, among := open(), open()
	keys := append(append([]string{}, writingKeys...), f.keys...)
	for range rapid.IntRange(1, 40).Draw(t, "steps") {
		now += rapid.Int64Range(1, 1500).Draw(t, "gap")
		if rapid.Bool().Draw(t, "arrives") {
			to := min(at+rapid.IntRange(1, 12).Draw(t, "acts"), len(views)-1)
			if views[to].Room.Phase == first.Room.Phase && f.fits(views[to]) && !(strings.Contains(f.opens, "position") && views[to].Room.Standing[0].ID != first.Room.Standing[0].ID) {
				at = to
				among.See(views[at], now)
			}
		} else {
			k := rapid.SampledFrom(keys).Draw(t, "key")
			press(alone, k, now)
			press(among, k, now)
		}
		among.Frame(now)
		if got, want := written(among), written(alone); got != want {
			t.Fatalf("%s from act %d to %d: it is\n%s\nand alone\n%s", f.name, at0, at, got, want)
		}
	}
}
