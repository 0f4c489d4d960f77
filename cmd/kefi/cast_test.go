package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"kefi/exercise"
)

var (
	delegations = []exercise.SeatID{"arcadia", "meridia", "hydra", "forge", "lantern", "plumb"}
	everybody   = append(slices.Clone(delegations), "chair", "recorder", "evaluator", "observer", "projector")
)

// cast is everybody who plays copycat on one server.
type cast struct {
	*testing.T
	server   *server
	keys     keyring
	seats    string // file
	lines    map[exercise.SeatID]*gossh.Client
	stages   map[exercise.SeatID]*stage     // who acts by keystrokes
	heard    map[exercise.SeatID][]*printed // sessions in plain lines, and of terminals
	secrets  secrets
	expunged string                     // a token that must be gone, once it is set
	given    map[exercise.SeatID]string // all that each seat has read so far
}

// newCast has keys for everybody; those named have not agreed to the terms.
func newCast(t *testing.T, undecided ...exercise.SeatID) *cast {
	t.Helper()
	keys := newKeyring(t, everybody...)
	return &cast{
		T: t, keys: keys, seats: keys.seatsFile(t, undecided...), lines: map[exercise.SeatID]*gossh.Client{},
		stages: map[exercise.SeatID]*stage{}, heard: map[exercise.SeatID][]*printed{}, given: map[exercise.SeatID]string{},
	}
}

// serve starts the server with further arguments and connects everybody.
func (c *cast) serve(args ...string) {
	c.Helper()
	c.server = serve(c.T, append([]string{"--seats", c.seats}, args...)...)
	c.connect()
}

// assemble serves copycat with short table times and connects everybody.
// Those named sit down at terminals; the others act by verbs.
func assemble(t *testing.T, atTerminals ...exercise.SeatID) *cast {
	t.Helper()
	c := newCast(t, atTerminals...)
	c.serve("--scenario", c.scenario(), "--name", "spring", "--speed", "60", "--seed", "7", "--acts-per-minute", "1000")
	for _, seat := range atTerminals {
		c.sitDownAt(seat)
		c.stages[seat].accept()
	}
	c.listen("evaluator")
	return c
}

// scenario is a copy of copycat with short table times and a token at the end
// of each brief and of each inject that not all receive.
func (c *cast) scenario() string {
	c.Helper()
	folder := filepath.Join(c.TempDir(), "copycat")
	if err := os.CopyFS(folder, os.DirFS("../../scenarios/copycat")); err != nil {
		c.Fatal(err)
	}
	c.edit(filepath.Join(folder, "scenario.yaml"), func(text string) string {
		short := strings.NewReplacer("gavel: 30s", "gavel: 1s", "wait: 60s", "wait: 1s", "settle: 15s", "settle: 1s",
			"reading: 0 ", "reading: 1s ", "reflect: 90s", "reflect: 2s").Replace(text)
		if strings.Count(short, ": 1s")+strings.Count(short, ": 2s") < 5 {
			c.Fatalf("the times are not as expected:\n%s", text)
		}
		return short
	})
	for _, team := range delegations {
		c.append(filepath.Join(folder, "briefs", string(team)+".md"), c.secrets.plant("the brief of "+string(team), team, "evaluator", "chair"))
	}
	c.append(filepath.Join(folder, "injects", "I2.md"), c.secrets.plant("an inject to Hydra", "hydra", "chair", "recorder", "evaluator"))
	c.append(filepath.Join(folder, "injects", "I6.md"), c.secrets.plant("an inject not sent", "chair", "evaluator"))
	return folder
}

func (c *cast) append(path, line string) {
	c.Helper()
	c.edit(path, func(text string) string { return text + "\n" + line + "\n" })
}

func (c *cast) edit(path string, change func(string) string) {
	c.Helper()
	text, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, []byte(change(string(text))), 0o600)
	}
	if err != nil {
		c.Fatal(err)
	}
}

func (c *cast) connect() {
	c.Helper()
	for _, seat := range everybody {
		client, err := c.server.dial(seat, gossh.PublicKeys(c.keys.signer(c.T, seat)))
		if err != nil {
			c.Fatalf("%s cannot come in: %v", seat, err)
		}
		c.Cleanup(func() { _ = client.Close() })
		c.lines[seat] = client
	}
}

// do has a seat act and be told these words: by a verb that must be accepted,
// or at its terminal.
func (c *cast) do(seat exercise.SeatID, line string, told ...string) {
	c.Helper()
	if s := c.stages[seat]; s != nil {
		s.types("/" + line)
		for _, words := range told {
			s.see(words)
		}
		return
	}
	out := c.read(seat, line)
	for _, words := range told {
		if !strings.Contains(flat(out), words) {
			c.Errorf("%s: %s: the answer does not say %q: %s", seat, line, words, out)
		}
	}
}

// read runs a verb that must be accepted and gives its answer.
func (c *cast) read(seat exercise.SeatID, line string) string {
	c.Helper()
	a := c.try(seat, line)
	if a.status != 0 || a.errw != "" {
		c.Fatalf("%s: %s: %s", seat, line, a)
	}
	return a.out
}

// refused has a seat try what must be refused in a sentence with these words.
func (c *cast) refused(seat exercise.SeatID, line string, words ...string) {
	c.Helper()
	if s := c.stages[seat]; s != nil {
		s.refused("/"+line, words)
		return
	}
	a := c.try(seat, line)
	if a.status != 1 || a.out != "" {
		c.Errorf("%s: %s: %s", seat, line, a)
	}
	for _, w := range words {
		if !strings.Contains(a.errw, w) {
			c.Errorf("%s: %s: the refusal does not say %q: %s", seat, line, w, a.errw)
		}
	}
}

func (c *cast) try(seat exercise.SeatID, line string) answer {
	c.Helper()
	a := verb(c.T, c.lines[seat], line)
	c.take(seat, "the answer to "+line, a.out+a.errw)
	return a
}

// take notes what a seat was given and searches it for what it may not know.
func (c *cast) take(seat exercise.SeatID, where, text string) {
	c.Helper()
	c.secrets.search(c.T, seat, where, text)
	if c.expunged != "" && strings.Contains(text, c.expunged) {
		c.Errorf("%s of %s still holds expunged words", where, seat)
	}
	c.given[seat] += text
}

// view is the seat's `view --json`.
func (c *cast) view(seat exercise.SeatID) *exercise.View {
	c.Helper()
	var v exercise.View
	if err := json.Unmarshal([]byte(c.read(seat, "view --json")), &v); err != nil {
		c.Fatalf("view of %s: %v", seat, err)
	}
	return &v
}

// views are everybody's, once nothing happens between the first and the last.
func (c *cast) views() map[exercise.SeatID]string {
	c.Helper()
	var all map[exercise.SeatID]string
	once := func() map[exercise.SeatID]string {
		all := map[exercise.SeatID]string{}
		for _, seat := range everybody {
			all[seat] = c.read(seat, "view --json")
		}
		return all
	}
	until(c.T, func() bool {
		all = once()
		return maps.Equal(all, once())
	}, func() string { return "something keeps happening" })
	return all
}

// waits until the seat's view is so.
func (c *cast) waits(seat exercise.SeatID, what string, so func(*exercise.View) bool) {
	c.Helper()
	var last *exercise.View
	until(c.T, func() bool {
		last = c.view(seat)
		return so(last)
	}, func() string {
		feed := last.Room.Feed[max(0, len(last.Room.Feed)-10):]
		return what + " does not come about. The last entries are " + printJSON(feed)
	})
}

func printJSON(x any) string {
	b, _ := json.MarshalIndent(x, "", " ")
	return string(b)
}

// decided waits until all of these are closed, with that outcome.
func (c *cast) decided(outcome exercise.Outcome, subjects ...exercise.Subject) {
	c.Helper()
	for _, x := range subjects {
		c.waits("observer", "a decision on "+string(x), func(v *exercise.View) bool {
			return slices.ContainsFunc(v.Room.Decisions, func(d exercise.DecisionView) bool {
				return d.X == x && d.Outcome == outcome
			}) && !slices.ContainsFunc(v.Room.Standing, func(d exercise.DecisionView) bool { return d.X == x })
		})
	}
}

// gavel asks for objections to all of these on one sheet; there are none.
func (c *cast) gavel(subjects ...exercise.Subject) {
	c.Helper()
	for _, x := range subjects {
		c.do("chair", "gavel "+string(x))
	}
	c.decided(exercise.Carried, subjects...)
}

// entry is the number of the table's entry that says these words.
func (c *cast) entry(words string) string {
	c.Helper()
	for _, l := range c.view("recorder").Room.Feed {
		if strings.Contains(l.Text, words) {
			return "#" + l.No
		}
	}
	c.Fatalf("no entry says %q", words)
	return ""
}
