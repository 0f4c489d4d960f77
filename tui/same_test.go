package tui

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"kefi/exercise"
	"kefi/exercise/bot"
	"kefi/exercise/bot/bottest"
	"kefi/scenarios"
	"kefi/scenarios/format"
	"kefi/tui/action"
	"kefi/tui/plain"
	"kefi/tui/screen"
	"kefi/tui/theme"
)

// TestScreenAndPlainTellTheSame plays one exercise into a screen and into a
// plain session, act by act, and reads from what each of them says who has the
// floor, what was decided, who takes which position and how the text reads.
func TestScreenAndPlainTellTheSame(t *testing.T) {
	for _, scenario := range []string{"first-table", "copycat"} {
		views := machinePlay(t, scenario)
		t.Run(scenario, func(t *testing.T) { synctest.Test(t, func(t *testing.T) { tellTheSame(t, views) }) })
	}
}

func tellTheSame(t *testing.T, views []*exercise.View) {
	drawn, spoken := draw(views[0]), speak(t, views[0])
	before, told := views[0], map[string]int{}
	for _, v := range views[1:] {
		drawn.see(v)
		spoken.see(v)
		for name, what := range concerned(before, v) {
			for _, arg := range what {
				got, want := drawn.facts(name, arg), spoken.facts(name, arg)
				if !slices.Equal(got, want) {
					t.Fatalf("at act %d the %s of %q is on the screen\n%q\nand in plain words\n%q", told["acts"], name, arg, got, want)
				}
				told[name] += len(got)
			}
		}
		before = v
		told["acts"]++
	}
	spoken.leave()
	t.Logf("the same in both: %v", told)
	for _, name := range []string{"floor", "decision", "positions", "text"} {
		if told[name] < 5 {
			t.Errorf("only %d facts of the %s", told[name], name)
		}
	}
}

// machinePlay is what a delegate sees of a play by machine, act by act.
func machinePlay(t *testing.T, scenario string) (views []*exercise.View) {
	t.Helper()
	read := func(line string) (exercise.Command, error) {
		intent, err := action.Parse(line)
		return intent.Command, err
	}
	sc, findings := format.Load(scenarios.FS, scenario)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	var me exercise.SeatID
	players := map[exercise.SeatID]bot.Player{}
	for i, s := range sc.Seats {
		switch {
		case s.Has(exercise.Chair):
			players[s.ID] = &bot.Chair{Read: read}
		case s.Team != "":
			me = s.ID
			players[s.ID] = &bottest.Busy{Player: bot.NewDelegate(uint64(i)), Read: read, Dice: rand.New(rand.NewPCG(3, uint64(i))), One: 12}
		}
	}
	p, err := bottest.New(sc, 3, 1_790_000_000_000, players, func(p *bottest.Play, _ exercise.Act) {
		if p.State().Phase() == exercise.Table || p.State().Phase() == exercise.Closing {
			views = append(views, p.View(me))
		}
	})
	if err == nil {
		err = p.Run(50 * 60 * 1000)
	}
	if err != nil {
		t.Fatal(err)
	}
	return views
}

// concerned names what an act has changed, for each kind of fact.
func concerned(before, v *exercise.View) map[string][]string {
	what := map[string][]string{}
	floor := v.Room.Floor
	if before.Room.Floor.Speaker != floor.Speaker && v.Room.Clocks.TableRunning && floor.OrderBy == "" && floor.SuspendedUntil == 0 { // else the header tells of that
		what["floor"] = []string{""}
	}
	for _, d := range v.Room.Decisions[len(before.Room.Decisions):] {
		what["decision"] = append(what["decision"], string(d.ID))
	}
	if len(v.Room.Standing) == 1 && v.Room.Standing[0].Form == exercise.FormPut {
		what["positions"] = []string{string(v.Room.Standing[0].ID)}
	}
	if before.Room.Revision != v.Room.Revision {
		for _, c := range v.Room.Clauses {
			what["text"] = append(what["text"], string(c.ID))
		}
	}
	return what
}

// drawing is a screen of which the words are read.
type drawing struct {
	shell *screen.Shell
	now   int64
}

func draw(v *exercise.View) *drawing {
	d := &drawing{shell: screen.NewShell(nil, screen.Preferences{Look: theme.Mono})}
	d.shell.Resize(99, 200)
	d.see(v)
	return d
}

func (d *drawing) see(v *exercise.View) {
	d.now = v.Room.Clocks.Wall
	d.shell.See(v, d.now)
	d.shell.Frame(d.now)
}

// page types a line and reads the page that it opens, without the header and
// what is said below it.
func (d *drawing) page(line string) (header, body []string) {
	later := d.now + 1000
	d.shell.Key(tea.KeyPressMsg{Code: tea.KeyEscape}, later)
	d.shell.Key(tea.KeyPressMsg{Code: tea.KeyEscape}, later)
	for _, r := range line {
		d.shell.Key(tea.KeyPressMsg{Code: r, Text: string(r)}, later)
	}
	if line != "" {
		d.shell.Key(tea.KeyPressMsg{Code: tea.KeyEnter}, later)
	}
	lines := d.shell.Frame(d.now).Lines
	for i, l := range lines {
		lines[i] = strings.TrimSpace(ansi.Strip(l))
	}
	for i, l := range lines[3:] {
		if strings.HasPrefix(l, "──") {
			return lines[:2], lines[3 : 3+i]
		}
	}
	return lines[:2], lines[3:]
}

var (
	hasFloor = regexp.MustCompile(`(?:[κεφ] )?([\pL' -]+) (?:has|have) the floor`)
	drawnPos = regexp.MustCompile(`([κεφ]) ([\pL' -]+?)  +(\S.*?) *$`)
	counts   = regexp.MustCompile(`(?: [κεφ]\d+)+`)
	markers  = regexp.MustCompile(`point \S+ begins, 1 |, or \d+ |, point ends,?`)
	notWords = regexp.MustCompile(`[^\pL\d]+`)
)

// facts are read from the pages.
func (d *drawing) facts(name, arg string) (out []string) {
	switch name {
	case "floor":
		header, _ := d.page("")
		return floorIn(header[1][strings.LastIndex(header[1], "  ")+2:], "You")
	case "decision":
		_, body := d.page("/read " + arg)
		text := strings.TrimPrefix(strings.TrimSpace(strings.Join(body[1:], " ")), arg+" ") // without the page's title
		for _, team := range []string{" κ ", " ε ", " φ "} {                                // the positions follow
			text, _, _ = strings.Cut(text, team)
		}
		return []string{wordsOf(text)}
	case "positions":
		_, body := d.page("/read " + arg)
		for _, l := range body {
			if m := drawnPos.FindStringSubmatch(l); m != nil {
				out = append(out, m[2]+": "+position(m[3]))
			}
		}
	case "text":
		_, body := d.page("/text " + arg)
		text := counts.ReplaceAllString(strings.Join(body[1:], " "), "")
		text, _, _ = strings.Cut(text, "To be taken in this order")
		return []string{wordsOf(strings.ReplaceAll(text, "(nothing)", "(no words)"))}
	}
	slices.Sort(out)
	return out
}

// floorIn finds who has the floor; own is how the seat itself is called.
func floorIn(line, own string) []string {
	m := hasFloor.FindStringSubmatch(line)
	if m == nil || m[1] == "Nobody" || m[1] == "nobody" {
		return nil
	}
	if m[1] == own {
		return []string{"you"}
	}
	return []string{m[1]}
}

// position is a position in one word, as each of them says it.
func position(says string) string {
	says, _, _ = strings.Cut(strings.ToLower(says), ":")
	if says == "…" || strings.Contains(says, "said nothing") {
		return "nothing"
	}
	return wordsOf(says)
}

func wordsOf(text string) string {
	return strings.TrimSpace(notWords.ReplaceAllString(text, " "))
}

// speech is a plain session of which the words are read.
type speech struct {
	t     *testing.T
	views chan *exercise.View
	typed *io.PipeWriter
	name  string // of the seat's team

	mu  sync.Mutex
	out bytes.Buffer
}

func speak(t *testing.T, v *exercise.View) *speech {
	in, typed := io.Pipe()
	s := &speech{t: t, views: make(chan *exercise.View, 1), typed: typed, name: v.Own.Name}
	s.views <- v
	go func() {
		_ = plain.Session(t.Context(), s, in, s, plain.Host{Now: func() int64 { return v.Room.Clocks.Wall }})
		_ = in.Close()
	}()
	s.heard()
	return s
}

func (s *speech) Submit(context.Context, exercise.Command) (exercise.Receipt, error) {
	return exercise.Receipt{}, nil
}

func (s *speech) Next(ctx context.Context, after int64) (*exercise.View, int64, error) {
	select {
	case v := <-s.views:
		return v, after + 1, nil
	case <-ctx.Done():
		return nil, 0, ctx.Err()
	}
}

func (s *speech) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.out.Write(b)
}

// heard is what has been said since it was last asked.
func (s *speech) heard() []string {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.out.Reset()
	return strings.Split(strings.TrimSpace(s.out.String()), "\n")
}

func (s *speech) see(v *exercise.View) {
	s.views <- v
	s.heard()
}

func (s *speech) says(line string) []string {
	if _, err := io.WriteString(s.typed, line+"\n"); err != nil {
		s.t.Fatal(err)
	}
	time.Sleep(time.Second) // nobody types faster, and a session takes no more
	return s.heard()
}

func (s *speech) leave() { s.says("leave") }

// facts are heard in the answers.
func (s *speech) facts(name, arg string) (out []string) {
	switch name {
	case "floor":
		for _, l := range s.says("view") {
			if floor := floorIn(l, s.name); floor != nil {
				return floor
			}
		}
		return nil
	case "decision":
		lines := s.says("read " + arg)
		_, title, _ := strings.Cut(lines[0], " on ")
		form, _, _ := strings.Cut(strings.TrimPrefix(lines[0], arg+", "), " on ")
		title = title[:strings.LastIndex(title, ", ")]
		at := lines[0][strings.LastIndex(lines[0], " at ")+4:]
		return []string{wordsOf(strings.Join([]string{title, form, at, lines[1]}, " "))}
	case "positions":
		for _, l := range s.says("table") {
			if team, says, ok := strings.Cut(l, ": "); ok && s.isTeam(team) {
				out = append(out, team+": "+position(strings.TrimSuffix(says, ".")))
			}
		}
	case "text":
		var paras []string
		for _, l := range s.says("text " + arg) {
			if id, _, _ := strings.Cut(l, " "); strings.HasPrefix(id, arg+".") && !strings.Contains(id, "/") {
				paras = append(paras, markers.ReplaceAllString(l, " "))
			}
		}
		return []string{wordsOf(strings.Join(paras, " "))}
	}
	slices.Sort(out)
	return out
}

func (s *speech) isTeam(name string) bool {
	return !strings.Contains(name, " by ") && !strings.HasPrefix(name, "If ") && !strings.HasPrefix(name, "As ")
}
