package screen

import (
	"reflect"
	"strings"
	"testing"

	"kefi/exercise"
	"kefi/tui/action"
	"kefi/tui/theme"
)

func TestKeysOfTheSheet(t *testing.T) {
	a1 := func(kind exercise.PositionKind, adRef int64) []exercise.Command {
		return []exercise.Command{exercise.TakePosition{X: "A1", Position: kind, AdRef: adRef}}
	}
	for _, c := range []struct {
		given, keys string
		want        []exercise.Command
		line        string
	}{
		{"one key accepts", "1", a1(exercise.Accept, 0), ""},
		{"one key accepts ad referendum", "2", a1(exercise.Accept, defaultAdRef), ""},
		{"what has to say something begins a line", "3", nil, `/position A1 not-yet "`},
		{"an objection too", "4", nil, `/position A1 object "`},
		{"one key stands aside", "5", a1(exercise.StandAside, 0), ""},
		{"a condition is finished by hand", "6", nil, "/position A1 accept if "},
		{"each decision has its own", "<down>1", []exercise.Command{exercise.TakePosition{X: "4", Position: exercise.Accept}}, ""},
		{"a silence that is proposed is refused by one key", "<down><down><down>2", []exercise.Command{exercise.NoSilence{X: "5"}}, ""},
		{"silence is broken with a reason", "<down><down><down><down>2", nil, `/break 6 "`},
		{"silence itself is nothing", "<down><down><down><down>1", nil, ""},
		{"d and o only show", "ddoo", nil, ""},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(sheetView("meridia"), theme.Dark, 100, 30)
			got := commandsIn(press(sh, "/position<enter>"+c.keys, fixtureNow+later))
			if !reflect.DeepEqual(got, c.want) || sh.line().text.Text() != c.line {
				t.Errorf("%q submits %v and leaves %q in the line", c.keys, got, sh.line().text.Text())
			}
		})
	}
}

// The person types the reason alone; the line that a key began with a quotation
// mark is whole without the second one.
func TestAReasonThatAKeyBeginsNeedsNoSecondMark(t *testing.T) {
	want := []exercise.Command{exercise.TakePosition{X: "A1", Position: exercise.Objects, Words: exercise.T("Too soon.")}}
	for _, reason := range []string{"Too soon.", `Too soon."`} {
		sh := seated(sheetView("meridia"), theme.Dark, 100, 30)
		if got := commandsIn(press(sh, "/position<enter>4"+reason+"<enter>", fixtureNow+later)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s submits %v", reason, got)
		}
	}
}

// A line that a key began shows no list beside it; the next one does again.
func TestTheListComesBackAfterALineThatAKeyBegan(t *testing.T) {
	for _, key := range []string{"/", "?"} {
		sh := seated(sheetView("meridia"), theme.Dark, 100, 30)
		press(sh, "/position<enter>4<esc>"+key, fixtureNow+later)
		if !sh.choice.open(sh.line()) {
			t.Errorf("%s opens no list over %q", key, sh.line().text.Text())
		}
	}
}

// The row that the keys are for goes while a finger is on its way: what takes
// its place is not answered.
func TestADecisionThatClosesIsNotAnsweredByAnother(t *testing.T) {
	sh := seated(sheetView("meridia"), theme.Dark, 100, 30)
	press(sh, "/position<enter><down>", fixtureNow+later)
	v := sheetView("meridia")
	v.Room.Standing = append(v.Room.Standing[:1:1], v.Room.Standing[2:]...)
	sh.See(v, fixtureNow+later+100)
	if got := commandsIn(press(sh, "1", fixtureNow+later+200)); got != nil {
		t.Errorf("1 after clause 4 has closed submits %v", got)
	}
}

func TestViewsOfAClause(t *testing.T) {
	const opens = "Each Party "
	for _, c := range []struct{ keys, want string }{
		{"", "[24 κ1 φ1 | 72 ε2 | 48 κ1 ε1 φ1 | = 48, or 24 in an emergency, | 48 working ε1]"},
		{"v", "[24 | 72 {+| 48 (ε Forge) | 48, or 24 in an emergency, (=) | 48 (ε Forge) working (ε Hydra)+}]"},
		{"vv", opens + "[shall | should] notify the operators concerned within 48 hours"},
		{"vvv", opens + "shall notify the operators concerned within 48 hours"},
		{"vvvv", "[24 | 72] hours"},
		{"vvvvv", "48 working ε1]"},
	} {
		sh := seated(draftingView("arcadia"), theme.Dark, 100, 40)
		sh.Frame(fixtureNow)
		press(sh, "/text 3<enter><tab>"+c.keys, fixtureNow+later)
		if text := one(picture(t, sh)); !strings.Contains(text, c.want) {
			t.Errorf("%q shows no %q:\n%s", c.keys, c.want, text)
		}
	}
}

func TestWhatTheChairBringsIsTakenInHand(t *testing.T) {
	sh := seated(turnView("arcadia"), theme.Dark, 100, 30)
	press(sh, "<up>Half a sen", fixtureNow+later)
	v := turnView("arcadia")
	v.Room.Focus = "5.1"
	sh.See(v, fixtureNow+2*later)
	if got := sh.clauseInHand(); got != "5" {
		t.Errorf("clause %s is in hand after the chair brought 5.1", got)
	}
	if text := sh.line().text.Text(); text != "Half a sen" || sh.focused {
		t.Errorf("the line holds %q, focus %v", text, sh.focused)
	}
	press(sh, "<ctrl+z>", fixtureNow+3*later)
	sh.See(v, fixtureNow+4*later)
	sh.clause = "2"
	sh.See(v, fixtureNow+5*later)
	if got := sh.clauseInHand(); got != "2" {
		t.Errorf("what was brought before takes clause %s again", got)
	}
}

// What screens give a key to is reached by it: no verb of this list may lose
// the key that somewhere begins or submits it.
func TestEveryVerbWithAKeyHasIt(t *testing.T) {
	verbs := strings.Fields("position object wait break no-silence confirm caucus report poll text bring chair-text put gavel close extend silence floor whisper absent item next undo " +
		"prefer can-live cannot clear mark correct reserve-sign endorse decline dissociate")
	reached := map[string]bool{}
	note := func(line string) {
		words := strings.Fields(strings.TrimPrefix(line, "/"))
		if len(words) == 0 {
			return
		}
		reached[words[0]] = true
	}
	opens := []string{"<tab>", "/position<enter>", "/caucus<enter><tab>", "/room<enter><tab>", "/text<enter><tab>", "/prefer<enter>", "/poll<enter>", "/page table<enter><tab>"}
	for _, m := range moments() {
		for _, seat := range []exercise.SeatID{"arcadia", "hydra", "lantern", "chair", "recorder"} {
			for _, keys := range opens {
				sh := seated(m.view(seat), theme.Dark, 100, 30)
				sh.Frame(fixtureNow)
				press(sh, keys, fixtureNow+later)
				for range 20 {
					if sh.focused {
						keysLeadTo(sh, note)
						press(sh, "<down>", fixtureNow+later)
					}
				}
			}
		}
	}
	for _, v := range verbs {
		if v = strings.TrimPrefix(v, "reserve-"); !reached[v] {
			t.Errorf("no key leads to %s", v)
		}
		if _, known := action.Find(v); !known {
			t.Errorf("%s is no verb", v)
		}
	}
}

// keysLeadTo tells the verbs that the footer's keys lead to here.
func keysLeadTo(sh *Shell, note func(string)) {
	s := sh.sight()
	for _, h := range sh.hints(s, sh.speech()) {
		note(h.Verb)
		if len(h.Key) != 1 && h.Key != "Enter" {
			continue
		}
		k, _ := nextKey(strings.Replace(h.Key, "Enter", "<enter>", 1))
		acts, _ := sh.page().Key(s, k)
		for _, a := range acts {
			noteAct(a, note)
		}
	}
}

// noteAct tells the verb that an act begins or submits.
func noteAct(a Act, note func(string)) {
	switch a := a.(type) {
	case Type:
		note(a.Line)
	case Prefill:
		note(a.Line)
	case Open:
		if r, ok := a.Page.(*review); ok {
			for _, x := range r.does {
				noteAct(x, note)
			}
		}
	case Submit:
		switch a.Command.(type) {
		case exercise.TakePosition:
			note("position")
		case exercise.Object:
			note("object")
		case exercise.NoSilence:
			note("no-silence")
		case exercise.Wait:
			note("wait")
		case exercise.TakeStance:
			note("prefer")
			note("can-live")
		case exercise.ClearStance:
			note("clear")
		case exercise.Sign:
			note("sign")
		case exercise.Endorse:
			note("endorse")
		case exercise.Decline:
			note("decline")
		}
	}
}
