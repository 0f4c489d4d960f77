package screen

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"kefi/exercise"
	"kefi/tui/theme"
)

// drawer keeps a seat's drafts, as the server does.
type drawer map[string]string

// serve does what a shell asks of its seat, and what follows from that.
func (d drawer) serve(sh *Shell, acts []Act, now int64) {
	for len(acts) > 0 {
		a := acts[0]
		acts = acts[1:]
		switch a := a.(type) {
		case Keep:
			if d[a.Slot] = a.Text; a.Text == "" {
				delete(d, a.Slot)
			}
		case Recall:
			acts = append(acts, sh.Recalled(a, d[a.Slot], now)...)
		}
	}
}

// sit opens a window at the seat and presses keys in it.
func (d drawer) sit(v *exercise.View, keys string) *Shell {
	sh := NewShell(NewCache(), Preferences{Look: theme.Mono})
	sh.Resize(100, 30)
	d.serve(sh, sh.Opened(), fixtureNow)
	d.serve(sh, sh.See(v, fixtureNow), fixtureNow)
	sh.Frame(fixtureNow)
	d.press(sh, keys, fixtureNow+later)
	return sh
}

func (d drawer) press(sh *Shell, keys string, now int64) {
	for keys != "" {
		k, rest := nextKey(keys)
		d.serve(sh, sh.Key(k, now), now)
		sh.Frame(now)
		keys = rest
	}
}

// inHand is what stands in the field in hand.
func inHand(sh *Shell) string {
	if sh.focused {
		switch p := sh.page().(type) {
		case *amend:
			return p.text.Text() + "|" + p.why.Text()
		case *decide:
			return p.why.Text()
		}
	}
	return sh.line().text.Text()
}

// writers are where people write: how one comes there, and what is typed.
var writers = []struct {
	name  string
	seat  exercise.SeatID
	view  func(exercise.SeatID) *exercise.View
	opens string
	types string
	want  string
}{
	{"to the table", "hydra", turnView, "", "We could live with that", "We could live with that"},
	{"in the team room", "arcadia", turnView, "/room<enter>", "Take 48", "Take 48"},
	{"in a caucus", "arcadia", caucusView, "/caucuses<enter>", "Take 48", "Take 48"},
	{"on the amend page", "arcadia", turnView, "/amend 3.1<enter>", " Really.<tab>Keeps it short", ""},
	{"beside a position", "arcadia", putView, "/position<enter><tab>", "midway", "midway"},
	{"an answer to an incident", "arcadia", incidentView, "", `/answer I2 "It would have`, `/answer I2 "It would have`},
	{"an objection", "arcadia", gavelView, "", `/object A1 "we do not`, `/object A1 "we do not`},
	{"for the hot wash", "arcadia", hotWashCollectingView, "", "A hot line", "A hot line"},
	{"a reservation", "arcadia", closingView, "<tab>r<down><down>", "Ours only", "Ours only"},
	{"a note", "recorder", turnView, "", "A first", "A first"},
	{"from the chair", "chair", turnView, "", "Thank you", "Thank you"},
}

func TestWhatIsWrittenWaitsForTheSeat(t *testing.T) {
	for _, row := range writers {
		t.Run(row.name, func(t *testing.T) {
			kept := drawer{}
			old := kept.sit(row.view(row.seat), row.opens+row.types)
			want := inHand(old)
			if row.want != "" && want != row.want {
				t.Fatalf("it was written as %q", want)
			}
			again := kept.sit(row.view(row.seat), row.opens)
			if got := inHand(again); got != want {
				t.Errorf("it comes back as %q, not %q; kept is %v", got, want, kept)
			}
		})
	}
}

func TestHeldWordsAreStillHeld(t *testing.T) {
	kept := drawer{}
	kept.sit(turnView("arcadia"), "We could.<enter>")
	sh := kept.sit(floorOf("arcadia"), "")
	if in := sh.line(); in.text.Text() != "We could." || !in.held {
		t.Errorf("the line holds %q, held %v", in.text.Text(), in.held)
	}
	kept.press(sh, "<backspace>", fixtureNow+later)
	if sh = kept.sit(floorOf("arcadia"), ""); sh.line().held {
		t.Error("words that were changed are held")
	}
}

func TestACommandComesBackOverTheWords(t *testing.T) {
	kept := drawer{}
	kept.sit(turnView("arcadia"), `We could.<enter><ctrl+k>ask hydra "Would 48`)
	sh := kept.sit(turnView("arcadia"), "")
	if in := sh.line(); in.text.Text() != `/ask hydra "Would 48` || in.aside != "We could." || !in.asideHeld {
		t.Fatalf("the line holds %q over %q, held %v", in.text.Text(), in.aside, in.asideHeld)
	}
	kept.press(sh, "<esc>", fixtureNow+later)
	if in := sh.line(); in.text.Text() != "We could." || !in.held {
		t.Errorf("Esc leaves %q, held %v", in.text.Text(), in.held)
	}
	if sh = kept.sit(turnView("arcadia"), ""); sh.line().text.Text() != "We could." {
		t.Errorf("a command that was put away comes back: %q", sh.line().text.Text())
	}
}

func TestWhatHasBeenSaidDoesNotComeBack(t *testing.T) {
	for _, row := range []struct{ name, keys string }{
		{"a sentence", "We could.<enter>"},
		{"a question", `/ask hydra "Would 48 do?"<enter>`},
	} {
		kept := drawer{}
		sh := kept.sit(floorOf("arcadia"), row.keys[:len(row.keys)-len("<enter>")])
		for _, a := range press(sh, "<enter>", fixtureNow+later) {
			if s, ok := a.(Submit); ok {
				kept.serve(sh, sh.Answer(s, nil, fixtureNow+later), fixtureNow+later)
			}
		}
		delete(kept, seenSlot)
		if len(kept) > 0 {
			t.Errorf("%s: %v is kept", row.name, kept)
		}
	}
}

// An amendment goes on from the reading that it began with: what others have
// changed meanwhile is not taken back by it.
func TestAnAmendmentGoesOnFromItsReading(t *testing.T) {
	kept := drawer{}
	sh := kept.sit(turnView("arcadia"), "/amend 3.1<enter> Really.")
	want := sh.page().(*amend).base
	v := turnView("arcadia")
	v.Own.Stances = []exercise.OwnStance{{Alt: exercise.AltID{Point: "3.1a", N: 2}, Stance: exercise.Prefer}} // and so the reading is another
	sh = kept.sit(v, "/amend 3.1<enter>")
	if a := sh.page().(*amend); a.base != want || a.text.Text() != want+" Really." {
		t.Errorf("it goes on from %q with %q", a.base, a.text.Text())
	}
	if fresh := (drawer{}).sit(v, "/amend 3.1<enter>").page().(*amend); fresh.base == want {
		t.Fatal("the reading is not another")
	}
}

func TestAPasteIsKept(t *testing.T) {
	kept := drawer{}
	sh := kept.sit(turnView("arcadia"), "/amend 3.1<enter>")
	kept.serve(sh, sh.Paste(" Pasted.", fixtureNow+later), fixtureNow+later)
	if sh = kept.sit(turnView("arcadia"), "/amend 3.1<enter>"); sh.page().(*amend).text.Text() == sh.page().(*amend).base {
		t.Errorf("kept is %v", kept)
	}
}

// Whatever is typed and whatever arrives, what a window shows as written is
// what the next one finds.
func TestEveryDraftOutlivesItsWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.SampledFrom(writers).Draw(t, "writer")
		kept := drawer{}
		sh := kept.sit(w.view(w.seat), w.opens)
		for i := range rapid.IntRange(1, 25).Draw(t, "steps") {
			now := fixtureNow + later + int64(i)*1000
			if rapid.IntRange(0, 3).Draw(t, "arrives") == 0 {
				kept.serve(sh, sh.See(w.view(w.seat), now), now)
				continue
			}
			kept.press(sh, rapid.SampledFrom([]string{"a", " ", "é", "界", "<left>", "<backspace>", "<ctrl+z>", "."}).Draw(t, "key"), now)
		}
		want := inHand(sh)
		before := maps.Clone(kept)
		if got := inHand(kept.sit(w.view(w.seat), w.opens)); got != want {
			t.Fatalf("%s: it comes back as %q, not %q; kept was %v", w.name, got, want, before)
		}
	})
}
