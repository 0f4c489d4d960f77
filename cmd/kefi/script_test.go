package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kefi/exercise"
)

var update = flag.Bool("update", false, "write the golden minutes of the scripts anew")

// TestScripts plays testdata/script/*.txt with the ssh client that guests
// have. A script reads like a manual; beside testscript's own commands
// (stdout, stderr, cmp …) it has:
//
//	setting KEY VALUE…    changes a line of the scenario, before serve
//	serve [FLAG…]         serves testdata/harbour, or the folder harbour of the script
//	assemble              everybody is ready, STARTEX, and the table opens
//	[!] SEAT VERB…        `ssh SEAT@HOST VERB…`; with ! it must be refused (status 1)
//	SEAT view             asks for its view, as `view --json`
//	until SEAT REGEXP     waits until what that seat has read says so
//	minutes SEAT          writes minutes.md, without times of day, to be compared
//	kefi ARG…             runs a command of the program beside the server ($DATA)
//
// Seats are arcadia, arcadia-2, meridia, hydra, forge, lantern, plumb, chair,
// recorder, evaluator and observer. Single quotes keep # and spaces together.
// `go test ./cmd/kefi -run TestScripts/NAME -update` writes golden files anew.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/script/*.txt")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			t.Parallel()
			testscript.RunT(inPlace{t}, testscript.Params{
				Files: []string{file}, UpdateScripts: *update, RequireUniqueNames: true,
				Setup: func(e *testscript.Env) error {
					e.Values[playKey{}] = &scripted{}
					return os.CopyFS(filepath.Join(e.WorkDir, "harbour"), os.DirFS("testdata/harbour"))
				},
				Cmds: scriptCommands(t),
			})
		})
	}
}

// inPlace runs a script as the test it is given, so that what fails anywhere
// in it fails there.
type inPlace struct{ *testing.T }

func (p inPlace) Parallel()                            {}
func (p inPlace) Verbose() bool                        { return testing.Verbose() }
func (p inPlace) Run(_ string, f func(t testscript.T)) { f(p) }

// scripted is the server of one script and who may come in.
type scripted struct {
	server *server
	keys   keyring
	folder string
}

type playKey struct{}

var harbourSeats = []exercise.SeatID{
	"arcadia", "arcadia-2", "meridia", "hydra", "forge", "lantern", "plumb", "chair", "recorder", "evaluator", "observer",
}

type scriptCommand = func(ts *testscript.TestScript, neg bool, args []string)

func scriptCommands(t *testing.T) map[string]scriptCommand {
	commands := map[string]scriptCommand{
		"setting": changeSetting,
		"serve": func(ts *testscript.TestScript, _ bool, args []string) {
			play := ts.Value(playKey{}).(*scripted)
			play.folder = ts.MkAbs("harbour")
			play.keys = newKeyring(t, harbourSeats...)
			play.server = serve(t, append([]string{
				"--scenario", play.folder, "--name", "harbour", "--seed", "7", "--seats", play.keys.seatsFile(t), "--acts-per-minute", "2000",
			}, args...)...)
			ts.Defer(play.server.kill)
			ts.Setenv("DATA", play.server.data)
		},
		"assemble": func(ts *testscript.TestScript, _ bool, _ []string) {
			for _, seat := range harbourSeats[:7] {
				ssh(t, ts, seat, false, []string{"ready"})
			}
			ssh(t, ts, "chair", false, []string{"start"})
			if !strings.Contains(ssh(t, ts, "chair", false, []string{"agenda"}), "now") {
				ssh(t, ts, "chair", false, []string{"phase", "table"})
			}
		},
		"until": func(ts *testscript.TestScript, _ bool, args []string) {
			if len(args) != 2 {
				ts.Fatalf("until SEAT REGEXP")
			}
			want, seen := regexp.MustCompile(args[1]), ""
			until(t, func() bool {
				seen = flat(ssh(t, ts, exercise.SeatID(args[0]), false, []string{"view"}))
				return want.MatchString(seen)
			}, func() string { return fmt.Sprintf("%s does not see %s in\n%s", args[0], args[1], seen) })
		},
		"minutes": func(ts *testscript.TestScript, _ bool, args []string) {
			ts.Check(os.WriteFile(ts.MkAbs("minutes.md"), []byte(timeless(ssh(t, ts, exercise.SeatID(args[0]), false, []string{"export", "md"}))), 0o600))
		},
		"kefi": func(ts *testscript.TestScript, neg bool, args []string) {
			report(ts, kefi(t, args...), neg, strings.Join(args, " "))
		},
	}
	for _, seat := range harbourSeats {
		commands[string(seat)] = func(ts *testscript.TestScript, neg bool, args []string) { ssh(t, ts, seat, neg, args) }
	}
	return commands
}

// ssh has a seat say a verb, and gives what is printed.
func ssh(t *testing.T, ts *testscript.TestScript, seat exercise.SeatID, refused bool, words []string) string {
	play := ts.Value(playKey{}).(*scripted)
	if play.server == nil {
		ts.Fatalf("serve first")
	}
	line := strings.Join(words, " ")
	a := openSSH(t, play.server, play.keys[seat], seat, line)
	report(ts, a, refused, string(seat)+" "+line)
	return a.out
}

// report hands an answer to the script's stdout and stderr and holds it to
// its status.
func report(ts *testscript.TestScript, a answer, refused bool, line string) {
	_, _ = ts.Stdout().Write([]byte(a.out))
	_, _ = ts.Stderr().Write([]byte(a.errw))
	if want := map[bool]int{false: 0, true: 1}[refused]; a.status != want {
		ts.Fatalf("%s: want status %d, got %s", line, want, a)
	}
}

// changeSetting replaces a top-level or times line of the scenario, or adds it.
func changeSetting(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs("harbour/scenario.yaml")
	text, value := ts.ReadFile(path), strings.Join(args[1:], " ")
	line := regexp.MustCompile(`(?m)^( *)` + regexp.QuoteMeta(args[0]) + `:.*$`)
	if line.MatchString(text) {
		text = line.ReplaceAllString(text, "${1}"+args[0]+": "+value)
	} else {
		text = args[0] + ": " + value + "\n" + text
	}
	ts.Check(os.WriteFile(path, []byte(text), 0o600))
}

var (
	clockTime = regexp.MustCompile(`\b\d{1,2}:\d{2}(:\d{2})?\b`)
	calendar  = regexp.MustCompile(`\b((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)( \d{4})?\b`)
	storyTime = regexp.MustCompile(`T\+\S+`)
	remaining = regexp.MustCompile(`\b\d+ (s|min|h)( \d+ (s|min))? left\b`)
)

// timeless takes out of minutes the times of day and what was left of a time,
// which differ from run to run.
func timeless(s string) string {
	s = clockTime.ReplaceAllString(remaining.ReplaceAllString(s, "TIME left"), "00:00")
	return storyTime.ReplaceAllString(calendar.ReplaceAllString(s, "DAY"), "T+0")
}
