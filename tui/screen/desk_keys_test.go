package screen

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/tui/theme"
)

func TestKeysOfTheDesk(t *testing.T) {
	none := []exercise.Command(nil)
	does := func(c ...exercise.Command) []exercise.Command { return c }
	said := exercise.T
	for _, c := range []struct {
		given string
		keys  string
		later string // pressed a second after
		want  []exercise.Command
		line  string // what stands in the input line then
	}{
		{"mark the newest", "<tab>q", "", does(exercise.Mark{No: "20", Kind: "quote"}), ""},
		{"mark the chosen", "<tab><up><up>d", "", does(exercise.Mark{No: "18", Kind: "decision"}), ""},
		{"Space repeats the last mark", "<tab>s<up> ", "", does(exercise.Mark{No: "20", Kind: "silence"}, exercise.Mark{No: "19", Kind: "silence"}), ""},
		{"an objective wants its number", "<tab>o", "", none, "/mark #20 objective "},
		{"a note by itself", "dqrso<enter>", "", does(exercise.Note{Words: said("dqrso")}), "dqrso"},
		{"a note beside an entry", "<up><up>Check.<enter>", "", does(exercise.Note{No: "19", Words: said("Check.")}), "Check."},
		{"from the list to the line for a note", "<tab><up><tab>Check.<enter>", "", does(exercise.Note{No: "19", Words: said("Check.")}), "Check."},
		{"the last act is taken back", "<tab>u", "", does(exercise.Undo{}), ""},

		{"a decision is shown, and marked there", "<tab>2<down><enter>d", "", does(exercise.Mark{No: "6", Kind: "decision"}), ""},
		{"or marked from the list", "<tab>2d", "", does(exercise.Mark{No: "10", Kind: "decision"}), ""},
		{"a mark shows its entry", "<tab>3<enter>q", "", does(exercise.Mark{No: "15", Kind: "quote"}), ""},
		{"removal is reviewed", "<tab>4<enter>", "<enter>", none, ""},
		{"and confirmed by y", "<tab>4<enter>", "y", does(exercise.ConfirmExpunge{No: "14"}), ""},
		{"removal is not settled by hand", "<tab>4s", "", none, ""},
		{"a check is dealt with", "<tab>4<down>m", "", does(exercise.Mark{No: "10", Kind: "decision"}), ""},
		{"or settled", "<tab>4<down><down>s", "", does(exercise.Settle{Check: "3.2"}), ""},
		{"what was settled is looked at again", "<tab>4<down><down><down>s", "", does(exercise.Settle{Check: "#6"}), ""},
		{"Esc turns back to the minutes", "<tab>4<esc>q", "", does(exercise.Mark{No: "20", Kind: "quote"}), ""},
		{"the check verb turns there", "/check<enter><down>m", "", does(exercise.Mark{No: "10", Kind: "decision"}), ""},

		{"names stay as they are", "<tab>n<enter>q", "", does(exercise.Mark{No: "20", Kind: "quote"}), ""},
		{"or change, and the keys are with the desk", "<tab>n<down><enter>q", "", does(exercise.SetNaming{Naming: exercise.ByTrack}, exercise.Mark{No: "20", Kind: "quote"}), ""},

		{"what was found is marked", "/find vess<enter>q", "", does(exercise.Mark{No: "8", Kind: "quote"}), ""},
		{"and shown among the others", "/find “worst case”<enter><enter><down>q", "", does(exercise.Mark{No: "14", Kind: "quote"}), ""},
		{"and noted", "/find vess<enter><tab>Check.<enter>", "", does(exercise.Note{No: "8", Words: said("Check.")}), "Check."},
		{"letters are text while the line has the focus", "x5n4u", "", none, "x5n4u"},
	} {
		for _, w := range [][2]int{{100, 30}, {80, 24}, {48, 11}} {
			sh := seated(turnView("recorder"), theme.Mono, w[0], w[1])
			sh.Frame(fixtureNow)
			got := acted(press(sh, c.keys, fixtureNow+1000))
			sh.Frame(fixtureNow + 1500)
			got = append(got, acted(press(sh, c.later, fixtureNow+2000))...)
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s at %dx%d: %q then %q: got %+v, want %+v", c.given, w[0], w[1], c.keys, c.later, got, c.want)
			}
			if line := sh.line().text.Text(); line != c.line {
				t.Errorf("%s at %dx%d: the line holds %q, want %q", c.given, w[0], w[1], line, c.line)
			}
		}
	}
}

// What people can read as it stands is asked of the server, from any row.
func TestExportKeysOfTheDesk(t *testing.T) {
	for keys, want := range map[string]string{"<tab>xm": "md", "<tab>5<down><down>m": "md", "<tab>5<enter>": "md"} {
		sh := seated(turnView("recorder"), theme.Mono, 80, 24)
		sh.Frame(fixtureNow)
		acts := press(sh, keys, fixtureNow+1000)
		if len(acts) != 1 || acts[0].(Ask).Query.Args[0] != want {
			t.Errorf("%q: got %+v, want %s", keys, acts, want)
		}
	}
}

// What is a file for another program is not printed: the screen says how it is
// taken, or why it cannot be taken yet.
func TestTheDeskPrintsNoFileForPrograms(t *testing.T) {
	for phase, want := range map[exercise.Phase]string{
		exercise.Table:  "leaves once the exercise is closed",
		exercise.Closed: "scp -P 2222 recorder@192.0.2.7:record.jsonl .",
	} {
		v := turnView("recorder")
		v.Room.Phase, v.Room.Exercise.Naming = phase, exercise.Named
		sh := seated(v, theme.Mono, 100, 30)
		sh.ReachedBy("ssh -p 2222 recorder@192.0.2.7")
		sh.Frame(fixtureNow)
		for _, act := range press(sh, "/export jsonl<enter>", fixtureNow+1000) {
			if ask, ok := act.(Ask); ok {
				t.Errorf("%s: the server is asked: %+v", phase, ask)
			}
		}
		if text := frameText(sh, fixtureNow+1500); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in\n%s", phase, want, text)
		}
	}
}

// A chosen entry stays chosen whatever arrives, in every pane.
func TestWhatArrivesMovesNoMark(t *testing.T) {
	sh := seated(turnView("recorder"), theme.Mono, 80, 24)
	sh.Frame(fixtureNow)
	press(sh, "<tab><up>", fixtureNow+1000)
	for i := range 40 {
		v := turnView("recorder")
		for n := range i + 1 {
			v.Room.Feed = append(v.Room.Feed, line(21+n, "said", "hydra", "hydra", "One word more."))
		}
		sh.See(v, fixtureNow+int64(2000+i))
		sh.Frame(fixtureNow + int64(2000+i))
	}
	if got := acted(press(sh, "q", fixtureNow+9000)); !reflect.DeepEqual(got, []exercise.Command{exercise.Mark{No: "19", Kind: "quote"}}) {
		t.Errorf("the mark is on %+v", got)
	}
	if text := frameText(sh, fixtureNow+9000); !strings.Contains(text, " 19  ") {
		t.Errorf("the chosen entry is out of sight:\n%s", text)
	}
}

func TestTheDeskSaysHowFarItIsBehind(t *testing.T) {
	sh := seated(turnView("recorder"), theme.Mono, 100, 30)
	for late, want := range map[int64]string{0: "0 s behind", 900: "0 s behind", 3400: "3 s behind"} {
		v := turnView("recorder")
		v.Room.Clocks.Wall = fixtureNow + 5000
		sh.See(v, fixtureNow+5000+late)
		if text := frameText(sh, fixtureNow+5000+late); !strings.Contains(text, want) {
			t.Errorf("%d ms late: no %q in\n%s", late, want, text)
		}
	}
}

func TestTheDeskSaysHowACopyIsTaken(t *testing.T) {
	sh := seated(turnView("recorder"), theme.Mono, 100, 30)
	sh.ReachedBy("ssh -p 2222 recorder@192.0.2.7")
	if text := frameText(sh, fixtureNow); !strings.Contains(text, "ssh -p 2222 recorder@192.0.2.7 export md > minutes.md") {
		t.Errorf("it does not say so:\n%s", text)
	}
}

// frameText is what stands on the screen.
func frameText(sh *Shell, now int64) string {
	return ansi.Strip(strings.Join(sh.Frame(now).Lines, "\n"))
}
