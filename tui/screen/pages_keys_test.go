package screen

import (
	"reflect"
	"testing"

	"kefi/exercise"
	"kefi/tui/theme"
)

// acted is what keys led to: the commands that were submitted, and the text
// that the input line then holds.
func acted(acts []Act) []exercise.Command {
	var commands []exercise.Command
	for _, a := range acts {
		if s, ok := a.(Submit); ok {
			commands = append(commands, s.Command)
		}
	}
	return commands
}

func TestKeysOfPages(t *testing.T) {
	none := []exercise.Command(nil)
	does := func(c ...exercise.Command) []exercise.Command { return c }
	said := exercise.T
	for _, c := range []struct {
		given string
		view  func(exercise.SeatID) *exercise.View
		seat  exercise.SeatID
		keys  string
		later string // pressed a second after
		want  []exercise.Command
		line  string // what stands in the input line then
	}{
		{"Enter on first contact accepts nothing", firstContactView, "arcadia", "<enter>", "", none, ""},
		{"letters are text while the line has the focus", firstContactView, "arcadia", "yr", "", none, "yr"},
		{"y accepts without research", firstContactView, "arcadia", "<tab>y", "", does(exercise.Agree{Research: "no"}), ""},
		{"r is the second, separate choice", firstContactView, "arcadia", "<tab>r", "", does(exercise.Agree{Research: "yes"}), ""},
		{"a line that is chosen first", firstContactView, "arcadia", "<down>", "<enter>", does(exercise.Agree{Research: "no"}), ""},
		{"its letter typed as a word", firstContactView, "arcadia", "y<enter>", "", does(exercise.Agree{}), "y"},
		{"the typed word", firstContactView, "recorder", "agree<enter>", "", does(exercise.Agree{}), "agree"},
		{"the typed word with research", firstContactView, "recorder", "agree research yes<enter>", "", does(exercise.Agree{Research: "yes"}), "agree research yes"},
		{"other words stay in the line", firstContactView, "recorder", "hello<enter>", "", none, "hello"},

		{"hello in the lobby is put to the table", lobbyView, "arcadia", "Hello<enter>", "", does(exercise.Say{Words: said("Hello")}), "Hello"},
		{"ready is the last line", lobbyView, "arcadia", "<down><down><down>", "<enter>", does(exercise.Ready{}), ""},
		{"an observer says nothing", lobbyView, "observer", "Hello<enter>", "", none, "Hello"},

		{"a line in the team room stays there", turnView, "arcadia", "/room<enter>Take 48.<enter>", "", does(exercise.SpeakRoom{Words: said("Take 48.")}), "Take 48."},

		{"Enter on the empty line decides nothing", turnView, "chair", "<enter><enter>", "", none, ""},
		{"the chair's letters are text in the line", turnView, "chair", "gnu", "", none, "gnu"},
		{"the suggested line", turnView, "chair", "<tab><enter>", "", does(exercise.Gavel{X: "A1"}), ""},
		{"put what is ready", turnView, "chair", "<tab><down>p", "", does(exercise.Put{X: []exercise.Subject{"A1"}}), ""},
		{"pass the floor on", turnView, "chair", "<tab>n", "", does(exercise.Next{}), ""},
		{"take back", turnView, "chair", "<tab>u", "", does(exercise.Undo{}), ""},
		{"whisper to who is quiet longest", turnView, "chair", "<tab><down><down><down>w", "", none, `/whisper meridia "`},
		{"or offer them the floor", turnView, "chair", "<tab><down><down><down>f", "", does(exercise.GiveFloor{Team: "meridia"}), ""},
		{"whisper to a team", turnView, "chair", "<tab><down><down><down><down>w", "", none, `/whisper arcadia "`},
		{"bring what is ready to every screen", turnView, "chair", "<tab><down>b", "", does(exercise.Bring{X: "A1"}), ""},
		{"close what is put", putView, "chair", "<tab><down>x", "", does(exercise.Close{X: "A1"}), ""},

		{"take a queued inject back", turnView, "control", "<tab>t", "", does(exercise.TakeBack{Inject: "I3"}), ""},
		{"Enter on its row takes it back too", turnView, "control", "<tab><down><down><down><enter>", "", does(exercise.TakeBack{Inject: "I3"}), ""},
		{"send it now", turnView, "control", "<tab><down><down><down>n", "", does(exercise.SendInject{Inject: "I3", Now: true}), ""},
		{"send a planned one", turnView, "chair", "<tab>2<down><down><down><down>i", "", does(exercise.SendInject{Inject: "I4"}), ""},
		{"drop asks for the reason", turnView, "control", "<tab><down><down><down><down>d", "", none, `/drop I4 "`},
		{"answer for the world", turnView, "control", "<tab>5<enter>", "", none, `/reply-as press #R1 "`},
		{"give what is prepared", mselView, "control", "<tab>5<down>a", "", does(exercise.ReplyAs{Name: "Q3", No: "r2"}), ""},
		{"hold what is planned", mselView, "control", "<tab><down><down><down><down>h", "", does(exercise.HoldInject{Inject: "I4"}), ""},
		{"let go what is due", mselView, "control", "<tab><down><down><down><down><down>l", "", does(exercise.ReleaseInject{Inject: "I7"}), ""},
		{"let go what is held", mselView, "control", "<tab><down><down><down><down><down><down>l", "", does(exercise.ReleaseInject{Inject: "I8"}), ""},
		{"recall asks for the reason", mselView, "control", "<tab><down><down>c", "", none, `/recall I2 "`},
		{"slip asks by how much", mselView, "control", "<tab>s", "", none, "/slip "},
		{"a dial asks for the reason", mselView, "control", "<tab>6<down><down>-", "", none, `/dial trust -5 "`},
		{"jump asks how far", mselView, "control", "<tab>j", "", none, "/jump "},
		{"a typed jump is reviewed", mselView, "control", "/jump 30m<enter>", "<enter>", none, ""},
		{"a y too early does not jump", mselView, "control", "/jump 30m<enter>y", "", none, ""},
		{
			"y jumps, and what was not chosen moves along", mselView, "control", "/jump 30m<enter><down>f", "y",
			does(exercise.Jump{By: 30 * minute, Fire: []exercise.InjectID{"I9"}, Rest: exercise.JumpMove}), "",
		},
		{"take back the last act", mselView, "control", "<tab>u", "", does(exercise.Undo{}), ""},
		{"kick has a review", mselView, "control", "<tab>7k", "<enter>", none, ""},
		{"pause what runs", turnView, "control", "<tab>p", "", does(exercise.Pause{}), ""},
		{"resume what stands", realPauseView, "control", "<tab>p", "", does(exercise.Resume{}), ""},
		{"STARTEX has a review", lobbyView, "control", "<tab><enter>", "<enter>", none, ""},
		{"which y passes", lobbyView, "control", "<tab><enter>", "y", does(exercise.Start{}), ""},
		{"ask a prepared question", hotWashBoardsView, "control", "<tab><down><down><down><enter>", "", does(exercise.Question{Words: said("What would you do first?")}), ""},
		{"one that was asked is not asked again", hotWashBoardsView, "control", "<tab><down><enter>", "", none, ""},
		{"Next is not the way to closing", turnView, "control", "<tab><enter>", "y", none, ""},

		{"signing is reviewed", closingView, "arcadia", "<tab>s", "<enter>", none, ""},
		{"and confirmed by y", closingView, "arcadia", "<tab>s", "y", does(exercise.Sign{}), ""},
		{"a y too early is not heard", closingView, "arcadia", "<tab>sy", "", none, ""},
		{"Enter on the empty line signs nothing", closingView, "arcadia", "<enter>", "<enter>", none, ""},
		{"endorse", closingView, "arcadia", "<tab>e", "y", does(exercise.Endorse{}), ""},
		{"decline", closingView, "arcadia", "<tab>d", "y", does(exercise.Decline{}), ""},
		{
			"a reservation", closingView, "arcadia", "<tab>r<down><down>Ours only.<enter>", "y",
			does(exercise.Sign{Reservations: []exercise.Reservation{{Clause: "3", Words: said("Ours only.")}}}), "",
		},
		{"an observer cannot sign", closingView, "observer", "<tab>s", "y", none, ""},

		{"three votes at most, by number", hotWashBoardsView, "arcadia", "<tab> <down> <down> <down> v", "", does(exercise.Vote{Answers: []int{3, 4, 5}}), ""},
		{"v without a mark votes nothing", hotWashBoardsView, "arcadia", "<tab>v", "", none, ""},
	} {
		t.Run(c.given, func(t *testing.T) {
			sh := seated(c.view(c.seat), theme.Mono, 80, 24)
			sh.Frame(fixtureNow)
			got := acted(press(sh, c.keys, fixtureNow+1000))
			sh.Frame(fixtureNow + 1500)
			got = append(got, acted(press(sh, c.later, fixtureNow+2000))...)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%q then %q: got %+v, want %+v", c.keys, c.later, got, c.want)
			}
			if line := sh.line().text.Text(); line != c.line {
				t.Errorf("%q then %q: the line holds %q, want %q", c.keys, c.later, line, c.line)
			}
		})
	}
}

// realPauseView is the second reading with both clocks paused by control.
func realPauseView(seat exercise.SeatID) *exercise.View {
	v := turnView(seat)
	v.Room.Clocks.ScenarioRunning, v.Room.Clocks.TableRunning = false, false
	v.Room.Clocks.ScenarioWhy, v.Room.Clocks.TableWhy = exercise.PausedByControl, exercise.PausedByControl
	return v
}

func TestReflectGoesToTheServerAlone(t *testing.T) {
	sh := seated(hotWashCollectingView("arcadia"), theme.Mono, 80, 24)
	acts := press(sh, "Ask the operators.<enter>", fixtureNow+1000)
	for _, a := range acts {
		if ask, ok := a.(Ask); ok && ask.Query.Name == "reflect" && ask.Query.Args[0] == "Ask the operators." {
			return
		}
	}
	t.Errorf("the answer led to %+v", acts)
}

func TestARowThatGoesIsNotReplacedUnderTheFinger(t *testing.T) {
	sh := seated(turnView("chair"), theme.Mono, 80, 24)
	press(sh, "<tab>", fixtureNow+1000) // on the suggested gavel
	sh.Frame(fixtureNow + 1000)
	v := turnView("chair")
	v.Own.Chair.Verb = "gavel 3"
	sh.See(v, fixtureNow+1100)
	if got := acted(press(sh, "<enter>", fixtureNow+2000)); got != nil {
		t.Errorf("Enter on a suggestion that has changed did %+v", got)
	}
}
